"""*Pourquoi cet état ?*: the inspection behind a unit under the rules of its own day, its repairs, and every grade given by hand. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Ok, Result
from kiosk.diagnostics.history import Explained, HistoryService, UnitHistory
from kiosk.diagnostics.repairs import Repair
from kiosk.diagnostics.workshop_store import GradeChange
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may
from kiosk.staff.service import PersonUnknown, StaffService
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.grade import RiseViewModel
from kiosk.ui.viewmodels.inspection_props import RiseProps, grade_level, rise_props
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class UnitPast:
    """Who knows why a unit stands as it does, and what people are called."""

    history: HistoryService
    staff: StaffService

    def name_of(self, person_id: str | None) -> str:
        """The short name; the id of somebody whom this till does not know."""
        try:
            return self.staff.person(person_id).short_name if person_id else ""
        except PersonUnknown:
            return person_id or ""


@dataclass(frozen=True, slots=True)
class WhyProps:
    """``version`` names the table that decided; ``level`` the grade that it gave, 0 for none."""

    exists: bool = False
    day: str = ""
    inspector: str = ""
    version: str = ""
    rule: int = 0
    rule_text: str = ""
    level: int = 0
    screen: str = ""
    body: str = ""
    battery: str = ""


@dataclass(frozen=True, slots=True)
class PastRow:
    """A repair (``cost`` for who may see margins) or a grade given by hand (``level`` after ``from_level``, ``other`` signed too)."""

    place: int
    day: str
    name: str
    other: str = ""
    level: int = 0
    from_level: int = 0
    cost: str = ""
    points: str = ""
    reason: str = ""


def why_props(explained: Explained, inspector: str, formats: Formats) -> WhyProps:
    """In the words of the table that decided, also when today's says it otherwise."""
    facts, graded = explained.facts, explained.facts.graded
    return WhyProps(
        exists=True, day=formats.day_of_month(explained.at_utc), inspector=inspector, version=explained.grading.version, rule=graded.rule,
        rule_text=explained.grading.rule_words[graded.rule].text(formats.language), level=grade_level(graded.grade),
        screen=facts.screen.value if facts.screen and explained.inspection.checklist.question("screen_class") else "",
        body=facts.body.value if facts.body else "", battery=formats.percent(facts.battery_pct * 10) if facts.battery_pct is not None else "",
    )  # fmt: skip


def past_rows(told: UnitHistory, name_of: Callable[[str | None], str], formats: Formats, *, costs: bool) -> tuple[PastRow, ...]:
    """Oldest first, repairs and given grades in one line of time."""
    numbers = {rule.point_id: f"{rule.number:02d}" for rule in told.explained.inspection.points.values()} if told.explained else {}
    rows = [(done.at_utc, _repaired(done, numbers, name_of, formats, costs=costs)) for done in told.repairs]
    rows += [(given.at_utc, _given(given, name_of, formats)) for given in told.changes]
    return tuple(replace(row, place=place) for place, (_at, row) in enumerate(sorted(rows, key=lambda pair: pair[0])))


def _repaired(done: Repair, numbers: dict[str, str], name_of: Callable[[str | None], str], formats: Formats, *, costs: bool) -> PastRow:
    points = " ".join(numbers.get(point_id, point_id) for point_id in done.work.points)
    return PastRow(0, formats.day_of_month(done.at_utc), name_of(done.person_id), cost=formats.money(done.cost) if costs else "", points=points)


def _given(given: GradeChange, name_of: Callable[[str | None], str], formats: Formats) -> PastRow:
    return PastRow(
        0, formats.day_of_month(given.at_utc), name_of(given.person_id), name_of(given.approved_by), grade_level(given.to_grade),
        grade_level(given.from_grade), reason=given.reason,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class WhyViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The lower half of a unit's life line."""

    changed = Signal()

    def __init__(self, past: UnitPast | None, reader: Jobs, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past, self._reader, self._formats = past, reader, formats
        self._unit_id = ""
        self._told: UnitHistory | None = None
        self._person: Person | None = None
        self._props = WhyProps()
        self._rise = RiseViewModel(self)
        self._rows = RowsModel(PastRow, key=lambda row: row.place, parent=self)

    def welcome(self, person: Person) -> None:
        self._person = person

    def speak(self, formats: Formats) -> None:
        self._formats = formats
        self._show_again()

    def show(self, unit_id: str) -> None:
        """Another unit's life is on show; "" for none."""
        if self._past is not None and unit_id != self._unit_id:
            self._unit_id, self._told = unit_id, None
            self._show_again()
            self.look_again()

    def look_again(self) -> None:
        """Something happened to the unit that is on show."""
        past, unit_id = self._past, self._unit_id
        if past is not None and unit_id:
            self._reader.run(lambda: past.history.of(unit_id), lambda result: self._took(unit_id, result))

    def _took(self, unit_id: str, result: Result[UnitHistory | None]) -> None:
        """An answer about a unit that was closed meanwhile is nobody's."""
        if isinstance(result, Ok) and unit_id == self._unit_id:
            self._told = result.value
            self._show_again()

    def _show_again(self) -> None:
        told, past, formats = self._told, self._past, self._formats
        props, rise = WhyProps(), RiseProps()
        rows: tuple[PastRow, ...] = ()
        if told is not None and past is not None:
            rows = past_rows(told, past.name_of, formats, costs=self._person is not None and may(self._person, Right.SEE_MARGINS))
        if told is not None and past is not None and told.explained is not None:
            props = why_props(told.explained, past.name_of(told.explained.inspector_id), formats)
            rise = rise_props(told.explained.facts, told.explained.inspection.checklist, formats.language)
        self._rise.show(rise)
        self._rows.show(rows)
        if props != self._props:
            self._props = props
            self.changed.emit()

    rise = Property(RiseViewModel, lambda self: self._rise, constant=True)
    past = Property(QObject, lambda self: self._rows, constant=True)
    exists = shown("exists", bool, changed)
    day = shown("day", str, changed)
    inspector = shown("inspector", str, changed)
    version = shown("version", str, changed)
    rule = shown("rule", int, changed)
    ruleText = shown("rule_text", str, changed)
    level = shown("level", int, changed)
    screen = shown("screen", str, changed)
    body = shown("body", str, changed)
    battery = shown("battery", str, changed)
