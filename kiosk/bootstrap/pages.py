"""The three workspaces of a till at work, over its services: sale, bench, store."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.accounting.office import removable_drives
from kiosk.basics.static_files import SELF_TEST_HEADERS, SELF_TEST_PATH, self_test_files
from kiosk.bootstrap.machines import Devices
from kiosk.bootstrap.roads import central_line
from kiosk.bootstrap.services import Services
from kiosk.diagnostics.counter_sound import CounterSound
from kiosk.diagnostics.laptop_drives import LaptopDrives
from kiosk.diagnostics.probes.page import ANSWER
from kiosk.diagnostics.recorder import Recorder
from kiosk.hardware import registry
from kiosk.hardware.android_phones import AndroidPhones
from kiosk.hardware.page_server import PageServer
from kiosk.hardware.text_reader import TextReader
from kiosk.house import RESOURCES, House
from kiosk.machines import Machines
from kiosk.staff.approval_reasons import load_reasons
from kiosk.sync.baskets import SharedBaskets
from kiosk.sync.elsewhere import TicketsElsewhere
from kiosk.sync.past import PastLives
from kiosk.tradein.board import bench_board
from kiosk.tradein.self_testing import SelfTestService
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.bench import Bench, Beside, SelfTests
from kiosk.ui.viewmodels.board import StoreServices
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.records import RecordsServices
from kiosk.ui.viewmodels.regrade import GradeDesk
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.store import StoreViewModel
from kiosk.ui.viewmodels.till_desk import Hands, TillServices
from kiosk.ui.viewmodels.transfers import TransferOffice
from kiosk.ui.viewmodels.unit_papers import UnitPapers
from kiosk.ui.viewmodels.why import UnitPast


@dataclass(frozen=True, slots=True)
class Site:
    """What pages are made of."""

    house: House
    services: Services
    devices: Devices
    machines: Machines
    hands: Hands
    records: RecordsServices
    approval: ApprovalViewModel
    formats: Formats

    @classmethod
    def of(cls, house: House, services: Services, devices: Devices, machines: Machines, hands: Hands, records: RecordsServices) -> Site:
        """With the sheet of approvals and the formats that its pages share."""
        shop = house.shop()
        assert shop is not None, "only an enrolled kiosk has pages of a till"
        formats = Formats(house.settings.screen.language, shop.currency, shop.country, str(services.zone))
        approval = ApprovalViewModel(services.staff, hands.ledger, load_reasons(RESOURCES), formats=formats)
        return cls(house, services, devices, machines, hands, records, approval, formats)

    def unit_papers(self) -> UnitPapers:
        """Passport, certificate and past of a unit, for the bench and for the store."""
        past = UnitPast(self.services.aftercare.history, self.services.staff)
        grades = GradeDesk(self.services.aftercare.grades, self.hands.ledger, self.approval)
        return UnitPapers(
            self.services.passports, self.services.certificates, self.hands.ledger, self.hands.errands, past, self.services.holds, grades
        )  # fmt: skip


def sale_page(site: Site) -> SaleViewModel:
    """The counter."""
    house, services = site.house, site.services
    till = TillServices(
        services.sales, services.vouchers, services.tickets, services.papers, services.receipts, services.invoices, services.drawer, services.cash,
        services.stock, services.catalogue, services.staff, house.clock,
        SharedBaskets(central_line(house), services.catalogue, services.stock, house.ids), site.devices.terminal, site.approval, services.returns,
        services.guarantees, services.desk, TicketsElsewhere(central_line(house), services.returns), site.unit_papers(),
    )  # fmt: skip
    return SaleViewModel(till, site.hands, formats=site.formats)


def bench_page(site: Site) -> DiagnosticViewModel:
    """The diagnostic; a phone that somebody unlocked is read again by the machines."""
    house, services, hands = site.house, site.services, site.hands
    tests = self_tests(house, services, site.devices)
    site.machines.at_end.append(tests.stop)
    bench = Bench(
        services.trade_ins, services.purchases, services.inspections, services.erasures, services.stock, services.catalogue, site.devices.camera,
        hands.ledger, house.clock, services.aftercare, site.approval, beside_the_bench(house, services, hands), site.unit_papers(),
        tests, TextReader(), services.offer_sheets,
    )  # fmt: skip
    page = DiagnosticViewModel(bench, site.formats)
    page.plugging.cable.readWanted.connect(site.machines.read_phone_again)
    return page


def store_page(site: Site) -> StoreViewModel:
    """Board, units, records, closing; moves between shops where devices are bought, and have registers to move between."""
    house, services, hands = site.house, site.services, site.hands
    moves = TransferOffice(services.transfers, services.stock, hands.reader, hands.ledger, site.approval)
    offices = StoreServices(
        services.closing, services.drawer, services.stock,
        lambda: bench_board(house.database, services.stock, clock=house.clock, zone=services.zone, reasons=services.trade_ins.rules.pauses), house.clock,
        site.records, services.desk.deposits,
        site.unit_papers(), moves if services.trade_ins.rules.offered else None,
    )  # fmt: skip
    return StoreViewModel(offices, reader=hands.reader, ledger=hands.ledger, exports=hands.exports, formats=site.formats)


def beside_the_bench(house: House, services: Services, hands: Hands) -> Beside:
    """What the bench asks on the worker for errands: drives, and what the chain remembers of a device."""
    past = PastLives(central_line(house), services.stock, services.catalogue, guarantee_of=services.guarantees.of_code)
    return Beside(hands.errands, LaptopDrives(removable_drives, RESOURCES / "laptop"), past)


def self_tests(house: House, services: Services, devices: Devices) -> SelfTests:
    """Phones that test themselves: at central's page, or over a cable at the one that this kiosk serves."""
    recorder = Recorder(house.database, clock=house.clock, ids=house.ids)

    def address() -> str:
        shop, line = house.shop(), central_line(house)
        said = "" if shop is None else shop.self_test_page
        return said or ("" if line is None else f"{line.central_url.rstrip('/')}{SELF_TEST_PATH}")

    service = SelfTestService(recorder, trade_ins=services.trade_ins, inspections=services.inspections, catalogue=services.catalogue, address=address)
    heard = registry.sound(house.settings.sound)
    phone = next((link for link in devices.phones if isinstance(link, AndroidPhones)), None)
    pages = PageServer(self_test_files, house.clock, headers=SELF_TEST_HEADERS, looks_right=ANSWER)
    return SelfTests(service, pages, phone, None if heard is None else CounterSound(heard))
