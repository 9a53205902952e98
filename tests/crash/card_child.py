"""A till that pays by card up to one step, says so, and waits to be killed. Arguments: data directory, terminal's port, step."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from kiosk.basics.money import Money
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from tests.crash.till_child import CASE_EAN, FLOAT, opened, say
from tests.integration.sale_shop import CAMILLE

CASE_PRICE = Money(2990)
STEPS = ("asked", "approved", "answered")


def main(data_dir: Path, port: int, last_step: str) -> None:
    with opened(data_dir) as till:
        till.drawer.open_session(FLOAT, person=CAMILLE)
        basket = till.basket(CASE_EAN)
        till.sale.keep(basket, person=CAMILLE)
        intent = till.sale.ask_card(basket, CASE_PRICE)
        if last_step != "asked":
            answer = CaisseApTerminal("127.0.0.1", port).pay(intent_id=intent.intent_id, amount_cents=CASE_PRICE.amount_cents, deadline_ms=20_000)
            if last_step == "answered":
                till.sale.answer_card(intent.intent_id, approved=True, reference=answer.reference, person=CAMILLE, card_tail=answer.card_tail)
        say(intent.intent_id)
        signal.pause()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
