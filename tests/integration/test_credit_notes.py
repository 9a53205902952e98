"""What was invoiced to a company and comes back is credited to it, in the transaction of the refund."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.documents.facturx import invoice_xml
from kiosk.documents.service import Documents
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.service import ReturnService
from kiosk.sales.invoice import Company
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sales.invoice_store import StoredInvoice
from kiosk.sales.refund import Grounds
from kiosk.sales.ticket import Ticket
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, Till, cash, furnish, open_till
from tests.invoice_rules import EN16931, FRANCE, broken_rules, check_shape

CASE = "2000000000015"
DURAND = Company("Atelier Durand SARL", "552 100 554 00013", ("3 quai de la Fosse", "44000 Nantes"))


class Desk:
    """A till that invoices and takes back."""

    def __init__(self, till: Till, clock: ManualClock, ids: CountedIds) -> None:
        self.till = till
        catalogue = CatalogueService(till.database)
        self.returns = ReturnService(till.counter, till.stock, catalogue)
        self.invoices = InvoiceService(till.counter, catalogue, Documents(clock, ids), register_note=lambda: "SAS au capital de 50 000 €, RCS Nantes")

    def sell(self, *codes: str) -> Ticket:
        basket = self.till.basket(*codes)
        return self.till.sale.pay(basket, [cash(self.till.sale.priced(basket).total.amount_cents)], person=CAMILLE)

    def take_back(self, ticket: Ticket, *, count: int, besides: tuple[str, ...] = ()) -> Ticket:
        basket = self.returns.add_back(self.till.basket(*besides), ticket.number, {ticket.lines[0].line_id: count}, Grounds("defect"), person=SOPHIE)
        return self.till.sale.pay(basket, [cash(self.till.sale.priced(basket).total.amount_cents)], person=SOPHIE)

    def credit(self, refund: Ticket) -> StoredInvoice | None:
        return self.invoices.of_ticket(refund.number)


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Desk:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(15000), person=CAMILLE)
    return Desk(till, clock, ids)


def test_each_refund_of_invoiced_goods_has_a_credit_note_that_keeps_every_official_rule(desk: Desk) -> None:
    sold = desk.sell(CASE, CASE, CASE)
    invoice = desk.invoices.issue(sold.number, DURAND, person=CAMILLE)
    credits = [desk.credit(desk.take_back(sold, count=count)) for count in (1, 2)]
    assert [(found.number, found.paper.credit, found.paper.gross, found.paper.net) for found in credits if found] == [
        ("L01-K2-F000002", True, Money(2990), Money(2492)),
        ("L01-K2-F000003", True, Money(5980), Money(4983)),
    ]
    for found in credits:
        assert found is not None
        assert (found.paper.preceding, found.paper.buyer) == ((invoice.number, invoice.paper.issued_on), invoice.paper.buyer)
        assert [note.text for note in found.paper.notes if note.subject == "REG"] == ["SAS au capital de 50 000 €, RCS Nantes"]
        xml = invoice_xml(found.paper)
        check_shape(xml)
        assert broken_rules(xml, EN16931) == []
        assert broken_rules(xml, FRANCE) == []


def test_goods_that_were_not_invoiced_make_no_credit_note(desk: Desk) -> None:
    assert desk.credit(desk.take_back(desk.sell(CASE), count=1)) is None
    assert "sales.invoice_issued" not in desk.till.kinds()


def test_an_exchange_that_costs_more_is_invoiced_when_the_company_asks(desk: Desk) -> None:
    sold = desk.sell(CASE)
    desk.invoices.issue(sold.number, DURAND, person=CAMILLE)
    exchange = desk.take_back(sold, count=1, besides=(IMEIS[0],))
    assert desk.credit(exchange) is None
    assert desk.invoices.issue(exchange.number, DURAND, person=CAMILLE).paper.gross == Money(44900 - 2990)


def test_the_credit_note_stands_in_the_journal_after_its_refund(desk: Desk) -> None:
    sold = desk.sell(CASE)
    desk.invoices.issue(sold.number, DURAND, person=CAMILLE)
    desk.take_back(sold, count=1)
    kinds = desk.till.kinds()
    assert kinds[kinds.index("sales.ticket_refunded") :].count("sales.invoice_issued") == 1
