"""Choosing a receipt after a sale, as it is seen and as it is done: by tap, by keyboard, and by simply scanning the next article."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.documents.receipt_link import read_link
from kiosk.journal.ledger import Ledger
from kiosk.sales.desk.customers import Details
from kiosk.sales.invoice import Company
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.ui.application import KioskWindow
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.receipt_props import masked
from tests.barcodes import codes_in
from tests.integration.sale_shop import CAMILLE
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.ui.till import IPHONE_IMEI, DemoTill

DURAND = Company("Atelier Durand SARL", "552100554", ("3 quai de la Fosse", "44000 Nantes"))
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
LANGUAGES = ("fr", "en")


@pytest.fixture
def demo(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]) -> DemoTill:
    found = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    found.welcome(people[0])
    found.open_drawer()
    return found


def sell(demo: DemoTill, *codes: str) -> None:
    demo.scan(*codes)
    demo.sale.pay()
    demo.validate()


def bag(demo: DemoTill) -> str:
    return demo.ean("Sac kraft")


def test_a_bag_leaves_every_choice_and_no_receipt_begins_the_next_sale(demo: DemoTill) -> None:
    sell(demo, bag(demo))
    done = demo.sale.done
    assert (done.receipt.asked, done.receipt.canShow, done.receipt.canMail, done.paperNone) == (True, True, True, True)
    done.startNext()
    assert (demo.sale.step, demo.till.papers()) == (1, [])


def test_a_phone_prints_by_itself_and_going_without_is_no_choice(demo: DemoTill) -> None:
    sell(demo, IPHONE_IMEI)
    assert (demo.sale.done.receipt.asked, demo.sale.done.paperNone, len(demo.till.papers())) == (False, False, 1)


def test_the_qr_code_is_made_once_and_is_the_receipt(demo: DemoTill) -> None:
    sell(demo, bag(demo))
    receipt = demo.sale.done.receipt
    receipt.showQr()
    demo.jobs.step()
    assert (receipt.qrOpen, receipt.qrCopy, receipt.wasShown) == (True, "", True)
    picture = Image.open(io.BytesIO(_png(receipt.qrSource))).convert("L")
    (code,) = codes_in(picture.resize((picture.width * 4, picture.height * 4), Image.Resampling.NEAREST))
    assert read_link(code, verifies=lambda _key, _text, _signature: True).number == demo.sale.done.number
    receipt.printQr()
    demo.jobs.step()
    assert "Votre ticket" in demo.till.papers()[-1]
    receipt.close()
    receipt.showQr()
    demo.jobs.step()
    assert receipt.qrOpen
    assert len(demo.till.receipts.deliveries(demo.sale.done.number)) == 1


def test_a_scan_while_the_qr_code_is_up_begins_the_next_sale(demo: DemoTill) -> None:
    sell(demo, bag(demo))
    demo.sale.done.receipt.showQr()
    demo.jobs.step()
    demo.scan(IPHONE_IMEI)
    assert (demo.sale.step, demo.sale.basket.itemCount, demo.sale.done.receipt.qrOpen) == (1, 1, False)


def test_a_bad_address_is_said_in_the_sheet_and_a_good_one_waits_for_central(demo: DemoTill) -> None:
    sell(demo, bag(demo))
    receipt = demo.sale.done.receipt
    receipt.askEmail()
    receipt.sendEmail("elodie@", False)
    demo.jobs.step()
    assert (receipt.mailOpen, receipt.fault) == (True, "Cette adresse e-mail n’est pas complète.")
    receipt.sendEmail("elodie.garnier@orange.fr", False)
    demo.jobs.step()
    assert (receipt.mailOpen, receipt.mailState, receipt.mailAddress) == (False, "queued", "elodie.g…@orange.fr")


def test_a_gift_receipt_is_one_tap_and_no_copy(demo: DemoTill) -> None:
    sell(demo, bag(demo))
    demo.sale.done.receipt.printGift()
    demo.jobs.step()
    assert "Ticket cadeau" in demo.till.papers()[-1]
    assert demo.sale.done.paperNone


def test_a_company_gets_its_invoice_and_a_wrong_siren_is_pointed_at(demo: DemoTill) -> None:
    sell(demo, IPHONE_IMEI)
    invoice = demo.sale.done.invoice
    invoice.ask()
    invoice.issue("Atelier Durand SARL", "552100555", "", "3 quai de la Fosse", "44000 Nantes")
    demo.jobs.step()
    assert (invoice.number, invoice.wrong) == ("", "siren")
    invoice.issue("Atelier Durand SARL", "552100554", "", "3 quai de la Fosse", "44000 Nantes")
    while not invoice.ready:
        demo.jobs.step()
    assert (invoice.number, invoice.company, invoice.wrong) == ("L01-K2-F000001", "Atelier Durand SARL", "")
    with demo.till.database.read() as connection:
        assert connection.exec_driver_sql("SELECT kind, number FROM document").all() == [("invoice", "L01-K2-F000001")]


def test_an_invoice_is_mailed_and_saved_on_a_drive_and_filled_in_from_the_customers_file(demo: DemoTill, tmp_path: Path) -> None:
    demo.folders = (tmp_path / "invoices", tmp_path / "CLE USB")
    details = Details(company="Atelier Durand SARL", siren="552100554", address="3 quai de la Fosse, 44000 Nantes", email="compta@durand.example.fr")
    who = demo.desk.customers.note(details, wants_offers=False, person=CAMILLE)
    demo.scan(bag(demo))
    demo.sale.promises.askCustomer()
    demo.jobs.step()
    demo.sale.customers.choose(who.customer_id)
    demo.jobs.step()
    demo.sale.pay()
    demo.validate()
    invoice = demo.sale.done.invoice
    invoice.ask()
    demo.jobs.step()
    known = (invoice.knownName, invoice.knownSiren, invoice.knownStreet, invoice.knownTown, invoice.knownEmail)
    assert known == ("Atelier Durand SARL", "552100554", "3 quai de la Fosse", "44000 Nantes", "compta@durand.example.fr")
    assert [(row.path, row.name) for row in invoice.places.rows] == [(str(tmp_path / "invoices"), ""), (str(tmp_path / "CLE USB"), "CLE USB")]
    invoice.issue(*known[:2], "", *known[2:4])
    while not invoice.ready:
        demo.jobs.step()
    assert (invoice.wrong, invoice.canMail) == ("", True)
    invoice.mail("compta@")
    demo.jobs.step()
    assert (invoice.wrong, invoice.fault, invoice.mailState) == ("email", "Cette adresse e-mail n’est pas complète.", "")
    invoice.mail(invoice.knownEmail)
    demo.jobs.step()
    assert (invoice.wrong, invoice.mailState, invoice.mailAddress) == ("", "queued", "comp…@durand.example.fr")
    invoice.save(str(tmp_path / "CLE USB"))
    demo.jobs.step()
    assert (invoice.savedAs, invoice.busy) == (str(tmp_path / "CLE USB" / "Facture-L01-K2-F000001.pdf"), False)
    assert (tmp_path / "CLE USB" / "Facture-L01-K2-F000001.pdf").read_bytes().startswith(b"%PDF-")


def test_an_address_on_a_screen_is_never_whole() -> None:
    assert [masked(address) for address in ("elodie.garnier@orange.fr", "ab@c.fr", "")] == ["elodie.g…@orange.fr", "a…@c.fr", ""]


def _png(source: str) -> bytes:
    return base64.b64decode(source.partition(",")[2])


def choice(demo: DemoTill) -> None:
    sell(demo, bag(demo))


def qr(demo: DemoTill) -> None:
    demo.sale.done.receipt.showQr()
    demo.jobs.step()


def mail(demo: DemoTill) -> None:
    demo.sale.done.receipt.close()
    demo.sale.done.receipt.askEmail()
    demo.sale.done.receipt.sendEmail("elodie@", False)
    demo.jobs.step()


def mailed(demo: DemoTill) -> None:
    demo.sale.done.receipt.sendEmail("elodie.garnier@orange.fr", False)
    demo.jobs.step()


def invoice(demo: DemoTill) -> None:
    demo.sale.done.invoice.ask()
    demo.sale.done.invoice.issue("Atelier Durand SARL", "1", "", "", "")
    demo.jobs.step()


def issued(demo: DemoTill) -> None:
    """Its file is a stand-in: a real one takes two seconds."""
    demo.folders = (Path("/home/kiosk/invoices"), Path("/media/kiosk/CLE USB"))
    sheet = demo.sale.done.invoice
    number = demo.invoices.issue(demo.sale.done.number, DURAND, person=CAMILLE).number
    demo.invoices.keep(number, b"%PDF-")
    sheet.begin(demo.sale.done.number)
    sheet.ask()
    demo.jobs.step()
    sheet.mail("compta@durand.example.fr")
    demo.jobs.step()


PAGES: dict[str, Callable[[DemoTill], None]] = {
    "choice": choice, "qr": qr, "mail": mail, "mailed": mailed, "invoice": invoice, "invoice-issued": issued,
}  # fmt: skip
# A signature draws a number, so the code is another one each time.
SEEN = tuple(page for page in PAGES if page != "qr")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_readable_and_touchable_on_every_screen(
    language: str, demo: DemoTill, staff: StaffService, jobs: HandJobs, clock: ManualClock, people: tuple[Person, ...], show: Show, look_at: LookAt
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language=language)
    shell = Shell(staff, jobs, clock, frame=frame, sale=demo.sale, store=demo.store, approval=demo.approval)
    window: KioskWindow = show(shell.app, size=SIZES[0])
    shell.app.welcome(people[0])
    demo.welcome(people[0], language=language)
    shell.app.show_frame(replace(shell.app.frame, language=language))
    found: list[str] = []
    for page, arrive in PAGES.items():
        arrive(demo)
        for width, height in SIZES:
            window.window.setWidth(width)
            window.window.setHeight(height)
            found += [f"{page} {width}: {fault}" for fault in faults(window)]
            if page in SEEN and (language == "fr" or page == "choice"):
                look_at(window, f"receipt-{page}-{width}-{language}-light")
            if page in SEEN and language == "fr" and width == SIZES[0][0]:
                shell.app.show_frame(replace(shell.app.frame, dark=True))
                look_at(window, f"receipt-{page}-{width}-{language}-dark")
                shell.app.show_frame(replace(shell.app.frame, dark=False))
    assert found == []
