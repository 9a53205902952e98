"""Objects of the screens whose signals reach a method that is no slot.

The binding gives such an object a meta-object of its own, that dies with it. QML remembers the properties of a class by the address of its
meta-object, also when the window is gone; an object of another class whose meta-object comes to lie there has no properties for QML (seen: a
whole workspace undefined in one of some hundred windows). A ``Slot`` is in the meta-object of the class, that stays.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

OWN_META_OBJECT = "__METAOBJECT__"


def methods_that_are_no_slots() -> list[str]:
    """The classes that lack a ``Slot`` on a connected method, by their names."""
    alive = [each for each in gc.get_objects() if issubclass(type(each), QObject) and OWN_META_OBJECT in vars(each)]
    return sorted({type(each).__qualname__ for each in alive})
