"""The sheet *Client*: who a basket is for, found or written down; a customer corrected, their yes to offers taken back, erased. GUI thread.

``ask`` opens it for a basket and gives the basket back with its customer, or without one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.sales.basket import Basket
from kiosk.sales.desk.customers import Customer, CustomerFieldWrong, Details
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right, RightMissing
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.basket import BasketViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
FIND, FORM, ERASE = "find", "form", "erase"
NOBODY = Details()


@dataclass(frozen=True, slots=True)
class CustomersFacts:
    """``step`` is "" while the sheet is down; ``edited`` is None for a new customer; while ``approving`` the sheet of approvals stands in front.

    ``erased`` names who was just erased, for the list that follows.
    """

    step: str = ""
    basket: Basket | None = None
    found: tuple[Customer, ...] = ()
    edited: Customer | None = None
    fault: str = ""
    fault_field: str = ""
    erased: str = ""
    approving: bool = False


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """A customer who was found; ``offers_since`` is the day of their yes, "" for who wants none."""

    customer_id: str
    label: str
    detail: str
    offers_since: str


@dataclass(frozen=True, slots=True)
class CustomersProps:
    """What QML reads of it; the fields of the form as they were kept."""

    step: str = ""
    is_new: bool = True
    label: str = ""
    full_name: str = ""
    phone: str = ""
    email: str = ""
    company: str = ""
    siren: str = ""
    vat_number: str = ""
    address: str = ""
    wants_offers: bool = False
    offers_since: str = ""
    consent_text: str = ""
    has_customer: bool = False
    found_none: bool = False
    fault: str = ""
    fault_field: str = ""
    erased: str = ""


def derive(facts: CustomersFacts, consent_text: str, formats: Formats) -> CustomersProps:
    """``consent_text`` is the sentence that a customer says yes to today."""
    details = NOBODY if facts.edited is None else facts.edited.details
    return CustomersProps(
        step="" if facts.approving else facts.step, is_new=facts.edited is None, label=details.label, full_name=details.full_name, phone=details.phone,
        email=details.email, company=details.company, siren=details.siren, vat_number=details.vat_number, address=details.address,
        wants_offers=facts.edited is not None and facts.edited.wants_offers, offers_since=offers_since(facts.edited, formats),
        consent_text=consent_text,
        has_customer=facts.basket is not None and facts.basket.customer_id is not None, found_none=not facts.found, fault=facts.fault,
        fault_field=facts.fault_field, erased=facts.erased,
    )  # fmt: skip


def offers_since(customer: Customer | None, formats: Formats) -> str:
    """The day on which they said yes."""
    return "" if customer is None or customer.consented_at_utc is None else formats.date_of(customer.consented_at_utc)


def customer_rows(found: tuple[Customer, ...], formats: Formats) -> tuple[CustomerRow, ...]:
    """Name first, then what tells two of the same name apart."""
    return tuple(
        CustomerRow(
            item.customer_id, item.details.label, " · ".join(part for part in (item.details.phone, item.details.email) if part),
            offers_since(item, formats),
        )
        for item in found
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class CustomersViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """Who asked to be known."""

    changed = Signal()

    def __init__(self, desk: TillDesk, basket: BasketViewModel, *, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._desk = desk
        self._basket = basket
        self._services = desk.services.desk
        self._on_named: Callable[[Basket], None] | None = None
        self._facts = CustomersFacts()
        self._props = CustomersProps()
        self._rows = RowsModel(CustomerRow, key=lambda row: row.customer_id, parent=self)

    def ask(self, basket: Basket, on_named: Callable[[Basket], None]) -> None:
        """Who this basket is for; ``on_named`` is called when that was answered, and not when the sheet is closed."""
        self._on_named = on_named
        self._fold(CustomersFacts(FIND, basket, self._services.customers.search("")))

    @Slot()
    def close(self) -> None:
        self._on_named = None
        self._fold(CustomersFacts())

    @Slot(str)
    def search(self, typed: str) -> None:
        self._fold(replace(self._facts, found=self._services.customers.search(typed), fault="", fault_field="", erased=""))

    @Slot(str)
    def choose(self, customer_id: str) -> None:
        """The basket is for them."""
        self._answer(customer_id)

    @Slot()
    def nobody(self) -> None:
        """Take the customer off the basket."""
        self._answer(None)

    @Slot()
    def create(self) -> None:
        self._fold(replace(self._facts, step=FORM, edited=None, fault="", fault_field="", erased=""))

    @Slot(str)
    def edit(self, customer_id: str) -> None:
        """What is kept of somebody, to be read out, corrected or erased."""
        known = next((item for item in self._facts.found if item.customer_id == customer_id), None)
        if known is not None:
            self._fold(replace(self._facts, step=FORM, edited=known, fault="", fault_field="", erased=""))

    @Slot()
    def back(self) -> None:
        """One page back: from the question to the form, from the form to the list."""
        self._fold(replace(self._facts, step=FORM if self._facts.step == ERASE else FIND, fault="", fault_field=""))

    @Slot(str, str, str, str, str, str, str, bool)
    def save(
        self, full_name: str, phone: str, email: str, company: str, siren: str, vat_number: str, address: str, wants_offers: bool
    ) -> None:  # fmt: skip
        """A new customer is the basket's at once; a corrected one is back on the list."""
        details, edited, person = Details(full_name, email, phone, company, siren, vat_number, address), self._facts.edited, self._desk.who()
        customers = self._services.customers
        if edited is None:
            self._desk.run(
                lambda: customers.note(details, wants_offers=wants_offers, person=person), lambda noted: self._answer(noted.customer_id), self._wrong
            )
        else:
            self._desk.run(lambda: customers.correct(edited.customer_id, details, wants_offers=wants_offers, person=person), self._corrected, self._wrong)

    @Slot()
    def askToErase(self) -> None:
        self._fold(replace(self._facts, step=ERASE, fault="", fault_field=""))

    @Slot()
    def erase(self) -> None:
        """For good, after the question; a colleague lends the right to who has it not."""
        self._erase(None)

    def _erase(self, approval: Approval | None) -> None:
        edited, person = self._facts.edited, self._desk.who()
        if edited is None:
            return

        def failed(error: Exception) -> None:
            if isinstance(error, RightMissing) and approval is None:
                self._fold(replace(self._facts, approving=True, fault=""))
                self._desk.ask_approval(
                    Right.ERASE_CUSTOMER, Action.CUSTOMER_ERASURE, document=edited.customer_id, detail=edited.details.label, on_approved=self._erase,
                    on_given_up=lambda: self._fold(replace(self._facts, approving=False)),
                )  # fmt: skip
            else:
                self._wrong(error)

        self._desk.run(
            lambda: self._services.customers.erase(edited.customer_id, person=person, approved_by=approval), lambda _: self._gone(edited), failed
        )

    def _gone(self, erased: Customer) -> None:
        """The basket is not theirs any more; the list says who is gone while the sheet is up, and nothing keeps the name after that."""
        basket = self._facts.basket
        if basket is not None and basket.customer_id == erased.customer_id:
            basket = self._services.lines.name_customer(basket, None)
            self._basket.take_over(basket)
        self._fold(CustomersFacts(FIND, basket, self._services.customers.search(""), erased=erased.details.label))

    def _corrected(self, customer: Customer) -> None:
        """Shown first, among those of today."""
        others = tuple(item for item in self._services.customers.search("") if item.customer_id != customer.customer_id)
        self._fold(replace(self._facts, step=FIND, found=(customer, *others), edited=None, fault="", fault_field=""))

    def _answer(self, customer_id: str | None) -> None:
        basket, on_named = self._facts.basket, self._on_named
        if basket is not None and on_named is not None:
            self.close()
            on_named(self._services.lines.name_customer(basket, customer_id))

    def _wrong(self, error: Exception) -> None:
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        field = str(error.facts["field"]) if isinstance(error, CustomerFieldWrong) else ""
        self._fold(replace(self._facts, approving=False, fault=f"{words.what} {words.todo}".strip(), fault_field=field))
        self.failed.emit()

    def _fold(self, facts: CustomersFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        consent_text = self._services.customers.consent_asked().text if self._facts.step == FORM else ""
        before, self._props = self._props, derive(self._facts, consent_text, self._formats)
        self._rows.show(customer_rows(self._facts.found, self._formats))
        if before != self._props:
            self.changed.emit()

    step = shown("step", str, changed)
    isNew = shown("is_new", bool, changed)
    label = shown("label", str, changed)
    fullName = shown("full_name", str, changed)
    phone = shown("phone", str, changed)
    email = shown("email", str, changed)
    company = shown("company", str, changed)
    siren = shown("siren", str, changed)
    vatNumber = shown("vat_number", str, changed)
    address = shown("address", str, changed)
    wantsOffers = shown("wants_offers", bool, changed)
    offersSince = shown("offers_since", str, changed)
    consentText = shown("consent_text", str, changed)
    hasCustomer = shown("has_customer", bool, changed)
    foundNone = shown("found_none", bool, changed)
    fault = shown("fault", str, changed)
    faultField = shown("fault_field", str, changed)
    erased = shown("erased", str, changed)
    customers = Property(QObject, lambda self: self._rows, constant=True)
