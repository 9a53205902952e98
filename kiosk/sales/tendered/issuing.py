"""Giving out vouchers inside a caller's transaction: row, journal entry and the slip that the customer keeps like cash."""

from __future__ import annotations

import hashlib
from datetime import date

from sqlalchemy import Connection

from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import make_voucher_code
from kiosk.documents.papers import PaperSection, Slip
from kiosk.fiscal.module import EventValue
from kiosk.sales.counter import Counter
from kiosk.sales.guarantee import months_later
from kiosk.sales.tendered import store
from kiosk.sales.vouchers import Voucher, VoucherKind, fill
from kiosk.staff.people import Person
from kiosk.stock import store as stock_store
from kiosk.stock.units import shop_holder
from kiosk.storage.counters import next_number

VOUCHER_SERIES = "voucher"


class VoucherIssuer:
    """Gift cards, credit notes and deposits, with codes that nobody guesses."""

    def __init__(self, counter: Counter, connection: Connection, *, person: Person) -> None:
        self._counter = counter
        self._connection = connection
        self._person = person

    def issue(
        self, kind: VoucherKind, amount: Money, *, origin_id: str, expires_on: date | None = None, customer_id: str | None = None,
        unit_id: str | None = None,
    ) -> Voucher:  # fmt: skip
        """A new one, of which ``origin_id`` is the ticket that it comes from."""
        assert amount.amount_cents > 0
        identity = self._counter.identity(self._connection)
        number = next_number(self._connection, VOUCHER_SERIES)
        code = make_voucher_code(identity.shop_id, identity.till_code, number, secret=self._counter.new_secret())
        voucher = Voucher(
            self._counter.ids.new(), code, amount, amount, shop_holder(identity.shop_id), kind=kind, expires_on=expires_on, customer_id=customer_id,
            unit_id=unit_id, origin_id=origin_id,
        )  # fmt: skip
        store.add_voucher(self._connection, voucher, issued_at_utc=self._counter.now_utc())
        self._journal("sales.voucher_issued", voucher, amount, origin_id)
        return voucher

    def fill(self, voucher: Voucher, amount: Money, *, origin_id: str, expires_on: date | None) -> Voucher:
        """More money on a gift card; GiftCardNotFillable."""
        filled = fill(voucher, amount, expires_on=expires_on)
        store.change_voucher(self._connection, filled)
        self._journal("sales.voucher_filled", filled, amount, origin_id)
        return filled

    def gift_card_until(self) -> date | None:
        """The last day of a gift card that is filled today."""
        months = self._counter.rules_now().limits.gift_card_months
        return months_later(self._counter.now_local().date(), months) if months else None

    def credit_until(self) -> date | None:
        """The last day of a credit that is given today for goods that came back."""
        today = self._counter.now_local().date()
        months = self._counter.returns.policy(today).credit_months
        return months_later(today, months) if months else None

    def _journal(self, kind: str, voucher: Voucher, amount: Money, origin_id: str) -> None:
        """Never its code: that is worth money."""
        body: dict[str, EventValue] = {
            "voucher_id": voucher.voucher_id, "voucher_kind": voucher.kind.value, "amount_cents": amount.amount_cents,
            "balance_cents": voucher.balance.amount_cents, "origin_id": origin_id, "holder": voucher.holder,
            "expires_on": voucher.expires_on.isoformat() if voucher.expires_on else None, "customer_id": voucher.customer_id, "unit_id": voucher.unit_id,
            "code_sha256": hashlib.sha256(voucher.code.encode()).hexdigest(),
        }  # fmt: skip
        self._counter.ledger.append(self._connection, kind, body, person_id=self._person.person_id)
        slip = voucher_slip(self._counter, voucher, device=self._device(voucher.unit_id))
        self._counter.print_slip(self._connection, slip, document_id=voucher.voucher_id)

    def _device(self, unit_id: str | None) -> tuple[str, str] | None:
        """Name and number of what a deposit keeps."""
        unit = stock_store.unit_by_id(self._connection, unit_id) if unit_id else None
        if unit is None:
            return None
        return catalogue_store.products_by_id(self._connection, [unit.product_id])[unit.product_id].name, unit.identifier


def voucher_slip(counter: Counter, voucher: Voucher, *, device: tuple[str, str] | None = None) -> Slip:
    """What the customer takes away: its worth, until when, and the code as a bar code. A deposit is its customer's alone and says for what it is."""
    papers, words, locale = counter.shop(), counter.words, counter.locale
    worth = PaperSection("", ((words.voucher_worth, locale.money(voucher.balance)),), strong=True)
    rows = [] if device is None else [(device[0], ""), (f"  {device[1]}", "")]
    if voucher.bonus:
        rows.append((words.voucher_bonus, locale.money(voucher.bonus)))
    rows.append((words.voucher_until, locale.date(voucher.expires_on)) if voucher.expires_on else (words.voucher_until, words.voucher_for_ever))
    mentions = (words.deposit_use,) if voucher.kind is VoucherKind.DEPOSIT else (words.voucher_use, words.voucher_care)
    return Slip(
        shop=papers.header, till_label=papers.till_label, title=words.voucher_title(voucher.kind.value), number=voucher.code,
        at_local=locale.moment(counter.now_local()), sections=(worth, PaperSection("", tuple(rows))), mentions=mentions, stamp_lines=(),
        barcode=voucher.code,
    )  # fmt: skip
