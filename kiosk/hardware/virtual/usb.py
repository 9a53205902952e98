"""The USB sockets of a counter that are not there: what usbmuxd says, so that the real ``idevice`` tools read the phones of ``phone.py``.

One loopback port plays usbmuxd and, once connected through, a port of the phone: who it is, or its diagnostics.
"""

from __future__ import annotations

import itertools
import plistlib
import socketserver
import struct
import threading
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.hardware.virtual.phone import DIAGNOSTICS_PORT, HOST_ID, LOCKDOWN_PORT, Trust, VirtualPhone, diagnostics_say, lockdown_says

PLIST_MESSAGE = 8
MUX_HEADER = struct.Struct("<4I")
PHONE_HEADER = struct.Struct(">I")
NO_SUCH_RECORD, NO_SUCH_DEVICE = 2, 2


class _Plug:
    """A phone in its socket; ``gone`` once it was pulled."""

    def __init__(self, number: int, phone: VirtualPhone) -> None:
        self.number = number
        self.phone = phone
        self.gone = threading.Event()


class VirtualUsb:
    """The USB sockets of the counter. ``address`` is what ``USBMUXD_SOCKET_ADDRESS`` names; ``on_question`` hears each one that a phone is asked."""

    def __init__(self) -> None:
        self._plugs: dict[str, _Plug] = {}
        self._numbers = itertools.count(1)
        self.on_question: Callable[[], None] = lambda: None
        usb = self

        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                _Talk(usb, self.request).go_on()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Connection)
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, name="virtual-usb", daemon=True).start()

    def plug(self, phone: VirtualPhone) -> None:
        """Also changes what a phone that is plugged in says: somebody touched *Trust* on it."""
        there = self._plugs.get(phone.udid)
        if there is not None:
            there.phone = phone
        else:
            self._plugs[phone.udid] = _Plug(next(self._numbers), phone)

    def unplug(self, udid: str) -> None:
        pulled = self._plugs.pop(udid, None)
        if pulled is not None:
            pulled.gone.set()

    def plugs(self) -> tuple[_Plug, ...]:
        return tuple(self._plugs.values())

    def close(self) -> None:
        for plug in self.plugs():
            self.unplug(plug.phone.udid)
        self._server.shutdown()
        self._server.server_close()


class _Talk:
    """One connection: usbmuxd's questions first, then those of the phone's port that it was connected to."""

    def __init__(self, usb: VirtualUsb, line: Any) -> None:
        self._usb = usb
        self._line = line

    def go_on(self) -> None:
        while (header := self._take(MUX_HEADER.size)) is not None:
            length, _version, _kind, tag = MUX_HEADER.unpack(header)
            body = self._take(length - MUX_HEADER.size)
            if body is None:
                return
            asked = plistlib.loads(body)
            plug = self._connects_to(asked)
            content = plistlib.dumps(self._usbmuxd(asked, plug))
            self._line.sendall(MUX_HEADER.pack(MUX_HEADER.size + len(content), 1, PLIST_MESSAGE, tag) + content)
            if plug is not None:
                self._phone(plug, _port(asked))
                return

    def _connects_to(self, asked: Mapping[str, Any]) -> _Plug | None:
        if asked["MessageType"] != "Connect" or _port(asked) not in (LOCKDOWN_PORT, DIAGNOSTICS_PORT):
            return None
        return next((plug for plug in self._usb.plugs() if plug.number == int(asked["DeviceID"])), None)

    def _usbmuxd(self, asked: Mapping[str, Any], connects_to: _Plug | None) -> dict[str, Any]:
        plugs = self._usb.plugs()
        match asked["MessageType"]:
            case "ListDevices":
                return {"DeviceList": [_attached(plug) for plug in plugs]}
            case "ReadBUID":
                return {"BUID": HOST_ID}
            case "ReadPairRecord":
                trusting = [plug for plug in plugs if plug.phone.udid == asked["PairRecordID"] and plug.phone.trust is Trust.GIVEN]
                record = plistlib.dumps({"HostID": HOST_ID, "SystemBUID": HOST_ID})
                return {"PairRecordData": record} if trusting else _result(NO_SUCH_RECORD)
            case "Connect":
                return _result(0 if connects_to is not None else NO_SUCH_DEVICE)
            case _:
                return _result(0)

    def _phone(self, plug: _Plug, port: int) -> None:
        answers = lockdown_says if port == LOCKDOWN_PORT else diagnostics_say
        while (header := self._take(PHONE_HEADER.size)) is not None:
            body = self._take(PHONE_HEADER.unpack(header)[0])
            if body is None:
                return
            self._usb.on_question()
            phone = plug.phone
            if phone.mute or (phone.locked and port == DIAGNOSTICS_PORT):
                plug.gone.wait()
            if plug.gone.is_set():
                return
            content = phone.noise or plistlib.dumps(answers(phone, plistlib.loads(body)))
            self._line.sendall(PHONE_HEADER.pack(len(content)) + content)

    def _take(self, length: int) -> bytes | None:
        """Exactly so many bytes; None when the line was hung up."""
        taken = b""
        while len(taken) < length:
            chunk = self._line.recv(length - len(taken))
            if not chunk:
                return None
            taken += chunk
        return taken


def _port(asked: Mapping[str, Any]) -> int:
    """usbmuxd names a port with its two bytes in the network's order."""
    said = int(asked["PortNumber"])
    return (said & 0xFF) << 8 | said >> 8


def _attached(plug: _Plug) -> dict[str, Any]:
    properties = {
        "ConnectionType": "USB", "DeviceID": plug.number, "LocationID": plug.number, "ProductID": 0x12A8, "SerialNumber": plug.phone.udid,
    }  # fmt: skip
    return {"DeviceID": plug.number, "MessageType": "Attached", "Properties": properties}


def _result(number: int) -> dict[str, Any]:
    return {"MessageType": "Result", "Number": number}
