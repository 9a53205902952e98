"""The company's chart of accounts, its fiscal year and its way with the margin scheme: dated data, chosen by the day. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from kiosk.basics.money import Money
from kiosk.errors import Misused


class AccountMissing(Misused):
    """The chart of accounts has no account for this use on this day."""

    code = "accounting.account_missing"


class Use(StrEnum):
    """What an account is for; the file gives the numbers."""

    SALES_USED = "sales_used"
    SALES_GOODS = "sales_goods"
    SALES_SERVICES = "sales_services"
    VAT = "vat"
    MARGIN_VAT = "margin_vat"
    PURCHASES_MARGIN = "purchases_margin"
    PURCHASES_ORDINARY = "purchases_ordinary"
    TRADE_IN_CREDIT = "trade_in_credit"
    TRADE_IN_BONUS = "trade_in_bonus"
    SELLERS_TO_PAY = "sellers_to_pay"
    STORE_CREDIT = "store_credit"
    GIFT_CARDS = "gift_cards"
    DEPOSITS = "deposits"
    CASH = "cash"
    CARD = "card"
    CHEQUE = "cheque"
    TRANSFER = "transfer"
    SAFE = "safe"
    CASH_SHORT = "cash_short"
    CASH_OVER = "cash_over"
    WAITING = "waiting"


class JournalOf(StrEnum):
    """Which accounting journal an entry stands in."""

    SALES = "sales"
    PURCHASES = "purchases"
    CASH = "cash"
    VAT = "vat"


class MarginMethod(StrEnum):
    """How the VAT of the margin scheme is computed: per device, or over all purchases and sales of a month (MAR-05)."""

    UNIT = "unit"
    GLOBAL = "global"


@dataclass(frozen=True, slots=True)
class Account:
    """A number of the chart with its label; ``rate_bp`` is set where an account is for one VAT rate only."""

    use: Use
    since: date
    number: str
    label: str
    rate_bp: int | None = None


@dataclass(frozen=True, slots=True)
class MethodSince:
    """The method that holds from a day on. There is one at a time."""

    since: date
    method: MarginMethod


@dataclass(frozen=True, slots=True)
class StockCount:
    """What the used goods in stock had cost, by the inventory of a day."""

    on: date
    value: Money


@dataclass(frozen=True, slots=True)
class JournalName:
    """Code and label of an accounting journal."""

    journal: JournalOf
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """First and last day."""

    first: date
    last: date


@dataclass(frozen=True)
class Chart:
    """``texts`` are the words of an entry by its kind; the year ends on the last day of ``year_ends_month``; ``cash_uses`` say where cash goes or
    comes from, by the reason of its movement."""

    accounts: tuple[Account, ...]
    journals: tuple[JournalName, ...]
    methods: tuple[MethodSince, ...]
    stocks: tuple[StockCount, ...]
    texts: dict[str, str]
    year_ends_month: int
    cash_uses: tuple[tuple[str, Use], ...] = ()

    def account(self, use: Use, day: date, *, rate_bp: int | None = None) -> Account:
        """The newest that has begun, the one for this very rate before the one for all; AccountMissing."""
        begun = [account for account in self._by_use.get(use, ()) if account.since <= day and account.rate_bp in (None, rate_bp)]
        if not begun:
            raise AccountMissing(use=use.value, day=day.isoformat())
        return max(begun, key=lambda account: (account.rate_bp is not None, account.since))

    @cached_property
    def _by_use(self) -> dict[Use, tuple[Account, ...]]:
        """Asked several times per document."""
        return {use: tuple(account for account in self.accounts if account.use is use) for use in Use}

    def journal(self, wanted: JournalOf) -> JournalName:
        """Its code and label."""
        return next(name for name in self.journals if name.journal is wanted)

    def cash_use(self, reason: str) -> Use:
        """The other side of cash that moved for a reason; what no rule names waits for the accountant."""
        return dict(self.cash_uses).get(reason, Use.WAITING)

    def method(self, day: date) -> MarginMethod:
        """Per device where the company has chosen nothing."""
        begun = [item for item in self.methods if item.since <= day]
        return max(begun, key=lambda item: item.since).method if begun else MarginMethod.UNIT

    def fiscal_year(self, day: date) -> FiscalYear:
        """The year in which a day lies."""
        year = day.year if day.month <= self.year_ends_month else day.year + 1
        return FiscalYear(_month_end(year - 1, self.year_ends_month) + timedelta(days=1), _month_end(year, self.year_ends_month))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
