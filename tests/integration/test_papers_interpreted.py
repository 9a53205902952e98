"""Every paper of a real till through an ESC/POS interpreter that we did not write: its words, its bars, no command it does not know.

A new paper is one row of ``PAPERS``: what makes the till print it, and what a customer or an inspector must find on it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PIL import Image

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.escpos import receipt_bytes, slip_bytes
from kiosk.documents.papers import PaperSection
from kiosk.documents.printing import JobKind
from kiosk.documents.qr import qr_modules
from kiosk.documents.receipt_link import LONGEST_LINK, read_link
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.hardware.virtual.paper import paper_text
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket, Reduction
from kiosk.sales.cash_service import CashMove
from kiosk.sales.desk.customers import Details
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket
from kiosk.storage.engine import Database
from tests.barcodes import codes_in
from tests.integration.desk_shop import PLAN, SCREEN, open_desk
from tests.integration.sale_shop import CAMILLE, GIFT_CARD, IMEIS, PARIS, SOPHIE, Till, cash, furnish, open_till
from tests.papers import CLOSING, MENTIONS, MIXED_SALE, VOUCHER, long_ticket
from tests.peers import PeerPrinter

CASE_EAN = "2000000000015"
FOOT = ("Signature ", "Logiciel kiosk 0.1.0 (fiscal ", "Réimpression n° ", "SIRET 98154327500029", "NAF 4779Z", "TVA FR61981543275")
FRENCH = "ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸ àâäæçèéêëîïôöœùûüÿ « » – — ’ … · € °"
Make = Callable[[Till], bytes | None]


@dataclass(frozen=True, slots=True)
class Paper:
    """``make`` prints it on the till (or gives its bytes); ``says`` stands on it, ``hides`` does not; ``code`` is in its bars."""

    make: Make
    says: tuple[str, ...]
    code: str = ""
    hides: tuple[str, ...] = ()


def pay(till: Till, basket: Basket) -> Ticket:
    due = till.sale.priced(basket).total.amount_cents
    return till.sale.pay(basket, [cash(due)], person=CAMILLE)


def sale(till: Till, *codes: str) -> Ticket:
    return pay(till, till.basket(*codes))


def service(till: Till) -> None:
    insurance = CatalogueService(till.database).product_by_id("p-insurance")
    assert insurance is not None
    pay(till, till.sale.add_product(till.sale.new_basket(), insurance))


def accessory(till: Till) -> None:
    till.receipts.print(sale(till, CASE_EAN, CASE_EAN).number, person=CAMILLE)


def gift(till: Till) -> None:
    till.tickets.print_gift(sale(till, IMEIS[0], CASE_EAN).number, person=CAMILLE)


def duplicate(till: Till) -> None:
    number = sale(till, IMEIS[0]).number
    for _ in range(2):
        till.receipts.print(number, person=CAMILLE)


def given_back(till: Till, *new: str) -> Basket:
    """A phone that comes back, and perhaps something else that leaves."""
    sold = sale(till, IMEIS[0])
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    wanted = {sold.lines[0].line_id: 1}
    return returns.add_back(till.basket(*new), sold.number, wanted, Grounds("changed_mind", scanned=IMEIS[0]), person=SOPHIE)


def refund(till: Till) -> None:
    till.sale.pay(given_back(till), [Tender("cash", Money(-44900))], person=SOPHIE)


def exchange(till: Till) -> None:
    till.sale.pay(given_back(till, CASE_EAN), [Tender("cash", Money(-41910))], person=SOPHIE)


def link(till: Till) -> None:
    number = sale(till, IMEIS[0], CASE_EAN).number
    till.receipts.print_link(number, till.receipts.show(number, person=CAMILLE).link, person=CAMILLE)


def gift_card(till: Till) -> None:
    basket = till.vouchers.sell_gift_card(till.basket(CASE_EAN), GIFT_CARD, Money(5000))
    till.receipts.print(till.sale.pay(basket, [cash(7990)], person=CAMILLE).number, person=CAMILLE)


def x_report(till: Till) -> None:
    sale(till, IMEIS[0])
    till.cash.print_x(person=SOPHIE)


def day_closing(till: Till) -> None:
    sale(till, IMEIS[0], CASE_EAN)
    till.closing.close_day(person=SOPHIE, counted=Money(62890))


def cash_move(till: Till) -> None:
    till.cash.move(CashMove("supplies", Money(1290), "Sacs"), person=SOPHIE)


def safe_drop(till: Till) -> None:
    till.cash.drop(Money(10000), envelope="E-000112", person=SOPHIE)


def drawer_closed(till: Till) -> None:
    till.drawer.close_session(Money(14900), person=SOPHIE)


def degraded(till: Till) -> None:
    """The key cannot be used: the till sells on and says so."""
    bare = FranceFiscal(signer=None, ids=till.counter.ids, till_code="K2", zone=PARIS, software_version="0.1.0")
    object.__setattr__(till.counter, "fiscal", bare)
    sale(till, IMEIS[0])


def training(till: Till) -> bytes:
    return receipt_bytes(replace(MIXED_SALE, training=True), columns=till.counter.columns)


def seventy_lines(till: Till) -> bytes:
    return receipt_bytes(long_ticket(70), columns=till.counter.columns)


def every_letter(till: Till) -> bytes:
    line = replace(MIXED_SALE.lines[0], label=FRENCH)
    return receipt_bytes(replace(MIXED_SALE, lines=(line,), mentions=(*MENTIONS, FRENCH)), columns=till.counter.columns)


def noted_repair(till: Till) -> None:
    """A repair in somebody's name, with what is repaired."""
    desk = open_desk(till).desk
    basket = till.sale.add_product(till.sale.new_basket(), SCREEN)
    basket = desk.lines.name_customer(basket, desk.customers.note(CUSTOMER, wants_offers=False, person=CAMILLE).customer_id)
    pay(till, desk.lines.set_note(basket, basket.lines[0].line_id, "iPhone 12 bleu, écran fissuré, coque rayée"))


def subscription(till: Till) -> None:
    desk = open_desk(till).desk
    basket = till.sale.add_product(till.sale.new_basket(), PLAN)
    basket = desk.lines.name_customer(basket, desk.customers.note(CUSTOMER, wants_offers=False, person=CAMILLE).customer_id)
    till.receipts.print(pay(till, basket).number, person=CAMILLE)


def quotation(till: Till) -> None:
    desk = open_desk(till).desk
    basket = desk.lines.name_customer(till.basket(IMEIS[0], CASE_EAN, CASE_EAN), desk.customers.note(CUSTOMER, wants_offers=False, person=CAMILLE).customer_id)
    basket = till.sale.reduce_line(basket, basket.lines[1].line_id, Reduction(percent_bp=500), person=CAMILLE)
    desk.quotations.make(basket, person=CAMILLE)


def reserved(till: Till) -> str:
    """A deposit taken for a phone; gives the ticket's number. The slip is the newest paper, the ticket is asked for."""
    desk = open_desk(till).desk
    basket = desk.lines.name_customer(till.basket(IMEIS[0]), desk.customers.note(CUSTOMER, wants_offers=False, person=CAMILLE).customer_id)
    return pay(till, desk.deposits.offer(basket, basket.lines[0].line_id, Money(10000))).number


def deposit_ticket(till: Till) -> None:
    till.receipts.print(reserved(till), person=CAMILLE)


def deposit_slip(till: Till) -> None:
    reserved(till)


def deposit_used(till: Till) -> None:
    reserved(till)
    desk = open_desk(till).desk
    (kept,) = desk.deposits.kept()
    basket = desk.deposits.fetch(till.sale.new_basket(), kept.deposit.code)
    till.sale.pay(basket, [Tender("deposit", Money(10000), kept.deposit.code), cash(34900)], person=CAMILLE)


def gift_card_slip(till: Till) -> None:
    till.sale.pay(till.vouchers.sell_gift_card(till.sale.new_basket(), GIFT_CARD, Money(5000)), [cash(5000)], person=CAMILLE)


def credit_slip(till: Till) -> bytes:
    """The refund's receipt comes out after it."""
    till.sale.pay(given_back(till), [Tender("voucher", Money(-44900))], person=SOPHIE)
    with till.database.read() as connection:
        return [job for job in till.queue.waiting(connection) if job.kind is JobKind.SLIP][-1].content


def trade_in_slip(_: Till) -> bytes:
    return slip_bytes(VOUCHER)


def month_closing(till: Till) -> None:
    """Nine days later: the days without sales close by themselves, and with them the month that ended."""
    sale(till, IMEIS[0])
    till.closing.close_day(person=SOPHIE, counted=Money(59900))
    till.clock.advance(seconds=9 * 24 * 3600)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    sale(till, CASE_EAN)
    till.closing.close_day(person=SOPHIE, counted=Money(17990), gap_confirmed=True)


def seventy_quoted(till: Till) -> bytes:
    rows = tuple((f"Coque transparente n° {place}", "29,90\u202f€") for place in range(1, 71))
    return slip_bytes(replace(CLOSING, sections=(PaperSection("Détail", rows),)), columns=till.counter.columns)


def every_letter_on_a_slip(till: Till) -> bytes:
    section = PaperSection(FRENCH, ((FRENCH, "1\u202f234,50\u202f€"),), strong=True)
    return slip_bytes(replace(VOUCHER, title=FRENCH, sections=(section,), mentions=(FRENCH,), barcode=None), columns=till.counter.columns)


CUSTOMER = Details(full_name="Hélène Lefèvre-Œuvrard")
FIRST, SECOND = "L01-K2-000001", "L01-K2-000002"
MARGIN = "(M) Régime particulier – Biens d’occasion"
PAPERS: dict[str, Paper] = {
    "margin": Paper(
        lambda till: sale(till, IMEIS[0]) and None, ("449,00 (M)", MARGIN, "IMEI 352668910000015", "Garantie légale de conformité", "1 ligne", *FOOT), FIRST,
        ("21,50", "107,50", "320,00"),
    ),
    "mixed": Paper(
        lambda till: sale(till, IMEIS[0], CASE_EAN) and None,
        ("478,90 €", "2 lignes", "TVA (hors régime de la marge)", "(A) 20,00 %", "24,92", "4,98", MARGIN, "Réimpression n° 0", *FOOT), FIRST, ("21,50",),
    ),
    "accessory": Paper(accessory, ("59,80", "2 × 29,90", *FOOT), FIRST, ("(M)",)),
    "service note": Paper(service, ("Note (prestations de services)", "17 rue Crébillon", "non communiqué", "59,00", *FOOT), FIRST),
    "gift receipt": Paper(gift, ("Ticket cadeau", "iPhone 13", "Coque transparente", "Échange possible jusqu’au 22/12/2026"), FIRST, ("€", "449,00", "29,90")),
    "duplicate": Paper(duplicate, ("DUPLICATA n° 2", "Réimpression n° 2", *FOOT), FIRST),
    "refund": Paper(refund, ("Remboursement", "Ticket d’origine", FIRST, "-449,00", MARGIN, *FOOT), SECOND, ("21,50",)),
    "exchange": Paper(exchange, ("Échange", "Ticket d’origine", FIRST, "-449,00", "29,90 (A)", "-419,10", *FOOT), SECOND),
    "gift card": Paper(gift_card, ("Carte cadeau", "TOTAL TTC", "29,90", "Cartes cadeaux, acomptes", "50,00 €", "À RÉGLER", "79,90 €", *FOOT), FIRST),
    "note of a repair": Paper(
        noted_repair,
        ("iPhone 12 bleu, écran fissuré, coque rayée", "Note (prestations de services)", "Client", "Hélène Lefèvre-Œuvrard", "107,50", "129,00", *FOOT), FIRST,
        ("non communiqué",),
    ),
    "subscription": Paper(
        subscription, ("Abonnement réparation", "6,99", "Abonnement mensuel : la première mensualité", "Résiliable à tout moment", *FOOT), FIRST
    ),
    "quotation": Paper(
        quotation,
        (
            "Devis", "L01-K2-D000001", "Hélène Lefèvre-Œuvrard", "449,00 €", "Coque transparente iPhone 13", "56,81 €", "2 × 29,90 €", "Remise -2,99 €",
            "505,81 €", "dont TVA 20,00 %", "9,47 €", "Devis gratuit, valable jusqu’au 07/12/2026 inclus", "Les appareils restent en vente", MARGIN[4:],
        ), "L01-K2-D000001", ("21,50", "107,50"),
    ),
    "deposit": Paper(
        deposit_ticket,
        ("Acompte", "Réserve iPhone 13 · 128 Go · Minuit, n° 352668910000015, vendu 449,00 €, jusqu’au 29/11/2026 inclus",
         "Cartes cadeaux, acomptes", "100,00 €", *FOOT), FIRST,
        ("TVA (hors",),
    ),
    "deposit slip": Paper(
        deposit_slip, ("Reçu d’acompte", "100,00 €", "iPhone 13 · 128 Go · Minuit", IMEIS[0], "29/11/2026", "Déduit du prix de l’appareil réservé"), "VOUCHER",
        ("porteur",),
    ),
    "deposit used": Paper(deposit_used, ("449,00 (M)", "Acompte versé", "100,00 €", "349,00 €", *FOOT), SECOND),
    "gift card slip": Paper(gift_card_slip, ("Carte cadeau", "50,00 €", "Utilisable en une ou plusieurs fois", "À conserver comme de l’argent"), "VOUCHER"),
    "credit slip": Paper(credit_slip, ("Avoir", "449,00 €", "Utilisable en une ou plusieurs fois"), "VOUCHER"),
    "trade-in slip": Paper(trade_in_slip, ("Bon d’achat", "165,00 €", "L01-K2-R000087"), VOUCHER.barcode or ""),
    "month closing": Paper(month_closing, ("Clôture du mois", "Jours sans vente clôturés", "29,90 €", "478,90 €", "Signature ")),
    "qr": Paper(link, ("Votre ticket", "Scannez ce code", "Signature "), "LINK"),
    "x": Paper(x_report, ("SIRET 98154327500029",)),
    "z": Paper(day_closing, ("Clôture Z n° 1", "478,90", "Grands totaux perpétuels", "Signature ", "SIRET 98154327500029")),
    "cash move": Paper(cash_move, ("12,90", "SIRET 98154327500029")),
    "safe drop": Paper(safe_drop, ("100,00", "E-000112", "SIRET 98154327500029")),
    "drawer closed": Paper(drawer_closed, ("Fermeture du tiroir", "SIRET 98154327500029")),
    "degraded": Paper(degraded, ("449,00 (M)", "Réimpression n° 0", "MODE DÉGRADÉ : signature différée"), FIRST),
    "training": Paper(training, ("FORMATION", "Essai sans valeur", "449,00 (M)"), "L01-K2-000123"),
    "seventy lines": Paper(seventy_lines, ("n° 1", "n° 70", "70 lignes"), "L01-K2-000123"),
    "seventy lines of a slip": Paper(seventy_quoted, ("n° 1", "n° 70", "29,90 €")),
    "every French letter of a slip": Paper(every_letter_on_a_slip, tuple(FRENCH.replace("\u202f", " ").split())),
    "every French letter": Paper(every_letter, tuple(FRENCH.replace("\u202f", " ").split()), "L01-K2-000123"),
}


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> PeerPrinter:
    return PeerPrinter(tmp_path_factory.mktemp("peer"))


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, columns: int) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    object.__setattr__(found.counter, "columns", columns)
    found.drawer.open_session(Money(15000), person=CAMILLE)
    return found


def newest(till: Till) -> bytes:
    with till.database.read() as connection:
        return [job for job in till.queue.waiting(connection) if job.kind is not JobKind.DRAWER][-1].content


def words(text: str) -> list[str]:
    """Without what each interpreter writes for pictures and bars, and without empty lines."""
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("[")]


@pytest.mark.parametrize("columns", [42, 48])
@pytest.mark.parametrize("name", PAPERS)
def test_a_stranger_reads_what_was_meant(till: Till, peer: PeerPrinter, name: str, columns: int) -> None:
    wanted = PAPERS[name]
    content = wanted.make(till) or newest(till)
    (printed,) = peer.print(content)
    assert printed.unknown == ()
    assert words(printed.text) == words(paper_text(content))
    said = " ".join(printed.text.split())
    missing = [text for text in wanted.says if " ".join(text.split()) not in said]
    assert missing == []
    assert [text for text in wanted.hides if text in said] == []
    assert max(len(line) for line in words(printed.text)) <= columns * 12 // 9
    codes = codes_in(Image.open(io.BytesIO(printed.png)).convert("L"))
    if wanted.code == "LINK":
        (code,) = codes
        assert read_link(code, verifies=lambda _key, _text, _signature: True).number == FIRST
    elif wanted.code == "VOUCHER":
        (code,) = codes
        assert till.vouchers.voucher(code).code == code
    else:
        assert codes == ([wanted.code] if wanted.code else [])


@pytest.mark.parametrize("columns", [42, 48])
def test_the_longest_link_still_has_dots_that_a_phone_reads(peer: PeerPrinter, columns: int) -> None:
    """Three dots a module at least: 0.375 mm on a printer of 203 dots an inch."""
    text = "https://tickets.example.fr/r/#" + "aB3_" * ((LONGEST_LINK - 30) // 4)
    slip = replace(VOUCHER, qr=text, barcode=None)
    (printed,) = peer.print(slip_bytes(slip, columns=columns))
    assert columns * 12 // len(qr_modules(text)) >= 3
    assert codes_in(Image.open(io.BytesIO(printed.png)).convert("L")) == [text]
