"""Who sells, at the bench: the document's strip scanned or typed, a company through somebody, the phone's serial asked; nothing of it is kept elsewhere."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import DocumentLine, decode
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.tradein import store
from kiosk.tradein.seller import SellerIncomplete
from kiosk.ui.viewmodels.agreement import AgreementViewModel
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, SELLER, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import IDENTITY, Desk
from tests.ui.looking import faults, settle
from tests.ui.shell import Shell
from tests.unit.tradein.test_mrz import FRENCH, TD1, TD3, card_of

FRAME = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, workspace="diagnostic")
COMPANY = {"company": "Atlantique Occasion SARL", "seat": "2 quai de la Fosse, 44000 Nantes"}
TYPED = {"profession": "Infirmière", "address": "3 rue des Carmes, 44000 Nantes", "document_issued_on": "14/03/2022", "document_authority": "Préfecture"}


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    """A phone read by its IMEI alone, its offer made, the seller not yet known."""
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    desk.sign_in("yanis")
    desk.scan(decode(IPHONE_12_64))
    while not desk.page.tradeIn.agreeing:
        if desk.page.tradeIn.offering:
            desk.do(desk.page.tradeIn.propose)
        else:
            desk.answer_step()
    return desk


def form(desk: Desk) -> AgreementViewModel:
    found: AgreementViewModel = desk.page.tradeIn.agreement
    return found


def values(desk: Desk) -> dict[str, str]:
    return {row.field_id: row.value for row in form(desk).fields.rows}


def fill(desk: Desk, **texts: str) -> None:
    for field_id, text in {**TYPED, **texts}.items():
        form(desk).write(field_id, text)


@pytest.mark.parametrize(
    ("lines", "kind", "number"),
    [(TD3, "passport", "L898902C3"), (TD1, "identity_card", "D23145890"), (FRENCH, "identity_card", "880692310285")],
)
def test_the_lines_that_a_document_reader_sends_fill_the_form(desk: Desk, lines: tuple[str, ...], kind: str, number: str) -> None:
    for count, line in enumerate(lines, start=1):
        desk.scan(decode(line))
        assert form(desk).reading == (count if count < len(lines) else 0)
    assert (form(desk).documentKind, form(desk).majorityChecked, values(desk)["document_number"]) == (kind, True, number)
    assert values(desk)["surname"] in ("ERIKSSON", "BERTHIER")


def test_a_strip_typed_on_the_screen_is_read_as_soon_as_it_is_whole(desk: Desk) -> None:
    typed = "\n".join(TD3)
    for length in range(1, len(typed)):
        form(desk).readZone(typed[:length])
    assert values(desk)["surname"] == ""
    form(desk).readZone(typed)
    assert {name: values(desk)[name] for name in ("surname", "first_names", "document_number")} == {
        "surname": "ERIKSSON", "first_names": "ANNA MARIA", "document_number": "L898902C3",
    }  # fmt: skip


def test_a_misread_strip_and_a_minors_fill_nothing_and_say_so(desk: Desk) -> None:
    form(desk).readZone("".join(TD3).replace("L898902C36", "L898902C37"))
    assert "chiffre de contrôle" in form(desk).noticeTitle and values(desk)["surname"] == ""
    form(desk).readZone("".join(card_of("081123")))
    assert "majorité" in form(desk).noticeTitle and (values(desk)["surname"], form(desk).majorityChecked) == ("", False)
    form(desk).readZone("".join(card_of("081122")))
    assert (values(desk)["surname"], form(desk).majorityChecked, form(desk).noticeShown) == ("ERIKSSON", True, False)


def test_nothing_is_signed_for_a_phone_whose_serial_number_nobody_gave(desk: Desk) -> None:
    form(desk).readZone("".join(TD3))
    fill(desk)
    desk.do(form(desk).saveSeller)
    assert not form(desk).sellerKnown and [row.field_id for row in form(desk).fields.rows if row.missing] == ["serial"]
    desk.scan(decode("SF17ZK4H6N0DX"))
    assert values(desk)["serial"] == "F17ZK4H6N0DX"
    desk.do(form(desk).saveSeller)
    assert form(desk).sellerKnown
    sign(desk)
    with desk.bench.database.read() as connection:
        (line,) = store.register_entries(connection)
    assert line.identifiers == f"IMEI {IPHONE_12_64}, N°\u00a0de série F17ZK4H6N0DX"


def test_a_company_needs_its_name_and_seat_beside_whoever_came(desk: Desk) -> None:
    form(desk).readZone("".join(TD3))
    fill(desk, serial="F17ZK4H6N0DX")
    form(desk).sellForCompany(True)
    form(desk).write("company", COMPANY["company"])
    desk.do(form(desk).saveSeller)
    assert [row.field_id for row in form(desk).fields.rows if row.missing] == ["seat"]
    form(desk).write("company", "")
    desk.do(form(desk).saveSeller)
    assert [row.field_id for row in form(desk).fields.rows if row.missing] == ["company", "seat"]
    form(desk).write("company", COMPANY["company"])
    form(desk).write("seat", COMPANY["seat"])
    desk.do(form(desk).saveSeller)
    sign(desk)
    with desk.bench.database.read() as connection:
        row = connection.exec_driver_sql("SELECT company, seat, surname, document_kind FROM seller").one()
    assert tuple(row) == (COMPANY["company"], COMPANY["seat"], "ERIKSSON", "passport")


def test_of_a_document_only_what_the_register_wants_is_kept_and_nothing_is_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """TRD-07: no image, no zone, no date of birth, anywhere; the name and number in the erasable row alone."""
    caplog.set_level(logging.DEBUG)
    for line in TD3:
        desk.scan(decode(line))
    fill(desk, serial="F17ZK4H6N0DX")
    desk.do(form(desk).saveSeller)
    sign(desk)
    kept = everything(desk.bench.database)
    seller = kept.pop("seller")
    assert "ERIKSSON" in seller and "L898902C3" in seller
    for secret in ("740812", "12081974", "1974-08-12", "12/08/1974", TD3[0], TD3[1], "<<", "ZE184226B"):
        assert secret not in seller and secret not in caplog.text
        assert [table for table, text in kept.items() if secret in text] == []
    for known in ("ERIKSSON", "L898902C3"):
        assert [table for table, text in kept.items() if known in text] == [] and known not in caplog.text
    assert "ERIKSSON" not in repr(decode(TD3[0])) and decode(TD3[0]).text == "" and isinstance(decode(TD3[0]), DocumentLine)


def test_each_missing_field_blocks_the_signature(desk: Desk) -> None:
    yanis = desk.bench.person("yanis")
    session_id = desk.bench.trade_ins.open_trade_ins()[0].session_id
    for name in (*IDENTITY, "document_kind", "provenance"):
        with pytest.raises(SellerIncomplete) as refusal:
            desk.bench.trade_ins.identify_seller(session_id, replace(SELLER, **{name: " "}), yanis)
        assert refusal.value.facts["fields"] == name
    assert not desk.bench.trade_ins.screen(session_id).seller_known


def everything(database: Database) -> dict[str, str]:
    """All that stands in the database, table by table, as one text each; pictures and set documents apart."""
    with database.read() as connection:
        tables = [str(row[0]) for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")]
        found = {}
        for table in tables:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table}"').all()
            cells = [cell for row in rows for cell in row if table not in ("document", "photo", "print_job")]
            found[table] = " ".join(cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in cells)
    return found


def sign(desk: Desk) -> None:
    page = form(desk)
    for what in ("owner", "erase", "price"):
        page.declare(what, True)
    page.sign("M 40 120 L 260 40 L 420 300 L 700 90")
    desk.do(page.buy)
    assert desk.page.tradeIn.done_page_is_up(), page.noticeTitle


def test_the_form_of_a_company_is_readable_and_touchable(desk: Desk, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt) -> None:
    """The longest form: a company, a phone known by its IMEI alone, and what is missing named under each field."""
    shell = Shell(desk.bench.staff, jobs, clock, frame=FRAME, diagnostic=desk.page)
    window = show(shell.app, size=(1366, 768))
    shell.app.welcome(desk.sign_in("yanis"))
    shell.app.openWorkspace("diagnostic")
    settle()
    for line in TD3:
        desk.scan(decode(line))
    form(desk).sellForCompany(True)
    desk.do(form(desk).saveSeller)
    form(desk).closeNotice()
    desk.do(desk.page.tick, seconds=0)  # the clock of the panel as it is now, whether or not its own timer came by
    found = faults(window)
    look_at(window, "bench-seller-1366-fr-light")
    window.window.setWidth(1920)
    window.window.setHeight(1080)
    found += faults(window)
    look_at(window, "bench-seller-1920-fr-light")
    assert found == []
