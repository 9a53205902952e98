"""Signing in on the real database: what opens, what is refused, what the journal says, what a restart does not forget."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.journal.ledger import Ledger
from kiosk.staff import store
from kiosk.staff.approvals import Action, Approval, ApprovalRequest, ReasonMissing, Why
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right, RightMissing
from kiosk.staff.secrets import PinHasher, badge_digest
from kiosk.staff.service import BadgeUnknown, PersonUnknown, PinLocked, PinWrong, StaffService
from kiosk.storage.engine import Database

HASHER = PinHasher(time_cost=1, memory_kib=8)
CAMILLE_BADGE = "BADGE-CAMILLE234567ABC"
CAMILLE = Person(
    "camille", "Camille", "Camille Lefort", "CL", (Role.CASHIER,), "fr", HASHER.hash("111111"), badge_digest(CAMILLE_BADGE), feminine=True
)  # fmt: skip
SOPHIE = Person("sophie", "Sophie", "Sophie Marchand", "SM", (Role.MANAGER,), "fr", HASHER.hash("444444"), badge_digest("BADGE-SOPHIE234567234A"))
FORMER = Person("paul", "Paul", "Paul Renard", "PR", (Role.MANAGER,), "en", HASHER.hash("999999"), badge_digest("BADGE-PAULPAULPAULPAUL"), active=False)


@pytest.fixture
def staff(database: Database, ledger: Ledger, clock: ManualClock) -> StaffService:
    with database.write() as connection:
        store.upsert_people(connection, [(SOPHIE, 1), (CAMILLE, 2), (FORMER, 3)])
    return StaffService(database, ledger, clock, hasher=HASHER)


def journal(database: Database, ledger: Ledger) -> list[tuple[str, str, object]]:
    with database.read() as connection:
        entries = [json.loads(entry.entry) for entry in ledger.entries_after(connection, 1, 0, limit=100)]
    return [(entry["kind"], entry["person"], entry["body"]) for entry in entries if entry["kind"].startswith("staff.")]


def fail(staff: StaffService, times: int) -> None:
    for _ in range(times):
        with pytest.raises((PinWrong, PinLocked)):
            staff.sign_in_by_pin("camille", "000000")


def test_the_sign_in_page_shows_who_works_here(staff: StaffService) -> None:
    assert staff.people() == (CAMILLE, SOPHIE)


def test_the_right_pin_signs_in_and_out_and_the_journal_says_who(staff: StaffService, database: Database, ledger: Ledger) -> None:
    camille = staff.sign_in_by_pin("camille", "111111")
    staff.sign_out(camille)
    assert camille == CAMILLE
    assert journal(database, ledger) == [("staff.signed_in", "camille", {"by": "pin"}), ("staff.signed_out", "camille", {})]


def test_a_badge_signs_in_at_once(staff: StaffService, database: Database, ledger: Ledger) -> None:
    assert staff.sign_in_by_badge(CAMILLE_BADGE.lower()) == CAMILLE
    assert journal(database, ledger) == [("staff.signed_in", "camille", {"by": "badge"})]


@pytest.mark.parametrize("code", ["BADGE-AAAAAAAAAAAAAAAA", "BADGE-PAULPAULPAULPAUL", ""])
def test_an_unknown_badge_or_one_of_somebody_who_left_is_refused_and_journaled(staff: StaffService, database: Database, ledger: Ledger, code: str) -> None:
    with pytest.raises(BadgeUnknown):
        staff.sign_in_by_badge(code)
    assert journal(database, ledger) == [("staff.badge_refused", "system", {})]


def test_a_wrong_pin_says_how_many_tries_are_left(staff: StaffService, database: Database, ledger: Ledger) -> None:
    with pytest.raises(PinWrong) as refused:
        staff.sign_in_by_pin("camille", "111112")
    assert refused.value.facts == {"attempts_left": 2, "name": "Camille"}
    assert journal(database, ledger) == [("staff.pin_refused", "camille", {"failures": 1, "purpose": "sign_in"})]


def test_no_pin_ever_reaches_the_journal(staff: StaffService, database: Database, ledger: Ledger) -> None:
    fail(staff, 2)
    staff.sign_in_by_pin("camille", "111111")
    assert "000000" not in repr(journal(database, ledger)) and "111111" not in repr(journal(database, ledger))


def test_three_wrong_pins_lock_and_each_further_one_doubles_the_wait(staff: StaffService, clock: ManualClock) -> None:
    fail(staff, 2)
    for wait_s in (30, 60, 120):
        with pytest.raises(PinLocked) as refused:
            staff.sign_in_by_pin("camille", "000000")
        assert refused.value.facts == {"wait_s": wait_s, "name": "Camille"}
        clock.advance(seconds=wait_s - 1)
        with pytest.raises(PinLocked) as refused:
            staff.sign_in_by_pin("camille", "111111")
        assert refused.value.facts["wait_s"] == 1
        clock.advance(seconds=1)
    assert staff.sign_in_by_pin("camille", "111111") == CAMILLE
    with pytest.raises(PinWrong):
        staff.sign_in_by_pin("camille", "000000")


def test_a_lock_is_one_persons_own(staff: StaffService) -> None:
    fail(staff, 3)
    assert staff.lock_left_s("camille") == 30
    assert staff.lock_left_s("sophie") == 0
    assert staff.sign_in_by_pin("sophie", "444444") == SOPHIE


def test_a_restart_does_not_forgive_wrong_pins(staff: StaffService, database: Database, ledger: Ledger, clock: ManualClock) -> None:
    fail(staff, 3)
    restarted = StaffService(database, ledger, clock, hasher=HASHER)
    with pytest.raises(PinLocked):
        restarted.sign_in_by_pin("camille", "111111")


def test_a_clock_set_back_does_not_lengthen_the_wait(staff: StaffService, clock: ManualClock) -> None:
    fail(staff, 3)
    clock.set_wall(clock.now_utc() - timedelta(days=300))
    assert staff.lock_left_s("camille") == 30


@pytest.mark.parametrize("person_id", ["paul", "nobody"])
def test_who_left_or_never_was_cannot_sign_in(staff: StaffService, person_id: str) -> None:
    with pytest.raises(PersonUnknown):
        staff.sign_in_by_pin(person_id, "999999")


def test_who_left_is_still_named_on_old_papers(staff: StaffService) -> None:
    assert staff.person("paul").full_name == "Paul Renard"


ASKED = ApprovalRequest(Right.REFUND, Action.LATE_RETURN, CAMILLE, "ticket-7")
WHY = Why("goodwill", "  cliente\tfidèle ")


def test_a_manager_lends_a_right_once_by_pin(staff: StaffService, database: Database, ledger: Ledger) -> None:
    lent = staff.approve_by_pin(ASKED, "sophie", "444444", why=WHY)
    assert lent == Approval(Right.REFUND, Action.LATE_RETURN, "camille", "sophie", "Sophie", Why("goodwill", "cliente fidèle"), "ticket-7")
    said = {
        "right": "refund", "action": "late_return", "asked_by": "camille", "reason": "goodwill", "note": "cliente fidèle", "document": "ticket-7", "by": "pin",
    }  # fmt: skip
    assert journal(database, ledger) == [("staff.approved", "sophie", said)]


def test_a_manager_lends_a_right_once_by_badge(staff: StaffService, database: Database, ledger: Ledger) -> None:
    assert staff.approve_by_badge(ASKED, "BADGE-SOPHIE234567234A", why=WHY).approver_id == "sophie"
    ((kind, who, body),) = journal(database, ledger)
    assert (kind, who, isinstance(body, dict) and body["by"]) == ("staff.approved", "sophie", "badge")


def test_an_approval_needs_somebody_who_has_the_right_and_the_right_pin(staff: StaffService, database: Database, ledger: Ledger) -> None:
    with pytest.raises(RightMissing):
        staff.approve_by_pin(ASKED, "camille", "111111", why=WHY)
    with pytest.raises(RightMissing):
        staff.approve_by_badge(ASKED, CAMILLE_BADGE, why=WHY)
    with pytest.raises(PinWrong):
        staff.approve_by_pin(ASKED, "sophie", "000000", why=WHY)
    with pytest.raises(BadgeUnknown):
        staff.approve_by_badge(ASKED, "BADGE-AAAAAAAAAAAAAAAA", why=WHY)
    assert [kind for kind, _, _ in journal(database, ledger)] == ["staff.pin_refused", "staff.badge_refused"]


@pytest.mark.parametrize("why", [Why(""), Why("other"), Why("other", "  ")])
def test_nobody_lends_a_right_without_saying_why(staff: StaffService, why: Why) -> None:
    with pytest.raises(ReasonMissing):
        staff.approve_by_pin(ASKED, "sophie", "444444", why=why)
    with pytest.raises(ReasonMissing):
        staff.approve_by_badge(ASKED, "BADGE-SOPHIE234567234A", why=why)


def test_who_can_lend_a_right_still_works_here(staff: StaffService) -> None:
    assert staff.who_may(Right.REFUND) == (SOPHIE,)


def test_an_older_row_of_the_feed_changes_nobody(staff: StaffService, database: Database) -> None:
    with database.write() as connection:
        store.upsert_people(connection, [(replace(CAMILLE, full_name="Ancien nom"), 1), (replace(SOPHIE, full_name="Sophie Marchand-Roy"), 9)])
        store.upsert_people(connection, [])
    assert [person.full_name for person in staff.people()] == ["Camille Lefort", "Sophie Marchand-Roy"]
