"""The words of tickets and closings, read from ``resources/mentions``; a missing or unknown one stops the start."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

import msgspec

from kiosk.sales.rulefiles import BadSaleRules
from kiosk.stock.units import Grade


@dataclass(frozen=True, slots=True)
class SaleWords:
    """One field per line of the file."""

    cash: str
    card: str
    voucher: str
    voucher_left: str
    gift_card: str
    gift_card_left: str
    deposit: str
    transfer: str
    cheque: str
    cheque_numbered: str
    credit_given: str
    paid_back: str
    bonus_used: str
    gift_card_filled: str
    voucher_trade_in: str
    voucher_credit: str
    voucher_gift_card: str
    voucher_deposit: str
    voucher_worth: str
    voucher_bonus: str
    voucher_until: str
    voucher_for_ever: str
    voucher_use: str
    voucher_care: str
    deposit_use: str
    sales_tax: str
    imei: str
    serial: str
    register: str
    guarantee: str
    refund_title: str
    exchange_title: str
    original: str
    note_title: str
    note_place: str
    note_customer: str
    note_no_customer: str
    note_net: str
    note_gross: str
    gift_title: str
    gift_articles: str
    gift_until: str
    link_title: str
    link_meaning: str
    premium: str
    excellent: str
    good: str
    fair: str
    z_title: str
    z_day: str
    z_sales: str
    z_returns: str
    z_total: str
    z_tickets: str
    z_articles: str
    z_discounts: str
    z_tax: str
    z_net: str
    z_margin: str
    z_tenders: str
    z_perpetual: str
    z_algebraic: str
    z_absolute: str
    z_month: str
    z_year: str
    z_quiet_days: str

    def grade(self, grade: Grade) -> str:
        """How a grade is called in the shop."""
        return {Grade.PREMIUM: self.premium, Grade.EXCELLENT: self.excellent, Grade.GOOD: self.good, Grade.FAIR: self.fair}[grade]

    def tender(self, kind: str) -> str:
        """How a way of paying is called."""
        words = {
            "cash": self.cash, "card": self.card, "voucher": self.voucher, "gift_card": self.gift_card, "deposit": self.deposit,
            "transfer": self.transfer, "cheque": self.cheque,
        }  # fmt: skip
        return words[kind]

    def voucher_title(self, kind: str) -> str:
        """How a kind of voucher is called on its slip."""
        return {
            "trade_in": self.voucher_trade_in, "credit": self.voucher_credit, "gift_card": self.voucher_gift_card, "deposit": self.voucher_deposit,
        }[kind]  # fmt: skip


def load_sale_words(resources: Path, *, language: str = "fr") -> SaleWords:
    """BadSaleRules when the file does not have exactly these words."""
    path = resources / "mentions" / f"words.{language}.toml"
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError) as error:
        raise BadSaleRules(faults=((path.name, str(error)),)) from error
    wrong = sorted({field.name for field in fields(SaleWords)} ^ set(found))
    if wrong:
        raise BadSaleRules(faults=tuple((path.name, f"missing or unknown: {name}") for name in wrong))
    return SaleWords(**found)
