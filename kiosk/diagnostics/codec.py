"""A session's events as the JSON text that is kept in ``diagnostic_event``, and back. Lossless; the kind is the event's name."""

from __future__ import annotations

from typing import Any

import msgspec

from kiosk.diagnostics.events import EVENT_TYPES, SessionEvent
from kiosk.errors import Damaged

_TYPES: dict[str, type[SessionEvent]] = {kind.__name__: kind for kind in EVENT_TYPES}


class EventUnreadable(Damaged):
    """A saved event is not one that this program knows."""

    code = "diagnostics.event_unreadable"


def encode(event: SessionEvent) -> str:
    """``{"event":"StepOpened","at_utc":…}``; what is None is left out."""
    fields: dict[str, Any] = msgspec.to_builtins(event)
    return msgspec.json.encode({"event": type(event).__name__, **{name: value for name, value in fields.items() if value is not None}}).decode()


def decode(text: str) -> SessionEvent:
    """The inverse of ``encode``; EventUnreadable."""
    try:
        fields = msgspec.json.decode(text, type=dict[str, Any])
        return msgspec.convert(fields, _TYPES[fields.pop("event")])
    except (msgspec.MsgspecError, KeyError) as error:
        raise EventUnreadable(problem=str(error)) from error
