"""``kiosk price`` from decoded JSON to the answer: a sale priced, or a sale mirrored. Pure.

A refund that names no line gives everything back; one that then names no tender either gives it back the way it was paid.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.sales.basket_file import LINES_LIMIT, Basket, open_basket, read_basket, read_cash_rounding, read_tenders
from kiosk.sales.json_reader import BadFile, Faults, Reader
from kiosk.sales.pricing import Item, Priced, discount_fits, price
from kiosk.sales.refund import Part, mirror
from kiosk.sales.tenders import Settlement, Tender, settle


@dataclass(frozen=True, slots=True)
class Bill:
    """The answer: amounts and settlement, with the decimals of the currency."""

    priced: Priced
    settlement: Settlement
    decimals: int


def price_file(content: object) -> Bill:
    """Price the decoded JSON; ``BadFile`` with every fault when it cannot be."""
    faults = Faults()
    reader = open_basket(content, path="", faults=faults)
    bill = _refund(reader, faults) if reader.has("refund_of") else _sale(reader, faults)
    if faults.found or bill is None:
        raise BadFile(faults=faults.found)
    return bill


def _sale(reader: Reader, faults: Faults) -> Bill | None:
    if reader.has("returned_before"):
        reader.fault("returned_before", "goes with refund_of only")
    basket = read_basket(reader, faults)
    return None if basket is None else _bill(basket, reader)


def _bill(basket: Basket, reader: Reader) -> Bill | None:
    undiscounted = price(basket.items, rounding=basket.rounding)
    if not discount_fits(undiscounted.total, basket.discount):
        reader.fault("discount.amount", "is more than the ticket")
        return None
    priced = price(basket.items, rounding=basket.rounding, ticket_discount=basket.discount)
    bill = Bill(priced, settle(priced.total, basket.tenders, basket.cash_rounding), basket.decimals)
    _check_signs(bill, basket.tenders, reader)
    return bill


def _check_signs(bill: Bill, tenders: tuple[Tender, ...], reader: Reader) -> None:
    """Money goes one way: to the shop when something is due, to the customer when the total is negative."""
    due_cents = bill.settlement.due.amount_cents
    for index, tender in enumerate(tenders):
        if tender.amount.amount_cents * due_cents < 0:
            reader.fault(f"tenders[{index}].amount", "must not be negative" if due_cents > 0 else "must be negative: money is handed back")


def _refund(reader: Reader, faults: Faults) -> Bill | None:
    original = open_basket(reader.raw("refund_of"), path="refund_of", faults=faults)
    for key in ("refund_of", "returned_before"):
        if original.has(key):
            original.fault(key, "a refund cannot be refunded")
    basket = read_basket(original, faults)
    sold = _bill(basket, original) if basket else None
    _check_same(reader, original)
    if basket is None or sold is None:
        return None
    parts = _parts(reader, basket, faults)
    rounding = read_cash_rounding(reader, decimals=basket.decimals, faults=faults) or basket.cash_rounding
    tenders = read_tenders(reader, decimals=basket.decimals, faults=faults)
    if faults.found:
        return None
    refund = mirror(sold.priced, parts)
    if not reader.has("tenders") and _is_whole(parts, basket):
        tenders = tuple(replace(tender, amount=-tender.amount) for tender in basket.tenders)
    bill = Bill(refund, settle(refund.total, tenders, rounding), basket.decimals)
    _check_signs(bill, tenders, reader)
    return bill


def _check_same(reader: Reader, original: Reader) -> None:
    for key in ("currency", "tax_rounding"):
        if reader.has(key) and original.has(key) and reader.raw(key) != original.raw(key):
            reader.fault(key, "must be that of the sale")
    if reader.has("discount"):
        reader.fault("discount", "a refund mirrors the sale and has no discount of its own")


def _is_whole(parts: dict[str, Part], basket: Basket) -> bool:
    return len(parts) == len(basket.items) and all(part.back_milli == part.sold_milli for part in parts.values())


def _parts(reader: Reader, basket: Basket, faults: Faults) -> dict[str, Part]:
    sold = {item.line_id: item for item in basket.items}
    before = _quantities(reader, "returned_before", sold, {}, faults)
    back = _quantities(reader, "lines", sold, before, faults)
    if not reader.raw("lines"):
        left = {line_id: item.quantity_milli - before.get(line_id, 0) for line_id, item in sold.items()}
        back = {line_id: milli for line_id, milli in left.items() if milli != 0 or line_id not in before}
    parts = {}
    for line_id, back_milli in back.items():
        sold_milli, before_milli = sold[line_id].quantity_milli, before.get(line_id, 0)
        if abs(before_milli + back_milli) <= abs(sold_milli):
            parts[line_id] = Part(sold_milli, before_milli, back_milli)
    return parts


def _quantities(reader: Reader, key: str, sold: dict[str, Item], before: dict[str, int], faults: Faults) -> dict[str, int]:
    """Thousandths by line id; a line without a quantity is all that is left of it."""
    found: dict[str, int] = {}
    for index, value in enumerate(reader.items(key, required=False, limit=LINES_LIMIT)):
        line = Reader(value, path=reader.path_of(f"{key}[{index}]"), faults=faults, known=("id", "quantity"))
        line_id = line.text("id", pattern=r"[^\x00-\x1f\x7f]{1,100}", what="1 to 100 printable characters")
        quantity_milli = line.scaled("quantity", decimals=3, required=False)
        if line_id is None:
            continue
        if line_id not in sold:
            line.fault("id", "is not a line of the sale")
        elif line_id in found:
            line.fault("id", "stands twice")
        elif not line.has("quantity") or quantity_milli is not None:
            found[line_id] = _checked_quantity(line, quantity_milli, sold[line_id].quantity_milli, before.get(line_id, 0))
    return found


def _checked_quantity(line: Reader, quantity_milli: int | None, sold_milli: int, before_milli: int) -> int:
    left_milli = sold_milli - before_milli
    if quantity_milli is None:
        return left_milli
    if quantity_milli * (-1 if sold_milli < 0 else 1) <= 0:
        line.fault("quantity", "must be more than zero" if sold_milli >= 0 else "must be less than zero, like the line of the sale")
        return left_milli
    if abs(quantity_milli) > abs(left_milli):
        line.fault("quantity", "is more than was sold and not yet given back")
        return left_milli
    return quantity_milli
