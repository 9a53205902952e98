"""How a kiosk becomes a till: a one-time code from the back office, and the public half of the key made on this machine.

Blocking: call it from a worker, never from the GUI thread.
"""

from __future__ import annotations

import asyncio

from sqlalchemy import Connection

from kiosk.basics.clock import Clock
from kiosk.journal.keys import TillKey
from kiosk.journal.ledger import Ledger
from kiosk.storage import identity
from kiosk.storage.engine import Database
from kiosk.storage.identity import TillIdentity, set_till_identity
from kiosk.sync import store
from kiosk.sync.client import CentralClient
from kiosk.sync.protocol import EnrolAnswer

CENTRAL_URL_KEY = "central_url"
CENTRAL_KEY_KEY = "central_public_key"


def ask_central(central_url: str, code: str, *, clock: Clock, key: TillKey) -> EnrolAnswer:
    """Show the code to central; EnrolmentRefused, CentralUnreachable, CentralBroken, CentralBusy."""

    async def ask() -> EnrolAnswer:
        client = CentralClient(central_url, clock=clock, key=key)
        try:
            return await client.enrol(code)
        finally:
            await client.close()

    return asyncio.run(ask())


def become_till(connection: Connection, ledger: Ledger, answer: EnrolAnswer, *, central_url: str, key: TillKey) -> TillIdentity:
    """Write who this kiosk is from now on, with the first entry of its journal, in the caller's transaction."""
    till = TillIdentity(answer.shop_id, answer.till_code, answer.epoch)
    set_till_identity(connection, till)
    identity.put(connection, CENTRAL_URL_KEY, central_url)
    identity.put(connection, CENTRAL_KEY_KEY, answer.central_public_key.hex())
    store.put_shop(connection, answer.shop)
    ledger.append(connection, "till.enrolled", {"public_key": key.public.hex, "central": central_url, "epoch": answer.epoch})
    return till


def enrol(database: Database, ledger: Ledger, central_url: str, code: str, *, clock: Clock, key: TillKey) -> TillIdentity:
    """Both steps. A lost answer is harmless: the same code with the same key gives the same till."""
    answer = ask_central(central_url, code, clock=clock, key=key)
    with database.write() as connection:
        return become_till(connection, ledger, answer, central_url=central_url, key=key)


def central_url(connection: Connection) -> str | None:
    """Where central is, as learnt at enrolment."""
    return identity.get(connection, CENTRAL_URL_KEY)
