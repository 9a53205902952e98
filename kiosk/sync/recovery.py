"""The way out of quarantine: a restored or cloned till gets a new epoch from central, so that no number comes twice.

Blocking: call it from a worker. What the copy holds of the old epoch is central's too, up to where the copies parted; entries
after that stay on this till as a branch, which central has on its review list.
"""

from __future__ import annotations

import asyncio
import secrets

from kiosk.basics.clock import Clock
from kiosk.errors import Refused
from kiosk.journal.entry import Head
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger, NotEnrolled
from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, till_identity
from kiosk.sync import store
from kiosk.sync.client import CentralBroken, CentralClient, CentralFailed, CentralUnreachable
from kiosk.sync.machine import Failure
from kiosk.sync.protocol import Fork, ForkAnswer
from kiosk.sync.signing import Claim

NONCE_KEY = "sync_fork_nonce"
TIMEOUT_S = 15.0


class NotInQuarantine(Refused):
    """This journal is where the till left it: it needs no new epoch."""

    code = "sync.not_in_quarantine"


def open_new_epoch(database: Database, ledger: Ledger, central_url: str, *, clock: Clock, key: TillKey) -> int:
    """Ask central for an epoch and open it; the same question after a crash gets the same epoch.

    Raises NotInQuarantine, CentralUnreachable, CentralBroken.
    """
    if ledger.quarantined is None:
        raise NotInQuarantine
    reason = ledger.quarantined.value
    with database.write() as connection:
        till, head = till_identity(connection), ledger.head(connection)
        nonce = identity.get(connection, NONCE_KEY) or secrets.token_hex(16)
        identity.put(connection, NONCE_KEY, nonce)
    if till is None:
        raise NotEnrolled
    answer = asyncio.run(_ask(central_url, Fork(nonce, head.epoch, head.seq, head.hash), till, clock=clock, key=key))
    _open(database, ledger, head, answer, reason=reason)
    return answer.epoch


def _open(database: Database, ledger: Ledger, head: Head, answer: ForkAnswer, *, reason: str) -> None:
    assert answer.epoch > head.epoch, "a new epoch is larger than the one before"
    with database.write() as connection:
        store.put_quarantine(connection, None)
        identity.put(connection, NONCE_KEY, "")
        ledger.open_epoch(connection, answer.epoch, reason=reason)
        ledger.append(connection, "fiscal.integrity_defect_found", {"reason": reason, "lost_after_seq": head.seq, "known_seq": answer.known_seq})


async def _ask(central_url: str, message: Fork, till: TillIdentity, *, clock: Clock, key: TillKey) -> ForkAnswer:
    client = CentralClient(central_url, clock=clock, key=key, claim=Claim(till.shop_id, till.till_code, key.public.key_id))
    try:
        return await client.fork(message, timeout_s=TIMEOUT_S)
    except CentralFailed as error:
        kind = CentralUnreachable if error.failure is Failure.UNREACHABLE else CentralBroken
        raise kind(url=central_url, reason=error.reason) from error
    finally:
        await client.close()
