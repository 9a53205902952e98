"""The passport on the screen: after an inspection and from a unit's life line, shown, printed, saved, or refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.tradein.erasure import ErasureMethod
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.units import UnitsViewModel
from tests.bench import Bench
from tests.passports import IPHONE_12_128, certificates_of, passports_of, put_on_sale
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import SIZES
from tests.ui.shell import Shell
from tests.ui.till import DemoTill


@pytest.fixture
def papers(bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds, tmp_path: Path) -> UnitPapers:
    passports = passports_of(bench, clock, ids, folder=tmp_path / "papers")
    return UnitPapers(passports, certificates_of(bench, passports), jobs, jobs)


@pytest.fixture
def units(bench: Bench, papers: UnitPapers, jobs: HandJobs, clock: ManualClock) -> UnitsViewModel:
    page = UnitsViewModel(bench.stock, jobs, clock, formats=Formats("fr"), papers=papers)
    page.welcome(bench.person("ines"))
    page.refresh()
    jobs.step()
    return page


def shown(units: UnitsViewModel, jobs: HandJobs, unit_id: str) -> None:
    units.open(unit_id)
    units.showPassport()
    jobs.step()


def test_a_life_line_brings_the_passport_which_is_printed_and_saved(bench: Bench, units: UnitsViewModel, jobs: HandJobs, tmp_path: Path) -> None:
    put_on_sale(bench)
    shown(units, jobs, IPHONE_12_128)
    passport = units.passport
    assert (passport.open, passport.ready, passport.model, passport.tail) == (True, True, "Apple iPhone 12 128\u00a0Go Bleu", "IMEI ···· 1949")
    assert (passport.grade, passport.level, passport.conforming, passport.noted, passport.missing) == ("Parfait état", 3, 30, 0, 0)
    assert passport.qrSource.startswith("data:image/png;base64,")
    assert [row.label for row in passport.facts.rows] == ["Écran", "Coque", "Batterie", "Pièces", "Effacement", "Garantie"]
    passport.printLabel()
    jobs.step()
    with bench.database.read() as connection:
        assert (passport.printed, len(bench.print_queue.waiting(connection, "label"))) == (True, 3)
    (place,) = passport.places.rows
    passport.save(place.path)
    jobs.step()
    assert passport.savedAs == str(tmp_path / "papers" / f"passport-{passport.number}.pdf")
    assert Path(passport.savedAs).read_bytes().startswith(b"%PDF-")
    passport.close()
    assert not passport.open


@pytest.mark.parametrize(
    ("unit_id", "why"),
    [(IPHONE_12_128, "L’appareil …1949 n’est pas en vente."), ("u-000001", "L’appareil …0016 a été contrôlé sur un autre poste.")],
)
def test_where_there_is_no_passport_the_page_says_why(units: UnitsViewModel, jobs: HandJobs, unit_id: str, why: str) -> None:
    shown(units, jobs, unit_id)
    assert (units.passport.open, units.passport.ready) == (True, False)
    assert units.passport.fault.startswith(why)
    units.passport.printLabel()
    jobs.step()
    assert not units.passport.printed


def test_the_certificate_of_an_erase_is_saved_also_before_the_inspection(
    bench: Bench, units: UnitsViewModel, jobs: HandJobs, tmp_path: Path
) -> None:
    ines = bench.person("ines")
    phone = next(unit for unit in bench.erasures.waiting() if unit.imei)
    units.refresh()
    jobs.step()
    shown(units, jobs, phone.unit_id)
    units.passport.saveCertificate()
    jobs.step()
    assert units.passport.trouble.startswith(f"Il n’y a pas de certificat d’effacement pour l’appareil …{phone.identifier_tail}")
    assert units.passport.fault.startswith(f"L’appareil …{phone.identifier_tail} n’est pas en vente")
    bench.erasures.erase(phone.unit_id, ines, method=ErasureMethod.FACTORY_RESET, tool="android_settings", tool_version="15", verified=True)
    units.passport.saveCertificate()
    jobs.step()
    assert units.passport.savedAs == str(tmp_path / "papers" / f"erasure-{phone.label_code}.pdf")
    assert Path(units.passport.savedAs).read_bytes().startswith(b"%PDF-")


def test_another_person_finds_no_passport_open(bench: Bench, units: UnitsViewModel, jobs: HandJobs) -> None:
    put_on_sale(bench)
    shown(units, jobs, IPHONE_12_128)
    units.welcome(bench.person("camille"))
    assert not units.passport.open


def test_after_an_inspection_the_passport_is_one_key_away_and_readable_at_every_size(
    bench: Bench, papers: UnitPapers, jobs: HandJobs, clock: ManualClock, show: Show
) -> None:  # fmt: skip
    desk = Desk(bench, jobs, clock, papers=papers)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(desk.sign_in("ines"))
    shell.app.openWorkspace("diagnostic")
    unit = next(row for row in desk.page.toInspect.rows if row.unit_id == IPHONE_12_128)
    desk.do(lambda: desk.page.inspect(unit.unit_id))
    desk.inspect_all(battery_pct=87)
    desk.do(desk.page.inspection.finish)
    found = faults(window)
    desk.do(desk.page.inspection.showPassport)
    assert desk.page.inspection.passport.ready
    for width, height in SIZES:
        window.window.setWidth(width)
        window.window.setHeight(height)
        found += [f"{width}: {fault}" for fault in faults(window)]
    QTest.keyClick(window.window, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.inspection.passport.printed
    QTest.keyClick(window.window, Qt.Key.Key_Escape)
    desk.settle()
    assert not desk.page.inspection.passport.open
    assert found == []


def test_a_till_that_knows_no_page_says_so_where_the_code_would_be(
    bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds, show: Show, look_at: LookAt
) -> None:  # fmt: skip
    """Also the picture of the sheet: a code changes with every word of a rule file, and would be another picture each time."""
    passports = passports_of(bench, clock, ids, page="")
    desk = Desk(bench, jobs, clock, papers=UnitPapers(passports, certificates_of(bench, passports), jobs, jobs))
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(desk.sign_in("ines"))
    shell.app.openWorkspace("diagnostic")
    desk.do(lambda: desk.page.inspect(IPHONE_12_128))
    desk.inspect_all(battery_pct=87)
    desk.do(desk.page.inspection.finish)
    look_at(window, "passport-graded-1366-fr-light")
    desk.do(desk.page.inspection.showPassport)
    assert (desk.page.inspection.passport.ready, desk.page.inspection.passport.qrSource) == (True, "")
    found = faults(window)
    look_at(window, "passport-sheet-1366-fr-light")
    assert found == []


def test_the_ticket_of_a_sold_device_brings_the_passport_it_was_sold_with(
    bench: Bench, papers: UnitPapers, jobs: HandJobs, clock: ManualClock, ids: CountedIds, show: Show, look_at: LookAt
) -> None:  # fmt: skip
    demo = DemoTill(bench.database, bench.ledger, clock, ids, staff=bench.staff, jobs=jobs, papers=papers)
    unit = put_on_sale(bench, battery_pct=93)
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr")
    shell = Shell(bench.staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[1])
    sophie = bench.person("sophie")
    shell.app.welcome(sophie)
    demo.welcome(sophie)
    demo.open_drawer()
    demo.scan(str(unit.imei))
    demo.sale.pay()
    demo.validate()
    demo.sale.done.startNext()
    clock.advance(seconds=3600)
    demo.scan(str(unit.imei))
    card = demo.sale.tickets.repair
    look_at(window, "passport-ticket-1366-fr-light")
    card.showPassport()
    jobs.step()
    assert (card.passport.ready, card.passport.asSold, card.passport.grade, card.passport.tail) == (True, True, "Parfait état", "IMEI ···· 1949")
    card.passport.printSlip()
    jobs.step()
    assert card.passport.slipPrinted
    found = faults(window)
    card.passport.close()
    demo.store.on_scan(decode(unit.label_code))
    assert (demo.store.units.opened, demo.store.units.unitState) == (True, "sold")
    assert found == []
