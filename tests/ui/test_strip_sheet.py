"""The strip of an identity document before the camera: read into the form by itself, wrong or a minor's fills nothing, and of it nothing stays anywhere."""

from __future__ import annotations

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database
from kiosk.ui.viewmodels.agreement import AgreementViewModel
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.documents import before_the_camera, french_card
from tests.ui.conftest import HandJobs, LookAt, Show, settle
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.shell import Shell
from tests.unit.tradein.test_mrz import TD3

CHILD = french_card("MOREAU<<LEA", "X4RTBPFW4", born="150702", expires="310101")


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Desk:
    load_demo_shop(database)
    desk = Desk(build_bench(database, ledger, clock, ids), jobs, clock)
    desk.sign_in("yanis")
    desk.scan(decode(IPHONE_12_64))
    desk.answer_until("offer")
    desk.do(desk.page.tradeIn.propose)
    return desk


def form(desk: Desk) -> AgreementViewModel:
    return desk.page.tradeIn.agreement


def names(desk: Desk) -> tuple[str, str]:
    values = {row.field_id: row.value for row in form(desk).fields.rows}
    return values["surname"], values["document_number"]


def test_a_document_before_a_camera_without_a_live_picture_is_read_once(desk: Desk, database: Database) -> None:
    desk.camera.shows = before_the_camera(TD3)
    desk.do(form(desk).strip.start)
    assert (names(desk), form(desk).majorityChecked, form(desk).strip.seen) == (("ERIKSSON", "L898902C3"), True, False)
    assert desk.camera.taken[-1] == "identity"
    with database.read() as connection:
        tables = [name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [table for table in tables for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"') if "ERIKSSON" in str(tuple(row))]
        photos = connection.exec_driver_sql("SELECT count(*) FROM photo WHERE slot = 'identity'").scalar_one()
    assert (kept, photos) == ([], 0)


def test_what_is_not_read_or_a_minors_fills_nothing_and_says_so(desk: Desk) -> None:
    desk.do(form(desk).strip.start)
    assert (names(desk), form(desk).noticeTitle) == (("", ""), "La bande de la pièce n’est pas lue sur l’image.")
    desk.camera.shows = before_the_camera((TD3[0], TD3[1].replace("L898902C36", "L898902C37")))
    desk.do(form(desk).strip.start)
    assert (names(desk), form(desk).noticeTitle) == (("", ""), "Un chiffre de contrôle de la pièce ne correspond pas.")
    desk.camera.shows = before_the_camera(CHILD)
    desk.do(form(desk).strip.start)
    assert (names(desk), form(desk).majorityChecked) == (("", ""), False)
    assert "majorité" in form(desk).noticeTitle


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["1366", "1920"])
def test_the_sheet_looks_until_the_strip_is_seen_and_is_as_it_was_last_looked_at(
    desk: Desk, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt, size: tuple[int, int]
) -> None:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    window = show(shell.app, size=size)
    shell.app.welcome(desk.bench.person("yanis"))
    shell.app.openWorkspace("diagnostic")
    desk.settle()
    desk.camera.live = True
    form(desk).strip.start()
    while desk.camera.watching is None:
        assert jobs.worker.step(), "the camera is opened"
    settle()
    assert desk.camera.watching is not None and form(desk).strip.seen
    document = before_the_camera(TD3, tilt=4)
    desk.camera.watching[0](document)
    settle()
    assert faults(window) == []
    look_at(window, f"bench-strip-{size[0]}-fr-light")
    desk.camera.shows = document
    desk.settle()
    assert (names(desk), form(desk).strip.seen, desk.camera.watching) == (("ERIKSSON", "L898902C3"), False, None)
