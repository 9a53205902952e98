"""The numbers of a device that the register wants: a phone's IMEI and its serial number, both, and a second IMEI where it has one (POL-02). Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from kiosk.catalogue.identifiers import is_imei
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.events import SellerKnown
from kiosk.diagnostics.session import SessionState
from kiosk.errors import Refused
from kiosk.tradein.seller import Seller

TWO_SIMS = "dual_sim"
NAMES = ("serial", "imei", "imei2")


class NumberInvalid(Refused):
    """A number typed beside those that were read cannot be: a wrong check digit, or the same as another."""

    code = "tradein.number_invalid"


def known_numbers(state: SessionState) -> dict[str, str]:
    """By name: what was scanned, what an instrument read, and what was written in the form, in this order."""
    started, said = state.started, state.seller
    read = {name: reading.facts[name] for reading in state.readings for name in NAMES if reading.facts.get(name)}
    written = {"serial": said.serial, "imei": said.imei, "imei2": said.imei2} if said else {}
    found = {"serial": started.serial, "imei": started.imei, "imei2": started.imei2}
    return {name: number for name in NAMES if (number := found[name] or read.get(name) or written.get(name))}


def seller_known(seller: Seller, *, seller_id: str, at_utc: datetime, person_id: str) -> SellerKnown:
    """What a session keeps of the form: where the identity stands, and the device's provenance and numbers."""
    return SellerKnown(
        at_utc=at_utc, person_id=person_id, seller_id=seller_id, provenance=seller.provenance, serial=seller.serial or None, imei=seller.imei or None,
        imei2=seller.imei2 or None,
    )  # fmt: skip


def wanted_numbers(model: DeviceModel, known: dict[str, str]) -> tuple[str, ...]:
    """What must still be written before anybody signs."""
    if model.kind is not DeviceKind.SMARTPHONE:
        return ()
    names = ("serial", "imei", *(("imei2",) if TWO_SIMS in model.capabilities else ()))
    return tuple(name for name in names if name not in known)


def with_numbers(seller: Seller, known: dict[str, str]) -> Seller:
    """The complete form with its numbers in one spelling, and those that were known; NumberInvalid."""
    texts: dict[str, Any] = {name: "".join(str(getattr(seller, name)).upper().split()) for name in NAMES}
    for name in ("imei", "imei2"):
        if texts[name] and not is_imei(texts[name]):
            raise NumberInvalid(field=name)
    texts = {name: texts[name] or known.get(name, "") for name in NAMES}
    if texts["imei2"] and texts["imei2"] == (known.get("imei") or texts["imei"]):
        raise NumberInvalid(field="imei2")
    return replace(seller, **{name: texts[name] for name in NAMES})
