"""Agreement, identity, signature: the form of the seller, the declarations, the pad, and the purchase itself. GUI thread.

The form lives here only until the service keeps it in its own erasable row; nothing typed is logged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.catalogue.codes import DocumentLine, Imei, ScannedCode, SerialLike
from kiosk.errors import KioskError
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.identify import AnotherDevice
from kiosk.tradein.mrz import Identity, gathered, is_whole, lines_of, read_zone
from kiosk.tradein.payouts import offered_modes
from kiosk.tradein.purchase import Bought
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.seller import DOCUMENT_KINDS, PROVENANCES, SellerMinor
from kiosk.ui.formats import Formats, tail
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.payout import PayoutViewModel
from kiosk.ui.viewmodels.screen import shown
from kiosk.ui.viewmodels.seller_props import AgreementProps, Draft, FieldRow, field_rows, missing_of, strokes_of
from kiosk.ui.viewmodels.strip import StripViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
AGREEMENT = "agreement"
IMEIS = ("imei", "imei2")


@QmlElement
@QmlUncreatable("made by the composition root")
class AgreementViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_screen`` gets the trade-in as it stands after each step, ``on_bought`` the purchase."""

    changed = Signal()
    sellerSaved = Signal()
    zoneRead = Signal()

    def __init__(
        self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen], None], on_bought: Callable[[Bought], None], parent: QObject | None = None
    ) -> None:
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._on_bought = on_bought
        self._screen: TradeInScreen | None = None
        self._draft = Draft()
        self._declared: frozenset[str] = frozenset()
        self._payout = PayoutViewModel(formats, on_chosen=self._paid_otherwise, parent=self)
        self._signature = ""
        self._props = AgreementProps()
        self._lines: tuple[str, ...] = ()
        self._numbers: tuple[str, ...] = ()
        self._strip = StripViewModel(bench, formats, on_read=self._take_identity, parent=self)
        self._adopt(self._strip)
        self._fields = RowsModel(FieldRow, key=lambda row: row.field_id, parent=self)
        self._show_fields()

    def show(self, screen: TradeInScreen) -> None:
        """The trade-in as it stands; another session starts with an empty form."""
        if self._screen is None or self._screen.session_id != screen.session_id:
            self._draft, self._declared, self._signature = Draft(), frozenset(), ""
            self._payout.begin()
            self._numbers, self._lines = screen.wanted_numbers, ()
            self._show_fields()
        self._screen = screen
        self._show_again()

    @Slot(str, str)
    def write(self, field_id: str, text: str) -> None:
        """A key in a field of the form."""
        self._draft = replace(self._draft, texts={**self._draft.texts, field_id: text})

    @Slot(str)
    def readZone(self, text: str) -> None:
        """The machine-readable zone as it is typed: read as soon as it is whole, wherever its lines were broken."""
        lines = lines_of(text)
        if lines:
            self._read(lines)

    def on_scan(self, code: ScannedCode) -> None:
        """While the seller is written down: the document that a reader sends, or a number of the device. At any time another device's is said to be one."""
        screen = self._screen
        if screen is None:
            return
        writing = screen.session.current is not None and screen.session.current.step_id == AGREEMENT
        if isinstance(code, DocumentLine):
            if writing:
                self.take_line(code.line)
        elif not (writing and self.take_number(code)) and isinstance(code, Imei) and self._is_another(screen, code.text):
            self._refuse(AnotherDevice(read=tail(code.text), tail=tail(screen.device.imei or screen.device.serial or "")))

    def _is_another(self, screen: TradeInScreen, imei: str) -> bool:
        """Not while one of this device's own numbers is still unknown: it may be that one."""
        read = {reading.facts.get(name) for reading in screen.readings for name in IMEIS}
        own = {screen.device.imei, screen.device.imei2, *(self._draft.texts.get(name) for name in IMEIS)}
        return imei not in read | own and not any(name in screen.wanted_numbers for name in IMEIS)

    def take_line(self, line: str) -> None:
        """A document reader sends the lines of a zone one after another, or all at once."""
        self._lines = lines_of(line) or gathered(self._lines, line)
        if is_whole(self._lines):
            self._read(self._lines)
        self._show_again()

    def take_number(self, code: ScannedCode) -> bool:
        """A scanned number of the device fills the field that waits for it; False when none does."""
        name: str | None
        match code:
            case Imei(text=text):
                name = next((name for name in IMEIS if name in self._numbers and not self._draft.texts.get(name)), None)
            case SerialLike():
                name, text = ("serial" if "serial" in self._numbers else None), code.candidates[-1]
            case _:
                name, text = None, ""
        if name is not None:
            self.write(name, text)
            self._show_fields()
        return name is not None

    @Slot(bool)
    def sellForCompany(self, company: bool) -> None:
        """A legal person sells through somebody: its name and seat are asked too."""
        self._draft = replace(self._draft, company=company)
        self._show_fields()
        self._show_again()

    @Slot(str)
    def chooseDocument(self, kind: str) -> None:
        self._draft = replace(self._draft, document_kind=kind)
        self._show_again()

    @Slot(str)
    def chooseProvenance(self, provenance: str) -> None:
        self._draft = replace(self._draft, provenance=provenance)
        self._show_again()

    @Slot(bool)
    def checkMajority(self, checked: bool) -> None:
        self._draft = replace(self._draft, majority_checked=checked)
        self._show_again()

    @Slot()
    def saveSeller(self) -> None:
        """Keep the identity; fields that are wanted are named under themselves."""
        screen, seller, person = self._screen, self._draft.seller(), self.person
        if screen is not None:
            self._do(lambda: self._bench.trade_ins.identify_seller(screen.session_id, seller, person), self._kept, refused=self._name_missing)

    @Slot(str, bool)
    def declare(self, what: str, given: bool) -> None:
        """One of "owner", "erase", "price"."""
        self._declared = self._declared | {what} if given else self._declared - {what}
        self._show_again()

    @Slot(str)
    def sign(self, path: str) -> None:
        self._signature = path
        self._show_again()

    @Slot()
    def buy(self) -> None:
        """The one transaction; pressed once."""
        screen, person = self._screen, self.person
        if screen is None or not self._props.can_buy:
            return
        payout, strokes = self._payout.mode, strokes_of(self._signature)
        account = self._payout.account if payout is Payout.TRANSFER else None
        self._do(
            lambda: self._bench.purchases.buy(screen.session_id, payout=payout, signature=strokes, person=person, account=account), self._on_bought
        )  # fmt: skip

    @Slot(str)
    def decline(self, reason: str) -> None:
        """The device goes back to its owner."""
        screen, person = self._screen, self.person
        if screen is not None:
            self._do(lambda: self._bench.trade_ins.decline(screen.session_id, person, reason=reason), self._on_screen)

    def speak(self, formats: Formats) -> None:
        self._payout.speak(formats)
        super().speak(formats)

    def _paid_otherwise(self) -> None:
        """The price changes with the way of paying, so it is accepted anew."""
        self._declared -= {"price"}
        self._show_again()

    def _read(self, lines: tuple[str, ...]) -> None:
        """In memory only: name and number go into the form, of the age a yes, of the rest nothing is kept."""
        self._lines = ()
        today = self._bench.clock.now_utc().astimezone(ZoneInfo(self._formats.zone)).date()
        try:
            self._take_identity(read_zone(lines, today=today))
        except KioskError as error:
            self._refuse(error)

    def _take_identity(self, identity: Identity) -> None:
        """From the strip, however it was read; a minor's fills nothing."""
        if not identity.adult:
            self._refuse(SellerMinor())
            return
        self.closeNotice()
        self._draft = self._draft.with_identity(identity)
        self._show_fields()
        self._show_again()
        self.zoneRead.emit()

    def _show_fields(self, missing: frozenset[str] = frozenset()) -> None:
        self._fields.show(field_rows(self._draft, missing, numbers=self._numbers))

    def _kept(self, screen: TradeInScreen) -> None:
        self._show_fields()
        self._on_screen(screen)
        self.sellerSaved.emit()

    def _name_missing(self, error: Exception) -> None:
        facts = error.facts if isinstance(error, KioskError) else {}
        named = str(facts.get("fields", facts.get("field", "")))
        self._show_fields(frozenset(filter(None, named.split(", "))))
        self._refuse(error)

    def _show_again(self) -> None:
        screen = self._screen
        if screen is None:
            return
        seller, now = self._draft.seller(), self._bench.clock.now_utc()
        rules = self._bench.trade_ins.rules
        name = seller.company or seller.full_name.strip()
        self._payout.show(offered_modes(screen.offer.low, rules.in_force(), rules.modes_of(screen.model.kind)), name)
        missing = missing_of(
            seller_known=screen.seller_known, declared=len(self._declared) == 3, signed=bool(self._signature), payable=self._payout.complete
        )
        props = replace(
            self._props, seller_known=screen.seller_known, full_name=seller.full_name.strip(), document_kind=self._draft.document_kind,
            document_tail=tail(seller.document_number, length=3), provenance=self._draft.provenance, majority_checked=self._draft.majority_checked,
            company=self._draft.company, reading=len(self._lines),
            declares_owner="owner" in self._declared, declares_erase="erase" in self._declared, declares_price="price" in self._declared,
            paid=self._formats.money(self._payout.worth(screen.offer.low, screen.offer.bonus)), missing=missing, can_buy=not missing,
            sign_day=self._formats.day_of_month(now), sign_time=self._formats.clock(now),
        )  # fmt: skip
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(QObject, constant=True)
    def fields(self) -> RowsModel[FieldRow]:
        return self._fields

    @Property(list, constant=True)
    def documentKinds(self) -> list[str]:
        return list(DOCUMENT_KINDS)

    @Property(list, constant=True)
    def provenances(self) -> list[str]:
        return list(PROVENANCES)

    strip = Property(StripViewModel, lambda self: self._strip, constant=True)
    sellerKnown = shown("seller_known", bool, changed)
    fullName = shown("full_name", str, changed)
    documentKind = shown("document_kind", str, changed)
    documentTail = shown("document_tail", str, changed)
    provenance = shown("provenance", str, changed)
    company = shown("company", bool, changed)
    reading = shown("reading", int, changed)
    majorityChecked = shown("majority_checked", bool, changed)
    declaresOwner = shown("declares_owner", bool, changed)
    declaresErase = shown("declares_erase", bool, changed)
    declaresPrice = shown("declares_price", bool, changed)
    payout = Property(PayoutViewModel, lambda self: self._payout, constant=True)
    paid = shown("paid", str, changed)
    missing = shown("missing", str, changed)
    canBuy = shown("can_buy", bool, changed)
    signDay = shown("sign_day", str, changed)
    signTime = shown("sign_time", str, changed)
