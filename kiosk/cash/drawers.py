"""Which drawer somebody's cash goes to, and its pulse: for every room that takes or gives cash, inside its own transaction."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.cash import store
from kiosk.cash.drawer import DrawerMode, DrawerSession, session_of
from kiosk.documents.escpos import drawer_pulse_bytes
from kiosk.documents.printing import JobKind
from kiosk.documents.service import PrintQueue
from kiosk.errors import Refused


class NoDrawerSession(Refused):
    """Nobody opened the drawer with its float yet."""

    code = "cash.no_drawer_session"


class WhichDrawer(Refused):
    """Several drawers are open and none is this person's: whose cash would it be?"""

    code = "cash.which_drawer"


def session_for(connection: Connection, person_id: str, mode: DrawerMode) -> DrawerSession:
    """NoDrawerSession, WhichDrawer."""
    found = store.open_sessions(connection)
    session = session_of(found, person_id, mode)
    if session is None:
        raise WhichDrawer if found else NoDrawerSession
    return session


def open_box(queue: PrintQueue, connection: Connection, *, drawer_no: int, document_id: str) -> str:
    """Queue the pulse that springs a drawer open; it is worth nothing after some seconds."""
    return queue.enqueue(
        connection, kind=JobKind.DRAWER.value, document_id=document_id, document_number=None, content=drawer_pulse_bytes(drawer_no)
    )
