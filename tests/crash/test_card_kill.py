"""kill -9 between any two steps of a card payment: after the start the terminal is asked what became of it, and the card is charged, or credited, once."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hardware.caisse_ap import is_card_number
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.ports import CardOutcome
from kiosk.hardware.virtual.terminal import Manner, VirtualTerminal
from kiosk.sales.cards import AnsweredBy, CardAnswered, IntentState
from kiosk.sales.tenders import Tender
from tests.crash.card_child import PATIENT_MS, STEPS, ask_terminal
from tests.crash.killing import ROOT
from tests.crash.till_child import make, opened
from tests.integration.sale_shop import IMEIS, SHOP, SOPHIE, Till


@pytest.fixture
def virtual() -> Iterator[VirtualTerminal]:
    terminal = VirtualTerminal()
    yield terminal
    terminal.close()


def killed_after(data_dir: Path, virtual: VirtualTerminal, way: str, step: str) -> str:
    """Gives the intent that the dead till had committed. A card that was asked for is shown after the till is gone."""
    if step == "sent":
        virtual.behave(*([Manner.APPROVE] if way == "back" else []), Manner.WAIT)
    command = [sys.executable, "-m", "tests.crash.card_child", str(data_dir), str(virtual.port), way, step]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        intent_id = process.stdout.readline().decode().strip()
        if step == "sent":
            assert virtual.wait_until_it_asks()
        process.kill()
    if step == "sent":
        before = len(virtual.transactions)
        assert virtual.present(Manner.APPROVE) and virtual.wait_for_transactions(before + 1)
    assert intent_id
    return intent_id


def finish(till: Till, virtual: VirtualTerminal) -> None:
    """What the payment page does after a start: ask about what is open, then begin again where nothing was done."""
    (intent,) = till.sale.unsettled_cards()
    kept = till.sale.interrupted()
    assert kept is not None and kept.basket.basket_id == intent.basket_id
    terminal = CaisseApTerminal("127.0.0.1", virtual.port)
    if intent.state is IntentState.ASKED:
        said = terminal.resolve(intent_id=intent.intent_id, amount_cents=intent.amount.amount_cents, deadline_ms=PATIENT_MS)
        done = said.outcome is CardOutcome.APPROVED
        by = AnsweredBy.TERMINAL if done else AnsweredBy.PERSON
        intent = till.sale.answer_card(intent.intent_id, CardAnswered(done, by, said.reference, said.card_tail), person=SOPHIE)
        if not done:
            intent = ask_terminal(till, kept.basket, intent.amount, terminal)
    till.sale.pay(kept.basket, [Tender("card", intent.amount, intent.intent_id)], person=SOPHIE)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("way", "moved_cents"), [("pay", [2990]), ("back", [2990, -2990])])
def test_a_till_killed_while_a_card_is_asked_moves_the_money_once_and_makes_one_ticket(
    tmp_path: Path, virtual: VirtualTerminal, way: str, moved_cents: list[int], step: str
) -> None:
    make(tmp_path)
    killed_after(tmp_path, virtual, way, step)
    with opened(tmp_path) as till:
        finish(till, virtual)
        assert till.sale.unsettled_cards() == ()
        assert till.kinds().count("sales.ticket_paid") == len(moved_cents)
    assert [done.amount_cents for done in virtual.transactions] == moved_cents


def test_no_whole_card_number_stands_in_the_database_the_journal_or_a_log(
    tmp_path: Path, virtual: VirtualTerminal, caplog: pytest.LogCaptureFixture
) -> None:
    """SEC-05: a terminal that says too much is cut short where its bytes are read. Device numbers and the SIRET are the only long figures left."""
    make(tmp_path)
    virtual.behave(Manner.WHOLE_CARD_NUMBER)
    killed_after(tmp_path, virtual, "pay", "asked")
    with opened(tmp_path) as till:
        finish(till, virtual)
        with till.database.read() as connection:
            tables = [name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")]
            said = [str(value) for table in tables for row in connection.exec_driver_sql(f"SELECT * FROM {table}") for value in row]
            entries = [entry.entry.decode() for entry in till.ledger.entries_after(connection, 0, 0, limit=10_000)]
    # Figures inside a hash, a signature or an id are chance; the number itself is looked for everywhere below.
    alone = re.compile(r"(?<![0-9A-Za-z_-])[0-9]{13,19}(?![0-9A-Za-z_-])")
    long_figures = {figures for text in (*said, *entries, caplog.text) for figures in alone.findall(text)}
    allowed = {*IMEIS, SHOP.header.siret}
    assert {figures for figures in long_figures if is_card_number(figures)} <= allowed
    assert "4970101234567893" not in "".join((*said, *entries, caplog.text))
