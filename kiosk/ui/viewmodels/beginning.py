"""What a device that was read begins: a trade-in, the inspection of a unit of ours, its erasure, or the question which model it is; and
what waits for somebody. On the ledger worker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.catalogue.codes import QuotationNumber
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.probes.cable import report_of
from kiosk.diagnostics.probes.expected import Expected
from kiosk.diagnostics.workshop import WAYS_OUT
from kiosk.staff.people import Person
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.identify import Identified, Reading
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.viewmodels.bench import Bench
from kiosk.ui.viewmodels.bench_lists import BenchLists, BookLine


@dataclass(frozen=True, slots=True)
class ToChoose:
    """Which model it is has to be said: ``models`` are all of the catalogue where nothing says which it can be."""

    found: Identified
    models: tuple[DeviceModel, ...]


@dataclass(frozen=True, slots=True)
class OfOurs:
    """A unit of the shop that waits for something else than its inspection."""

    unit: Unit
    model: DeviceModel


Begun = TradeInScreen | InspectionScreen | ToChoose | OfOurs


def with_what_it_says(read: Reading) -> Reading:
    """Storage and part number of a phone on the cable, as far as it is read: what they tell is not asked."""
    if read.phone is None:
        return read
    facts = report_of(read.phone, Expected()).facts
    storage = facts.get("storage_gb", "")
    return replace(read, part_number=facts.get("part_number", ""), storage_gb=int(storage) if storage.isascii() and storage.isdigit() else None)


def begin(bench: Bench, read: Reading, person: Person) -> Begun:
    """Whatever it waits for, an offer on paper by its number; what came with the reading answers its questions at once."""
    if isinstance(read.code, QuotationNumber) and bench.offer_sheets is not None:
        return bench.offer_sheets.find(read.code.text)
    read = with_what_it_says(read)
    unit = bench.stock.unit_by_code(read.code)
    if unit is not None and unit.state is UnitState.TO_INSPECT:
        screen = bench.inspections.start(unit.unit_id, person, scanned=True)
        return screen if read.report is None else bench.inspections.take(screen.session_id, read.report, person)
    if unit is not None and (unit.state is UnitState.TO_ERASE or unit.state in WAYS_OUT):
        model = bench.catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue"
        return OfOurs(unit, model)
    identified = bench.trade_ins.identify(read)
    if identified.certain:
        return begin_as(bench, read, person)
    return ToChoose(identified, () if identified.choices else bench.catalogue.models())


def begin_as(bench: Bench, read: Reading, person: Person, *, model_id: str | None = None) -> TradeInScreen:
    """The trade-in of the model that was chosen, or of the only one that it can be."""
    screen = bench.trade_ins.start(read, person, model_id=model_id)
    return screen if read.report is None else bench.trade_ins.take(screen.session_id, read.report, person)


def read_lists(bench: Bench, *, since_utc: str) -> BenchLists:
    """The lists of the home, as they stand now."""
    inspect, erase = bench.inspections.queue(), bench.erasures.waiting()
    models = bench.catalogue.models_by_id(unit.model_id for unit in (*inspect, *erase))
    rules = bench.trade_ins.rules
    books = BookLine(rules.in_force().version, *((refused.version, refused.why) for refused in rules.refused()[:1]))
    return BenchLists(bench.trade_ins.listed(since_utc=since_utc), inspect, erase, models, books)
