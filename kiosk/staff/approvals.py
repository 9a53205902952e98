"""A right lent once: who asked, who approved, why, and for what. Pure; ``StaffService`` makes approvals, every other service only takes them.

A service that wants a right asks ``require_lent`` and hands on the ``approved_by`` it was given; it never asks for a PIN itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.errors import Refused
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing, may

NOTE_LIMIT = 120
OTHER_REASON = "other"


class Action(StrEnum):
    """What a colleague is asked to approve; the words of each stand in ``StaffWords.qml``."""

    DISCOUNT = "discount"
    PRICE = "price"
    REFUND = "refund"
    LATE_RETURN = "late_return"
    CASH_MOVEMENT = "cash_movement"
    CASH_DIFFERENCE = "cash_difference"
    DRAWER = "drawer"
    DEPOSIT_RELEASE = "deposit_release"
    DEPOSIT_EXTENSION = "deposit_extension"
    VOUCHER = "voucher"
    RAISE_OFFER = "raise_offer"
    MORE_TIME = "more_time"
    CUSTOMER_ERASURE = "customer_erasure"
    NEW_SERIES = "new_series"
    GRADE = "grade"
    RELEASE = "release"


class ReasonMissing(Refused):
    """Nobody lends a right without saying why; "other" wants its words."""

    code = "staff.reason_missing"


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """``document`` is the id of what it is for: a basket, a drawer session, a ticket."""

    right: Right
    action: Action
    asked_by: Person
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """A code of ``resources/approvals``, and free words: needed with ``other``, welcome with any."""

    reason: str
    note: str = ""

    def checked(self) -> Why:
        """Trimmed; ReasonMissing."""
        note = " ".join(self.note.split())[:NOTE_LIMIT]
        if not self.reason or (self.reason == OTHER_REASON and not note):
            raise ReasonMissing
        return Why(self.reason, note)


@dataclass(frozen=True, slots=True)
class Approval:
    """What the journal knows as ``staff.approved``. It is good for its right, its asker and its document, and for nothing else.

    One given while the journal takes nothing stands in it when its use case opened the journal again.
    """

    right: Right
    action: Action
    asked_by: str
    approver_id: str
    approver_name: str
    why: Why
    document: str | None = None
    by: str = "pin"

    def body(self) -> dict[str, str | None]:
        """As the journal tells it."""
        return {
            "right": self.right.value, "action": self.action.value, "asked_by": self.asked_by, "reason": self.why.reason, "note": self.why.note,
            "document": self.document, "by": self.by,
        }  # fmt: skip

    def lends(self, right: Right, *, to: Person, document: str | None) -> bool:
        """Whether this is the approval for that."""
        return (self.right, self.asked_by, self.document) == (right, to.person_id, document)


def require_lent(person: Person, right: Right, approved_by: Approval | None, *, document: str | None) -> None:
    """RightMissing unless the person may, or a colleague lent them the right for this document."""
    if may(person, right) or (approved_by is not None and approved_by.lends(right, to=person, document=document)):
        return
    raise RightMissing(right=right.value, name=person.short_name)
