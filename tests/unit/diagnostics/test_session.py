"""The session as a reducer: durations come from the events, answers keep their consequences, the planner asks what matters first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.diagnostics import session
from kiosk.diagnostics.answers import OutOfRange, TimeIsUp, UnknownQuestion, answer, measure, pass_rest
from kiosk.diagnostics.checklist import Checklist, Effect, Method, Stage, Verdict
from kiosk.diagnostics.codec import EventUnreadable, decode, encode
from kiosk.diagnostics.events import (
    Answered,
    Extended,
    Finished,
    Marked,
    OfferMade,
    Paused,
    PhotoTaken,
    Reopened,
    Resumed,
    SessionEvent,
    Started,
    StepOpened,
    StepSkipped,
)
from kiosk.diagnostics.planner import next_step, nothing_left_to_learn
from kiosk.diagnostics.rulefiles import load_checklist, load_grading
from kiosk.diagnostics.session import SessionIsPaused, SessionOver, SessionState
from kiosk.diagnostics.views import ClockColour, StepStatus, clock_facts, session_facts, step_status

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
CHECKLIST: Checklist = load_checklist(RESOURCES / "checklists" / "smartphone.toml", load_grading(RESOURCES / "grading" / "rules.toml"))
START = datetime(2026, 11, 22, 14, 0, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def started() -> Started:
    return Started(at_utc=START, person_id="yanis", clock_s=900, model_id="m", imei="490154203237518")


def opened(step_id: str, seconds: float) -> StepOpened:
    return StepOpened(at_utc=at(seconds), person_id="yanis", step_id=step_id)


def after(*events: SessionEvent) -> SessionState:
    return session.fold((started(), *events))


def answered(state: SessionState, question_id: str, option_id: str, seconds: float) -> Answered:
    return answer(state, CHECKLIST, question_id=question_id, option_id=option_id, now_utc=at(seconds), person_id="yanis")


@pytest.mark.parametrize(
    ("seconds", "remaining_ms", "colour"),
    [
        (0, 900_000, ClockColour.CALM),
        (719.999, 180_001, ClockColour.CALM),
        (720, 180_000, ClockColour.AMBER),
        (839.999, 60_001, ClockColour.AMBER),
        (840, 60_000, ClockColour.RED),
        (899.999, 1, ClockColour.RED),
        (900, 0, ClockColour.OVER),
        (4000, 0, ClockColour.OVER),
    ],
)
def test_the_clock_is_fifteen_minutes_flat_amber_at_twelve_red_at_fourteen(seconds: float, remaining_ms: int, colour: ClockColour) -> None:
    facts = clock_facts(after(), CHECKLIST, at(seconds))
    assert (facts.remaining_ms, facts.colour) == (remaining_ms, colour)


def test_each_step_has_its_own_measured_time_without_the_pauses() -> None:
    state = after(
        opened("consent", 0), opened("locks", 38), Paused(at_utc=at(60), person_id="yanis", reason="password"),
        Resumed(at_utc=at(180), person_id="yanis"), opened("battery", 205),
    )  # fmt: skip
    now = session.at(state, at(215))
    assert now.spent_ms == {"consent": 38_000, "locks": 47_000, "battery": 10_000}
    assert (now.active_ms, now.paused_ms, now.pauses_ms) == (95_000, 120_000, {"password": 120_000})


def test_pauses_are_totalled_by_reason_also_the_one_that_still_stands() -> None:
    state = after(
        Paused(at_utc=at(10), person_id="yanis", reason="password"), Resumed(at_utc=at(40), person_id="yanis"),
        Paused(at_utc=at(50), person_id="yanis", reason="till"), Resumed(at_utc=at(60), person_id="yanis"),
        Paused(at_utc=at(70), person_id="yanis", reason="password"),
    )  # fmt: skip
    assert session.at(state, at(90)).pauses_ms == {"password": 50_000, "till": 10_000}


def test_ahead_and_behind_plan_compare_finished_budgets_with_the_time_used() -> None:
    skipped = StepSkipped(at_utc=at(30), person_id="yanis", step_id="consent", reason="known customer")
    state = after(opened("consent", 0), skipped, opened("identification", 30))
    assert clock_facts(state, CHECKLIST, at(40)).ahead_ms == 10_000
    assert clock_facts(state, CHECKLIST, at(100)).ahead_ms == -10_000


def test_a_wall_clock_that_goes_back_costs_nothing_and_gains_nothing() -> None:
    state = after(opened("consent", 100), opened("locks", 40), opened("battery", 50))
    assert session.at(state, at(50)).active_ms == 110_000


def test_an_extension_moves_the_limit_and_its_colours() -> None:
    state = after(Extended(at_utc=at(890), person_id="sophie", seconds=300, reason="two devices"))
    facts = clock_facts(state, CHECKLIST, at(900))
    assert (facts.remaining_ms, facts.colour, facts.amber_ms, facts.extended) == (300_000, ClockColour.CALM, 1_020_000, 1)


def test_an_answer_keeps_its_consequences_and_raises_what_cannot_wait() -> None:
    event = answered(after(), "account_lock", "account_lock", 5)
    _state, effects = session.apply(after(), event)
    assert session.Raise(Effect.BLOCK, "account_lock") in effects
    assert (event.verdict, event.effect, event.method) == (Verdict.FAIL, Effect.BLOCK, Method.GUIDED)


@pytest.mark.parametrize(("pct", "verdict", "part"), [(100, Verdict.PASS, None), (80, Verdict.PASS, None), (79, Verdict.FAIL, "battery")])
def test_a_measure_is_judged_by_its_own_threshold(pct: int, verdict: Verdict, part: str | None) -> None:
    event = measure(after(), CHECKLIST, question_id="battery_pct", number=pct, now_utc=at(1), person_id="yanis")
    assert (event.verdict, event.part, event.number) == (verdict, part, pct)


@pytest.mark.parametrize("pct", [0, -5, 101])
def test_a_battery_that_cannot_be_is_refused(pct: int) -> None:
    with pytest.raises(OutOfRange):
        measure(after(), CHECKLIST, question_id="battery_pct", number=pct, now_utc=at(1), person_id="yanis")


def test_answers_are_refused_in_a_pause_after_the_end_and_when_time_is_up() -> None:
    with pytest.raises(SessionIsPaused):
        answered(after(Paused(at_utc=at(1), person_id="yanis", reason="call")), "adult", "pass", 2)
    with pytest.raises(SessionOver):
        answered(after(Finished(at_utc=at(1), person_id="yanis", outcome="declined")), "adult", "pass", 2)
    with pytest.raises(TimeIsUp):
        answered(after(), "adult", "pass", 900)
    with pytest.raises(UnknownQuestion):
        answered(after(), "adult", "perhaps", 2)
    with pytest.raises(UnknownQuestion):
        answered(after(), "colour_of_the_box", "pass", 2)


def test_the_papers_may_be_finished_after_the_fifteen_minutes() -> None:
    assert answered(after(), "label_stuck", "pass", 950).verdict is Verdict.PASS


def test_a_new_fact_or_photo_takes_the_offer_back() -> None:
    offer = OfferMade(at_utc=at(5), person_id="yanis", market_value_cents=1, bonus_cents=0, code="x", pricebook="1", facts_sha256="", valid_until_utc=at(99))
    state = after(offer)
    assert state.offer == offer
    assert session.apply(state, answered(state, "flash", "flash", 6))[0].offer is None
    assert session.apply(state, PhotoTaken(at_utc=at(6), person_id="yanis", slot="back", sha256="0"))[0].offer is None


def test_a_step_shows_its_worst_result() -> None:
    audio = CHECKLIST.step("audio")
    assert audio is not None
    state = after(opened("audio", 0))
    assert step_status(audio, state) is StepStatus.CURRENT
    for question, option in (("earpiece", "pass"), ("loudspeaker", "inconclusive"), ("microphones", "pass")):
        state, _effects = session.apply(state, answered(state, question, option, 3))
    assert step_status(audio, state) is StepStatus.INCONCLUSIVE
    state, _effects = session.apply(state, answered(state, "loudspeaker", "loudspeaker", 4))
    assert step_status(audio, state) is StepStatus.FAILED
    facts = next(step for step in session_facts(state, CHECKLIST, at(5)).steps if step.step_id == "audio")
    assert facts.finding is not None and facts.finding.en == "Silent or crackles"


def test_what_is_still_open_when_time_is_up_is_not_tested() -> None:
    statuses = {step.step_id: step.status for step in session_facts(after(), CHECKLIST, at(900)).steps}
    assert statuses["audio"] is StepStatus.NOT_TESTED


def test_locks_come_before_tests_and_tests_in_the_order_of_euros_at_risk() -> None:
    state = after()
    order = []
    stakes = {"display": 100, "cosmetic": 5_000, "battery": 2_000}
    while (step_id := next_step(CHECKLIST, state, stakes)) is not None and len(order) < 16:
        order.append(step_id)
        state, _effects = session.apply(state, StepSkipped(at_utc=at(0), person_id="yanis", step_id=step_id, reason=""))
    assert order[:8] == ["consent", "identification", "locks", "blacklist", "cosmetic", "battery", "display", "audio"]
    assert order[-3:] == ["offer", "agreement", "erasure"]


def test_the_planner_says_when_the_tests_left_cannot_change_the_price() -> None:
    state = after()
    assert not nothing_left_to_learn(CHECKLIST, state, price_can_change=False)
    for step in CHECKLIST.steps:
        if step.stage in (Stage.OPENING, Stage.GATES):
            state, _effects = session.apply(state, StepSkipped(at_utc=at(0), person_id="yanis", step_id=step.step_id, reason=""))
    assert nothing_left_to_learn(CHECKLIST, state, price_can_change=False)
    assert not nothing_left_to_learn(CHECKLIST, state, price_can_change=True)


ids = st.sampled_from([step.step_id for step in CHECKLIST.steps])
moments = st.integers(0, 2_000_000).map(lambda ms: START + timedelta(milliseconds=ms))
texts = st.text(max_size=20)
any_event = st.one_of(
    st.builds(StepOpened, at_utc=moments, person_id=texts, step_id=ids),
    st.builds(StepSkipped, at_utc=moments, person_id=texts, step_id=ids, reason=texts),
    st.builds(PhotoTaken, at_utc=moments, person_id=texts, slot=texts, sha256=texts),
    st.builds(Marked, at_utc=moments, person_id=texts, face=texts, x_permille=st.integers(0, 1000), y_permille=st.integers(0, 1000), gone=st.booleans()),
    st.builds(Paused, at_utc=moments, person_id=texts, reason=texts),
    st.builds(Resumed, at_utc=moments, person_id=texts),
    st.builds(Extended, at_utc=moments, person_id=texts, seconds=st.integers(0, 900), reason=texts),
    st.builds(Reopened, at_utc=moments, person_id=texts, question_ids=st.lists(texts, max_size=3).map(tuple), reason=texts),
)


@given(st.lists(any_event, max_size=30))
def test_events_survive_being_saved_and_fold_to_the_same_state(events: list[SessionEvent]) -> None:
    saved = [decode(encode(event)) for event in events]
    assert saved == events
    assert after(*saved) == after(*events)


@given(st.lists(any_event, max_size=30), moments)
def test_time_is_never_lost_between_running_and_pausing(events: list[SessionEvent], now: datetime) -> None:
    ordered = sorted(events, key=lambda event: event.at_utc)
    last = max([START, now, *(event.at_utc for event in ordered)])
    state = session.at(after(*ordered), last)
    assert state.active_ms + state.paused_ms == round((last - START).total_seconds() * 1000)
    assert sum(state.spent_ms.values()) <= state.active_ms


def test_an_event_of_another_program_is_named_damaged() -> None:
    with pytest.raises(EventUnreadable):
        decode('{"event":"Levitated","at_utc":"2026-11-22T10:00:00Z"}')
    with pytest.raises(EventUnreadable):
        decode("not json")


def test_a_mark_stands_where_it_was_seen_until_it_is_taken_back() -> None:
    state = after(Marked(at_utc=at(5), person_id="yanis", face="left", x_permille=480, y_permille=610))
    state, _effects = session.apply(state, Marked(at_utc=at(6), person_id="yanis", face="back", x_permille=900, y_permille=720))
    assert [(mark.face, mark.x_permille, mark.y_permille) for mark in state.marks] == [("left", 480, 610), ("back", 900, 720)]
    state, _effects = session.apply(state, Marked(at_utc=at(7), person_id="yanis", face="left", x_permille=480, y_permille=610, gone=True))
    assert [mark.face for mark in state.marks] == ["back"]


def test_what_a_person_answers_keeps_how_long_it_took_and_the_number_as_it_was_typed() -> None:
    state = after(opened("battery", 10), Paused(at_utc=at(20), person_id="yanis", reason="till"), Resumed(at_utc=at(50), person_id="yanis"))
    measured = measure(state, CHECKLIST, question_id="battery_pct", number=87, now_utc=at(56), person_id="yanis")
    assert (measured.method.value, measured.raw, measured.probe, measured.duration_ms) == ("guided", "87", None, 6_000)
    together = pass_rest(after(opened("consent", 0)), CHECKLIST, now_utc=at(9), person_id="yanis")
    assert [given.duration_ms for given in together] == [9_000 // len(together)] * len(together)
