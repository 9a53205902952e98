"""What the status bytes of an ESC/POS printer mean (Epson command reference: DLE EOT n, GS r n). Pure."""

from __future__ import annotations

from kiosk.hardware.ports import DeviceState

ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
ASK_IN_SEQUENCE = b"\x1dr\x01"
AUTO_STATUS_BYTES = 4


def is_real_time(byte: int) -> bool:
    """An answer to DLE EOT: 0xx1xx10."""
    return byte & 0x93 == 0x12


def is_auto_status(byte: int) -> bool:
    """The first of the four bytes that a printer sends by itself when something changes: 0xx1xx00."""
    return byte & 0x93 == 0x10


def state_from(*, offline_cause: int, paper: int) -> DeviceState:
    """The state told by the answers to DLE EOT 2 and DLE EOT 4. An open cover comes first: it hides the paper sensor."""
    if offline_cause & 0x04:
        return DeviceState.COVER_OPEN
    if offline_cause & 0x20 or paper & 0x60:
        return DeviceState.PAPER_OUT
    if offline_cause & 0x48:
        return DeviceState.OFFLINE
    return DeviceState.PAPER_LOW if paper & 0x0C else DeviceState.READY

