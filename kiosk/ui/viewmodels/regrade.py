"""Another grade than the computed one: which, why, and for a better one who else signs. GUI thread; the ledger worker writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.grades import GradeService, is_raise
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.rights import Right
from kiosk.stock.units import Grade, Unit
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.inspection_props import grade_level
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.work import WorkViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class GradeDesk:
    """Who changes grades, the ledger worker, and the sheet on which a second person signs."""

    grades: GradeService
    jobs: Jobs
    approval: ApprovalViewModel | None


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A sale grade with its price; ``raises`` wants a second signature."""

    level: int
    price: str
    current: bool
    raises: bool


@dataclass(frozen=True, slots=True)
class RegradeProps:
    """``asking_reason`` once a lower grade was chosen."""

    open: bool = False
    asking_reason: bool = False
    level: int = 0


@QmlElement
@QmlUncreatable("made by the composition root")
class RegradeViewModel(WorkViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_changed`` gets the unit with its new grade and price."""

    changed = Signal()

    def __init__(self, desk: GradeDesk, formats: Formats, *, on_changed: Callable[[Unit], None], parent: QObject | None = None) -> None:
        super().__init__(desk.jobs, desk.approval, formats, parent)
        self._grades = desk.grades
        self._on_changed = on_changed
        self._unit: Unit | None = None
        self._wanted: Grade | None = None
        self._props = RegradeProps()
        self._rows = RowsModel(GradeRow, key=lambda row: row.level, parent=self)

    def begin(self, unit: Unit) -> None:
        """Bring the sheet up for a unit on sale."""
        if unit.grade is None:
            return
        self._unit, self._wanted = unit, None
        prices = {grade: self._grades.price_of(unit, grade) for grade in Grade}
        self._rows.show(
            [
                GradeRow(grade_level(grade), self._formats.money(price) if price else "", grade is unit.grade, is_raise(unit.grade, grade))
                for grade, price in prices.items()
            ]
        )
        self._set(RegradeProps(open=True))

    @Slot(int)
    def choose(self, level: int) -> None:
        """Lower: a reason is asked. Better: somebody else signs."""
        unit, grade = self._unit, next((grade for grade in Grade if grade_level(grade) == level), None)
        if unit is None or unit.grade is None or grade is None or grade is unit.grade:
            return
        self._wanted = grade
        if not is_raise(unit.grade, grade):
            self._set(replace(self._props, asking_reason=True, level=level))
            return
        self._ask_approval(
            Right.RAISE_GRADE, Action.GRADE, document=unit.unit_id, detail=f"···· {unit.identifier_tail}",
            on_approved=lambda approval: self._change(approval.why, approval),
        )  # fmt: skip

    @Slot(str)
    def giveReason(self, code: str) -> None:
        self._change(Why(code), None)

    @Slot()
    def close(self) -> None:
        self._set(RegradeProps())

    def _change(self, why: Why, approval: Approval | None) -> None:
        unit, grade = self._unit, self._wanted
        if unit is not None and grade is not None:
            self._do(lambda: self._grades.change(unit.unit_id, grade, why, self.person, approved_by=approval), self._done)

    def _done(self, unit: Unit) -> None:
        self._set(RegradeProps())
        self._on_changed(unit)

    def _set(self, props: RegradeProps) -> None:
        if props != self._props:
            self._props = props
            self.changed.emit()

    rows = Property(QObject, lambda self: self._rows, constant=True)
    open = shown("open", bool, changed)
    askingReason = shown("asking_reason", bool, changed)
    level = shown("level", int, changed)
