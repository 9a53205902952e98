"""Exports made from the journal of a real till: what stands in the files, that they agree with the closings, and who may make them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.accounting.agreement import BooksDisagree
from kiosk.accounting.books import PeriodRefused, Span
from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.foreign import JournalFileBroken
from kiosk.accounting.service import AccountingService, Company, Exported, SirenMissing, TillTwice
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.fiscal import store as fiscal_store
from kiosk.journal import export
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.journal.marker import HeadMarker
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from kiosk.storage.files import FileNotWritten
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.storage.migrate import open_database
from tests.conftest import DATABASE_KEY, TILL_SECRET
from tests.integration.sale_shop import CAMILLE, FITTING, IMEIS, INSURANCE, PARIS, RESOURCES, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
TODAY = Span(date(2026, 11, 22), date(2026, 11, 22))


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


@pytest.fixture
def books(till: Till, tmp_path: Path) -> AccountingService:
    return service(till, tmp_path)


def service(till: Till, data_dir: Path, *, siren: str = "981543275") -> AccountingService:
    company = Company(siren, "EUR", PARIS)
    return AccountingService(
        till.database, till.ledger, company=lambda: company, chart=load_chart(RESOURCES, data_dir), rules=till.counter.rules
    )  # fmt: skip


def sell_a_day(till: Till) -> None:
    """A phone with its case, half by card; a glass fitted with an insurance, in cash with change; the day is closed one cent short."""
    basket = till.basket(IMEIS[0], CASE_EAN)
    till.sale.pay(basket, [till.approved_card(basket, Money(40000)), cash(10000)], person=CAMILLE)
    basket = till.sale.add_product(till.sale.add_product(till.basket(), FITTING), INSURANCE)
    till.sale.pay(basket, [cash(6400)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE, counted=Money(15000 + 7890 + 6400 - 1))


def text(exported: Exported, place: int = 0) -> str:
    return exported.paths[place].read_bytes().decode("iso8859-15" if exported.paths[place].suffix == ".txt" else "utf-8-sig")


def fec(exported: Exported) -> list[list[str]]:
    return [line.split("\t") for line in text(exported).split("\r\n")[1:-1]]


def table(exported: Exported, place: int) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(exported, place)), delimiter=";"))


def test_the_entries_of_a_day_stand_in_one_file_each_document_by_itself(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    exported = books.export_fec(TODAY, tmp_path / "out", person=SOPHIE)
    assert [path.name for path in exported.paths] == ["981543275FEC20261231.txt"]
    assert re.fullmatch(r"\d{9}FEC\d{8}\.txt", exported.paths[0].name)
    assert [(row[0], row[2], row[4], row[8], row[11], row[12]) for row in fec(exported)] == [
        ("VE", "1", "53", "L01-K2-000001", "78,90", "0,00"),
        ("VE", "1", "5115", "L01-K2-000001", "400,00", "0,00"),
        ("VE", "1", "7071", "L01-K2-000001", "0,00", "427,50"),
        ("VE", "1", "44571M", "L01-K2-000001", "0,00", "21,50"),
        ("VE", "1", "707", "L01-K2-000001", "0,00", "24,92"),
        ("VE", "1", "44571", "L01-K2-000001", "0,00", "4,98"),
        ("VE", "2", "53", "L01-K2-000002", "64,00", "0,00"),
        ("VE", "2", "706", "L01-K2-000002", "0,00", "63,17"),
        ("VE", "2", "44571", "L01-K2-000002", "0,00", "0,83"),
        ("CA", "3", "658", "L01-K2-S000001", "0,01", "0,00"),
        ("CA", "3", "53", "L01-K2-S000001", "0,00", "0,01"),
    ]
    assert exported.rows == 11


def test_the_day_is_declared_by_category_with_the_margin_kept_both_ways(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    exported = books.export_flux(TODAY, tmp_path / "out", person=SOPHIE)
    content = json.loads(text(exported))
    assert (content["format"], content["TT-13"], content["tills"], content["global_margin"]) == ("kiosk-flux-10.3-1", "981543275", ["L01-K2"], [])
    assert [(group["TT-81"], group["TT-82"], group["TT-83"], group["TT-85"]) for group in content["groups"]] == [
        ("TLB1", "24.92", "4.98", 1), ("TMA1", "107.50", "21.50", 1), ("TNT1", "59.00", "0.00", 1), ("TPS1", "4.17", "0.83", 1),
    ]  # fmt: skip
    assert content["groups"][1]["full_price"]["TT-82"] == "449.00"
    rows = table(exported, 1)
    assert [(row["TT-81"], row["reading"], row["TT-87"], row["TT-88"]) for row in rows] == [
        ("TLB1", "", "24,92", "4,98"), ("TMA1", "margin", "107,50", "21,50"), ("TMA1", "full_price", "449,00", "0,00"),
        ("TNT1", "", "59,00", "0,00"), ("TPS1", "", "4,17", "0,83"),
    ]  # fmt: skip


def test_the_margin_ledger_leads_from_the_register_to_the_sale(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    exported = books.export_margin(TODAY, tmp_path / "out", person=SOPHIE)
    assert [path.name for path in exported.paths] == ["981543275-margin-20261122-20261122.csv", "981543275-margin-20261122-20261122-months.csv"]
    (row,) = table(exported, 0)
    assert row == {
        "month": "2026-11", "sold_on": "2026-11-22", "sale_number": "L01-K2-000001", "unit_id": "u1", "serial": IMEIS[0],
        "label": "iPhone 13 · 128 Go · Minuit", "register_number": "L01-004512", "purchase_number": "", "bought_on": "2026-11-02",
        "purchase_price": "320,00", "price": "449,00", "margin": "129,00", "vat_rate": "20,00", "vat": "21,50",
    }  # fmt: skip
    assert table(exported, 1) == [{"month": "2026-11", "devices": "1", "purchase_price": "320,00", "price": "449,00", "margin": "129,00", "vat": "21,50"}]


def test_the_same_period_gives_the_same_bytes_whenever_it_is_asked_for(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    for make in (books.export_fec, books.export_flux, books.export_margin):
        first = make(TODAY, tmp_path / "one")
        till.clock.advance(seconds=86_400)
        second = make(TODAY, tmp_path / "two")
        assert [path.read_bytes() for path in first.paths] == [path.read_bytes() for path in second.paths]


def test_a_later_period_goes_on_counting_where_the_one_before_ended(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    till.clock.advance(seconds=86_400)
    till.drawer.open_session(Money(15000 + 7890 + 6400 - 1), person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    rest = Span(date(2026, 11, 23), date(2026, 12, 31))
    assert {row[2] for row in fec(books.export_fec(rest, tmp_path / "out"))} == {"4"}


def test_each_export_leaves_a_trace_for_the_tax_office(till: Till, books: AccountingService, tmp_path: Path) -> None:
    """JET 290: exchange with the accountant."""
    books.export_fec(TODAY, tmp_path / "out", person=SOPHIE)
    with till.database.read() as connection:
        last = list(fiscal_store.stamps_after(connection, "JET", 0))[-1]
        entry = till.ledger.entries_after(connection, 0, 0, limit=10_000)[-1]
    assert last.payload.split(",")[1:3] == ["290", "fec_2026-11-22..2026-11-22"]
    said = json.loads(entry.entry)
    assert (said["kind"], said["person"], said["body"]["files"][0]["name"]) == ("accounting.exported", "p-sophie", "981543275FEC20261231.txt")


def test_a_cashier_exports_nothing(till: Till, books: AccountingService, tmp_path: Path) -> None:
    for make in (books.export_fec, books.export_flux, books.export_margin):
        with pytest.raises(RightMissing):
            make(TODAY, tmp_path / "out", person=CAMILLE)
    assert not (tmp_path / "out").exists()
    assert "accounting.exported" not in till.kinds()


def test_books_that_contradict_a_closing_leave_no_file(till: Till, books: AccountingService, tmp_path: Path) -> None:
    sell_a_day(till)
    with till.database.write() as connection:
        body = {
            "printed_number": "L01-K2-Z000002", "ticket_count": 0, "total_cents": 1, "taxes": [], "margin_gross_cents": 0, "margin_tax_cents": 0, "tenders": []
        }  # fmt: skip
        till.ledger.append(connection, "fiscal.day_closed", body | {"business_day": "2026-11-22", "period_label": "20261122-2"})
    with pytest.raises(BooksDisagree) as wrong:
        books.export_fec(TODAY, tmp_path / "out", person=SOPHIE)
    assert "L01-K2-Z000002 accounts, turnover with VAT: 0.01 / 0.00" in str(wrong.value.facts["views"])
    assert not (tmp_path / "out").exists()


def test_a_company_that_chose_the_global_method_has_its_vat_at_the_end_of_the_month(till: Till, tmp_path: Path) -> None:
    """Nothing was bought from a customer this month, so the whole price is the margin."""
    chart = (RESOURCES / "accounting/fr.toml").read_text("utf-8").replace('method = "unit"', 'method = "global"')
    (tmp_path / "accounting.toml").write_text(chart, "utf-8")
    sell_a_day(till)
    november, books = Span(date(2026, 11, 1), date(2026, 11, 30)), service(till, tmp_path)
    entries = fec(books.export_fec(november, tmp_path / "out"))
    assert [(row[4], row[11], row[12]) for row in entries if row[4] in ("7071", "44571M")] == [
        ("7071", "0,00", "449,00"), ("7071", "74,83", "0,00"), ("44571M", "0,00", "74,83"),
    ]  # fmt: skip
    assert (entries[-1][0], entries[-1][3], entries[-1][8], entries[-1][10]) == ("OD", "20261130", "2026-11", "TVA sur la marge globale 2026-11")
    content = json.loads(text(books.export_flux(november, tmp_path / "out")))
    (day,) = [group for group in content["groups"] if group["TT-81"] == "TMA1"]
    assert (day["TT-82"], day["TT-83"], day["full_price"]["TT-82"]) == (None, None, "449.00")
    assert [(month["month"], month["TT-82"], month["TT-83"], month["carried_out"]) for month in content["global_margin"]] == [
        ("2026-11", "374.17", "74.83", "0.00")
    ]
    exported = books.export_margin(november, tmp_path / "out")
    assert table(exported, 2)[0]["vat"] == "74,83"
    assert [row[4] for row in fec(books.export_fec(TODAY, tmp_path / "today"))].count("44571M") == 0, "the month is not over"


def test_a_period_of_two_fiscal_years_or_none_is_refused(till: Till, books: AccountingService, tmp_path: Path) -> None:
    with pytest.raises(PeriodRefused):
        Span(TODAY.last, TODAY.first.replace(day=1))
    with pytest.raises(PeriodRefused):
        books.export_fec(Span(TODAY.first, TODAY.first.replace(year=2027)), tmp_path / "out")


def test_a_company_without_its_number_and_a_folder_that_is_a_file_are_said(till: Till, books: AccountingService, tmp_path: Path) -> None:
    with pytest.raises(SirenMissing):
        service(till, tmp_path, siren="").export_fec(TODAY, tmp_path / "out")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileNotWritten):
        books.export_fec(TODAY, tmp_path / "file")


def exported_journal(till: Till, path: Path, key: TillKey) -> Path:
    with till.database.read() as connection:
        path.write_text("\n".join(export.lines(connection, key=key.public)), "utf-8")
    return path


@pytest.fixture
def neighbour(tmp_path: Path, clock: ManualClock) -> Iterator[Path]:
    """The journal of the shop's other till, which sold the same things that day."""
    folder, key = tmp_path / "k3", TillKey(bytes(range(64, 96)))
    folder.mkdir()
    database = open_database(folder, key=DATABASE_KEY)
    with database.write() as connection:
        set_till_identity(connection, TillIdentity("L01", "K3", 1))
    furnish(database)
    till = open_till(database, Ledger(database, clock=clock, key=key, marker=HeadMarker(folder)), clock, CountedIds())
    till.drawer.open_session(Money(15000), person=CAMILLE)
    sell_a_day(till)
    yield exported_journal(till, tmp_path / "k3.jsonl", key)
    database.close()


def test_the_journals_of_all_tills_add_up_to_the_company(till: Till, books: AccountingService, tmp_path: Path, neighbour: Path) -> None:
    sell_a_day(till)
    alone = json.loads(text(books.export_flux(TODAY, tmp_path / "out")))
    both = json.loads(text(books.export_flux(TODAY, tmp_path / "both", journals=[neighbour])))
    assert (alone["tills"], both["tills"]) == (["L01-K2"], ["L01-K2", "L01-K3"])
    assert [Money.parse(group["TT-82"]) for group in both["groups"]] == [Money.parse(group["TT-82"]) * 2 for group in alone["groups"]]
    assert [row[2] for row in fec(books.export_fec(TODAY, tmp_path / "both", journals=[neighbour]))][-1] == "6"


def test_no_till_is_counted_twice(till: Till, books: AccountingService, tmp_path: Path, neighbour: Path) -> None:
    sell_a_day(till)
    own = exported_journal(till, tmp_path / "own.jsonl", TillKey(TILL_SECRET))
    for journals in ([own], [neighbour, neighbour]):
        with pytest.raises(TillTwice):
            books.export_flux(TODAY, tmp_path / "out", journals=journals)


@pytest.mark.parametrize(
    ("old", "new"), [("44900", "44901"), ("kiosk-journal-export-1", "kiosk-journal-export-9"), ('"seq":4', '"seq":5'), ("public_key", "key"), ("{", "")]
)
def test_another_tills_journal_that_was_changed_is_refused(
    till: Till, books: AccountingService, tmp_path: Path, neighbour: Path, old: str, new: str
) -> None:
    changed = neighbour.read_text("utf-8").replace(old, new, 1)
    assert changed != neighbour.read_text("utf-8")
    neighbour.write_text(changed, "utf-8")
    with pytest.raises(JournalFileBroken):
        books.export_flux(TODAY, tmp_path / "out", journals=[neighbour])
