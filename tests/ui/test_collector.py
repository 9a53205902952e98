"""Where garbage ends: what a closed page leaves is Qt's, and must not end on a worker's thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from kiosk.ui.collector import WHOLE_EVERY, Collector


class Page(QObject):
    """A closed page: it holds itself, so only collecting ends it. Says on which thread it ended."""

    def __init__(self, ended_on: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread().name)


def work_hard() -> None:
    """On a thread called *ledger*, enough for Python to collect everything several times."""

    def allocate() -> None:
        for _ in range(4):
            assert len([[] for _ in range(200_000)]) == 200_000

    worker = threading.Thread(target=allocate, name="ledger")
    worker.start()
    worker.join()


@pytest.fixture
def collector(qapp: QGuiApplication) -> Iterator[Collector]:
    made = Collector()
    made.begin()
    made.work()
    yield made
    made.end()
    assert gc.isenabled()


def test_python_alone_ends_a_page_on_the_thread_that_happens_to_work(qapp: QGuiApplication) -> None:
    ended_on: list[str] = []
    Page(ended_on)
    work_hard()
    assert ended_on == ["ledger"]


def test_a_page_ends_on_the_gui_thread_however_hard_a_worker_works(collector: Collector) -> None:
    ended_on: list[str] = []
    Page(ended_on)
    work_hard()
    assert ended_on == []
    collector.collect()
    assert ended_on == ["MainThread"]


def test_what_survived_a_while_is_collected_once_a_minute(collector: Collector) -> None:
    ended_on: list[str] = []
    page = Page(ended_on)
    gc.collect()
    del page
    for _ in range(WHOLE_EVERY):
        collector.collect()
    assert ended_on == ["MainThread"]


def test_what_is_closed_at_the_end_ends_with_it(qapp: QGuiApplication) -> None:
    ended_on: list[str] = []
    made = Collector()
    made.begin()
    Page(ended_on)
    made.end()
    assert (ended_on, gc.isenabled()) == (["MainThread"], True)
