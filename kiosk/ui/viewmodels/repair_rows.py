"""What a repair would bring, as lines of finished strings. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.basics.money import ZERO
from kiosk.tradein.repair import Repair
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.inspection_props import grade_level

MOST_REPAIRS = 2


@dataclass(frozen=True, slots=True)
class RepairRow:
    """One part: its cost, the grade it opens, the rise of the sale price, and what is left of it."""

    part: str
    cost: str
    level: int
    gain: str
    net: str
    worth: bool


def repair_rows(repairs: Sequence[Repair], formats: Formats) -> tuple[RepairRow, ...]:
    """The two that leave most."""
    return tuple(
        RepairRow(one.part, formats.round_money(one.cost), grade_level(one.grade), formats.round_money(one.gain), formats.round_money(one.net), one.net > ZERO)
        for one in repairs[:MOST_REPAIRS]
    )
