"""What a purchase writes, made from its decided facts: numbers, unit, register line, journal body. No transaction is opened here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.catalogue.codes import make_unit_label, make_voucher_code
from kiosk.diagnostics.pausing import paused_body
from kiosk.journal.entry import JsonValue
from kiosk.stock.units import Unit, UnitState, VatOrigin, shop_holder
from kiosk.storage.counters import next_number
from kiosk.storage.identity import TillIdentity
from kiosk.tradein import store
from kiosk.tradein.account import Account
from kiosk.tradein.contract import Numbers, Purchase
from kiosk.tradein.numbers import known_numbers
from kiosk.tradein.register import LETTER, SERIES, RegisterEntry, identifiers_text
from kiosk.tradein.seller import seller_hash

LABELS_PER_EPOCH = 20_000


class Payout(StrEnum):
    """How the seller is paid."""

    VOUCHER = "voucher"
    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Ready:
    """A purchase decided and set, waiting for its transaction."""

    purchase: Purchase
    identity: TillIdentity
    payout: Payout
    seller_id: str
    salt: str
    facts: str
    product_id: str
    contract: bytes
    account: Account | None = None


def register_count(connection: Connection, *, take: bool) -> int:
    """What contract, register line, label and voucher of a purchase are numbered by: one gapless series per till (POL-05)."""
    return next_number(connection, SERIES) if take else store.last_number(connection, SERIES) + 1


def numbers_after(identity: TillIdentity, count: int, secret: int) -> Numbers:
    """Every number of the purchase, from the one count. A label has no room for the epoch: each epoch has labels of its own."""
    label = (identity.epoch - 1) * LABELS_PER_EPOCH + count
    return Numbers(
        contract=identity.number(count, letter="A"), register_count=count, register=identity.number(count, letter=LETTER),
        label_code=make_unit_label(identity.shop_id, identity.till_code, label),
        voucher_code=make_voucher_code(identity.shop_id, identity.till_code, count, secret=secret),
    )  # fmt: skip


def new_unit(ready: Ready, *, unit_id: str, person_id: str) -> Unit:
    """The device as it comes into stock: to erase, under the margin scheme, at the market value (the bonus is no part of its cost)."""
    purchase, known = ready.purchase, known_numbers(ready.purchase.state)
    battery = purchase.state.answers.get("battery_pct")
    return Unit(
        unit_id=unit_id, product_id=ready.product_id, model_id=purchase.model.model_id, serial=known.get("serial") or known.get("imei", ""),
        state=UnitState.TO_ERASE, vat_origin=VatOrigin.MARGIN, purchase_price=purchase.offer.low, holder=shop_holder(ready.identity.shop_id), gen=1,
        received_at_utc=utc_text(purchase.at_utc), label_code=purchase.numbers.label_code, imei=known.get("imei"), imei2=known.get("imei2"),
        battery_health_pct=battery.number if battery else None, register_number=purchase.numbers.register, acquired_by=person_id,
    )  # fmt: skip


def register_line(ready: Ready, unit: Unit, *, entry_id: str) -> RegisterEntry:
    """The line of the police register."""
    purchase, words = ready.purchase, ready.purchase.words
    return RegisterEntry(
        entry_id=entry_id, number=purchase.numbers.register_count, printed_number=purchase.numbers.register, at_utc=utc_text(purchase.at_utc),
        seller_id=ready.seller_id, seller_hash=seller_hash(purchase.seller, salt=ready.salt), unit_id=unit.unit_id,
        nature=words.nature[purchase.model.kind.value].fr, provenance=words.provenance[purchase.seller.provenance].fr,
        description=_description(purchase), price=purchase.offer.low, payment_mode=words.payout[ready.payout.value].fr,
        identifiers=identifiers_text(imei=unit.imei, imei2=unit.imei2, serial=known_numbers(purchase.state).get("serial")),
    )  # fmt: skip


def _description(purchase: Purchase) -> str:
    model = purchase.model
    return ", ".join(filter(None, (f"{model.brand} {model.name}", f"{model.storage_gb}\u00a0Go" if model.storage_gb else "", model.colour or "")))


def bought_body(
    row: store.TradeInRow, entry: RegisterEntry, unit: Unit, ready: Ready, *, drawer_session_id: str | None
) -> dict[str, JsonValue]:  # fmt: skip
    """The journal's account of a purchase: everything but who sold. ``drawer_session_id`` is where the cash came from, if it was cash."""
    numbers, account = ready.purchase.numbers, ready.account
    owed: dict[str, JsonValue] = {} if account is None else {"transfer": {"amount_cents": row.paid.amount_cents, "iban_tail": account.tail}}
    voucher: dict[str, JsonValue] | None = None
    if row.voucher_id is not None:
        code_sha256 = hashlib.sha256(numbers.voucher_code.encode()).hexdigest()
        voucher = {
            "voucher_id": row.voucher_id, "amount_cents": row.market_value.amount_cents, "bonus_cents": row.bonus.amount_cents, "code_sha256": code_sha256,
        }  # fmt: skip
    return {
        "number": row.number, "trade_in_id": row.trade_in_id, "session_id": row.session_id, "register_number": entry.printed_number,
        "register_entry_id": entry.entry_id, "seller_hash": entry.seller_hash, "nature": entry.nature, "provenance": entry.provenance,
        "unit": {
            "unit_id": unit.unit_id, "product_id": unit.product_id, "model_id": unit.model_id, "serial": unit.serial, "imei": unit.imei,
            "imei2": unit.imei2, "label_code": unit.label_code, "vat_origin": unit.vat_origin.value,
            "purchase_price_cents": unit.purchase_price.amount_cents, "battery_health_pct": unit.battery_health_pct,
            "register_number": unit.register_number, "acquired_by": unit.acquired_by,
        },
        "code": ready.purchase.offer.code.value, "market_value_cents": row.market_value.amount_cents, "bonus_cents": row.bonus.amount_cents,
        "paid_cents": row.paid.amount_cents, "payout": row.payout, "voucher": voucher, "facts_sha256": row.facts_sha256,
        "contract_sha256": hashlib.sha256(ready.contract).hexdigest(), "drawer_session_id": drawer_session_id, **paused_body(ready.purchase.state.pauses_ms),
        **owed,
    }  # fmt: skip


def business_day(moment: datetime, zone: ZoneInfo) -> str:
    """The local calendar day, ``2026-11-22``."""
    return f"{moment.astimezone(zone):%Y-%m-%d}"
