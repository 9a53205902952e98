"""A diagnostic bench with the demo shop's catalogue, stock and people: what the trade-in and inspection tests stand on."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from PIL import Image

from kiosk.basics.clock import Clock
from kiosk.basics.ids import Ids
from kiosk.catalogue.known_models import KnownModels
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Checklist, Verdict
from kiosk.diagnostics.desk import InspectionScreen
from kiosk.diagnostics.inspection import Inspection
from kiosk.diagnostics.making import Aftercare, make_aftercare
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.service import InspectionService
from kiosk.diagnostics.tester import SafetyTester
from kiosk.documents.papers import ShopHeader
from kiosk.documents.service import Documents, PrintQueue
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.stock.service import StockService
from kiosk.storage.engine import Database
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import Cursor, FeedRow, PullPage
from kiosk.tradein.erasing import EraseDesk, ErasureService
from kiosk.tradein.erasure_tools import load_erasure_tools
from kiosk.tradein.holding import HoldService
from kiosk.tradein.making import make_holds, make_offer_sheets
from kiosk.tradein.offer_sheet import OfferSheets
from kiosk.tradein.purchase import Desk, Place, PurchaseService
from kiosk.tradein.rulefiles import BenchRules, inspection_rules, load_bench_rules
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.seller import Seller
from kiosk.tradein.service import TradeInService
from kiosk.tradein.words import load_words
from tests.sessions import good_number

TESTER = SafetyTester("0104-4711", date(2026, 3, 12))
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
IPHONE_12_64 = "359100639000012"
ANOTHER_IPHONE_12_64 = "359100639000020"
SHOP = ShopHeader(
    "L01", "Nantes Crébillon", "Seconde Vie Électronique SAS", ("17 rue Crébillon", "44000 Nantes"), "98154327500029", "4779Z", "FR61981543275",
    "02 61 91 04 17",
)  # fmt: skip
SIGNATURE = (((20.0, 120.0), (80.0, 40.0), (140.0, 150.0), (220.0, 60.0)), ((240.0, 100.0), (330.0, 100.0)))
SELLER = Seller(
    surname="Garnier", first_names="Élodie", profession="Infirmière", address="3 rue des Carmes, 44000 Nantes", document_kind="identity_card",
    document_number="X4RTBPFW4", document_issued_on="2022-03-14", document_authority="Préfecture de la Loire-Atlantique", provenance="new_purchase",
    majority_checked=True, serial="F17ZK4H6N0DX",
)  # fmt: skip


def seller_of(imei: str, seller: Seller = SELLER) -> Seller:
    """Who sells that phone, with a serial number that no other phone has: two devices in stock never have the same."""
    return replace(seller, serial=f"F17{imei[-9:]}")


_KEYS = {"people": "person_id", "device_models": "model_id", "products": "product_id", "units": "unit_id"}


@dataclass(frozen=True)
class Bench:
    """The services as the composition root builds them."""

    database: Database
    ledger: Ledger
    rules: BenchRules
    stock: StockService
    catalogue: CatalogueService
    trade_ins: TradeInService
    purchases: PurchaseService
    erasures: ErasureService
    inspections: InspectionService
    staff: StaffService
    print_queue: PrintQueue
    aftercare: Aftercare
    recorder: Recorder
    holds: HoldService
    offer_sheets: OfferSheets

    def person(self, person_id: str) -> Person:
        return self.staff.person(person_id)


def load_demo_shop(database: Database) -> None:
    """Catalogue, people and units of ``resources/demo``, as the first sync brings them."""
    with database.write() as connection:
        for feed, key in _KEYS.items():
            found = msgspec.json.decode((RESOURCES / "demo" / f"{feed}.json").read_bytes(), type=list[msgspec.Raw])
            rows = tuple(FeedRow(0, str(msgspec.json.decode(row, type=dict)[key]), row) for row in found)
            apply_page(connection, PullPage(feed, Cursor(), Cursor(), rows, more=False, head_v=0, rev=1), epoch=1)


def build_bench(database: Database, ledger: Ledger, clock: Clock, ids: Ids, *, pays_cash: bool = False, rules: BenchRules | None = None) -> Bench:
    """Everything wired by hand, over a database that has the demo shop."""
    rules = rules or load_bench_rules(RESOURCES)
    rules = replace(rules, pricebook=replace(rules.pricebook, cash_allowed=pays_cash))
    words = load_words(RESOURCES)
    catalogue = CatalogueService(database, known=KnownModels(RESOURCES / "models"))
    stock = StockService(database, catalogue, clock=clock, ids=ids)
    recorder = Recorder(database, clock=clock, ids=ids)
    print_queue = PrintQueue(clock, ids)
    place = Place(SHOP, "Caisse 2", ZoneInfo("Europe/Paris"))
    zone = ZoneInfo("Europe/Paris")
    holds = make_holds(recorder, ledger, RESOURCES, shelf=(stock, catalogue), words=words, print_queue=print_queue, zone=lambda: zone)
    desk = Desk(print_queue, Documents(clock, ids), words, place=lambda: place, new_secret=lambda: 12345, holds=holds)
    trade_ins = TradeInService(recorder, ledger, stock=stock, catalogue=catalogue, rules=rules)
    bench = Bench(
        database, ledger, rules, stock, catalogue, trade_ins,
        PurchaseService(recorder, ledger, stock=stock, catalogue=catalogue, rules=rules, desk=desk),
        ErasureService(recorder, ledger, stock=stock, catalogue=catalogue, desk=EraseDesk(print_queue, words, load_erasure_tools(RESOURCES))),
        InspectionService(recorder, ledger, stock=stock, catalogue=catalogue, rules=inspection_rules(rules), print_queue=print_queue),
        StaffService(database, ledger, clock), print_queue,
        make_aftercare(recorder, ledger, stock=stock, catalogue=catalogue, rules=inspection_rules(rules), print_queue=print_queue),
        recorder, holds, make_offer_sheets(recorder, ledger, trade_ins, desk),
    )  # fmt: skip
    bench.inspections.graded.append(holds.graded)
    bench.aftercare.workshop.let_go_hooks.append(holds.let_go)
    return bench


def picture(shade: int = 120, *, size: tuple[int, int] = (64, 48)) -> bytes:
    """A small photo file."""
    out = io.BytesIO()
    Image.new("RGB", size, (shade, 90, 60)).save(out, "PNG")
    return out.getvalue()


def good_answer(checklist: Checklist, question_id: str) -> str:
    """The first passing answer of a question."""
    question = checklist.question(question_id)
    assert question is not None
    return next(option.option_id for option in question.options if option.verdict is Verdict.PASS)


def answer_all(bench: Bench, screen: TradeInScreen, person: Person, *, battery_pct: int = 91, bad: dict[str, str] | None = None) -> TradeInScreen:
    """Answer the step in the middle of the screen until the offer is due; ``bad`` gives other answers than the good one."""
    checklist = bench.rules.checklists[screen.model.kind].for_capabilities(screen.model.capabilities)
    while screen.session.current is not None and screen.session.current.step_id not in ("offer", "agreement", "erasure"):
        screen = _test_step(bench, checklist, screen, person, battery_pct=battery_pct, bad=bad or {})
    return screen


def _test_step(
    bench: Bench, checklist: Checklist, screen: TradeInScreen, person: Person, *, battery_pct: int, bad: dict[str, str]
) -> TradeInScreen:  # fmt: skip
    step = checklist.step(screen.session.current.step_id if screen.session.current else "")
    assert step is not None
    for number, slot in enumerate(step.photo_slots):
        screen = bench.trade_ins.add_photo(screen.session_id, slot, picture(100 + number), person)
    for question in step.questions:
        if question.measure is not None:
            screen = bench.trade_ins.measure(screen.session_id, question.question_id, battery_pct, person)
        else:
            option = bad.get(question.question_id) or good_answer(checklist, question.question_id)
            screen = bench.trade_ins.answer(screen.session_id, question.question_id, option, person)
    return screen


def inspect_all(
    bench: Bench, screen: InspectionScreen, inspection: Inspection, person: Person, *, battery_pct: int = 87, bad: dict[str, str] | None = None
) -> InspectionScreen:  # fmt: skip
    """Answer every open point that the model can have; ``bad`` gives other answers than the good one."""
    inspection = inspection.for_capabilities(screen.model.capabilities)
    for step in inspection.checklist.steps:
        for slot in step.photo_slots:
            screen = bench.inspections.add_photo(screen.session_id, slot, picture(), person)
        for question in step.questions:
            if question.measure is not None:
                number = battery_pct if question.fact == "battery_pct" else good_number(question.measure)
                tester = TESTER if question.instrument else None
                screen = bench.inspections.measure(screen.session_id, question.question_id, number, person, tester=tester)
            else:
                option = (bad or {}).get(question.question_id) or good_answer(inspection.checklist, question.question_id)
                screen = bench.inspections.answer(screen.session_id, question.question_id, option, person)
    return screen
