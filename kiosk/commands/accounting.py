"""``kiosk accounting fec|ereporting|margin|lot``: files for the accountant and the platform, made from the signed journal."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.accounting.books import Span
from kiosk.accounting.lots import allocate_lot
from kiosk.accounting.service import AccountingService, Exported
from kiosk.basics.money import Money
from kiosk.commands.opening import NoKioskHere
from kiosk.commands.say import DONE, answer, language
from kiosk.countries import fiscal_module
from kiosk.house import House, open_house
from kiosk.offices import accounting_service
from kiosk.storage.engine import FILE_NAME
from kiosk.storage.lock import only_instance


def run(chosen: argparse.Namespace) -> int:
    """0 with the files' names; 1 when the books disagree, the folder is full or a kiosk is open on the data; 2 for a wrong period."""
    if chosen.action == "lot":
        return _lot(chosen.price, chosen.expected, as_json=chosen.json)
    span = Span(chosen.first, chosen.last)
    if not (chosen.data / FILE_NAME).exists():
        raise NoKioskHere(path=str(chosen.data))
    with only_instance(chosen.data):
        house = open_house(chosen.data)
        try:
            exported = _export(service(house), chosen, span)
        finally:
            house.close()
    files = [str(path) for path in exported.paths]
    words = {"fr": f"{exported.rows} lignes du {span.first} au {span.last} :", "en": f"{exported.rows} rows from {span.first} to {span.last}:"}
    answer({"what": chosen.action, "rows": exported.rows, "files": files}, words[language()], *(f"  {name}" for name in files), as_json=chosen.json)
    return DONE


def service(house: House) -> AccountingService:
    """The exports of an enrolled till, its event log told of each; NotEnrolled."""
    books = accounting_service(house)
    house.ledger.stamper = fiscal_module(house).event
    return books


def _export(books: AccountingService, chosen: argparse.Namespace, span: Span) -> Exported:
    folder: Path = chosen.out
    match chosen.action:
        case "fec":
            return books.export_fec(span, folder, journals=chosen.journal)
        case "ereporting":
            return books.export_flux(span, folder, journals=chosen.journal)
        case _:
            return books.export_margin(span, folder, journals=chosen.journal)


def _lot(price: Money, expected: list[Money], *, as_json: bool) -> int:
    parts = allocate_lot(price, expected)
    answer({"purchase_prices_cents": [part.amount_cents for part in parts]}, *(part.plain() for part in parts), as_json=as_json)
    return DONE
