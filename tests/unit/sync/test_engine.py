"""The sync engine's rules, one event at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from kiosk.sync.engine import TABLE, Draw, step
from kiosk.sync.machine import (
    EVENT_KINDS,
    PUSH,
    Acked,
    Appended,
    Applied,
    ApplyPage,
    Effect,
    Event,
    Failed,
    Failure,
    LaneKind,
    MarkAcked,
    Phase,
    PokeAnswered,
    PullAnswered,
    PushAnswered,
    Quarantine,
    SendPoke,
    SendPull,
    SendPush,
    SetTimer,
    Started,
    State,
    Tell,
    TimerFired,
    Tuning,
    Unapplied,
    Woken,
    initial,
)
from kiosk.sync.protocol import Cursor, PullPage
from kiosk.sync.status import QuarantineReason, SyncKind

MOST = Tuning(first_contact_spread_ms=0)


def most(limit: int) -> int:
    return limit


def least(_limit: int) -> int:
    return 0


class Played:
    """An engine that is fed by hand; ``done`` are the effects of the last event."""

    def __init__(self, *, head: int = 0, acked: int = 0, tuning: Tuning = MOST, quarantine: QuarantineReason | None = None) -> None:
        self.state: State = initial(nonce="n", epoch=1, head_seq=head, acked_seq=acked, cursors={}, tuning=tuning, quarantine=quarantine)
        self.done: tuple[Effect, ...] = ()
        self.now_ms = 0

    def feed(self, event: Event, *, after_ms: int = 0, draw: Draw = most) -> Played:
        self.now_ms += after_ms
        self.state, self.done = step(self.state, event, self.now_ms, draw)
        return self

    def started(self) -> Played:
        """Every lane past its first contact."""
        self.feed(Started())
        for lane in self.state.lanes:
            self.feed(TimerFired(lane.name, lane.timer))
        return self

    def only(self, kind: type[Effect]) -> list[Any]:
        return [effect for effect in self.done if isinstance(effect, kind)]

    def answer_push(self, seq: int, *, hash_: str = "h", own: str | None = "h", forked: bool = False, epoch: int = 1) -> Played:
        request = self.state.lane(PUSH).request or ""
        return self.feed(PushAnswered(request, epoch, seq, hash_, own, forked))

    def pushed(self, seq: int) -> Played:
        """A push answered and its acknowledgement made durable."""
        self.answer_push(seq)
        return self.feed(Acked(self.state.lane(PUSH).request or "", seq))

    def fail(self, lane: str, failure: Failure, retry_after_ms: int = 0) -> Played:
        return self.feed(Failed(lane, self.state.lane(lane).request or "", failure, retry_after_ms))


START = Cursor()
END = Cursor(5, "~")


def page(feed: str = "people", start: Cursor = START, end: Cursor = END, *, more: bool = False) -> PullPage:
    return PullPage(feed, start, end, (), more, end.v, 1, None if more else "0:0:0")


@pytest.mark.parametrize(("kind", "phase", "event"), list(product(LaneKind, Phase, EVENT_KINDS)))
def test_every_cell_of_the_table_has_a_rule(kind: LaneKind, phase: Phase, event: type[Event]) -> None:
    assert callable(TABLE[kind, phase, event])


def test_the_table_has_no_cell_beyond_lanes_phases_and_events() -> None:
    assert set(TABLE) == set(product(LaneKind, Phase, EVENT_KINDS))


def test_first_contact_is_spread_over_half_a_minute() -> None:
    played = Played(head=3, tuning=Tuning()).feed(Started())
    assert {timer.after_ms for timer in played.only(SetTimer)} == {30_000}
    assert not played.only(SendPush)


def test_a_new_entry_goes_up_at_once_when_the_lane_is_idle() -> None:
    played = Played(head=3, acked=3).started().feed(Appended(4))
    (send,) = played.only(SendPush)
    assert (send.epoch, send.after_seq) == (1, 3)


def test_only_one_push_is_in_flight() -> None:
    played = Played(head=3).started().feed(Appended(4))
    assert not played.only(SendPush)
    assert played.pushed(3).only(SendPush)


def test_an_acknowledgement_is_written_before_it_counts() -> None:
    played = Played(head=3).started().answer_push(3)
    assert played.only(MarkAcked) == [MarkAcked(played.state.lane(PUSH).request or "", 1, 3, "h")]
    assert played.state.acked_seq == 0
    assert played.feed(Acked(played.state.lane(PUSH).request or "", 3)).state.acked_seq == 3


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"seq": 9, "own": None}, QuarantineReason.ACK_ABOVE_MINE),
        ({"seq": 2, "own": "other"}, QuarantineReason.HASH_DIFFERS),
        ({"seq": 2, "forked": True}, QuarantineReason.CENTRAL_SAYS_FORK),
    ],
)
def test_an_answer_that_contradicts_this_journal_means_quarantine(answer: dict[str, object], reason: QuarantineReason) -> None:
    played = Played(head=3).started().answer_push(**answer)
    assert played.only(Quarantine) == [Quarantine(reason)]
    assert played.only(Tell)[-1].status.kind is SyncKind.QUARANTINED
    assert not played.feed(Appended(10)).only(SendPush)
    assert played.state.acked_seq == 0


def test_an_answer_to_another_request_is_dropped() -> None:
    played = Played(head=3).started()
    before = played.state
    assert played.feed(PushAnswered("old-1", 1, 99, "x", None, True)).state == before


def test_an_acknowledgement_of_another_epoch_is_no_acknowledgement() -> None:
    played = Played(head=3).started().answer_push(3, epoch=2)
    assert (played.state.acked_seq, played.state.lane(PUSH).phase) == (0, Phase.WAITING)


def test_central_that_lost_entries_is_sent_them_again_while_the_durable_mark_stays() -> None:
    played = Played(head=5, acked=4).started().answer_push(2)
    (send,) = played.only(SendPush)
    assert (send.after_seq, played.state.acked_seq) == (2, 4)


def test_an_answer_without_progress_waits_instead_of_spinning() -> None:
    played = Played(head=5, acked=4).started().answer_push(4)
    assert not played.only(SendPush)
    assert played.state.lane(PUSH).phase is Phase.WAITING


def test_waits_double_to_a_minute_and_after_an_hour_to_five() -> None:
    played, waits = Played(head=1).started(), []
    for _ in range(8):
        played.fail(PUSH, Failure.UNREACHABLE)
        (timer,) = played.only(SetTimer)
        waits.append(timer.after_ms)
        played.feed(TimerFired(PUSH, played.state.lane(PUSH).timer), after_ms=waits[-1])
    assert waits == [2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]
    played.now_ms += 3_600_000
    (timer,) = played.fail(PUSH, Failure.UNREACHABLE).only(SetTimer)
    assert timer.after_ms == 300_000


def test_the_jitter_is_full() -> None:
    played = Played(head=1).started()
    played.feed(Failed(PUSH, played.state.lane(PUSH).request or "", Failure.UNREACHABLE), draw=least)
    assert played.only(SetTimer)[0].after_ms == 0


def test_a_busy_central_is_left_alone_for_as_long_as_it_asks() -> None:
    played = Played(head=1).started().fail(PUSH, Failure.BUSY, 20_000)
    assert 20_000 <= played.only(SetTimer)[0].after_ms <= 40_000
    assert not played.feed(Appended(2), after_ms=10_000).only(SendPush)
    assert not played.feed(Woken()).only(SendPush)


def test_a_refusal_does_not_spin() -> None:
    played = Played(head=1).started().fail(PUSH, Failure.REFUSED)
    assert played.only(SetTimer)[0].after_ms >= 150_000
    assert played.only(Tell)[-1].status.kind is SyncKind.REFUSED
    assert not played.feed(Appended(2), after_ms=60_000).only(SendPush)


def test_a_feed_that_central_does_not_know_holds_nothing_up_and_is_asked_for_again() -> None:
    played = Played(head=0).started()
    assert played.state.lane("products").phase is Phase.IDLE
    played.fail("device_models", Failure.UNOFFERED)
    assert [send.feed for send in played.only(SendPull)] == ["products"]
    assert {timer.after_ms for timer in played.only(SetTimer) if timer.lane == "device_models"} == {1_800_000}
    told = played.only(Tell)[-1].status
    assert (told.kind, told.lacks, told.feeds_at_head) == (SyncKind.CENTRAL_OLDER, ("device_models",), False)
    played.feed(PokeAnswered(played.state.lane("poke").request or "", {"device_models": 5}))
    assert [send.feed for send in played.only(SendPull)] == ["device_models"]


def test_a_new_entry_ends_a_wait_only_when_the_last_attempt_is_five_seconds_old() -> None:
    played = Played(head=1).started().fail(PUSH, Failure.UNREACHABLE)
    assert not played.feed(Appended(2), after_ms=4_000).only(SendPush)
    assert played.feed(Appended(3), after_ms=2_000).only(SendPush)


def test_an_answer_that_never_comes_is_a_failure_at_the_deadline() -> None:
    played = Played(head=1).started()
    timer = played.state.lane(PUSH).timer
    assert played.feed(TimerFired(PUSH, timer), after_ms=35_000).state.lane(PUSH).phase is Phase.WAITING
    assert played.feed(TimerFired(PUSH, timer)).state.lane(PUSH).phase is Phase.WAITING


def test_feeds_come_in_their_order() -> None:
    played = Played().feed(Started())
    sent = []
    for lane in played.state.lanes:
        sent += [effect.feed for effect in played.feed(TimerFired(lane.name, lane.timer)).only(SendPull)]
    assert sent == ["shop", "people", "device_models", "baskets", "returns", "price_books", "lessons", "passports", "parcels", "shops"]
    played.feed(PullAnswered("device_models", played.state.lane("device_models").request or "", page("device_models")))
    played.feed(Applied("device_models", played.state.lane("device_models").request or "", Cursor(5, "~"), False))
    assert [effect.feed for effect in played.only(SendPull)] == ["products"]


def test_a_page_that_follows_on_is_applied_and_the_next_is_asked_for() -> None:
    played = Played().started()
    first = page(end=Cursor(3, "x"), more=True)
    played.feed(PullAnswered("people", played.state.lane("people").request or "", first))
    assert played.only(ApplyPage) == [ApplyPage(played.state.lane("people").request or "", "people", first)]
    played.feed(Applied("people", played.state.lane("people").request or "", Cursor(3, "x"), True))
    assert [effect.cursor for effect in played.only(SendPull)] == [Cursor(3, "x")]


@pytest.mark.parametrize(
    "wrong",
    [
        page(start=Cursor(1, "a")),
        page("products"),
        page(end=Cursor(0, ""), more=True),
    ],
)
def test_a_page_that_does_not_follow_on_is_not_applied(wrong: PullPage) -> None:
    played = Played().started()
    played.feed(PullAnswered("people", played.state.lane("people").request or "", wrong))
    assert not played.only(ApplyPage)
    assert played.state.lane("people").phase is Phase.WAITING


def test_a_page_that_did_not_fit_makes_the_feed_go_on_from_the_durable_cursor_after_a_pause() -> None:
    played = Played().started()
    played.feed(PullAnswered("people", played.state.lane("people").request or "", page()))
    played.feed(Unapplied("people", played.state.lane("people").request or "", Cursor()))
    lane = played.state.lane("people")
    assert (lane.phase, lane.cursor, lane.at_head) == (Phase.WAITING, Cursor(), False)


def test_a_poke_starts_the_feeds_that_are_behind_and_waits_again() -> None:
    played = Played().started()
    played.feed(PullAnswered("people", played.state.lane("people").request or "", page()))
    played.feed(Applied("people", played.state.lane("people").request or "", Cursor(5, "~"), False))
    played.feed(PokeAnswered(played.state.lane("poke").request or "", {"people": 9}), after_ms=10)
    assert [effect.feed for effect in played.only(SendPull)] == ["people"]
    assert [effect.heads["people"] for effect in played.only(SendPoke)] == [9]


def test_news_of_a_feed_that_this_till_does_not_know_yet_are_passed_over() -> None:
    played = Played().started()
    known = len(played.state.lanes)
    played.feed(PokeAnswered(played.state.lane("poke").request or "", {"people": 9, "a_feed_of_next_year": 4}), after_ms=10)
    assert len(played.state.lanes) == known and "a_feed_of_next_year" not in {effect.feed for effect in played.only(SendPull)}


def test_a_central_that_answers_pokes_at_once_with_nothing_new_is_not_asked_without_pause() -> None:
    played = Played().started()
    played.feed(PokeAnswered(played.state.lane("poke").request or "", {}), after_ms=5)
    assert (played.state.lane("poke").phase, played.only(SetTimer)[0].after_ms) == (Phase.WAITING, 1_000)


def test_when_one_lane_reaches_central_again_the_others_stop_waiting() -> None:
    played = Played(head=1).started().fail(PUSH, Failure.UNREACHABLE).fail("poke", Failure.UNREACHABLE)
    played.feed(TimerFired("poke", played.state.lane("poke").timer), after_ms=2_000)
    played.feed(PokeAnswered(played.state.lane("poke").request or "", {}), after_ms=25_000)
    assert played.only(SendPush)


def test_the_strip_says_offline_since_the_first_failure_and_how_much_is_waiting() -> None:
    played = Played(head=3, acked=1).started()
    played.feed(Failed("poke", played.state.lane("poke").request or "", Failure.UNREACHABLE), after_ms=500)
    told = played.only(Tell)[-1].status
    assert (told.kind, told.pending_count, told.since_ms) == (SyncKind.OFFLINE, 2, 500)


def test_the_strip_says_up_to_date_when_nothing_waits() -> None:
    played = Played(head=1).started().pushed(1)
    assert played.only(Tell)[-1].status.kind is SyncKind.UP_TO_DATE


def test_a_quarantined_till_pushes_nothing_after_a_restart() -> None:
    played = Played(head=5, quarantine=QuarantineReason.HASH_DIFFERS).feed(Started()).feed(Woken()).feed(Appended(6))
    assert not played.only(SendPush)
    assert replace(played.state.lane(PUSH), attempted_ms=None).phase is Phase.STOPPED
