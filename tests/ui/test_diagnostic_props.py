"""What the diagnostic's pages say is derived purely: durations, ranges, the seller's form, the signature, marks under a finger."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import BodyClass, ScreenClass
from kiosk.diagnostics.events import Marked
from kiosk.diagnostics.grading import BatteryEvidence, GradingFacts, grade
from kiosk.diagnostics.inspection import InspectionFacts
from kiosk.diagnostics.views import ClockColour, ClockFacts
from kiosk.tradein.rulefiles import load_bench_rules
from kiosk.tradein.signature import signature_svg
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.durations import budget, countdown, duration
from kiosk.ui.viewmodels.inspection_props import RiseProps, rise_props
from kiosk.ui.viewmodels.seller_props import Draft, field_rows, iso_date, missing_of, strokes_of
from kiosk.ui.viewmodels.session_props import ClockProps, clock_props
from kiosk.ui.viewmodels.trade_in_props import mark_near


@pytest.mark.parametrize(
    ("left_ms", "text"), [(900_000, "15:00"), (522_000, "08:42"), (521_001, "08:42"), (999, "00:01"), (0, "00:00"), (-5_000, "00:00")]
)
def test_a_started_second_of_the_clock_counts_whole(left_ms: int, text: str) -> None:
    assert countdown(left_ms) == text


@pytest.mark.parametrize(("spent_ms", "text"), [(0, "0:00"), (46_999, "0:46"), (82_000, "1:22"), (-1, "0:00")])
def test_what_was_spent_is_written_without_a_leading_zero(spent_ms: int, text: str) -> None:
    assert duration(spent_ms) == text


@pytest.mark.parametrize(("seconds", "text"), [(15, "15\u00a0s"), (59, "59\u00a0s"), (60, "1:00"), (120, "2:00")])
def test_a_budget_is_in_seconds_below_a_minute(seconds: int, text: str) -> None:
    assert budget(seconds) == text


@pytest.mark.parametrize(
    ("language", "low", "high", "text"),
    [
        ("fr", 142_00, 168_00, "142 \u2013 168\u202f€"),
        ("en", 142_00, 168_00, "€142 \u2013 168"),
        ("fr", 155_00, 155_00, "155\u202f€"),
        ("en", 155_00, 155_00, "€155"),
        ("fr", 1_142_00, 1_168_00, "1\u202f142 \u2013 1\u202f168\u202f€"),
    ],
)
def test_an_interval_names_its_currency_once(language: str, low: int, high: int, text: str) -> None:
    assert Formats(language).money_range(Money(low), Money(high)) == text


def clock(elapsed_ms: int, ahead_ms: int, colour: ClockColour) -> ClockProps:
    return clock_props(ClockFacts(900_000, elapsed_ms, 900_000 - elapsed_ms, colour, 720_000, 840_000, ahead_ms, False, None, 0, 0))


def test_the_ring_shows_what_is_left_with_its_marks_at_twelve_and_fourteen_minutes() -> None:
    props = clock(378_000, 93_000, ClockColour.CALM)
    assert (props.remaining, props.tone, props.plan_gap, props.late) == ("08:42", "accent", "1:33", False)
    assert (round(props.left_part, 4), round(props.amber_part, 4), round(props.red_part, 4)) == (0.58, 0.8, 0.9333)
    assert clock(730_000, -40_000, ClockColour.AMBER).late
    assert clock(900_000, -40_000, ClockColour.OVER).over


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("14/03/2022", "2022-03-14"), (" 4.3.2022 ", "2022-03-04"), ("4-12-1999", "1999-12-04"), ("2022-03-14", "2022-03-14"), ("mars 2022", "mars 2022")],
)
def test_a_date_is_typed_as_people_write_it(typed: str, kept: str) -> None:
    assert iso_date(typed) == kept


def test_the_form_names_the_fields_that_are_missing() -> None:
    rows = field_rows(Draft(texts={"surname": "Garnier"}), frozenset({"address"}))
    assert [(row.field_id, row.value) for row in rows if row.value] == [("surname", "Garnier")]
    assert [row.field_id for row in rows if row.missing] == ["address"]


def test_strokes_of_the_pad_fit_the_contracts_field_and_make_a_signature() -> None:
    strokes = strokes_of("M100 200 L500 100 L1000 400 M0 0 L250 40")
    assert strokes == (((60.0, 100.0), (300.0, 50.0), (600.0, 200.0)), ((0.0, 0.0), (150.0, 20.0)))
    assert signature_svg(strokes).startswith("<svg")
    assert strokes_of("") == ()


@pytest.mark.parametrize(
    ("known", "declared", "signed", "missing"),
    [(False, True, True, "identity"), (True, False, True, "declarations"), (True, True, False, "signature"), (True, True, True, "")],
)
def test_the_first_thing_missing_is_said(known: bool, declared: bool, signed: bool, missing: str) -> None:
    assert missing_of(seller_known=known, declared=declared, signed=signed) == missing


def test_a_finger_near_a_mark_means_that_mark() -> None:
    mark = Marked(at_utc=datetime(2026, 11, 22, tzinfo=UTC), person_id="yanis", face="left", x_permille=500, y_permille=550)
    assert mark_near((mark,), "left", 560, 490) is mark
    assert mark_near((mark,), "left", 580, 550) is None
    assert mark_near((mark,), "right", 500, 550) is None


RULES = load_bench_rules(Path(__file__).resolve().parents[2] / "resources")
KINDS = sorted(RULES.inspections)


def _risen(kind: DeviceKind, facts: GradingFacts) -> RiseProps:
    graded = grade(facts, RULES.grading)
    shown = InspectionFacts((), 0, graded, graded, facts.screen, facts.body, facts.battery_pct, None)
    return rise_props(shown, RULES.inspections[kind].checklist, "fr")


SOUND = GradingFacts(
    erasure_proven=True, screen=ScreenClass.S0, body=BodyClass.B0, battery_pct=95, battery_evidence=BatteryEvidence.MEASURED, repair_cap=Money(8000)
)


@pytest.mark.parametrize(
    ("facts", "how", "then"),
    [
        (replace(SOUND, battery_evidence=BatteryEvidence.CLAIMED), "proven_battery", "measured"),
        (replace(SOUND, erasure_proven=False), "proven_erasure", "proven"),
        (replace(SOUND, parts_genuine=False), "genuine_parts", "yes"),
        (replace(SOUND, battery_pct=83), "battery", "85"),
        (replace(SOUND, battery_pct=None), "charged", "80"),
        (replace(SOUND, body=BodyClass.B2), "classes", "B1"),
    ],
)
def test_each_fact_that_would_raise_the_grade_has_its_own_sentence(facts: GradingFacts, how: str, then: str) -> None:
    risen = _risen(DeviceKind.SMARTPHONE, facts)
    assert (risen.exists, risen.how, risen.then) == (True, how, then)


@pytest.mark.parametrize("kind", KINDS)
def test_a_point_that_would_raise_the_grade_is_named_by_its_title(kind: DeviceKind) -> None:
    for step in RULES.inspections[kind].checklist.steps:
        failed = _risen(kind, replace(SOUND, functional_fails=(step.step_id,)))
        untested = _risen(kind, replace(SOUND, open_points=(step.step_id,)))
        assert (failed.how, failed.subject) == ("passed", untested.subject)
        assert untested.how == "tested"
        assert untested.subject not in ("", step.step_id)
