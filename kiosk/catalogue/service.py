"""Asking the catalogue: by code, by category, as you type. Reads only; rows arrive by the sync feeds (``store.upsert_…``).

Thread: point reads anywhere, ``search`` on the reader.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from kiosk.catalogue import store
from kiosk.catalogue.known_models import KnownModels
from kiosk.catalogue.lessons import FamilyCount, joined
from kiosk.catalogue.products import DeviceKind, DeviceModel, Product
from kiosk.storage.engine import Database


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """A category code ("smartphone", "accessory"…) and how many references it has."""

    category: str
    count: int


class CatalogueService:
    """The catalogue as the till knows it now; every answer is a snapshot. ``known`` are the models of the world, sold by the chain or not."""

    def __init__(self, database: Database, *, known: KnownModels | None = None) -> None:
        self._database = database
        self.known = known or KnownModels()

    def product_by_id(self, product_id: str) -> Product | None:
        return self._one(id=product_id)

    def product_by_ean(self, ean: str) -> Product | None:
        """``ean`` in the form of ``codes.Ean.text`` (13 or 8 digits)."""
        return self._one(ean=ean)

    def product_by_sku(self, sku: str) -> Product | None:
        return self._one(sku=sku)

    def products_of_model(self, model_id: str) -> tuple[Product, ...]:
        with self._database.read() as connection:
            return store.products_where(connection, model_id=model_id)

    def products_in(self, category: str) -> tuple[Product, ...]:
        with self._database.read() as connection:
            return store.products_where(connection, category=category)

    def favourites(self) -> tuple[Product, ...]:
        """By rank, as the tiles stand."""
        with self._database.read() as connection:
            return store.favourite_products(connection)

    def categories(self) -> tuple[CategoryCount, ...]:
        with self._database.read() as connection:
            return tuple(CategoryCount(category, count) for category, count in store.category_counts(connection))

    def search(self, text: str, *, limit: int = 50) -> tuple[Product, ...]:
        """Products that have every typed word at the start of a word of their name, brand, SKU or EAN; accents do not matter."""
        with self._database.read() as connection:
            return self.search_within(connection, text, limit=limit)

    def search_within(self, connection: Connection, text: str, *, limit: int) -> tuple[Product, ...]:
        """The same in the caller's snapshot."""
        matches = store.matching_products(connection, text)
        closest = sorted(matches, key=lambda match: _closeness(match, text))[:limit]
        found = store.products_by_id(connection, [match.product_id for match in closest])
        return tuple(found[match.product_id] for match in closest)

    def unlawful_names(self) -> tuple[str, ...]:
        """Names of the catalogue that say of something used that it is as new; they are shown and printed without it. For the reader."""
        with self._database.read() as connection:
            return store.unlawful_names(connection)

    def model_by_id(self, model_id: str) -> DeviceModel | None:
        with self._database.read() as connection:
            return next(iter(store.models_where(connection, id=model_id)), None)

    def models_by_id(self, model_ids: Iterable[str]) -> dict[str, DeviceModel]:
        """Several at one go, each by its id."""
        with self._database.read() as connection:
            return {model.model_id: model for model in store.models_named(connection, sorted(set(model_ids)))}

    def model_by_tac(self, tac: str) -> DeviceModel | None:
        """The model of an IMEI's 8 first digits; None when we do not know the TAC."""
        with self._database.read() as connection:
            return store.model_of_tac(connection, tac)

    def taught(self, mark: str) -> tuple[FamilyCount, ...]:
        """What the chain's devices taught of a TAC or a model code, most confirmed first."""
        with self._database.read() as connection:
            return joined(store.taught_by_chain(connection, mark), store.taught_here(connection, mark))

    def models(self, kind: DeviceKind | None = None) -> tuple[DeviceModel, ...]:
        with self._database.read() as connection:
            return store.models_where(connection) if kind is None else store.models_where(connection, kind=kind.value)

    def _one(self, **columns: str) -> Product | None:
        with self._database.read() as connection:
            return next(iter(store.products_where(connection, **columns)), None)


@lru_cache(maxsize=20_000)
def plain_letters(text: str) -> str:
    """Lower case without accents: ``Écran`` and ``ecran`` compare equal."""
    return "".join(character for character in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(character))


def _closeness(match: store.Match, typed: str) -> tuple[bool, bool, int, str, str]:
    """Devices before what goes with them, then names that begin as typed, then the shop's favourites, then by name."""
    name, begins = plain_letters(match.name), plain_letters(typed.strip())
    rank = match.favourite_rank if match.favourite_rank is not None else 1_000
    return (match.has_price, not name.startswith(begins), rank, name, match.product_id)
