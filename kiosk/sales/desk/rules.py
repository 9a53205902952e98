"""What the counter promises and for how long, as dated data; and the words of its papers. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.basics.locales import Locale
from kiosk.catalogue.products import ReferencePrice
from kiosk.errors import Misused


class DeskRuleMissing(Misused):
    """No rule of the counter holds on this day."""

    code = "sales.desk_rule_missing"


@dataclass(frozen=True, slots=True)
class DeskRule:
    """The days are those of quotation, deposit and price comparison; ``contract_terms`` stand on a ticket with a subscription."""

    since: date
    quotation_days: int
    deposit_days: int
    reference_price_days: int
    contract_terms: str


@dataclass(frozen=True, slots=True)
class Consent:
    """The sentence to which a customer says yes when they want offers, and the version that is kept with their yes (SEC-01)."""

    since: date
    version: str
    text: str


@dataclass(frozen=True, slots=True)
class DeskWords:
    """One field per line of the file."""

    quotation_title: str
    quotation_customer: str
    quotation_lines: str
    quotation_discount: str
    quotation_total: str
    quotation_tax: str
    quotation_until: str
    quotation_stock: str
    new_price: str
    deposit_keeps: str

    def price_new(self, reference: ReferencePrice, locale: Locale) -> str:
        """``Neuf : 629,00 € (apple.com, 02/11/2026)``."""
        return self.new_price.format(amount=locale.money(reference.amount), source=reference.source.strip(), seen_on=locale.date(reference.seen_on))


@dataclass(frozen=True, slots=True)
class DeskRules:
    """All of a country's rules with their dates."""

    rules: tuple[DeskRule, ...]
    consents: tuple[Consent, ...]
    words: DeskWords

    def on(self, day: date) -> DeskRule:
        """The newest that has begun; DeskRuleMissing."""
        begun = [rule for rule in self.rules if rule.since <= day]
        if not begun:
            raise DeskRuleMissing(day=day.isoformat())
        return max(begun, key=lambda rule: rule.since)

    def consent_on(self, day: date) -> Consent:
        """What is asked today; DeskRuleMissing."""
        begun = [consent for consent in self.consents if consent.since <= day]
        if not begun:
            raise DeskRuleMissing(day=day.isoformat())
        return max(begun, key=lambda consent: consent.since)
