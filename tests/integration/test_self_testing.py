"""The self-test at the bench's services: after a restart, beside a person's word, in the thirty points, and where there is none."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.diagnostics.checklist import Method, Verdict
from kiosk.diagnostics.probes.page import AnswerUsed, Invitation, base36, sign
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.session import SessionOver
from kiosk.tradein.self_testing import NoPageTest, SelfTestService
from tests.bench import IPHONE_12_64, Bench

SWITCH = "m-switch-32-go-gris"


def service(bench: Bench, clock: ManualClock, *, address: str = "") -> SelfTestService:
    """As the kiosk makes it at every start: nothing is kept from before."""
    recorder = Recorder(bench.database, clock=clock, ids=CountedIds())
    return SelfTestService(recorder, trade_ins=bench.trade_ins, inspections=bench.inspections, catalogue=bench.catalogue, address=lambda: address)


def answer(invited: Invitation, *entries: str, agent: str = "IPHONE.17.5") -> str:
    body = "-".join(("PT1", invited.tag, base36(int(invited.expires_utc.timestamp())), agent, *entries))
    return f"{body}-{sign(body, invited.key)}"


def test_an_answer_outlives_a_restart_and_is_taken_once_all_the_same(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    text = answer(service(bench, clock).invite(screen.session_id, language="fr").invitation, "BPM00S005", "LNS000000")
    service(bench, clock).take(screen.session_id, text, yanis)
    answers = bench.trade_ins.screen(screen.session_id).answers
    assert {name: (given.verdict, given.method) for name, given in answers.items()} == {"multitouch": (Verdict.PASS, Method.BROWSER)}
    with pytest.raises(AnswerUsed):
        service(bench, clock).take(screen.session_id, text, yanis)


def test_what_the_technician_saw_stays_and_the_phones_word_is_kept_beside_it(bench: Bench, clock: ManualClock) -> None:
    yanis, tests = bench.person("yanis"), service(bench, clock)
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    text = answer(tests.invite(screen.session_id, language="fr").invitation, "APM00S06O")
    bench.trade_ins.answer(screen.session_id, "touch", "touch_dead_zone", yanis)
    tests.take(screen.session_id, text, yanis)
    screen = bench.trade_ins.screen(screen.session_id)
    assert screen.answers["touch"].verdict is Verdict.FAIL
    assert screen.readings[0].facts["page_touch"] == "240/240 cells"


def test_the_thirty_points_are_filled_by_the_phone_that_is_inspected(bench: Bench, clock: ManualClock) -> None:
    ines, tests = bench.person("ines"), service(bench, clock)
    unit = next(unit for unit in bench.inspections.queue() if unit.imei is not None)
    screen = bench.inspections.start(unit.unit_id, ines)
    invited = tests.invite(screen.session_id, language="en")
    assert [test.test_id for test in invited.tests][:3] == ["touch", "display", "loudspeaker"]
    taken = tests.take(screen.session_id, answer(invited.invitation, "APM00S06O", "CPS000000", "EPM00S00Y", agent="ANDROID.14.PIXEL.7"), ines)
    answers = {point.point_id: point.status.value for point in bench.inspections.screen(screen.session_id).facts.points}
    assert {name: answers[name] for name in ("touch", "display", "microphones")} == dict.fromkeys(("touch", "display", "microphones"), "passed")
    assert taken.agent == "ANDROID.14.PIXEL.7"


def test_the_controller_of_a_console_is_tested_on_any_phone(bench: Bench, clock: ManualClock) -> None:
    yanis, tests = bench.person("yanis"), service(bench, clock)
    screen = bench.trade_ins.start("XKW10012345678", yanis, model_id=SWITCH)
    made = tests.invite(screen.session_id, language="fr").invitation
    assert made.letters == "STM"
    tests.take(screen.session_id, answer(made, "SPM05A00E", "TFM05A00B4"), yanis)
    answers = bench.trade_ins.screen(screen.session_id).answers
    assert (answers["controller_buttons"].option_id, answers["sticks"].option_id) == ("pass", "drift")
    assert answers["sticks"].raw == "drift 11 % at rest, 4 of 4 axes to their ends"


def test_a_laptop_is_offered_no_page(bench: Bench, clock: ManualClock) -> None:
    screen = bench.trade_ins.start("C02XKW100123", bench.person("yanis"), model_id="m-macbook-air-13-m1-256-go-8-go-or")
    with pytest.raises(NoPageTest):
        service(bench, clock).invite(screen.session_id, language="fr")


def test_a_diagnostic_that_is_over_neither_invites_nor_takes(bench: Bench, clock: ManualClock) -> None:
    yanis, tests = bench.person("yanis"), service(bench, clock)
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    text = answer(tests.invite(screen.session_id, language="fr").invitation, "BPM00S005")
    bench.trade_ins.decline(screen.session_id, yanis, reason="changed_mind")
    for act in (lambda: tests.invite(screen.session_id, language="fr"), lambda: tests.take(screen.session_id, text, yanis)):
        with pytest.raises(SessionOver):
            act()


def test_the_code_leads_to_the_shops_public_page_where_there_is_one(bench: Bench, clock: ManualClock) -> None:
    screen = bench.trade_ins.start(IPHONE_12_64, bench.person("yanis"))
    public = service(bench, clock, address="https://test.example.fr/t/").invite(screen.session_id, language="fr")
    alone = service(bench, clock).invite(screen.session_id, language="fr")
    assert (public.public, public.link.startswith("https://test.example.fr/t/#1.")) == (True, True)
    assert (alone.public, alone.link.startswith("#1.")) == (False, True)
