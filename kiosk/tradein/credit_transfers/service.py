"""Use cases of the transfers to sellers: the list, the file for the bank, and that it was paid. A manager's.

A file is made on a worker of its own; what it takes is written where the journal may be written, once it lies whole beside its name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import Clock, parse_utc, utc_text
from kiosk.basics.ids import Ids
from kiosk.basics.money import Money
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock import store as stock_store
from kiosk.storage.counters import next_number
from kiosk.storage.engine import Database
from kiosk.storage.files import FolderGone, NewFiles
from kiosk.storage.identity import till_identity
from kiosk.tradein import store as tradein_store
from kiosk.tradein.account import Account
from kiosk.tradein.credit_transfers import store
from kiosk.tradein.credit_transfers.nouns import CreditTransfer, CreditTransferFile, CreditTransferPaid, NoCompanyAccount, NothingToTransfer
from kiosk.tradein.credit_transfers.pain import Sheet, pain_xml, transfers_csv

SERIES, LETTER = "transfer_file", "V"
WORDING = "Reprise"
Write = Callable[[Callable[[], None]], None]


class CreditTransferFormat(StrEnum):
    """How the list is taken to the bank."""

    SEPA = "xml"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Treasury:
    """From which account sellers are paid (None: not said), and where files may go, the till's own folder first."""

    company: Account | None
    zone: ZoneInfo
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """A transfer with what was bought for it, the last characters of its identifier."""

    transfer: CreditTransfer
    tail: str


@dataclass(frozen=True, slots=True)
class Owings:
    """The page: every transfer, oldest first, and the files that were made, latest first."""

    owed: tuple[Owed, ...]
    files: tuple[CreditTransferFile, ...]
    folders: tuple[Path, ...]
    has_account: bool


class CreditTransferService:
    """The transfers of this till."""

    def __init__(self, database: Database, ledger: Ledger, *, tools: tuple[Clock, Ids], treasury: Callable[[], Treasury], write: Write) -> None:
        self._database = database
        self._ledger = ledger
        self._clock, self._ids = tools
        self._treasury = treasury
        self._write = write

    def owings(self, person: Person) -> Owings:
        """RightMissing."""
        require(person, Right.EXPORT)
        treasury = self._treasury()
        with self._database.read() as connection:
            owed = tuple(Owed(item, _tail(connection, item)) for item in store.transfers(connection))
            return Owings(owed, store.files(connection), treasury.folders, treasury.company is not None)

    def make_file(self, transfer_ids: tuple[str, ...], format_: CreditTransferFormat, folder: Path, person: Person) -> Path:
        """Those of the chosen that wait, in one file: whole under its name and noted, or nothing. RightMissing, NothingToTransfer, NoCompanyAccount,
        FileNotWritten."""
        require(person, Right.EXPORT)
        treasury = self._treasury()
        company = self._company(treasury, format_)
        if folder not in treasury.folders:
            raise FolderGone(path=str(folder))
        made: list[CreditTransferFile] = []

        def note() -> None:
            with self._database.write() as connection:
                made.append(self._take(connection, transfer_ids, format_, person))

        # Its number and its lines are settled first; a file that then cannot be written is written out again, the same.
        self._write(note)
        return self._publish(made[0], format_, company, treasury, folder)

    def write_again(self, file_id: str, format_: CreditTransferFormat, folder: Path, person: Person) -> Path:
        """A file that was lost, the same to the byte; the bank knows its number. RightMissing, NothingToTransfer, NoCompanyAccount, FileNotWritten."""
        require(person, Right.EXPORT)
        treasury = self._treasury()
        with self._database.read() as connection:
            file = next((file for file in store.files(connection) if file.file_id == file_id), None)
        if file is None:
            raise NothingToTransfer()
        if folder not in treasury.folders:
            raise FolderGone(path=str(folder))
        return self._publish(file, format_, self._company(treasury, format_), treasury, folder)

    def mark_paid(self, transfer_id: str, person: Person) -> None:
        """The money left the company's account; said once. On the ledger worker. RightMissing, CreditTransferPaid."""
        require(person, Right.EXPORT)
        with self._database.write() as connection:
            found = next((item for item in store.transfers(connection) if item.transfer_id == transfer_id), None)
            now = utc_text(self._clock.now_utc())
            if found is None or not store.mark_paid(connection, transfer_id, at_utc=now, person_id=person.person_id):
                raise CreditTransferPaid()
            body: dict[str, JsonValue] = {
                "transfer_id": transfer_id, "number": found.number, "amount_cents": found.amount.amount_cents, "iban_tail": found.account.tail,
            }  # fmt: skip
            self._ledger.append(connection, "tradein.transfer_paid", body, person_id=person.person_id)

    def _take(self, connection: Connection, transfer_ids: tuple[str, ...], format_: CreditTransferFormat, person: Person) -> CreditTransferFile:
        chosen = [item for item in store.waiting(connection) if item.transfer_id in transfer_ids]
        if not chosen:
            raise NothingToTransfer()
        identity = till_identity(connection)
        assert identity is not None, "an enrolled till"
        file = CreditTransferFile(
            file_id=self._ids.new(), number=identity.number(next_number(connection, SERIES), letter=LETTER), at_utc=utc_text(self._clock.now_utc()),
            person_id=person.person_id, count=len(chosen), total=Money.total(item.amount for item in chosen),
        )  # fmt: skip
        store.add_file(connection, file)
        taken = [store.put_in_file(connection, item.transfer_id, file.file_id) for item in chosen]
        assert all(taken), "read in this very transaction"
        lines = "\n".join(f"{item.number} {item.amount.amount_cents} {item.account.iban}" for item in chosen)
        body: dict[str, JsonValue] = {
            "file_id": file.file_id, "number": file.number, "format": format_.value, "count": file.count, "total_cents": file.total.amount_cents,
            "transfers": [item.number for item in chosen], "lines_sha256": hashlib.sha256(lines.encode()).hexdigest(),
        }  # fmt: skip
        self._ledger.append(connection, "tradein.transfer_file_made", body, person_id=person.person_id)
        return file

    def _publish(self, file: CreditTransferFile, format_: CreditTransferFormat, company: Account, treasury: Treasury, folder: Path) -> Path:
        with self._database.read() as connection:
            items = store.of_file(connection, file.file_id)
            devices = tuple(_tail(connection, item) for item in items)
        at_local = parse_utc(file.at_utc).astimezone(treasury.zone)
        sheet = Sheet(file, company, at_local, items, WORDING)
        days = [f"{parse_utc(item.since_utc).astimezone(treasury.zone):%d/%m/%Y}" for item in items]
        content = pain_xml(sheet) if format_ is CreditTransferFormat.SEPA else transfers_csv(sheet, devices=devices, days=days)
        with NewFiles(folder) as files:
            files.add(f"virements-{file.number}.{format_.value}", (content,))
            files.check()
            return files.publish()[0]

    def _company(self, treasury: Treasury, format_: CreditTransferFormat) -> Account:
        """A list for the eye needs no account of the company; the bank's file does."""
        if treasury.company is not None:
            return treasury.company
        if format_ is CreditTransferFormat.SEPA:
            raise NoCompanyAccount()
        return Account("", "")


def place_credit_transfer(connection: Connection, ids: Ids, row: tradein_store.TradeInRow, account: Account) -> CreditTransfer:
    """Inside the purchase's transaction: what is owed to its seller from now on."""
    item = CreditTransfer(
        transfer_id=ids.new(), trade_in_id=row.trade_in_id, number=row.number, unit_id=row.unit_id, since_utc=row.at_utc, amount=row.paid, account=account
    )  # fmt: skip
    store.add(connection, item)
    return item


def _tail(connection: Connection, item: CreditTransfer) -> str:
    unit = stock_store.unit_by_id(connection, item.unit_id)
    return unit.identifier_tail if unit is not None else ""
