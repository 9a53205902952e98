"""A finger on the drawing of the device: a mark is put there and judged by itself. GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.events import Marked
from kiosk.tradein.marking import axis_of
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.trade_in_props import ClassRow, mark_near

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class MarkingProps:
    """The mark that is being judged; ``number`` is 0 when none is."""

    number: int = 0
    face: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on which face, in thousandths of its drawing."""

    face: str
    x_permille: int
    y_permille: int

    def is_of(self, mark: Marked) -> bool:
        return (mark.face, mark.x_permille, mark.y_permille) == (self.face, self.x_permille, self.y_permille)


@QmlElement
@QmlUncreatable("made by the composition root")
class MarkingViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """For the cosmetic step; ``on_screen`` gets the trade-in as it is after each mark."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._screen: TradeInScreen | None = None
        self._checklist: Checklist | None = None
        self._place: Place | None = None
        self._props = MarkingProps()
        self._classes = RowsModel(ClassRow, key=lambda row: row.option_id, parent=self)

    def show(self, screen: TradeInScreen, checklist: Checklist) -> None:
        """The trade-in as it is now; another one has no mark in hand."""
        if self._screen is not None and self._screen.session_id != screen.session_id:
            self._place = None
        self._screen, self._checklist = screen, checklist
        self._show_again()

    @Slot(str, float, float)
    def touch(self, face: str, x_part: float, y_part: float) -> None:
        """A mark is seen there, to be judged; on a mark that is there, that one is judged again."""
        screen = self._screen
        if screen is None:
            return
        touched = Place(face, round(x_part * 1000), round(y_part * 1000))
        there = mark_near(screen.session.marks, face, touched.x_permille, touched.y_permille)
        if there is not None:
            self._place = Place(there.face, there.x_permille, there.y_permille)
            self._show_again()
            return
        self._place = touched
        self._save(None, gone=False)

    @Slot(str)
    def judge(self, option_id: str) -> None:
        """This mark alone would be this class."""
        self._save(option_id, gone=False)
        self.close()

    @Slot()
    def remove(self) -> None:
        """There was none."""
        self._save(None, gone=True)
        self.close()

    @Slot()
    def close(self) -> None:
        self._place = None
        self._show_again()

    def _save(self, option_id: str | None, *, gone: bool) -> None:
        screen, place, person = self._screen, self._place, self.person
        if screen is not None and place is not None:
            self._do(
                lambda: self._bench.trade_ins.mark(
                    screen.session_id, person, face=place.face, x_permille=place.x_permille, y_permille=place.y_permille, option_id=option_id, gone=gone
                ),
                self._on_screen,
            )

    def _show_again(self) -> None:
        place, screen, checklist = self._place, self._screen, self._checklist
        props = MarkingProps()
        rows: tuple[ClassRow, ...] = ()
        marks = screen.session.marks if screen is not None else ()
        found = next(((number, mark) for number, mark in enumerate(marks, start=1) if place is not None and place.is_of(mark)), None)
        axis = axis_of(checklist, place.face) if checklist is not None and place is not None else None
        if found is not None and axis is not None:
            chosen = found[1].option_id or ""
            props = MarkingProps(found[0], found[1].face, chosen)
            rows = tuple(ClassRow(option.option_id, option.words.text(self._formats.language), option.option_id == chosen) for option in axis.options)
        self._classes.show(rows)
        if props != self._props:
            self._props = props
            self.changed.emit()

    classes = Property(QObject, lambda self: self._classes, constant=True)
    number = shown("number", int, changed)
    face = shown("face", str, changed)
    chosen = shown("chosen", str, changed)
