"""Proving that a unit's former data are gone: one sealed certificate, and the unit may be inspected. Runs on the ledger worker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.basics.clock import utc_text
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.recorder import Recorder
from kiosk.documents.labels import label_zpl
from kiosk.documents.service import PrintQueue
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein import store
from kiosk.tradein.contract import stock_label
from kiosk.tradein.erasure import Erasure, ErasureMethod, ErasureNotVerified, NotToErase, erasure_sha256
from kiosk.tradein.erasure_tools import ErasureTools
from kiosk.tradein.register import identifiers_text
from kiosk.tradein.words import TradeInWords


@dataclass(frozen=True, slots=True)
class EraseDesk:
    """The managed list of tools, and what prints the label."""

    print_queue: PrintQueue
    words: TradeInWords
    tools: ErasureTools


class ErasureService:
    """The units waiting for their erase."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, desk: EraseDesk) -> None:
        self._recorder = recorder
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._desk = desk

    @property
    def tools(self) -> ErasureTools:
        """With what a device may be erased here."""
        return self._desk.tools

    def waiting(self) -> tuple[Unit, ...]:
        """Oldest first."""
        return self._stock.units_in(UnitState.TO_ERASE)

    def erase(self, unit_id: str, person: Person, *, method: ErasureMethod, tool: str, tool_version: str, verified: bool) -> Unit:
        """Record the certificate and move the unit on; NotToErase, ErasureNotVerified, ErasureToolUnknown, RightMissing."""
        require(person, Right.ERASE)
        if not verified:
            raise ErasureNotVerified()
        self._desk.tools.check(tool, tool_version, method)
        unit = self._stock.unit_by_id(unit_id)
        if unit is None or unit.state is not UnitState.TO_ERASE:
            raise NotToErase(tail=unit.identifier_tail if unit else "")
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        certificate = Erasure(
            erasure_id=self._recorder.ids.new(), unit_id=unit_id, at_utc=utc_text(self._recorder.clock.now_utc()), method=method, tool=tool,
            person_id=person.person_id, verified=verified, identifiers=identifiers_text(imei=unit.imei, imei2=unit.imei2, serial=unit.serial),
            tool_version=tool_version, operator=person.full_name,
        )  # fmt: skip
        erased = replace(unit, state=UnitState.TO_INSPECT, erasure_id=certificate.erasure_id)
        with self._recorder.database.write() as connection:
            store.add_erasure(connection, certificate)
            erased = self._stock.update_unit(connection, erased, reason="erased", document_id=certificate.erasure_id, person_id=person.person_id)
            label = label_zpl(stock_label(erased, model, self._desk.words, state="to_inspect"))
            self._desk.print_queue.enqueue(
                connection, kind="label", document_id=unit_id, document_number=unit.label_code, content=label, printer="label"
            )
            self._ledger.append(
                connection, "stock.unit_erased",
                {
                    "unit_id": unit_id, "erasure_id": certificate.erasure_id, "method": method.value, "tool": tool, "tool_version": tool_version,
                    "verified": verified, "sha256": erasure_sha256(certificate),
                },
                person_id=person.person_id,
            )  # fmt: skip
        return erased
