"""Training beside a real till: everything can be tried, nothing counts, every paper says so, and the real till is as it was (FIS-13)."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from kiosk import bootstrap, training
from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.bootstrap import House, Services
from kiosk.catalogue.codes import Imei
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.printing import JobKind
from kiosk.fiscal import store as fiscal_store
from kiosk.hardware.ports import CardAnswer, CardOutcome
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import UnitState
from kiosk.storage.copying import copy_shop
from kiosk.storage.schema import metadata
from kiosk.storage.training import real_dir, training_database, training_dir
from kiosk.sync.folder import load_folder
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all
from tests.integration.test_commands import kiosk

DEMO = bootstrap.RESOURCES / "demo"
IPHONE = "359101120000016"
CASE = "2000000003337"
OTHER_PHONE = next(unit["imei"] for unit in json.loads((DEMO / "units.json").read_bytes()) if unit["imei"] not in (None, IPHONE))
WRITTEN_BY_TRAINING = {"journal_entry", "seal_cursor", "fiscal_stamp"}
"""What the two entries of the real till, and their lines in its event log, stand in."""
TRAINEE_WHO_IS_KILLED = """
import os, signal, sys
from pathlib import Path
from kiosk import bootstrap, training
from kiosk.basics.money import Money
house = training.open_training(Path(sys.argv[1]), clock=None)
services = bootstrap.build_services(house)
bootstrap.start_of_day(house, services)
services.drawer.open_session(Money(15000), person=services.staff.person("camille"))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("real")
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = bootstrap.open_house(data)
    with house.database.write() as connection:
        load_folder(connection, house.ledger, DEMO, till_code="K2")
    house.close()
    return data


@pytest.fixture
def data(furnished: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(furnished, tmp_path / "data"))


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@contextmanager
def opened(data: Path, clock: ManualClock) -> Iterator[tuple[House, Services]]:
    house = bootstrap.open_house(data, clock=clock)
    try:
        services = bootstrap.build_services(house)
        bootstrap.start_of_day(house, services)
        yield house, services
    finally:
        house.close()


@contextmanager
def trained(data: Path, clock: ManualClock) -> Iterator[tuple[House, Services]]:
    house = training.open_training(data, clock=clock)
    try:
        services = bootstrap.build_services(house)
        bootstrap.start_of_day(house, services)
        yield house, services
    finally:
        house.close()


def begin(data: Path, clock: ManualClock, who: str = "camille") -> None:
    with opened(data, clock) as (house, services):
        training.begin(house, services.staff.person(who))


def rows(house: House) -> dict[str, list[Any]]:
    """Everything in the database, table by table."""
    with house.database.read() as connection:
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in metadata.sorted_tables}


def kinds(connection: Connection, house: House) -> list[str]:
    return [entry.kind for entry in house.ledger.entries_after(connection, 0, 0, limit=1_000)]


def papers(house: House, services: Services) -> list[str]:
    with house.database.read() as connection:
        jobs = [*services.print_queue.waiting(connection), *services.print_queue.waiting(connection, "label")]
    assert all(job.kind is not JobKind.DRAWER for job in jobs), "the drawer stays shut"
    return [job.content.decode("cp1252", "replace") for job in jobs]


def sell(services: Services, who: str, *codes: str) -> str:
    """Scanned, paid in cash; gives the number."""
    person = services.staff.person(who)
    basket = services.sales.new_basket()
    for code in codes:
        basket = services.sales.add_by_code(basket, code)
    return services.sales.pay(basket, [Tender("cash", services.sales.priced(basket).total)], person=person).number


def whole_day(services: Services) -> str:
    """Float, a phone and a case, a copy, the day's end."""
    camille, sophie = services.staff.person("camille"), services.staff.person("sophie")
    services.drawer.open_session(Money(15000), person=camille)
    number = sell(services, "camille", IPHONE, CASE)
    services.tickets.reprint(number, person=camille)
    services.closing.close_day(person=sophie, counted=Money(15000))
    return number


def whole_trade(house: House, services: Services) -> str:
    """Everything that a counter does: a sale with a copy, goods back, an exchange, a device bought and inspected, its voucher used; the day's end."""
    camille, sophie, yanis = (services.staff.person(name) for name in ("camille", "sophie", "yanis"))
    services.drawer.open_session(Money(15000), person=camille)
    number = sell(services, "camille", IPHONE, CASE)
    services.tickets.reprint(number, person=camille)
    give_back(services, number, CASE)
    give_back(services, number, IPHONE, instead=OTHER_PHONE)
    bench = Bench(
        house.database, house.ledger, services.trade_ins.rules, services.stock, services.catalogue, services.trade_ins, services.purchases,
        services.erasures, services.inspections, services.staff, services.print_queue, services.aftercare,
        Recorder(house.database, clock=house.clock, ids=house.ids), services.holds, services.offer_sheets,
    )  # fmt: skip
    screen = answer_all(bench, services.trade_ins.start(IPHONE_12_64, yanis), yanis)
    services.trade_ins.propose(screen.session_id, yanis)
    services.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bought = services.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    services.erasures.erase(bought.unit.unit_id, yanis, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)
    services.closing.close_day(person=sophie)
    return number


def give_back(services: Services, number: str, code: str, *, instead: str | None = None) -> None:
    """One thing of a ticket comes back, paid back in cash, or another goes for it."""
    sophie = services.staff.person("sophie")
    line = next(line for line in services.returns.returnable(number).lines if line.left and (code != IPHONE) is (line.line.unit_id is None))
    basket = services.returns.add_back(
        services.sales.new_basket(), number, {line.line.line_id: 1}, Grounds("changed_mind", scanned=IPHONE if code == IPHONE else None), person=sophie
    )
    if instead is not None:
        basket = services.sales.add_by_code(basket, instead)
    due = services.sales.priced(basket).total
    tenders = services.returns.way_back(basket, due) if due.amount_cents < 0 else [Tender("cash", due)]
    services.sales.pay(basket, tenders, person=sophie)


def files_beside(data: Path) -> dict[str, bytes]:
    """All files of a till but its database, its head marker and what is of training."""
    found = (path for path in data.rglob("*") if path.is_file() and training_dir(data) not in path.parents)
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in found if not path.name.startswith(("kiosk.db", "head.json"))}


def test_a_day_of_training_leaves_the_real_till_as_it_was_to_the_byte(data: Path, clock: ManualClock) -> None:
    with opened(data, clock) as (house, services):
        services.drawer.open_session(Money(20000), person=services.staff.person("camille"))
        assert sell(services, "camille", CASE) == "L01-K2-000001"
    with opened(data, clock) as (house, services):
        with house.database.read() as connection:
            totals, perpetual = services.fiscal.since_last_closing(connection), services.fiscal.perpetual(connection)
        before = rows(house)
        beside = files_beside(data)
        training.begin(house, services.staff.person("camille"))
    with trained(data, clock) as (house, services):
        assert whole_trade(house, services) == "L01-X2-000001"
        with house.database.read() as connection:
            assert {"sales.ticket_refunded", "tradein.bought", "stock.unit_erased", "fiscal.day_closed"} <= set(kinds(connection, house))
            assert kinds(connection, house).count("sales.ticket_paid") == 3
    assert files_beside(data) == beside
    with opened(data, clock) as (house, services):
        training.end(house, "camille")
        after = rows(house)
        with house.database.read() as connection:
            assert services.fiscal.since_last_closing(connection) == totals
            assert services.fiscal.perpetual(connection) == perpetual
            assert [kind for kind in kinds(connection, house) if kind.startswith("training.")] == ["training.started", "training.ended"]
            assert services.fiscal.verify(connection).sound
            assert verify(connection, key=house.key.public, marker=HeadMarker(data)).fault is None
        for name in before.keys() - WRITTEN_BY_TRAINING:
            assert after[name] == before[name], name
        new_stamps = set(after["fiscal_stamp"]) - set(before["fiscal_stamp"])
        assert new_stamps and all("'JET'" in stamp for stamp in new_stamps)
        assert sell(services, "camille", IPHONE) == "L01-K2-000002"


def test_the_training_till_has_chains_and_numbers_of_its_own(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with trained(data, clock) as (house, services):
        assert house.training
        whole_day(services)
        with house.database.read() as connection:
            assert services.fiscal.verify(connection).sound
            assert services.fiscal.perpetual(connection).algebraic == Money(43390)
            assert verify(connection, key=house.key.public, marker=HeadMarker(training_dir(data))).fault is None
            tickets = fiscal_store.stamps_after(connection, "TICKET", 0)
            assert [stamp.payload.split(",")[3] for stamp in tickets] == ["L01-X2-000001"]
            assert next(iter(fiscal_store.stamps_after(connection, "JET", 0))).payload.split(",")[1] == "260"


def test_a_clock_set_back_between_two_trainings_stands_in_the_training_tills_event_log(data: Path, clock: ManualClock) -> None:
    for _training in range(2):
        with opened(data, clock) as (house, services):
            training.begin(house, services.staff.person("sophie"))
        with trained(data, clock) as (twin, _):
            clock.advance(seconds=3600)
            with twin.database.write() as connection:
                twin.ledger.append(connection, "till.stopped", {"version": "1"})
        clock.set_wall(datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    with trained(data, clock) as (twin, _), twin.database.read() as connection:
        told = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq").scalars().all()
    assert [payload.split(",")[2] for payload in told if payload.split(",")[1] == "90"] == ["Horloge_reculee_de_s_1800", "Horloge_reculee_de_s_3600"]


def test_every_paper_of_training_says_so_and_the_drawer_stays_shut(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with trained(data, clock) as (house, services):
        whole_day(services)
        with house.database.write() as connection:
            services.print_queue.enqueue(connection, kind="test", document_id=None, document_number=None, content=b"what some other paper says\n")
            label = b"^XA^FO20,16^FDiPhone 13^FS\n^XZ\n"
            services.print_queue.enqueue(connection, kind="label", document_id=None, document_number=None, content=label, printer="label")
        found = papers(house, services)
        assert len(found) >= 5  # ticket, copy, closing, test, label
        assert [paper for paper in found if "FORMATION" not in paper] == []
        assert "Essai sans valeur" in found[0] and found[0].count("FORMATION") == 2
        assert found[-1].startswith("^XA^FO20,16^FDiPhone 13^FS\n") and "^FDFORMATION" in found[-1] and found[-1].endswith("^XZ\n")


def test_no_bank_is_asked_in_training(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with trained(data, clock) as (house, _):
        terminal = bootstrap.find_devices(house).terminal
        assert terminal.pay(intent_id="one", amount_cents=1_000, deadline_ms=1_000) == CardAnswer(CardOutcome.APPROVED, 1_000, "FORMATION")
        assert bootstrap.build_sync(house, tell=lambda: None) is None


def test_each_training_shows_the_shop_as_it_is_now(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with trained(data, clock) as (_, services):
        services.drawer.open_session(Money(15000), person=services.staff.person("camille"))
        sell(services, "camille", IPHONE)
        kept = services.sales.add_by_code(services.sales.new_basket(), CASE)
        services.sales.keep(kept, person=services.staff.person("camille"))
        services.sales.ask_card(kept, Money(1490), person=services.staff.person("camille"))
    clock.advance(seconds=3 * 24 * 3600)
    begin(data, clock)
    with trained(data, clock) as (house, services):
        unit = services.stock.unit_by_code(Imei(IPHONE))
        assert unit is not None and unit.state is UnitState.FOR_SALE
        assert (services.sales.interrupted(), services.sales.unsettled_cards()) == (None, ())
        assert not services.closing.days_waiting(), "nobody waits for a manager to train"
        services.drawer.open_session(Money(15000), person=services.staff.person("camille"))
        assert sell(services, "camille", IPHONE) == "L01-X2-000002"
        with house.database.read() as connection:
            assert kinds(connection, house).count("sales.ticket_paid") == 2, "what was recorded is kept"


def test_an_article_that_took_the_code_of_another_is_shown_under_it(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with opened(data, clock) as (house, _), house.database.write() as connection:
        first, second = connection.exec_driver_sql("SELECT id, ean FROM product WHERE ean IS NOT NULL ORDER BY id LIMIT 2").all()
        for ean, key in ((None, first[0]), (first[1], second[0]), (second[1], first[0])):
            connection.exec_driver_sql("UPDATE product SET ean = ? WHERE id = ?", (ean, key))
    begin(data, clock)
    with trained(data, clock) as (house, _), house.database.read() as connection:
        found = dict(connection.exec_driver_sql("SELECT id, ean FROM product WHERE id IN (?, ?)", (first[0], second[0])).all())
        assert found == {first[0]: second[1], second[0]: first[1]}


def test_only_who_may_train_begins(data: Path, clock: ManualClock) -> None:
    with opened(data, clock) as (house, services):
        gone = services.staff.person("camille")
        with pytest.raises(RightMissing):
            training.begin(house, replace(gone, active=False))
    assert not training_dir(data).exists()


def test_a_real_till_that_was_left_in_training_by_a_power_cut_says_so_and_goes_on(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    killed = subprocess.run([sys.executable, "-c", TRAINEE_WHO_IS_KILLED, str(data)], cwd=bootstrap.RESOURCES.parent, check=False, timeout=60)
    assert killed.returncode == -signal.SIGKILL
    with opened(data, clock) as (house, services):
        training.end(house, None)
        training.end(house, None)
        with house.database.read() as connection:
            entries = house.ledger.entries_after(connection, 0, 0, limit=1_000)
            assert [entry.kind for entry in entries if entry.kind.startswith("training.")] == ["training.started", "training.ended"]
        assert services.drawer.opened_at_utc() == ""
    told = [kiosk(*command, "--data", training_dir(data)) for command in (("doctor",), ("journal", "verify"))]
    assert [answer.code for answer in told] == [0, 0], [answer.out + answer.err for answer in told]
    assert "till X2" in told[0].out


def test_the_training_records_can_be_read_beside_the_real_ones(data: Path, clock: ManualClock) -> None:
    with training_database(data) as nothing:
        assert nothing is None
    begin(data, clock)
    with trained(data, clock) as (_, services):
        whole_day(services)
    with training_database(data) as database:
        assert database is not None
        with database.read() as connection:
            assert [stamp.document_id for stamp in fiscal_store.stamps_after(connection, "DUPLICATE", 0)] == ["L01-X2-000001"]
    assert (real_dir(training_dir(data)), real_dir(data)) == (data, None)


def test_what_is_shown_in_training_is_no_customer_and_no_record(data: Path, clock: ManualClock) -> None:
    begin(data, clock)
    with opened(data, clock) as (house, _), trained(data, clock) as (twin, _), house.database.read() as source, twin.database.write() as target:
        assert set(copy_shop(source, target)) == {"person", "device_model", "model_tac", "product", "unit", "stock_level"}
