"""Kept photos as small pictures that QML shows by their address, without an image provider. Pure but for Qt's codecs; runs on a worker."""

from __future__ import annotations

import base64
import io

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

THUMB_PX = 320
FINDER_PX = 800
LARGE_PX = 1600


_FIT = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


def picture_address(jpeg: bytes, px: int = THUMB_PX) -> str:
    """A ``data:`` address of the picture at most ``px`` wide; empty when the bytes are not a picture."""
    image = QImage.fromData(jpeg)
    if image.isNull():
        return ""
    small = image if max(image.width(), image.height()) <= px else image.scaled(px, px, *_FIT)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", 80)  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
    buffer.close()
    return "data:image/jpeg;base64," + base64.b64encode(content.data()).decode()


def frame_address(jpeg: bytes) -> str:
    """The same for a frame of a live camera, eight times a second: decoded small from the start, by a codec that lets the screens work meanwhile."""
    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
            opened.draft("RGB", (FINDER_PX, FINDER_PX))
            small = opened.convert("RGB")
    except (OSError, ValueError, SyntaxError):
        return ""
    small.thumbnail((FINDER_PX, FINDER_PX), Image.Resampling.BILINEAR)
    small.save(out, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
