"""The price book: what each model is bought and sold for, and what each defect takes off. A published version, read-only. Pure nouns.

The file is read by ``rulefiles.py``; the hash of its bytes is kept on every offer made with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kiosk.basics.money import ZERO, Money
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.grading import BuybackCode
from kiosk.diagnostics.repairs import BookPart
from kiosk.errors import Damaged, Refused
from kiosk.stock.units import Grade


class NotInPriceBook(Refused):
    """The price book in force has no base for this model."""

    code = "tradein.not_in_price_book"


class BadPriceBook(Damaged):
    """A worse condition is worth more than a better one, or a value is missing."""

    code = "tradein.bad_price_book"


@dataclass(frozen=True, slots=True)
class ModelPrices:
    """Base values of one model and storage by buy-back code, and its sale prices by grade ("premium"…)."""

    base: Mapping[BuybackCode, Money]
    sale: Mapping[str, Money]

    @property
    def parts_value(self) -> Money:
        """Deductions never go below what the parts alone are worth."""
        return self.base[BuybackCode.NOT_FUNCTIONAL_CRACKED]


@dataclass(frozen=True, slots=True)
class PriceBook:
    """A published version, in force from its first to its last day (for good without one).

    ``deductions`` is already part price + minutes × rate, per part, for one kind of device; ``minutes`` is the work in it.
    """

    version: str
    valid_from: str
    sha256: str
    step: Money
    floor: Money
    cap: Money
    validity_days: int
    voucher_bonus_bp: int
    cash_limit: Money
    cash_allowed: bool
    unchecked_limit: Money
    rework_cap_bp: int
    deductions: Mapping[tuple[str, str], Money]
    accessories: Mapping[tuple[str, str], Money]
    models: Mapping[tuple[str, str, int | None], ModelPrices]
    minutes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    valid_to: str | None = None
    minute_rate: Money = ZERO

    def is_in_force(self, day: str) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def model(self, *, brand: str, name: str, storage_gb: int | None) -> ModelPrices:
        """The prices of a make, model and storage; colours share them."""
        prices = self.models.get((brand, name, storage_gb))
        if prices is None:
            raise NotInPriceBook(brand=brand, name=name, storage_gb=storage_gb or 0)
        return prices


@dataclass(frozen=True, slots=True)
class BookPrices:
    """The price book of the day as the inspection asks it (``diagnostics.desk.UnitPrices``)."""

    book: Callable[[], PriceBook]

    def sale_price(self, model: DeviceModel, grade: Grade) -> Money | None:
        prices = self._prices(model)
        return prices.sale[grade.value] if prices else None

    def repair_cost(self, model: DeviceModel, parts: tuple[str, ...]) -> Money:
        """Parts with a price in the book; what has none costs nothing here and is for the workshop to say."""
        deductions = self.book().deductions
        return Money.total(deductions.get((model.kind.value, part), ZERO) for part in parts)

    def repair_cap(self, model: DeviceModel) -> Money:
        """A share of the *good* sale price: above it a repair is not worth it."""
        prices = self._prices(model)
        return Money(prices.sale["good"].amount_cents * self.book().rework_cap_bp // 10_000) if prices else ZERO

    def parts_of(self, model: DeviceModel) -> tuple[BookPart, ...]:
        """Every part of this kind of device, in the book's order, with its own price and the minutes of the work."""
        book, kind = self.book(), model.kind.value
        named = [(part, whole, book.minutes.get((kind, part), 0)) for (of_kind, part), whole in book.deductions.items() if of_kind == kind]
        return tuple(BookPart(part, whole - Money(book.minute_rate.amount_cents * minutes), minutes) for part, whole, minutes in named)

    def minute_rate(self) -> Money:
        return self.book().minute_rate

    def _prices(self, model: DeviceModel) -> ModelPrices | None:
        return self.book().models.get((model.brand, model.name, model.storage_gb))


class NoPrices:
    """Where no price book is published: a unit keeps the price that it came with, and a repair is for the workshop to say."""

    def sale_price(self, model: DeviceModel, grade: Grade) -> Money | None:  # noqa: ARG002 - no book has any
        return None

    def repair_cost(self, model: DeviceModel, parts: tuple[str, ...]) -> Money:  # noqa: ARG002 - no book has any
        return ZERO

    def repair_cap(self, model: DeviceModel) -> Money:  # noqa: ARG002 - no book has any
        return ZERO

    def parts_of(self, model: DeviceModel) -> tuple[BookPart, ...]:  # noqa: ARG002 - no book has any
        return ()

    def minute_rate(self) -> Money:
        return ZERO
