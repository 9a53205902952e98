"""The passport of a unit on sale: made once from its finished inspection, kept as it was, handed over as label, slip, on the screen or as PDF.

Whoever asks, whenever, gets the same content: it is stored when it is first made and read back from then on. Through the journal it reaches the
other tills, which show and sign it as their own (ADR 38). A passport is no fiscal paper and says nothing that a second print could be used
for, so prints are not numbered as copies; the print queue knows of each (ADR 31).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc, utc_text
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
from kiosk.documents.passport_slip import passport_slip
from kiosk.documents.receipt_link import LinkDamaged, LinkSigner
from kiosk.documents.service import Documents, PrintQueue
from kiosk.errors import Refused, Unavailable
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.passports import CarriedPassport
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.tradein import passport_store, store
from kiosk.tradein.erasure_tools import ErasureTools
from kiosk.tradein.passport_travel import Shower, carried, regraded, shown_here
from kiosk.tradein.saving import save_paper

log = logging.getLogger(__name__)
PASSPORT = "passport"


class InspectedElsewhere(Refused):
    """The thirty points of this unit were tested on another till, and its passport has not come from there."""

    code = "tradein.passport_inspected_elsewhere"


class PassportNotKept(Refused):
    """No passport of this unit is known from before it was sold."""

    code = "tradein.passport_not_kept"


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
    columns: int = 42


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

    def show(self, unit_id: str, person: Person, *, sold_at_utc: str = "") -> ShownPassport:
        """For the screen and the document; with ``sold_at_utc`` as it was at that sale. PassportNotForSale, PassportUninspected, PassportPointsOpen,
        PassportErasureUnproven, InspectedElsewhere, PassportNotKept, RightMissing.
        """
        require(person, Right.REPRINT)
        with self._recorder.database.write() as connection:
            passport = self._wanted(connection, self._unit(unit_id), person, sold_at_utc)
        return ShownPassport(passport, self._link(passport))

    def print_label(self, unit_id: str, person: Person, *, sold_at_utc: str = "") -> None:
        """The code to stick on the box or the shelf, again. NoPassportPage, CodeTooLarge, and what ``show`` raises."""
        require(person, Right.REPRINT)
        unit = self._unit(unit_id)
        with self._recorder.database.write() as connection:
            self._enqueue(connection, unit, self._wanted(connection, unit, person, sold_at_utc))

    def print_slip(self, unit_id: str, person: Person, *, sold_at_utc: str = "") -> None:
        """The same for the customer's hand, on the receipt printer; without an address of a page it has no code. What ``show`` raises."""
        require(person, Right.REPRINT)
        unit = self._unit(unit_id)
        with self._recorder.database.write() as connection:
            passport = self._wanted(connection, unit, person, sold_at_utc)
            content = passport_slip(passport, self._link(passport), self._titles(), columns=self.desk.columns)
            self.desk.print_queue.enqueue(connection, kind="slip", document_id=unit.unit_id, document_number=unit.label_code, content=content)

    def graded(self, connection: Connection, unit: Unit, person: Person) -> None:
        """In the transaction that gives a grade: a unit on sale gets its passport, and its label where the till can make one now."""
        if unit.state is not UnitState.FOR_SALE or unit.erasure_id is None or unit.inspection_id is None:
            return
        try:
            self._enqueue(connection, unit, self._issued(connection, unit, person))
        except (NoPassportPage, CodeTooLarge, InspectedElsewhere) as error:
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

    def _wanted(self, connection: Connection, unit: Unit, person: Person, sold_at_utc: str) -> Passport:
        if not sold_at_utc:
            return self._issued(connection, unit, person)
        kept = passport_store.last_before(connection, unit.unit_id, sold_at_utc)
        if kept is None:
            raise PassportNotKept(tail=unit.identifier_tail)
        return self._read(connection, kept, unit)

    def _issued(self, connection: Connection, unit: Unit, person: Person) -> Passport:
        grade = check_unit(unit)
        kept = passport_store.of_inspection(connection, unit.inspection_id or "")
        if kept is not None and kept.grade == grade.value:
            return self._read(connection, kept, unit)
        passport, computed = self._made(connection, unit, grade, kept)
        content = msgspec.json.encode(passport)
        document_id = self.desk.documents.save(
            connection, kind=PASSPORT, number=unit.inspection_id or "", media_type="application/json", content=content
        )  # fmt: skip
        told = carried(passport, unit, computed=computed, at_utc=utc_text(self._recorder.clock.now_utc()))
        passport_store.put_own(connection, told)
        body = {
            "unit_id": unit.unit_id, "inspection_id": unit.inspection_id, "document_id": document_id, "grade": grade.value, "computed": told.computed,
            "issued_at_utc": told.issued_at_utc, "content": told.content, "rules": list(told.rules),
        }  # fmt: skip
        self._ledger.append(connection, "stock.passport_issued", body, person_id=person.person_id)
        return passport

    def _made(self, connection: Connection, unit: Unit, grade: Grade, kept: CarriedPassport | None) -> tuple[Passport, Grade]:
        """From the inspection where it was made here, else from what came, under the grade that it has now; beside it what the table gave."""
        if diagnostics_store.session_by_id(connection, unit.inspection_id or "") is not None:
            examined = self._examined(connection, unit)
            return passport_of(examined), examined.computed or grade
        if kept is None:
            raise InspectedElsewhere(tail=unit.identifier_tail)
        computed = Grade(kept.computed)
        return regraded(self._read(connection, kept, unit), grade, computed=computed, grading=self.desk.rules.grading, by=self._shower()), computed

    def _read(self, connection: Connection, kept: CarriedPassport, unit: Unit) -> Passport:
        """The document where it was made here, word for word; what another till made, as this one hands it over."""
        own = documents_store.newest_of(connection, kind=PASSPORT, number=kept.inspection_id)
        passport = msgspec.json.decode(own.content, type=Passport) if own is not None else None
        if passport is not None and passport.grade_code == kept.grade:
            return passport
        try:
            return shown_here(kept, unit, self._shower())
        except LinkDamaged as error:
            raise InspectedElsewhere(tail=unit.identifier_tail) from error

    def _shower(self) -> Shower:
        return Shower(self.desk.place.shop, self.desk.place.till, self.desk.words, self.desk.rules.locale.language)

    def _examined(self, connection: Connection, unit: Unit) -> Examined:
        place, rules = self.desk.place, self.desk.rules
        row, state = self._recorder.load_in(connection, unit.inspection_id or "")
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
