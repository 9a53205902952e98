"""A law changes at midnight: rates, mentions, limits, guarantees and the time for returns hold from their day, without a release.

What was sold before stays as it was.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.accounting.books import Span
from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.service import AccountingService, Company
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.journal.ledger import Ledger
from kiosk.sales.after.guarantees import GuaranteeService
from kiosk.sales.after.rulefile import load_return_rules
from kiosk.sales.after.service import ReturnService
from kiosk.sales.closing_service import ClosingService
from kiosk.sales.drawer_service import DrawerService
from kiosk.sales.refund import Grounds
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.service import SaleService
from kiosk.sales.tender_rules import CashOverLimit, ChequeNotAccepted
from kiosk.sales.tenders import Tender
from kiosk.sales.ticket import Ticket, TicketKind
from kiosk.sales.tickets import TicketService
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.rights import Right, RightMissing
from kiosk.storage.engine import Database
from tests.integration.sale_shop import CAMILLE, IMEIS, RESOURCES, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"
LAST_DAY, FIRST_DAY = date(2026, 11, 22), date(2026, 11, 23)
NEW_RATES = """
[[rates]]
code = "standard"
from = 2026-11-23
scheme = "standard"
rate_bp = 2100
mark = "A"

[[rates]]
code = "margin"
from = 2026-11-23
scheme = "margin"
rate_bp = 2100
mark = "M"
"""
NEW_LIMITS = """
[[limits]]
from = 2026-11-23
cash_limit_cents = 50000
cash_limit_abroad_cents = 1000000
discount_limit_bp = 1000
cheques_accepted = false
gift_card_least_cents = 1000
gift_card_most_cents = 100000
gift_card_months = 24
"""
NEW_GUARANTEE = """
[[guarantee]]
from = 2026-11-23
legal_months = 36
presumed_new_months = 24
presumed_used_months = 24
repair_months = 6
house_months = 12
"""
NEW_POLICY = """
[[policy]]
from = 2026-11-23
days = 45
credit_months = 24
"""
NEW_MENTION = '\n[[mentions]]\ncode = "margin_scheme"\nfrom = 2026-11-23\non = "margin"\ntext = "Régime particulier – Biens d’occasion (CIBS L. 242-1)"\n'


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, tmp_path: Path) -> Till:
    """The same program and the same till; only the rule files have learnt what holds from tomorrow on."""
    resources = tmp_path / "resources"
    for folder, text in (("tax", NEW_RATES + NEW_LIMITS), ("mentions", NEW_MENTION), ("returns", NEW_GUARANTEE + NEW_POLICY)):
        shutil.copytree(RESOURCES / folder, resources / folder)
        with (resources / folder / "fr.toml").open("a", encoding="utf-8") as file:
            file.write(text)
    furnish(database)
    plain = open_till(database, ledger, clock, ids)
    counter = replace(plain.counter, rules=load_sale_rules(resources), returns=load_return_rules(resources))
    found = replace(
        plain, counter=counter, sale=SaleService(counter, CatalogueService(database), plain.stock), tickets=TicketService(counter),
        drawer=DrawerService(counter), closing=ClosingService(counter),
    )  # fmt: skip
    clock.set_wall(datetime(2026, 11, 22, 22, 59, 59, tzinfo=UTC))
    found.drawer.open_session(Money(0), person=CAMILLE)
    return found


def test_a_new_rate_holds_from_midnight_and_the_evenings_ticket_keeps_the_old_one(till: Till, tmp_path: Path) -> None:
    evening = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    old_phone = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    before = [till.tickets.ticket_by_number(ticket.number) for ticket in (evening, old_phone)]
    till.closing.close_day(person=SOPHIE, counted=Money(47890))
    till.clock.set_wall(datetime(2026, 11, 22, 23, 0, 0, tzinfo=UTC))
    till.drawer.open_session(Money(0), person=CAMILLE)
    morning = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    new_phone = till.sale.pay(till.basket(IMEIS[6]), [cash(9990)], person=CAMILLE)
    assert (evening.lines[0].rate_bp, evening.lines[0].net, evening.lines[0].tax) == (2000, Money(2492), Money(498))
    assert (morning.lines[0].rate_bp, morning.lines[0].net, morning.lines[0].tax) == (2100, Money(2471), Money(519))
    assert (old_phone.lines[0].margin_tax, new_phone.lines[0].rate_bp) == (Money(2150), 2100)
    assert [till.tickets.ticket_by_number(ticket.number) for ticket in (evening, old_phone)] == before
    till.tickets.reprint(old_phone.number, person=CAMILLE)
    assert "CIBS" not in till.papers()[-1]
    till.tickets.reprint(new_phone.number, person=CAMILLE)
    assert "CIBS" in till.papers()[-1]


def test_a_longer_guarantee_and_a_lower_cash_limit_hold_from_midnight_for_what_is_sold_from_then_on(till: Till) -> None:
    old_phone = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    till.sale.pay(till.basket(*[CASE_EAN] * 20), [cash(59800)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE, counted=Money(44900 + 59800))
    till.clock.set_wall(datetime(2026, 11, 22, 23, 0, 0, tzinfo=UTC))
    till.drawer.open_session(Money(0), person=CAMILLE)
    new_phone = till.sale.pay(till.basket(IMEIS[6]), [cash(9990)], person=CAMILLE)
    with pytest.raises(CashOverLimit):
        till.sale.pay(till.basket(*[CASE_EAN] * 20), [cash(59800)], person=CAMILLE)
    with pytest.raises(ChequeNotAccepted):
        till.sale.pay(till.basket(CASE_EAN), [Tender("cheque", Money(2990), "1234567", identity_checked=True)], person=CAMILLE)
    for ticket, until in ((old_phone, "22/11/2028"), (new_phone, "23/11/2029")):
        till.tickets.reprint(ticket.number, person=CAMILLE)
        assert f"Garantie légale jusqu’au {until}" in till.papers()[-1]
    guarantees = GuaranteeService(till.counter, till.stock)
    found = [guarantees.of_code(imei) for imei in (IMEIS[0], IMEIS[6])]
    assert [item and item.cover.legal_until for item in found] == [date(2028, 11, 22), date(2029, 11, 23)]


def test_a_longer_time_for_returns_and_exchanges_holds_for_what_is_sold_from_its_day_on(till: Till) -> None:
    """On the 40th day what was sold under the new policy is exchanged with a colleague's leave; the evening's needs somebody who may go beyond it."""
    evening = till.sale.pay(till.basket(IMEIS[0]), [cash(44900)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE, counted=Money(44900))
    till.clock.set_wall(datetime(2026, 11, 22, 23, 0, 0, tzinfo=UTC))
    till.drawer.open_session(Money(0), person=CAMILLE)
    morning = till.sale.pay(till.basket(IMEIS[6]), [cash(9990)], person=CAMILLE)
    for ticket, days in ((evening, 30), (morning, 45)):
        till.tickets.reprint(ticket.number, person=CAMILLE)
        assert f"Retour possible sous {days} jours" in till.papers()[-1]
    till.closing.close_day(person=SOPHIE, counted=Money(9990))
    till.clock.set_wall(datetime(2027, 1, 1, 10, 0, 0, tzinfo=UTC))
    till.drawer.open_session(Money(10000), person=CAMILLE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))

    def exchanged(ticket: Ticket, imei: str) -> Ticket:
        basket, grounds = till.basket(CASE_EAN), Grounds("changed_mind", scanned=imei)
        lent = Approval(Right.REFUND, Action.REFUND, CAMILLE.person_id, SOPHIE.person_id, SOPHIE.short_name, Why("customer"), basket.basket_id)
        basket = returns.add_back(basket, ticket.number, {ticket.lines[0].line_id: 1}, grounds, person=CAMILLE, approved_by=lent)
        return till.sale.pay(basket, [cash(2990 - 9990)], person=CAMILLE)

    with pytest.raises(RightMissing) as refused:
        exchanged(evening, IMEIS[0])
    assert refused.value.facts["right"] == "refund_beyond_policy"
    exchange = exchanged(morning, IMEIS[6])
    assert (exchange.head.kind, exchange.head.original_number, exchange.total) == (TicketKind.EXCHANGE, morning.number, Money(-7000))
    assert [returns.last_day(day) for day in (LAST_DAY, FIRST_DAY)] == [date(2026, 12, 22), date(2027, 1, 7)]


def test_the_books_of_both_days_stand_side_by_side(till: Till, tmp_path: Path) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE, counted=Money(2990))
    till.clock.set_wall(datetime(2026, 11, 22, 23, 0, 0, tzinfo=UTC))
    till.drawer.open_session(Money(0), person=CAMILLE)
    till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    till.closing.close_day(person=SOPHIE, counted=Money(2990))
    company = Company("981543275", "EUR", ZoneInfo("Europe/Paris"))
    chart = load_chart(RESOURCES, tmp_path / "none")
    books = AccountingService(till.database, till.ledger, company=lambda: company, chart=chart, rules=till.counter.rules)
    exported = books.export_flux(Span(LAST_DAY, FIRST_DAY), tmp_path / "out", person=SOPHIE)
    rows = [line.split(";") for line in exported.paths[1].read_text("utf-8-sig").splitlines()[1:]]
    assert [(row[1], row[3], *row[8:]) for row in rows] == [
        ("20261122", "TLB1", "20,00", "24,92", "4,98"),
        ("20261123", "TLB1", "21,00", "24,71", "5,19"),
    ]
    entries = books.export_fec(Span(LAST_DAY, FIRST_DAY), tmp_path / "out", person=SOPHIE).paths[0].read_text("iso8859-15").splitlines()
    assert [line.split("\t")[3:5] for line in entries if "\t44571\t" in line] == [["20261122", "44571"], ["20261123", "44571"]]
