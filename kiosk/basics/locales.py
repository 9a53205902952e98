"""How amounts, rates and dates are written: the ONE place that knows a currency's sign or the order of a date. Pure.

A language is that of the reader (a person on the screen, the customer on paper); currency and country are those of the shop. Every
paper and every view model is handed one of these; nothing else turns money into text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from kiosk.basics.money import Money

NARROW_NO_BREAK_SPACE = "\u202f"
MINUS_SIGN = "\u2212"
SIGNS = {"EUR": "€", "USD": "$"}
SMALL_SIGNS = {"EUR": f"{NARROW_NO_BREAK_SPACE}c", "USD": "¢"}
RATE_DECIMALS_LIMIT = 4


@dataclass(frozen=True, slots=True)
class Locale:
    """``language`` is "fr" or "en"; ``currency`` an ISO 4217 code; ``country`` an ISO 3166 code."""

    language: str = "fr"
    currency: str = "EUR"
    country: str = "FR"

    @property
    def french(self) -> bool:
        return self.language != "en"

    @property
    def sign(self) -> str:
        """``€``; a currency without a sign is written by its code."""
        return SIGNS.get(self.currency, self.currency)

    @property
    def decimal_sign(self) -> str:
        return "," if self.french else "."

    def money(self, amount: Money) -> str:
        """``1 234,50 €`` (U+202F between thousands and before the sign), ``€1,234.50`` or ``$1,234.50``; U+2212 when negative."""
        return self._signed(amount.amount_cents < 0, self.bare_money(Money(abs(amount.amount_cents))))

    def bare_money(self, amount: Money) -> str:
        """``53,80``: where the currency is said beside it."""
        cents = amount.amount_cents
        figure = f"{self.whole(abs(cents) // 100)}{self.decimal_sign}{abs(cents) % 100:02d}"
        return f"{MINUS_SIGN}{figure}" if cents < 0 else figure

    def round_money(self, amount: Money) -> str:
        """Without cents when there are none, as on a note: ``60 €``, ``53,80 €``, ``20 c`` or ``20¢`` below one."""
        cents = amount.amount_cents
        if 0 < cents < 100:
            return f"{cents}{SMALL_SIGNS.get(self.currency, f'{NARROW_NO_BREAK_SPACE}c')}"
        return self.money(amount) if cents % 100 else self._signed(cents < 0, self.whole(abs(cents) // 100))

    def money_range(self, low: Money, high: Money) -> str:
        """``142 – 168 €`` or ``€142 – 168``; one amount when both are the same."""
        first, last = self.round_money(low), self.round_money(high)
        if low == high:
            return first
        if self.french:
            return f"{first.removesuffix(f'{NARROW_NO_BREAK_SPACE}{self.sign}')} \u2013 {last}"
        return f"{first} \u2013 {last.removeprefix(self.sign)}"

    def whole(self, count: int) -> str:
        """``1 234`` or ``1,234``."""
        figure = f"{abs(count):,}"
        return (MINUS_SIGN if count < 0 else "") + (figure.replace(",", NARROW_NO_BREAK_SPACE) if self.french else figure)

    def percent(self, tenths: int) -> str:
        """``24,8 %`` from tenths of a percent; a round figure loses its decimal."""
        sign, tenths = (MINUS_SIGN, -tenths) if tenths < 0 else ("", tenths)
        figure = f"{tenths // 10}{self.decimal_sign}{tenths % 10}" if tenths % 10 else str(tenths // 10)
        return f"{sign}{figure}{self._percent_sign}"

    def tax_rate(self, percent: Fraction) -> str:
        """``20,00 %``, as a French ticket has it; ``8.875%`` elsewhere, with the decimals that there are."""
        if self.french:
            return f"{self.bare_money(Money(round(percent * 100)))}{self._percent_sign}"
        ten_thousandths = round(percent * 10**RATE_DECIMALS_LIMIT)
        whole, rest = divmod(ten_thousandths, 10**RATE_DECIMALS_LIMIT)
        decimals = f"{rest:0{RATE_DECIMALS_LIMIT}d}".rstrip("0")
        return f"{whole}.{decimals}%" if decimals else f"{whole}%"

    def date(self, day: date) -> str:
        """``22/11/2026``, ``11/22/2026`` in the United States."""
        return f"{day:%m/%d/%Y}" if self.country == "US" else f"{day:%d/%m/%Y}"

    def moment(self, at_local: datetime) -> str:
        """``22/11/2026 14:37``, ``11/22/2026 2:37 PM`` in the United States."""
        return f"{self.date(at_local)} {self.time(at_local)}"

    def time(self, at_local: datetime) -> str:
        """``14:37`` or ``2:37 PM``."""
        if self.country != "US" or self.french:
            return f"{at_local:%H:%M}"
        return f"{at_local.hour % 12 or 12}:{at_local:%M} {'AM' if at_local.hour < 12 else 'PM'}"

    @property
    def _percent_sign(self) -> str:
        return f"{NARROW_NO_BREAK_SPACE}%" if self.french else "%"

    def _signed(self, negative: bool, figure: str) -> str:
        minus = MINUS_SIGN if negative else ""
        return f"{minus}{figure}{NARROW_NO_BREAK_SPACE}{self.sign}" if self.french else f"{minus}{self.sign}{figure}"


FRANCE = Locale()
"""French, euros: papers that French law words (the deed of a trade-in) are written so whoever reads them."""
