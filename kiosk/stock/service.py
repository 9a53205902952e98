"""The stock of the shop: finding a unit, moving it from state to state, counting.

Reads open their own snapshot. What changes stock takes the caller's connection: a sale, a trade-in or an inspection writes
unit, movement and its own rows in ONE transaction, and journals it there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, parse_utc, utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.catalogue import store as catalogue_store
from kiosk.catalogue.codes import BadImei, Gs1, ScannedCode, SerialLike
from kiosk.catalogue.products import Product, ProductKind
from kiosk.catalogue.service import CatalogueService, CategoryCount
from kiosk.errors import Refused
from kiosk.stock import store
from kiosk.stock.store import Movement
from kiosk.stock.units import Unit, UnitState, check_transition, shop_holder
from kiosk.storage.engine import Database
from kiosk.storage.identity import till_identity
from kiosk.storage.search import TAIL_LENGTH

AGE_LIMITS_DAYS = (30, 60, 90)


class UnitUnknown(Refused):
    """No unit with this id in this till's database."""

    code = "stock.unit_unknown"


class UnitChangedMeanwhile(Refused):
    """The unit moved between reading and writing; nothing was changed."""

    code = "stock.unit_changed_meanwhile"


class IdentifierInStock(Refused):
    """A unit with this IMEI or serial is in the shop already: it cannot come in twice."""

    code = "stock.identifier_in_stock"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of a search: a unit with its product, or a product with its level (None: a service, not counted)."""

    product: Product
    unit: Unit | None = None
    quantity: int | None = None

    @property
    def price(self) -> Money | None:
        return self.product.price if self.unit is None else self.unit.price


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Units in the shop since at most ``up_to_days`` (None: longer than all), and what they cost."""

    up_to_days: int | None
    count: int
    cost: Money


class StockService:
    """What the shop has. ``shop`` is asked of the database at each call: a till learns it at enrolment."""

    def __init__(self, database: Database, catalogue: CatalogueService, *, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._catalogue = catalogue
        self._clock = clock
        self._ids = ids

    def unit_by_id(self, unit_id: str) -> Unit | None:
        with self._database.read() as connection:
            return store.unit_by_id(connection, unit_id)

    def unit_by_code(self, code: ScannedCode | str) -> Unit | None:
        """By IMEI, serial or label, whatever of them the code carries."""
        with self._database.read() as connection:
            found = (store.unit_by_identifier(connection, identifier) for identifier in identifiers_in(code))
            return next((unit for unit in found if unit is not None), None)

    def found_by_code(self, code: ScannedCode | str) -> Found | None:
        """The same with its product, wherever the unit is now."""
        unit = self.unit_by_code(code)
        if unit is None:
            return None
        with self._database.read() as connection:
            return Found(catalogue_store.products_by_id(connection, {unit.product_id})[unit.product_id], unit)

    def units_to_inspect(self) -> tuple[Unit, ...]:
        """Oldest first."""
        return self._in_state(UnitState.TO_INSPECT)

    def units_in(self, state: UnitState) -> tuple[Unit, ...]:
        """Oldest first."""
        return self._in_state(state)

    def units_for_sale(self, category: str) -> tuple[Found, ...]:
        """The units on the shelf in a category, by name and price."""
        products = {product.product_id: product for product in self._catalogue.products_in(category)}
        with self._database.read() as connection:
            units = store.units_of_products(connection, tuple(products))
            here = _here(connection)
        shelf = [Found(products[unit.product_id], unit) for unit in units if unit.state is UnitState.FOR_SALE and unit.holder == here]
        return tuple(sorted(shelf, key=lambda found: (found.product.name, found.price.amount_cents if found.price else 0)))

    def units_here(self) -> tuple[Found, ...]:
        """Every unit that the shop holds, oldest first, with its product. For the reader: it is a whole table."""
        with self._database.read() as connection:
            units = store.units_not_gone(connection, holder=_here(connection))
            products = catalogue_store.products_by_id(connection, {unit.product_id for unit in units})
        return tuple(Found(products[unit.product_id], unit) for unit in units)

    def categories_for_sale(self) -> tuple[CategoryCount, ...]:
        """How many units are on the shelf per category."""
        with self._database.read() as connection:
            return tuple(CategoryCount(category, count) for category, count in store.count_for_sale_by_category(connection, holder=_here(connection)))

    def stock_by_state(self) -> dict[UnitState, int]:
        """How many units the shop holds in each state, sold ones included; every state is named."""
        with self._database.read() as connection:
            counts = store.count_by_state(connection, holder=_here(connection))
        return {state: counts.get(state, 0) for state in UnitState}

    def ageing(self) -> tuple[AgeBand, ...]:
        """Units in the shop by how long they have been there: to 30, 60, 90 days, and longer."""
        now = self._clock.now_utc()
        with self._database.read() as connection:
            rows = store.received_and_cost(connection, holder=_here(connection))
        limits = (*AGE_LIMITS_DAYS, None)
        bands: dict[int | None, list[int]] = {limit: [] for limit in limits}
        for received_at_utc, cost_cents in rows:
            days = (now - parse_utc(received_at_utc)).days
            bands[next(limit for limit in limits if limit is None or days <= limit)].append(cost_cents)
        return tuple(AgeBand(limit, len(costs), Money(sum(costs))) for limit, costs in bands.items())

    def unlawful_names(self) -> tuple[str, ...]:
        """Names of the catalogue that may not be printed as central wrote them. For the reader."""
        return self._catalogue.unlawful_names()

    def levels(self) -> dict[str, int]:
        """Pieces of each accessory, by product id."""
        with self._database.read() as connection:
            return store.levels(connection)

    def life(self, unit_id: str) -> tuple[Movement, ...]:
        """Every move of a unit that this till recorded, oldest first."""
        with self._database.read() as connection:
            return store.movements_of_unit(connection, unit_id)

    def search(self, text: str, *, limit: int = 50) -> tuple[Found, ...]:
        """As typed at the counter: units by the last characters of IMEI, serial or label (4 at least), then the catalogue.

        A product sold by unit stands as its units, those here and for sale first; one without a unit is left out.
        """
        tail = text.strip().replace(" ", "").upper()
        with self._database.read() as connection:
            products = self._catalogue.search_within(connection, text, limit=limit)
            by_tail = store.units_ending_with(connection, tail, limit=limit) if _is_tail(tail) else ()
            quantities = store.levels_of(connection, [product.product_id for product in products if product.kind is ProductKind.ACCESSORY])
            owners = catalogue_store.products_by_id(connection, {unit.product_id for unit in by_tail}) if by_tail else {}
            found = [Found(owners[unit.product_id], unit) for unit in by_tail]
            here = _here(connection)
            for product in products:
                if len(found) >= limit:
                    break
                if product.kind is ProductKind.UNIT:
                    units = store.units_of_product(connection, product.product_id, here=here, limit=limit - len(found) + len(by_tail))
                    found += [Found(product, unit) for unit in units if unit not in by_tail]
                else:
                    found.append(Found(product, quantity=quantities.get(product.product_id, 0) if product.kind is ProductKind.ACCESSORY else None))
        return tuple(found[:limit])

    def insert_unit(self, connection: Connection, unit: Unit, *, reason: str, document_id: str | None, person_id: str) -> None:
        """A unit comes into the house; IdentifierInStock when its IMEI or serial is there already (sold earlier is fine)."""
        for identifier in filter(None, (unit.imei, unit.imei2, unit.serial)):
            known = store.unit_by_identifier(connection, identifier)
            if known is not None and known.state.value not in store.GONE:
                raise IdentifierInStock(tail=known.identifier_tail)
        store.add_unit(connection, unit)
        self._move(connection, unit, None, reason=reason, document_id=document_id, person_id=person_id)

    def change_state(
        self, connection: Connection, unit_id: str, *, to_state: UnitState, reason: str, document_id: str | None, person_id: str
    ) -> Unit:  # fmt: skip
        """Move a unit on and record the move; StateRefused, UnitSold, UnitUnknown. Gives the unit as it is now."""
        before = self._known(connection, unit_id)
        return self.move_on(connection, before, to_state=to_state, reason=reason, document_id=document_id, person_id=person_id)

    def move_on(
        self, connection: Connection, before: Unit, *, to_state: UnitState, reason: str, document_id: str | None, person_id: str
    ) -> Unit:  # fmt: skip
        """The same for a unit that the caller has just read in this transaction; UnitChangedMeanwhile when it stands otherwise."""
        check_transition(before, to_state)
        return self._store(connection, before, replace(before, state=to_state), reason=reason, document_id=document_id, person_id=person_id)

    def update_unit(self, connection: Connection, unit: Unit, *, reason: str, document_id: str | None, person_id: str) -> Unit:
        """Store a unit's new state together with what was learnt (grade, price, battery, erasure, inspection…).

        Coming back after a sale starts a new generation of the right to sell it, held by this shop.
        """
        before = self._known(connection, unit.unit_id)
        if unit.gen != before.gen:
            raise UnitChangedMeanwhile(tail=unit.identifier_tail)
        if unit.state is not before.state:
            check_transition(before, unit.state)
        return self._store(connection, before, unit, reason=reason, document_id=document_id, person_id=person_id)

    def hand_over(self, connection: Connection, unit: Unit, *, reason: str, document_id: str | None, person_id: str) -> Unit:
        """The right to sell it changes hands with its state, or it comes in for the first time; StateRefused, UnitChangedMeanwhile, IdentifierInStock."""
        before = store.unit_by_id(connection, unit.unit_id)
        if before is None:
            self.insert_unit(connection, unit, reason=reason, document_id=document_id, person_id=person_id)
            return unit
        check_transition(before, unit.state)
        return self._store(connection, before, unit, reason=reason, document_id=document_id, person_id=person_id)

    def _store(self, connection: Connection, before: Unit, unit: Unit, *, reason: str, document_id: str | None, person_id: str) -> Unit:
        came_back = before.state is UnitState.SOLD and unit.state is not UnitState.SOLD
        after = replace(unit, gen=before.gen + 1, holder=_here(connection)) if came_back else unit
        if not store.write_unit(connection, before, after):
            raise UnitChangedMeanwhile(tail=unit.identifier_tail)
        self._move(connection, after, before.state, reason=reason, document_id=document_id, person_id=person_id)
        return after

    def take_accessory(
        self, connection: Connection, product_id: str, quantity: int, *, reason: str, document_id: str | None, person_id: str
    ) -> int:  # fmt: skip
        """Take pieces off the level (negative: put back) and record the move; gives the level left."""
        left = store.change_level(connection, product_id, by=-quantity)
        movement = Movement(self._ids.new(), self._now(), product_id, -quantity, reason, person_id, document_id)
        store.add_movement(connection, movement)
        return left

    def _known(self, connection: Connection, unit_id: str) -> Unit:
        unit = store.unit_by_id(connection, unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        return unit

    def _move(self, connection: Connection, unit: Unit, came_from: UnitState | None, *, reason: str, document_id: str | None, person_id: str) -> None:
        quantity = int(unit.state.value not in store.GONE) - int(came_from is not None and came_from.value not in store.GONE)
        store.add_movement(
            connection,
            Movement(
                self._ids.new(), self._now(), unit.product_id, quantity, reason, person_id, document_id, unit.unit_id, from_state=came_from, to_state=unit.state
            ),
        )  # fmt: skip

    def _in_state(self, state: UnitState) -> tuple[Unit, ...]:
        with self._database.read() as connection:
            return store.units_in_state(connection, state, holder=_here(connection))

    def _now(self) -> str:
        return utc_text(self._clock.now_utc())


def _here(connection: Connection) -> str:
    identity = till_identity(connection)
    return "" if identity is None else shop_holder(identity.shop_id)


def identifiers_in(code: ScannedCode | str) -> Sequence[str]:
    """What a code may be of a unit: IMEI, serial, label."""
    match code:
        case str():
            return (code,)
        case Gs1():
            return tuple(filter(None, (code.imei, code.serial)))
        case SerialLike():
            return code.candidates
        case BadImei():
            return ()
        case _:
            return (code.text,)


def _is_tail(text: str) -> bool:
    """Worth looking for at the end of an identifier: long enough, and with a digit, so that a word is not taken for one."""
    return len(text) >= TAIL_LENGTH and text.isalnum() and any(character.isdigit() for character in text)
