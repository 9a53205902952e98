"""The passport of a unit on sale: made once from its finished inspection, kept as it was, handed over as label, on the screen or as PDF.

Whoever asks, whenever, gets the same content: it is stored when it is first made and read back from then on. A passport is no fiscal paper
and says nothing that a second print could be used for, so prints are not numbered as copies; the print queue knows of each (ADR 31).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics import workshop_store
from kiosk.diagnostics.desk import InspectionRules
from kiosk.diagnostics.passport import ErasureProof, Examined, Guarantees, PassportWords, check_unit, passport_of
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents import store as documents_store
from kiosk.documents.papers import ShopHeader
from kiosk.documents.passport import Passport
from kiosk.documents.passport_label import CodeTooLarge, passport_label_zpl
from kiosk.documents.passport_link import make_passport_link
from kiosk.documents.passport_pdf import passport_pdf
from kiosk.documents.receipt_link import LinkSigner
from kiosk.documents.service import Documents, PrintQueue
from kiosk.errors import Refused, Unavailable
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.tradein import store
from kiosk.tradein.erasure_tools import ErasureTools
from kiosk.tradein.saving import save_paper

log = logging.getLogger(__name__)
PASSPORT = "passport"


class InspectedElsewhere(Refused):
    """The thirty points of this unit were tested on another till, which keeps their answers."""

    code = "tradein.passport_inspected_elsewhere"


class NoPassportPage(Unavailable):
    """This till knows no address at which a passport could be verified, or cannot sign."""

    code = "tradein.no_passport_page"


@dataclass(frozen=True, slots=True)
class PassportPlace:
    """Who vouches, and what is promised today. ``till`` is shop and till as the published keys name them ("L01-K2")."""

    shop: ShopHeader
    till: str
    zone: ZoneInfo
    guarantees: Callable[[], Guarantees]
    training: bool = False


@dataclass(frozen=True, slots=True)
class PassportDesk:
    """What turns an inspection into a passport. Without a ``signer`` or a ``page`` there is a document, but no code to scan."""

    rules: InspectionRules
    words: PassportWords
    tools: ErasureTools
    place: PassportPlace
    signer: LinkSigner | None
    page: Callable[[], str]
    print_queue: PrintQueue
    documents: Documents
    folders: Callable[[], tuple[Path, ...]]


@dataclass(frozen=True, slots=True)
class ShownPassport:
    """A passport with its link; "" where none can be made."""

    passport: Passport
    link: str


class PassportService:
    """Everything that writes runs on the ledger worker; ``pdf`` and ``save`` on the worker for errands."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, desk: PassportDesk) -> None:
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self.desk = desk

    def show(self, unit_id: str, person: Person) -> ShownPassport:
        """For the screen and the document. PassportNotForSale, PassportPointsOpen, PassportErasureUnproven, InspectedElsewhere, RightMissing."""
        require(person, Right.REPRINT)
        with self._recorder.database.write() as connection:
            passport = self._issued(connection, self._unit(unit_id), person)
        return ShownPassport(passport, self._link(passport))

    def print_label(self, unit_id: str, person: Person) -> None:
        """The code to stick on the box or the shelf, again. NoPassportPage, CodeTooLarge, and what ``show`` raises."""
        require(person, Right.REPRINT)
        with self._recorder.database.write() as connection:
            self._enqueue(connection, self._unit(unit_id), self._issued(connection, self._unit(unit_id), person))

    def graded(self, connection: Connection, unit: Unit, person: Person) -> None:
        """In the transaction that ends an inspection: a unit that goes on sale gets its passport, and its label where the till can make one."""
        if unit.state is not UnitState.FOR_SALE or unit.erasure_id is None:
            return
        passport = self._issued(connection, unit, person)
        try:
            self._enqueue(connection, unit, passport)
        except (NoPassportPage, CodeTooLarge) as error:
            log.info("no passport label for %s: %s", unit.label_code, error.code)

    def pdf(self, shown: ShownPassport) -> bytes:
        """The document that is handed over with the device, on A4; about a second. PdfFailed, PdfTooSlow."""
        return passport_pdf(shown.passport, shown.link, self._titles(), language=self.desk.rules.locale.language)

    def folders(self) -> tuple[Path, ...]:
        """Where a document can be saved: the kiosk's own folder first, then the drives that are plugged in."""
        return self.desk.folders()

    def save(self, shown: ShownPassport, folder: Path) -> Path:
        """The document in one of ``folders``: whole under its name, or not there. PdfFailed, PdfTooSlow, FileNotWritten."""
        return save_paper(f"{PASSPORT}-{shown.passport.number}.pdf", self.pdf(shown), folder, self.folders())

    def _issued(self, connection: Connection, unit: Unit, person: Person) -> Passport:
        grade = check_unit(unit)
        kept = documents_store.newest_of(connection, kind=PASSPORT, number=unit.inspection_id or "")
        if kept is not None:
            passport = msgspec.json.decode(kept.content, type=Passport)
            if passport.grade_code == grade.value:
                return passport
        passport = passport_of(self._examined(connection, unit))
        content = msgspec.json.encode(passport)
        document_id = self.desk.documents.save(
            connection, kind=PASSPORT, number=unit.inspection_id or "", media_type="application/json", content=content
        )  # fmt: skip
        body = {"unit_id": unit.unit_id, "inspection_id": unit.inspection_id, "document_id": document_id, "grade": grade.value}
        self._ledger.append(connection, "stock.passport_issued", body, person_id=person.person_id)
        return passport

    def _examined(self, connection: Connection, unit: Unit) -> Examined:
        place, rules = self.desk.place, self.desk.rules
        row = diagnostics_store.session_by_id(connection, unit.inspection_id or "")
        if row is None:
            raise InspectedElsewhere(tail=unit.identifier_tail)
        _row, state = self._recorder.load_in(connection, row.session_id)
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        return Examined(
            unit=unit, model=model, checklist=rules.inspections[model.kind].checklist.for_capabilities(model.capabilities), state=state,
            used_rules=row.rules, grading=rules.grading, erasure=self._proof(connection, unit),
            repairs=workshop_store.repairs_of(connection, unit.unit_id), computed=_computed(connection, unit), guarantees=place.guarantees(), shop=place.shop,
            till=place.till, zone=place.zone, words=self.desk.words, locale=rules.locale, training=place.training,
        )  # fmt: skip

    def _proof(self, connection: Connection, unit: Unit) -> ErasureProof:
        found = store.erasure_by_id(connection, unit.erasure_id or "")
        if found is None:
            return ErasureProof(unit.erasure_id or "")
        language = self.desk.rules.locale.language
        tool = self.desk.tools.text(found.tool, found.tool_version, language)
        return ErasureProof(found.erasure_id, self.desk.words.erasure[found.method.value].text(language), tool, parse_utc(found.at_utc))

    def _link(self, passport: Passport) -> str:
        page, signer = self.desk.page(), self.desk.signer
        return make_passport_link(page, passport, signer) if page and signer is not None else ""

    def _titles(self) -> dict[str, str]:
        return self.desk.words.titles(self.desk.rules.locale.language)

    def _enqueue(self, connection: Connection, unit: Unit, passport: Passport) -> None:
        link = self._link(passport)
        if not link:
            raise NoPassportPage
        content = passport_label_zpl(passport, link, self._titles())
        self.desk.print_queue.enqueue(
            connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=content, printer="label"
        )

    def _unit(self, unit_id: str) -> Unit:
        unit = self._stock.unit_by_id(unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        return unit


def _computed(connection: Connection, unit: Unit) -> Grade | None:
    """What the table gave in the unit's last inspection, where the shop has changed it since."""
    changes = [item for item in workshop_store.grade_changes_of(connection, unit.unit_id) if item.inspection_id == unit.inspection_id]
    return changes[0].from_grade if changes else None
