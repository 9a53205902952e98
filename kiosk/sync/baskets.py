"""Baskets that wait on another kiosk of the shop: seen as they arrive by the feed, taken up by one kiosk only.

Parking is a journal entry; central turns it into a row of the feed ``baskets``. Taking one up is asked of central, which gives it to the first
who asks: without the network a kiosk takes up its own baskets only. No label and no customer travels, and a basket with goods given back or
with a note stays where it is (``kiosk/sales/parking.py``).

``waiting`` reads anywhere; ``take`` blocks for some seconds at most: never on the GUI thread, never on the ledger worker.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.workers import ask
from kiosk.catalogue.service import CatalogueService
from kiosk.errors import Refused, Unavailable
from kiosk.sales import store as sale_store
from kiosk.sales.basket import Basket, BasketLine
from kiosk.sales.parking import ParkedBasket, ParkedLine
from kiosk.sales.store import KeptBasket
from kiosk.staff.people import Person
from kiosk.stock.service import StockService
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.sync import store
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.protocol import TakeBasket, TakenBasket
from kiosk.sync.session import Line
from kiosk.sync.shop import shop_settings
from kiosk.sync.signing import Claim

TAKE_TIMEOUT_S = 5.0
WRITE_TIMEOUT_S = 15.0


class BasketTaken(Refused):
    """Another kiosk took it up, or it was paid."""

    code = "sync.basket_taken"


class BasketOutOfReach(Unavailable):
    """Baskets of other kiosks are asked of central, which does not answer now."""

    code = "sync.basket_out_of_reach"


class BasketNotKnownHere(Unavailable):
    """It holds an article that has not come to this kiosk yet."""

    code = "sync.basket_not_known_here"


@dataclass(frozen=True, slots=True)
class WaitingElsewhere:
    """A basket and the name of the till that put it aside."""

    basket: ParkedBasket
    till_name: str


class SharedBaskets:
    """What waits on the shop's other kiosks."""

    def __init__(self, line: Line | None, catalogue: CatalogueService, stock: StockService, ids: Ids) -> None:
        self._line = line
        self._catalogue = catalogue
        self._stock = stock
        self._ids = ids

    def waiting(self) -> tuple[WaitingElsewhere, ...]:
        """Those of the other kiosks, oldest first; none for a kiosk that knows no central."""
        if self._line is None:
            return ()
        with self._line.database.read() as connection:
            others = store.baskets_of_others(connection, _till(connection).till_code)
            shop = shop_settings(connection)
        names = {} if shop is None else shop.tills
        return tuple(WaitingElsewhere(basket, names.get(basket.till_code, basket.till_code)) for basket in others)

    def take(self, basket_id: str, *, person: Person) -> Basket:
        """The basket, from now on this kiosk's; BasketTaken, BasketOutOfReach, BasketNotKnownHere. Asking again after a lost answer is harmless."""
        line = self._line
        if line is None:
            raise BasketOutOfReach
        answer = asyncio.run(self._ask(line, basket_id))
        if not answer.taken or answer.basket is None:
            raise BasketTaken
        parked = msgspec.convert(answer.basket, ParkedBasket)
        basket = Basket(self._ids.new(), tuple(self._line_of(item) for item in parked.lines), parked.reduction)

        def write() -> None:
            with line.database.write() as connection:
                self._keep(connection, line, basket, parked, person)

        ask(line.writer, write, timeout_s=WRITE_TIMEOUT_S)
        return basket

    def _keep(self, connection: Connection, line: Line, basket: Basket, parked: ParkedBasket, person: Person) -> None:
        sale_store.keep_basket(connection, KeptBasket(basket, person.person_id, utc_text(line.clock.now_utc()), parked=False))
        store.hide_basket(connection, parked.basket_id, taken_by=_till(connection).till_code)
        body: dict[str, str | int | None] = {"basket_id": parked.basket_id, "from_till": parked.till_code, "new_basket_id": basket.basket_id}
        line.ledger.append(connection, "sales.basket_taken_over", body, person_id=person.person_id)

    def _line_of(self, item: ParkedLine) -> BasketLine:
        product = self._catalogue.product_by_id(item.product_id)
        unit = self._stock.unit_by_id(item.unit_id) if item.unit_id else None
        if product is None or (item.unit_id and unit is None):
            raise BasketNotKnownHere
        return BasketLine(self._ids.new(), product, item.quantity, item.unit_price, unit, item.reduction)

    async def _ask(self, line: Line, basket_id: str) -> TakenBasket:
        with line.database.read() as connection:
            till = _till(connection)
        claim = Claim(till.shop_id, till.till_code, line.key.public.key_id)
        client = CentralClient(line.central_url, clock=line.clock, key=line.key, claim=claim)
        try:
            return await client.take_basket(TakeBasket(basket_id), timeout_s=TAKE_TIMEOUT_S)
        except CentralFailed as error:
            raise BasketOutOfReach(reason=error.reason) from error
        finally:
            await client.close()


def _till(connection: Connection) -> TillIdentity:
    found = till_identity(connection)
    assert found is not None, "only a till sells"
    return found
