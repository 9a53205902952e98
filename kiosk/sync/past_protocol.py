"""The messages about a device that the chain had before; the rules of change are those of ``protocol``."""

from __future__ import annotations

import msgspec

from kiosk.sync.protocol import PROTO


class FindUnits(msgspec.Struct, frozen=True):
    """A till asks whether the chain had a device before, by its IMEI or its serial number."""

    imei: str = ""
    serial: str = ""
    proto: int = PROTO


class PastUnit(msgspec.Struct, frozen=True):
    """One life of a device in a shop of the chain; ``sold_at_utc`` is "" when it never was sold."""

    unit_id: str
    shop_id: str
    shop_name: str
    brand: str
    name: str
    state: str
    bought_at_utc: str
    bought_cents: int
    sold_at_utc: str = ""
    grade: str = ""
    battery_health_pct: int | None = None
    price_cents: int | None = None


class FoundUnits(msgspec.Struct, frozen=True):
    """The latest life first."""

    units: tuple[PastUnit, ...]
    server_time_utc: str
    proto: int = PROTO
