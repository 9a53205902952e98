"""Which tills there are: one-time codes, enrolment, keys, revocation, new epochs.

A code has 60 bits, lives 15 minutes and makes one till; only its hash is kept. A till that enrols again (a new disk) gets a
new epoch, so that no printed number comes twice, and its earlier key is revoked: what that key signed before stays valid.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from central.schema import enrolment_code, fork_answer, till, till_head, till_key
from kiosk.basics.clock import utc_text
from kiosk.errors import Refused
from kiosk.journal.entry import NO_HASH
from kiosk.journal.keys import PublicKey
from kiosk.sync.protocol import Fork, ForkAnswer

CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 12
CODE_LIFETIME = timedelta(minutes=15)


class CodeRefused(Refused):
    """Unknown, used by another till, or too old. Which of them is not said."""

    code = "central.code_refused"


class KeyRefused(Refused):
    """Not 32 bytes of an Ed25519 public key."""

    code = "central.key_refused"


class TillUnknown(Refused):
    """No till of this name has this key."""

    code = "central.till_unknown"


class TillRevoked(Refused):
    """The key has been revoked: the till was replaced, or reported as stolen."""

    code = "central.till_revoked"


@dataclass(frozen=True, slots=True)
class Till:
    """A till as central knows it."""

    shop_id: str
    till_code: str
    epoch: int
    public_key: bytes


def normalised(code: str) -> str:
    """What a person typed, without spaces and dashes, in capitals."""
    return "".join(character for character in code.upper() if character.isalnum())


def new_code(connection: Connection, shop_id: str, till_code: str, *, now_utc: datetime) -> str:
    """A fresh one-time code for a till of a shop, ``XXXX-XXXX-XXXX``; codes made before for this till die."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    same = (enrolment_code.c.shop_id == shop_id, enrolment_code.c.till_code == till_code, enrolment_code.c.used_by_key_id.is_(None))
    connection.execute(update(enrolment_code).where(*same).values(expires_at_utc=utc_text(now_utc)))
    values = {"code_sha256": _sha256(code), "shop_id": shop_id, "till_code": till_code, "expires_at_utc": utc_text(now_utc + CODE_LIFETIME)}
    connection.execute(insert(enrolment_code).values(values))
    return "-".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def enrol(connection: Connection, code: str, public_key: bytes, *, now_utc: datetime) -> Till:
    """Make the till that a code stands for. The same code with the same key again gives the same till: an answer may get lost."""
    if len(public_key) != 32:
        raise KeyRefused
    key_id = PublicKey(public_key).key_id
    found = connection.execute(select(enrolment_code).where(enrolment_code.c.code_sha256 == _sha256(normalised(code))).with_for_update()).one_or_none()
    if found is None:
        raise CodeRefused
    if found.used_by_key_id == key_id:
        return known_till(connection, found.shop_id, found.till_code, key_id)
    if found.used_by_key_id is not None or found.expires_at_utc <= utc_text(now_utc):
        raise CodeRefused
    connection.execute(update(enrolment_code).where(enrolment_code.c.code_sha256 == found.code_sha256).values(used_by_key_id=key_id))
    return _make(connection, found.shop_id, found.till_code, public_key, now_utc=now_utc)


def _make(connection: Connection, shop_id: str, till_code: str, public_key: bytes, *, now_utc: datetime) -> Till:
    now = utc_text(now_utc)
    named = (till.c.shop_id == shop_id, till.c.till_code == till_code)
    earlier = connection.execute(select(till.c.epoch).where(*named)).scalar_one_or_none()
    epoch = 1 if earlier is None else earlier + 1
    if earlier is None:
        connection.execute(insert(till).values(shop_id=shop_id, till_code=till_code, epoch=epoch, enrolled_at_utc=now))
    else:
        connection.execute(update(till).where(*named).values(epoch=epoch, enrolled_at_utc=now))
        revoke(connection, shop_id, till_code, now_utc=now_utc)
    values = {"shop_id": shop_id, "till_code": till_code, "key_id": PublicKey(public_key).key_id, "public_key": public_key}
    connection.execute(insert(till_key).values(**values, epoch=epoch, enrolled_at_utc=now))
    return Till(shop_id, till_code, epoch, public_key)


def revoke(connection: Connection, shop_id: str, till_code: str, *, now_utc: datetime) -> None:
    """Refuse this till's present keys from now on."""
    live = (till_key.c.shop_id == shop_id, till_key.c.till_code == till_code, till_key.c.revoked_at_utc.is_(None))
    connection.execute(update(till_key).where(*live).values(revoked_at_utc=utc_text(now_utc)))


def known_till(connection: Connection, shop_id: str, till_code: str, key_id: str) -> Till:
    """The till that this key belongs to; TillUnknown, TillRevoked."""
    query = (
        select(till.c.epoch, till_key.c.public_key, till_key.c.revoked_at_utc)
        .join(till_key, (till_key.c.shop_id == till.c.shop_id) & (till_key.c.till_code == till.c.till_code))
        .where(till.c.shop_id == shop_id, till.c.till_code == till_code, till_key.c.key_id == key_id)
    )
    found = connection.execute(query).one_or_none()
    if found is None:
        raise TillUnknown(shop_id=shop_id, till_code=till_code)
    if found.revoked_at_utc is not None:
        raise TillRevoked(shop_id=shop_id, till_code=till_code)
    return Till(shop_id, till_code, found.epoch, bytes(found.public_key))


def keys_of(connection: Connection, shop_id: str, till_code: str) -> tuple[bytes, ...]:
    """Every key this till ever had, the newest first: entries are relayed long after they were signed."""
    query = select(till_key.c.public_key).where(till_key.c.shop_id == shop_id, till_key.c.till_code == till_code).order_by(till_key.c.epoch.desc())
    return tuple(bytes(row.public_key) for row in connection.execute(query))


def last_seq(connection: Connection, of: Till) -> int:
    """The number of the last entry that central has of a till's present epoch."""
    same = (till_head.c.shop_id == of.shop_id, till_head.c.till_code == of.till_code, till_head.c.epoch == of.epoch)
    return connection.execute(select(till_head.c.last_seq).where(*same)).scalar_one_or_none() or 0


def adopt_epoch(connection: Connection, shop_id: str, till_code: str, epoch: int) -> bool:
    """A till writes in a series that central did not give: it is the till's from now on. True when it was news."""
    named = (till.c.shop_id == shop_id, till.c.till_code == till_code)
    known = connection.execute(select(till.c.epoch).where(*named)).scalar_one_or_none()
    if known is None or known >= epoch:
        return False
    connection.execute(update(till).where(*named).values(epoch=epoch))
    return True


def open_epoch(connection: Connection, asking: Till, fork: Fork, *, now_utc: datetime) -> ForkAnswer:
    """A new epoch for a restored or cloned till; the same nonce gets the same answer."""
    named = (fork_answer.c.shop_id == asking.shop_id, fork_answer.c.till_code == asking.till_code)
    before = connection.execute(select(fork_answer).where(*named, fork_answer.c.nonce == fork.nonce)).one_or_none()
    if before is not None:
        return ForkAnswer(before.epoch, before.known_seq, before.known_hash, before.answered_at_utc)
    same = (till_head.c.shop_id == asking.shop_id, till_head.c.till_code == asking.till_code, till_head.c.epoch == fork.epoch)
    head = connection.execute(select(till_head).where(*same)).one_or_none()
    epoch = max(asking.epoch, fork.epoch) + 1
    answer = ForkAnswer(epoch, head.last_seq if head else 0, head.last_hash if head else NO_HASH, utc_text(now_utc))
    connection.execute(update(till).where(till.c.shop_id == asking.shop_id, till.c.till_code == asking.till_code).values(epoch=epoch))
    values = {"shop_id": asking.shop_id, "till_code": asking.till_code, "nonce": fork.nonce, "epoch": epoch, "answered_at_utc": answer.server_time_utc}
    connection.execute(insert(fork_answer).values(**values, known_seq=answer.known_seq, known_hash=answer.known_hash))
    return answer


def _sha256(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
