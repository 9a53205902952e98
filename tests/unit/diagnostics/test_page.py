"""What a phone found out about itself: signed, in time, of this diagnostic, once; and what the kiosk makes of its numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.codes import PageAnswer as ScannedAnswer
from kiosk.catalogue.codes import decode
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Checklist, Method, Verdict
from kiosk.diagnostics.probes import page_report
from kiosk.diagnostics.probes.page import (
    LIFE,
    AnswerExpired,
    AnswerOfAnother,
    AnswerUnreadable,
    AnswerUsed,
    Invitation,
    Road,
    base36,
    invitation,
    read_answer,
    sign,
)
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection
from kiosk.errors import KioskError

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
GRADING = load_grading(RESOURCES / "grading" / "rules.toml")
SMARTPHONE, TABLET = (load_checklist(RESOURCES / "checklists" / f"{kind}.toml", GRADING) for kind in ("smartphone", "tablet"))
POINTS, TABLET_POINTS = (load_inspection(RESOURCES / "inspections" / f"{kind}.toml", GRADING).checklist for kind in ("smartphone", "tablet"))
SESSION, OTHER = "0199a1b2-0000-7000-8000-000000000001", "0199a1b2-0000-7000-8000-000000000002"
NOW = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)
ALL_WELL = "APM02S06O", "BPM00S005", "CPS015000", "DPS00S00U", "EPM00S00Y", "FPM00S0011", "GPM00S0033", "HPS00S000", "IPM06I0R96", "JPM0460A0", "KPM000050"


def invite(session_id: str = SESSION, *, letters: str = "ABCDEFGHIJKLNM") -> Invitation:
    return invitation(session_id, letters=letters, kind=DeviceKind.SMARTPHONE, language="fr", now_utc=NOW, chance=b"\1\2\3\4\5")


def answer(invited: Invitation, *entries: str, agent: str = "ANDROID.14.PIXEL.7.CHROME.126") -> str:
    body = "-".join(("PT1", invited.tag, base36(int(invited.expires_utc.timestamp())), agent, *entries))
    return f"{body}-{sign(body, invited.key)}"


def findings(*entries: str, checklist: Checklist = SMARTPHONE, kind: DeviceKind = DeviceKind.SMARTPHONE) -> dict[str, tuple[Verdict, str | None]]:
    report = page_report.report_of(read_answer(answer(invite(), *entries), SESSION, now_utc=NOW, used_tags=()), checklist, kind)
    return {finding.fact: (finding.verdict, finding.reason) for finding in report.findings}


def test_the_link_says_what_to_test_and_names_nobody() -> None:
    invited = invite()
    address, _, fragment = invited.link("https://test.example.fr/t/").partition("#")
    assert address == "https://test.example.fr/t/"
    form, tag, expires, key, letters, kind, language, road = fragment.split(".")
    assert (form, tag, letters, kind, language, road) == ("1", invited.tag, "ABCDEFGHIJKLNM", "smartphone", "fr", "q")
    assert (int(expires, 36), len(key)) == (int((NOW + LIFE).timestamp()), 22)
    assert SESSION not in fragment
    assert invited.link("/t/x/", Road.CABLE).endswith(".c")


def test_an_answer_of_the_phone_is_read_word_for_word() -> None:
    read = read_answer(answer(invite(), "AFM02S06N0A0B2C", "LNS001000"), SESSION, now_utc=NOW, used_tags=())
    assert (read.tag, read.agent) == (invite().tag, "ANDROID.14.PIXEL.7.CHROME.126")
    touch, vibration = read.entries
    assert (touch.letter, touch.said, touch.measured, touch.duration_ms, touch.number, touch.details) == ("A", "F", True, 10_000, 239, "0A0B2C")
    assert (vibration.said, vibration.measured, vibration.duration_ms) == ("N", False, 100)


def test_a_scanned_answer_is_told_from_every_other_code() -> None:
    text = answer(invite(), *ALL_WELL)
    assert decode(text) == ScannedAnswer(text)
    assert decode(text.lower()) == ScannedAnswer(text)


GOOD = answer(invite(), *ALL_WELL)


@pytest.mark.parametrize(
    ("text", "session_id", "seconds", "used", "refusal"),
    [
        (GOOD.replace("BPM00S005", "BPM00S009"), SESSION, 0, (), AnswerUnreadable),
        (GOOD.replace("CPS", "CFS"), SESSION, 0, (), AnswerUnreadable),
        (GOOD.replace("PIXEL.7", "PIXEL.8"), SESSION, 0, (), AnswerUnreadable),
        (GOOD[:-1] + ("A" if GOOD[-1] != "A" else "B"), SESSION, 0, (), AnswerUnreadable),
        (GOOD.replace("-EPM00S00Y", ""), SESSION, 0, (), AnswerUnreadable),
        (GOOD.replace(base36(int((NOW + LIFE).timestamp())), base36(int((NOW + 2 * LIFE).timestamp()))), SESSION, 0, (), AnswerUnreadable),
        (GOOD + "\n", SESSION, 0, (), AnswerUnreadable),
        ("", SESSION, 0, (), AnswerUnreadable),
        ("PT1-", SESSION, 0, (), AnswerUnreadable),
        ("A" * 1_000_000, SESSION, 0, (), AnswerUnreadable),
        (GOOD, OTHER, 0, (), AnswerOfAnother),
        (answer(invite(OTHER), *ALL_WELL), SESSION, 0, (), AnswerOfAnother),
        (GOOD, SESSION, 901, (), AnswerExpired),
        (GOOD, SESSION, 0, (invite().tag,), AnswerUsed),
        (GOOD, SESSION, 901, (invite().tag,), AnswerUsed),
    ],
    ids=[
        "another number", "another verdict", "another browser", "another signature", "a test left out", "a later hour", "a line break", "nothing",
        "only its beginning", "a megabyte", "of another device", "another device here", "too late", "taken before", "taken before, and late",
    ],
)  # fmt: skip
def test_an_answer_that_is_not_ours_in_time_and_new_is_refused(
    text: str, session_id: str, seconds: int, used: tuple[str, ...], refusal: type[KioskError]
) -> None:
    with pytest.raises(refusal):
        read_answer(text, session_id, now_utc=NOW + timedelta(seconds=seconds), used_tags=used)


def test_it_is_taken_in_its_last_second() -> None:
    assert read_answer(GOOD, SESSION, now_utc=NOW + LIFE, used_tags=()).tag == invite().tag


def test_a_sound_phone_answers_every_question_that_the_page_can() -> None:
    expected = ("touch", "multitouch", "display_lit", "loudspeaker", "microphones", "front_camera", "rear_cameras", "flash", "motion")
    assert findings(*ALL_WELL) == dict.fromkeys(expected, (Verdict.PASS, None))


@pytest.mark.parametrize(
    ("entry", "verdict", "reason"),
    [
        ("APM00006M000A", Verdict.PASS, None),
        ("APM00006L000A0B", Verdict.FAIL, "touch_dead_zone"),
        ("BPM000004", Verdict.FAIL, "multitouch"),
        ("BPM000005", Verdict.PASS, None),
        ("CFS000000B", Verdict.FAIL, "burn_in"),
        ("CFS000000L", Verdict.FAIL, "display_lines"),
        ("DFS000000", Verdict.FAIL, "loudspeaker"),
        ("EPM00000B", Verdict.FAIL, "microphone"),
        ("EPM00000C", Verdict.PASS, None),
        ("FFS00002SX", Verdict.FAIL, "front_camera"),
        ("GPM0000022", Verdict.PASS, None),
        ("GPM0000023", Verdict.FAIL, "rear_camera_blurred"),
        ("GFS00002SX", Verdict.FAIL, "rear_camera_dead"),
        ("HFS000000", Verdict.FAIL, "flash"),
        ("LPM00000U", Verdict.PASS, None),
        ("LFS000000", Verdict.FAIL, "vibration"),
        ("NFS000000", Verdict.FAIL, "biometrics"),
    ],
)  # fmt: skip
def test_the_number_decides_whatever_the_page_says(entry: str, verdict: Verdict, reason: str | None) -> None:
    (found,) = findings(entry).values()
    assert found == (verdict, reason)


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (("IPM0000R96", "JPM00009G", "KPM000050"), (Verdict.PASS, None)),
        (("IPM0000Q56", "JPM00009G", "KPM000050"), (Verdict.PASS, None)),
        (("IPM0000R95", "JPM0000A0", "KPM000050"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000Q46", "JPM0000A0", "KPM000050"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000SE6", "JPM0000A0", "KPM000050"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000R96", "JPM00009F", "KPM000050"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000R96", "JPM0000AK", "KPM000050"), (Verdict.PASS, None)),
        (("IPM0000R96", "JPM0000AL", "KPM000050"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000R96", "JPM0000A0", "KPM00004Z"), (Verdict.FAIL, "motion_sensor")),
        (("IPM0000R96", "JPM0000A0", "KNS000000"), None),
        (("IPM0000R96", "JIS000000", "KPM000050"), None),
    ],
)  # fmt: skip
def test_motion_passes_when_all_its_sensors_pass_and_is_left_to_the_person_when_one_was_not_tested(
    entries: tuple[str, ...], found: tuple[Verdict, str] | None
) -> None:
    assert findings(*entries).get("motion") == found


def test_the_thirty_points_know_a_stuck_compass_and_a_camera_as_a_whole() -> None:
    found = findings("IPM0000R96", "JPM0000A0", "KPM00000A", "GFS000000X", "CPS000000", checklist=POINTS)
    assert found == {"motion": (Verdict.FAIL, "compass_stuck"), "rear_cameras": (Verdict.FAIL, "rear_camera"), "display_lit": (Verdict.PASS, None)}


@pytest.mark.parametrize(("fingers", "found"), [("A", (Verdict.PASS, None)), ("9", (Verdict.FAIL, "multitouch"))])
def test_a_tablet_feels_ten_fingers_at_once(fingers: str, found: tuple[Verdict, str | None]) -> None:
    given = findings(f"BPM00000{fingers}", "PPM000002", checklist=TABLET_POINTS, kind=DeviceKind.TABLET)
    assert given == {"multitouch": (Verdict.PASS, None), "rotation": found}


def test_what_an_iphone_cannot_test_is_told_and_answers_nothing() -> None:
    read = read_answer(answer(invite(), "LNS000000", "HNS000000", "NIS000000"), SESSION, now_utc=NOW, used_tags=())
    report = page_report.report_of(read, SMARTPHONE, DeviceKind.SMARTPHONE)
    assert report.findings == ()
    assert {name: report.facts[name] for name in ("page_vibration", "page_torch")} == {
        "page_vibration": "not testable in this browser", "page_torch": "not testable in this browser",
    }  # fmt: skip
    assert [found.verdict for found in page_report.tested(read)] == [None, None, Verdict.INCONCLUSIVE]


def test_every_result_says_how_by_what_and_how_long() -> None:
    read = read_answer(answer(invite(), "AFM02S06L0A0B2C", "IPM00S0R96", "JPM00S0A0", "KPM00S050"), SESSION, now_utc=NOW, used_tags=())
    report = page_report.report_of(read, SMARTPHONE, DeviceKind.SMARTPHONE)
    touch, motion = report.findings
    assert (report.probe, report.method, report.duration_ms) == ("page 1", Method.BROWSER, 18_400)
    assert (touch.raw, touch.duration_ms) == ("237/240 cells, missing r1c11 r1c12 r8c1", 10_000)
    assert (motion.raw, motion.duration_ms) == ("accelerometer 9.81 m/s² at rest, 6 faces; gyroscope 360° of 360; compass 180° of 360", 8_400)
    assert (report.facts["page_agent"], report.facts["page_tag"]) == ("ANDROID.14.PIXEL.7.CHROME.126", invite().tag)


@pytest.mark.parametrize(
    ("checklist", "letters"),
    [(SMARTPHONE, "ABCDEFGHIJKLNM"), (TABLET, "ABCDOEFGHIJKNM"), (POINTS, "ACDEFGHIJKLNM"), (TABLET_POINTS, "ACDOEFGHIJKPNM")],
    ids=["phone", "tablet", "points of a phone", "points of a tablet"],
)  # fmt: skip
def test_the_page_tests_what_the_list_asks(checklist: Checklist, letters: str) -> None:
    assert page_report.letters_for(checklist, checklist.kind) == letters


def test_a_watch_and_a_laptop_have_no_page() -> None:
    for kind in ("watch", "laptop", "appliance"):
        assert page_report.letters_for(load_checklist(RESOURCES / "checklists" / f"{kind}.toml", GRADING), DeviceKind(kind)) == ""


@pytest.mark.parametrize(
    ("agent", "brand", "kind", "other"),
    [
        ("IPHONE.OS.17.5.VERSION.17.5", "Apple", DeviceKind.SMARTPHONE, False),
        ("ANDROID.10.CHROME.126", "Apple", DeviceKind.SMARTPHONE, True),
        ("IPAD.OS.17.5.VERSION.17.5", "Apple", DeviceKind.SMARTPHONE, True),
        ("MACINTOSH.INTEL.MAC.OS.X.10.15.7.VERSION.17.5", "Apple", DeviceKind.TABLET, False),
        ("IPHONE.OS.17.5.VERSION.17.5", "Apple", DeviceKind.TABLET, True),
        ("ANDROID.14.PIXEL.7.CHROME.126", "Google", DeviceKind.SMARTPHONE, False),
        ("IPHONE.OS.17.5.VERSION.17.5", "Samsung", DeviceKind.SMARTPHONE, True),
        ("X11.CHROME.126", "Samsung", DeviceKind.TABLET, False),
        ("IPHONE.OS.17.5.VERSION.17.5", "Sony", DeviceKind.CONSOLE, False),
    ],
)
def test_a_browser_of_another_make_is_told_from_the_devices_own(agent: str, brand: str, kind: DeviceKind, other: bool) -> None:
    assert page_report.is_of_another(agent, DeviceModel("m", brand, "x", kind)) is other
