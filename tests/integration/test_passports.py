"""The passport of a unit on the real database: who gets one, what it says, and that it says the same for ever."""

from __future__ import annotations

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.passport import PassportErasureUnproven, PassportNotForSale, PassportPointsOpen, check_unit
from kiosk.documents.passport import Mark
from kiosk.documents.passport_link import read_passport_link
from kiosk.documents.qr import QUIET_MODULES, qr_modules
from kiosk.hardware.virtual.zpl_picture import render_label_png
from kiosk.journal.ledger import Ledger
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.storage.files import FolderGone
from kiosk.tradein.passports import InspectedElsewhere, NoPassportPage
from tests.bench import Bench, build_bench, load_demo_shop
from tests.passports import IPHONE_12_128, SIGNER, passports_of, put_on_sale

UNITS_OF_EVERY_KIND = (IPHONE_12_128, "u-000197", "u-000199", "u-000200", "u-000201", "u-000202")


@pytest.fixture
def bench(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Bench:
    load_demo_shop(database)
    return build_bench(database, ledger, clock, ids)


def read(link: str) -> object:
    return read_passport_link(link, verifies=lambda key_id, text, signature: key_id == SIGNER.key_id and SIGNER.verify(text, signature))


def issued(bench: Bench) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == "stock.passport_issued"]


def test_an_inspection_that_ends_on_the_shelf_prints_the_units_label_and_its_passport(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    unit = put_on_sale(bench)
    with bench.database.read() as connection:
        jobs = bench.print_queue.waiting(connection, "label")
    assert [job.document_number for job in jobs] == [unit.label_code, unit.label_code]
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(render_label_png(jobs[1].content))).convert("L"))
    shown = service.show(unit.unit_id, bench.person("ines")).passport
    assert read(code.text).facts == shown.facts  # type: ignore[attr-defined]  # read gives a passport
    assert [(body["unit_id"], body["grade"]) for body in issued(bench)] == [(unit.unit_id, "excellent")]


def test_it_says_what_was_tested_how_and_what_is_promised(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    ines = bench.person("ines")
    put_on_sale(bench, bad={"parts_genuine": "unknown_part", "body_class": "B2"})
    passport = service.show(IPHONE_12_128, ines).passport
    assert (passport.model, passport.tail, passport.inspected_on) == ("Apple iPhone 12 128\u00a0Go Bleu", "IMEI ···· 1949", "22/11/2026")
    assert (passport.grade, passport.diamonds) == ("Très bon état", 2)
    assert passport.rule == "Écran S0, coque B2 ou mieux, batterie d’au moins 80\u202f%\u00a0: Très bon état"
    facts = dict(passport.facts)
    assert facts["Batterie"] == "87\u202f%, relevée à l’écran par le contrôleur"
    assert facts["Coque"] == "B2, micro-rayures, invisibles à 50 cm"
    assert facts["Garantie"].endswith("Garantie du magasin\u202f: 12 mois.")
    assert [(point.title, point.found, point.mark) for point in passport.points if point.mark is not Mark.PASSED] == [
        ("Oxydation, fermeture, étanchéité", "Sain et fermé · Pièce inconnue", Mark.NOTED)
    ]
    assert [rule.version for rule in passport.rules] == ["2026-11-01", "2026-11-01"]


def test_a_battery_read_by_cable_is_said_to_be(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service, ines = passports_of(bench, clock, ids), bench.person("ines")
    screen = bench.inspections.start(IPHONE_12_128, ines)
    bench.inspections.measure(screen.session_id, "battery_pct", 93, ines, method=Method.AUTO_USB, raw="MaximumCapacity=93")
    inspection = bench.rules.inspections[screen.model.kind]
    for step in inspection.checklist.steps:
        for question in step.questions:
            if question.measure is None:
                good = next(option.option_id for option in question.options if option.verdict.value == "pass")
                bench.inspections.answer(screen.session_id, question.question_id, good, ines)
    bench.inspections.finish(screen.session_id, ines)
    passport = service.show(IPHONE_12_128, ines).passport
    assert (passport.grade, dict(passport.facts)["Batterie"]) == ("Premium", "93\u202f%, lue dans l’appareil par câble")
    assert passport.points[9].how == "u"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"state": UnitState.TO_ERASE}, PassportNotForSale),
        ({"state": UnitState.TO_INSPECT}, PassportNotForSale),
        ({"state": UnitState.REWORK}, PassportNotForSale),
        ({"state": UnitState.BLOCKED}, PassportNotForSale),
        ({"state": UnitState.QUARANTINE}, PassportNotForSale),
        ({"state": UnitState.PARTS}, PassportNotForSale),
        ({"state": UnitState.IN_TRANSIT}, PassportNotForSale),
        ({"erasure_id": None}, PassportErasureUnproven),
        ({"grade": None}, PassportPointsOpen),
        ({"inspection_id": None}, PassportPointsOpen),
        ({"state": UnitState.RESERVED}, None),
        ({"state": UnitState.SOLD}, None),
    ],
)
def test_only_a_unit_tested_erased_and_on_sale_has_one(
    bench: Bench, change: dict[str, object], refusal: type[Exception] | None
) -> None:
    unit = replace(put_on_sale(bench), **change)  # type: ignore[arg-type]  # one named field each
    assert unit.refurbished is (not {"erasure_id", "grade", "inspection_id"} & set(change))
    if refusal is None:
        assert check_unit(unit) is unit.grade
    else:
        with pytest.raises(refusal):
            check_unit(unit)


def test_a_unit_that_the_shop_repaired_says_so(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    unit = bench.stock.unit_by_id(IPHONE_12_128)
    assert unit is not None
    with bench.database.write() as connection:
        bench.stock.update_unit(connection, replace(unit, repair_cost=Money(2400)), reason="repair", document_id=None, person_id="tomas")
    put_on_sale(bench)
    assert dict(service.show(IPHONE_12_128, bench.person("ines")).passport.facts)["Pièces"] == "Réparé par le magasin avant ce contrôle"


def test_a_unit_that_waits_or_was_inspected_elsewhere_has_none_here(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service, ines = passports_of(bench, clock, ids), bench.person("ines")
    with pytest.raises(PassportNotForSale):
        service.show(IPHONE_12_128, ines)
    with pytest.raises(InspectedElsewhere):
        service.show("u-000001", ines)
    with pytest.raises(RightMissing):
        service.show(IPHONE_12_128, replace(ines, roles=()))
    assert issued(bench) == []


def test_whoever_asks_later_gets_the_same_passport(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    put_on_sale(bench)
    first = service.show(IPHONE_12_128, bench.person("ines")).passport
    clock.advance(seconds=400 * 86400)
    assert service.show(IPHONE_12_128, bench.person("camille")).passport == first
    assert len(issued(bench)) == 1


def test_without_a_page_or_a_key_there_is_a_document_and_no_code(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    ines = bench.person("ines")
    service = passports_of(bench, clock, ids, page="")
    put_on_sale(bench)
    assert service.show(IPHONE_12_128, ines).link == ""
    with pytest.raises(NoPassportPage):
        service.print_label(IPHONE_12_128, ines)
    assert passports_of(bench, clock, ids, signer=None).show(IPHONE_12_128, ines).link == ""
    with bench.database.read() as connection:
        assert len(bench.print_queue.waiting(connection, "label")) == 1


def test_the_label_comes_out_again_as_often_as_asked(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    put_on_sale(bench)
    service.print_label(IPHONE_12_128, bench.person("camille"))
    with bench.database.read() as connection:
        codes = [zxingcpp.read_barcodes(Image.open(io.BytesIO(render_label_png(job.content))).convert("L")) for job in
                 bench.print_queue.waiting(connection, "label")[1:]]  # fmt: skip
    first, second = (read(found[0].text) for found in codes)
    assert first == second


@pytest.mark.parametrize("unit_id", UNITS_OF_EVERY_KIND)
def test_every_kind_of_device_has_thirty_points_and_a_code_that_fits_its_label(
    bench: Bench, clock: ManualClock, ids: CountedIds, unit_id: str
) -> None:
    service = passports_of(bench, clock, ids)
    put_on_sale(bench, unit_id)
    shown = service.show(unit_id, bench.person("ines"))
    assert len(shown.passport.points) == 30
    assert len(qr_modules(shown.link)) - 2 * QUIET_MODULES <= 73


@pytest.mark.parametrize("unit_id", [IPHONE_12_128, "u-000199"], ids=["smartphone", "laptop"])
def test_the_document_is_one_page_with_everything_on_it(
    bench: Bench, clock: ManualClock, ids: CountedIds, tmp_path: Path, unit_id: str
) -> None:
    folder = tmp_path / "papers"
    service = passports_of(bench, clock, ids, folder=folder)
    unit = put_on_sale(bench, unit_id)
    shown = service.show(unit_id, bench.person("ines"))
    path = service.save(shown, folder)
    assert path.name == f"passport-{unit.label_code}.pdf"
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()
    assert text.count("\f") == 1
    for words in (
        shown.passport.model, unit.label_code, unit.imei or unit.serial, "Parfait état", "APPAREIL RECONDITIONNÉ", "LES 30 POINTS CONTRÔLÉS", "R. 122-4",
        "Garantie légale de conformité", shown.passport.rules[0].sha256, "page 1 / 1", *(point.title.split()[0] for point in shown.passport.points),
    ):  # fmt: skip
        assert plain(words) in plain(text), words
    subprocess.run(["pdftoppm", "-r", "110", "-png", str(path), str(tmp_path / "page")], check=True, stderr=subprocess.DEVNULL)
    (code,) = zxingcpp.read_barcodes(Image.open(tmp_path / "page-1.png").convert("L"))
    assert code.text == shown.link
    with pytest.raises(FolderGone):
        service.save(shown, tmp_path / "elsewhere")


def plain(text: str) -> str:
    return "".join(text.split())
