"""What an instrument measured and what the device's own settings show: the lower counts and both are kept, whichever came first (diagnostics §4.2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.diagnostics.answers import beside, judged
from kiosk.diagnostics.checklist import Measure, Method, Question, Verdict, Words
from kiosk.diagnostics.codec import decode, encode
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.views import finding_of, whole_finding_of

SHOWS = Words("Réglages affiche", "Settings shows")
RULE = Measure("%", 1, 100, fails_below=80, reason="battery_low", part="battery", shows=SHOWS)
QUESTION = Question("battery_pct", Words("Capacité maximale", "Maximum capacity"), (), RULE)


def given(number: int, method: Method) -> Answered:
    found = judged(
        RULE, number, question_id="battery_pct", step_id="battery", at_utc=datetime(2026, 11, 23, tzinfo=UTC), person_id="yanis", method=method,
        probe="libimobiledevice 1" if method is Method.AUTO_USB else None,
    )  # fmt: skip
    assert found is not None
    return found


CABLE, HAND = Method.AUTO_USB, Method.GUIDED


@pytest.mark.parametrize(
    ("answers", "counts", "measured", "shown", "verdict"),
    [
        (((86, CABLE),), 86, None, None, Verdict.PASS),
        (((84, HAND),), 84, None, None, Verdict.PASS),
        (((86, CABLE), (84, HAND)), 84, 86, 84, Verdict.PASS),
        (((84, HAND), (86, CABLE)), 84, 86, 84, Verdict.PASS),
        (((79, CABLE), (84, HAND)), 79, 79, 84, Verdict.FAIL),
        (((86, CABLE), (78, HAND)), 78, 86, 78, Verdict.FAIL),
        (((86, CABLE), (78, HAND), (85, HAND)), 85, 86, 85, Verdict.PASS),
        (((86, CABLE), (84, HAND), (83, CABLE)), 83, 83, 84, Verdict.PASS),
        (((81, HAND), (84, HAND)), 84, None, None, Verdict.PASS),
    ],
)
def test_the_lower_of_measured_and_shown_counts(
    answers: tuple[tuple[int, Method], ...], counts: int, measured: int | None, shown: int | None, verdict: Verdict
) -> None:
    kept: Answered | None = None
    for number, method in answers:
        kept = beside(RULE, given(number, method), kept)
    assert kept is not None
    assert (kept.number, kept.measured, kept.shown, kept.verdict) == (counts, measured, shown, verdict)
    assert kept.method is (CABLE if measured is not None or answers[0][1] is CABLE else HAND)
    assert decode(encode(kept)) == kept


def test_both_numbers_are_said_where_both_are_known() -> None:
    both = beside(RULE, given(84, HAND), given(86, CABLE))
    assert finding_of(QUESTION, both) == Words("84\u202f%", "84%")
    assert whole_finding_of(QUESTION, both) == Words(
        "84\u202f%\u00a0: mesuré 86\u202f%, Réglages affiche 84\u202f%", "84%: measured 86%, Settings shows 84%"
    )
    assert whole_finding_of(QUESTION, given(86, CABLE)) == Words("86\u202f%", "86%")


def test_a_device_that_shows_no_such_number_keeps_the_last_answer() -> None:
    alone = replace(RULE, shows=None)
    assert beside(alone, given(84, HAND), given(86, CABLE)).number == 84
