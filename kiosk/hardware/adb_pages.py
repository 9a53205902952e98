"""A page of this machine on the phone that hangs on the cable: a port turned round, and the phone's own browser told to go there.

The phone reaches the page as ``http://localhost``, which browsers trust with camera, microphone and sensors.
"""

from __future__ import annotations

import re

from kiosk.errors import Refused, Unavailable
from kiosk.hardware.adb import READY, AdbServer

DEADLINE_S = 5.0
_HARMLESS = re.compile(r"/[A-Za-z0-9_./#-]*")
"""What may stand in an address that a shell is given in quotes."""


class NotOnePhone(Refused):
    """No Android phone on the cables allows it, or several do; ``count``."""

    code = "hardware.not_one_phone"


class PageNotOpened(Unavailable):
    """The phone did not take the port, or has no browser that opens an address."""

    code = "hardware.page_not_opened"


def open_page(server: AdbServer, port: int, path: str) -> None:
    """``path`` begins with ``/``. NotOnePhone, PageNotOpened."""
    assert _HARMLESS.fullmatch(path), "an address of our own"
    try:
        ready = [udid for udid, state in server.states().items() if state == READY]
        if len(ready) != 1:
            raise NotOnePhone(count=len(ready))
        (udid,) = ready
        if not server.reverse(udid, port, deadline_s=DEADLINE_S):
            raise PageNotOpened
        script = f"am start -a android.intent.action.VIEW -d 'http://localhost:{port}{path}'"
        said = server.shell(udid, script, deadline_s=DEADLINE_S, over=lambda: False)
    except OSError as error:
        raise PageNotOpened from error
    if b"Starting: Intent" not in said or b"Error" in said:
        raise PageNotOpened
