"""A passport made at one till is shown, signed and printed at another: of the same shop, of another, and for a unit that was sold since."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import text

from central import demo
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.diagnostics.passport import PassportUninspected
from kiosk.documents.passport import Passport
from kiosk.documents.passport_link import read_passport_link
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.hardware.virtual.paper import paper_text, render_png
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.staff.approvals import Why
from kiosk.stock import store as stock_store
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import Cursor, FeedRow, PullPage
from kiosk.sync.store import cursor_of
from kiosk.tradein import passport_store
from kiosk.tradein.passports import InspectedElsewhere, PassportNotKept, PassportService
from tests.bench import SHOP, Bench, build_bench, load_demo_shop
from tests.integration.central.house import write_demo
from tests.integration.sync_kiosk import Kiosk
from tests.passports import IPHONE_12_128, passports_of, put_on_sale

OTHER_SIGNER = EcdsaSigner(new_private_key_pem())


@pytest.fixture
def other(tmp_path: Path, clock: ManualClock, ids: CountedIds) -> Iterator[Bench]:
    """The bench of another till, with the same shop's stock."""
    (tmp_path / "other").mkdir()
    made = open_database(tmp_path / "other", key=bytes(32))
    load_demo_shop(made)
    with made.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K1", 1))
    key, marker = TillKey(bytes(range(1, 33))), HeadMarker(tmp_path / "other")
    yield build_bench(made, Ledger(made, clock=clock, key=key, marker=marker), clock, ids)
    made.close()


def issued(bench: Bench) -> list[CarriedPassport]:
    """What the journal says of passports, as central hands it on."""
    with bench.database.read() as connection:
        entries = [e for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == "stock.passport_issued"]
    bodies = [json.loads(entry.entry)["body"] for entry in entries]
    return [msgspec.convert(body, CarriedPassport) for body in bodies]


def bring(bench: Bench, feed: str, key: str, row: Unit | CarriedPassport, *, v: int) -> None:
    with bench.database.write() as connection:
        rows, start = (FeedRow(v, key, msgspec.Raw(msgspec.json.encode(row))),), cursor_of(connection, feed)
        assert apply_page(connection, PullPage(feed, start, Cursor(v, key), rows, more=True, head_v=v, rev=1), epoch=1)


def send(bench: Bench, other: Bench, *, v: int = 900) -> Unit:
    """The unit and its passport as the feeds bring them."""
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None
    bring(other, "units", unit.unit_id, unit, v=v)
    for item in issued(bench):
        bring(other, "passports", item.inspection_id, item, v=v)
    return unit


def passports_at(other: Bench, clock: ManualClock, ids: CountedIds, *, till: str = "L01-K1", name: str = SHOP.name) -> PassportService:
    service = passports_of(other, clock, ids, signer=OTHER_SIGNER)
    service.desk = replace(service.desk, place=replace(service.desk.place, till=till, shop=replace(SHOP, name=name)))
    return service


def read_here(link: str) -> Passport:
    """What a phone reads, when the other till's key holds."""
    return read_passport_link(link, verifies=lambda key_id, said, signature: key_id == OTHER_SIGNER.key_id and OTHER_SIGNER.verify(said, signature))


@pytest.mark.parametrize("shop", ["Nantes Crébillon", "Rennes Le Bastard"])
def test_another_till_shows_the_same_passport_and_signs_it_with_its_own_key(
    bench: Bench, other: Bench, clock: ManualClock, ids: CountedIds, shop: str
) -> None:
    at_home, away = passports_of(bench, clock, ids), passports_at(other, clock, ids, name=shop)
    put_on_sale(bench)
    made = at_home.show(IPHONE_12_128, bench.person("ines")).passport
    unit = send(bench, other)
    shown = away.show(IPHONE_12_128, other.person("camille"))
    assert shown.passport == replace(
        made, till="L01-K1", shop=replace(SHOP, name=shop), facts=(*made.facts, ("Contrôlé par", "Nantes Crébillon, L01-K2"))
    )
    read = read_here(shown.link)
    assert (read.till, read.points, read.identifiers) == ("L01-K1", made.points, ())
    assert issued(other) == []
    away.print_label(IPHONE_12_128, other.person("camille"))
    away.print_slip(IPHONE_12_128, other.person("camille"))
    with other.database.read() as connection:
        (slip,) = other.print_queue.waiting(connection, "receipt")
        assert [job.document_number for job in other.print_queue.waiting(connection, "label")] == [unit.label_code]
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(render_png(slip.content))).convert("L"))
    assert read_here(code.text) == read
    paper = paper_text(slip.content)
    for words in (shop, "iPhone 12 128 Go Bleu", "IMEI ···· 1949", "Parfait état", "Contrôlé par", "Scannez pour vérifier", "caisse L01-K1", "Conforme"):
        assert words in paper, words
    assert unit.imei is not None and unit.imei not in paper


def test_what_has_not_come_yet_or_is_no_passport_is_said(bench: Bench, other: Bench, clock: ManualClock, ids: CountedIds) -> None:
    passports_of(bench, clock, ids)
    away = passports_at(other, clock, ids)
    put_on_sale(bench)
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None
    bring(other, "units", unit.unit_id, unit, v=900)
    with pytest.raises(InspectedElsewhere):
        away.show(IPHONE_12_128, other.person("camille"))
    bring(other, "passports", unit.inspection_id or "", replace(issued(bench)[0], content="AAAA"), v=901)
    with pytest.raises(InspectedElsewhere):
        away.show(IPHONE_12_128, other.person("camille"))


def test_nothing_is_claimed_of_a_unit_that_was_never_inspected(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    unit = bench.stock.unit_by_id("u-000001")
    assert unit is not None
    bring(bench, "units", "u-old", replace(unit, unit_id="u-old", label_code="L-OLD", inspection_id=None), v=900)
    with pytest.raises(PassportUninspected):
        service.show("u-old", bench.person("ines"))


def test_a_sold_unit_keeps_the_passport_of_its_sale_whatever_is_found_when_it_comes_back(
    bench: Bench, clock: ManualClock, ids: CountedIds
) -> None:
    service, camille = passports_of(bench, clock, ids), bench.person("camille")
    unit = put_on_sale(bench)
    made = service.show(unit.unit_id, camille).passport
    clock.advance(seconds=3600)
    with pytest.raises(PassportNotKept):
        service.show(unit.unit_id, camille, sold_at_utc="2026-11-01T10:00:00.000Z")
    sold_at_utc = "2026-11-23T18:00:00.000Z"
    with bench.database.write() as connection:
        sold = bench.stock.change_state(connection, unit.unit_id, to_state=UnitState.SOLD, reason="sold", document_id=None, person_id="camille")
    assert service.show(unit.unit_id, camille).passport == made
    clock.advance(seconds=5 * 86400)
    with bench.database.write() as connection:
        back = replace(sold, state=UnitState.TO_ERASE, inspection_id=None, erasure_id=None, grade=None)
        back = bench.stock.update_unit(connection, back, reason="returned", document_id=None, person_id="camille")
        again = replace(back, state=UnitState.TO_INSPECT, erasure_id="E-2")
        bench.stock.update_unit(connection, again, reason="erased", document_id=None, person_id="camille")
    put_on_sale(bench, bad={"body_class": "B2"})
    assert service.show(unit.unit_id, camille).passport.grade == "Très bon état"
    assert service.show(unit.unit_id, camille, sold_at_utc=sold_at_utc).passport == made


def test_a_grade_lowered_at_another_till_makes_the_passport_again_with_the_tables_grade_beside_it(
    bench: Bench, other: Bench, clock: ManualClock, ids: CountedIds
) -> None:
    passports_of(bench, clock, ids)
    away, yanis = passports_at(other, clock, ids), other.person("yanis")
    other.aftercare.grades.graded.append(away.graded)
    put_on_sale(bench)
    send(bench, other)
    other.aftercare.grades.change(IPHONE_12_128, Grade.GOOD, Why("worse_in_hand"), yanis)
    shown = away.show(IPHONE_12_128, yanis).passport
    assert (shown.grade, shown.diamonds, shown.rule) == ("Très bon état", 2, "Ramené par le magasin\u202f; la grille donnait «\u202fParfait état\u202f».")
    (told,) = issued(other)
    assert (told.grade, told.computed, told.inspection_id) == ("good", "excellent", issued(bench)[0].inspection_id)
    with other.database.read() as connection:
        labels = other.print_queue.waiting(connection, "label")
    assert len(labels) == 2
    bring(bench, "passports", told.inspection_id, told, v=901)
    with bench.database.read() as connection:
        kept = passport_store.of_inspection(connection, told.inspection_id)
    assert kept == told


def test_over_the_network_a_passport_reaches_the_shops_other_till(tmp_path: Path, bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    passports_of(bench, clock, ids)
    put_on_sale(bench)
    (told,) = issued(bench)
    first, second = Kiosk(tmp_path / "k1", secret=bytes(range(32))), Kiosk(tmp_path / "k2", secret=bytes(range(1, 33)))
    with demo.start(tmp_path / "central", demo_dir=write_demo(tmp_path / "demo")) as central:
        for kiosk, code in ((first, "K1"), (second, "K2")):
            kiosk.enrol(central.url, central.enrolment_code(shop_id="L01", till_code=code))
        body = {**msgspec.to_builtins(told), "unit_id": "u-1", "document_id": "d-1"}
        with first.database.write() as connection:
            first.ledger.append(connection, "stock.passport_issued", body, person_id="p-camille")
        for kiosk in (first, second):
            kiosk.connect(central.url)
        first.wait_until_current()

        def arrived() -> bool:
            with second.database.read() as connection:
                passports = bool(connection.execute(text("SELECT count(*) FROM unit_passport")).scalar_one())
                return passports and stock_store.unit_by_id(connection, "u-1") is not None

        second.wait_until(arrived)
        with second.database.read() as connection:
            assert passport_store.of_unit(connection, "u-1") == (replace(told, unit_id="u-1"),)
        first.close()
        second.close()
