"""Tells a till's journal, and so its event log, what a command does with its data. Also beside a running kiosk: the entry is one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.countries import fiscal_module
from kiosk.house import open_house
from kiosk.journal.entry import JsonValue


def tell(data_dir: Path, kind: str, body: Mapping[str, JsonValue]) -> None:
    """Silent on a kiosk that is no till yet, or whose journal takes nothing because it was restored."""
    house = open_house(data_dir)
    try:
        if house.identity() is None or house.shop() is None or house.ledger.quarantined is not None:
            return
        house.ledger.stamper = fiscal_module(house).event
        with house.database.write() as connection:
            house.ledger.append(connection, kind, body)
    finally:
        house.close()
