"""Which journal entries the JET (technical event log) wants, under which code. Data, from compliance §1.2; pure.

The full list of codes is not public: those marked ours follow the nearest published one until the certifier says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.fiscal.module import EventValue

INITIALISATION = 260
NEW_VERSION = 250
SYSTEM_OPERATOR = "SYS"
INFO_LIMIT = 80


@dataclass(frozen=True, slots=True)
class EventCode:
    """A JET code and where its ``info`` comes from: a key of the entry's body, or the operator when there is none."""

    code: int
    info_key: str | None = None


EVENT_CODES: Mapping[str, EventCode] = {
    "till.epoch_opened": EventCode(15, "reason"),
    "staff.signed_out": EventCode(40),
    "till.stopped": EventCode(40),
    "fiscal.day_closed": EventCode(50, "period_label"),
    "fiscal.month_closed": EventCode(50, "period_label"),
    "fiscal.year_closed": EventCode(60, "period_label"),
    "staff.signed_in": EventCode(80),
    "till.started": EventCode(80, "version"),
    "fiscal.closing_begun": EventCode(330, "days"),
    "fiscal.integrity_defect_found": EventCode(90, "reason"),
    "journal.exported": EventCode(110, "range"),
    "staff.approved": EventCode(130, "right"),
    "drawer.session_closed": EventCode(170, "number"),
    "sales.ticket_refunded": EventCode(190, "number"),
    "till.settings_changed": EventCode(270, "what"),
    "fiscal.records_exported": EventCode(280, "range"),
    "sales.basket_abandoned": EventCode(320, "total"),
    "fiscal.non_sale_amount": EventCode(910, "amount"),
}


DEGRADED, DEGRADED_BEGAN, DEGRADED_ENDED = 70, "Mode degrade", "Fin du mode degrade"
KEY_CHANGED = 270


def event_of(kind: str, body: Mapping[str, EventValue], person_id: str) -> tuple[int, str] | None:
    """The JET code and info of a journal entry; None when the JET does not want it."""
    found = EVENT_CODES.get(kind)
    if found is None:
        return None
    info = body.get(found.info_key) if found.info_key else operator_of(person_id)
    return found.code, str(info if info is not None else "")[:INFO_LIMIT]


def operator_of(person_id: str) -> str:
    """How a person stands in the JET; the till itself is ``SYS``."""
    return SYSTEM_OPERATOR if person_id in ("", "system") else person_id
