"""What every card terminal promises, real and fake, and what the one on the shop's network makes of every fault."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.hardware import caisse_ap
from kiosk.hardware.caisse_ap import NotCaisseAp
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.fakes import FakeTerminal
from kiosk.hardware.manual_terminal import ManualTerminal
from kiosk.hardware.ports import CardAnswer, CardOutcome, PaymentTerminal
from kiosk.hardware.training_terminal import TrainingTerminal
from kiosk.hardware.virtual.terminal import Manner, Transaction, VirtualTerminal

ONE, TWO = "01999999-0000-7000-8000-000000000001", "01999999-0000-7000-8000-000000000002"
PATIENT_MS, HASTY_MS = 10_000, 300


@pytest.fixture
def virtual() -> Iterator[VirtualTerminal]:
    terminal = VirtualTerminal()
    yield terminal
    terminal.close()


@pytest.fixture
def wired(virtual: VirtualTerminal) -> CaisseApTerminal:
    return CaisseApTerminal("127.0.0.1", virtual.port)


@pytest.fixture(params=["wired", "fake"])
def terminal(request: pytest.FixtureRequest, wired: CaisseApTerminal) -> PaymentTerminal:
    if request.param == "wired":
        return wired
    fake = FakeTerminal()
    fake.prepare(CardOutcome.APPROVED)
    return fake


def pay(terminal: PaymentTerminal, cents: int = 39_890, *, intent_id: str = ONE, deadline_ms: int = PATIENT_MS) -> CardAnswer:
    return terminal.pay(intent_id=intent_id, amount_cents=cents, deadline_ms=deadline_ms)


def resolve(terminal: PaymentTerminal, cents: int = 39_890, *, intent_id: str = ONE) -> CardAnswer:
    return terminal.resolve(intent_id=intent_id, amount_cents=cents, deadline_ms=PATIENT_MS)


def outcome(answer: CardAnswer) -> tuple[CardOutcome, str]:
    return answer.outcome, answer.error.code if answer.error else ""


# ── every terminal ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_an_approved_payment_gives_its_authorisation_and_the_end_of_the_card(terminal: PaymentTerminal) -> None:
    assert pay(terminal) == CardAnswer(CardOutcome.APPROVED, 39_890, "A00042", None, "4242")


def test_a_payment_is_found_again_by_its_intent(terminal: PaymentTerminal) -> None:
    pay(terminal)
    assert resolve(terminal) == CardAnswer(CardOutcome.APPROVED, 39_890, "A00042", None, "4242")


def test_a_payment_that_never_was_is_not_found_and_none_is_started(terminal: PaymentTerminal) -> None:
    assert resolve(terminal, intent_id=TWO).outcome is CardOutcome.NOT_FOUND


@pytest.mark.parametrize("make", [ManualTerminal, TrainingTerminal], ids=["manual", "training"])
def test_a_terminal_that_is_not_wired_claims_nothing_about_an_earlier_payment(make: Callable[[], PaymentTerminal]) -> None:
    assert resolve(make()).outcome in (CardOutcome.ASK_CASHIER, CardOutcome.CANCELLED)


def test_the_manual_terminal_asks_the_cashier() -> None:
    assert pay(ManualTerminal()) == CardAnswer(CardOutcome.ASK_CASHIER, 39_890)


# ── Caisse-AP ──────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("manner", "expected", "charged"),
    [
        (Manner.APPROVE, (CardOutcome.APPROVED, ""), True),
        (Manner.IN_PIECES, (CardOutcome.APPROVED, ""), True),
        (Manner.FOREIGN_FIRST, (CardOutcome.APPROVED, ""), True),
        (Manner.REFUSE, (CardOutcome.REFUSED, "hardware.terminal_refused"), False),
        (Manner.ABANDON, (CardOutcome.CANCELLED, "hardware.card_timed_out"), False),
        (Manner.TIME_OUT, (CardOutcome.CANCELLED, "hardware.card_timed_out"), False),
        (Manner.FORBID, (CardOutcome.NOT_SENT, "hardware.terminal_busy"), False),
        (Manner.CUT, (CardOutcome.UNKNOWN, "hardware.terminal_mute"), False),
        (Manner.GARBAGE, (CardOutcome.UNKNOWN, "hardware.terminal_mute"), False),
        (Manner.APPROVE_AND_CUT, (CardOutcome.UNKNOWN, "hardware.terminal_mute"), True),
        (Manner.OTHER_AMOUNT, (CardOutcome.UNKNOWN, "hardware.terminal_amount_differs"), True),
    ],
)
def test_what_the_terminal_says_is_taken_for_no_more_than_it_says(
    virtual: VirtualTerminal, wired: CaisseApTerminal, manner: Manner, expected: tuple[CardOutcome, str], charged: bool
) -> None:
    virtual.behave(manner)
    assert outcome(pay(wired)) == expected
    assert [done.approved for done in virtual.transactions].count(True) == int(charged)


def test_money_that_goes_back_is_a_credit(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    assert pay(wired, -2_990) == CardAnswer(CardOutcome.APPROVED, -2_990, "A00042", None, "4242")
    assert virtual.transactions == (Transaction(ONE, -2_990, approved=True),)
    assert [request["CD"] for request in virtual.requests] == [caisse_ap.CREDIT]


def test_a_terminal_that_is_off_was_sent_nothing(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    virtual.close()
    assert outcome(pay(wired)) == (CardOutcome.NOT_SENT, "hardware.terminal_unreachable")
    assert outcome(resolve(wired)) == (CardOutcome.UNKNOWN, "hardware.terminal_away")


def test_a_lost_answer_is_asked_for_and_the_card_is_charged_once(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    virtual.behave(Manner.APPROVE_AND_CUT)
    assert pay(wired).outcome is CardOutcome.UNKNOWN
    assert resolve(wired).outcome is CardOutcome.APPROVED
    assert virtual.transactions == (Transaction(ONE, 39_890, approved=True),)


def test_a_lost_refusal_is_found_as_a_refusal(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    virtual.behave(Manner.REFUSE)
    pay(wired)
    assert resolve(wired).outcome is CardOutcome.REFUSED


def test_the_amount_of_the_customer_before_is_never_taken_for_this_ones(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    """OCA/pos#550: the terminal still shows customer 1; customer 2 is asked, and what it then says is about customer 1."""
    pay(wired, 1_290)
    virtual.behave(Manner.MUTE)
    assert pay(wired, 39_890, intent_id=TWO, deadline_ms=HASTY_MS).outcome is CardOutcome.UNKNOWN
    assert resolve(wired, 39_890, intent_id=TWO).outcome is CardOutcome.NOT_FOUND


def test_a_terminal_that_says_nothing_is_unknown_at_its_deadline_or_when_it_is_interrupted(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    virtual.behave(Manner.MUTE, Manner.MUTE)
    assert pay(wired, deadline_ms=HASTY_MS).outcome is CardOutcome.UNKNOWN
    answers: list[CardAnswer] = []
    waiting = threading.Thread(target=lambda: answers.append(pay(wired, deadline_ms=600_000)))
    waiting.start()
    while len(virtual.requests) < 2:
        threading.Event().wait(0.01)
    wired.interrupt()
    waiting.join(10)
    assert [answer.outcome for answer in answers] == [CardOutcome.UNKNOWN]


def test_a_whole_card_number_never_gets_past_the_first_line_that_reads_it(virtual: VirtualTerminal, wired: CaisseApTerminal) -> None:
    virtual.behave(Manner.WHOLE_CARD_NUMBER)
    answer = pay(wired)
    assert (answer.outcome, answer.card_tail) == (CardOutcome.APPROVED, "7893")
    assert "4970101234567893" not in repr(answer)


# ── the words themselves ───────────────────────────────────────────────────────────────────────────────────────────
def test_a_message_cut_anywhere_is_no_message_yet() -> None:
    whole = caisse_ap.encode(caisse_ap.payment(till="01", intent_id=ONE, amount_cents=39_890))
    assert caisse_ap.decode(whole) == [caisse_ap.payment(till="01", intent_id=ONE, amount_cents=39_890)]
    assert whole.startswith(b"CZ0040320CJ003012CA00201CB012000000039890CD0010")
    for cut in range(len(whole)):
        assert len(caisse_ap.decode(whole[:cut])) == 0 or caisse_ap.encode(caisse_ap.decode(whole[:cut])[0]) == whole[:cut]


@pytest.mark.parametrize("garbage", [b"\x00" * 20, b"hello world", b"CZ00A0320", b"AE0", b"A" * 9_000, "é".encode() * 8])
def test_garbage_is_never_an_answer(garbage: bytes) -> None:
    try:
        assert caisse_ap.decode(garbage) == []
    except NotCaisseAp:
        return


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("4970101234567893", "************7893"),
        ("CARTE 4970 1012 3456 7893 FIN", "CARTE ************7893 FIN"),
        ("4970-1012-3456-7893", "************7893"),
        ("4970101234567894", "4970101234567894"),
        ("############4242", "############4242"),
        ("A00042", "A00042"),
    ],
)
def test_what_could_be_a_card_is_cut_to_its_last_four(text: str, masked: str) -> None:
    assert caisse_ap.mask(text) == masked


def test_a_stranger_on_the_line_who_sends_for_ever_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def flood() -> None:
            client, _ = server.accept()
            with client:
                try:
                    for _piece in range(4_000):
                        client.sendall(b"AA999" + b"x" * 1_000)
                except OSError:
                    return

        threading.Thread(target=flood, daemon=True).start()
        assert pay(CaisseApTerminal("127.0.0.1", server.getsockname()[1])).outcome is CardOutcome.UNKNOWN
