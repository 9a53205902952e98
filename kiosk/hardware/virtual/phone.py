"""iPhones that are not there: what a phone's lockdown service and its diagnostics answer. ``usb.py`` is the socket that they are plugged into.

A phone that does not trust this machine yet refuses the way a real one does, until somebody touches *Trust* on it; one whose screen is locked
says who it is and leaves its diagnostics unanswered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LOCKDOWN = "com.apple.mobile.lockdown"
HOST_ID = "8D4C7E6A-2F0B-4B7C-9E55-0C1D2E3F4A5B"
LOCKDOWN_PORT = 62_078
DIAGNOSTICS_PORT = 49_201
SERVICES = {"com.apple.mobile.diagnostics_relay": DIAGNOSTICS_PORT}
DISK, BATTERY, FIND_MY, SUPERVISION = "com.apple.disk_usage", "com.apple.mobile.battery", "com.apple.fmip", "com.apple.mobile.chaperone"
_BATTERY_OF_AN_IPHONE_12: Mapping[str, Any] = {
    "CycleCount": 412, "DesignCapacity": 2815, "NominalChargeCapacity": 2432, "AppleRawMaxCapacity": 2410, "MaxCapacity": 100, "CurrentCapacity": 83,
    "Serial": "F8Y0412AB3CPWYA8", "Temperature": 2870, "Voltage": 4012, "IsCharging": True, "ExternalConnected": True,
}  # fmt: skip
REGISTRY: Mapping[str, Mapping[str, Any]] = MappingProxyType({"AppleSmartBattery": _BATTERY_OF_AN_IPHONE_12})


class Trust(StrEnum):
    """What a phone says to a machine that asks to be trusted; the values are lockdown's own."""

    GIVEN = ""
    ASKED = "PairingDialogResponsePending"
    LOCKED = "PasswordProtected"
    REFUSED = "UserDeniedPairing"


@dataclass(frozen=True, slots=True)
class VirtualPhone:
    """What it answers when asked who it is. A tablet without a modem has no IMEI.

    ``says`` is what it says otherwise than a sound iPhone would, by domain ("" for who it is): None takes a key away. ``registry`` holds the
    entries of its diagnostics.
    """

    udid: str
    serial: str
    product_type: str
    imei: str = ""
    trust: Trust = Trust.GIVEN
    mute: bool = False
    """Takes every question and never answers: it hangs."""
    locked: bool = False
    """It trusts this machine and its screen is locked: its diagnostics take every question and never answer."""
    noise: bytes = b""
    """Every question is answered with this instead of a property list."""
    says: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    registry: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: REGISTRY)

    def values(self, domain: str) -> dict[str, Any]:
        """Everything that it says of itself in a domain."""
        sound = _IN_DOMAIN[domain] if domain else self._who()
        return {key: value for key, value in {**sound, **self.says.get(domain, {})}.items() if value is not None}

    def _who(self) -> dict[str, Any]:
        said = {
            "DeviceName": "iPhone", "DeviceClass": "iPhone", "ProductType": self.product_type, "ProductVersion": "17.6.1", "BuildVersion": "21G93",
            "SerialNumber": self.serial, "UniqueDeviceID": self.udid, "WiFiAddress": "02:00:00:00:00:01", "ActivationState": "Activated",
            "BrickState": False, "PasswordProtected": False, "ModelNumber": "MGJ53", "RegionInfo": "F/A", "DeviceColor": "1",
            "DevicePublicKey": _public_key(),
        }  # fmt: skip
        modem = {
            "InternationalMobileEquipmentIdentity": self.imei, "MobileEquipmentIdentifier": self.imei[:14], "BasebandStatus": "BBInfoAvailable",
        }  # fmt: skip
        return said | (modem if self.imei else {})


_IN_DOMAIN: Mapping[str, Mapping[str, Any]] = {
    DISK: {"TotalDiskCapacity": 64_000_000_000, "TotalDataCapacity": 52_431_257_600, "TotalDataAvailable": 31_023_489_024},
    BATTERY: {"BatteryCurrentCapacity": 83, "BatteryIsCharging": True, "ExternalConnected": True, "FullyCharged": False},
    FIND_MY: {"IsAssociated": False},
    SUPERVISION: {"DeviceIsChaperoned": False},
}


@cache
def _public_key() -> bytes:
    """A host that asks to be trusted makes certificates for this key."""
    return rsa.generate_private_key(65537, 2048).public_key().public_bytes(Encoding.PEM, PublicFormat.PKCS1)


def lockdown_says(phone: VirtualPhone, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a phone to a question on its lockdown port."""
    request = str(asked["Request"])
    match request:
        case "QueryType":
            return {"Request": request, "Type": LOCKDOWN}
        case "GetValue":
            return {"Request": request, **_value(phone, str(asked.get("Domain", "")), asked.get("Key"))}
        case "Pair" | "ValidatePair" if phone.trust is not Trust.GIVEN:
            return {"Request": request, "Error": phone.trust.value}
        case "StartSession":
            return {"Request": request, "EnableSessionSSL": False, "SessionID": HOST_ID}
        case "StartService":
            service = str(asked.get("Service"))
            return {"Request": request, "Service": service, **({"Port": SERVICES[service]} if service in SERVICES else {"Error": "InvalidService"})}
        case _:
            return {"Request": request}


def _value(phone: VirtualPhone, domain: str, key: object) -> dict[str, Any]:
    values = phone.values(domain) if domain in _IN_DOMAIN or not domain else {}
    named = {"Domain": domain} if domain else {}
    if key is None:
        return {**named, "Value": values}
    return {**named, "Key": key, **({"Value": values[str(key)]} if str(key) in values else {"Error": "MissingValue"})}


def diagnostics_say(phone: VirtualPhone, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer of a phone's diagnostics: an entry of its registry, or that there is none."""
    match asked.get("Request"):
        case "Goodbye":
            return {"Status": "Success"}
        case "IORegistry" if asked.get("EntryName") in phone.registry:
            return {"Status": "Success", "Diagnostics": {"IORegistry": dict(phone.registry[str(asked["EntryName"])])}}
        case str(request) if request in phone.registry:
            return {"Status": "Success", "Diagnostics": {request: dict(phone.registry[request])}}
        case _:
            return {"Status": "Failure"}
