"""What the shop owes to a seller who is paid by transfer: from the signature to the bank. Pure.

*waiting* → *in a file* for the bank → *paid*. A transfer is in one file and no other, whatever happens; a file can be written out again, the same
to the byte, because the bank knows its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.basics.money import Money
from kiosk.errors import Refused
from kiosk.tradein.account import Account


class NothingToTransfer(Refused):
    """No transfer waits, or those chosen are in a file already."""

    code = "tradein.nothing_to_transfer"


class CreditTransferPaid(Refused):
    """Somebody said already that this transfer was made, or it is in no file yet."""

    code = "tradein.transfer_paid"


class NoCompanyAccount(Refused):
    """The shop's settings do not say from which account sellers are paid."""

    code = "tradein.no_company_account"


class CreditTransferState(StrEnum):
    """Where it stands."""

    WAITING = "waiting"
    IN_FILE = "in_file"
    PAID = "paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTransfer:
    """One payment to make. ``number`` is the contract's, and the reference that the seller reads on the statement."""

    transfer_id: str
    trade_in_id: str
    number: str
    unit_id: str
    since_utc: str
    amount: Money
    account: Account
    file_id: str | None = None
    paid_at_utc: str | None = None
    paid_by: str | None = None

    @property
    def state(self) -> CreditTransferState:
        if self.paid_at_utc is not None:
            return CreditTransferState.PAID
        return CreditTransferState.WAITING if self.file_id is None else CreditTransferState.IN_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditTransferFile:
    """One file for the bank; ``number`` is its message id. Its content follows from its rows, so it is not kept beside them."""

    file_id: str
    number: str
    at_utc: str
    person_id: str
    count: int
    total: Money
