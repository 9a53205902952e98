"""Numbers as they stand on a tile: what an instrument read, with thousands apart and the unit after a narrow space."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.figures import figure_of, measured_words

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def given(raw: str | None, *, probe: str | None = "page 1", verdict: Verdict = Verdict.PASS) -> Answered:
    return Answered(
        at_utc=NOW, person_id="yanis", question_id="q", step_id="s", option_id=verdict.value, verdict=verdict, method=Method.BROWSER, raw=raw, probe=probe
    )  # fmt: skip


@pytest.mark.parametrize(("number", "unit", "fr", "en"), [
    (87, "%", "87\u202f%", "87%"), (2000, "kΩ", "2\u202f000\u202fkΩ", "2,000\u202fkΩ"), (999999, "kΩ", "999\u202f999\u202fkΩ", "999,999\u202fkΩ"),
    (45, "dB", "45\u202fdB", "45\u202fdB"), (0, "mΩ", "0\u202fmΩ", "0\u202fmΩ"),
])  # fmt: skip
def test_a_measured_number_stands_with_its_unit_as_each_language_writes_it(number: int, unit: str, fr: str, en: str) -> None:
    words = measured_words(number, unit)
    assert (words.fr, words.en) == (fr, en)


@pytest.mark.parametrize(("raw", "fr", "en"), [
    ("240/240 cells", "240 sur 240", "240 of 240"), ("5 fingers", "5 doigts", "5 fingers"),
    ("2 of 2 lenses read the kiosk’s code", "2 sur 2 lus", "2 of 2 read"), ("18 dB", "18\u202fdB", "18\u202fdB"),
    ("accelerometer 5.2 times its rest", "× 5,2", "× 5.2"), ("TotalDiskCapacity 128 GB", "128\u202fGo", "128\u202fGB"),
    ("/proc/partitions 256 GB", "256\u202fGo", "256\u202fGB"),
])  # fmt: skip
def test_a_passed_test_says_the_number_that_its_instrument_read(raw: str, fr: str, en: str) -> None:
    words = figure_of(given(raw))
    assert words is not None and (words.fr, words.en) == (fr, en)


@pytest.mark.parametrize("answer", [
    given("240/240 cells", probe=None), given("231/240 cells, missing r1c1", verdict=Verdict.FAIL), given("read by cable, charging"), given(None),
    given("accelerometer, said by the person"),
])  # fmt: skip
def test_what_a_person_said_what_failed_and_what_has_no_number_keeps_its_words(answer: Answered) -> None:
    assert figure_of(answer) is None
