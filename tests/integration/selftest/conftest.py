"""A trade-in whose phone opens the kiosk's own page in the test browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.static_files import SELF_TEST_HEADERS, self_test_files
from kiosk.diagnostics.probes.page import ANSWER
from kiosk.diagnostics.recorder import Recorder
from kiosk.hardware.page_server import PageServer
from kiosk.tradein.self_testing import SelfTestService
from tests.bench import Bench
from tests.browser import Browser
from tests.phone_page import Phone
from tests.senses import Senses


@pytest.fixture
def self_tests(bench: Bench, clock: ManualClock, ids: CountedIds) -> SelfTestService:
    recorder = Recorder(bench.database, clock=clock, ids=ids)
    return SelfTestService(recorder, trade_ins=bench.trade_ins, inspections=bench.inspections, catalogue=bench.catalogue, address=lambda: "")


@pytest.fixture
def pages(clock: ManualClock) -> Iterator[PageServer]:
    made = PageServer(self_test_files, clock, headers=SELF_TEST_HEADERS, looks_right=ANSWER)
    yield made
    made.stop()


@pytest.fixture
def phone(browser: Browser, senses: Senses, clock: ManualClock) -> Phone:
    return Phone(browser, senses, clock.now_utc())
