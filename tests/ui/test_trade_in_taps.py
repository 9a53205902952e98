"""A whole smartphone trade-in with a finger on the real window, everything automatic read by instruments: at most forty taps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.catalogue.codes import decode
from kiosk.diagnostics.checklist import Method
from kiosk.diagnostics.probes.report import Finding, Report
from kiosk.journal.ledger import Ledger
from kiosk.stock.units import UnitState
from kiosk.storage.engine import Database
from kiosk.ui.tour import hands, seeing
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, build_bench, load_demo_shop
from tests.ui.conftest import HandJobs, Show, settle
from tests.ui.diagnostic_desk import IDENTITY, Desk
from tests.ui.shell import Shell

MOST_TAPS = 40
ROUNDS = 20
BY_CABLE = ("imei_match", "model_match", "account_lock", "management", "sim_lock", "software", "network", "wireless", "charging", "parts_genuine")
BY_PAGE = (
    "touch", "multitouch", "display_lit", "loudspeaker", "microphones", "rear_cameras", "front_camera", "flash", "motion", "vibration", "biometrics",
)  # fmt: skip
FIELDS = {
    "surname": "Nom", "first_names": "Prénoms", "profession": "Profession", "address": "Adresse", "document_number": "Numéro de la pièce",
    "document_issued_on": "Délivrée le", "document_authority": "Délivrée par",
}  # fmt: skip
VIEWS = ("Écran allumé", "Écran éteint", "Dos", "Côté gauche", "Côté droit", "Dessus", "Dessous")


class Finger:
    """Touches what a person sees, by its name, and counts."""

    def __init__(self, window: QQuickWindow, desk: Desk) -> None:
        self._window, self._desk = window, desk
        self.taps: list[str] = []

    def tap(self, name: str) -> None:
        found = self._found(name)
        self.taps.append(name)
        self._desk.clock.advance(seconds=4)
        hands.tap(self._window, seeing.middle(found))
        self._desk.settle()

    def _found(self, name: str) -> QQuickItem:
        """The last of that name, once the page has laid itself out."""
        for _ in range(ROUNDS):
            found = seeing.touchables(self._window, name)
            if found:
                return found[-1]
            self._window.grabWindow()
            settle()
        raise AssertionError(f"{name} not among {seeing.names(self._window)}")

    def write(self, text: str) -> None:
        """Keys into the field that was touched."""
        for character in text:
            key, typed = hands.named_key(character) if character.isascii() else (hands.key_of(character), character)
            hands.press(self._window, key, typed if typed else character, at_ms=0)
        settle()

    def sign(self) -> None:
        self.taps.append("signature")
        hands.sign(self._window, self._found("Signez ici"))
        self._desk.settle()


@pytest.fixture
def desk(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, jobs: HandJobs) -> Iterator[Desk]:
    load_demo_shop(database)
    yield Desk(build_bench(database, ledger, clock, ids), jobs, clock)


@pytest.fixture
def finger(desk: Desk, clock: ManualClock, jobs: HandJobs, show: Show) -> Finger:
    frame = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
    shell = Shell(desk.bench.staff, jobs, clock, frame=frame, diagnostic=desk.page)
    jobs.step()
    window = show(shell.app, size=(1366, 768))
    person = desk.sign_in("yanis")
    shell.app.welcome(person)
    shell.app.openWorkspace("diagnostic")
    desk.settle()
    return Finger(window.window, desk)


def instruments(desk: Desk) -> Callable[[], None]:
    """What the cable and the page on the phone say by themselves, without a tap."""

    def read() -> None:
        (row,) = desk.bench.trade_ins.open_trade_ins()
        battery = Finding("battery_pct", "NominalChargeCapacity 2700/2815", number=96)
        numbers = {"serial": IDENTITY["serial"], "imei": IPHONE_12_64}
        cable = Report("idevice 1", Method.AUTO_USB, (battery, *(Finding(fact, "ok") for fact in BY_CABLE)), numbers, 900)
        page = Report("page 1", Method.BROWSER, tuple(Finding(fact, "ok") for fact in BY_PAGE), duration_ms=40_000)
        for report in (cable, page):
            desk.bench.trade_ins.take(row.session_id, report, desk.bench.person("yanis"))
        desk.page.tick()
        desk.settle()

    return read


@pytest.mark.timeout(120)
def test_a_smartphone_with_everything_read_by_instruments_is_bought_in_at_most_forty_taps(finger: Finger, desk: Desk) -> None:
    page = desk.page.tradeIn
    desk.do(lambda: desk.page.on_scan(decode(IPHONE_12_64)))
    finger.tap("iPhone 12 · 64 Go · Noir")
    finger.tap("Tout est conforme")
    instruments(desk)()
    finger.tap("Photo IMEI à l’écran")
    for _ in range(12):
        step_id = page.parts.step.stepId
        if step_id == "offer":
            break
        if step_id == "cosmetic":
            for view in VIEWS:
                finger.tap(f"Photo {view}")
            finger.tap("S0")
            finger.tap("B1")
            finger.tap("Confirmer S0 et B1")
        else:
            finger.tap("Tout est conforme" if page.parts.question.canPassRest else "Conforme")
    finger.tap("Proposer 186,00 €")
    finger.tap("Saisir l’identité")
    for field_id, name in FIELDS.items():
        finger.tap(name)
        finger.write(IDENTITY[field_id])
    finger.tap("Majorité vérifiée sur la pièce présentée")
    finger.tap("Enregistrer l’identité")
    for declared in ("Je suis propriétaire de cet appareil et majeur.", "J’ai sauvegardé mes données ; elles seront effacées.", "J’accepte la cession"):
        finger.tap(declared)
    finger.sign()
    finger.tap("Acheter pour 198,00 €")
    finger.tap("Effacer et étiqueter")
    finger.tap("Tout est conforme")
    finger.tap("Nouvelle reprise")
    unit = desk.bench.stock.unit_by_code(decode(IPHONE_12_64))
    assert unit is not None and (unit.state, unit.battery_health_pct) == (UnitState.TO_ERASE, 96)
    assert len(finger.taps) <= MOST_TAPS, finger.taps
