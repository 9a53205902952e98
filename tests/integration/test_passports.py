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
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics import workshop_store
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.passport import PassportErasureUnproven, PassportNotForSale, PassportPointsOpen, check_unit
from kiosk.diagnostics.repairs import PartUsed, Repair, Work
from kiosk.diagnostics.workshop_store import GradeChange
from kiosk.documents.passport import Mark
from kiosk.documents.passport_link import read_passport_link
from kiosk.documents.qr import QUIET_MODULES, qr_modules
from kiosk.hardware.virtual.zpl_picture import render_label_png
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import Grade, UnitState
from kiosk.storage.files import FolderGone
from kiosk.tradein.passports import InspectedElsewhere, NoPassportPage
from tests.bench import Bench
from tests.passports import IPHONE_12_128, SIGNER, passports_of, put_on_sale

UNITS_OF_EVERY_KIND = (IPHONE_12_128, "u-000197", "u-000199", "u-000200", "u-000201", "u-000202")


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
    rules = bench.rules
    wanted = [rules.inspections[DeviceKind.SMARTPHONE].checklist, rules.grading]
    assert [(rule.version, rule.sha256) for rule in passport.rules] == [(rule.version, rule.sha256) for rule in wanted]


def test_a_battery_read_by_cable_is_said_to_be(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service, ines = passports_of(bench, clock, ids), bench.person("ines")
    screen = bench.inspections.start(IPHONE_12_128, ines)
    bench.inspections.measure(screen.session_id, "battery_pct", 93, ines, method=Method.AUTO_USB, raw="MaximumCapacity=93")
    inspection = bench.rules.inspections[screen.model.kind].for_capabilities(screen.model.capabilities)
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


REPAIRS = (
    (Work(("display",), (PartUsed("display", Money(8900), genuine=True, reference="F-1"),)), "Remplacées par le magasin\u202f: écran (d’origine, sur facture)"),
    (Work(("buttons",), (PartUsed("buttons", Money(900), genuine=False),)), "Remplacées par le magasin\u202f: boutons"),
    (Work(("microphones",), minutes=15), "Réparé par le magasin avant ce contrôle"),
)


@pytest.mark.parametrize(("work", "said"), REPAIRS, ids=["genuine part", "other part", "no part"])
def test_a_unit_that_the_shop_repaired_says_so(bench: Bench, clock: ManualClock, ids: CountedIds, work: Work, said: str) -> None:
    service = passports_of(bench, clock, ids)
    with bench.database.write() as connection:
        workshop_store.add_repair(connection, Repair("r-1", IPHONE_12_128, None, "2026-11-20T10:00:00.000Z", "yanis", work, Money(50)))
    put_on_sale(bench)
    assert dict(service.show(IPHONE_12_128, bench.person("ines")).passport.facts)["Pièces"] == said


def test_a_new_cell_with_its_invoice_is_the_batterys_evidence(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    service = passports_of(bench, clock, ids)
    work = Work(("battery_pct",), (PartUsed("battery", Money(2400), genuine=True, reference="F-2"),))
    with bench.database.write() as connection:
        workshop_store.add_repair(connection, Repair("r-1", IPHONE_12_128, None, "2026-11-20T10:00:00.000Z", "yanis", work, Money(50)))
    put_on_sale(bench, battery_pct=100)
    facts = dict(service.show(IPHONE_12_128, bench.person("ines")).passport.facts)
    assert facts["Batterie"] == "100\u202f%, neuve, sa facture est gardée par le magasin"


@pytest.mark.parametrize(
    ("to_grade", "said"),
    [
        (Grade.PREMIUM, "Accordé par deux responsables du magasin\u202f; la grille donnait «\u202fParfait état\u202f»."),
        (Grade.FAIR, "Ramené par le magasin\u202f; la grille donnait «\u202fParfait état\u202f»."),
    ],
)
def test_a_grade_that_the_shop_gave_itself_claims_no_rule_of_the_table(
    bench: Bench, clock: ManualClock, ids: CountedIds, to_grade: Grade, said: str
) -> None:
    service, ines = passports_of(bench, clock, ids), bench.person("ines")
    unit = put_on_sale(bench)
    assert unit.grade is Grade.EXCELLENT and unit.price is not None
    change = GradeChange("g-1", unit.unit_id, unit.inspection_id, "2026-11-22T10:05:00.000Z", unit.grade, to_grade, "other", "", "ines", None, unit.price)
    with bench.database.write() as connection:
        workshop_store.add_grade_change(connection, change)
        bench.stock.update_unit(connection, replace(unit, grade=to_grade), reason="grade_changed", document_id="g-1", person_id="ines")
    passport = service.show(IPHONE_12_128, ines).passport
    assert (passport.grade_code, passport.rule) == (to_grade.value, said)
    assert len(issued(bench)) == 2


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
