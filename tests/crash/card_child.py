"""A till that pays by card, or back to one, up to one step, says so, and waits to be killed. Arguments: data directory, terminal's port, way, step."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from kiosk.basics.money import Money
from kiosk.catalogue.service import CatalogueService
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.ports import CardOutcome
from kiosk.sales.after.service import ReturnService
from kiosk.sales.basket import Basket
from kiosk.sales.cards import AnsweredBy, CardAnswered, CardIntent
from kiosk.sales.refund import Grounds
from kiosk.sales.tenders import Tender
from tests.crash.till_child import CASE_EAN, FLOAT, opened, say
from tests.integration.sale_shop import SOPHIE, Till

CASE_PRICE = Money(2990)
STEPS = ("asked", "sent", "approved", "answered")
WAYS = ("pay", "back")
PATIENT_MS = 20_000


def ask_terminal(till: Till, basket: Basket, amount: Money, terminal: CaisseApTerminal) -> CardIntent:
    """From the intent to the answer, as the page does it."""
    intent = till.sale.ask_card(basket, amount, person=SOPHIE)
    said = terminal.pay(intent_id=intent.intent_id, amount_cents=amount.amount_cents, deadline_ms=PATIENT_MS)
    assert said.outcome is CardOutcome.APPROVED
    return till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, said.reference, said.card_tail), person=SOPHIE)


def begin(till: Till, way: str, terminal: CaisseApTerminal) -> tuple[Basket, Money]:
    """A case to pay; or one that was paid by card and comes back."""
    till.drawer.open_session(FLOAT, person=SOPHIE)
    basket = till.basket(CASE_EAN)
    if way == "pay":
        return basket, CASE_PRICE
    paid = ask_terminal(till, basket, CASE_PRICE, terminal)
    sold = till.sale.pay(basket, [Tender("card", CASE_PRICE, paid.intent_id)], person=SOPHIE)
    returns = ReturnService(till.counter, till.stock, CatalogueService(till.database))
    back = returns.add_back(till.sale.new_basket(), sold.number, {sold.lines[0].line_id: 1}, Grounds("changed_mind"), person=SOPHIE)
    return back, -CASE_PRICE


def main(data_dir: Path, port: int, way: str, last_step: str) -> None:
    terminal = CaisseApTerminal("127.0.0.1", port)
    with opened(data_dir) as till:
        basket, amount = begin(till, way, terminal)
        till.sale.keep(basket, person=SOPHIE)
        intent = till.sale.ask_card(basket, amount, person=SOPHIE)
        if last_step == "sent":
            say(intent.intent_id)
        if last_step != "asked":
            said = terminal.pay(intent_id=intent.intent_id, amount_cents=amount.amount_cents, deadline_ms=PATIENT_MS)
            if last_step == "answered":
                till.sale.answer_card(intent.intent_id, CardAnswered(True, AnsweredBy.TERMINAL, said.reference, said.card_tail), person=SOPHIE)
        say(intent.intent_id)
        signal.pause()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4])
