"""What a phone on the cable does to the Diagnostic: from the home it begins as if it had been scanned, on the page of its own session it is read in.

GUI thread. Unplugging does nothing to a session: what was read stays, and the same phone is read in again when it comes back.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.catalogue.codes import decode
from kiosk.catalogue.identifiers import tac_of
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.events import ReadBy
from kiosk.errors import KioskError, Refused
from kiosk.hardware.ports import PluggedPhone
from kiosk.tradein.identify import Reading
from kiosk.ui.viewmodels.answering import AnsweringViewModel
from kiosk.ui.viewmodels.cable import CableViewModel


class AnotherPhone(Refused):
    """What was plugged in is not the device that is being tested."""

    code = "ui.another_phone"


class Plugging:
    """``page`` gives the trade-in or the inspection that is up, ``at_work`` whether somebody is signed in, ``begin`` starts from the home; ``asking`` is the
    device whose model is being asked for.
    """

    def __init__(
        self, cable: CableViewModel, *, page: Callable[[], AnsweringViewModel | None], at_work: Callable[[], bool], begin: Callable[[Reading], None],
        asking: Callable[[], Reading | None],
    ) -> None:  # fmt: skip
        self.cable = cable
        self._page = page
        self._at_work = at_work
        self._begin = begin
        self._asking = asking
        cable.beginWanted.connect(self.begin)
        cable.serve(lambda: None if (up := page()) is None else up.is_about)

    def plugged(self, phone: PluggedPhone, *, may_begin: bool) -> None:
        """Told who it is, and again when it is read whole."""
        new, page = self.cable.plugged(phone), self._page()
        if not self._at_work():
            return
        if page is not None and page.is_about(phone):
            self.take_readings()
        elif page is not None and new:
            self.cable.named(phone, lambda name: page.refuse(AnotherPhone(model=name, tail=(phone.imei or phone.serial)[-4:])))
        elif (new and may_begin) or self._says_more(phone):
            self.begin(phone.udid)

    def waits(self, fault: KioskError) -> None:
        """A phone is there and its owner has to do something before it can be read."""
        self.cable.waits(fault)

    def unplugged(self, udid: str) -> None:
        self.cable.unplugged(udid)
        self.take_readings()

    def begin(self, udid: str) -> None:
        """With a phone that hangs on the cable: its IMEI, and the serial number that it names beside it."""
        phone = self.cable.phone(udid)
        if phone is not None and self._page() is None:
            self._begin(Reading(decode(phone.imei or phone.serial), ReadBy.CABLE, phone.serial or None, phone.product_type, phone=phone))

    def _says_more(self, phone: PluggedPhone) -> bool:
        """The model is asked for, and the phone has been read whole meanwhile: it may leave less to ask, or nothing."""
        asked = self._asking()
        return asked is not None and asked.phone is not None and asked.phone.udid == phone.udid and asked.phone.reading and not phone.reading

    def take_readings(self) -> None:
        """Whatever hangs on the cable, is the device of the page that is up, is read whole and was not yet taken in."""
        page = self._page()
        self.cable.look_again()
        if page is not None and self._at_work():
            page.take_readings(self.cable)

    def read_again(self) -> bool:
        """Ask the device of the page that is up once more; False when it is not on a cable."""
        page = self._page()
        there = next((phone for phone in self.cable.plugged_in() if page is not None and page.is_about(phone)), None)
        if there is not None:
            self.cable.readWanted.emit(there.udid)
        return there is not None


def name_in(catalogue: CatalogueService, phone: PluggedPhone) -> str:
    """What the catalogue calls it by its IMEI, else what its own code names; "" when nobody knows either."""
    model = (catalogue.model_by_tac(tac_of(phone.imei)) if phone.imei else None) or catalogue.known.named(phone.product_type)
    return model.name if model is not None else ""
