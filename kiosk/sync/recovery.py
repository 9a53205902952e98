"""The way out of quarantine: a restored or cloned till gets a new epoch from central, so that no number comes twice.

Blocking: call it from a worker. What the copy holds of the old epoch is central's too, up to where the copies parted; entries
after that stay on this till as a branch, which central has on its review list.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection

from kiosk.basics.clock import Clock
from kiosk.errors import Refused
from kiosk.journal import store as journal_store
from kiosk.journal.entry import Head, JsonValue
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger, NotEnrolled
from kiosk.staff.approvals import Approval
from kiosk.staff.rights import Right, RightMissing
from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.sync.client import CentralBroken, CentralClient, CentralFailed, CentralUnreachable
from kiosk.sync.kept import put_quarantine
from kiosk.sync.machine import Failure
from kiosk.sync.outbox import next_push
from kiosk.sync.protocol import Fork, ForkAnswer
from kiosk.sync.signing import Claim

NONCE_KEY = "sync_fork_nonce"
OLD_SERIES_KEY = "sync_old_series"
LOCAL = "local"
LOCAL_STEP = 1_000_000
"""A series opened on site is a million times the one after the last, and a random part: two copies of a till do not choose the same."""
TIMEOUT_S = 15.0


class NotInQuarantine(Refused):
    """This journal is where the till left it: it needs no new epoch."""

    code = "sync.not_in_quarantine"


@dataclass(frozen=True, slots=True)
class Question:
    """What central is asked, by whom, and which sign made this till ask."""

    till: TillIdentity
    fork: Fork
    sign: str


def open_new_epoch(database: Database, ledger: Ledger, central_url: str, *, clock: Clock, key: TillKey) -> int:
    """Ask central for an epoch and open it; the same question after a crash gets the same epoch.

    Raises NotInQuarantine, CentralUnreachable, CentralBroken.
    """
    question = prepare(database, ledger)
    answer = ask_central(central_url, question, clock=clock, key=key)
    open_answered(database, ledger, question, answer)
    return answer.epoch


def prepare(database: Database, ledger: Ledger) -> Question:
    """On the ledger worker: note durably what is asked; NotInQuarantine, NotEnrolled."""
    if ledger.quarantined is None:
        raise NotInQuarantine
    with database.write() as connection:
        till, head = till_identity(connection), ledger.head(connection)
        nonce = identity.get(connection, NONCE_KEY) or secrets.token_hex(16)
        identity.put(connection, NONCE_KEY, nonce)
    if till is None:
        raise NotEnrolled
    return Question(till, Fork(nonce, head.epoch, head.seq, head.hash), ledger.quarantined.value)


def ask_central(central_url: str, question: Question, *, clock: Clock, key: TillKey) -> ForkAnswer:
    """Blocking; CentralUnreachable, CentralBroken."""
    return asyncio.run(_ask(central_url, question.fork, question.till, clock=clock, key=key))


def hand_in(database: Database, ledger: Ledger, central_url: str, question: Question, *, clock: Clock, key: TillKey) -> tuple[Head, ...]:
    """What central does not have of the old epoch and takes, batch by batch; gives what it acknowledged. What parted from its journal stays here."""
    return asyncio.run(_hand_in(database, ledger, central_url, question, clock=clock, key=key))


def open_answered(database: Database, ledger: Ledger, question: Question, answer: ForkAnswer) -> None:
    """On the ledger worker: the new epoch, and in it what the event log must know (JET 90)."""
    fork, reason = question.fork, question.sign
    assert answer.epoch > fork.epoch, "a new epoch is larger than the one before"
    with database.write() as connection:
        put_quarantine(connection, None)
        identity.put(connection, NONCE_KEY, "")
        ledger.open_epoch(connection, answer.epoch, reason=reason)
        ledger.append(connection, "fiscal.integrity_defect_found", {"reason": reason, "lost_after_seq": fork.head_seq, "known_seq": answer.known_seq})


def local_epoch(epoch: int, draw: Callable[[int], int]) -> int:
    """After 1 something like 2 481 532; always more than any series before, central's or one of these."""
    before = epoch if epoch < LOCAL_STEP else epoch // LOCAL_STEP
    return (before + 1) * LOCAL_STEP + draw(LOCAL_STEP)


def open_local_epoch(database: Database, ledger: Ledger, approval: Approval, *, draw: Callable[[int], int] = secrets.randbelow) -> int:
    """On the ledger worker, when central cannot be asked: a manager takes it on themself (ADR 0027). NotInQuarantine, NotEnrolled, RightMissing.

    The journal says for ever where the old series ended, why, who asked and who approved (JET 15, 90, 130); central adopts it later.
    """
    question = prepare(database, ledger)
    if approval.right is not Right.OPEN_SERIES:
        raise RightMissing(right=Right.OPEN_SERIES.value, name=approval.approver_name)
    fork, epoch = question.fork, local_epoch(question.fork.epoch, draw)
    with database.write() as connection:
        put_quarantine(connection, None)
        identity.put(connection, NONCE_KEY, "")
        identity.put(connection, OLD_SERIES_KEY, msgspec.json.encode(fork).decode())
        ledger.open_epoch(connection, epoch, reason=f"{LOCAL} {question.sign}")
        ledger.append(connection, "staff.approved", approval.body(), person_id=approval.approver_id)
        body: dict[str, JsonValue] = {"reason": question.sign, "lost_after_seq": fork.head_seq, "known_seq": None}
        ledger.append(connection, "fiscal.integrity_defect_found", body, person_id=approval.approver_id)
    return epoch


def old_series(connection: Connection) -> Question | None:
    """What a series that ended without central still has to show it; None in ordinary times."""
    kept, till = identity.get(connection, OLD_SERIES_KEY), till_identity(connection)
    return Question(till, msgspec.json.decode(kept, type=Fork), LOCAL) if kept and till is not None else None


def forget_old_series(connection: Connection) -> None:
    """Central has of it what it takes."""
    identity.put(connection, OLD_SERIES_KEY, "")


async def _hand_in(
    database: Database, ledger: Ledger, central_url: str, question: Question, *, clock: Clock, key: TillKey
) -> tuple[Head, ...]:  # fmt: skip
    till, epoch, taken = question.till, question.fork.epoch, []
    with database.read() as connection:
        acked = journal_store.acked(connection, epoch)
    client = CentralClient(central_url, clock=clock, key=key, claim=Claim(till.shop_id, till.till_code, key.public.key_id))
    try:
        while acked.seq < question.fork.head_seq:
            with database.read() as connection:
                push = next_push(connection, ledger, till, epoch=epoch, after_seq=acked.seq)
            answer = await client.push(push, timeout_s=TIMEOUT_S)
            with database.read() as connection:
                own = journal_store.entry_at(connection, epoch, answer.acked_seq)
            if answer.outcome == "fork" or own is None or own.hash != answer.acked_hash or own.seq <= acked.seq:
                break
            acked = Head(epoch, own.seq, own.hash)
            taken.append(acked)
    except CentralFailed as error:
        if error.failure is not Failure.BROKEN:
            raise CentralUnreachable(url=central_url, reason=error.reason) from error
    finally:
        await client.close()
    return tuple(taken)


async def _ask(central_url: str, message: Fork, till: TillIdentity, *, clock: Clock, key: TillKey) -> ForkAnswer:
    client = CentralClient(central_url, clock=clock, key=key, claim=Claim(till.shop_id, till.till_code, key.public.key_id))
    try:
        return await client.fork(message, timeout_s=TIMEOUT_S)
    except CentralFailed as error:
        kind = CentralUnreachable if error.failure is Failure.UNREACHABLE else CentralBroken
        raise kind(url=central_url, reason=error.reason) from error
    finally:
        await client.close()
