"""A QR code as a small black and white picture, one pixel a module, with its quiet zone; whoever shows it enlarges it in whole steps."""

from __future__ import annotations

import io
import itertools
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


def qr_svg(text: str) -> str:
    """The picture as lines of dark modules, for a document that is printed at any size; one unit a module, quiet zone included."""
    rows = qr_modules(text)
    runs = []
    for y, row in enumerate(rows):
        x = 0
        for dark, modules in itertools.groupby(row):
            width = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(rows)} {len(rows)}"><path d="{"".join(runs)}"/></svg>'
