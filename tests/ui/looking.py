"""Looking at a painted window as a person would: is it the picture we reviewed, and is anything clipped, too small, or nameless.

Items are asked what they inherit, never for their ``metaObject``: a QML type's own dies with its item while Python still holds it, and the next
item at that address is taken for it (seen: a QQuickItem that was a QMetaObject to Python, and a crash of the whole run).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtQuick import QQuickItem

from kiosk.ui.application import KioskWindow

REPORT = Path(__file__).resolve().parents[2] / "build" / "pictures"
PALETTE = 48
# A channel may be off by this much more than the stored palette forces it to, and this share of the pixels by more (antialiasing across machines).
CHANNEL_TOLERANCE = 32
SHARE_TOLERANCE = 0.0002
# 12 mm on the densest panel that the sizes are drawn for without scaling (4.6 px/mm).
SMALLEST_TARGET_PX = 55
SMALLEST_TEXT_PX = 16
EDGE_PX = 1.5
MOST_FRAMES = 20
BUILD_MS = 20


def settle() -> None:
    """Let layouts polish and queued calls arrive; bindings of a fresh window need a few rounds."""
    for _ in range(6):
        QCoreApplication.sendPostedEvents(None, 0)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def settle_painted(kiosk_window: KioskWindow) -> QImage:
    """Paint until two pictures in a row are the same, and give the last.

    Rows that wrap anew move the rows below, frame by frame. Rows beyond the edge of a list are built when there is nothing else to do, and
    stand half built in its corner until then.
    """
    seen = _painted(kiosk_window)
    for _ in range(MOST_FRAMES):
        before, seen = seen, _painted(kiosk_window)
        if before == seen:
            break
    return seen


def _painted(kiosk_window: KioskWindow) -> QImage:
    settle()
    builder = kiosk_window.window.incubationController()
    while builder.incubatingObjectCount():
        builder.incubateFor(BUILD_MS)
    settle()
    return kiosk_window.grab()


def as_picture(grabbed: QImage) -> Image.Image:
    """What was painted, pixel by pixel."""
    image = grabbed.convertToFormat(QImage.Format.Format_RGB888)
    return Image.frombuffer("RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine(), 1)


def reference(picture: Image.Image) -> Image.Image:
    """What is kept of a picture: half its size and few colours. The commonest are the flat fills and stay exact; only antialiasing is rounded."""
    half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    common = sorted(half.getcolors(half.width * half.height) or [], reverse=True)[:PALETTE]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for _, colour in common for channel in colour])  # type: ignore[union-attr]  # RGB images give tuples
    return half.quantize(palette=palette, dither=Image.Dither.NONE)


def compare(grabbed: QImage, stored: Path, *, update: bool) -> None:
    """Fail with the share of pixels that differ. What was seen is left in build/pictures at full size, for the eye."""
    seen = as_picture(grabbed)
    if update:
        stored.parent.mkdir(parents=True, exist_ok=True)
        if not stored.exists() or share_that_differs(seen, Image.open(stored)) > SHARE_TOLERANCE:
            reference(seen).save(stored, optimize=True)
        return
    REPORT.mkdir(parents=True, exist_ok=True)
    seen.save(REPORT / stored.name)
    assert stored.exists(), f"{stored.name} was never reviewed; look at build/pictures, then make pictures"
    differs = share_that_differs(seen, Image.open(stored))
    assert differs <= SHARE_TOLERANCE, f"{stored.name}: {differs:.2%} of the pixels differ; look at build/pictures"


def share_that_differs(seen: Image.Image, stored: Image.Image) -> float:
    """How much of the half-size picture is further from the stored one than the few colours of that one explain; 1.0 for another size.

    The colour that Pillow takes for an antialiased pixel depends on the order of the palette, so what was painted is never held against
    one colour: a stored pixel is the same when no other colour of the palette is nearer by more than the tolerance.
    """
    if stored.size != (seen.width // 2, seen.height // 2):
        return 1.0
    half = seen.resize(stored.size, Image.Resampling.BOX)
    at_best = half.quantize(palette=stored, dither=Image.Dither.NONE).convert("RGB")
    further = ImageChops.subtract(_worst_channel(half, stored.convert("RGB")), _worst_channel(half, at_best))
    return sum(further.histogram()[CHANNEL_TOLERANCE + 1 :]) / (stored.width * stored.height)


def _worst_channel(one: Image.Image, other: Image.Image) -> Image.Image:
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def items(root: QQuickItem, view: QQuickItem | None = None) -> Iterator[QQuickItem]:
    """Every item that can be seen, parents first; what is scrolled out of its list is not (Qt does not even lay it out)."""
    if not root.isVisible() or root.opacity() == 0:
        return
    if view is not None and root.width() > 0 and not view.boundingRect().intersects(root.mapRectToItem(view, root.boundingRect())):
        return
    yield root
    for child in root.childItems():
        yield from items(child, root if root.inherits("QQuickFlickable") else view)


def faults(kiosk_window: KioskWindow) -> list[str]:
    """What a person would stumble over on what is up now, once it stands."""
    settle_painted(kiosk_window)
    content = kiosk_window.window.contentItem()
    found: list[str] = []
    for item in items(content):
        if item.inherits("QQuickText"):
            found += _text_faults(item, content)
        if item.isEnabled() and (item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")):
            found += _target_faults(item)
    return found + _covered(content)


def _covered(content: QQuickItem) -> list[str]:
    """Texts with a button over them that is not theirs. What floats above the page (sheets, notices, scrolled lists) may cover it."""
    shown = [item for item in items(content) if not _floats(item)]
    buttons = [(item, item.mapRectToItem(content, item.boundingRect())) for item in shown if item.inherits("QQuickAbstractButton")]
    found: list[str] = []
    for item in shown:
        if item.inherits("QQuickText") and str(item.property("text")).strip() and not _is_watermark(item):
            seen = item.mapRectToItem(content, QRectF(0, 0, item.property("contentWidth"), item.property("contentHeight")))
            for button, place in buttons:
                both = seen.intersected(place)
                if both.width() > 2 * EDGE_PX and both.height() > 2 * EDGE_PX and not button.isAncestorOf(item):
                    found.append(f"{item.property('text')!r} runs into {accessible_name(button)!r}")
    return found


def _floats(item: QQuickItem) -> bool:
    parent: QQuickItem | None = item
    while parent is not None:
        if parent.z() > 0 or parent.inherits("QQuickFlickable") or parent.objectName() == "notice":
            return True
        parent = parent.parentItem()
    return False


def _text_faults(item: QQuickItem, content: QQuickItem) -> list[str]:
    text = str(item.property("text"))
    if not text.strip() or _is_watermark(item):
        return []
    found: list[str] = []
    font = item.property("font")
    if font.pixelSize() < SMALLEST_TEXT_PX:
        found.append(f"{text!r}: {font.pixelSize()} px is too small to read")
    if item.property("truncated"):
        found.append(f"{text!r} is cut by an ellipsis")
    if item.property("contentWidth") > item.width() + EDGE_PX or item.property("contentHeight") > item.height() + EDGE_PX:
        found.append(f"{text!r} does not fit: {item.property('contentWidth'):.0f} in {item.width():.0f}")
    # However the text is aligned, this is inside the item when the text is narrower than it.
    seen = QRectF((item.width() - item.property("contentWidth")) / 2, 0, item.property("contentWidth"), item.property("contentHeight"))
    found += [f"{text!r} leaves its {where}" for where in _left_frames(item, seen, content)]
    return found


def _left_frames(item: QQuickItem, seen: QRectF, content: QQuickItem) -> Iterator[str]:
    """The frames that the text sticks out of: a button, a clipping parent that cannot scroll, the window."""
    parent = item.parentItem()
    while parent is not None:
        button = parent.inherits("QQuickAbstractButton")
        scrolls = parent.inherits("QQuickFlickable")
        if scrolls:
            return
        card = parent.inherits("QQuickRectangle") and parent.property("radius") > 0
        if button or card or parent.clip() or parent is content:
            inside = item.mapRectToItem(parent, seen)
            if not QRectF(-EDGE_PX, -EDGE_PX, parent.width() + 2 * EDGE_PX, parent.height() + 2 * EDGE_PX).contains(inside):
                yield "button" if button else "card" if card else "window" if parent is content else "frame"
                return
        parent = parent.parentItem()


def _is_watermark(item: QQuickItem) -> bool:
    return item.rotation() != 0


def _target_faults(item: QQuickItem) -> list[str]:
    name = accessible_name(item)
    said = name or f"a control with text {item.property('text')!r}"
    found = [] if name else [f"{said} has no accessible name"]
    if min(item.width(), item.height()) < SMALLEST_TARGET_PX and not _row_is_the_target(item):
        found.append(f"{said}: {item.width():.0f} × {item.height():.0f} px is under 12 mm")
    return found


def _row_is_the_target(item: QQuickItem) -> bool:
    """A field inside its taller frame: touching the frame is touching it."""
    return item.inherits("QQuickTextField") and item.width() >= SMALLEST_TARGET_PX and item.height() >= SMALLEST_TARGET_PX - 1


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(item)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""
