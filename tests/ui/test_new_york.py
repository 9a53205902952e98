"""The same screens in New York: dollars, American dates, tax on top."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.basics.clock import ManualClock
from kiosk.bootstrap import House, Services
from kiosk.catalogue.codes import decode
from kiosk.door import Door
from kiosk.offices import records_services
from kiosk.sync.folder import load_folder
from kiosk.ui.conductor import Conductor
from kiosk.ui.tour import seeing
from kiosk.ui.viewmodels.app import AppViewModel
from kiosk.ui.viewmodels.diagnostic import DiagnosticViewModel
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.store import StoreViewModel
from kiosk.ui.viewmodels.till_desk import Hands
from tests.integration.test_new_york import CASE, IPHONE, SHOP, UNKNOWN_IMEI
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults, settle


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    data = tmp_path / "kiosk"
    data.mkdir()
    (data / "kiosk.toml").write_text('key_store = "file"\n', "utf-8")
    house = bootstrap.open_house(data, clock=ManualClock(datetime(2026, 11, 23, 19, 37, tzinfo=UTC)))
    with house.database.write() as connection:
        load_folder(connection, house.ledger, SHOP, till_code="K1")
    yield house
    house.close()


def count_float_in_dollars(sale: SaleViewModel) -> None:
    """150 dollars in the bills and coins of a drawer."""
    counting = sale.drawer.counting
    counting.byPieces(True)
    for value, many in ((20_00, "5"), (5_00, "6"), (1_00, "15"), (25, "16"), (10, "8"), (5, "3"), (1, "5")):
        counting.choose(value)
        for figure in many:
            counting.type(figure)
    assert counting.total == "$150.00"


def at_work(house: House, jobs: HandJobs) -> tuple[Services, AppViewModel, Conductor]:
    """A till with all its pages, in English."""
    services = bootstrap.build_services(house)
    bootstrap.start_of_day(house, services)
    devices = bootstrap.find_devices(house)
    machines = bootstrap.build_machines(house, services, devices, tell=lambda: None)
    door, hands = Door(house, jobs), Hands(jobs, jobs, jobs, jobs, jobs)
    site = bootstrap.Site.of(house, services, devices, machines, hands, records_services(house, services.fiscal))
    conductor = bootstrap.furnish(door, site, bootstrap.all_workspaces(site))
    door.app.show_frame(replace(door.app.frame, language="en", motion=False, px_per_mm=0.0))
    return services, door.app, conductor


def test_a_sale_in_new_york_is_in_dollars_and_english(house: House, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    services, app, conductor = at_work(house, jobs)
    sale = app.sale
    assert isinstance(sale, SaleViewModel)
    window = show(app, size=(1366, 768))
    conductor.welcome(services.staff.person("dana"))
    jobs.step()
    count_float_in_dollars(sale)
    settle()
    assert faults(window) == []
    assert not [text for text in seeing.texts(window.window) if "€" in text]
    look_at(window, "new-york-count-1366-en-light")
    sale.drawer.openDrawer()
    jobs.step()
    for code in (IPHONE, CASE):
        sale.on_scan(decode(code))
        jobs.step()
    settle()
    assert faults(window) == []
    said = seeing.texts(window.window)
    assert {"$449.00", "$29.90", "$521.40", "incl. sales tax 8.875%: $42.50"} <= set(said), said
    assert not [text for text in said if "€" in text]
    look_at(window, "new-york-basket-1366-en-light")
    sale.pay()
    settle()
    assert faults(window) == []
    assert not [text for text in seeing.texts(window.window) if "€" in text]
    look_at(window, "new-york-payment-1366-en-light")


def test_no_trade_in_is_begun_in_new_york_and_the_page_says_why(house: House, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    services, app, conductor = at_work(house, jobs)
    window = show(app, size=(1366, 768))
    conductor.welcome(services.staff.person("marcus"))
    jobs.step()
    app.openWorkspace("diagnostic")
    bench = app.diagnostic
    assert isinstance(bench, DiagnosticViewModel)
    bench.goHome()
    jobs.step()
    settle()
    assert faults(window) == []
    said = seeing.texts(window.window)
    assert "Scan a device of the shop" in said
    assert not [text for text in said if "trade-in" in text.lower() and "not offered" not in text]
    look_at(window, "new-york-bench-1366-en-light")
    bench.on_scan(decode(UNKNOWN_IMEI))
    jobs.step()
    assert (bench.step, bench.choosingModel) == (0, False)
    assert (bench.noticeShown, bench.noticeTitle) == (True, "Trade-ins are not offered in this country.")
    assert services.trade_ins.open_trade_ins() == ()


def test_the_registers_of_new_york_speak_of_no_french_file(house: House, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    services, app, conductor = at_work(house, jobs)
    window = show(app, size=(1366, 768))
    conductor.welcome(services.staff.person("marcus"))
    jobs.step()
    app.openWorkspace("store")
    store = app.store
    assert isinstance(store, StoreViewModel)
    store.show(3)
    jobs.step()
    settle()
    assert faults(window) == []
    said = seeing.texts(window.window)
    assert "The tax office of this country asks for no archive and no file. The closings stay here." in said
    assert not [text for text in said if "FEC" in text or "Archive" in text or "training till" in text.lower()]
    look_at(window, "new-york-registers-1366-en-light")
