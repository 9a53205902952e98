"""Who sells, as it stands at the top of every paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShopHeader:
    """Who sells: printed at the head of every paper (FIS-02, FIS-15)."""

    shop_id: str
    name: str
    legal_name: str
    address: tuple[str, ...]
    siret: str
    naf: str
    vat_number: str
    phone: str
