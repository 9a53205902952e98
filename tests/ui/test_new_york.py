"""The same screens in New York: dollars, American dates, tax on top."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import bootstrap
from kiosk.basics.clock import ManualClock
from kiosk.bootstrap import House
from kiosk.catalogue.codes import decode
from kiosk.staff.approval_reasons import load_reasons
from kiosk.sync.baskets import SharedBaskets
from kiosk.sync.folder import load_folder
from kiosk.ui.formats import Formats
from kiosk.ui.tour import seeing
from kiosk.ui.viewmodels.app import Frame
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.sale import SaleViewModel
from kiosk.ui.viewmodels.till_desk import Hands, TillServices
from tests.integration.test_new_york import CASE, IPHONE, SHOP
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.looking import faults, settle
from tests.ui.shell import Shell

FRAME = Frame(shop_name="Second Life SoHo", till_name="Register 1", language="en", motion=False, currency="USD", country="US")
FORMATS = Formats("en", "USD", "US", "America/New_York")


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


def test_a_sale_in_new_york_is_in_dollars_and_english(house: House, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    made = bootstrap.build_services(house)
    bootstrap.start_of_day(house, made)
    assert isinstance(house.clock, ManualClock)
    approval = ApprovalViewModel(made.staff, jobs, load_reasons(bootstrap.RESOURCES), formats=FORMATS)
    shared = SharedBaskets(None, made.catalogue, made.stock, house.ids)
    till = TillServices(
        made.sales, made.vouchers, made.tickets, made.papers, made.receipts, made.drawer, made.stock, made.catalogue, made.staff, house.clock, shared,
        approval,
    )  # fmt: skip
    sale = SaleViewModel(till, Hands(jobs, jobs, jobs), formats=FORMATS)
    shell = Shell(made.staff, jobs, house.clock, frame=FRAME, sale=sale, approval=approval)
    window = show(shell.app, size=(1366, 768))
    dana = made.staff.person("dana")
    shell.app.welcome(dana)
    sale.welcome(dana, FORMATS)
    sale.refresh()
    jobs.step()
    sale.drawer.takeUsual()
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
