"""Customers at the till, offline: found, noted, corrected, erased. Reads run anywhere, writes on the ledger worker.

No name, address or number ever reaches the journal: it knows the id, a salted hash, and which fields were filled.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import fields, replace

from kiosk.errors import Refused
from kiosk.fiscal.module import EventValue
from kiosk.sales.counter import Counter
from kiosk.sales.desk import customer_store as store
from kiosk.sales.desk import deposit_store
from kiosk.sales.desk.customers import Customer, Details, checked, identity_hash
from kiosk.sales.desk.rules import Consent
from kiosk.staff.approvals import Approval, require_lent
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require

SALT_BYTES = 16


class CustomerUnknown(Refused):
    """No such customer here, or one who was erased."""

    code = "sales.customer_unknown"


class CustomerHasDeposit(Refused):
    """A device is kept for them: it is sold, or the deposit is released, before they are erased."""

    code = "sales.customer_has_deposit"


def draw_salt() -> str:
    """What keeps a hash from being guessed."""
    return secrets.token_hex(SALT_BYTES)


class CustomerService:
    """Who asked to be known."""

    def __init__(self, counter: Counter, *, salt: Callable[[], str] = draw_salt) -> None:
        self._counter = counter
        self._salt = salt

    def search(self, typed: str) -> tuple[Customer, ...]:
        """At most twenty; accents and case do not matter, figures of a telephone number in any spacing."""
        with self._counter.database.read() as connection:
            return store.customers_like(connection, typed)

    def customer(self, customer_id: str) -> Customer:
        """CustomerUnknown."""
        with self._counter.database.read() as connection:
            found = store.customer_by_id(connection, customer_id)
        if found is None or found.erased_at_utc is not None:
            raise CustomerUnknown
        return found

    def consent_asked(self) -> Consent:
        """The sentence that stands beside the empty box today."""
        return self._counter.desk.consent_on(self._counter.now_local().date())

    def note(self, details: Details, *, wants_offers: bool, person: Person) -> Customer:
        """A new customer; CustomerEmpty, CustomerFieldWrong."""
        require(person, Right.SELL)
        noted = self._with_consent(Customer(self._counter.ids.new(), checked(details), self._counter.now_utc()), wants_offers=wants_offers)
        salt = self._salt()
        with self._counter.database.write() as connection:
            store.add_customer(connection, noted, salt=salt, person_id=person.person_id)
            self._counter.ledger.append(connection, "sales.customer_noted", _body(noted, salt), person_id=person.person_id)
        return noted

    def correct(self, customer_id: str, details: Details, *, wants_offers: bool, person: Person) -> Customer:
        """Other details, or a yes or no to offers; CustomerUnknown, CustomerEmpty, CustomerFieldWrong."""
        require(person, Right.SELL)
        corrected = self._with_consent(replace(self.customer(customer_id), details=checked(details)), wants_offers=wants_offers)
        with self._counter.database.write() as connection:
            store.change_customer(connection, corrected)
            body = _body(corrected, store.salt_of(connection, customer_id))
            self._counter.ledger.append(connection, "sales.customer_corrected", body, person_id=person.person_id)
        return corrected

    def agree_to_offers(self, email: str, *, person: Person) -> Customer:
        """A yes to offers for an address, apart from what else it was given for (SEC-01): of who has it already, else of somebody new.

        CustomerFieldWrong.
        """
        wanted = checked(Details(email=email))
        with self._counter.database.read() as connection:
            known = store.customer_by_email(connection, wanted.email)
        if known is None:
            return self.note(wanted, wants_offers=True, person=person)
        return self.correct(known.customer_id, known.details, wants_offers=True, person=person)

    def erase(self, customer_id: str, *, person: Person, approved_by: Approval | None = None) -> None:
        """What the customer has a right to (RGPD art. 17): the row is emptied, sealed documents stay for as long as the law wants them (SEC-06).

        CustomerHasDeposit while a device waits for them: a contract that is under way needs its customer (RGPD art. 6-1-b).
        """
        require_lent(person, Right.ERASE_CUSTOMER, approved_by, document=customer_id)
        self.customer(customer_id)
        with self._counter.database.write() as connection:
            if any(deposit.customer_id == customer_id for deposit in deposit_store.open_deposits(connection)):
                raise CustomerHasDeposit
            store.erase_customer(connection, customer_id, at_utc=self._counter.now_utc())
            self._counter.ledger.append(connection, "sales.customer_erased", {"customer_id": customer_id}, person_id=person.person_id)

    def who_wants_offers(self, *, person: Person) -> tuple[Customer, ...]:
        """For the shop's mailings: who said yes and nobody else. An address that was given for a receipt is no customer's and never here."""
        require(person, Right.EXPORT)
        with self._counter.database.write() as connection:
            found = store.customers_who_want_offers(connection)
            self._counter.ledger.append(connection, "sales.offers_list_made", {"count": len(found)}, person_id=person.person_id)
        return found

    def _with_consent(self, customer: Customer, *, wants_offers: bool) -> Customer:
        """A yes is dated when it is given and keeps its date; a no takes it away at once."""
        if not wants_offers:
            return replace(customer, consented_at_utc=None, consent_version=None)
        if customer.wants_offers:
            return customer
        return replace(customer, consented_at_utc=self._counter.now_utc(), consent_version=self.consent_asked().version)


def _body(customer: Customer, salt: str) -> dict[str, EventValue]:
    filled = [field.name for field in fields(customer.details) if getattr(customer.details, field.name)]
    return {
        "customer_id": customer.customer_id, "identity_sha256": identity_hash(customer.details, salt=salt), "fields": " ".join(filled),
        "consent_version": customer.consent_version, "consented_at": customer.consented_at_utc,
    }  # fmt: skip
