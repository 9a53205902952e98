"""Use cases of transfers between the shops of a company: send by scan, receive by scan, say what is missing or refused, take that back.

Each is one transaction on the ledger worker: stock move, line of the police register, label and journal entry stand together or not at all, and
a second scan of the same unit writes nothing. The other shop learns it through central; neither waits for it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc, utc_text
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.escpos import slip_bytes
from kiosk.documents.labels import label_zpl
from kiosk.documents.service import PrintQueue
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.parcels import (
    LineState,
    NotInParcel,
    Parcel,
    ParcelLine,
    ShopPlace,
    Side,
    arrived,
    check_company,
    check_units,
    left_shop,
    moved,
)
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import Unit
from kiosk.storage.counters import next_number
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.tradein import parcel_store, passport_store, store
from kiosk.tradein.purchase import Place
from kiosk.tradein.register import LETTER, SERIES
from kiosk.tradein.transfer_papers import (
    EXIT_LETTER,
    EXIT_SERIES,
    PARCEL_LETTER,
    PARCEL_SERIES,
    arrival_label,
    counterpart,
    entry_provenance,
    exit_provenance,
    parcel_slip,
    place_of,
    register_line,
    return_provenance,
)
from kiosk.tradein.words import TradeInWords


class ShopNotKnown(Refused):
    """Central has named no such shop of the company."""

    code = "tradein.shop_not_known"


@dataclass(frozen=True, slots=True)
class TransferDesk:
    """Whose transfers they are, and what turns them into paper."""

    place: Callable[[], Place]
    words: TradeInWords
    rules: InspectionRules
    print_queue: PrintQueue
    columns: int = 42


class TransferService:
    """Everything that writes runs on the ledger worker."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, desk: TransferDesk) -> None:
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._desk = desk

    def destinations(self) -> tuple[ShopPlace, ...]:
        """The company's other shops, as central names them."""
        with self._recorder.database.read() as connection:
            here = place_of(self._desk.place().shop)
            return tuple(place for place in parcel_store.shops(connection) if place.shop_id != here.shop_id and place.siren == here.siren)

    def parcels(self) -> tuple[Parcel, ...]:
        """Sent and awaited, the latest first."""
        with self._recorder.database.read() as connection:
            return parcel_store.all_parcels(connection)

    @property
    def shop_id(self) -> str:
        return self._desk.place().shop.shop_id

    def sendable(self, unit: Unit) -> None:
        """NotSendable, before it is put into a parcel."""
        check_units([unit], shop_id=self.shop_id)

    def send(self, to_shop_id: str, unit_ids: tuple[str, ...], person: Person) -> Parcel:
        """All of them leave, or none. ShopNotKnown, OtherCompany, NotSendable, ParcelEmpty, UnitUnknown, RightMissing."""
        require(person, Right.MOVE_STOCK)
        sender, now = place_of(self._desk.place().shop), self._now()
        with self._recorder.database.write() as connection:
            receiver = next((place for place in parcel_store.shops(connection) if place.shop_id == to_shop_id), None)
            if receiver is None:
                raise ShopNotKnown(shop=to_shop_id)
            check_company(sender, receiver)
            units = [self._unit(unit_id) for unit_id in unit_ids]
            check_units(units, shop_id=sender.shop_id)
            identity = _identity(connection)
            number = identity.number(next_number(connection, PARCEL_SERIES), letter=PARCEL_LETTER)
            lines = tuple(self._line(connection, unit, identity) for unit in units)
            parcel = Parcel(self._recorder.ids.new(), number, sender, receiver, now, lines)
            for line in parcel.lines:
                self._leave(connection, parcel, line, person)
            parcel_store.put(connection, parcel)
            self._print_slip(connection, parcel)
            self._ledger.append(connection, "stock.parcel_sent", {"parcel": _plain(parcel)}, person_id=person.person_id)
        return parcel

    def receive(self, parcel_id: str, line_id: str, person: Person) -> Unit:
        """The unit is in hand: it is this shop's from now on, under a number of its own register. NotInParcel, RightMissing."""
        return self._take(parcel_id, line_id, LineState.RECEIVED, person)

    def take_back(self, parcel_id: str, line_id: str, person: Person) -> Unit:
        """What the other shop refused is in hand again. NotInParcel, RightMissing."""
        return self._take(parcel_id, line_id, LineState.TAKEN_BACK, person)

    def refuse(self, parcel_id: str, line_id: str, reason: str, person: Person) -> Parcel:
        """It goes back as it came; nothing enters this shop's register. NotInParcel, ParcelReasonMissing, RightMissing."""
        return self._say(parcel_id, line_id, LineState.REFUSED, person, reason=reason)

    def miss(self, parcel_id: str, line_id: str, person: Person) -> Parcel:
        """It was not in the parcel; it stays the parcel's until it is found or refused. NotInParcel, RightMissing."""
        return self._say(parcel_id, line_id, LineState.MISSING, person)

    def print_slip(self, parcel_id: str, person: Person) -> None:
        """The parcel's paper again. NotInParcel, RightMissing."""
        require(person, Right.MOVE_STOCK)
        with self._recorder.database.write() as connection:
            self._print_slip(connection, self._parcel(connection, parcel_id))

    def _line(self, connection: Connection, unit: Unit, identity: TillIdentity) -> ParcelLine:
        day = f"{parse_utc(unit.received_at_utc).astimezone(self._desk.place().zone):%Y-%m-%d}" if unit.register_number else ""
        exit_number = identity.number(next_number(connection, EXIT_SERIES), letter=EXIT_LETTER)
        passport = passport_store.of_inspection(connection, unit.inspection_id) if unit.inspection_id else None
        name = model_text(self._model(unit))
        return ParcelLine(self._recorder.ids.new(), unit, name, unit.register_number or "", day, exit_number, passport=passport)

    def _leave(self, connection: Connection, parcel: Parcel, line: ParcelLine, person: Person) -> None:
        gone = left_shop(line.unit, parcel.parcel_id)
        self._stock.hand_over(connection, gone, reason="transfer_out", document_id=parcel.parcel_id, person_id=person.person_id)
        number = int(line.exit_number[-6:])
        self._register(connection, line.unit, (number, line.exit_number), parcel.receiver, exit_provenance(parcel, line))

    def _take(self, parcel_id: str, line_id: str, to: LineState, person: Person) -> Unit:
        require(person, Right.MOVE_STOCK)
        now = self._now()
        with self._recorder.database.write() as connection:
            before, identity = self._parcel(connection, parcel_id), _identity(connection)
            side = before.side_of(identity.shop_id)
            moved(before, line_id, to, by=side, at_utc=now)
            count = next_number(connection, SERIES)
            number = identity.number(count, letter=LETTER)
            after = moved(before, line_id, to, by=side, at_utc=now, register_number=number)
            line = after.line(line_id)
            assert line is not None, "moved above"
            unit = arrived(line, shop_id=identity.shop_id, register_number=number, at_utc=now)
            self._stock.hand_over(connection, unit, reason="transfer_in", document_id=parcel_id, person_id=person.person_id)
            other = after.sender if side is Side.RECEIVER else after.receiver
            provenance = (entry_provenance if side is Side.RECEIVER else return_provenance)(after, line)
            self._register(connection, unit, (count, number), other, provenance)
            if line.passport is not None:
                passport_store.put(connection, [(line.passport, 0)])
            parcel_store.put(connection, after)
            self._print_label(connection, unit)
            self._tell(connection, after, line, person, register_number=number)
        return unit

    def _say(self, parcel_id: str, line_id: str, to: LineState, person: Person, *, reason: str = "") -> Parcel:
        require(person, Right.MOVE_STOCK)
        with self._recorder.database.write() as connection:
            before = self._parcel(connection, parcel_id)
            side = before.side_of(_identity(connection).shop_id)
            after = moved(before, line_id, to, by=side, at_utc=self._now(), reason=reason)
            parcel_store.put(connection, after)
            line = after.line(line_id)
            assert line is not None, "moved above"
            self._tell(connection, after, line, person)
        return after

    def _tell(self, connection: Connection, parcel: Parcel, line: ParcelLine, person: Person, *, register_number: str = "") -> None:
        body: dict[str, Any] = {
            "parcel_id": parcel.parcel_id, "number": parcel.number, "line_id": line.line_id, "unit_id": line.unit.unit_id, "state": line.state.value,
            "reason": line.reason, "from_shop": parcel.sender.shop_id, "to_shop": parcel.receiver.shop_id, "at_utc": line.at_utc,
            "register_number": register_number, "origin_number": line.origin_number, "exit_number": line.exit_number,
        }  # fmt: skip
        self._ledger.append(connection, "stock.parcel_unit_moved", body, person_id=person.person_id)

    def _register(self, connection: Connection, unit: Unit, numbered: tuple[int, str], other: ShopPlace, provenance: str) -> None:
        seller_id, salt = self._recorder.ids.new(), secrets.token_hex(16)
        seller = counterpart(other)
        store.put_seller(connection, seller_id, seller, salt=salt)
        line = register_line(
            unit, self._model(unit), self._desk.words, entry_id=self._recorder.ids.new(), numbered=numbered, at_utc=self._now(),
            other=(seller_id, seller, salt), provenance=provenance,
        )  # fmt: skip
        store.add_register_entry(connection, line)

    def _print_label(self, connection: Connection, unit: Unit) -> None:
        content = label_zpl(arrival_label(unit, self._model(unit), self._desk.words, self._desk.rules.grading))
        self._desk.print_queue.enqueue(
            connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=content, printer="label"
        )

    def _print_slip(self, connection: Connection, parcel: Parcel) -> None:
        place = self._desk.place()
        at_local = f"{parse_utc(parcel.sent_at_utc).astimezone(place.zone):%d/%m/%Y %H:%M}"
        slip = parcel_slip(parcel, shop=place.shop, till_label=place.till_label, at_local=at_local, training=place.training)
        content = slip_bytes(slip, columns=self._desk.columns)
        self._desk.print_queue.enqueue(connection, kind="slip", document_id=parcel.parcel_id, document_number=parcel.number, content=content)

    def _parcel(self, connection: Connection, parcel_id: str) -> Parcel:
        parcel = parcel_store.by_id(connection, parcel_id)
        if parcel is None:
            raise NotInParcel(number="")
        return parcel

    def _unit(self, unit_id: str) -> Unit:
        unit = self._stock.unit_by_id(unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        return unit

    def _model(self, unit: Unit) -> DeviceModel:
        model = self._catalogue.model_by_id(unit.model_id)
        if model is None:
            raise UnitUnknown(unit_id=unit.unit_id)
        return model

    def _now(self) -> str:
        return utc_text(self._recorder.clock.now_utc())


def _identity(connection: Connection) -> TillIdentity:
    identity = till_identity(connection)
    assert identity is not None, "only a till moves stock"
    return identity


def _plain(parcel: Parcel) -> Any:
    return msgspec.to_builtins(parcel)
