"""A QR code as a small black and white picture, one pixel a module, with its quiet zone; whoever shows it enlarges it in whole steps."""

from __future__ import annotations

import io
from typing import Any

from kiosk.basics.late import late

_qrcode, _image = late("qrcode"), late("PIL.Image")
QUIET_MODULES = 4
EASY_CHARACTERS = 900
"""Up to here there is room for more error correction; longer ones keep their modules large instead."""


def qr_modules(text: str) -> list[list[bool]]:
    """Rows of modules, True is dark."""
    constants = _qrcode().constants
    correction = constants.ERROR_CORRECT_M if len(text) <= EASY_CHARACTERS else constants.ERROR_CORRECT_L
    code: Any = _qrcode().QRCode(border=QUIET_MODULES, box_size=1, error_correction=correction)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def qr_png(text: str) -> bytes:
    """The picture as a file."""
    rows = qr_modules(text)
    image = _image().new("1", (len(rows), len(rows)), 1)
    image.putdata([0 if module else 1 for row in rows for module in row])
    made = io.BytesIO()
    image.save(made, "PNG", optimize=True)
    return made.getvalue()
