"""Tickets of a shop, found by what marks them: number, device, end of the card, day. For a till that did not sell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from central import rights
from central.schema import lengthening, ticket, ticket_mark
from kiosk.sync import facts
from kiosk.sync.facts import Envelope
from kiosk.sync.protocol import FindTickets, SoldTicket

MOST_FOUND = 50
MOST_UNITS = 20
Row = dict[str, Any]


def marks_of(shop_id: str, number: str, body: Mapping[str, Any]) -> list[Row]:
    """What a ticket will be looked for by."""
    units = [f"unit:{line['unit_id']}" for line in facts.lines_of(body) if line.get("unit_id")]
    cards = [f"card:{tender['card_tail']}" for tender in body.get("tenders") or () if tender.get("card_tail")]
    days = [f"day:{body['business_day']}"] if body.get("business_day") else []
    return [{"shop_id": shop_id, "mark": mark, "number": number} for mark in sorted({*units, *cards, *days})]


def lengthening_of(envelope: Envelope) -> Row:
    """From ``sales.guarantee_lengthened``."""
    body = envelope.body
    return {
        "shop_id": envelope.shop, "line_id": str(body["line_id"]), "till_code": envelope.till, "epoch": envelope.epoch, "seq": envelope.seq,
        "reason": str(body["reason"]), "days": int(body["days"]),
    }  # fmt: skip


def find(connection: Connection, shop_id: str, asked: FindTickets) -> tuple[SoldTicket, ...]:
    """Newest first, the most recent ``MOST_FOUND``; nothing for a question that names nothing."""
    query = select(ticket).where(ticket.c.shop_id == shop_id).order_by(ticket.c.at_utc.desc(), ticket.c.number.desc()).limit(MOST_FOUND)
    marks = [[f"unit:{unit_id}" for unit_id in asked.unit_ids[:MOST_UNITS]], [f"card:{asked.card_tail}"] if asked.card_tail else []]
    marks.append([f"day:{asked.day}"] if asked.day else [])
    if not asked.number and not any(marks):
        return ()
    if asked.number:
        query = query.where(ticket.c.number == asked.number)
    for named in filter(None, marks):
        among = select(ticket_mark.c.number).where(ticket_mark.c.shop_id == shop_id, ticket_mark.c.mark.in_(named))
        query = query.where(ticket.c.number.in_(among))
    rows = [(row, msgspec.json.decode(row.content, type=dict[str, Any])) for row in connection.execute(query)]
    back = {line.get("original_line_id") for _, body in rows for line in facts.lines_of(body)}
    moved = rights.known(connection, shop_id, [row.number for row, _ in rows])
    answers = [
        _sold(connection, row, body, asked.unit_ids, back, held_by=moved[row.number].holder if row.number in moved else row.till_code) for row, body in rows
    ]  # fmt: skip
    return tuple(item for item in answers if asked.total_cents is None or item.due_cents == asked.total_cents)


def _sold(connection: Connection, row: Any, body: Mapping[str, Any], unit_ids: Sequence[str], back: set[Any], *, held_by: str) -> SoldTicket:
    lines = facts.lines_of(body)
    device = next((line for line in lines if line.get("unit_id") in unit_ids and not line.get("original_line_id")), {})
    line_id = str(device.get("line_id") or "")
    return SoldTicket(
        number=row.number, till_code=row.till_code, held_by=held_by, at_utc=row.at_utc,
        business_day=str(body.get("business_day") or row.at_utc[:10]), kind=row.kind,
        due_cents=row.total_cents + int(body.get("non_sale_cents") or 0), first_label=str(lines[0].get("label", "")) if lines else "",
        line_count=len(lines), unit_id=str(device.get("unit_id") or ""), unit_label=str(device.get("label") or ""),
        came_back=line_id != "" and line_id in back, lengthened=_lengthened(connection, row.shop_id, line_id) if line_id else (),
    )  # fmt: skip


def _lengthened(connection: Connection, shop_id: str, line_id: str) -> tuple[tuple[str, int], ...]:
    query = select(lengthening.c.reason, lengthening.c.days).where(lengthening.c.shop_id == shop_id, lengthening.c.line_id == line_id)
    return tuple((row.reason, row.days) for row in connection.execute(query.order_by(lengthening.c.till_code, lengthening.c.epoch, lengthening.c.seq)))
