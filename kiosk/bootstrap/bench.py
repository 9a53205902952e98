"""The use cases of the diagnostic bench: trade-in and purchase, thirty points, erasure, the papers of the units on sale."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from kiosk.accounting.office import removable_drives
from kiosk.bootstrap.ground import Ground
from kiosk.bootstrap.roads import receipt_page
from kiosk.catalogue.codes import SECRET_LIMIT
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.making import Aftercare, make_aftercare
from kiosk.diagnostics.passport import Guarantees, load_passport_words
from kiosk.diagnostics.service import InspectionService
from kiosk.documents.service import Documents
from kiosk.fiscal.france.till_key import till_signer
from kiosk.house import RESOURCES
from kiosk.sales.packs import PACKS
from kiosk.tradein.certificates import CertificateService, load_certificate_words
from kiosk.tradein.erasing import EraseDesk, ErasureService
from kiosk.tradein.erasure_tools import load_erasure_tools
from kiosk.tradein.holding import HoldService
from kiosk.tradein.making import make_holds, make_offer_sheets
from kiosk.tradein.offer_sheet import OfferSheets
from kiosk.tradein.passports import PassportDesk, PassportPlace, PassportService
from kiosk.tradein.purchase import Desk, Place, PurchaseService
from kiosk.tradein.rulefiles import inspection_rules, load_bench_rules
from kiosk.tradein.service import TradeInService
from kiosk.tradein.shelf import PriceBooks
from kiosk.tradein.transfers import TransferDesk, TransferService
from kiosk.tradein.words import load_words

PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class BenchServices:
    """Named as in ``Services``, which holds each of them."""

    trade_ins: TradeInService
    purchases: PurchaseService
    inspections: InspectionService
    passports: PassportService
    certificates: CertificateService
    aftercare: Aftercare
    holds: HoldService
    offer_sheets: OfferSheets
    erasures: ErasureService
    transfers: TransferService


def bench_services(ground: Ground) -> BenchServices:
    """Whoever gives a grade tells the passport of it, and what held the unit back."""
    house, pack, shop = ground.house, ground.pack, ground.shop
    rules = load_bench_rules(RESOURCES, country=PACKS[shop.country].name, locale=pack.style.locale, declared=shop.declaration.complete)
    rules = replace(rules, shelf=PriceBooks(rules, house.database, today=ground.today))
    words = load_words(RESOURCES, locale=pack.style.locale)
    inspected = inspection_rules(rules)
    place = Place(shop.header, ground.till_label, ground.zone, training=ground.identity.training)
    documents = Documents(house.clock, house.ids)
    recorder, ledger, stock, catalogue, print_queue = ground.recorder, house.ledger, ground.stock, ground.catalogue, ground.print_queue
    holds = make_holds(recorder, ledger, RESOURCES, shelf=(stock, catalogue), words=words, print_queue=print_queue, zone=lambda: ground.zone)
    desk = Desk(print_queue, documents, words, lambda: place, lambda: secrets.randbelow(SECRET_LIMIT), ground.counter.cash.mode, holds)
    passports = PassportService(recorder, ledger, stock=stock, catalogue=catalogue, desk=passport_desk(ground, inspected, documents))
    inspections = InspectionService(recorder, ledger, rules=inspected, print_queue=print_queue, stock=stock, catalogue=catalogue)
    aftercare = make_aftercare(recorder, ledger, rules=inspected, print_queue=print_queue, stock=stock, catalogue=catalogue)
    inspections.graded.append(passports.graded)
    aftercare.grades.graded.append(passports.graded)
    inspections.graded.append(holds.graded)
    aftercare.workshop.let_go_hooks.append(holds.let_go)
    trade_ins = TradeInService(recorder, ledger, rules=rules, stock=stock, catalogue=catalogue)
    return BenchServices(
        trade_ins,
        PurchaseService(recorder, ledger, rules=rules, desk=desk, stock=stock, catalogue=catalogue),
        inspections,
        passports,
        CertificateService(house.database, stock=stock, catalogue=catalogue, desk=passports.desk, words=load_certificate_words(RESOURCES)),
        aftercare,
        holds,
        make_offer_sheets(recorder, ledger, trade_ins, desk),
        ErasureService(recorder, ledger, stock=stock, catalogue=catalogue, desk=EraseDesk(print_queue, words, passports.desk.tools)),
        TransferService(
            recorder, ledger, stock=stock, catalogue=catalogue, desk=TransferDesk(lambda: place, words, inspected, print_queue, passports.desk.columns)
        ),
    )


def passport_desk(ground: Ground, rules: InspectionRules, documents: Documents) -> PassportDesk:
    """What the papers of the units on sale are made with, signed by the till's key for the page on which phones open receipts."""
    house, identity = ground.house, ground.identity
    page = receipt_page(house)

    def promised() -> Guarantees:
        terms = ground.pack.returns.guarantee(ground.today())
        return Guarantees(terms.legal_months, terms.presumed_used_months, terms.house_months)

    place = PassportPlace(ground.shop.header, f"{identity.shop_id}-{identity.till_code}", ground.zone, promised, training=identity.training)
    return PassportDesk(
        rules, load_passport_words(RESOURCES), load_erasure_tools(RESOURCES), place, till_signer(house.keys), lambda: page, ground.print_queue,
        documents, lambda: (house.data_dir / PAPERS, *removable_drives()), house.settings.receipt_printer.columns,
    )  # fmt: skip
