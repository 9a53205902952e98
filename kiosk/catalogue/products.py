"""What can be sold, and what the catalogue knows about a make and model. Nouns only; filled by central's feeds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.basics.money import Money


class DeviceKind(StrEnum):
    """What sort of device it is; decides checklist, control points and drawing."""

    SMARTPHONE = "smartphone"
    TABLET = "tablet"
    LAPTOP = "laptop"
    CONSOLE = "console"
    WATCH = "watch"
    APPLIANCE = "appliance"


class ProductKind(StrEnum):
    """How a product is sold: unit by unit with its serial, by quantity, as a service, or as money taken for later (no turnover)."""

    UNIT = "unit"
    ACCESSORY = "accessory"
    SERVICE = "service"
    GIFT_CARD = "gift_card"
    DEPOSIT = "deposit"


@dataclass(frozen=True, slots=True)
class DeviceModel:
    """One make, model, storage and colour. ``tacs`` are the 8-digit IMEI prefixes known to be this model."""

    model_id: str
    brand: str
    name: str
    kind: DeviceKind
    storage_gb: int | None = None
    ram_gb: int | None = None
    colour: str | None = None
    capabilities: tuple[str, ...] = ()
    tacs: tuple[str, ...] = ()
    released_year: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A sellable reference. ``price`` includes tax and is None for units, which carry their own.

    ``tax_code`` names a row of ``resources/tax`` ("standard", "margin"); a unit's own ``vat_origin`` has the last word.
    ``durable`` goods (C. conso. D. 211-6) want a receipt with the legal-guarantee mention without asking.
    """

    product_id: str
    sku: str
    kind: ProductKind
    name: str
    brand: str
    category: str
    tax_code: str
    price: Money | None = None
    ean: str | None = None
    model_id: str | None = None
    durable: bool = False
    favourite_rank: int | None = None
    icon: str = "package"
    price_suffix: str = ""
