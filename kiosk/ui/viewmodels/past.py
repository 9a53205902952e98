"""A device that was with us before: one line on the model sheet and beside the trade-in, its life behind a tap. GUI thread.

Read on the worker for errands: ours first, then what central adds. Prices stand only behind the tap: the page itself is seen by the customer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.clock import parse_utc
from kiosk.basics.results import Ok, Result
from kiosk.catalogue.known_models import KnownModel, family_key
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.history import PastLife, joined
from kiosk.ui.formats import Formats
from kiosk.ui.models.product_model import GRADE_LEVELS
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.models.store_model import StationRow, station_rows
from kiosk.ui.viewmodels.bench import Beside
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PastFacts:
    """``asked`` is which device the answers must be of; ``family`` what it is taken for now."""

    asked: tuple[str, str] = ("", "")
    family: tuple[str, str] | None = None
    here: tuple[PastLife, ...] = ()
    elsewhere: tuple[PastLife, ...] = ()
    opened: bool = False


@dataclass(frozen=True, slots=True)
class PastProps:
    """``copied``: it was another model then. ``shop`` is "" for this one."""

    known: bool = False
    copied: bool = False
    sold: bool = False
    shop: str = ""
    on: str = ""
    level: int = 0
    opened: bool = False
    model: str = ""
    lives: int = 0
    battery: str = ""
    bought: str = ""
    price: str = ""
    guarantee_until: str = ""


def past_props(facts: PastFacts, formats: Formats) -> PastProps:
    lives = joined(facts.here, facts.elsewhere)
    if not lives:
        return PastProps()
    life = lives[0]
    return PastProps(
        known=True, copied=facts.family is not None and life.name != "" and family_key(life.brand, life.name) != facts.family, sold=bool(life.sold_at_utc),
        shop=life.shop_name, on=formats.date_of(life.sold_at_utc or life.bought_at_utc), level=GRADE_LEVELS[life.grade] if life.grade else 0,
        opened=facts.opened, model=KnownModel(life.brand, life.name).words.strip(), lives=len(lives),
        battery=formats.percent(life.battery_health_pct * 10) if life.battery_health_pct else "",
        bought=formats.money(life.bought) if life.bought else "", price=formats.money(life.price) if life.price else "",
        guarantee_until=formats.date(life.guarantee_until) if life.guarantee_until else "",
    )  # fmt: skip


def stations(lives: Sequence[PastLife], formats: Formats) -> tuple[StationRow, ...]:
    """What this till recorded, else when it was bought and when sold."""
    life = lives[0]
    if life.unit is not None and len(life.moves) > 1:
        return station_rows(life.unit, life.moves, formats)
    known = [(life.bought_at_utc, UnitState.TO_ERASE), *([(life.sold_at_utc, UnitState.SOLD)] if life.sold_at_utc else [])]
    days = (parse_utc(known[-1][0]) - parse_utc(known[0][0])).days
    return tuple(
        StationRow(place, state.value, formats.day_of_month(at_utc), formats.clock(at_utc), max(0, days) if place else -1, place == len(known) - 1)
        for place, (at_utc, state) in enumerate(known)
    )


@QmlElement
@QmlUncreatable("made by the composition root")
class PastViewModel(QObject):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """Nothing to be seen of a device that was never here."""

    changed = Signal()

    def __init__(self, beside: Beside | None, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beside = beside
        self._formats = formats
        self._facts = PastFacts()
        self._props = PastProps()
        self._stations = RowsModel(StationRow, key=lambda row: row.place, parent=self)

    def speak(self, formats: Formats) -> None:
        self._formats = formats
        self._fold(self._facts)

    def look(self, imei: str | None, serial: str | None, seen: Unit | None, *, family: tuple[str, str] | None) -> None:
        """Another device is on the bench, or the same one is known better: ``family`` is (brand, name) once its model is."""
        asked = (imei or "", serial or "")
        key = family_key(*family) if family else None
        if asked == self._facts.asked:
            self._fold(replace(self._facts, family=key))
            return
        self._fold(PastFacts(asked, key))
        beside = self._beside
        if beside is None or beside.past is None or asked == ("", ""):
            return
        past = beside.past
        if seen is not None:
            beside.errands.run(lambda: (past.here(seen),), lambda result: self._found(asked, here=result))
        beside.errands.run(lambda: past.elsewhere(imei=imei, serial=serial), lambda result: self._found(asked, elsewhere=result))

    @Slot()
    def open(self) -> None:
        self._fold(replace(self._facts, opened=True))

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._facts, opened=False))

    def _found(
        self, asked: tuple[str, str], *, here: Result[tuple[PastLife, ...]] | None = None, elsewhere: Result[tuple[PastLife, ...]] | None = None
    ) -> None:  # fmt: skip
        """An answer about the device before this one is late, and says nothing."""
        if asked != self._facts.asked:
            return
        if isinstance(here, Ok):
            self._fold(replace(self._facts, here=here.value))
        if isinstance(elsewhere, Ok):
            self._fold(replace(self._facts, elsewhere=elsewhere.value))

    def _fold(self, facts: PastFacts) -> None:
        self._facts = facts
        lives = joined(facts.here, facts.elsewhere)
        self._stations.show(stations(lives, self._formats) if lives else ())
        props = past_props(facts, self._formats)
        if props != self._props:
            self._props = props
            self.changed.emit()

    stations = Property(QObject, lambda self: self._stations, constant=True)
    known = shown("known", bool, changed)
    copied = shown("copied", bool, changed)
    sold = shown("sold", bool, changed)
    shop = shown("shop", str, changed)
    on = shown("on", str, changed)
    level = shown("level", int, changed)
    opened = shown("opened", bool, changed)
    model = shown("model", str, changed)
    lives = shown("lives", int, changed)
    battery = shown("battery", str, changed)
    bought = shown("bought", str, changed)
    price = shown("price", str, changed)
    guaranteeUntil = shown("guarantee_until", str, changed)
