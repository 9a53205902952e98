"""All SQL of holds: what was held and released, one sealed row each. Rows ↔ nouns, nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from kiosk.storage.schema import unit_hold

HELD, RELEASED = "held", "released"


@dataclass(frozen=True, slots=True)
class HoldAct:
    """A unit was held for a reason, or released from it. ``note`` says what was seen, or why it may go."""

    act_id: str
    unit_id: str
    reason: str
    act: str
    at_utc: str
    person_id: str
    note: str = ""
    approved_by: str | None = None
    document_id: str | None = None


def add_act(connection: Connection, act: HoldAct) -> None:
    connection.execute(
        insert(unit_hold).values(
            id=act.act_id, unit_id=act.unit_id, reason=act.reason, act=act.act, at_utc=act.at_utc, person_id=act.person_id, note=act.note,
            approved_by=act.approved_by, document_id=act.document_id,
        )
    )  # fmt: skip


def acts_of(connection: Connection, unit_id: str) -> tuple[HoldAct, ...]:
    """Oldest first."""
    rows = connection.execute(select(unit_hold).where(unit_hold.c.unit_id == unit_id).order_by(unit_hold.c.row_no))
    return tuple(
        HoldAct(row.id, row.unit_id, row.reason, row.act, row.at_utc, row.person_id, row.note, row.approved_by, row.document_id) for row in rows
    )


def open_holds(acts: Sequence[HoldAct]) -> tuple[HoldAct, ...]:
    """Those that were not released since, in the order in which they were placed."""
    standing: dict[str, HoldAct] = {}
    for act in acts:
        if act.act == HELD:
            standing.setdefault(act.reason, act)
        else:
            standing.pop(act.reason, None)
    return tuple(standing.values())
