"""A picture of a device, made ready to be kept: upright, at most 1600 pixels long, JPEG, and nothing but the picture.

EXIF (place, owner, device) is dropped by drawing the pixels anew. Runs on a worker: decoding takes tens of milliseconds.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from kiosk.errors import Refused

LONGEST_SIDE_PX = 1600
LARGEST_BYTES = 40_000_000
LARGEST_PIXELS = 80_000_000
JPEG_QUALITY = 82
DEFECT = "defect."
HAND_OVER = frozenset({"imei_on_screen", "serial", "plate"})
"""The views that show which device it is: theirs say in themselves of which trade-in they are, and when the shop's clock took them."""


class NotAPhoto(Refused):
    """The file is not a picture that can be read, or is too large."""

    code = "diagnostics.not_a_photo"


@dataclass(frozen=True, slots=True)
class Photo:
    """The bytes that are kept, and their hash."""

    jpeg: bytes
    sha256: str
    width_px: int
    height_px: int


def defect_slot(question_id: str) -> str:
    """Where the photo of what failed is kept."""
    return DEFECT + question_id


def hand_over_note(number: str, slot: str, at_utc: str) -> str:
    """What is written into the photo that shows which device it is; "" for the other views."""
    return f"{number} {slot} {at_utc}" if slot in HAND_OVER else ""


def make_photo(content: bytes, *, note: str = "") -> Photo:
    """Downscale and strip; the same file gives the same bytes, with ``note`` as the JPEG's comment. NotAPhoto."""
    if len(content) > LARGEST_BYTES:
        raise NotAPhoto(problem="too_large")
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "BMP")) as opened:
            if opened.width * opened.height > LARGEST_PIXELS:
                raise NotAPhoto(problem="too_large")
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPhoto(problem=type(error).__name__) from error
    upright.thumbnail((LONGEST_SIDE_PX, LONGEST_SIDE_PX), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, **({"comment": note} if note else {}))
    return Photo(out.getvalue(), hashlib.sha256(out.getvalue()).hexdigest(), clean.width, clean.height)
