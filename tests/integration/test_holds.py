"""Units held back: unanswered blacklist, hazards, the police; who holds, who lets go, what stays on the shelf and what the journal says."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image

from kiosk.diagnostics.checklist import Effect, Verdict
from kiosk.diagnostics.rulefiles import load_checklist, load_grading, load_inspection
from kiosk.hardware.virtual.zpl_picture import render_label_png
from kiosk.staff.approvals import Action, Approval, ApprovalRequest, ReasonMissing, Why
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock.units import Unit, UnitInQuarantine, UnitOnHold, UnitState, sellable
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.holds import HoldUnknown, load_hold_reasons
from tests.bench import IPHONE_12_64, RESOURCES, SELLER, SIGNATURE, Bench, answer_all
from tests.passports import IPHONE_12_128, put_on_sale

WHY = Why("answered", "base interrogée par téléphone")


def bodies(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=10_000) if e.kind == kind]


def bought(bench: Bench, *, bad: dict[str, str] | None = None) -> Unit:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis, bad=bad)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    return bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis).unit


def labels(bench: Bench) -> list[str]:
    with bench.database.read() as connection:
        return [job.content.decode() for job in bench.print_queue.waiting(connection, "label")]


def now(bench: Bench, unit: Unit) -> Unit:
    found = bench.stock.unit_by_id(unit.unit_id)
    assert found is not None
    return found


def reasons_of(bench: Bench, unit: Unit) -> list[str]:
    return [hold.reason.reason for hold in bench.holds.holds_of(unit.unit_id)]


@pytest.mark.parametrize(("answer", "held"), [("pass", []), ("inconclusive", ["blacklist"]), ("not_tested", ["blacklist"])])
def test_a_unit_bought_without_the_blacklists_answer_is_held_and_worked_on(bench: Bench, answer: str, held: list[str]) -> None:
    unit = bought(bench, bad={"blacklist": answer})
    assert (now(bench, unit).state, reasons_of(bench, unit)) == (UnitState.TO_ERASE, held)
    assert [body["reason"] for body in bodies(bench, "stock.unit_held")] == held
    assert ("À effacer · retenu" in labels(bench)[0]) is bool(held)


def test_an_inspection_that_answers_the_blacklist_ends_the_hold(bench: Bench) -> None:
    unit = bought(bench, bad={"blacklist": "inconclusive"})
    bench.erasures.erase(unit.unit_id, bench.person("yanis"), method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)
    sold_as = put_on_sale(bench, unit.unit_id)
    assert (sold_as.state, now(bench, unit).hold, reasons_of(bench, unit)) == (UnitState.FOR_SALE, None, [])
    assert sellable(now(bench, unit), "L01") is None
    assert [(body["reason"], body["why"]) for body in bodies(bench, "stock.hold_released")] == [("blacklist", "inspected")]


def test_a_manager_or_who_is_lent_the_right_ends_a_hold_with_a_reason(bench: Bench) -> None:
    unit = bought(bench, bad={"blacklist": "inconclusive"})
    yanis, sophie = bench.person("yanis"), bench.person("sophie")
    with pytest.raises(RightMissing):
        bench.holds.release(unit.unit_id, "blacklist", WHY, yanis)
    with pytest.raises(ReasonMissing):
        bench.holds.release(unit.unit_id, "blacklist", Why(""), sophie)
    request = ApprovalRequest(Right.RELEASE_UNIT, Action.RELEASE, yanis, unit.unit_id)
    lent: Approval = bench.staff.approve_by_pin(request, "sophie", "444444", why=Why("photo_compared"))
    assert bench.holds.release(unit.unit_id, "blacklist", WHY, yanis, approved_by=lent).hold is None
    (body,) = bodies(bench, "stock.hold_released")
    assert body == {
        "unit_id": unit.unit_id, "reason": "blacklist", "why": "answered", "note": "base interrogée par téléphone", "approved_by": "sophie",
    }  # fmt: skip
    with pytest.raises(HoldUnknown):
        bench.holds.release(unit.unit_id, "blacklist", WHY, sophie)


def test_a_swollen_battery_on_the_shelf_goes_to_quarantine_with_its_label(bench: Bench) -> None:
    put_on_sale(bench)
    before = len(labels(bench))
    unit = bench.holds.hold(IPHONE_12_128, "swollen", bench.person("ines"), note=" dos  soulevé ")
    assert (unit.state, unit.hold) == (UnitState.QUARANTINE, "swollen")
    assert isinstance(sellable(now(bench, unit), "L01"), UnitInQuarantine)
    (label,) = labels(bench)[before:]
    for words in ("QUARANTAINE", "Batterie gonflée", "Ne pas charger, ne pas appuyer,", "par Inès", unit.label_code):
        assert words in label
    picture = Image.open(io.BytesIO(render_label_png(label.encode())))
    assert picture.size == (912, 608) and picture.convert("1").getextrema() == (0, 255)
    (body,) = bodies(bench, "stock.unit_held")
    assert body == {"unit_id": IPHONE_12_128, "reason": "swollen", "from": "for_sale", "state": "quarantine", "note": "dos soulevé", "document_id": None}


def test_who_makes_it_safe_lets_it_out_of_quarantine_and_the_hold_ends_with_it(bench: Bench) -> None:
    bench.holds.hold(IPHONE_12_128, "smoke", bench.person("ines"))
    with pytest.raises(HoldUnknown):
        bench.holds.release(IPHONE_12_128, "smoke", WHY, bench.person("sophie"))
    with pytest.raises(RightMissing):
        bench.aftercare.workshop.let_go(IPHONE_12_128, UnitState.REWORK, Why("made_safe"), bench.person("ines"))
    unit = bench.aftercare.workshop.let_go(IPHONE_12_128, UnitState.REWORK, Why("made_safe"), bench.person("sophie"))
    assert (now(bench, unit).state, now(bench, unit).hold, reasons_of(bench, unit)) == (UnitState.REWORK, None, [])
    assert [(body["reason"], body["why"]) for body in bodies(bench, "stock.hold_released")] == [("smoke", "made_safe")]


def test_a_unit_held_twice_stays_held_until_both_ended(bench: Bench) -> None:
    unit = bought(bench, bad={"blacklist": "inconclusive"})
    ines, sophie = bench.person("ines"), bench.person("sophie")
    bench.holds.hold(unit.unit_id, "police", ines, note="réquisition 2026/118")
    assert (now(bench, unit).state, now(bench, unit).hold, reasons_of(bench, unit)) == (UnitState.BLOCKED, "police", ["police", "blacklist"])
    bench.aftercare.workshop.let_go(unit.unit_id, UnitState.TO_INSPECT, Why("mistaken"), sophie)
    assert (now(bench, unit).state, now(bench, unit).hold) == (UnitState.TO_INSPECT, "blacklist")
    bench.holds.release(unit.unit_id, "blacklist", WHY, sophie)
    assert now(bench, unit).hold is None


def test_a_hazard_found_by_an_inspection_is_named_and_labelled(bench: Bench) -> None:
    unit = put_on_sale(bench, bad={"sealing": "oxidation"})
    assert (unit.state, now(bench, unit).hold, reasons_of(bench, unit)) == (UnitState.QUARANTINE, "liquid", ["liquid"])
    assert "Liquide, oxydation ou insectes" in labels(bench)[-1]


def test_a_held_unit_is_refused_in_the_basket_whatever_its_state(bench: Bench) -> None:
    put_on_sale(bench)
    unit = now(bench, bench.holds.hold(IPHONE_12_128, "police", bench.person("ines")))
    assert unit.state is UnitState.BLOCKED
    on_shelf = Unit(**{name: getattr(unit, name) for name in Unit.__slots__} | {"state": UnitState.FOR_SALE})
    assert isinstance(sellable(on_shelf, "L01"), UnitOnHold)


def test_a_cashier_holds_nothing_and_a_sold_unit_is_nobodys_to_hold(bench: Bench) -> None:
    with pytest.raises(RightMissing):
        bench.holds.hold(IPHONE_12_128, "swollen", bench.person("camille"))
    with pytest.raises(HoldUnknown):
        bench.holds.hold(IPHONE_12_128, "blacklist", bench.person("ines"))
    with pytest.raises(HoldUnknown):
        bench.holds.hold(IPHONE_12_128, "mood", bench.person("ines"))


def test_every_hazard_of_every_list_has_a_reason_of_its_own_on_the_label() -> None:
    grading = load_grading(RESOURCES / "grading" / "rules.toml")
    known = {answer for reason in load_hold_reasons(RESOURCES).reasons for answer in reason.answers}
    lists = [load_checklist(path, grading) for path in sorted((RESOURCES / "checklists").glob("*.toml"))]
    lists += [load_inspection(path, grading).checklist for path in sorted((RESOURCES / "inspections").glob("*.toml"))]
    faults = {
        option.reason for checklist in lists for question in checklist.questions() for option in question.options
        if option.verdict is Verdict.FAIL and option.effect is Effect.HAZARD
    }  # fmt: skip
    faults |= {
        question.measure.reason for checklist in lists for question in checklist.questions() if question.measure and question.measure.effect is Effect.HAZARD
    }
    assert faults and faults <= known
