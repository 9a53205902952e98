"""Finding without a scanner: search as you type, categories, favourites. Queries run on the reader; GUI thread otherwise.

What is found is taken by its id: ``on_take`` gets the product and, for a device, the unit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.results import Err, Ok, Result
from kiosk.catalogue.products import Product, ProductKind, ReferencePrice
from kiosk.catalogue.service import CategoryCount
from kiosk.sales.desk.quotation_service import Offer
from kiosk.stock.service import Found
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.models.product_model import (
    FEW,
    FEW_FAVOURITES,
    FIRST_CATEGORIES,
    OTHERS,
    CategoryRow,
    FavouriteRow,
    OfferRow,
    ResultRow,
    category_rows,
    favourite_rows,
    few_categories,
    of_filter,
    offer_rows,
    result_id,
    result_rows,
    sellable,
)
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillServices

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
Answer = tuple[tuple[Found, ...], tuple[Offer, ...]]


@dataclass(frozen=True, slots=True)
class FinderFacts:
    """``searched`` tells a search without results from one under way; ``compared`` has by result id the price new that may stand beside it."""

    query: str = ""
    category: str = ""
    results: tuple[Found, ...] = ()
    compared: Mapping[str, ReferencePrice] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    searched: bool = False
    filter: int = 0
    counts: tuple[CategoryCount, ...] = ()
    favourites: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True)
class FinderProps:
    """What QML reads of it."""

    query: str = ""
    searching: bool = False
    found_nothing: bool = False
    only_offers: bool = False
    filter: int = 0
    all_count: int = 0
    unit_count: int = 0
    accessory_count: int = 0
    service_count: int = 0


def derive(facts: FinderFacts) -> FinderProps:
    return FinderProps(
        query=facts.query, searching=bool(facts.query.strip() or facts.category), found_nothing=facts.searched and not facts.results and not facts.offers,
        only_offers=bool(facts.offers) and not facts.results,
        filter=facts.filter, all_count=len(facts.results), unit_count=_count(facts.results, ProductKind.UNIT),
        accessory_count=_count(facts.results, ProductKind.ACCESSORY), service_count=_count(facts.results, ProductKind.SERVICE),
    )  # fmt: skip


def _count(results: Sequence[Found], kind: ProductKind) -> int:
    return sum(1 for found in results if found.product.kind is kind)


def categories_behind(code: str) -> tuple[str, ...]:
    """The categories that a tile opens: itself, or all that a small screen keeps behind one tile."""
    return FIRST_CATEGORIES[FEW:] if code == OTHERS else (code,)


@QmlElement
@QmlUncreatable("made by the composition root")
class FinderViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The left of a sale."""

    changed = Signal()

    def __init__(
        self, services: TillServices, reader: Jobs, *, formats: Formats, on_take: Callable[[Found], None], on_recall: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._stock = services.stock
        self._catalogue = services.catalogue
        self._lines = services.desk.lines
        self._reader = reader
        self._on_take = on_take
        self._on_recall = on_recall
        self._quotations = services.desk.quotations
        self._facts = FinderFacts()
        self._props = FinderProps()
        self._results = RowsModel(ResultRow, key=lambda row: row.result_id, parent=self)
        self._offers = RowsModel(OfferRow, key=lambda row: row.number, parent=self)
        self._categories = RowsModel(CategoryRow, key=lambda row: row.category, parent=self)
        self._few_categories = RowsModel(CategoryRow, key=lambda row: row.category, parent=self)
        self._favourites = RowsModel(FavouriteRow, key=lambda row: row.product_id, parent=self)
        self._few_favourites = RowsModel(FavouriteRow, key=lambda row: row.product_id, parent=self)

    def refresh(self) -> None:
        """Ask again what is on the shelf: at the start, after a sale, after a sync."""
        self._reader.run(lambda: (self._stock.categories_for_sale(), self._catalogue.favourites()), self._took_shelf)

    def clear(self) -> None:
        """Back to the tiles."""
        self._fold(replace(self._facts, query="", category="", results=(), offers=(), searched=False, filter=0))

    @Slot(str)
    def search(self, text: str) -> None:
        """As typed; an answer that comes after the next letter is dropped."""
        if not text.strip():
            self.clear()
            return
        self._fold(replace(self._facts, query=text, category="", filter=0))
        self._reader.run(lambda: (self._stock.search(text), self._quotations.numbered(text)), lambda result: self._took_results(result, text, ""))

    @Slot(str)
    def openCategory(self, code: str) -> None:
        self._fold(replace(self._facts, query="", category=code, filter=0))

        def read() -> Answer:
            return tuple(found for category in categories_behind(code) for found in self._stock.units_for_sale(category)), ()

        self._reader.run(read, lambda result: self._took_results(result, "", code))

    @Slot(int)
    def showOnly(self, chosen: int) -> None:
        self._fold(replace(self._facts, filter=chosen))

    @Slot()
    def takeFirst(self) -> None:
        """Enter in the search field: the quotation of that number, or the first line found that can be sold."""
        if self._facts.offers:
            self.recall(self._facts.offers[0].quotation.number)
            return
        first = next((found for found in of_filter(self._facts.results, self._facts.filter) if sellable(found)), None)
        if first is not None:
            self._on_take(first)

    @Slot(str)
    def take(self, wanted_id: str) -> None:
        """A touched result or favourite."""
        known = (*self._facts.results, *(Found(product) for product in self._facts.favourites))
        found = next((found for found in known if result_id(found) == wanted_id), None)
        if found is not None:
            self._on_take(found)

    @Slot(str)
    def recall(self, number: str) -> None:
        """A quotation that was found by its number."""
        self._on_recall(number)

    def _took_shelf(self, result: Result[tuple[tuple[CategoryCount, ...], tuple[Product, ...]]]) -> None:
        match result:
            case Ok((counts, favourites)):
                self._fold(replace(self._facts, counts=counts, favourites=favourites))
            case Err(error):
                self._refuse(error)

    def _took_results(self, result: Result[Answer], query: str, category: str) -> None:
        if (query, category) != (self._facts.query, self._facts.category):
            return
        match result:
            case Ok((results, offers)):
                self._fold(replace(self._facts, results=results, offers=offers, compared=self._compared(results), searched=True))
            case Err(error):
                self._refuse(error)

    def _compared(self, results: tuple[Found, ...]) -> dict[str, ReferencePrice]:
        known = {result_id(found): self._lines.compared_price(found.product, found.price) for found in results if found.price is not None and sellable(found)}
        return {found_id: reference for found_id, reference in known.items() if reference is not None}

    def _fold(self, facts: FinderFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts)
        categories = category_rows(self._facts.counts)
        favourites = favourite_rows(self._facts.favourites, self._formats)
        self._results.show(result_rows(of_filter(self._facts.results, self._facts.filter), self._formats, self._facts.compared))
        self._offers.show(offer_rows(self._facts.offers, self._formats))
        self._categories.show(categories)
        self._few_categories.show(few_categories(categories))
        self._favourites.show(favourites)
        self._few_favourites.show(favourites[:FEW_FAVOURITES])
        if before != self._props:
            self.changed.emit()

    query = shown("query", str, changed)
    searching = shown("searching", bool, changed)
    foundNothing = shown("found_nothing", bool, changed)
    onlyOffers = shown("only_offers", bool, changed)
    filter = shown("filter", int, changed)
    allCount = shown("all_count", int, changed)
    unitCount = shown("unit_count", int, changed)
    accessoryCount = shown("accessory_count", int, changed)
    serviceCount = shown("service_count", int, changed)
    results = Property(QObject, lambda self: self._results, constant=True)
    offers = Property(QObject, lambda self: self._offers, constant=True)
    categories = Property(QObject, lambda self: self._categories, constant=True)
    fewCategories = Property(QObject, lambda self: self._few_categories, constant=True)
    favourites = Property(QObject, lambda self: self._favourites, constant=True)
    fewFavourites = Property(QObject, lambda self: self._few_favourites, constant=True)
