"""The page *Transferts*: a parcel packed by scans, another unpacked by scans, what is missing or refused; pictures in both languages."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.stock.parcels import Parcel, ParcelLine
from kiosk.stock.units import UnitState
from kiosk.tradein import parcel_store
from kiosk.tradein.purchase import Place
from kiosk.tradein.rulefiles import inspection_rules
from kiosk.tradein.transfer_papers import place_of
from kiosk.tradein.transfers import TransferDesk, TransferService
from kiosk.tradein.words import load_words
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.transfers import TransferOffice, TransfersViewModel
from tests.bench import RESOURCES, SHOP, Bench
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.photographing import LANGUAGES
from tests.ui.shell import Shell
from tests.ui.till import DemoTill

RENNES = place_of(replace(SHOP, shop_id="L02", name="Rennes Le Bastard", siret="98154327500037"))
ANGERS = place_of(replace(SHOP, shop_id="L03", name="Angers Ralliement", siret="98154327500045"))


class Counter:
    """A till of Nantes that knows two other shops and awaits a parcel of three phones from Rennes."""

    def __init__(self, bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds) -> None:
        desk = TransferDesk(lambda: Place(SHOP, "Caisse 2", ZoneInfo("Europe/Paris")), load_words(RESOURCES), inspection_rules(bench.rules), bench.print_queue)
        transfers = TransferService(bench.recorder, bench.ledger, stock=bench.stock, catalogue=bench.catalogue, desk=desk)
        self.bench, self.jobs = bench, jobs
        office = TransferOffice(transfers, bench.stock, jobs, jobs)
        self.demo = DemoTill(bench.database, bench.ledger, clock, ids, staff=bench.staff, jobs=jobs, transfers=office)
        phones = [found.unit for found in bench.stock.units_for_sale("smartphone") if found.unit and found.unit.imei]
        self.here = phones[:2]
        lines = tuple(
            ParcelLine(
                f"l-{place}", replace(phone, unit_id=f"u-r{place}", holder="shop:L02", label_code=f"UL02K1{place:03d}", serial=f"RN00{place}",
                    imei=f"35910064{place:07d}"),
                "iPhone 12 64\u00a0Go Noir", f"L02-K1-R{place:06d}", "2026-11-03", f"L02-K1-S{place:06d}",
            )
            for place, phone in enumerate(phones[2:5])
        )  # fmt: skip
        with bench.database.write() as connection:
            parcel_store.put_shops(connection, [(place_of(SHOP), 1), (RENNES, 1), (ANGERS, 1)])
            parcel_store.put(connection, Parcel("p-1", "L02-K1-T000007", RENNES, place_of(SHOP), "2026-11-21T17:00:00.000Z", lines), v=1)
        self.demo.welcome(bench.person("sophie"))
        self.demo.store.show(5)
        self.settle()

    @property
    def page(self) -> TransfersViewModel:
        return self.demo.store.transfers

    def settle(self) -> None:
        for _ in range(4):
            self.jobs.step()

    def scan(self, code: str) -> None:
        self.demo.store.on_scan(decode(code))
        self.settle()


@pytest.fixture
def counter(bench: Bench, jobs: HandJobs, clock: ManualClock, ids: CountedIds) -> Counter:
    return Counter(bench, jobs, clock, ids)


def test_a_parcel_is_packed_by_scans_and_sent(counter: Counter) -> None:
    page, (first, second) = counter.page, counter.here
    page.pack()
    counter.scan(str(first.imei))
    counter.scan(second.label_code)
    counter.scan(str(first.imei))
    assert ([row.unit_state for row in page.lines.rows], page.canSend) == (["packed", "packed"], False)
    page.takeOut(second.unit_id)
    page.chooseShop("L02")
    assert (page.toName, page.count, page.canSend) == ("Rennes Le Bastard", 1, True)
    page.send()
    counter.settle()
    assert (page.packing, page.number, page.arriving, [row.unit_state for row in page.lines.rows]) == (False, "L01-K2-T000001", False, ["sent"])
    gone = counter.bench.stock.unit_by_id(first.unit_id)
    assert gone is not None and gone.state is UnitState.IN_TRANSIT
    page.pack()
    counter.scan(str(first.imei))
    assert (page.noticeShown, page.count) == (True, 0)


def test_what_arrives_is_received_by_a_scan_and_only_once(counter: Counter) -> None:
    page = counter.page
    assert [(row.shop_name, row.arriving, row.waiting) for row in page.parcels.rows] == [("Rennes Le Bastard", True, 3)]
    counter.scan("UL02K1000")
    assert (page.lines.rows[0].unit_state, page.lines.rows[0].register_number) == ("received", "L01-K2-R000001")
    counter.scan("UL02K1000")
    assert page.noticeTitle.startswith("Cet appareil n’attend plus rien dans le colis L02-K1-T000007")
    page.miss("l-1")
    counter.settle()
    page.refuseUnit("l-2")
    assert page.refusing
    page.giveReason("damaged")
    counter.settle()
    assert ([row.unit_state for row in page.lines.rows], page.waiting) == (["received", "missing", "refused"], 0)
    counter.scan("UL02K1001")
    assert [row.unit_state for row in page.lines.rows] == ["received", "received", "refused"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_readable(language: str, counter: Counter, clock: ManualClock, show: Show, look_at: LookAt) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language, workspace="store")
    shell = Shell(counter.bench.staff, counter.jobs, clock, frame=frame, sale=counter.demo.sale, store=counter.demo.store, approval=counter.demo.approval)
    window = show(shell.app, size=(1366, 768))
    shell.app.welcome(counter.bench.person("sophie"))
    counter.demo.welcome(counter.bench.person("sophie"), language=language)
    shell.app.openWorkspace("store")
    counter.demo.store.show(5)
    counter.settle()
    found = faults(window)
    counter.scan("UL02K1000")
    for width, height in ((1366, 768), (1920, 1080), (1024, 768)):
        window.window.setWidth(width)
        window.window.setHeight(height)
        found += [f"{width}: {fault}" for fault in faults(window)]
        if width > 1024:
            look_at(window, f"transfers-arriving-{width}-{language}-light")
    counter.page.pack()
    counter.page.chooseShop("L02")
    counter.scan(str(counter.here[0].imei))
    window.window.setWidth(1366)
    found += faults(window)
    look_at(window, f"transfers-packing-1366-{language}-light")
    assert found == []
