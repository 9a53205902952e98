"""What a person could see and touch in a window: visible items, their accessible names, their texts. GUI thread; changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_BARELY = 0.01


def plain(text: str) -> str:
    """Text as it is compared: any run of spaces is one, typographic quotes and minus are kept simple."""
    return _SPACES.sub(" ", text.replace("’", "'").replace("\u2212", "-")).strip()


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is drawn, parents before children."""
    yield from _visible_below(window.contentItem())


def _visible_below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        # An item that dies while the page changes may come back from the binding as whatever took its address: not an item any more.
        if isinstance(child, QQuickItem) and child.isVisible() and child.opacity() > _BARELY:
            yield child
            yield from _visible_below(child)


def accessible_name(item: QQuickItem) -> str:
    """Its name for assistive tools; empty when it has none."""
    interface = QAccessible.queryAccessibleInterface(item)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def role(item: QQuickItem) -> QAccessible.Role | None:
    """Its role for assistive tools."""
    interface = QAccessible.queryAccessibleInterface(item)
    return None if interface is None else interface.role()


TOUCHABLE_ROLES = frozenset(
    {
        QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton, QAccessible.Role.PageTab, QAccessible.Role.ListItem,
        QAccessible.Role.EditableText, QAccessible.Role.Link, QAccessible.Role.MenuItem, QAccessible.Role.Graphic, QAccessible.Role.Cell,
        QAccessible.Role.Canvas,
    }
)  # fmt: skip


def touchables(window: QQuickWindow, name: str) -> list[QQuickItem]:
    """The enabled, visible controls of that accessible name whose middle is inside the window, topmost page last.

    ``Camille`` also finds « Camille, Vente », ``Hors ligne`` « Hors ligne depuis 14:02 »: what a thing is comes first.
    """
    wanted = plain(name)
    named = [(plain(accessible_name(item)), item) for item in visible_items(window) if item.isEnabled() and role(item) in TOUCHABLE_ROLES]
    found = [item for spoken, item in named if spoken == wanted] or [item for spoken, item in named if spoken.startswith((f"{wanted},", f"{wanted} depuis"))]
    frame = QRectF(0, 0, window.width(), window.height())
    return [item for item in found if frame.contains(middle(item)) and not _cut_off(item)]


def _cut_off(item: QQuickItem) -> bool:
    """Whether its middle lies outside something that clips it: scrolled away, a finger would hit what is there instead."""
    place = middle(item)
    above: QQuickItem | None = item.parentItem()
    while above is not None:
        if above.clip() and not QRectF(0, 0, above.width(), above.height()).contains(above.mapFromScene(place)):
            return True
        above = above.parentItem()
    return False


def names(window: QQuickWindow) -> list[str]:
    """The accessible names of everything that can be touched now: what a script may tap."""
    return [plain(accessible_name(item)) for item in visible_items(window) if item.isEnabled() and role(item) in TOUCHABLE_ROLES]


def middle(item: QQuickItem) -> QPointF:
    """The middle of an item, in the window's coordinates."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def texts(window: QQuickWindow) -> list[str]:
    """Every text on show, in drawing order, and the names of controls that show only a picture."""
    shown: list[str] = []
    for item in visible_items(window):
        text = item.property("text")
        spoken = plain(text) if isinstance(text, str) and text else plain(accessible_name(item))
        if spoken and (not shown or shown[-1] != spoken):
            shown.append(spoken)
    return shown


def says(window: QQuickWindow, wanted: str) -> bool:
    """Whether some text on show contains the wanted one."""
    return any(plain(wanted) in text for text in texts(window))
