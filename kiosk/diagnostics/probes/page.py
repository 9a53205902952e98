"""The self-test page's invitation and its signed answer, as texts. Pure; how verdicts follow from numbers is ``page_report.py``.

The kiosk shows a link whose fragment names what to test and carries a key; the phone answers with a text that it shows as a QR code
(or hands over by cable), closed by an HMAC-SHA-256 of that key. Format 1, both made of digits, capitals and ``-``:

    link     <address>#1.<tag>.<expires>.<key>.<letters>.<kind>.<language>.<road>
    answer   PT1-<tag>-<expires>-<agent>-<entry>-…-<mac>
    entry    letter of the test, verdict P F N I, M measured or S said, tenths of a second and number (3 base-36 digits each), details

``tag`` is six characters that stand for the diagnostic and eight of chance. The key is derived from the diagnostic's own id, the tag
and the hour of expiry, so that nothing is kept between the two codes and a restart of the kiosk costs no result. Whoever holds the
phone holds the key too: the signature proves that the answer is of this diagnostic, of this invitation, in time and unchanged on its
way; it does not prove that nobody wrote a page of their own.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kiosk.catalogue.products import DeviceKind
from kiosk.errors import Damaged, Refused

LIFE = timedelta(minutes=15)
KEY_BYTES = 16
MAC_BYTES = 12
MARK_LENGTH = 6
CHANCE_BYTES = 5
ANSWER = re.compile(r"PT1-[A-Z2-7]{14}-[0-9A-Z]{6,7}-[0-9A-Z.]{0,80}(?:-[A-Z][PFNI][MS][0-9A-Z]{6,206}){1,26}-[A-Z2-7]{20}")
"""What an answer looks like; whether it is one is for ``read_answer`` to say."""


class AnswerUnreadable(Damaged):
    """Not an answer of the page, or altered since the page signed it."""

    code = "diagnostics.page_answer_altered"


class AnswerExpired(Refused):
    """The invitation is older than fifteen minutes."""

    code = "diagnostics.page_answer_expired"


class AnswerOfAnother(Refused):
    """An answer about the device of another diagnostic."""

    code = "diagnostics.page_answer_of_another"


class AnswerUsed(Refused):
    """This answer was taken already."""

    code = "diagnostics.page_answer_used"


class Said(StrEnum):
    """How a test ended on the page. ``NOT_TESTABLE``: this browser has no way to test it; never the phone's fault."""

    PASS = "P"
    FAIL = "F"
    NOT_TESTABLE = "N"
    INCONCLUSIVE = "I"


class Road(StrEnum):
    """How the answer comes back."""

    QR = "q"
    CABLE = "c"


@dataclass(frozen=True, slots=True)
class Entry:
    """The result of one test. ``measured``: by a number; else a person said it. ``details`` is the test's own (cells missing, a reason)."""

    letter: str
    said: Said
    measured: bool
    duration_ms: int
    number: int
    details: str = ""


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """A verified answer. ``agent`` is what the browser says it is, in capitals with points."""

    tag: str
    agent: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Invitation:
    """What the phone needs to test and to sign; ``letters`` are the tests asked for, in order."""

    tag: str
    expires_utc: datetime
    key: bytes
    letters: str
    kind: DeviceKind
    language: str

    def link(self, address: str, road: Road = Road.QR) -> str:
        """``address`` is the page's, without a fragment."""
        key = base64.urlsafe_b64encode(self.key).rstrip(b"=").decode("ascii")
        kind = self.kind.value
        return f"{address}#1.{self.tag}.{base36(_epoch_s(self.expires_utc))}.{key}.{self.letters}.{kind}.{self.language}.{road.value}"


def invitation(session_id: str, *, letters: str, kind: DeviceKind, language: str, now_utc: datetime, chance: bytes) -> Invitation:
    """A new one, good for ``LIFE``; ``chance`` are ``CHANCE_BYTES`` random bytes."""
    expires_utc = (now_utc + LIFE).replace(microsecond=0)
    tag = _mark(session_id) + _base32(chance)
    return Invitation(tag, expires_utc, _key(session_id, tag, base36(_epoch_s(expires_utc))), letters, kind, language)


def read_answer(text: str, session_id: str, *, now_utc: datetime, used_tags: Collection[str]) -> PageAnswer:
    """The answer, for this diagnostic and for the first time; AnswerUnreadable, AnswerOfAnother, AnswerExpired, AnswerUsed."""
    if not ANSWER.fullmatch(text):
        raise AnswerUnreadable
    body, _, mac = text.rpartition("-")
    _format, tag, expires, agent, *entries = body.split("-")
    if not tag.startswith(_mark(session_id)):
        raise AnswerOfAnother
    if not hmac.compare_digest(mac, sign(body, _key(session_id, tag, expires))):
        raise AnswerUnreadable
    if tag in used_tags:
        raise AnswerUsed
    if _epoch_s(now_utc) > int(expires, 36):
        raise AnswerExpired(minutes=LIFE // timedelta(minutes=1))
    return PageAnswer(tag, agent, tuple(_entry(entry) for entry in entries))


def sign(body: str, key: bytes) -> str:
    """The twenty characters that close an answer."""
    return _base32(hmac.digest(key, body.encode("ascii"), "sha256")[:MAC_BYTES])


def base36(number: int) -> str:
    """Digits and capitals; ``int(text, 36)`` is the way back."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit] + digits
    return digits or "0"


def _entry(text: str) -> Entry:
    return Entry(text[0], Said(text[1]), text[2] == "M", int(text[3:6], 36) * 100, int(text[6:9], 36), text[9:])


def _mark(session_id: str) -> str:
    return _base32(hashlib.sha256(f"selftest.{session_id}".encode()).digest())[:MARK_LENGTH]


def _key(session_id: str, tag: str, expires: str) -> bytes:
    return hmac.digest(session_id.encode(), f"selftest.1.{tag}.{expires}".encode(), "sha256")[:KEY_BYTES]


def _base32(raw: bytes) -> str:
    return base64.b32encode(raw).rstrip(b"=").decode("ascii")


def _epoch_s(at_utc: datetime) -> int:
    return int(at_utc.astimezone(UTC).timestamp())
