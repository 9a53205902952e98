"""What makes files out of the till's records, built for a running till and for the command line alike: archives, accounting, and the office of both."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.accounting.chartfile import BadChart, load_chart
from kiosk.accounting.office import RecordsOffice, removable_drives
from kiosk.accounting.service import AccountingService, Company, Write, at_once
from kiosk.basics.regular import RegularThread
from kiosk.basics.workers import ask
from kiosk.errors import Refused
from kiosk.fiscal.archive.service import ArchiveService, Place
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.module import FiscalModule
from kiosk.house import RESOURCES, House
from kiosk.journal.ledger import NotEnrolled
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.storage.training import training_database
from kiosk.sync.shop import ShopSettings
from kiosk.tradein.account import Account, checked_account
from kiosk.tradein.credit_transfers.service import CreditTransferService, Treasury
from kiosk.tradein.police.service import BookPlace, PoliceBook
from kiosk.tradein.words import load_words
from kiosk.ui.viewmodels.records import RecordsServices

log = logging.getLogger(__name__)
ARCHIVES, EXPORTS = "archives", "exports"
SIREN_LENGTH = 9
KEEP_EVERY_S = 3600.0
WRITE_TIMEOUT_S = 120.0
"""An archive is finished on the ledger worker: a year's takes seconds, and sales that are under way go first."""


def archive_service(house: House, fiscal: FiscalModule, *, folder: Path, write: Write = at_once) -> ArchiveService | None:
    """The archives of an enrolled till, the training till's beside them; None in a country that wants none. NotEnrolled."""
    shop = _shop(house)
    if not isinstance(fiscal, FranceFiscal):
        return None
    training = partial(training_database, house.data_dir, key_store_choice=house.settings.key_store)
    place = Place(folder, ZoneInfo(shop.timezone), {**asdict(shop.header), "siren": shop.siren}, training)
    return ArchiveService(house.database, house.ledger, fiscal, place, tools=(house.clock, house.ids), write=write)


def accounting_service(house: House, *, write: Write = at_once) -> AccountingService:
    """The exports of an enrolled till; NotEnrolled, BadChart."""
    shop = _shop(house)
    country = shop.country.lower()
    chart = load_chart(RESOURCES, house.data_dir, country=country)
    rules = load_sale_rules(RESOURCES, country=country)
    return AccountingService(house.database, house.ledger, company=lambda: company_of(shop), chart=chart, rules=rules, write=write)


def company_of(shop: ShopSettings) -> Company:
    """The company a shop belongs to; its SIREN is the beginning of the shop's SIRET where nothing else says it."""
    siren = "".join(filter(str.isdigit, shop.siren or shop.header.siret))[:SIREN_LENGTH]
    return Company(siren, shop.currency, ZoneInfo(shop.timezone))


def records_services(house: House, fiscal: FiscalModule) -> RecordsServices:
    """The office of a running till, which writes on the ledger worker. From a training till nothing leaves."""
    folder = house.data_dir / EXPORTS

    def write(work: Callable[[], None]) -> None:
        ask(house.writer, work, timeout_s=WRITE_TIMEOUT_S)

    if house.training or not isinstance(fiscal, FranceFiscal):
        office = RecordsOffice(house.database, archives=None, books=None, folder=folder)
    else:
        archives = archive_service(house, fiscal, folder=house.data_dir / ARCHIVES, write=write)
        office = RecordsOffice(house.database, archives=archives, books=_books(house, write), folder=folder)
    zone = ZoneInfo(_shop(house).timezone)
    police = police_book(house, folder, write) if isinstance(fiscal, FranceFiscal) else None
    return RecordsServices(
        office, lambda: house.clock.now_utc().astimezone(zone).date(), training=house.training, police=police,
        credit_transfers=credit_transfer_service(house, folder, write) if isinstance(fiscal, FranceFiscal) else None,
    )  # fmt: skip


def police_book(house: House, folder: Path, write: Write) -> PoliceBook:
    """The police register of a till; its shop's settings are asked at each use."""
    identity = house.identity()
    assert identity is not None, "only an enrolled till has a register"

    def place() -> BookPlace:
        shop = _shop(house)
        label = shop.tills.get(identity.till_code, identity.till_code)
        return BookPlace(shop.header, shop.declaration, ZoneInfo(shop.timezone), label, folder, removable_drives, identity.training)

    return PoliceBook(house.database, house.ledger, tools=(house.clock, house.ids), place=place, words=load_words(RESOURCES), write=write)


def credit_transfer_service(house: House, folder: Path, write: Write) -> CreditTransferService:
    """What is owed to sellers, paid from the account in the shop's settings."""

    def treasury() -> Treasury:
        shop = _shop(house)
        return Treasury(_account(shop), ZoneInfo(shop.timezone), (folder, *removable_drives()))

    return CreditTransferService(house.database, house.ledger, tools=(house.clock, house.ids), treasury=treasury, write=write)


def _account(shop: ShopSettings) -> Account | None:
    """From which account sellers are paid; None where the settings do not say it, or say it wrong."""
    try:
        return checked_account(holder=shop.bank_holder or shop.header.legal_name, iban=shop.bank_iban, bic=shop.bank_bic) if shop.bank_iban else None
    except Refused as error:
        log.error("the shop's account cannot be used: %s", error.code)
        return None


def register_keeper(police: PoliceBook | None) -> RegularThread | None:
    """Seals the register's pages and forgets who read it a year ago, at the start and every hour."""
    return None if police is None else RegularThread("register-keeper", police.keep, every_s=KEEP_EVERY_S)


def _books(house: House, write: Write) -> AccountingService | None:
    """A company's chart of accounts that cannot be read stops no till from selling: its exports are not offered, and the log says why."""
    try:
        return accounting_service(house, write=write)
    except BadChart as error:
        log.error("no accounting exports: %s", error)
        return None


def _shop(house: House) -> ShopSettings:
    shop = house.shop()
    if shop is None:
        raise NotEnrolled
    return shop
