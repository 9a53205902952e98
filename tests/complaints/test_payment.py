"""F. Payment: what counts as paid. The terminal's own complaints are answered where it is driven (``tests/ui/test_paying_flow.py``)."""

from __future__ import annotations

import json

import pytest

from kiosk.basics.money import Money
from kiosk.journal import store as journal_store
from kiosk.sales.cards import AnsweredBy, CardAnswered, CardNotConfirmed
from kiosk.sales.tenders import Tender
from tests.complaints.conftest import CASE_EAN
from tests.integration.sale_shop import CAMILLE, IMEIS, Till, cash


@pytest.mark.answers("odoo#261521")
def test_a_card_that_the_terminal_did_not_approve_pays_nothing(till: Till) -> None:
    basket = till.basket(IMEIS[0])
    asked = till.sale.ask_card(basket, Money(44900), person=CAMILLE)
    with pytest.raises(CardNotConfirmed):
        till.sale.pay(basket, [Tender("card", Money(44900), asked.intent_id)], person=CAMILLE)
    till.sale.answer_card(asked.intent_id, CardAnswered(False, AnsweredBy.PERSON), person=CAMILLE)
    with pytest.raises(CardNotConfirmed):
        till.sale.pay(basket, [Tender("card", Money(44900), asked.intent_id)], person=CAMILLE)
    assert till.tickets.last_ticket() is None


@pytest.mark.answers("PA#310")
def test_a_sale_made_offline_arrives_with_every_way_it_was_paid(till: Till) -> None:
    basket = till.basket(IMEIS[0], CASE_EAN)
    till.sale.pay(basket, [till.approved_card(basket, Money(40000)), cash(10000)], person=CAMILLE)
    with till.database.read() as connection:
        (told,) = [json.loads(entry.entry)["body"] for entry in journal_store.all_entries(connection) if entry.kind == "sales.ticket_paid"]
    assert [(tender["kind"], tender["amount_cents"]) for tender in told["tenders"]] == [("card", 40000), ("cash", 10000)]
    assert (told["total_cents"], told["change_cents"]) == (47890, 2110)
