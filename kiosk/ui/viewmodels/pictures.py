"""Kept photos as small pictures that QML shows by their address, without an image provider. Pure but for Qt's codecs; runs on a worker."""

from __future__ import annotations

import base64

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
