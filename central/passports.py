"""The passports of a shop's units, as their tills stated them: rows of the feed ``passports``, one for each inspection. Central reads none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from central import feeds
from central.picture import Changes, Picture
from kiosk.basics.clock import parse_utc
from kiosk.stock.passports import LONGEST_CONTENT, MOST_RULES, CarriedPassport
from kiosk.stock.units import Grade
from kiosk.sync.facts import Envelope
from kiosk.sync.protocol import PASSPORTS

_PACKED = re.compile(r"[A-Za-z0-9_-]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def issued(envelope: Envelope) -> CarriedPassport | None:
    """From ``stock.passport_issued``; None for one of before passports travelled. KeyError, TypeError, ValueError when it is no such entry."""
    body = envelope.body
    if "content" not in body:
        return None
    content, rules = str(body["content"]), tuple(str(sha256) for sha256 in body["rules"])
    unit_id, inspection_id, at_utc = str(body["unit_id"]), str(body["inspection_id"]), str(body["issued_at_utc"])
    known = len(rules) <= MOST_RULES and all(_SHA256.fullmatch(sha256) for sha256 in rules)
    if not (known and unit_id and inspection_id and len(content) <= LONGEST_CONTENT and _PACKED.fullmatch(content)):
        raise ValueError("no passport")
    parse_utc(at_utc)
    return CarriedPassport(inspection_id, unit_id, at_utc, Grade(body["grade"]).value, Grade(body["computed"]).value, content, rules)


def projected(_: Picture, envelope: Envelope) -> Changes:
    return Changes(passport=issued(envelope))


def put(connection: Connection, shop_id: str, items: Mapping[str, CarriedPassport], *, v: int) -> None:
    feeds.put_rows(connection, shop_id, PASSPORTS, {key: msgspec.json.encode(item) for key, item in items.items()}, v=v)
