"""A page of this machine on the phone that hangs on the cable: a port turned round, and the phone's own browser told to go there.

The phone reaches the page as ``http://localhost``, which browsers trust with camera, microphone and sensors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kiosk.errors import Refused, Unavailable
from kiosk.hardware.adb import READY, AdbServer
from kiosk.hardware.ports import PluggedPhone

DEADLINE_S = 5.0
_HARMLESS = re.compile(r"/[A-Za-z0-9_./#-]*")
"""What may stand in an address that a shell is given in quotes."""


class NotOnePhone(Refused):
    """No Android phone on the cables allows it, or several do; ``count``."""

    code = "hardware.not_one_phone"


class OtherPhoneOnCable(Refused):
    """No phone on the cables is the one that is being tested; ``tail`` ends the number of one that is there."""

    code = "hardware.other_phone_on_cable"


class PageNotOpened(Unavailable):
    """The phone did not take the port, or has no browser that opens an address."""

    code = "hardware.page_not_opened"


def open_page(server: AdbServer, port: int, path: str, *, here: Mapping[str, PluggedPhone | None], numbers: Mapping[str, str]) -> None:
    """``path`` begins with ``/``; ``here`` is what each phone on a cable said of itself. NotOnePhone, OtherPhoneOnCable, PageNotOpened."""
    assert _HARMLESS.fullmatch(path), "an address of our own"
    try:
        udid = right_one({udid: here.get(udid) for udid, state in server.states().items() if state == READY}, numbers)
        if not server.reverse(udid, port, deadline_s=DEADLINE_S):
            raise PageNotOpened
        script = f"am start -a android.intent.action.VIEW -d 'http://localhost:{port}{path}'"
        said = server.shell(udid, script, deadline_s=DEADLINE_S, over=lambda: False)
    except OSError as error:
        raise PageNotOpened from error
    if b"Starting: Intent" not in said or b"Error" in said:
        raise PageNotOpened


def right_one(ready: Mapping[str, PluggedPhone | None], numbers: Mapping[str, str]) -> str:
    """The phone that has these numbers (``imei``, ``imei2``, ``serial``); one that is alone and tells none is believed. NotOnePhone, OtherPhoneOnCable."""
    said = {udid: _is_it(phone, numbers) for udid, phone in ready.items()}
    same = [udid for udid, is_it in said.items() if is_it]
    if same:
        return same[0]
    unknown = [udid for udid, is_it in said.items() if is_it is None]
    if len(unknown) == 1 and len(said) == 1:
        return unknown[0]
    if unknown or not said:
        raise NotOnePhone(count=len(said))
    other = next(phone for phone in ready.values() if phone is not None)
    raise OtherPhoneOnCable(tail=(other.imei or other.serial)[-4:])


def _is_it(phone: PluggedPhone | None, numbers: Mapping[str, str]) -> bool | None:
    """None where the two have no number in common that could be compared."""
    if phone is None:
        return None
    imeis, its = {numbers.get("imei"), numbers.get("imei2")} - {None, ""}, {phone.imei, phone.imei2} - {""}
    serial = numbers.get("serial", "")
    if imeis & its or (serial and serial == phone.serial):
        return True
    return False if (imeis and its) or (serial and phone.serial) else None
