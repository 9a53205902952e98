"""Icons and device drawings for QML: `image://icon/<name>/<stroke>/<colour>` and `image://device/<name>/<stroke>/<ink>/<body>/<glass>/<accent>`.

The SVG files hold no colour of their own, so one file serves both themes and every state. Runs on the GUI thread; files are read once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

ICONS = Path("icons")
DEVICES = Path("drawings")
DEFAULT_SIZE = QSize(24, 24)
COLOURS = ("{ink}", "{body}", "{glass}", "{accent}")
VIEW_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


@lru_cache(maxsize=512)
def _svg_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _painted(svg: str, size: QSize) -> QImage:
    """A transparent picture with the drawing in it; an item that has no size yet gets an empty one."""
    if size.isEmpty():
        size = QSize(1, 1)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Line icons: one stroke colour, stroke width in pixels on the screen."""

    def __init__(self, resources: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = resources / ICONS

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: ARG002  Qt's signature
        name, stroke, colour = id.split("/")
        wanted = requestedSize if requestedSize.width() > 0 else DEFAULT_SIZE
        units = float(stroke) * 24 / wanted.width()
        svg = _svg_text(self._folder / f"{name}.svg").replace('stroke-width="2"', f'stroke-width="{units:.3f}"').replace("currentColor", f"#{colour}")
        return _painted(svg, wanted)


class DeviceProvider(QQuickImageProvider):
    """Device drawings: outline, body and glass; the stroke keeps its width on the screen at every size."""

    def __init__(self, resources: Path) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._folder = resources / DEVICES

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: ARG002  Qt's signature
        name, stroke, *colours = id.split("/")
        svg = _svg_text(self._folder / f"{name}.svg")
        wide, high = VIEW_BOX.search(svg).groups()  # type: ignore[union-attr]  # a drawing without a view box is our own mistake
        wanted = requestedSize if requestedSize.width() > 0 else QSize(int(wide), int(high))
        units = float(stroke) * max(int(wide) / max(1, wanted.width()), int(high) / max(1, wanted.height()))
        svg = svg.replace("{stroke}", f"{units:.3f}")
        for place, colour in zip(COLOURS, colours, strict=True):
            svg = svg.replace(place, f"#{colour}")
        return _painted(svg, wanted)
