"""What can be sold, and what the catalogue knows about a make and model. Nouns only; filled by central's feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


class ServiceKind(StrEnum):
    """What a service asks for before it is paid: a repair what is repaired, a subscription who signs, a delivery where to.

    A word of a newer central that this kiosk does not know yet is an ordinary service.
    """

    REPAIR = "repair"
    INSURANCE = "insurance"
    SUBSCRIPTION = "subscription"
    DELIVERY = "delivery"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> ServiceKind | None:
        return cls.OTHER if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class ReferencePrice:
    """What the same article costs new: how much, seen where, on which day. Only ``Product.compared_price`` hands it to a screen or a paper."""

    amount: Money
    source: str
    seen_on: date


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
    ``durable`` goods (C. conso. D. 211-6) want a receipt with the legal-guarantee mention without asking. ``claimed_name`` is set where the
    catalogue's own name calls it refurbished; ``name`` never does.
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
    service: ServiceKind | None = None
    reference_price: ReferencePrice | None = None
    claimed_name: str = ""

    def called(self, *, refurbished: bool) -> str:
        """The name that may stand beside an article: as the catalogue claims it only where the word *reconditionné* is earned (C. conso. R. 122-4)."""
        return self.claimed_name if refurbished and self.claimed_name else self.name

    def compared_price(self, price: Money, *, today: date, longest_days: int) -> ReferencePrice | None:
        """The price new that may stand beside ``price``; None unless it has a source and a day, is recent, and is higher.

        A comparison that cannot be proved misleads (C. conso. L. 121-2): without its source and its day it is not shown at all.
        """
        found = self.reference_price
        if found is None or not found.source.strip() or found.amount <= price:
            return None
        return found if 0 <= (today - found.seen_on).days <= longest_days else None
