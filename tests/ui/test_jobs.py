"""Results come back on the GUI thread, in order, also from a real thread; a refusal is a value."""

from __future__ import annotations

import threading
import weakref

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.basics.results import Err, Ok, Result
from kiosk.basics.workers import ThreadWorker
from kiosk.errors import Refused
from kiosk.ui.jobs import Jobs
from tests.ui.conftest import HandJobs
from tests.ui.looking import settle


def refuse() -> int:
    raise Refused(why="test")


def test_nothing_arrives_before_the_work_is_done(jobs: HandJobs) -> None:
    arrived: list[Result[int]] = []
    jobs.run(lambda: 1, arrived.append)
    jobs.run(refuse, arrived.append)
    settle()
    assert (arrived, jobs.under_way) == ([], 2)
    jobs.step()
    assert arrived[0] == Ok(1)
    assert isinstance(arrived[1], Err)
    assert jobs.under_way == 0


def test_a_result_leaves_the_worker_and_arrives_on_the_gui_thread(qapp: QGuiApplication) -> None:
    threads: list[threading.Thread] = []
    worker = ThreadWorker("test")
    jobs = Jobs(worker)
    jobs.run(threading.current_thread, lambda result: threads.extend([result.value, threading.current_thread()] if isinstance(result, Ok) else []))
    worker.stop()
    settle()
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


@pytest.mark.parametrize("count", [50])
def test_results_keep_their_order(jobs: HandJobs, count: int) -> None:
    arrived: list[int] = []
    for number in range(count):
        jobs.run(lambda number=number: number, lambda result: arrived.append(result.value))  # type: ignore[misc,union-attr]  # only Ok here
    jobs.step()
    assert arrived == list(range(count))


class Page:
    """What a job works for."""

    def look(self) -> None:
        pass


def test_an_idle_worker_keeps_nothing_of_its_last_job_alive() -> None:
    page, gone = Page(), threading.Event()
    weakref.finalize(page, gone.set)
    worker = ThreadWorker("test")
    worker.submit(page.look, lambda _result: None)
    del page
    assert gone.wait(5)
    worker.stop()
