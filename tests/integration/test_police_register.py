"""The police register as it is opened, searched, handed over and put right: what is noted, what is refused, what never changes (POL-01, 03, 04, 11)."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.accounting.service import at_once
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.journal.ledger import Ledger
from kiosk.staff.rights import RightMissing
from kiosk.storage.engine import Database
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.declaration import Declaration, NotDeclared
from kiosk.tradein.police.book import Purpose, PurposeMissing, Reading, RegisterClosed, first_wrong_page, short_check
from kiosk.tradein.police.correcting import CorrectionRefused
from kiosk.tradein.police.service import BookFormat, BookPlace, PoliceBook
from kiosk.tradein.seller import Seller
from kiosk.tradein.words import load_words
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, RESOURCES, SELLER, SHOP, SIGNATURE, Bench, answer_all, build_bench, seller_of

PARIS = ZoneInfo("Europe/Paris")
DECLARATION = Declaration("Préfecture de la Loire-Atlantique", "44-2024-0318", "2024-03-18")
DAY_S = 86_400
OTHER_SELLER = replace(SELLER, surname="Rousseau", first_names="Paul", document_number="880692310285")


@pytest.fixture
def book(bench: Bench, clock: ManualClock, ids: CountedIds, tmp_path: Path) -> PoliceBook:
    place = BookPlace(SHOP, DECLARATION, PARIS, "Caisse 2", tmp_path / "exports")
    return PoliceBook(bench.database, bench.ledger, tools=(clock, ids), place=lambda: place, words=load_words(RESOURCES), write=at_once)


def buy(bench: Bench, imei: str = IPHONE_12_64, *, seller: Seller = SELLER) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(imei, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, seller_of(imei, seller), yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)


def opened(bench: Bench, book: PoliceBook, purpose: Purpose = Purpose.OWN_CHECK) -> Reading:
    return book.open(purpose, "", bench.person("sophie"))


def entries(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(entry.entry)["body"] for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000) if entry.kind == kind]


@pytest.mark.parametrize(("purpose", "note"), [("", ""), ("curious", "just so"), ("other", ""), ("other", "   ")])
def test_the_register_does_not_open_without_a_purpose(bench: Bench, book: PoliceBook, purpose: str, note: str) -> None:
    with pytest.raises(PurposeMissing):
        book.open(purpose, note, bench.person("sophie"))
    assert book.readings(bench.person("sophie")) == ()


@pytest.mark.parametrize("name", ["camille", "yanis", "ines"])
def test_only_a_manager_opens_it(bench: Bench, book: PoliceBook, name: str) -> None:
    with pytest.raises(RightMissing):
        book.open(Purpose.INSPECTION, "", bench.person(name))
    with pytest.raises(RightMissing):
        book.find(opened(bench, book), "", bench.person(name))


def test_every_opening_is_noted_with_who_when_and_why(bench: Bench, book: PoliceBook, clock: ManualClock) -> None:
    sophie = bench.person("sophie")
    book.open(Purpose.INSPECTION, "  brigade de   Nantes ", sophie)
    clock.advance(seconds=60)
    book.open(Purpose.OTHER, "bilan annuel", sophie)
    assert [(r.at_utc, r.person_name, r.purpose, r.note, r.act) for r in book.readings(sophie)] == [
        ("2026-11-22T10:01:00.000Z", sophie.full_name, Purpose.OTHER, "bilan annuel", "opened"),
        ("2026-11-22T10:00:00.000Z", sophie.full_name, Purpose.INSPECTION, "brigade de Nantes", "opened"),
    ]


def test_what_was_not_opened_by_this_person_for_this_purpose_is_not_read(bench: Bench, book: PoliceBook, clock: ManualClock, ids: CountedIds) -> None:
    sophie = bench.person("sophie")
    mine = opened(bench, book)
    for made_up in (replace(mine, reading_id="none"), replace(mine, purpose=Purpose.CORRECTION)):
        with pytest.raises(RegisterClosed):
            book.find(made_up, "", sophie)
    with pytest.raises(RegisterClosed):
        book.find(mine, "", replace(sophie, person_id="another-manager"))


def test_a_consultation_is_forgotten_after_a_year_and_not_before(bench: Bench, book: PoliceBook, clock: ManualClock) -> None:
    sophie = bench.person("sophie")
    opened(bench, book)
    clock.advance(seconds=365 * DAY_S)
    book.keep()
    assert len(book.readings(sophie)) == 1
    clock.advance(seconds=DAY_S)
    book.keep()
    assert book.readings(sophie) == ()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["L01-K2-R000001", "L01-K2-R000002"]),
        ("r000002", ["L01-K2-R000002"]),
        (IPHONE_12_64, ["L01-K2-R000001"]),
        ("rousseau", ["L01-K2-R000002"]),
        ("ELODIE garnier", ["L01-K2-R000001"]),
        ("23/11/2026", ["L01-K2-R000002"]),
        ("iphone 22/11/2026", ["L01-K2-R000001"]),
        ("880692310285", ["L01-K2-R000002"]),
        ("samsung", []),
    ],
)
def test_a_line_is_found_by_number_imei_name_date_or_document(bench: Bench, book: PoliceBook, clock: ManualClock, query: str, found: list[str]) -> None:
    buy(bench)
    clock.advance(seconds=DAY_S)
    buy(bench, ANOTHER_IPHONE_12_64, seller=OTHER_SELLER)
    seen = book.find(opened(bench, book), query, bench.person("sophie"))
    assert ([line.entry.printed_number for line in seen.lines], seen.total) == (found, 2)


def test_the_page_of_a_day_is_sealed_when_the_day_is_over_with_the_check_value_of_the_page_before(bench: Bench, book: PoliceBook, clock: ManualClock) -> None:
    buy(bench)
    book.keep()
    assert book.find(opened(bench, book), "", bench.person("sophie")).pages == ()
    clock.advance(seconds=DAY_S)
    buy(bench, ANOTHER_IPHONE_12_64, seller=OTHER_SELLER)
    book.keep()
    clock.advance(seconds=3 * DAY_S)
    book.keep()
    book.keep()
    found = book.find(opened(bench, book), "", bench.person("sophie"))
    first, second = found.pages
    assert [(page.number, page.day, page.count) for page in found.pages] == [(1, "2026-11-22", 1), (2, "2026-11-23", 1)]
    assert (first.previous, second.previous, found.wrong_page) == ("", first.check, None)
    assert [body["check"] for body in entries(bench, "tradein.register_page_sealed")] == [first.check, second.check]
    lines = found.lines
    dearer = replace(lines[0], entry=replace(lines[0].entry, price=lines[1].entry.price + lines[1].entry.price))
    assert first_wrong_page(found.pages, (dearer, lines[1])) == 1
    assert first_wrong_page(found.pages, lines[1:]) == 1
    assert first_wrong_page(found.pages, lines[:1]) == 2
    assert first_wrong_page((second,), lines) == 1


def test_a_correction_is_a_new_line_with_its_reason_and_the_old_one_stays(bench: Bench, book: PoliceBook) -> None:
    buy(bench)
    sophie, reading = bench.person("sophie"), opened(bench, book, Purpose.CORRECTION)
    (line,) = book.find(reading, "", sophie).lines
    book.correct(reading, line.entry.entry_id, "surname", "Garnier-Dupont", "nom d’usage oublié", sophie)
    first, second = book.find(reading, "", sophie).lines
    assert first.entry == line.entry and first.seller == line.seller and first.corrected_by == "L01-K2-R000001-C1"
    assert (second.entry.printed_number, second.corrects, second.entry.correction_reason) == ("L01-K2-R000001-C1", "L01-K2-R000001", "nom d’usage oublié")
    assert line.seller is not None and second.seller == replace(line.seller, surname="Garnier-Dupont") and second.entry.seller_hash != line.entry.seller_hash
    assert (second.entry.price, second.entry.payment_mode, second.entry.unit_id) == (line.entry.price, line.entry.payment_mode, line.entry.unit_id)
    book.correct(reading, second.entry.entry_id, "description", "Apple iPhone 12, 64\u00a0Go, bleu", "couleur", sophie)
    assert [line.entry.printed_number for line in book.find(reading, "", sophie).lines][-1] == "L01-K2-R000001-C2"
    (told, _) = entries(bench, "tradein.register_corrected")
    assert (told["register_number"], told["corrects"], told["column"]) == ("L01-K2-R000001-C1", "L01-K2-R000001", "surname")
    assert "Garnier" not in json.dumps(told, ensure_ascii=False)
    buy(bench, ANOTHER_IPHONE_12_64)
    assert [line.entry.printed_number for line in book.find(reading, "", sophie).lines][-1] == "L01-K2-R000002"


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("surname", "Garnier", "the same"),
        ("surname", "Garnier-Dupont", " "),
        ("price_cents", "1", "cheaper"),
        ("payment_mode", "Espèces", "other"),
        ("description", "", "nothing"),
    ],
)
def test_a_correction_without_change_or_reason_or_of_the_price_is_refused(bench: Bench, book: PoliceBook, column: str, text: str, reason: str) -> None:
    buy(bench)
    sophie, reading = bench.person("sophie"), opened(bench, book)
    (line,) = book.find(reading, "", sophie).lines
    with pytest.raises(CorrectionRefused):
        book.correct(reading, line.entry.entry_id, column, text, reason, sophie)
    assert len(book.find(reading, "", sophie).lines) == 1


def test_during_an_inspection_and_on_a_line_already_corrected_nothing_is_written(bench: Bench, book: PoliceBook) -> None:
    buy(bench)
    sophie, reading, shown = bench.person("sophie"), opened(bench, book), opened(bench, book, Purpose.INSPECTION)
    (line,) = book.find(reading, "", sophie).lines
    with pytest.raises(RegisterClosed):
        book.correct(shown, line.entry.entry_id, "surname", "Martin", "typed wrong", sophie)
    book.correct(reading, line.entry.entry_id, "surname", "Martin", "typed wrong", sophie)
    with pytest.raises(CorrectionRefused):
        book.correct(reading, line.entry.entry_id, "surname", "Martins", "typed wrong", sophie)


def test_the_csv_has_every_column_of_the_register(bench: Bench, book: PoliceBook, tmp_path: Path) -> None:
    buy(bench, seller=replace(SELLER, profession="=HYPERLINK(1)"))
    sophie, reading = bench.person("sophie"), opened(bench, book)
    path = book.export(reading, BookFormat.CSV, "", tmp_path / "exports", sophie)
    head, line, end = path.read_bytes().decode("utf-8-sig").split("\r\n")
    assert (path.name, end) == ("livre-de-police-L01-20261122-110000.csv", "")
    assert dict(zip(head.split(";"), line.split(";"), strict=True)) == {
        "N° d’ordre": "L01-K2-R000001", "Date et heure": "22/11/2026 11:00", "Dénomination": "", "Siège social": "", "Nom": "Garnier",
        "Prénoms": "Élodie", "Qualité": "'=HYPERLINK(1)", "Domicile": "3 rue des Carmes, 44000 Nantes", "Pièce d’identité": "Carte nationale d’identité",
        "N° de la pièce": "X4RTBPFW4", "Délivrée le": "14/03/2022", "Délivrée par": "Préfecture de la Loire-Atlantique", "Nature": "Téléphone mobile",
        "Description": "Apple iPhone 12, 64\u00a0Go, Noir", "Identifiants": f"IMEI {IPHONE_12_64}, N°\u00a0de série F17639000012",
        "Provenance": "Acheté neuf", "Prix d’achat": "186,00",
        "Mode de règlement": "Bon d’achat", "Rectifie": "", "Motif": "", "Rectifié par": "",
    }  # fmt: skip


def test_the_pdf_has_the_columns_of_the_model_in_their_order_and_the_check_values_of_its_pages(
    bench: Bench, book: PoliceBook, clock: ManualClock, tmp_path: Path
) -> None:  # fmt: skip
    buy(bench, seller=replace(SELLER, company="Atlantique Occasion SARL", seat="2 quai de la Fosse, 44000 Nantes"))
    clock.advance(seconds=DAY_S)
    buy(bench, ANOTHER_IPHONE_12_64, seller=OTHER_SELLER)
    sophie, reading = bench.person("sophie"), opened(bench, book, Purpose.INSPECTION)
    path = book.export(reading, BookFormat.PDF, "", tmp_path / "exports", sophie)
    (page,) = book.find(reading, "", sophie).pages
    raw = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=30).stdout.decode()
    text = re.sub(r"\s+", " ", raw)
    wanted = (
        "Livre de police", "Récépissé n° 44-2024-0318 du 18/03/2024, Préfecture de la Loire-Atlantique", "1. N° d’ordre, date", "2. Nom, prénoms",
        "3. Description précise", "4. Prix d’achat", "5. Observations", "Page n° 1 du 22/11/2026", "L01-K2-R000001", "Atlantique Occasion SARL, siège : 2 quai",
        "GARNIER Élodie", "Infirmière", "X4RTBPFW4 du 14/03/2022", f"IMEI {IPHONE_12_64}", "Provenance : Acheté neuf", "186,00 €", "Bon d’achat",
        f"Chiffre de contrôle de la page n° 1 : {short_check(page.check)}", "Page du jour, encore ouverte", "L01-K2-R000002", "ROUSSEAU Paul",
    )  # fmt: skip
    places = [text.find(words) for words in wanted]
    assert [words for words, place in zip(wanted, places, strict=True) if place < 0] == [] and places == sorted(places)
    assert [reading.act for reading in book.readings(sophie)] == ["pdf", "opened"]
    (told,) = entries(bench, "tradein.register_exported")
    assert (told["format"], told["lines"], told["file"]) == ("pdf", 2, path.name)
    assert "inspection" not in json.dumps(told)


def test_without_the_prefectures_receipt_nothing_is_bought_from_the_public(
    bench: Bench, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds
) -> None:
    assert not Declaration("Préfecture de la Loire-Atlantique", "44-2024-0318", "").complete and DECLARATION.complete
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    undeclared = build_bench(database, ledger, clock, ids, rules=replace(bench.rules, declared=False))
    with pytest.raises(NotDeclared):
        undeclared.trade_ins.start(ANOTHER_IPHONE_12_64, yanis)
    with pytest.raises(NotDeclared):
        undeclared.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    assert undeclared.stock.unit_by_code(IPHONE_12_64) is None
