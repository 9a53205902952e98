"""Parcels between shops, as their tills stated them: rows of the feed ``parcels`` in both shops, and what they do to the units of the shop that speaks.

A push that names another shop writes that shop's rows too: whoever does takes both heads first, in the order of their names (``scopes_of``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection

from central import feeds
from central.picture import Changes, Picture, Unprojectable
from kiosk.stock.parcels import MOST_UNITS, LineState, NotInParcel, Parcel, ParcelLine, ParcelReasonMissing, arrived, left_shop, moved
from kiosk.stock.units import Unit
from kiosk.sync import facts
from kiosk.sync.facts import Envelope
from kiosk.sync.protocol import PARCELS

MOST_SHOPS = 20
NOT_HELD = "not_held"
"""Sold meanwhile by another till: nothing that the sender could take back."""


def scopes_of(shop_id: str, envelopes: Iterable[Envelope]) -> tuple[str, ...]:
    """Every shop whose rows a push may write, in the order in which their heads are taken."""
    named = {shop_id}
    for envelope in envelopes:
        named |= {other for other in facts.parcel_shops(envelope.kind, envelope.body) if len(named) < MOST_SHOPS}
    return tuple(sorted(named))


def known(connection: Connection, shop_id: str, envelopes: Sequence[Envelope]) -> dict[str, Parcel]:
    """The parcels that these entries move."""
    ids = {str(envelope.body.get("parcel_id")) for envelope in envelopes if envelope.kind == facts.PARCEL_UNIT_MOVED}
    rows = feeds.get_rows(connection, shop_id, PARCELS, ids) if ids else {}
    return {parcel_id: msgspec.json.decode(row, type=Parcel) for parcel_id, row in rows.items()}


def sent(envelope: Envelope) -> Parcel:
    """From ``stock.parcel_sent``; KeyError, TypeError, ValueError, ValidationError when it is no such entry."""
    parcel = msgspec.convert(envelope.body["parcel"], Parcel)
    line_ids = {line.line_id for line in parcel.lines}
    fresh = all(line.state is LineState.SENT and line.line_id and not line.register_number for line in parcel.lines)
    whole = 0 < len(parcel.lines) <= MOST_UNITS and len(line_ids) == len(parcel.lines) and fresh
    if not whole or parcel.sender.shop_id != envelope.shop or parcel.receiver.shop_id in ("", envelope.shop) or not parcel.parcel_id:
        raise ValueError("no parcel")
    return parcel


def leave(parcel: Parcel, units: Mapping[str, Unit], envelope: Envelope) -> tuple[Parcel, dict[str, Unit]]:
    """What is the shop's goes on its way. What is not (sold meanwhile by another till) is refused at once, for the sender to look at."""
    gone: dict[str, Unit] = {}
    lines: list[ParcelLine] = []
    for line in parcel.lines:
        unit = units.get(line.unit.unit_id)
        if unit is None or unit.holder != f"shop:{envelope.shop}" or unit.gen != line.unit.gen:
            lines.append(replace(line, state=LineState.REFUSED, reason=NOT_HELD, at_utc=envelope.at))
            continue
        gone[unit.unit_id] = left_shop(unit, parcel.parcel_id)
        lines.append(line)
    return replace(parcel, lines=tuple(lines)), gone


def move(parcel: Parcel | None, envelope: Envelope) -> tuple[Parcel, ParcelLine, Unit | None] | None:
    """From ``stock.parcel_unit_moved``: the parcel, the line and, for who has the unit now, the unit. None when it does not follow."""
    body: Mapping[str, Any] = envelope.body
    kept = parcel.line(str(body["line_id"])) if parcel is not None else None
    if parcel is None or kept is None or (kept.reason == NOT_HELD and body["state"] == LineState.TAKEN_BACK):
        return None
    to, number = LineState(body["state"]), str(body.get("register_number") or "")
    try:
        after = moved(
            parcel, str(body["line_id"]), to, by=parcel.side_of(envelope.shop), at_utc=str(body["at_utc"]), reason=str(body.get("reason") or ""),
            register_number=number,
        )  # fmt: skip
    except (NotInParcel, ParcelReasonMissing):
        return None
    line = after.line(str(body["line_id"]))
    assert line is not None, "moved above"
    has_it = to in (LineState.RECEIVED, LineState.TAKEN_BACK)
    return after, line, arrived(line, shop_id=envelope.shop, register_number=number, at_utc=line.at_utc) if has_it else None


def project_sent(picture: Picture, envelope: Envelope) -> Changes:
    """Between two shops of one company alone: what they are is what central knows of them, not what the entry says."""
    parcel = sent(envelope)
    sender, receiver = picture.places.get(envelope.shop), picture.places.get(parcel.receiver.shop_id)
    if sender is None or receiver is None or sender.siren != receiver.siren:
        raise Unprojectable(reason="other_company", detail=f"from {envelope.shop} to {parcel.receiver.shop_id}")
    after, gone = leave(replace(parcel, sender=sender, receiver=receiver), picture.units, envelope)
    return Changes(gone, parcel=after)


def project_moved(picture: Picture, envelope: Envelope) -> Changes:
    """Received, missing, refused or taken back, by the shop whose turn it is."""
    done = move(picture.parcels.get(str(envelope.body["parcel_id"])), envelope)
    if done is None:
        raise Unprojectable(reason="parcel_not_so", detail=str(envelope.body.get("number")))
    parcel, line, unit = done
    units = {} if unit is None else {unit.unit_id: unit}
    return Changes(units, parcel=parcel, passport=line.passport if unit is not None else None)


def put(connection: Connection, parcels: Iterable[Parcel], *, versions: Mapping[str, int]) -> None:
    """Into both shops, as far as their heads were taken."""
    for parcel in parcels:
        for shop_id in (parcel.sender.shop_id, parcel.receiver.shop_id):
            if shop_id in versions:
                feeds.put_rows(connection, shop_id, PARCELS, {parcel.parcel_id: msgspec.json.encode(parcel)}, v=versions[shop_id])
