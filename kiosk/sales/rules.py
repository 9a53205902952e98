"""Tax rates, limits and mentions as dated data: what holds on a day is chosen by that day, so a law can change at midnight. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Protocol, TypeVar

from kiosk.basics.money import ZERO, Money
from kiosk.errors import Misused
from kiosk.sales.sales_tax import StackedRate, combined
from kiosk.sales.tax import Scheme, Tax, TaxRounding


class RuleMissing(Misused):
    """No rule with this code holds on this day."""

    code = "sales.rule_missing"


class Occasion(StrEnum):
    """On what a mention is printed."""

    ALWAYS = "always"
    DURABLE = "durable"
    USED = "used"
    MARGIN = "margin"
    INVOICE = "invoice"


@dataclass(frozen=True, slots=True)
class Rate:
    """A tax code of the catalogue; ``mark`` is the letter beside the line on paper. Sales tax is a ``stack``, and ``rate_bp`` its rounded sum."""

    code: str
    since: date
    scheme: Scheme
    rate_bp: int
    mark: str
    stack: tuple[StackedRate, ...] = ()

    @property
    def percent(self) -> Fraction:
        """Exact: 8.875 % has no basis points."""
        return combined(self.stack) if self.stack else Fraction(self.rate_bp, 100)

    def tax(self, *, purchase_price: Money | None = None) -> Tax:
        """As the engine wants it; VAT stands inside the price, sales tax comes on top."""
        return Tax(self.scheme, (self.percent,), included=self.scheme is not Scheme.SALES_TAX, purchase_price=purchase_price)


@dataclass(frozen=True, slots=True)
class Limits:
    """``cash_limit`` per debt (CMF D. 112-3; None: there is none), ``cash_limit_abroad`` for a private person who proves to live abroad; ``discount_limit_bp``
    is what a cashier may give alone. A gift card holds from ``gift_card_least`` to ``gift_card_most``, for ``gift_card_months`` (0: for ever).
    """

    since: date
    cash_limit: Money | None
    discount_limit_bp: int
    cash_limit_abroad: Money = ZERO
    cheques_accepted: bool = False
    gift_card_least: Money = ZERO
    gift_card_most: Money = ZERO
    gift_card_months: int = 0


class Cause(StrEnum):
    """Why a receipt leaves without being asked for."""

    ALWAYS = "always"
    DURABLE = "durable"
    SERVICE_NOTE = "service_note"
    MONEY_BACK = "money_back"


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """``automatic_on`` is what makes a receipt leave by itself; services from ``service_note`` on, tax included, want a note."""

    since: date
    automatic_on: frozenset[Cause]
    service_note: Money


EVERY_RECEIPT = ReceiptRule(date.min, frozenset({Cause.ALWAYS}), Money(0))
"""Where the rule files say nothing of receipts."""


@dataclass(frozen=True, slots=True)
class ClosingRule:
    """``close_by`` is until when, on the morning after, a day with sales must be closed (FIS-06).

    More days without any closing than ``longest_gap_days`` are taken for a wrong clock until somebody says otherwise.
    """

    since: date
    close_by: time
    longest_gap_days: int


MIDNIGHT = ClosingRule(date.min, time(0), 400)
"""Where the rule files say nothing of closings."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that the law or the house wants on the ticket; an empty text ends an earlier one."""

    code: str
    since: date
    on: Occasion
    text: str


class _Dated(Protocol):
    @property
    def since(self) -> date: ...


D = TypeVar("D", bound=_Dated)


@dataclass(frozen=True, slots=True)
class RulesOfDay:
    """What holds on one day."""

    rates: tuple[Rate, ...]
    limits: Limits
    mentions: tuple[Mention, ...]
    closing: ClosingRule = MIDNIGHT
    receipts: ReceiptRule = EVERY_RECEIPT
    rounding: TaxRounding = TaxRounding.LINE

    def rate(self, code: str) -> Rate:
        """RuleMissing for a code that the country does not have today."""
        found = next((rate for rate in self.rates if rate.code == code), None)
        if found is None:
            raise RuleMissing(tax_code=code)
        return found

    def mention(self, code: str) -> str | None:
        """The text of one mention, None when it is not printed today."""
        return next((mention.text for mention in self.mentions if mention.code == code), None)

    def mentions_on(self, occasions: Iterable[Occasion]) -> tuple[str, ...]:
        """The texts that these occasions call for, in the order of the file."""
        wanted = set(occasions)
        return tuple(mention.text for mention in self.mentions if mention.on in wanted)


@dataclass(frozen=True, slots=True)
class SaleRules:
    """All rules of a country with their dates."""

    rates: tuple[Rate, ...]
    limits: tuple[Limits, ...]
    mentions: tuple[Mention, ...]
    closings: tuple[ClosingRule, ...] = ()
    receipts: tuple[ReceiptRule, ...] = ()
    rounding: TaxRounding = TaxRounding.LINE
    _found: dict[date, RulesOfDay] = field(default_factory=dict, init=False, repr=False, compare=False)

    def on(self, day: date) -> RulesOfDay:
        """RuleMissing when nothing has begun yet. Asked several times in every sale, so a day is looked up once."""
        if day not in self._found:
            self._found[day] = self._on(day)
        return self._found[day]

    def _on(self, day: date) -> RulesOfDay:
        limits = _newest([item for item in self.limits if item.since <= day])
        if limits is None:
            raise RuleMissing(tax_code="limits")
        rates = [_newest([item for item in self.rates if item.code == code and item.since <= day]) for code in _codes(self.rates)]
        mentions = [_newest([item for item in self.mentions if item.code == code and item.since <= day]) for code in _codes(self.mentions)]
        return RulesOfDay(
            tuple(item for item in rates if item is not None),
            limits,
            tuple(item for item in mentions if item is not None and item.text),
            _newest([item for item in self.closings if item.since <= day]) or MIDNIGHT,
            _newest([item for item in self.receipts if item.since <= day]) or EVERY_RECEIPT,
            self.rounding,
        )


def _codes(items: Iterable[Rate | Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.code for item in items))


def _newest(begun: list[D]) -> D | None:
    return max(begun, key=lambda item: item.since, default=None)
