"""The stock table: every unit of the shop, searched, filtered by state, sorted. The table is read by the reader; GUI thread otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import Clock
from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.codes import ScannedCode
from kiosk.catalogue.service import plain_letters
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.stock.service import Found, StockService
from kiosk.stock.units import Unit, UnitState
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.product_model import GRADE_LEVELS, drawing_of
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import FilterRow, StationRow, UnitRow, days_here, filter_rows, sort_key, station_rows, unit_rows
from kiosk.ui.viewmodels.holds import HoldsViewModel
from kiosk.ui.viewmodels.regrade import RegradeViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.unit_papers import PassportViewModel, UnitPapers
from kiosk.ui.viewmodels.why import WhyViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class UnitsFacts:
    """``units`` is the whole table as last read, ``scanned`` the unit that was scanned: it may have left the shop."""

    units: tuple[Found, ...] = ()
    scanned: Found | None = None
    query: str = ""
    unit_state: str = ""
    sorted_by: str = "days"
    descending: bool = False
    chosen_id: str = ""


@dataclass(frozen=True, slots=True)
class UnitsProps:
    """What QML reads beside the rows."""

    query: str = ""
    sorted_by: str = "days"
    descending: bool = False
    shown_count: int = 0
    opened: bool = False
    name: str = ""
    drawing: str = ""
    unit_state: str = ""
    grade: str = ""
    level: int = 0
    tail_kind: str = ""
    tail: str = ""
    label_code: str = ""
    register_number: str = ""
    days: int = 0
    bought: str = ""
    price: str = ""
    battery: str = ""
    can_regrade: bool = False


def derive(facts: UnitsFacts, *, shown_count: int, now: datetime, formats: Formats) -> UnitsProps:
    base = UnitsProps(facts.query, facts.sorted_by, facts.descending, shown_count)
    found = chosen(facts)
    if found is None or found.unit is None:
        return base
    unit = found.unit
    return replace(
        base, opened=True, name=found.product.name, drawing=drawing_of(found.product), unit_state=unit.state.value,
        grade=unit.grade.value if unit.grade else "", level=GRADE_LEVELS[unit.grade] if unit.grade else 0, tail_kind="imei" if unit.imei else "serial",
        tail=unit.identifier_tail, label_code=unit.label_code, register_number=unit.register_number or "", days=days_here(unit.received_at_utc, now),
        bought=formats.money(unit.purchase_price), price=formats.money(unit.price) if unit.price else "",
        battery=formats.percent(unit.battery_health_pct * 10) if unit.battery_health_pct else "",
    )  # fmt: skip


def chosen(facts: UnitsFacts) -> Found | None:
    """The unit whose life is on show."""
    known = facts.units if facts.scanned is None else (facts.scanned, *facts.units)
    return next((found for found in known if found.unit and found.unit.unit_id == facts.chosen_id), None)


def searched(facts: UnitsFacts) -> tuple[Found, ...]:
    """The units that have every typed word in their name or identifiers."""
    words = plain_letters(facts.query).split()
    return tuple(found for found in facts.units if all(word in _haystack(found) for word in words))


def visible(facts: UnitsFacts) -> tuple[Found, ...]:
    """What the table shows, in its order."""
    wanted = [found for found in searched(facts) if found.unit and facts.unit_state in ("", found.unit.state.value)]
    by_column = sorted(wanted, key=lambda found: sort_key(facts.sorted_by, found), reverse=facts.descending)
    return tuple(by_column)


def _haystack(found: Found) -> str:
    unit = found.unit
    identifiers = (unit.imei, unit.imei2, unit.serial, unit.label_code, unit.register_number) if unit else ()
    return plain_letters(" ".join(part for part in (found.product.name, found.product.brand, *identifiers) if part))


@QmlElement
@QmlUncreatable("made by the composition root")
class UnitsViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The tab *Stock* of the store."""

    changed = Signal()

    def __init__(
        self, stock: StockService, reader: Jobs, clock: Clock, *, formats: Formats, papers: UnitPapers | None = None, parent: QObject | None = None
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._passport = PassportViewModel(papers, formats=formats, parent=self)
        self._passport.failed.connect(self.failed)
        self._holds = HoldsViewModel(papers, formats, self)
        self._holds.failed.connect(self.failed)
        self._holds.moved.connect(self.refresh)
        self._why = WhyViewModel(papers.past if papers else None, reader, formats, self)
        self._regrade = RegradeViewModel(papers.grades, formats, on_changed=self._regraded, parent=self) if papers and papers.grades else None
        if self._regrade is not None:
            self._regrade.failed.connect(self.failed)
            self._regrade.noticeChanged.connect(self._said)
        self._stock = stock
        self._reader = reader
        self._clock = clock
        self._person: Person | None = None
        self._facts = UnitsFacts()
        self._props = UnitsProps()
        self._rows = RowsModel(UnitRow, key=lambda row: row.unit_id, parent=self)
        self._filters = RowsModel(FilterRow, key=lambda row: row.unit_state, parent=self)
        self._stations = RowsModel(StationRow, key=lambda row: row.place, parent=self)

    def welcome(self, person: Person) -> None:
        """Whoever signed in hands a unit's papers over."""
        self._passport.welcome(person)
        self._why.welcome(person)
        self._holds.welcome(person)
        self._person = person
        if self._regrade is not None:
            self._regrade.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._passport.speak(formats)
        self._why.speak(formats)
        self._holds.speak(formats)
        if self._regrade is not None:
            self._regrade.speak(formats)

    @Slot()
    def refresh(self) -> None:
        """Read the table again: when its page is opened."""
        self._reader.run(self._stock.units_here, self._took_units)

    def on_scan(self, code: ScannedCode) -> bool:
        """A scanned unit stands alone in the table, one that has left the shop on its sheet; False when the code is none of ours."""
        found = self._stock.found_by_code(code)
        if found is None or found.unit is None:
            return False
        unit = found.unit
        self._fold(replace(self._facts, query=unit.identifier_tail, unit_state="", scanned=found, chosen_id=unit.unit_id))
        return True

    @Slot(str)
    def search(self, text: str) -> None:
        self._fold(replace(self._facts, query=text))

    @Slot(str)
    def showOnly(self, unit_state: str) -> None:
        """Units of one state; "" for all."""
        self._fold(replace(self._facts, unit_state=unit_state))

    @Slot(str)
    def sortBy(self, column: str) -> None:
        """The same column again turns the order round."""
        self._fold(replace(self._facts, sorted_by=column, descending=column == self._facts.sorted_by and not self._facts.descending))

    @Slot(str)
    def open(self, unit_id: str) -> None:
        """The life of one unit; "" closes it."""
        self._fold(replace(self._facts, chosen_id=unit_id))

    @Slot()
    def showPassport(self) -> None:
        """The passport of the unit whose life is on show."""
        self._passport.show(self._facts.chosen_id)

    @Slot()
    def changeGrade(self) -> None:
        """Another grade than the one on the shelf: lower with a reason, better with a second signature."""
        found = chosen(self._facts)
        if self._props.can_regrade and self._regrade is not None and found is not None and found.unit is not None:
            self._regrade.begin(found.unit)

    def _regraded(self, unit: Unit) -> None:
        """The label is printing; price, grade and passport follow on the page."""
        found = chosen(self._facts)
        if found is not None:
            self._fold(replace(self._facts, scanned=Found(found.product, unit)))
        self._why.look_again()
        self.refresh()

    @Slot()
    def _said(self) -> None:
        if self._regrade is not None:
            self._say(self._regrade._notice)

    def _took_units(self, result: Result[tuple[Found, ...]]) -> None:
        match result:
            case Ok(units):
                scanned = self._facts.scanned
                here = scanned is not None and any(found.unit == scanned.unit for found in units)
                self._fold(replace(self._facts, units=units, scanned=None if here else scanned))
            case Err(error):
                self._refuse(error)

    def _fold(self, facts: UnitsFacts) -> None:
        self._facts = facts
        self._why.show(facts.chosen_id)
        found = chosen(facts)
        self._holds.show(found.unit if found else None)
        self._show_again()

    def _show_again(self) -> None:
        facts = self._facts
        rows = unit_rows(visible(facts), now=self._clock.now_utc(), formats=self._formats)
        props = derive(facts, shown_count=len(rows), now=self._clock.now_utc(), formats=self._formats)
        may_regrade = self._regrade is not None and self._person is not None and may(self._person, Right.INSPECT)
        props = replace(props, can_regrade=may_regrade and props.unit_state == UnitState.FOR_SALE and props.grade != "")
        before, self._props = self._props, props
        self._rows.show(rows)
        self._stations.show(self._life())
        self._filters.show(filter_rows(searched(facts), facts.unit_state))
        if before != self._props:
            self.changed.emit()

    def _life(self) -> tuple[StationRow, ...]:
        found = chosen(self._facts)
        return station_rows(found.unit, self._stock.life(found.unit.unit_id), self._formats) if found and found.unit else ()

    query = shown("query", str, changed)
    sortedBy = shown("sorted_by", str, changed)
    descending = shown("descending", bool, changed)
    shownCount = shown("shown_count", int, changed)
    opened = shown("opened", bool, changed)
    name = shown("name", str, changed)
    drawing = shown("drawing", str, changed)
    unitState = shown("unit_state", str, changed)
    grade = shown("grade", str, changed)
    level = shown("level", int, changed)
    tailKind = shown("tail_kind", str, changed)
    tail = shown("tail", str, changed)
    labelCode = shown("label_code", str, changed)
    registerNumber = shown("register_number", str, changed)
    days = shown("days", int, changed)
    bought = shown("bought", str, changed)
    price = shown("price", str, changed)
    battery = shown("battery", str, changed)
    holds = Property(HoldsViewModel, lambda self: self._holds, constant=True)
    canRegrade = shown("can_regrade", bool, changed)
    regrade = Property(RegradeViewModel, lambda self: self._regrade, constant=True)
    why = Property(WhyViewModel, lambda self: self._why, constant=True)
    passport = Property(PassportViewModel, lambda self: self._passport, constant=True)
    stations = Property(QObject, lambda self: self._stations, constant=True)
    rows = Property(QObject, lambda self: self._rows, constant=True)
    filters = Property(QObject, lambda self: self._filters, constant=True)
