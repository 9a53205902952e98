"""What an instrument found answers the questions that read it, in the checklist and in the thirty points, and never over a person's word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.diagnostics import session
from kiosk.diagnostics.answers import answer
from kiosk.diagnostics.checklist import Checklist, Effect, Method, Verdict
from kiosk.diagnostics.codec import decode, encode
from kiosk.diagnostics.events import Answered, DeviceRead, Finished, OfferMade, SessionEvent, Started
from kiosk.diagnostics.probes.report import Finding, Report, events_of
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection
from kiosk.diagnostics.session import SessionOver, SessionState

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
GRADING = load_grading(RESOURCES / "grading" / "rules.toml")
CHECKLIST: Checklist = load_checklist(RESOURCES / "checklists" / "smartphone.toml", GRADING)
POINTS = load_inspection(RESOURCES / "inspections" / "smartphone.toml", GRADING).checklist
START = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)
BATTERY = Finding("battery_pct", "NominalChargeCapacity 2432, DesignCapacity 2815", number=86)
LOCKED = Finding("account_lock", "IsAssociated true", Verdict.FAIL, "account_lock")


def begun(*events: SessionEvent) -> SessionState:
    return session.fold((Started(at_utc=START, person_id="yanis", clock_s=900, model_id="m", imei="490154203237518"), *events))


def cable(*findings: Finding) -> Report:
    return Report("libimobiledevice 1", Method.AUTO_USB, findings, {"product_type": "iPhone13,2"}, duration_ms=812)


def taken(state: SessionState, report: Report, *, checklist: Checklist = CHECKLIST, seconds: int = 20) -> tuple[SessionEvent, ...]:
    return events_of(report, state, checklist, now_utc=START + timedelta(seconds=seconds), person_id="yanis")


def answers(events: tuple[SessionEvent, ...]) -> dict[str, Answered]:
    return {event.question_id: event for event in events if isinstance(event, Answered)}


def by_hand(question_id: str, option_id: str) -> Answered:
    return answer(begun(), CHECKLIST, question_id=question_id, option_id=option_id, now_utc=START, person_id="yanis")


def test_a_reading_is_kept_whole_and_answers_what_reads_it() -> None:
    read, *given = taken(begun(), cable(BATTERY, LOCKED))
    assert read == DeviceRead(
        at_utc=START + timedelta(seconds=20), person_id="yanis", probe="libimobiledevice 1", facts={"product_type": "iPhone13,2"}, duration_ms=812
    )
    found = answers(tuple(given))
    battery, lock = found["battery_pct"], found["account_lock"]
    assert (battery.number, battery.verdict, battery.method, battery.probe, battery.duration_ms) == (
        86, Verdict.PASS, Method.AUTO_USB, "libimobiledevice 1", 812,
    )  # fmt: skip
    assert battery.raw == "NominalChargeCapacity 2432, DesignCapacity 2815"
    assert (lock.verdict, lock.effect, lock.reason) == (Verdict.FAIL, Effect.BLOCK, "account_lock")


def test_the_same_reading_fills_the_thirty_points() -> None:
    found = answers(taken(begun(), cable(BATTERY, LOCKED), checklist=POINTS))
    assert {name: (given.verdict, given.number) for name, given in found.items()} == {
        "account_lock": (Verdict.FAIL, None), "battery_pct": (Verdict.PASS, 86),
    }  # fmt: skip


def test_what_a_person_answered_stays() -> None:
    state = begun(by_hand("account_lock", "pass"))
    assert answers(taken(state, cable(LOCKED))) == {}


def test_what_a_person_could_not_test_is_answered_by_the_instrument() -> None:
    state = begun(by_hand("sim_lock", "not_tested"))
    found = answers(taken(state, cable(Finding("sim_lock", "kUnlocked"))))
    assert found["sim_lock"].verdict is Verdict.PASS


def test_the_same_reading_again_adds_no_second_answer() -> None:
    first = taken(begun(), cable(BATTERY))
    assert answers(taken(begun(*first), cable(BATTERY), seconds=40)) == {}


@pytest.mark.parametrize(
    "finding",
    [
        Finding("colour_of_the_box", "blue"),
        Finding("account_lock", "who knows", Verdict.FAIL, "a_reason_that_the_list_does_not_have"),
        Finding("battery_pct", "4500000/45000", number=10_000),
    ],
    ids=["no question reads it", "no such answer", "no such number"],
)  # fmt: skip
def test_an_instrument_invents_no_answer(finding: Finding) -> None:
    assert answers(taken(begun(), cable(finding))) == {}


def test_after_the_offer_and_after_the_fifteen_minutes_a_reading_is_kept_and_changes_no_answer() -> None:
    offer = OfferMade(
        at_utc=START, person_id="yanis", market_value_cents=11_200, bonus_cents=0, code="functional_good", pricebook="2026-11", facts_sha256="0" * 64,
        valid_until_utc=START + timedelta(days=14),
    )  # fmt: skip
    for state, seconds in ((begun(offer), 20), (begun(), 901)):
        (only,) = taken(state, cable(BATTERY), seconds=seconds)
        assert isinstance(only, DeviceRead)


def test_a_finished_diagnostic_takes_no_reading() -> None:
    with pytest.raises(SessionOver):
        taken(begun(Finished(at_utc=START, person_id="yanis", outcome="declined")), cable(BATTERY))


def test_a_reading_survives_the_restart_word_for_word() -> None:
    events = taken(begun(), cable(BATTERY, LOCKED))
    assert tuple(decode(encode(event)) for event in events) == events
