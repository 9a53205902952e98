"""The shop's settings as central sends them: who sells, in which currency and zone, which tills there are."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection

from kiosk.documents.shop_header import ShopHeader
from kiosk.sync.kept import shop_text
from kiosk.tradein.declaration import Declaration


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """One shop. Fields that a newer central adds are passed over.

    ``receipt_page`` is where phones open receipts, ``self_test_page`` where they test themselves, when it is not central itself.
    """

    shop_id: str
    header: ShopHeader
    currency: str = "EUR"
    timezone: str = "Europe/Paris"
    country: str = "FR"
    language: str = "fr"
    siren: str = ""
    capital: str = ""
    trade_register: str = ""
    police_register: str = ""
    police_receipt: str = ""
    police_declared_on: str = ""
    bank_holder: str = ""
    bank_iban: str = ""
    bank_bic: str = ""
    receipt_page: str = ""
    self_test_page: str = ""
    opening_float_cents: int = 0
    drawer_mode: str = "shared"
    tills: dict[str, str] = field(default_factory=dict)

    @property
    def declaration(self) -> Declaration:
        """What the prefecture was told: without it the shop may not buy from the public (POL-01)."""
        return Declaration(self.police_register, self.police_receipt, self.police_declared_on)


def shop_settings(connection: Connection) -> ShopSettings | None:
    """What central said last; None before enrolment."""
    said = shop_text(connection)
    return None if said is None else msgspec.json.decode(said, type=ShopSettings)


def register_note(shop: ShopSettings) -> str:
    """The seller's legal line on an invoice: form, capital and trade register."""
    return ", ".join(part for part in (shop.capital, shop.trade_register) if part)
