"""A unit goes from one shop of the company to another: stock, both police registers, label and journal together, through central, whatever is repeated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from central import demo, directory, feeds, tills
from central.database import CentralDatabase
from central.ingest import ingest
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.documents.papers import ShopHeader
from kiosk.errors import KioskError
from kiosk.hardware.virtual.paper import paper_text
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker, MarkerState
from kiosk.stock.parcels import LineState, NotInParcel, NotSendable
from kiosk.stock.units import Unit, UnitState
from kiosk.storage.identity import TillIdentity, set_till_identity, till_identity
from kiosk.storage.migrate import open_database
from kiosk.sync import store as sync_store
from kiosk.sync.apply import apply_page
from kiosk.sync.outbox import next_push
from kiosk.tradein.declaration import Declaration
from kiosk.tradein.passports import PassportService
from kiosk.tradein.police import store as police_store
from kiosk.tradein.police.book import first_wrong_page, next_pages
from kiosk.tradein.police.papers import BookPaper, book_csv, seller_lines
from kiosk.tradein.purchase import Place
from kiosk.tradein.rulefiles import inspection_rules
from kiosk.tradein.transfers import TransferDesk, TransferService
from kiosk.tradein.words import load_words
from tests.bench import RESOURCES, SHOP, Bench, build_bench, load_demo_shop
from tests.conftest import TILL_SECRET
from tests.passports import IPHONE_12_128, passports_of, put_on_sale

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RENNES = replace(SHOP, shop_id="L02", name="Rennes Le Bastard", address=("2 rue Le Bastard", "35000 Rennes"), siret="98154327500037")


@dataclass(slots=True)
class Shop:
    """A till of a shop with its bench, and its line to a central that stands in the same process."""

    bench: Bench
    header: ShopHeader
    passports: PassportService
    transfers: TransferService
    central: CentralDatabase

    def sync(self) -> None:
        """Everything up, then everything down; a push is sent twice, as after a lost answer."""
        with self.bench.database.read() as connection:
            identity = till_identity(connection)
            assert identity is not None
            head = self.bench.ledger.head(connection).seq
            push = next_push(connection, self.bench.ledger, identity, epoch=1, after_seq=0) if head else None
        for _ in range(2 if push else 0):
            assert push is not None
            assert [verdict for verdict in ingest(self.central, push, now_utc=NOON).verdicts if verdict.verdict == "review"] == []
        for feed in ("shops", "units", "passports", "parcels"):
            with self.central.read() as connection, self.bench.database.read() as own:
                page = feeds.page(connection, self.header.shop_id, feed, sync_store.cursor_of(own, feed))
            page = msgspec.structs.replace(page, own_epoch=1, own_seq=head, digest=None)
            with self.bench.database.write() as own:
                assert apply_page(own, page, epoch=1) is not None

    def unit(self) -> Unit:
        unit = self.bench.stock.unit_by_id(IPHONE_12_128)
        assert unit is not None
        return unit

    def lines(self) -> list[tuple[str, str, str]]:
        with self.bench.database.read() as connection:
            return [(line.entry.printed_number, line.entry.provenance, line.entry.payment_mode) for line in police_store.lines(connection)]

    def moves(self) -> list[dict[str, Any]]:
        with self.bench.database.read() as connection:
            entries = self.bench.ledger.entries_after(connection, 1, 0, limit=999)
        return [json.loads(entry.entry)["body"] for entry in entries if entry.kind.startswith("stock.parcel")]


def shop_of(bench: Bench, header: ShopHeader, central: CentralDatabase, clock: ManualClock, ids: CountedIds) -> Shop:
    passports = passports_of(bench, clock, ids)
    place = Place(header, "Caisse 2", PARIS)
    desk = TransferDesk(lambda: place, load_words(RESOURCES), inspection_rules(bench.rules), bench.print_queue)
    transfers = TransferService(bench.recorder, bench.ledger, stock=bench.stock, catalogue=bench.catalogue, desk=desk)
    return Shop(bench, header, passports, transfers, central)


@pytest.fixture
def central(tmp_path: Path) -> Iterator[CentralDatabase]:
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    demo.seed(database, RESOURCES / "demo")
    with database.write() as connection:
        row = msgspec.json.encode({"shop_id": "L02", "header": msgspec.to_builtins(RENNES)})
        feeds.put_rows(connection, "L02", "shop", {"L02": row}, v=feeds.next_version(connection, "L02"))
        directory.publish(connection)
    yield database
    database.close()


def enrol(database: CentralDatabase, shop_id: str, till_code: str, key: TillKey) -> None:
    with database.write() as connection:
        code = tills.new_code(connection, shop_id, till_code, now_utc=NOON)
        tills.enrol(connection, code, key.public.raw, now_utc=NOON)


@pytest.fixture
def nantes(bench: Bench, central: CentralDatabase, clock: ManualClock, ids: CountedIds) -> Shop:
    enrol(central, "L01", "K2", TillKey(TILL_SECRET))
    shop = shop_of(bench, SHOP, central, clock, ids)
    put_on_sale(bench)
    return shop


@pytest.fixture
def rennes(tmp_path: Path, central: CentralDatabase, clock: ManualClock, ids: CountedIds) -> Iterator[Shop]:
    folder, key = tmp_path / "rennes", TillKey(bytes(range(1, 33)))
    folder.mkdir()
    made = open_database(folder, key=bytes(32))
    load_demo_shop(made)
    with made.write() as connection:
        set_till_identity(connection, TillIdentity("L02", "K1", 1))
        connection.exec_driver_sql("DELETE FROM unit")
    enrol(central, "L02", "K1", key)
    bench = build_bench(made, Ledger(made, clock=clock, key=key, marker=HeadMarker(folder)), clock, ids)
    yield shop_of(bench, RENNES, central, clock, ids)
    made.close()


def test_a_unit_goes_to_another_shop_with_its_number_cited_and_its_passport_and_nobodys_name(nantes: Shop, rennes: Shop) -> None:
    yanis = nantes.bench.person("yanis")
    nantes.sync()
    rennes.sync()
    assert [place.name for place in nantes.transfers.destinations()] == ["Rennes Le Bastard"]
    before = nantes.unit()
    parcel = nantes.transfers.send("L02", (IPHONE_12_128,), yanis)
    (line,) = parcel.lines
    assert (parcel.number, line.exit_number, nantes.unit().state, nantes.unit().holder) == (
        "L01-K2-T000001", "L01-K2-S000001", UnitState.IN_TRANSIT, parcel.holder,
    )  # fmt: skip
    assert nantes.lines() == [
        ("L01-K2-S000001", "Sortie\u00a0: transfert à l’établissement Rennes Le Bastard (SIRET 98154327500037), colis L01-K2-T000001. "
         "Entrée\u00a0: n°\u00a0L01-2026-000580 du 17/11/2026", "Transfert entre établissements, sans paiement"),
    ]  # fmt: skip
    with nantes.bench.database.read() as connection:
        (slip,) = nantes.bench.print_queue.waiting(connection, "receipt")
    paper = paper_text(slip.content)
    assert all(words in paper for words in ("Bon de transfert", "Rennes Le Bastard", "iPhone 12", "1949", before.label_code))
    assert str(before.imei) not in paper and "200,00" not in paper
    with pytest.raises(NotSendable):
        nantes.transfers.send("L02", (IPHONE_12_128,), yanis)
    nantes.sync()
    rennes.sync()
    (awaited,) = rennes.transfers.parcels()
    assert [each.unit.unit_id for each in awaited.waiting("L02")] == [IPHONE_12_128]
    ines = rennes.bench.person("ines")
    unit = rennes.transfers.receive(awaited.parcel_id, line.line_id, ines)
    assert (unit.state, unit.holder, unit.register_number, unit.price, unit.grade) == (
        UnitState.FOR_SALE, "shop:L02", "L02-K1-R000001", before.price, before.grade,
    )  # fmt: skip
    assert rennes.lines() == [
        ("L02-K1-R000001", "Transfert de l’établissement Nantes Crébillon (SIRET 98154327500029), colis L01-K2-T000001. Origine\u00a0: "
         "n°\u00a0L01-2026-000580 du 17/11/2026, sortie n°\u00a0L01-K2-S000001", "Transfert entre établissements, sans paiement"),
    ]  # fmt: skip
    with rennes.bench.database.read() as connection:
        (label,) = rennes.bench.print_queue.waiting(connection, "label")
    assert b"L02-K1-R000001" in label.content
    with pytest.raises(NotInParcel):
        rennes.transfers.receive(awaited.parcel_id, line.line_id, ines)
    assert len(rennes.lines()) == 1
    made = rennes.passports.show(IPHONE_12_128, ines).passport
    assert (made.grade, len(made.points)) == ("Parfait état", 30)
    rennes.sync()
    nantes.sync()
    rennes.sync()
    assert [line.state for line in nantes.transfers.parcels()[0].lines] == [LineState.RECEIVED]
    assert (rennes.unit(), rennes.transfers.parcels()[0].waiting("L02")) == (unit, ())
    with nantes.central.read() as connection:
        units = {shop: [row for row in feeds.all_rows(connection, shop, "units") if row["unit_id"] == IPHONE_12_128] for shop in ("L01", "L02")}
    assert [(units[shop][0]["state"], units[shop][0]["holder"]) for shop in units] == [("in_transit", parcel.holder), ("for_sale", "shop:L02")]


def test_what_is_missing_is_found_later_and_what_is_refused_comes_back_under_a_new_entry(nantes: Shop, rennes: Shop) -> None:
    yanis, ines = nantes.bench.person("yanis"), rennes.bench.person("ines")
    nantes.sync()
    parcel = nantes.transfers.send("L02", (IPHONE_12_128,), yanis)
    (line,) = parcel.lines
    nantes.sync()
    rennes.sync()
    with pytest.raises(NotInParcel):
        nantes.transfers.take_back(parcel.parcel_id, line.line_id, yanis)
    rennes.transfers.miss(parcel.parcel_id, line.line_id, ines)
    assert rennes.transfers.parcels()[0].waiting("L02") == ()
    rennes.transfers.refuse(parcel.parcel_id, line.line_id, "damaged", ines)
    assert (rennes.lines(), rennes.bench.stock.unit_by_id(IPHONE_12_128)) == ([], None)
    rennes.sync()
    nantes.sync()
    (refused,) = nantes.transfers.parcels()[0].waiting("L01")
    assert (refused.state, refused.reason) == (LineState.REFUSED, "damaged")
    back = nantes.transfers.take_back(parcel.parcel_id, line.line_id, yanis)
    assert (back.state, back.holder, back.register_number) == (UnitState.FOR_SALE, "shop:L01", "L01-K2-R000001")
    assert nantes.lines()[-1][1].startswith("Retour de transfert, refusé par l’établissement Rennes Le Bastard (SIRET 98154327500037)")
    nantes.sync()
    assert nantes.unit() == back
    assert [body.get("state") for body in nantes.moves()] == [None, "taken_back"]


def test_the_register_shows_and_exports_both_ends_and_its_pages_hold(nantes: Shop, rennes: Shop) -> None:
    nantes.sync()
    nantes.transfers.send("L02", (IPHONE_12_128,), nantes.bench.person("yanis"))
    with nantes.bench.database.read() as connection:
        lines = police_store.lines(connection)
    words = load_words(RESOURCES)
    assert seller_lines(lines[0], words) == (
        "Seconde Vie Électronique SAS", "Rennes Le Bastard, 2 rue Le Bastard, 35000 Rennes, SIRET 98154327500037",
    )  # fmt: skip
    (page,) = next_pages(None, lines, today="2027-01-01", zone=PARIS)
    assert first_wrong_page([page], lines) is None
    paper = BookPaper(SHOP, Declaration("D", "R", "2026-01-01"), lines, (page,), "", NOON, PARIS, False)
    text = book_csv(paper, words).decode("utf-8-sig")
    assert "L01-K2-S000001" in text and "L01-2026-000580 du 17/11/2026" in text and "Garnier" not in text


def test_nothing_of_a_transfer_stands_without_the_rest(nantes: Shop) -> None:
    """The journal refuses in the middle: no unit left, no line, no number used up."""
    nantes.sync()
    nantes.bench.ledger.quarantined = MarkerState.JOURNAL_WENT_BACK
    with pytest.raises(KioskError):
        nantes.transfers.send("L02", (IPHONE_12_128,), nantes.bench.person("yanis"))
    nantes.bench.ledger.quarantined = None
    assert (nantes.unit().state, nantes.lines(), nantes.transfers.parcels()) == (UnitState.FOR_SALE, [], ())
    assert nantes.transfers.send("L02", (IPHONE_12_128,), nantes.bench.person("yanis")).number == "L01-K2-T000001"
