"""What entries mean for central's picture of the chain: tickets, units, levels, closings. Kinds it does not know are kept.

Each projection is a pure function from the picture and one entry to the changes it makes; ``project`` reads what a push
names once, and writes what came of it once. An entry that cannot be applied changes nothing, goes to the review list with
its reason and delays nothing behind it; units and levels that it names are sent down again, so that tills agree with central.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from central import baskets, directory, feeds, found, lessons, parcels, passports, past, rights
from central.database import insert_many
from central.picture import Changes, Level, Note, Picture, Projected, Unprojectable
from central.schema import closing, lengthening, receipt_key, ticket, ticket_mark
from kiosk.basics.money import Money
from kiosk.fiscal.france.signing import EcdsaVerifier, FiscalKeyUnreadable
from kiosk.stock.units import Grade, Unit, UnitState
from kiosk.sync import facts
from kiosk.sync.facts import Envelope

OUT = "out"
Projection = Callable[[Picture, Envelope], Changes]


def project(connection: Connection, envelopes: Sequence[Envelope], *, v: int, others: Mapping[str, int] | None = None) -> tuple[Note, ...]:
    """Apply entries of one shop in their order; gives a note for each that was only kept or needs review. ``others`` are versions of shops they name.

    Together under one savepoint; should the database refuse what they make, one by one, so that only the culprit is set aside.
    """
    try:
        with connection.begin_nested():
            return _project(connection, envelopes, v=v, others=others or {})
    except SQLAlchemyError as error:
        if len(envelopes) == 1:
            return (Note(envelopes[0].seq, Projected.REVIEW, "not_storable", f"{type(error).__name__}: {error}"[:500]),)
        return tuple(note for envelope in envelopes for note in project(connection, [envelope], v=v, others=others))


def _project(connection: Connection, envelopes: Sequence[Envelope], *, v: int, others: Mapping[str, int]) -> tuple[Note, ...]:
    stock = [facts.stock_changes(envelope.kind, envelope.body) for envelope in envelopes]
    picture = _read(connection, envelopes, stock)
    notes = []
    for envelope, said in zip(envelopes, stock, strict=True):
        note = _fold(picture, envelope)
        if note is not None:
            notes.append(note)
        if note is not None and note.verdict is Projected.REVIEW:
            picture.changed_units |= said.unit_ids & picture.units.keys()
            picture.changed_levels |= said.level_changes.keys() & picture.levels.keys()
    shop_id = envelopes[0].shop
    _write(connection, shop_id, picture, v=v)
    parcels.put(connection, [picture.parcels[key] for key in sorted(picture.changed_parcels)], versions={**others, shop_id: v})
    return tuple(notes)


def _fold(picture: Picture, envelope: Envelope) -> Note | None:
    """Put one entry's changes into the picture, all or none."""
    projection = PROJECTIONS.get(envelope.kind)
    if projection is None:
        return Note(envelope.seq, Projected.KEPT)
    try:
        changes = projection(picture, envelope)
    except Unprojectable as error:
        return Note(envelope.seq, Projected.REVIEW, str(error.facts["reason"]), str(error.facts.get("detail", "")))
    except (KeyError, TypeError, ValueError, msgspec.ValidationError, FiscalKeyUnreadable) as error:
        return Note(envelope.seq, Projected.REVIEW, "not_understood", f"{type(error).__name__}: {error}"[:500])
    picture.units.update(changes.units)
    picture.changed_units |= changes.units.keys()
    picture.levels.update(changes.levels)
    picture.changed_levels |= changes.levels.keys()
    if changes.ticket is not None:
        picture.tickets.append(changes.ticket)
        picture.ticket_numbers.add(changes.ticket["number"])
    if changes.closing is not None:
        picture.closings.append(changes.closing)
    if changes.basket is not None:
        picture.baskets[changes.basket.basket_id] = changes.basket
    if changes.right is not None:
        picture.rights[changes.right.number] = changes.right
        picture.changed_rights.add(changes.right.number)
    picture.marks += changes.marks
    if changes.lengthening is not None:
        picture.lengthenings.append(changes.lengthening)
    if changes.receipt_key is not None:
        picture.receipt_keys.append(changes.receipt_key)
    if changes.lesson is not None:
        picture.lessons.append(changes.lesson)
    if changes.passport is not None:
        picture.passports[changes.passport.inspection_id] = changes.passport
    if changes.parcel is not None:
        picture.parcels[changes.parcel.parcel_id] = changes.parcel
        picture.changed_parcels.add(changes.parcel.parcel_id)
    return None


def _read(connection: Connection, envelopes: Sequence[Envelope], stock: Sequence[facts.StockChanges]) -> Picture:
    shop_id = envelopes[0].shop
    units = feeds.get_rows(connection, shop_id, "units", {unit_id for said in stock for unit_id in said.unit_ids})
    levels = feeds.get_rows(connection, shop_id, "levels", {product_id for said in stock for product_id in said.level_changes})
    numbers = {str(envelope.body.get("number")) for envelope in envelopes if envelope.kind == facts.TICKET_PAID}
    known = select(ticket.c.number).where(ticket.c.shop_id == shop_id, ticket.c.number.in_(sorted(numbers)))
    return Picture(
        {unit_id: msgspec.json.decode(content, type=Unit) for unit_id, content in units.items()},
        {product_id: msgspec.json.decode(content, type=Level).quantity for product_id, content in levels.items()},
        {row.number for row in connection.execute(known)} if numbers else set(),
        rights=rights.known(connection, shop_id, {str(item.body.get("number")) for item in envelopes if item.kind == facts.RETURN_RIGHT_GIVEN}),
        parcels=parcels.known(connection, shop_id, envelopes),
        places=directory.known(connection, {place for item in envelopes for place in facts.parcel_shops(item.kind, item.body)}),
    )


def _write(connection: Connection, shop_id: str, picture: Picture, *, v: int) -> None:
    units = {unit_id: msgspec.json.encode(picture.units[unit_id]) for unit_id in picture.changed_units}
    levels = {product_id: msgspec.json.encode(Level(product_id, picture.levels[product_id])) for product_id in picture.changed_levels}
    feeds.put_rows(connection, shop_id, "units", units, v=v)
    past.note(connection, shop_id, (picture.units[unit_id] for unit_id in sorted(picture.changed_units)))
    feeds.put_rows(connection, shop_id, "levels", levels, v=v)
    baskets.put(connection, shop_id, picture.baskets, v=v)
    passports.put(connection, shop_id, picture.passports, v=v)
    rights.put(connection, shop_id, [picture.rights[number] for number in sorted(picture.changed_rights)], v=v)
    insert_many(connection, ticket, picture.tickets)
    insert_many(connection, ticket_mark, picture.marks, on_conflict="ON CONFLICT DO NOTHING")
    insert_many(connection, lengthening, picture.lengthenings)
    insert_many(connection, closing, picture.closings)
    insert_many(connection, receipt_key, picture.receipt_keys, on_conflict="ON CONFLICT DO NOTHING")
    lessons.put(connection, picture.lessons)


# ── one function per kind ──────────────────────────────────────────────────────────────────────────────────────────
def _ticket_paid(picture: Picture, envelope: Envelope) -> Changes:
    body = envelope.body
    number = str(body["number"])
    if number in picture.ticket_numbers:
        raise Unprojectable(reason="number_used_twice", detail=number)
    row = {
        "shop_id": envelope.shop, "number": number, "till_code": envelope.till, "epoch": envelope.epoch, "seq": envelope.seq,
        "kind": str(body.get("kind", "sale")), "at_utc": envelope.at, "total_cents": int(body["total_cents"]),
        "content": msgspec.json.encode(body).decode(),
    }  # fmt: skip
    units = {}
    for line in facts.lines_of(body):
        if line.get("unit_id"):
            unit = picture.unit(str(line["unit_id"]))
            units[unit.unit_id] = _taken_back(unit, envelope) if facts.whole(line.get("quantity", "1")) < 0 else _sold(unit, envelope)
    changes = facts.stock_changes(envelope.kind, body).level_changes
    levels = {product_id: picture.levels.get(product_id, 0) + change for product_id, change in changes.items()}
    return Changes(units, levels, ticket=row, marks=found.marks_of(envelope.shop, number, body))


def _sold(unit: Unit, envelope: Envelope) -> Unit:
    if unit.state is UnitState.SOLD:
        raise Unprojectable(reason="sold_twice", detail=f"{unit.unit_id} was already sold")
    if unit.holder != f"shop:{envelope.shop}":
        raise Unprojectable(reason="not_held", detail=f"{unit.unit_id} is held by {unit.holder}")
    return replace(unit, state=UnitState.SOLD, holder=OUT, gen=unit.gen + 1)


def _taken_back(unit: Unit, envelope: Envelope) -> Unit:
    """What a customer gives back is erased and inspected again, whatever was known of it."""
    return replace(unit, state=UnitState.TO_ERASE, holder=f"shop:{envelope.shop}", gen=unit.gen + 1, erasure_id=None, inspection_id=None)


def _bought(picture: Picture, envelope: Envelope) -> Changes:
    unit = _unit_of(envelope)
    if unit.unit_id in picture.units:
        raise Unprojectable(reason="unit_known", detail=f"{unit.unit_id} is already in stock")
    return Changes({unit.unit_id: unit})


def _unit_of(envelope: Envelope) -> Unit:
    """The unit of a purchase, field by field: whatever else the body holds stays in the entry and nowhere else."""
    said: Mapping[str, Any] = envelope.body["unit"]
    known = {name: said[name] for name in _UNIT_FIELDS if said.get(name) is not None}
    known["purchase_price"] = {"amount_cents": said["purchase_price_cents"]}
    fixed = {"state": UnitState.TO_ERASE.value, "holder": f"shop:{envelope.shop}", "gen": 1, "received_at_utc": envelope.at}
    return msgspec.convert({"serial": "", "vat_origin": "margin", **known, **fixed}, Unit)


def _erased(picture: Picture, envelope: Envelope) -> Changes:
    unit = picture.unit(str(envelope.body["unit_id"]))
    erasure_id = envelope.body.get("erasure_id")
    return Changes({unit.unit_id: replace(unit, state=UnitState.TO_INSPECT, erasure_id=unit.erasure_id if erasure_id is None else str(erasure_id))})


def _graded(picture: Picture, envelope: Envelope) -> Changes:
    body = envelope.body
    unit = picture.unit(str(body["unit_id"]))
    price_cents, inspection_id, battery = body.get("price_cents"), body.get("inspection_id"), body.get("battery_health_pct")
    graded = replace(
        unit,
        state=UnitState(body.get("state", UnitState.FOR_SALE.value)),
        grade=Grade(body["grade"]) if body.get("grade") else None,
        price=unit.price if price_cents is None else Money(int(price_cents)),
        inspection_id=unit.inspection_id if inspection_id is None else str(inspection_id),
        battery_health_pct=unit.battery_health_pct if battery is None else int(battery),
    )
    return Changes({unit.unit_id: graded})


def _worked_on(picture: Picture, envelope: Envelope) -> Changes:
    """Repaired, or let out of a state that held it: where it stands now, and what its repairs cost so far."""
    body = envelope.body
    unit = picture.unit(str(body["unit_id"]))
    cost_cents = body.get("repair_cents")
    cost = unit.repair_cost if cost_cents is None else Money(int(cost_cents))
    return Changes({unit.unit_id: replace(unit, state=UnitState(body["state"]), grade=None, repair_cost=cost)})


def _held(picture: Picture, envelope: Envelope) -> Changes:
    """Set apart: a hazard in quarantine, a request of the police; where it only waits for an answer it stays where it is."""
    unit = picture.unit(str(envelope.body["unit_id"]))
    return Changes({unit.unit_id: replace(unit, state=UnitState(envelope.body["state"]))})


def _reserved(picture: Picture, envelope: Envelope) -> Changes:
    unit = picture.unit(str(envelope.body["unit_id"]))
    if envelope.kind == facts.UNIT_RELEASED:
        return Changes({unit.unit_id: replace(unit, state=UnitState.FOR_SALE)} if unit.state is UnitState.RESERVED else {})
    if unit.state is UnitState.SOLD:
        raise Unprojectable(reason="reserved_after_sale", detail=unit.unit_id)
    return Changes({unit.unit_id: replace(unit, state=UnitState.RESERVED)})


def _closed(_picture: Picture, envelope: Envelope) -> Changes:
    body = envelope.body
    row = {
        "shop_id": envelope.shop, "till_code": envelope.till, "epoch": envelope.epoch, "seq": envelope.seq, "period": str(body["period_label"]),
        "number": int(body["number"]), "at_utc": envelope.at, "total_cents": int(body["total_cents"]), "content": msgspec.json.encode(body).decode(),
    }  # fmt: skip
    return Changes(closing=row)


def _basket_waits(_: Picture, envelope: Envelope) -> Changes:
    return Changes(basket=(baskets.parked if envelope.kind == facts.BASKET_PARKED else baskets.gone)(envelope))


def _right_given(picture: Picture, envelope: Envelope) -> Changes:
    """Only who holds the right may give it: what else an entry says goes to the review list."""
    row = picture.rights.get(str(envelope.body["number"]))
    given = rights.given(row, envelope)
    if given is None:
        raise Unprojectable(reason="right_not_held", detail=f"{envelope.body['number']} is held by {row.holder if row else 'nobody'}")
    return Changes(right=given)


def _lengthened(_picture: Picture, envelope: Envelope) -> Changes:
    return Changes(lengthening=found.lengthening_of(envelope))


def _key_published(_picture: Picture, envelope: Envelope) -> Changes:
    """The till's fiscal key, as its own journal states it; the page of receipts asks for it by its id."""
    pem = str(envelope.body["public_key_pem"])
    key_id = EcdsaVerifier.read(pem).key_id
    if key_id != envelope.body["key_id"]:
        raise Unprojectable(reason="key_differs", detail=key_id)
    row = {"shop_id": envelope.shop, "till_code": envelope.till, "key_id": key_id, "public_key_pem": pem, "published_at_utc": envelope.at}
    return Changes(receipt_key=row)


def _model_confirmed(_picture: Picture, envelope: Envelope) -> Changes:
    return Changes(lesson=lessons.taught(envelope))


_UNIT_FIELDS = (
    "unit_id", "product_id", "model_id", "serial", "vat_origin", "label_code", "imei", "imei2", "battery_health_pct", "register_number", "acquired_by",
)  # fmt: skip

PROJECTIONS: dict[str, Projection] = {
    facts.TICKET_PAID: _ticket_paid,
    facts.BOUGHT: _bought,
    facts.UNIT_ERASED: _erased,
    facts.UNIT_GRADED: _graded,
    facts.GRADE_CHANGED: _graded,
    facts.UNIT_REPAIRED: _worked_on,
    facts.UNIT_LET_GO: _worked_on,
    facts.UNIT_HELD: _held,
    facts.UNIT_RESERVED: _reserved,
    facts.UNIT_RELEASED: _reserved,
    facts.DAY_CLOSED: _closed,
    facts.MONTH_CLOSED: _closed,
    facts.YEAR_CLOSED: _closed,
    facts.BASKET_PARKED: _basket_waits,
    facts.BASKET_RESUMED: _basket_waits,
    facts.RETURN_RIGHT_GIVEN: _right_given,
    facts.GUARANTEE_LENGTHENED: _lengthened,
    facts.RECEIPT_KEY_PUBLISHED: _key_published,
    facts.MODEL_CONFIRMED: _model_confirmed,
    facts.PASSPORT_ISSUED: passports.projected,
    facts.PARCEL_SENT: parcels.project_sent,
    facts.PARCEL_UNIT_MOVED: parcels.project_moved,
}
