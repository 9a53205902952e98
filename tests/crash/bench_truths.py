"""What must hold of the diagnostic bench, whatever was done at it: of one session after each act, of the whole till after each life."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.basics.money import ZERO, Money
from kiosk.diagnostics import session as rules_of_session
from kiosk.diagnostics import store, workshop_store
from kiosk.diagnostics.answers import answered
from kiosk.diagnostics.checklist import Checklist, Effect, Stage, Verdict
from kiosk.diagnostics.codec import decode, encode
from kiosk.diagnostics.events import Answered, Countered, Decided, SessionEvent
from kiosk.diagnostics.grading import Outcome, grade
from kiosk.diagnostics.history import beyond_of, capabilities_of
from kiosk.diagnostics.inspection import grading_facts
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.store import TRADE_IN
from kiosk.errors import KioskError
from kiosk.stock.units import UnitState
from kiosk.tradein.offer import Offer, OfferStatus, countered, make_offer
from kiosk.tradein.pricebook import PriceBook
from kiosk.tradein.register import SERIES
from kiosk.ui.error_text import all_words, text_of
from tests.crash.agreeing import asked, number, texts
from tests.crash.bench_hands import BenchHands

PROOFS = ("photo", "measure", "approval")


@dataclass(frozen=True, slots=True)
class Interval:
    """Where an offer stood before an act: the answers it stood on and what it could become."""

    session_id: str
    answers: Mapping[str, Answered]
    offer: Offer
    book: str


# ── after each act ─────────────────────────────────────────────────────────────────────────────────────────────────────
def refusal_speaks(error: KioskError) -> None:
    """Every no has a code, and words for it in both languages that need nothing the error does not carry."""
    assert error.code in all_words(), error.code
    for language in ("fr", "en"):
        said = str(text_of(error, language))
        assert said.strip(), error.code
        assert "{" not in said, said


def interval_of(hands: BenchHands, session_id: str | None) -> Interval | None:
    """Of an open trade-in without another price; None for anything else."""
    if session_id is None:
        return None
    row, state = hands.recorder.load(session_id)
    if row.purpose != TRADE_IN or state.decision is not None:
        return None
    book = hands.book.pricebook(state)
    return Interval(session_id, state.answers, _formula(hands, state, book, settled=False), book.version)


def session_holds(hands: BenchHands, session_id: str, before: Interval | None) -> None:
    """Replayed it is the same; its price is the formula's on its facts; a worse fact is never worth more; the interval only narrows."""
    with hands.till.house.database.read() as connection:
        events = store.events_of(connection, session_id)
    row, state = hands.recorder.load(session_id)
    again = rules_of_session.fold(decode(encode(event)) for event in events)
    assert again == state, "replayed, the session is another"
    assert state.count == len(events)
    assert (row.finished_at_utc is not None) == (state.finished is not None), "row and events disagree whether it is over"
    if row.purpose != TRADE_IN:
        hands.services.inspections.screen(session_id)
        return
    hands.services.trade_ins.screen(session_id)
    _price_is_the_formulas(hands, state)
    _worse_is_never_dearer(hands, state)
    if before is not None and before.session_id == session_id and state.decision is None:
        _only_narrows(before, _formula(hands, state, hands.book.pricebook(state), settled=False), state, hands.book.pricebook(state).version)


def _price_is_the_formulas(hands: BenchHands, state: SessionState) -> None:
    made, counter = state.offer, state.counter
    if counter is not None:
        assert counter.reason.strip() and counter.proof in PROOFS and counter.evidence, counter
        assert counter.proof != "photo" or counter.evidence in state.photos.values(), "its photo is no longer there"
    if made is None or state.decision is not None:
        return
    book = hands.rules.version(made.pricebook)
    assert book is not None, made.pricebook
    formula = _formula(hands, state, book, settled=True)
    assert formula.status is OfferStatus.FIRM, formula.status
    agreed = counter or (state.returned.counter if state.returned and not state.returned.expired else None)
    price = countered(formula, agreed, book)
    assert price.low.amount_cents == made.market_value_cents, (price.low, made.market_value_cents)
    assert price.bonus.amount_cents == made.bonus_cents
    assert book.floor <= price.low <= book.cap
    assert formula.base + Money.total(line.amount for line in formula.deductions) == formula.low, "the lines do not add up to the price"


def _worse_is_never_dearer(hands: BenchHands, state: SessionState) -> None:
    """Of one drawn question: every answer that is worse than the good one costs at least nothing."""
    checklist, book = hands.checklist(state), hands.book.pricebook(state)
    prices_of = hands.book.prices(hands.model_of(state), book)
    questions = [question for question in checklist.questions() if any(option.verdict is Verdict.PASS for option in question.options)]
    if not questions:
        return
    question = hands.draw.choice(questions)
    passing = next(option for option in question.options if option.verdict is Verdict.PASS)
    best = {option.verdict: option for option in reversed(question.options) if not option.part and not option.accessory}.get(Verdict.PASS, passing)
    prices = {}
    for option in question.options:
        given = answered(
            option, question_id=question.question_id, step_id="", at_utc=state.since_utc, person_id="yanis", method=hands.draw.choice(checklist.steps).method
        )  # fmt: skip
        answers = {**state.answers, question.question_id: given}
        prices[option.option_id] = make_offer(book, prices_of, checklist, answers, photos={}, settled=True).low
    for option in question.options:
        assert prices[option.option_id] <= prices[best.option_id], (question.question_id, option.option_id)


def _only_narrows(before: Interval, after: Offer, state: SessionState, book: str) -> None:
    """While answers only come and none is changed or taken back."""
    grew = set(before.answers) <= set(state.answers) and all(state.answers[key] == given for key, given in before.answers.items())
    new = [state.answers[key] for key in state.answers if key not in before.answers]
    if not grew or book != before.book or OfferStatus.OPEN not in (before.offer.status, after.status) or before.offer.status is not OfferStatus.OPEN:
        return
    if after.status in (OfferStatus.STOPPED, OfferStatus.HAZARD):
        return
    assert before.offer.low <= after.low <= after.high <= before.offer.high, (before.offer.low, after.low, after.high, before.offer.high, new)


def _formula(hands: BenchHands, state: SessionState, book: PriceBook, *, settled: bool) -> Offer:
    model = hands.model_of(state)
    return make_offer(book, hands.book.prices(model, book), hands.checklist(state), state.answers, photos=state.photos, settled=settled)


# ── after each life ────────────────────────────────────────────────────────────────────────────────────────────────────
def bench_holds(hands: BenchHands) -> None:
    """Everything that the bench keeps agrees with itself and with the stock."""
    with hands.till.house.database.read() as connection:
        sessions_are_whole(connection)
        purchases_are_whole(connection, hands)
        register_is_whole(connection)
        for (session_id,) in asked(connection, "SELECT id FROM diagnostic_session ORDER BY rowid DESC LIMIT 40"):
            session_holds(hands, str(session_id), None)
        shelf_is_lawful(connection, hands)


def sessions_are_whole(connection: Connection) -> None:
    """No event left out, no photo without its picture, none that is named after its session ended otherwise."""
    for session_id, count, last in asked(connection, "SELECT session_id, count(*), max(seq) FROM diagnostic_event GROUP BY session_id"):
        assert int(str(last)) == int(str(count)) - 1, session_id
    assert number(connection, "SELECT count(*) FROM diagnostic_session WHERE id NOT IN (SELECT session_id FROM diagnostic_event)") == 0
    events = [json.loads(text) for text in texts(connection, "SELECT CAST(event AS TEXT) FROM diagnostic_event")]
    shown = {said["sha256"] for said in events if "sha256" in said}
    kept = set(texts(connection, "SELECT sha256 FROM photo"))
    assert shown <= kept, "a photo is named that was not kept"
    numbers = texts(connection, "SELECT number FROM diagnostic_session WHERE purpose = 'trade_in' ORDER BY rowid")
    assert len(set(numbers)) == len(numbers)
    assert [int(found[-6:]) for found in numbers] == list(range(1, len(numbers) + 1)), "numbers of diagnostics have a gap"


def register_is_whole(connection: Connection) -> None:
    """One line per purchase, numbers from one on without a gap, the counter where the last one is; nobody is paid twice or unnamed."""
    entries = asked(connection, "SELECT number, unit_id, seller_id, price_cents FROM register_entry WHERE corrects_id IS NULL ORDER BY number")
    assert [entry[0] for entry in entries] == list(range(1, len(entries) + 1))
    assert number(connection, f"SELECT last_number FROM number_series WHERE series = '{SERIES}' UNION SELECT 0 ORDER BY 1 DESC LIMIT 1") == len(entries)
    assert len({entry[1] for entry in entries}) == len(entries)
    assert number(connection, "SELECT count(*) FROM register_entry WHERE seller_id NOT IN (SELECT id FROM seller)") == 0


def purchases_are_whole(connection: Connection, hands: BenchHands) -> None:
    """What was paid left the drawer or stands on a credit; the contract, the frozen facts and the price are those of the session's yes."""
    paid_for = "market_value_cents, bonus_cents, paid_cents, payout, voucher_id"
    rows = asked(connection, f"SELECT id, number, session_id, unit_id, {paid_for}, content, facts_sha256 FROM trade_in")
    accepted = 0
    for (session_id,) in asked(connection, f"SELECT id FROM diagnostic_session WHERE purpose = '{TRADE_IN}'"):
        decided = hands.recorder.load_in(connection, str(session_id))[1].decision
        accepted += decided is not None and decided.accepted
    assert accepted == len(rows), "yes without a purchase, or a purchase without a yes"
    for trade_in_id, paper, session_id, unit_id, market, bonus, paid, payout, voucher_id, content, sha256 in rows:
        moved = number(connection, f"SELECT sum(amount_cents) FROM drawer_movement WHERE document_id = '{trade_in_id}'")
        credit = asked(connection, f"SELECT amount_cents, kind FROM voucher WHERE origin_id = '{trade_in_id}'")
        wanted = (-int(str(paid)), []) if payout == "cash" else (0, [(market, "trade_in")])
        assert (moved, credit) == wanted, paper
        assert paid == int(str(market)) + (int(str(bonus)) if payout == "voucher" else 0)
        assert (voucher_id is None) == (payout == "cash")
        assert hashlib.sha256(str(content).encode()).hexdigest() == sha256
        _facts_are_those_of_the_yes(connection, hands, str(session_id), str(unit_id), json.loads(str(content)))
        _contract_is_signed(connection, str(trade_in_id), str(paper))


def _facts_are_those_of_the_yes(connection: Connection, hands: BenchHands, session_id: str, unit_id: str, facts: Mapping[str, object]) -> None:
    until = list(_until_yes(connection, session_id))
    state = rules_of_session.fold(until)
    offer: Mapping[str, object] = facts["offer"]  # type: ignore[assignment] # as facts_text writes it
    assert state.offer is not None and state.seller is not None, "bought without an offer or a seller"
    assert (offer["market_value_cents"], offer["pricebook"]) == (state.offer.market_value_cents, state.offer.pricebook)
    answers: Mapping[str, Mapping[str, object]] = facts["answers"]  # type: ignore[assignment] # as facts_text writes it
    assert {key: given["answer"] for key, given in answers.items()} == {key: given.option_id for key, given in state.answers.items()}
    book = hands.rules.version(state.offer.pricebook)
    assert book is not None
    formula = _formula(hands, state, book, settled=True)
    counter: Countered | None = state.counter or (state.returned.counter if state.returned and not state.returned.expired else None)
    assert countered(formula, counter, book).low.amount_cents == offer["market_value_cents"]
    assert (counter is not None) == ("counter" in offer)
    assert not any(given.effect in (Effect.STOP, Effect.BLOCK, Effect.HAZARD) and given.verdict is Verdict.FAIL for given in _asked(hands, state))
    last = rules_of_session.fold(store.events_of(connection, session_id))
    assert last.decision is not None
    assert last.decision.unit_id == unit_id
    closing = {question.question_id for step in hands.checklist(state).steps if step.stage is Stage.CLOSING for question in step.questions}
    signed, now = ({key: given for key, given in found.answers.items() if key not in closing} for found in (state, last))
    assert now == signed, "what was signed for has changed"


def _asked(hands: BenchHands, state: SessionState) -> Iterator[Answered]:
    checklist: Checklist = hands.checklist(state)
    return (state.answers[q.question_id] for q in checklist.questions() if q.question_id in state.answers)


def _until_yes(connection: Connection, session_id: str) -> Iterator[SessionEvent]:
    for event in store.events_of(connection, session_id):
        if isinstance(event, Decided) and event.accepted:
            return
        yield event


def _contract_is_signed(connection: Connection, trade_in_id: str, paper: str) -> None:
    documents = asked(connection, f"SELECT content FROM document WHERE kind = 'contract' AND number = '{paper}'")
    assert len(documents) == 1, paper
    entries = texts(connection, "SELECT CAST(entry AS TEXT) FROM journal_entry WHERE kind = 'tradein.bought'")
    said = [body for body in (json.loads(entry)["body"] for entry in entries) if body["trade_in_id"] == trade_in_id]
    assert [body["contract_sha256"] for body in said] == [hashlib.sha256(documents[0][0]).hexdigest()]  # type: ignore[arg-type] # the PDF's bytes


def shelf_is_lawful(connection: Connection, hands: BenchHands) -> None:
    """On sale only what was erased since it came, with every point answered, no danger, and the table's grade or one that was signed."""
    bought = texts(connection, "SELECT id FROM unit WHERE id IN (SELECT unit_id FROM trade_in)")
    for unit_id in bought:
        unit = hands.services.stock.unit_by_id(unit_id)
        assert unit is not None
        assert unit.register_number is not None
        held = {hold.reason.reason for hold in hands.services.holds.holds_of(unit_id)}
        assert unit.hold == hands.services.holds.reasons.gravest(held), "what stands on the unit is not what holds it"
        assert unit.state is not UnitState.SOLD or not held, "sold while it was held back"
        if unit.state not in (UnitState.FOR_SALE, UnitState.RESERVED, UnitState.SOLD):
            continue
        certificates = texts(connection, f"SELECT at_utc FROM erasure WHERE unit_id = '{unit_id}' AND id = '{unit.erasure_id}' AND verified = 1")
        assert certificates, "on sale without a certificate"
        row_of = "SELECT max(rowid) FROM stock_movement WHERE unit_id = '{}' AND {}"
        erased = number(connection, row_of.format(unit_id, f"reason = 'erased' AND document_id = '{unit.erasure_id}'"))
        assert erased > number(connection, row_of.format(unit_id, "to_state = 'to_erase'")), "not erased since it came"
        assert unit.inspection_id is not None, "on sale without an inspection"
        row, state = hands.recorder.load_in(connection, unit.inspection_id)
        assert state.finished is not None and state.finished.outcome == Outcome.SALE.value
        assert not any(given.effect is Effect.HAZARD and given.verdict is Verdict.FAIL for given in state.answers.values()), "a danger on the shelf"
        model = hands.services.catalogue.model_by_id(unit.model_id)
        assert model is not None
        inspection = hands.rules.inspections[model.kind].for_capabilities(capabilities_of(row, model))
        graded = grade(grading_facts(inspection, state, beyond_of(state)), hands.rules.grading)
        changed = [change.to_grade for change in workshop_store.grade_changes_of(connection, unit_id) if change.inspection_id == unit.inspection_id]
        assert graded.outcome is Outcome.SALE
        assert unit.grade is (changed[-1] if changed else graded.grade)
        inspectors = {given.person_id for given in state.answers.values() if given.probe is None}
        assert state.finished.person_id != unit.acquired_by, "inspected by its buyer"
        repairers = {done.person_id for done in workshop_store.repairs_of(connection, unit_id)}
        assert state.finished.person_id not in repairers, "judged by its repairer"
        assert inspectors
        assert unit.price is None or unit.price > ZERO

