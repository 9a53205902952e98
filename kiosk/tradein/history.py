"""A device's former life with us: bought when, sold when, in which state; ours and, through central, the other shops'. Nouns only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.basics.money import Money
from kiosk.stock.store import Movement
from kiosk.stock.units import Grade, Unit, UnitState


@dataclass(frozen=True, slots=True)
class PastLife:
    """``shop_name`` is "" for this shop. ``price`` is what it was sold or offered for; ``moves`` what this till recorded of it."""

    unit_id: str
    brand: str
    name: str
    shop_name: str
    state: UnitState
    bought_at_utc: str
    sold_at_utc: str = ""
    grade: Grade | None = None
    battery_health_pct: int | None = None
    bought: Money | None = None
    price: Money | None = None
    guarantee_until: date | None = None
    unit: Unit | None = None
    moves: tuple[Movement, ...] = ()


def joined(here: Iterable[PastLife], elsewhere: Iterable[PastLife]) -> tuple[PastLife, ...]:
    """Each life once, the latest first: of one that both know, ours, with the day of a sale that another till of the shop made."""
    lives = {life.unit_id: life for life in elsewhere}
    for life in here:
        known = lives.get(life.unit_id)
        lives[life.unit_id] = replace(life, sold_at_utc=known.sold_at_utc) if known is not None and not life.sold_at_utc else life
    return tuple(sorted(lives.values(), key=lambda life: life.sold_at_utc or life.bought_at_utc, reverse=True))
