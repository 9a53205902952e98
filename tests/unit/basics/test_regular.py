"""The thread for errands: it works at its start, outlives a failure, and ends when it is told to."""

from __future__ import annotations

import threading

from kiosk.basics.regular import RegularThread


def test_it_works_at_once_and_again_after_a_failure() -> None:
    rounds: list[str] = []
    twice = threading.Event()

    def work() -> None:
        rounds.append("round")
        if len(rounds) == 1:
            raise RuntimeError("the first one fails")
        twice.set()

    thread = RegularThread("errand", work, every_s=0.0)
    thread.start()
    assert twice.wait(10)
    thread.stop()


def test_it_ends_while_it_waits_for_its_next_round() -> None:
    done = threading.Event()
    thread = RegularThread("errand", done.set, every_s=3600.0)
    thread.start()
    assert done.wait(10)
    thread.stop()
    assert not thread._thread.is_alive()
