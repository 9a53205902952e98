"""What the chain knows of a device that is on the bench: this shop's own records at once, the other shops' through central when it answers.

Without central nothing is missing but the others' memory, and nobody is told: it is a help, never a condition. Never on the GUI thread or
the ledger worker.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.sales.after.guarantees import UnderGuarantee
from kiosk.sales.guarantee import GuaranteeState
from kiosk.stock.service import StockService
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.storage.identity import till_identity
from kiosk.sync.client import CentralClient, CentralFailed
from kiosk.sync.past_protocol import FindUnits, PastUnit
from kiosk.sync.session import Line
from kiosk.sync.signing import Claim
from kiosk.tradein.history import PastLife

ASK_TIMEOUT_S = 2.0
log = logging.getLogger(__name__)


class PastLives:
    """``line`` is None for a kiosk that knows no central; ``guarantee_of`` finds a sold device by its label."""

    def __init__(
        self, line: Line | None, stock: StockService, catalogue: CatalogueService, *, guarantee_of: Callable[[str], UnderGuarantee | None]
    ) -> None:  # fmt: skip
        self._line = line
        self._stock = stock
        self._catalogue = catalogue
        self._guarantee_of = guarantee_of

    def here(self, unit: Unit) -> PastLife:
        """A unit that was ours, with what this till recorded of it."""
        model = self._catalogue.model_by_id(unit.model_id)
        moves = self._stock.life(unit.unit_id)
        found = self._guarantee_of(unit.label_code)
        until = found.cover.legal_until if found is not None and found.state in (GuaranteeState.PRESUMED, GuaranteeState.COVERED) else None
        sold = next((move.at_utc for move in reversed(moves) if move.to_state is UnitState.SOLD), "")
        return PastLife(
            unit.unit_id, model.brand if model else "", model.name if model else "", "", unit.state, unit.received_at_utc, sold, unit.grade,
            unit.battery_health_pct, unit.purchase_price, unit.price, until, unit, moves,
        )  # fmt: skip

    def elsewhere(self, *, imei: str | None, serial: str | None) -> tuple[PastLife, ...]:
        """What central says; nothing when it does not answer in time, or says what is not understood."""
        line = self._line
        if line is None or not (imei or serial):
            return ()
        with line.database.read() as connection:
            till = till_identity(connection)
        assert till is not None, "only a till buys"
        claim = Claim(till.shop_id, till.till_code, line.key.public.key_id)

        async def ask() -> tuple[PastUnit, ...]:
            client = CentralClient(line.central_url, clock=line.clock, key=line.key, claim=claim)
            try:
                return (await client.find_units(FindUnits(imei or "", serial or ""), timeout_s=ASK_TIMEOUT_S)).units
            finally:
                await client.close()

        try:
            return tuple(_life(unit, till.shop_id) for unit in asyncio.run(ask()))
        except (CentralFailed, ValueError) as error:
            log.info("the chain's memory of a device was not to be had: %s", error)
            return ()


def _life(unit: PastUnit, own_shop_id: str) -> PastLife:
    """ValueError for a state or grade that this program does not know yet."""
    return PastLife(
        unit.unit_id, unit.brand, unit.name, "" if unit.shop_id == own_shop_id else unit.shop_name, UnitState(unit.state), unit.bought_at_utc, unit.sold_at_utc,
        Grade(unit.grade) if unit.grade else None, unit.battery_health_pct, Money(unit.bought_cents),
        None if unit.price_cents is None else Money(unit.price_cents),
    )  # fmt: skip
