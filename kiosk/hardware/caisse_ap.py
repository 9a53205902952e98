"""The words of Caisse-AP over IP, as French card terminals speak it (formerly Concert V3): fields of two letters, three digits of length, a value.

There is no frame and no end mark: a message is whole when its fields parse to its last byte. ``CZ`` (the version) stands first. Pure.
A card number that a terminal should never have sent is masked here, before anything else can see it (SEC-05).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

VERSION = "0320"
PROTOCOL = "012"
EURO = "978"
DEBIT, CREDIT, DUPLICATE = "0", "1", "3"
DONE, NOT_DONE = "10", "01"
REFUSED, FORBIDDEN, ABANDONED, NOT_COMPLETED, TIMED_OUT, BAD_FORMAT, OPERATOR_ABANDONED = "04", "05", "06", "07", "08", "09", "11"
LONGEST_MESSAGE = 8_192
_FIELD = re.compile(rb"([A-Z]{2})([0-9]{3})")
_DIGITS = re.compile(r"[0-9](?:[ -]?[0-9]){12,18}")
TAIL_LENGTH = 4
PRIVATE = "CF"
"""Our own reference, given back as it was sent; compared, never stored from here."""

Fields = Mapping[str, str]


class NotCaisseAp(ValueError):
    """These bytes are no message, and never will be."""


def encode(fields: Fields) -> bytes:
    """A message; the caller puts ``CZ`` first."""
    return b"".join(name.encode("ascii") + f"{len(value):03d}".encode("ascii") + value.encode("ascii") for name, value in fields.items())


def decode(content: bytes) -> list[dict[str, str]]:
    """The messages so far, each begun by ``CZ``; none while the last one is cut short; NotCaisseAp. No card number survives it."""
    if len(content) > LONGEST_MESSAGE:
        raise NotCaisseAp("longer than any answer")
    messages: list[dict[str, str]] = []
    at = 0
    while at < len(content):
        head = _FIELD.match(content, at)
        if head is None:
            if len(content) - at < 5 and _begins_a_field(content[at:]):
                return []
            raise NotCaisseAp(f"no field at byte {at}")
        end = head.end() + int(head[2])
        if end > len(content):
            return []
        name, value = head[1].decode(), content[head.end() : end].decode("latin-1")
        if name == "CZ" or not messages:
            messages.append({})
        messages[-1][name] = value if name == PRIVATE else mask(value)
        at = end
    return messages


def payment(*, till: str, intent_id: str, amount_cents: int) -> dict[str, str]:
    """A debit, or a credit for money that goes back; ``CF`` is given back with the answer, so that an answer is never taken for another's."""
    return {
        "CZ": VERSION, "CJ": PROTOCOL, "CA": till, "CB": f"{abs(amount_cents):012d}", "CD": DEBIT if amount_cents > 0 else CREDIT, "CE": EURO, "BA": "0",
        "CF": intent_id,
    }  # fmt: skip


def duplicate(*, till: str, intent_id: str) -> dict[str, str]:
    """What the last transaction was; starts no payment."""
    return {"CZ": VERSION, "CJ": PROTOCOL, "CA": till, "CD": DUPLICATE, "CE": EURO, "BA": "0", "CF": intent_id}


def signed_cents(fields: Fields) -> int | None:
    """The amount of an answer: negative for a credit; None when it says none."""
    amount = fields.get("CB", "")
    if not amount.isdigit() or len(amount) > 12:
        return None
    return -int(amount) if fields.get("CD") == CREDIT else int(amount)


def card_tail(fields: Fields) -> str | None:
    """The last four figures of the card, as its holder knows them."""
    found = re.search(rf"([0-9]{{{TAIL_LENGTH}}})\s*$", fields.get("AA", ""))
    return found[1] if found else None


def mask(text: str) -> str:
    """With every card number in it cut down to its last four figures."""
    return _DIGITS.sub(_masked, text)


def is_card_number(digits: str) -> bool:
    """13 to 19 figures whose Luhn check digit holds (ISO/IEC 7812-1)."""
    if not digits.isdigit() or not 13 <= len(digits) <= 19:
        return False
    doubled = [int(figure) * (1 + place % 2) for place, figure in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _masked(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    return "*" * (len(digits) - TAIL_LENGTH) + digits[-TAIL_LENGTH:] if is_card_number(digits) else found[0]


def _begins_a_field(rest: bytes) -> bool:
    return bool(re.fullmatch(rb"[A-Z]{0,2}|[A-Z]{2}[0-9]{0,3}", rest))
