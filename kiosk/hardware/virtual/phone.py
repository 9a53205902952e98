"""iPhones that are not there: what usbmuxd and a phone's lockdown service say, so that the real ``idevice`` tools read them.

One loopback port plays usbmuxd and, once connected through, the phone. A phone that does not trust this machine yet refuses the way
a real one does, until somebody touches *Trust* on it.
"""

from __future__ import annotations

import plistlib
import socketserver
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PLIST_MESSAGE = 8
MUX_HEADER = struct.Struct("<4I")
LOCKDOWN_HEADER = struct.Struct(">I")
NO_SUCH_RECORD, NO_SUCH_DEVICE = 2, 2
LOCKDOWN = "com.apple.mobile.lockdown"
HOST_ID = "8D4C7E6A-2F0B-4B7C-9E55-0C1D2E3F4A5B"


class Trust(StrEnum):
    """What a phone says to a machine that asks to be trusted; the values are lockdown's own."""

    GIVEN = ""
    ASKED = "PairingDialogResponsePending"
    LOCKED = "PasswordProtected"
    REFUSED = "UserDeniedPairing"


@dataclass(frozen=True, slots=True)
class VirtualPhone:
    """What it answers when asked who it is. A tablet without a modem has no IMEI."""

    udid: str
    serial: str
    product_type: str
    imei: str = ""
    trust: Trust = Trust.GIVEN
    mute: bool = False
    """Takes every question and never answers: it hangs."""

    def values(self) -> dict[str, Any]:
        said = {
            "DeviceName": "iPhone", "DeviceClass": "iPhone", "ProductType": self.product_type, "ProductVersion": "17.6.1", "BuildVersion": "21G93",
            "SerialNumber": self.serial, "UniqueDeviceID": self.udid, "WiFiAddress": "02:00:00:00:00:01", "ActivationState": "Activated",
            "DevicePublicKey": _public_key(),
        }  # fmt: skip
        return said | ({"InternationalMobileEquipmentIdentity": self.imei} if self.imei else {})


@cache
def _public_key() -> bytes:
    """A host that asks to be trusted makes certificates for this key."""
    return rsa.generate_private_key(65537, 2048).public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1)


class VirtualUsb:
    """The USB sockets of the counter. ``address`` is what ``USBMUXD_SOCKET_ADDRESS`` names; ``on_question`` hears each one that a phone is asked."""

    def __init__(self) -> None:
        self._phones: dict[str, VirtualPhone] = {}
        self.on_question: Callable[[], None] = lambda: None
        usb = self

        class Connection(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                _Talk(usb, self.request).go_on()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Connection)
        self.ended = threading.Event()
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, name="virtual-usb", daemon=True).start()

    def plug(self, phone: VirtualPhone) -> None:
        """Also changes what a phone that is plugged in says: somebody touched *Trust* on it."""
        self._phones[phone.udid] = phone

    def unplug(self, udid: str) -> None:
        self._phones.pop(udid, None)

    def plugged(self) -> tuple[VirtualPhone, ...]:
        return tuple(self._phones.values())

    def close(self) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()


class _Talk:
    """One connection: usbmuxd's questions first, then those of the phone it was connected to."""

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
            answer, phone = self._usbmuxd(asked)
            content = plistlib.dumps(answer)
            self._line.sendall(MUX_HEADER.pack(MUX_HEADER.size + len(content), 1, PLIST_MESSAGE, tag) + content)
            if phone is not None:
                self._lockdown(phone)
                return

    def _usbmuxd(self, asked: Mapping[str, Any]) -> tuple[dict[str, Any], VirtualPhone | None]:
        phones = self._usb.plugged()
        match asked["MessageType"]:
            case "ListDevices":
                return {"DeviceList": [_attached(number, phone) for number, phone in enumerate(phones, start=1)]}, None
            case "ReadBUID":
                return {"BUID": HOST_ID}, None
            case "ReadPairRecord":
                trusting = [phone for phone in phones if phone.udid == asked["PairRecordID"] and phone.trust is Trust.GIVEN]
                record = plistlib.dumps({"HostID": HOST_ID, "SystemBUID": HOST_ID})
                return ({"PairRecordData": record} if trusting else _result(NO_SUCH_RECORD)), None
            case "Connect":
                number = int(asked["DeviceID"])
                return (_result(0), phones[number - 1]) if 0 < number <= len(phones) else (_result(NO_SUCH_DEVICE), None)
            case _:
                return _result(0), None

    def _lockdown(self, phone: VirtualPhone) -> None:
        while (header := self._take(LOCKDOWN_HEADER.size)) is not None:
            body = self._take(LOCKDOWN_HEADER.unpack(header)[0])
            if body is None:
                return
            self._usb.on_question()
            if phone.mute:
                self._usb.ended.wait()
                return
            content = plistlib.dumps(_phone_says(phone, plistlib.loads(body)))
            self._line.sendall(LOCKDOWN_HEADER.pack(len(content)) + content)

    def _take(self, length: int) -> bytes | None:
        """Exactly so many bytes; None when the line was hung up."""
        taken = b""
        while len(taken) < length:
            chunk = self._line.recv(length - len(taken))
            if not chunk:
                return None
            taken += chunk
        return taken


def _attached(number: int, phone: VirtualPhone) -> dict[str, Any]:
    properties = {"ConnectionType": "USB", "DeviceID": number, "LocationID": number, "ProductID": 0x12A8, "SerialNumber": phone.udid}
    return {"DeviceID": number, "MessageType": "Attached", "Properties": properties}


def _result(number: int) -> dict[str, Any]:
    return {"MessageType": "Result", "Number": number}


def _phone_says(phone: VirtualPhone, asked: Mapping[str, Any]) -> dict[str, Any]:
    request = str(asked["Request"])
    match request:
        case "QueryType":
            return {"Request": request, "Type": LOCKDOWN}
        case "GetValue":
            values = phone.values()
            key = asked.get("Key")
            if key is None:
                return {"Request": request, "Value": values}
            return {"Request": request, "Key": key, "Value": values[key]} if key in values else {"Request": request, "Error": "MissingValue"}
        case "Pair" | "ValidatePair" if phone.trust is not Trust.GIVEN:
            return {"Request": request, "Error": phone.trust.value}
        case "StartSession":
            return {"Request": request, "EnableSessionSSL": False, "SessionID": HOST_ID}
        case _:
            return {"Request": request}
