"""A day as it was closed: its number, its figures, and what else was closed in the same go. Noun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.cash.drawer import DrawerFigures
from kiosk.fiscal.module import Closing
from kiosk.sales.day import DayFigures


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A numbered Z as it was printed; ``longer`` are the month and year that it closed too, ``also`` the other days closed in the same go."""

    number: str
    business_day: date
    closing: Closing
    figures: DayFigures
    sessions: tuple[DrawerFigures, ...]
    longer: tuple[Closing, ...]
    closings: tuple[Closing, ...] = ()
    """Everything that was closed in the same go, in the order of the stamps: days, months, years."""
    also: tuple[ClosedDay, ...] = ()
    unsent: int = 0
    """Tickets that central has not acknowledged yet: they are numbered and frozen all the same, and the Z says how many."""
