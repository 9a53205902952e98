"""What each role may do, as one table, and the question that every use case asks first."""

from __future__ import annotations

from enum import StrEnum

from kiosk.errors import Refused
from kiosk.staff.people import Person, Role


class Right(StrEnum):
    """Something that not everybody may do."""

    SELL = "sell"
    GIVE_DISCOUNT = "give_discount"
    OVERRIDE_PRICE = "override_price"
    REFUND = "refund"
    REFUND_BEYOND_POLICY = "refund_beyond_policy"
    OPEN_DRAWER_SESSION = "open_drawer_session"
    MOVE_CASH = "move_cash"
    SEE_CASH = "see_cash"
    ACCEPT_DIFFERENCE = "accept_difference"
    REPRINT = "reprint"
    TRADE_IN = "trade_in"
    RAISE_OFFER = "raise_offer"
    INSPECT = "inspect"
    RAISE_GRADE = "raise_grade"
    """Sign, as a second person, that a unit is sold in a better grade than the table gave it."""
    RELEASE_UNIT = "release_unit"
    """Let a blocked, quarantined or scrapped unit go back to work."""
    ERASE = "erase"
    MOVE_STOCK = "move_stock"
    SEE_BOARD = "see_board"
    SEE_MARGINS = "see_margins"
    CLOSE_DAY = "close_day"
    READ_REGISTER = "read_register"
    EXPORT = "export"
    MANAGE_STAFF = "manage_staff"
    CHANGE_SETTINGS = "change_settings"
    TRAIN = "train"
    ERASE_CUSTOMER = "erase_customer"
    OPEN_SERIES = "open_series"
    """Begin a new series of numbers on a till whose journal is not where it left it, while central cannot be reached."""
    READ_RECORDS = "read_records"
    """Read and export the fiscal records, for the tax office (FIS-11)."""


_COUNTER = frozenset({Right.SELL, Right.GIVE_DISCOUNT, Right.OPEN_DRAWER_SESSION, Right.REPRINT, Right.TRAIN})
_BENCH = frozenset({Right.TRADE_IN, Right.INSPECT, Right.ERASE, Right.MOVE_STOCK, Right.REPRINT, Right.TRAIN})

RIGHTS_OF_ROLE: dict[Role, frozenset[Right]] = {
    Role.CASHIER: _COUNTER,
    Role.TECHNICIAN: _BENCH,
    Role.MANAGER: frozenset(Right),
    Role.INSPECTOR: frozenset({Right.READ_RECORDS}),
}


class RightMissing(Refused):
    """This person may not do that; ``right`` says what a colleague needs to approve it."""

    code = "staff.right_missing"


def rights_of(person: Person) -> frozenset[Right]:
    """All rights of all roles; none for somebody who left."""
    if not person.active:
        return frozenset()
    return frozenset().union(*(RIGHTS_OF_ROLE[role] for role in person.roles))


def may(person: Person, right: Right) -> bool:
    return right in rights_of(person)


def require(person: Person, right: Right) -> None:
    """RightMissing unless the person may."""
    if not may(person, right):
        raise RightMissing(right=right.value, name=person.short_name)


def only_reads_records(person: Person) -> bool:
    """An inspector of the tax office: reads and exports the records, and is shown nothing else (FIS-11)."""
    return rights_of(person) == {Right.READ_RECORDS}
