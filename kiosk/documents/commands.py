"""The dozen ESC/POS commands that our papers need, as bytes. The tests hold each against python-escpos' for an Epson TM-T88V.

Written here because that library takes a third of a second to import, which stood between the power switch and the sign-in screen.
"""

from __future__ import annotations

from functools import cache

INITIALISE = b"\x1b@"
CODE_PAGE_1252 = b"\x1bt\x10"
PART_CUT = b"\x1bd\x06\x1dV\x01"
OPEN_DRAWER = b"\x1bp\x0022"
OPEN_SECOND_DRAWER = b"\x1bp\x0122"
REVERSE_ON, REVERSE_OFF = b"\x1dB\x01", b"\x1dB\x00"
STATUS_REQUEST = b"\x1dr\x01"
_ALIGNMENTS = ("left", "center", "right")


@cache
def style(*, align: str, bold: bool, small: bool, wide: bool, high: bool) -> bytes:
    """Size, weight, font A or (small) B, alignment."""
    size = (0x10 if wide else 0) | (0x01 if high else 0)
    return bytes((0x1D, 0x21, size, 0x1B, 0x45, bold, 0x1B, 0x4D, small, 0x1B, 0x61, _ALIGNMENTS.index(align)))


def underline(dots: int) -> bytes:
    """0, 1 or 2 dots."""
    return bytes((0x1B, 0x2D, dots))


def line_spacing(dots: int) -> bytes:
    return bytes((0x1B, 0x33, dots))


def advance(dots: int) -> bytes:
    """Move the paper; at most 255."""
    return bytes((0x1B, 0x4A, dots))


def print_width(dots: int) -> bytes:
    return b"\x1dW" + dots.to_bytes(2, "little")


def raster(bits: bytes, *, width_px: int, height_px: int) -> bytes:
    """A black and white picture, one bit a dot, 1 is black, each row whole bytes."""
    across = width_px // 8
    assert len(bits) == across * height_px
    return b"\x1dv0\x00" + across.to_bytes(2, "little") + height_px.to_bytes(2, "little") + bits


def code128(text: str, *, height_dots: int, module_dots: int) -> bytes:
    """Code set B, without its text under it."""
    return b"\x1dH\x00" + bytes((0x1D, 0x68, height_dots, 0x1D, 0x77, module_dots)) + b"\x1dkI" + bytes((len(text) + 2,)) + b"{B" + text.encode("ascii")
