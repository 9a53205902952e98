"""Tells the chain what a device was, once its model was confirmed. On the ledger worker, in the caller's transaction."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection

from kiosk.catalogue import store
from kiosk.catalogue.lessons import is_mark
from kiosk.catalogue.products import DeviceModel
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import Ledger


def teach(connection: Connection, ledger: Ledger, model: DeviceModel, *, device: str, marks: tuple[str, ...], by: str, person_id: str) -> None:
    """Each mark of a device (its IMEI or serial) counts once for a family, however often the device comes; ``by`` is ``cable`` or ``purchase``."""
    key = hashlib.sha256("\n".join((device, model.brand, model.name)).encode()).hexdigest()
    news: list[JsonValue] = [
        mark for mark in marks if is_mark(mark) and store.note_lesson(connection, key, mark, brand=model.brand, name=model.name)
    ]  # fmt: skip
    if news:
        body: dict[str, JsonValue] = {"marks": news, "brand": model.brand, "name": model.name, "model_id": model.model_id, "by": by}
        ledger.append(connection, "catalogue.model_confirmed", body, person_id=person_id)
