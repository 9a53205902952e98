"""What a device that was read begins: a trade-in, the inspection of a unit of ours, its erasure, or the question which model it is. On the ledger worker."""

from __future__ import annotations

from kiosk.diagnostics.desk import InspectionScreen
from kiosk.staff.people import Person
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.identify import Identified, Reading
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.viewmodels.bench import Bench

Begun = TradeInScreen | InspectionScreen | Identified | Unit


def begin(bench: Bench, read: Reading, person: Person) -> Begun:
    """Whatever it waits for; what came with the reading answers its questions at once."""
    unit = bench.stock.unit_by_code(read.code)
    if unit is not None and unit.state is UnitState.TO_INSPECT:
        screen = bench.inspections.start(unit.unit_id, person, scanned=True)
        return screen if read.report is None else bench.inspections.take(screen.session_id, read.report, person)
    if unit is not None and unit.state is UnitState.TO_ERASE:
        return unit
    identified = bench.trade_ins.identify(read)
    return begin_as(bench, read, person) if identified.certain else identified


def begin_as(bench: Bench, read: Reading, person: Person, *, model_id: str | None = None) -> TradeInScreen:
    """The trade-in of the model that was chosen, or of the only one that it can be."""
    screen = bench.trade_ins.start(read, person, model_id=model_id)
    return screen if read.report is None else bench.trade_ins.take(screen.session_id, read.report, person)
