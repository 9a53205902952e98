"""Units on sale with their passports, over the demo shop: what the tests of papers, links and screens stand on."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.basics.clock import Clock
from kiosk.basics.ids import Ids
from kiosk.diagnostics.passport import Guarantees, load_passport_words
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.receipt_link import LinkSigner
from kiosk.documents.service import Documents
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.stock.units import Unit
from kiosk.tradein.certificates import CertificateService, load_certificate_words
from kiosk.tradein.erasure_tools import load_erasure_tools
from kiosk.tradein.passports import PassportDesk, PassportPlace, PassportService
from kiosk.tradein.rulefiles import inspection_rules
from tests.bench import RESOURCES, SHOP, Bench, inspect_all

IPHONE_12_128 = "u-000194"
PAGE = "https://tickets.example.fr/r/"
SIGNER = EcdsaSigner(new_private_key_pem())


def passports_of(
    bench: Bench, clock: Clock, ids: Ids, *, folder: Path | None = None, signer: LinkSigner | None = SIGNER, page: str = PAGE
) -> PassportService:  # fmt: skip
    """As the composition root builds it; told of every unit that this bench grades."""
    place = PassportPlace(SHOP, "L01-K2", ZoneInfo("Europe/Paris"), lambda: Guarantees(24, 12, 12))
    desk = PassportDesk(
        inspection_rules(bench.rules), load_passport_words(RESOURCES), load_erasure_tools(RESOURCES), place, signer, lambda: page, bench.print_queue,
        Documents(clock, ids), lambda: (folder,) if folder else (),
    )  # fmt: skip
    recorder = Recorder(bench.database, clock=clock, ids=ids)
    service = PassportService(recorder, bench.ledger, stock=bench.stock, catalogue=bench.catalogue, desk=desk)
    bench.inspections.graded.append(service.graded)
    return service


def put_on_sale(bench: Bench, unit_id: str = IPHONE_12_128, *, battery_pct: int = 87, bad: dict[str, str] | None = None) -> Unit:
    """Its thirty points, all good unless ``bad`` says otherwise, by Inès."""
    ines = bench.person("ines")
    screen = bench.inspections.start(unit_id, ines)
    inspection = bench.rules.inspections[screen.model.kind].for_capabilities(screen.model.capabilities)
    screen = inspect_all(bench, screen, inspection, ines, battery_pct=battery_pct, bad=bad)
    return bench.inspections.finish(screen.session_id, ines).unit


def certificates_of(bench: Bench, passports: PassportService) -> CertificateService:
    """As the composition root builds it."""
    return CertificateService(bench.database, stock=bench.stock, catalogue=bench.catalogue, desk=passports.desk, words=load_certificate_words(RESOURCES))
