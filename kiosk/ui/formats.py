"""How amounts, times and counts are written on the screen, in the language of the person who is signed in. Pure.

Money and dates reach QML as finished strings from here; words stand in QML (``qsTr``). Times come in UTC and are shown in the shop's zone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.basics.clock import parse_utc
from kiosk.basics.money import NARROW_NO_BREAK_SPACE, Money

FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FRENCH_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHOP_ZONE = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Formats:
    """The habits of one language; ``language`` is "fr" or "en"."""

    language: str = "fr"
    zone: str = SHOP_ZONE

    @property
    def french(self) -> bool:
        return self.language != "en"

    @property
    def decimal_sign(self) -> str:
        return "," if self.french else "."

    def money(self, amount: Money) -> str:
        """``418,80 €`` or ``€418.80``."""
        return amount.french() if self.french else amount.english()

    def round_money(self, amount: Money) -> str:
        """Without cents when there are none, as on a note: ``60 €``, ``53,80 €``, ``20 c`` below one euro."""
        cents = amount.amount_cents
        if 0 < cents < 100:
            return f"{cents}{NARROW_NO_BREAK_SPACE}c"
        if cents % 100:
            return self.money(amount)
        if self.french:
            return f"{self.whole(cents // 100)}{NARROW_NO_BREAK_SPACE}€"
        return f"\u2212€{self.whole(-cents // 100)}" if cents < 0 else f"€{self.whole(cents // 100)}"

    def bare_money(self, amount: Money) -> str:
        """``53,80``: where the currency is said beside it."""
        return amount.french(symbol=False) if self.french else amount.english(symbol=False)

    def whole(self, count: int) -> str:
        """``1 234`` or ``1,234``."""
        figure = f"{abs(count):,}"
        return ("\u2212" if count < 0 else "") + (figure.replace(",", NARROW_NO_BREAK_SPACE) if self.french else figure)

    def percent(self, tenths: int) -> str:
        """``24,8 %`` from tenths of a percent; a round figure loses its decimal."""
        sign, tenths = ("\u2212", -tenths) if tenths < 0 else ("", tenths)
        figure = f"{tenths // 10}{self.decimal_sign}{tenths % 10}" if tenths % 10 else str(tenths // 10)
        return f"{sign}{figure}{NARROW_NO_BREAK_SPACE if self.french else ''}%"

    def clock(self, at_utc: str | datetime) -> str:
        """``14:37`` in the shop's zone."""
        return f"{self._local(at_utc):%H:%M}"

    def clock_with_seconds(self, at_utc: str | datetime) -> str:
        return f"{self._local(at_utc):%H:%M:%S}"

    def day(self, at_utc: str | datetime) -> str:
        """``samedi 21 novembre`` or ``Saturday 21 November``."""
        moment = self._local(at_utc)
        if self.french:
            return f"{FRENCH_DAYS[moment.weekday()]} {'1er' if moment.day == 1 else moment.day} {FRENCH_MONTHS[moment.month - 1]}"
        return f"{ENGLISH_DAYS[moment.weekday()]} {moment.day} {ENGLISH_MONTHS[moment.month - 1]}"

    def day_of_month(self, at_utc: str | datetime) -> str:
        """``21 décembre``."""
        return self.day(at_utc).split(" ", 1)[1]

    def local_hour(self, at_utc: str | datetime) -> int:
        return self._local(at_utc).hour

    def _local(self, at_utc: str | datetime) -> datetime:
        moment = parse_utc(at_utc) if isinstance(at_utc, str) else at_utc.astimezone(UTC)
        return moment.astimezone(ZoneInfo(self.zone))


def tail(identifier: str, *, length: int = 4) -> str:
    """The last characters of an identifier: all that a shared screen shows of it."""
    return identifier[-length:]


def minutes_between(since_utc: str, now: datetime) -> int:
    """Whole minutes that have passed; never negative, whatever the clock did."""
    return max(0, int((now - parse_utc(since_utc)).total_seconds()) // 60)
