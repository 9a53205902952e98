"""Before a trade-in begins: which model it is, who says so, and who disagrees; as it is seen, and by what is tapped."""

from __future__ import annotations

import plistlib
from dataclasses import replace

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.hardware.ports import PluggedPhone
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.photographing import SIZES, photograph
from tests.ui.shell import Shell

UNKNOWN_TAC = "490154203237518"


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    desk.sign_in("yanis")
    return desk


def plug(desk: Desk, imei: str, product_type: str) -> None:
    desk.do(lambda: desk.page.plugging.plugged(PluggedPhone("00008101-000A1D2E3F40801E", imei, "F17GK2X40D81", product_type), may_begin=True))


def test_a_phone_that_contradicts_its_tac_begins_nothing_by_itself(desk: Desk) -> None:
    plug(desk, IPHONE_12_64, "iPhone14,5")
    found = desk.page.identified
    assert desk.page.choosingModel and (found.doubted, found.copied, found.unsold) == (True, False, False)
    assert [(row.voice, row.model) for row in found.claims.rows] == [("device", "Apple iPhone 13"), ("tac", "Apple iPhone 12")]
    assert {row.model for row in found.models.rows} == {"iPhone 13"} and not any(row.likely for row in found.models.rows)


def test_a_phone_of_an_unknown_tac_has_its_models_ready_and_one_is_lit_when_something_speaks_for_it(desk: Desk) -> None:
    plug(desk, IPHONE_12_64, "iPhone13,2")
    assert [row.likely for row in desk.page.identified.models.rows] == [True, False, False, False]
    desk.page.closeModels()
    desk.page.plugging.unplugged("00008101-000A1D2E3F40801E")
    plug(desk, UNKNOWN_TAC, "iPhone13,2")
    rows = desk.page.identified.models.rows
    assert [(row.model, row.likely) for row in rows] == [("iPhone 12", False)] * 4
    desk.do(lambda: desk.page.chooseModel(rows[1].model_id))
    assert (desk.page.choosingModel, desk.page.tradeIn.parts.device.model) == (False, "iPhone 12")


def test_of_a_model_that_the_chain_does_not_sell_the_page_says_so_and_names_its_maker_first(desk: Desk) -> None:
    plug(desk, UNKNOWN_TAC, "iPhone9,1")
    found = desk.page.identified
    assert (found.named, found.unsold, found.doubted) == ("Apple iPhone 7", True, False)
    assert found.models.rows[0].brand == "Apple" and len(found.models.rows) == len(desk.bench.catalogue.models())


@pytest.mark.parametrize(("name", "imei", "product_type"), [("doubt", IPHONE_12_64, "iPhone14,5"), ("unsold", UNKNOWN_TAC, "iPhone9,1")])
def test_what_is_not_sure_is_said_in_words(name: str, imei: str, product_type: str, desk: Desk, jobs: HandJobs, show: Show, look_at: LookAt) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, desk.clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=SIZES[0])
    shell.app.welcome(desk.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    plug(desk, imei, product_type)
    found = photograph(shell, window, look_at, f"bench-model-{name}", language="fr")
    assert not found, "\n".join(found)


def test_a_phone_that_is_read_whole_while_its_model_is_asked_for_answers_that_itself(desk: Desk) -> None:
    who = {"ProductType": "iPhone13,2", "InternationalMobileEquipmentIdentity": UNKNOWN_TAC, "SerialNumber": "F17GK2X40D81"}
    known = PluggedPhone("00008101-000A1D2E3F40801E", UNKNOWN_TAC, "F17GK2X40D81", "iPhone13,2", outputs={"who": plistlib.dumps(who)}, reading=True)
    desk.do(lambda: desk.page.plugging.plugged(known, may_begin=True))
    assert desk.page.choosingModel and len(desk.page.identified.models.rows) == 4
    disk = plistlib.dumps({"TotalDiskCapacity": 63_989_493_760})
    desk.do(lambda: desk.page.plugging.plugged(replace(known, outputs={**known.outputs, "disk_usage": disk}, reading=False), may_begin=False))
    assert desk.page.choosingModel and [row.storage for row in desk.page.identified.models.rows] == ["64", "64"]
    desk.page.closeModels()
    desk.page.plugging.unplugged(known.udid)
    desk.do(lambda: desk.page.plugging.plugged(known, may_begin=True))
    part = {"who": plistlib.dumps({**who, "ModelNumber": "MGJ53", "RegionInfo": "F/A"}), "disk_usage": disk}
    desk.do(lambda: desk.page.plugging.plugged(replace(known, outputs=part, reading=False), may_begin=False))
    assert not desk.page.choosingModel and desk.page.tradeIn.parts.device.colour == "Noir"
