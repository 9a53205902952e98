"""The technical event log (JET): it begins with 260, and each thing done at the till writes its records with their codes, no fewer and no more (FIS-17).

Every act below is the real one: the use case that a screen or a command calls, on a real till of the demo shop.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk import bootstrap, training
from kiosk.accounting.books import Span
from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.basics.workers import ask
from kiosk.bootstrap import House, Services
from kiosk.cash.counting import CountPurpose
from kiosk.commands import journal as journal_commands
from kiosk.commands import keeping
from kiosk.fiscal.france.events import EVENT_CODES
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import Period
from kiosk.fiscal.watch import Defect, Watch
from kiosk.hardware.fakes import FakePrinter
from kiosk.hardware.ports import DeviceState
from kiosk.machines import PaperRoad, PrinterNews, printer_worker
from kiosk.offices import accounting_service, archive_service
from kiosk.sales.basket import Basket
from kiosk.sales.desk.customers import Customer, Details
from kiosk.sales.rate_watch import RATES_KEY, note_rule_files
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.staff import store as staff_store
from kiosk.staff.approvals import Action, ApprovalRequest, Why
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right
from kiosk.storage import identity
from kiosk.storage.backup import RESTORED_KEY
from kiosk.storage.identity import TillIdentity
from kiosk.sync.changes import tell_changes
from kiosk.sync.folder import load_folder
from kiosk.sync.kept import put_shop_text, shop_text
from kiosk.sync.presence import Presence
from kiosk.sync.protocol import Fork, ForkAnswer
from kiosk.sync.recovery import Question, open_answered
from kiosk.sync.session import Line
from kiosk.sync.status import SyncKind, SyncStatus
from kiosk.till_watch import note_machine, note_what_changed

DEMO = bootstrap.RESOURCES / "demo"
CASE = "2000000003337"
CASE_PRICE = Money(1490)
BEFORE_IT_ALL = datetime(2026, 10, 26, 9, tzinfo=UTC)
"""Earlier than any machine's clock: what a command writes, which takes the time from the machine, comes later."""
DAY_S = 24 * 3600
GIFT = "p-carte-cadeau"
Done = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Shop:
    """A till at work."""

    house: House
    services: Services
    clock: ManualClock
    folder: Path

    @property
    def fiscal(self) -> FranceFiscal:
        assert isinstance(self.services.fiscal, FranceFiscal)
        return self.services.fiscal

    def who(self, person_id: str) -> Person:
        return self.services.staff.person(person_id)

    def open_drawer(self) -> str:
        return self.services.drawer.open_session(Money(15000), person=self.who("camille")).session_id

    def basket(self) -> Basket:
        return self.services.sales.add_by_code(self.services.sales.new_basket(), CASE)

    def sell(self) -> object:
        return self.services.sales.pay(self.basket(), [Tender("cash", CASE_PRICE)], person=self.who("sophie"))

    def records(self) -> list[str]:
        """The codes of the event log, oldest first."""
        with self.house.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq").scalars()
            return [payload.split(",")[1] for payload in rows]

    def kinds(self) -> list[str]:
        """The journal's entries that the event log wants."""
        with self.house.database.read() as connection:
            entries = self.house.ledger.entries_after(connection, 0, 0, limit=10_000)
        return [entry.kind for entry in entries if entry.kind in EVENT_CODES]

    def settle(self) -> None:
        """Until the ledger worker has done what threads asked of it."""
        ask(self.house.writer, lambda: None, timeout_s=10)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("till")
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = bootstrap.open_house(data, clock=ManualClock(BEFORE_IT_ALL))
    with house.database.write() as connection:
        load_folder(connection, house.ledger, DEMO, till_code="K2")
    house.close()
    return data


@pytest.fixture
def shop(furnished: Path, tmp_path: Path) -> Iterator[Shop]:
    clock = ManualClock(BEFORE_IT_ALL)
    house = bootstrap.open_house(Path(shutil.copytree(furnished, tmp_path / "data")), clock=clock)
    services = bootstrap.build_services(house)
    bootstrap.start_of_day(house, services)
    yield Shop(house, services, clock, tmp_path)
    house.close()


# ── the program and its machine ────────────────────────────────────────────────────────────────────────────────────
def start(shop: Shop) -> Done:
    return lambda: bootstrap.start_of_day(shop.house, shop.services)


def stop(shop: Shop) -> Done:
    return lambda: bootstrap.end_of_run(shop.house)


def update(shop: Shop) -> Done:
    newer = FranceFiscal(
        signer=shop.fiscal._books.pen.signer, ids=shop.house.ids, till_code="K2", zone=shop.services.zone, software_version="99.0.0"
    )  # fmt: skip
    return lambda: [_open(shop, newer) for _start in range(2)]


def change_key(shop: Shop) -> Done:
    other = FranceFiscal(
        signer=EcdsaSigner(new_private_key_pem()), ids=shop.house.ids, till_code="K2", zone=shop.services.zone,
        software_version=shop.fiscal.versions[0],
    )  # fmt: skip
    return lambda: [_open(shop, other) for _start in range(2)]


def _open(shop: Shop, fiscal: FranceFiscal) -> None:
    with shop.house.database.write() as connection:
        fiscal.open_till(connection, at_utc="2026-10-26T09:00:00.000Z", person_id="system")


def lose_key(shop: Shop) -> Done:
    bare = FranceFiscal(signer=None, ids=shop.house.ids, till_code="K2", zone=shop.services.zone, software_version="0")

    def copy_twice() -> None:
        with shop.house.database.write() as connection:
            for _time in range(2):
                bare.duplicate(connection, number="L01-K2-000001", at_local=shop.services.now_local(), person_id="p")

    return copy_twice


def set_clock_back(shop: Shop) -> Done:
    shop.clock.set_wall(BEFORE_IT_ALL - timedelta(hours=2))
    return lambda: shop.services.sales.park(shop.basket(), label="", person=shop.who("camille"))


def set_clock_forward(shop: Shop) -> Done:
    shop.clock.set_wall(BEFORE_IT_ALL + timedelta(hours=2))

    def park_twice() -> None:
        for _time in range(2):
            shop.services.sales.park(shop.basket(), label="", person=shop.who("camille"))

    return park_twice


def let_time_pass(shop: Shop) -> Done:
    shop.clock.advance(seconds=7200)
    return lambda: shop.services.sales.park(shop.basket(), label="", person=shop.who("camille"))


def find_defect(shop: Shop) -> Done:
    watch = Watch(shop.house.database, shop.house.ledger, shop.fiscal, key=shop.house.key.public)
    return lambda: [watch.tell(Defect("TICKET 1", "bad_signature")) for _time in range(2)]


def open_new_series(shop: Shop) -> Done:
    question = Question(TillIdentity("L01", "K2", 1), Fork("n", 1, 3, "h"), "journal_went_back")
    return lambda: open_answered(shop.house.database, shop.house.ledger, question, ForkAnswer(2, 3, "h", "2026-10-26T09:00:00.000Z"))


def restore(shop: Shop) -> Done:
    with shop.house.database.write() as connection:
        identity.put(connection, RESTORED_KEY, "soir.kioskbackup")
    return lambda: [_look_at_start(shop) for _start in range(2)]


def back_up(shop: Shop) -> Done:
    return lambda: keeping.run_backup(shop.house.data_dir, to=shop.folder / "soir.kioskbackup", as_json=True)


def swap_printer(shop: Shop) -> Done:
    printer = msgspec.structs.replace(shop.house.settings.receipt_printer, kind="network", host="192.168.1.60")
    configured = msgspec.structs.replace(shop.house.settings, receipt_printer=printer)

    def start_twice() -> None:
        for _start in range(2):
            with shop.house.database.write() as connection:
                note_machine(connection, shop.house.ledger, configured)

    return start_twice


def change_theme(shop: Shop) -> Done:
    configured = msgspec.structs.replace(shop.house.settings, screen=msgspec.structs.replace(shop.house.settings.screen, theme="dark"))

    def start_again() -> None:
        with shop.house.database.write() as connection:
            note_machine(connection, shop.house.ledger, configured)

    return start_again


def _look_at_start(shop: Shop) -> None:
    with shop.house.database.write() as connection:
        note_what_changed(
            connection, shop.house.ledger, configured=shop.house.settings, shop=shop.house.shop(), resources=bootstrap.RESOURCES
        )  # fmt: skip


def _printer(shop: Shop, states: tuple[DeviceState, ...]) -> None:
    """What the printer's thread sees, look after look."""
    house, printer = shop.house, FakePrinter()
    road = PaperRoad(house.database, house.writer, shop.services.print_queue, printer="receipt")
    worker = printer_worker("receipt", printer, road, house.clock, news=PrinterNews(house.database, house.writer, house.ledger))
    for state in states:
        printer.set_state(state)
        worker.step()
    worker.stop()
    shop.settle()


def run_out_of_paper(shop: Shop) -> Done:
    return lambda: _printer(shop, (DeviceState.READY, DeviceState.PAPER_LOW, DeviceState.PAPER_OUT, DeviceState.COVER_OPEN, DeviceState.PAPER_OUT))


def load_paper(shop: Shop) -> Done:
    _printer(shop, (DeviceState.PAPER_OUT,))
    return lambda: _printer(shop, (DeviceState.READY, DeviceState.PAPER_LOW, DeviceState.READY))


def _presence(shop: Shop) -> Presence:
    house = shop.house
    presence = Presence(Line(house.database, house.ledger, house.writer, house.clock, house.key, "https://central.example.fr"))
    presence.told(SyncStatus(SyncKind.OFFLINE, 1, BEFORE_IT_ALL, feeds_at_head=True))
    return presence


def lose_network(shop: Shop) -> Done:
    presence = _presence(shop)

    def sell_on() -> None:
        shop.clock.advance(seconds=600)
        for _sale in range(2):
            with shop.house.database.read() as connection:
                presence.appended(shop.house.ledger.head(connection))
        shop.settle()

    return sell_on


def find_network(shop: Shop) -> Done:
    presence = _presence(shop)
    shop.clock.advance(seconds=600)
    with shop.house.database.read() as connection:
        presence.appended(shop.house.ledger.head(connection))
    shop.settle()

    def hear_twice() -> None:
        for _answer in range(2):
            presence.told(SyncStatus(SyncKind.UP_TO_DATE, 0, None, feeds_at_head=True))
        shop.settle()

    return hear_twice


# ── people, rights, rules ──────────────────────────────────────────────────────────────────────────────────────────
def sign_in(shop: Shop) -> Done:
    return lambda: shop.services.staff.sign_in_by_pin("camille", "111111")


def sign_out(shop: Shop) -> Done:
    return lambda: shop.services.staff.sign_out(shop.who("camille"))


def lend_right(shop: Shop) -> Done:
    request = ApprovalRequest(Right.OVERRIDE_PRICE, Action.PRICE, shop.who("camille"), "b-1")
    return lambda: shop.services.staff.approve_by_pin(request, "sophie", "444444", why=Why("customer_loyalty"))


def change_rights(shop: Shop) -> Done:
    """Yanis sells from now on, Thomas left."""
    yanis, thomas = shop.who("yanis"), shop.who("thomas")

    def take_in_twice() -> None:
        for v in (11, 12):
            with shop.house.database.write() as connection:
                staff_store.upsert_people(connection, [(replace(yanis, roles=(Role.TECHNICIAN, Role.CASHIER)), v), (replace(thomas, active=False), v)])
                tell_changes(connection, shop.house.ledger)

    return take_in_twice


def change_siret(shop: Shop) -> Done:
    with shop.house.database.read() as connection:
        said = json.loads(shop_text(connection) or "")
    said["header"]["siret"] = "98154327500037"

    def take_in_twice() -> None:
        for _page in range(2):
            with shop.house.database.write() as connection:
                put_shop_text(connection, json.dumps(said))
                tell_changes(connection, shop.house.ledger)

    return take_in_twice


def change_mentions(shop: Shop) -> Done:
    resources = Path(shutil.copytree(bootstrap.RESOURCES / "mentions", shop.folder / "rules" / "mentions")).parent
    for name in ("tax", "receipts", "cash", "returns", "desk"):
        shutil.copytree(bootstrap.RESOURCES / name, resources / name)
    reworded = resources / "mentions" / "fr.toml"
    reworded.write_text(reworded.read_text("utf-8") + "\n# reworded\n", "utf-8")

    def start_twice() -> None:
        for _start in range(2):
            with shop.house.database.write() as connection:
                note_rule_files(connection, shop.house.ledger, resources, pack="fr")

    return start_twice


def change_rates(shop: Shop) -> Done:
    shop.open_drawer()
    with shop.house.database.write() as connection:
        identity.put(connection, RATES_KEY, "standard=1960")
    return lambda: [shop.sell() for _sale in range(2)]


# ── the counter ────────────────────────────────────────────────────────────────────────────────────────────────────
def abandon(shop: Shop) -> Done:
    return lambda: shop.services.sales.abandon(shop.basket(), person=shop.who("camille"))


def override_price(shop: Shop) -> Done:
    basket = shop.basket()
    return lambda: shop.services.desk.lines.override_price(basket, basket.lines[0].line_id, Money(1200), person=shop.who("sophie"))


def give_back(shop: Shop) -> Done:
    """Two lines of one ticket, one record each."""
    shop.open_drawer()
    sales, sophie = shop.services.sales, shop.who("sophie")
    basket = sales.add_by_code(shop.basket(), "2000000000374")
    ticket = sales.pay(basket, [Tender("cash", sales.priced(basket).total)], person=sophie)
    wanted = {line.line_id: 1 for line in ticket.lines}
    back = shop.services.returns.add_back(sales.new_basket(), ticket.number, wanted, Grounds("changed_mind"), person=sophie)
    tenders = shop.services.returns.way_back(back, sales.priced(back).total)
    return lambda: sales.pay(back, tenders, person=sophie)


def sell_gift_card(shop: Shop) -> Done:
    shop.open_drawer()
    product = shop.services.catalogue.product_by_id(GIFT)
    assert product is not None
    basket = shop.services.vouchers.sell_gift_card(shop.services.sales.new_basket(), product, Money(5000))
    return lambda: shop.services.sales.pay(basket, [Tender("cash", Money(5000))], person=shop.who("sophie"))


def sell(shop: Shop) -> Done:
    shop.open_drawer()
    return shop.sell


def _customer(shop: Shop) -> Customer:
    return shop.services.desk.customers.note(Details("Jeanne Petit", phone="0612345678"), wants_offers=False, person=shop.who("camille"))


def note_customer(shop: Shop) -> Done:
    return lambda: _customer(shop)


def correct_customer(shop: Shop) -> Done:
    found = _customer(shop)
    details = replace(found.details, phone="0687654321")
    return lambda: shop.services.desk.customers.correct(found.customer_id, details, wants_offers=False, person=shop.who("camille"))


def erase_customer(shop: Shop) -> Done:
    found = _customer(shop)
    return lambda: shop.services.desk.customers.erase(found.customer_id, person=shop.who("sophie"))


def list_customers(shop: Shop) -> Done:
    return lambda: shop.services.desk.customers.who_wants_offers(person=shop.who("sophie"))


# ── the drawer ─────────────────────────────────────────────────────────────────────────────────────────────────────
def open_without_sale(shop: Shop) -> Done:
    shop.open_drawer()
    return lambda: shop.services.cash.open_without_sale("change_roll", person=shop.who("sophie"))


def count_drawer(shop: Shop) -> Done:
    session = shop.open_drawer()
    return lambda: shop.services.drawer.count(session, Money(15000), purpose=CountPurpose.CHECK, person=shop.who("camille"))


def close_drawer(shop: Shop) -> Done:
    session = shop.open_drawer()
    return lambda: shop.services.drawer.close_session(Money(15000), person=shop.who("camille"), session_id=session)


def close_drawer_of_colleague(shop: Shop) -> Done:
    """In a shop where each has their own."""
    with shop.house.database.read() as connection:
        said = json.loads(shop_text(connection) or "")
    with shop.house.database.write() as connection:
        put_shop_text(connection, json.dumps({**said, "drawer_mode": "own"}))
    drawer = bootstrap.build_services(shop.house).drawer
    session = drawer.open_session(Money(15000), person=shop.who("camille"))
    return lambda: drawer.close_session(Money(15000), person=shop.who("sophie"), session_id=session.session_id)


def hand_over_drawer(shop: Shop) -> Done:
    session = shop.open_drawer()
    return lambda: shop.services.drawer.hand_over(session, shop.who("thomas"), person=shop.who("camille"), counted=Money(15000))


def open_with_other_float(shop: Shop) -> Done:
    session = shop.open_drawer()
    shop.services.drawer.close_session(Money(15000), person=shop.who("camille"), session_id=session)
    return lambda: shop.services.drawer.open_session(Money(14000), person=shop.who("camille"))


# ── closings, archives, exports ────────────────────────────────────────────────────────────────────────────────────
def close_day(shop: Shop) -> Done:
    return lambda: shop.services.closing.close_day(person=shop.who("sophie"))


def close_last_day_of_month(shop: Shop) -> Done:
    _close_until(shop, date(2026, 10, 31))
    return close_day(shop)


def close_last_day_of_year(shop: Shop) -> Done:
    _close_until(shop, date(2026, 12, 31))
    return close_day(shop)


def _close_until(shop: Shop, day: date) -> None:
    """The day before is closed, and it is noon of the day."""
    shop.clock.advance(seconds=(day - BEFORE_IT_ALL.date()).days * DAY_S)
    shop.services.closing.close_days_without_sales()


def archive(period: Period, label: str) -> Callable[[Shop], Done]:
    def act(shop: Shop) -> Done:
        _close_until(shop, date(2027, 1, 2))
        archives = archive_service(shop.house, shop.fiscal, folder=shop.folder)
        assert archives is not None
        return lambda: archives.make(period, label)

    return act


def copy_archive(shop: Shop) -> Done:
    _close_until(shop, date(2027, 1, 2))
    archives = archive_service(shop.house, shop.fiscal, folder=shop.folder)
    assert archives is not None
    made = archives.make(Period.MONTH, "202611")
    return lambda: archives.tell_copied(made, person=shop.who("sophie"))


def inspect(shop: Shop) -> Done:
    archives = archive_service(shop.house, shop.fiscal, folder=shop.folder)
    assert archives is not None
    return lambda: archives.export(date(2026, 10, 26), date(2026, 10, 26), shop.folder / "controle.zip")


def account(shop: Shop) -> Done:
    books = accounting_service(shop.house)
    return lambda: books.export_fec(Span(date(2026, 10, 1), date(2026, 10, 31)), shop.folder / "fec")


def export_journal(shop: Shop) -> Done:
    return lambda: journal_commands.run_export(shop.house.data_dir, to=shop.folder / "journal.jsonl")


def begin_training(shop: Shop) -> Done:
    return lambda: training.begin(shop.house, shop.who("camille"))


def end_training(shop: Shop) -> Done:
    training.begin(shop.house, shop.who("camille"))
    return lambda: [training.end(shop.house, "camille") for _start in range(2)]


NOT_JOURNALED = "-"
"""The fiscal module writes these records itself: no entry of another part of the program stands behind them."""
ACTS: list[tuple[str, Callable[[Shop], Done], list[str]]] = [
    ("the program starts", start, ["till.started 80"]),
    ("the program ends", stop, ["till.stopped 40"]),
    ("a new version of the program", update, ["- 250"]),
    ("another fiscal key", change_key, ["- 270"]),
    ("the fiscal key is lost", lose_key, ["- 70"]),
    ("the clock is set back", set_clock_back, ["till.clock_set_back 90"]),
    ("the clock is set forward", set_clock_forward, ["till.clock_set_forward 90"]),
    ("two hours pass", let_time_pass, []),
    ("a record is found changed", find_defect, ["fiscal.integrity_defect_found 90"]),
    ("a new series of numbers", open_new_series, ["till.epoch_opened 15", "fiscal.integrity_defect_found 90"]),
    ("a backup stands in the place of the data", restore, ["till.restored 10"]),
    ("a backup is made", back_up, ["till.backed_up 110"]),
    ("another printer is set up", swap_printer, ["till.machine_changed 240"]),
    ("the screen is dark from now on", change_theme, []),
    ("the printer has no paper", run_out_of_paper, ["till.printer_failed 70"]),
    ("the printer has paper again", load_paper, ["till.printer_came_back 70"]),
    ("central is out of reach", lose_network, ["till.went_offline 70"]),
    ("central is back", find_network, ["till.came_online 70"]),
    ("somebody signs in", sign_in, ["staff.signed_in 80"]),
    ("somebody signs out", sign_out, ["staff.signed_out 40"]),
    ("a manager lends a right", lend_right, ["staff.approved 130"]),
    ("one may do more, one left", change_rights, ["staff.rights_changed 130", "staff.rights_changed 130"]),
    ("the shop has another SIRET", change_siret, ["till.settings_changed 270"]),
    ("legal mentions are reworded", change_mentions, ["till.settings_changed 270"]),
    ("other tax rates hold", change_rates, ["sales.tax_rates_changed 270"]),
    ("a basket is abandoned before payment", abandon, ["sales.basket_abandoned 320"]),
    ("a price is overridden", override_price, ["sales.price_overridden 130"]),
    ("two lines are given back", give_back, ["sales.ticket_refunded 190", "sales.ticket_refunded 190"]),
    ("a gift card is sold", sell_gift_card, ["fiscal.non_sale_amount 910"]),
    ("an ordinary sale", sell, []),
    ("a customer is written down", note_customer, ["sales.customer_noted 240"]),
    ("a customer is corrected", correct_customer, ["sales.customer_corrected 240"]),
    ("a customer is erased", erase_customer, ["sales.customer_erased 240"]),
    ("a list of customers is taken out", list_customers, ["sales.offers_list_made 110"]),
    ("the drawer is opened without a sale", open_without_sale, ["drawer.opened_without_sale 170"]),
    ("the drawer is counted", count_drawer, ["drawer.counted 170"]),
    ("the drawer is closed", close_drawer, ["drawer.session_closed 170"]),
    ("a manager closes the drawer of who left", close_drawer_of_colleague, ["drawer.closed_for_colleague 130", "drawer.session_closed 170"]),
    ("the drawer is handed over", hand_over_drawer, ["drawer.handed_over 170"]),
    ("the float is not what was left", open_with_other_float, ["drawer.opening_differs 170"]),
    ("a day is closed", close_day, ["fiscal.closing_begun 330", "fiscal.day_closed 50"]),
    ("the last day of a month is closed", close_last_day_of_month, ["fiscal.closing_begun 330", "fiscal.day_closed 50", "fiscal.month_closed 50"]),
    (
        "the last day of a year is closed", close_last_day_of_year,
        ["fiscal.closing_begun 330", "fiscal.day_closed 50", "fiscal.month_closed 50", "fiscal.year_closed 60"],
    ),
    ("a month is archived", archive(Period.MONTH, "202611"), ["fiscal.month_archived 20"]),
    ("a year is archived", archive(Period.YEAR, "2026"), ["fiscal.year_archived 30"]),
    ("an archive is copied to a drive", copy_archive, ["fiscal.archive_copied 110"]),
    ("records are handed to the tax office", inspect, ["fiscal.records_exported 280"]),
    ("books are handed to the accountant", account, ["accounting.exported 290"]),
    ("the journal is exported", export_journal, ["journal.exported 110"]),
    ("training begins", begin_training, ["training.started 10"]),
    ("training ends", end_training, ["training.ended 10"]),
]  # fmt: skip


@pytest.mark.parametrize(("act", "expected"), [pytest.param(act, expected, id=name) for name, act, expected in ACTS])
def test_what_is_done_writes_its_records_and_no_other(shop: Shop, act: Callable[[Shop], Done], expected: list[str]) -> None:
    done = act(shop)
    records, kinds = len(shop.records()), len(shop.kinds())
    done()
    assert shop.records()[0] == "260"
    assert shop.records()[records:] == [each.split()[1] for each in expected]
    assert shop.kinds()[kinds:] == [each.split()[0] for each in expected if not each.startswith(NOT_JOURNALED)]


def test_who_confirms_a_gap_without_closings_answers_for_it_in_the_event_log(shop: Shop) -> None:
    shop.clock.advance(seconds=401 * DAY_S)
    before = len(shop.kinds())
    shop.services.closing.close_day(person=shop.who("sophie"), gap_confirmed=True)
    assert shop.kinds()[before : before + 2] == ["fiscal.gap_confirmed", "fiscal.closing_begun"]
    assert "130" in shop.records()[-500:]


def test_an_act_that_was_given_up_leaves_the_jump_of_the_clock_to_the_next(shop: Shop) -> None:
    shop.clock.set_wall(BEFORE_IT_ALL + timedelta(hours=2))
    with pytest.raises(ZeroDivisionError), shop.house.database.write() as connection:
        shop.house.ledger.append(connection, "sales.basket_parked", {})
        raise ZeroDivisionError
    shop.services.staff.sign_in_by_pin("camille", "111111")
    assert shop.kinds()[-2:] == ["till.clock_set_forward", "staff.signed_in"]


def test_the_log_says_what_changed(shop: Shop) -> None:
    change_siret(shop)()
    change_rights(shop)()
    with shop.house.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq").scalars().all()
    assert [payload.split(",")[2] for payload in rows[-3:]] == [
        "header.siret", "Droits_thomas_cashier_>_-", "Droits_yanis_technician_>_cashier_technician",
    ]  # fmt: skip


def test_every_kind_that_has_a_code_is_done_by_one_of_these_acts() -> None:
    done = {each.split()[0] for _, _, expected in ACTS for each in expected} | {"fiscal.gap_confirmed"}
    assert done - {NOT_JOURNALED} == set(EVENT_CODES)
