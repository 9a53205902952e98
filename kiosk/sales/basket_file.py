"""The basket of ``kiosk price``: JSON to the engine's nouns, every fault named by its path. Pure.

The shapes are those of ``docs/price.md``; unknown keys are refused, so a misspelt discount can never be ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kiosk.basics.money import Money
from kiosk.sales.currencies import decimals_of
from kiosk.sales.json_reader import Faults, Reader, read_scaled
from kiosk.sales.pricing import AmountOff, Discount, Item, PercentOff, amount_before_discount, discount_fits
from kiosk.sales.tax import Scheme, Tax, TaxRounding
from kiosk.sales.tenders import CashRounding, RoundingMethod, RoundingScope, Tender

LINES_LIMIT = 10_000
TENDERS_LIMIT = 1_000
RATES_LIMIT = 20
RATE_DECIMALS = 6
DEFAULT_MARGIN_RATE = Fraction(20)

BASKET_KEYS = ("currency", "tax_rounding", "lines", "discount", "cash_rounding", "tenders", "refund_of", "returned_before")
_LINE_KEYS = ("id", "quantity", "unit_price", "tax", "discount")
_TAX_KEYS = ("scheme", "included", "rate_percent", "rates_percent", "purchase_price")
_ID = r"[^\x00-\x1f\x7f]{1,100}"


@dataclass(frozen=True, slots=True)
class Basket:
    """A basket as the file states it, judged but not yet priced."""

    decimals: int
    items: tuple[Item, ...]
    rounding: TaxRounding
    discount: Discount | None
    cash_rounding: CashRounding | None
    tenders: tuple[Tender, ...]


def open_basket(content: object, *, path: str, faults: Faults) -> Reader:
    """The basket's object, with its unknown keys already noted."""
    return Reader(content, path=path, faults=faults, known=BASKET_KEYS)


def read_basket(reader: Reader, faults: Faults) -> Basket | None:
    """Everything but ``refund_of``; None when anything in it is at fault."""
    faults_before = len(faults.found)
    decimals = read_decimals(reader)
    rounding = reader.choice("tax_rounding", [mode.value for mode in TaxRounding], default=TaxRounding.LINE.value)
    lines = reader.items("lines", limit=LINES_LIMIT)
    items = [_item(value, path=reader.path_of(f"lines[{index}]"), decimals=decimals, faults=faults) for index, value in enumerate(lines)]
    _check_unique([item.line_id for item in items if item], reader)
    discount = _discount(reader, decimals=decimals, faults=faults)
    cash_rounding = read_cash_rounding(reader, decimals=decimals, faults=faults)
    tenders = read_tenders(reader, decimals=decimals, faults=faults)
    if len(faults.found) > faults_before or rounding is None:
        return None
    return Basket(decimals, tuple(item for item in items if item), TaxRounding(rounding), discount, cash_rounding, tenders)


def read_decimals(reader: Reader) -> int:
    """The currency's decimals; two while the currency itself is at fault, so that the rest can still be judged."""
    currency = reader.text("currency", pattern="[A-Z]{3}", what="a currency code like EUR")
    decimals = decimals_of(currency) if currency else 2
    if decimals is None:
        reader.fault("currency", "is not a currency of ISO 4217")
    return 2 if decimals is None else decimals


def _check_unique(ids: list[str], reader: Reader) -> None:
    seen: set[str] = set()
    for index, line_id in enumerate(ids):
        if line_id in seen:
            reader.fault(f"lines[{index}].id", "stands twice")
        seen.add(line_id)


def _item(value: object, *, path: str, decimals: int, faults: Faults) -> Item | None:
    reader = Reader(value, path=path, faults=faults, known=_LINE_KEYS)
    line_id = reader.text("id", pattern=_ID, what="1 to 100 printable characters")
    quantity_milli = reader.scaled("quantity", decimals=3) if reader.has("quantity") else 1000
    unit_price = reader.scaled("unit_price", decimals=decimals)
    tax = _tax(reader, decimals=decimals, faults=faults)
    discount = _discount(reader, decimals=decimals, faults=faults)
    if line_id is None or quantity_milli is None or unit_price is None or tax is None:
        return None
    item = Item(line_id, quantity_milli, Money(unit_price), tax, discount)
    if not discount_fits(amount_before_discount(item), discount):
        reader.fault("discount.amount", "is more than the line")
        return None
    return item


def _tax(line: Reader, *, decimals: int, faults: Faults) -> Tax | None:
    if not line.has("tax"):
        line.fault("tax", "is missing")
        return None
    faults_before = len(faults.found)
    reader = Reader(line.raw("tax"), path=line.path_of("tax"), faults=faults, known=_TAX_KEYS)
    word = reader.choice("scheme", [scheme.value for scheme in Scheme], default=None)
    included = reader.truth("included")
    purchase_price = reader.scaled("purchase_price", decimals=decimals, required=word == Scheme.MARGIN.value)
    if purchase_price is not None and purchase_price < 0:
        reader.fault("purchase_price", "must not be negative")
    rates = _rates(reader, scheme=word, faults=faults)
    if word is None:
        return None
    scheme = Scheme(word)
    if included is (scheme is Scheme.SALES_TAX) and scheme is not Scheme.STANDARD:
        reader.fault("included", "must be false: sales tax is added to the price" if included else "must be true: the margin includes its tax")
    if len(faults.found) > faults_before:
        return None
    bought = Money(purchase_price) if purchase_price is not None and scheme is Scheme.MARGIN else None
    return Tax(scheme, rates, scheme is not Scheme.SALES_TAX if included is None else included, bought)


def _rates(reader: Reader, *, scheme: str | None, faults: Faults) -> tuple[Fraction, ...]:
    """The rates of the scheme. Keys that mean nothing to it are checked like the others and then left alone."""
    listed = reader.items("rates_percent", required=False, limit=RATES_LIMIT)
    several = [_percent(value, path=reader.path_of(f"rates_percent[{index}]"), faults=faults) for index, value in enumerate(listed)]
    single = _percent(reader.raw("rate_percent"), path=reader.path_of("rate_percent"), faults=faults)
    if scheme == Scheme.SALES_TAX.value and reader.has("rates_percent"):
        return tuple(rate for rate in several if rate is not None)
    if single is None and scheme == Scheme.MARGIN.value:
        return (DEFAULT_MARGIN_RATE,)
    if not reader.has("rate_percent"):
        reader.fault("rates_percent" if scheme == Scheme.SALES_TAX.value else "rate_percent", "is missing")
    return () if single is None else (single,)


def _percent(value: object, *, path: str, faults: Faults) -> Fraction | None:
    """0 to 100, None when absent or at fault."""
    scaled = read_scaled(value, decimals=RATE_DECIMALS, path=path, faults=faults)
    if scaled is None:
        return None
    percent = Fraction(scaled, 10**RATE_DECIMALS)
    if not 0 <= percent <= 100:
        faults.add(path, "must be from 0 to 100")
        return None
    return percent


def _discount(owner: Reader, *, decimals: int, faults: Faults) -> Discount | None:
    if not owner.has("discount"):
        return None
    reader = Reader(owner.raw("discount"), path=owner.path_of("discount"), faults=faults, known=("percent", "amount"))
    percent = _percent(reader.raw("percent"), path=reader.path_of("percent"), faults=faults)
    amount = reader.scaled("amount", decimals=decimals, required=False)
    if reader.has("percent") == reader.has("amount"):
        if isinstance(owner.raw("discount"), dict):
            reader.fault("", "must have either percent or amount")
        return None
    if amount is not None and amount < 0:
        reader.fault("amount", "must not be negative")
        return None
    if percent is not None:
        return PercentOff(percent)
    return None if amount is None else AmountOff(Money(amount))


def read_cash_rounding(owner: Reader, *, decimals: int, faults: Faults) -> CashRounding | None:
    if not owner.has("cash_rounding"):
        return None
    reader = Reader(owner.raw("cash_rounding"), path=owner.path_of("cash_rounding"), faults=faults, known=("step", "method", "scope"))
    step = reader.scaled("step", decimals=decimals)
    method = reader.choice("method", [method.value for method in RoundingMethod], default=RoundingMethod.HALF_UP.value)
    scope = reader.choice("scope", [scope.value for scope in RoundingScope], default=RoundingScope.TOTAL.value)
    if step is not None and step <= 0:
        reader.fault("step", "must be more than zero")
    if step is None or step <= 0 or method is None or scope is None:
        return None
    return CashRounding(Money(step), RoundingMethod(method), RoundingScope(scope))


def read_tenders(owner: Reader, *, decimals: int, faults: Faults) -> tuple[Tender, ...]:
    tenders = []
    for index, value in enumerate(owner.items("tenders", required=False, limit=TENDERS_LIMIT)):
        reader = Reader(value, path=owner.path_of(f"tenders[{index}]"), faults=faults, known=("kind", "amount"))
        kind = reader.text("kind", pattern="[a-z][a-z0-9_]{0,31}", what="a word like cash, card or voucher")
        amount = reader.scaled("amount", decimals=decimals)
        if kind is not None and amount is not None:
            tenders.append(Tender(kind, Money(amount)))
    return tuple(tenders)
