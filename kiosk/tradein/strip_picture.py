"""Where the machine-readable strip is in a camera's picture, and which of its places are fillers. Pure; the picture stays in memory.

The strip is printed at a fixed pitch (ICAO Doc 9303: 30, 36 or 44 characters a line), so every character has its own cell. A reader of running text
takes the filler ``<`` for K, C or X; its shape in a cell cannot be mistaken: ink in the middle at the left, above and below at the right.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageFilter, ImageOps

WIDEST_PX = 1600
_SKEW_PX = 480
_STEPS_PER_DEGREE = 2
_MOST_DEGREES = 12
_GLYPH_SHARE = 0.74
_CELL = (12, 18)
_SMOOTH_PX = 0.8
_SOME = 0.08


@dataclass(frozen=True, slots=True)
class StripLine:
    """One line of the strip in the straightened picture."""

    left: int
    top: int
    width: int
    height: int
    length: int

    @property
    def pitch(self) -> float:
        return self.width / (self.length - 1 + _GLYPH_SHARE)

    def cell(self, place: int) -> tuple[int, int, int, int]:
        """The box around a character's middle."""
        middle = self.left + self.pitch * (_GLYPH_SHARE / 2 + place)
        air = max(1, self.height // 8)
        return round(middle - self.pitch / 2), self.top - air, round(middle + self.pitch / 2), self.top + self.height + air


def straightened(content: bytes) -> Image.Image:
    """Grey, not too large, its lines of text level; OSError, ValueError when it is no picture."""
    with Image.open(io.BytesIO(content)) as opened:
        upright = ImageOps.exif_transpose(opened).convert("L")
    upright.thumbnail((WIDEST_PX, WIDEST_PX), Image.Resampling.LANCZOS)
    grey = ImageOps.autocontrast(upright, cutoff=1)
    return grey.rotate(_skew(grey), resample=Image.Resampling.BICUBIC, fillcolor=128)


def png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def fillers(picture: Image.Image, line: StripLine) -> str:
    """The line with ``<`` where a filler stands and a blank where a character does."""
    ink = _ink(picture, line)
    return "".join("<" if _is_filler(ink.crop(line.cell(place))) else " " for place in range(line.length))


def without_fillers(picture: Image.Image, lines: Sequence[StripLine], marks: Sequence[str], *, spread: float) -> Image.Image:
    """The same strip with its fillers rubbed out, to be read as words; ``spread`` sets the characters so many times further apart."""
    height = max(line.height for line in lines)
    wide = round(spread * max(line.width for line in lines)) + 4 * height
    sheet = Image.new("L", (wide, 2 * height * (len(lines) + 1)), 255)
    for row, (line, marked) in enumerate(zip(lines, marks, strict=True)):
        clear = _clear(picture, line)
        for place, mark in enumerate(marked):
            if mark != "<":
                sheet.paste(clear.crop(line.cell(place)), (2 * height + round(spread * line.pitch * place), height + row * 2 * height))
    return sheet


def _skew(grey: Image.Image) -> float:
    """The turn at which rows of text and rows of air differ most."""
    small = grey.resize((_SKEW_PX, max(1, _SKEW_PX * grey.height // grey.width)), Image.Resampling.BILINEAR).filter(ImageFilter.FIND_EDGES)
    small = ImageOps.crop(small, 4)

    def sharpness(turn: float) -> int:
        rows = small.rotate(turn, resample=Image.Resampling.BILINEAR).resize((1, small.height), Image.Resampling.BOX).tobytes()
        return sum((above - below) ** 2 for above, below in pairwise(rows))

    turns = [step / _STEPS_PER_DEGREE for step in range(-_MOST_DEGREES * _STEPS_PER_DEGREE, _MOST_DEGREES * _STEPS_PER_DEGREE + 1)]
    return max(turns, key=lambda turn: (sharpness(turn), -abs(turn)))


def _levels(picture: Image.Image, line: StripLine) -> tuple[int, int]:
    """How dark the line's ink is, and how light its paper."""
    levels = sorted(picture.crop((line.left, line.top, line.left + line.width, line.top + line.height)).tobytes())
    return levels[len(levels) // 20], levels[len(levels) * 4 // 5]


def _ink(picture: Image.Image, line: StripLine) -> Image.Image:
    """Ink is 255, paper 0; the line alone decides what is which."""
    smooth = picture.filter(ImageFilter.GaussianBlur(_SMOOTH_PX))
    between = sum(_levels(smooth, line)) // 2
    return smooth.point([255 if level < between else 0 for level in range(256)])


def _clear(picture: Image.Image, line: StripLine) -> Image.Image:
    """Black on white, with the soft edges that a reader wants."""
    smooth = picture.filter(ImageFilter.GaussianBlur(_SMOOTH_PX))
    ink, paper = _levels(smooth, line)
    return smooth.point([max(0, min(255, round(255 * (level - ink) / max(1, (paper - ink) * 0.8)))) for level in range(256)])


def _is_filler(cell: Image.Image) -> bool:
    """``cell`` is ink and paper."""
    box = cell.getbbox()
    if box is None:
        return False
    small = cell.crop((0, box[1], cell.width, box[3])).resize(_CELL, Image.Resampling.BOX)
    bands = [small.crop((0, top, _CELL[0], top + _CELL[1] // 3)) for top in range(0, _CELL[1], _CELL[1] // 3)]
    left = [_share(band, 0, 5) for band in bands]
    right = [_share(band, 7, 12) for band in bands]
    return left[1] > 3 * max(left[0], left[2]) and min(right[0], right[2]) > 2 * right[1] and left[1] > _SOME and min(right[0], right[2]) > _SOME


def _share(band: Image.Image, from_x: int, to_x: int) -> float:
    levels = band.crop((from_x, 0, to_x, band.height)).tobytes()
    return sum(levels) / (255 * len(levels))
