"""Kept photos as small pictures that QML shows by their address, without an image provider. Pure but for Qt's codecs; runs on a worker."""

from __future__ import annotations

import base64

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage

THUMB_PX = 320


def picture_address(jpeg: bytes) -> str:
    """A ``data:`` address of the picture at most ``THUMB_PX`` wide; empty when the bytes are not a picture."""
    image = QImage.fromData(jpeg)
    if image.isNull():
        return ""
    small = image.scaled(THUMB_PX, THUMB_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    small.save(buffer, "JPEG", 80)  # type: ignore[call-overload]  # the stub wants the format as bytes, Qt takes text
    buffer.close()
    return "data:image/jpeg;base64," + base64.b64encode(content.data()).decode()
