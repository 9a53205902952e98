"""A strip of receipt paper being written: rows, rules, banners and barcodes as ESC/POS bytes. Knows no document.

The text is set in CP1252 throughout: automatic code pages print € from a Greek page or as ``?`` on many printers. Lines are
set in font A (12 dots) or, small, in font B (9 dots).
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from functools import lru_cache

from kiosk.documents import commands
from kiosk.documents.printable import CODE_PAGE, printable
from kiosk.documents.qr import qr_modules

FONT_A_DOTS = 12
FONT_B_DOTS = 9
SPACING_DOTS = 32
SMALL_SPACING_DOTS = 24
CODE128_MODULES_PER_CHARACTER = 11
CODE128_FIXED_MODULES = 35
QUIET_MODULES = 20
LARGEST_QR_MODULE_DOTS = 6


class Tape:
    """Collects bytes; ``cut`` ends the strip and asks the printer, in sequence, to say that it got there."""

    def __init__(self, *, columns: int) -> None:
        self.columns = columns
        self.small_columns = columns * FONT_A_DOTS // FONT_B_DOTS
        self._bytes = bytearray(commands.INITIALISE + commands.CODE_PAGE_1252 + commands.print_width(columns * FONT_A_DOTS))

    def row(self, left: str, right: str = "", *, bold: bool = False, small: bool = False, big: bool = False, tall: bool = False) -> None:
        """Left text, wrapped under its own beginning, and right text aligned to the edge on its first line."""
        width = self._width(small=small, big=big)
        right = printable(right)
        lines = _wrap(printable(left), width - len(right) - (2 if right else 0)) or ("",)
        self._style(align="left", bold=bold, small=small, big=big, tall=tall)
        self._line(lines[0] + right.rjust(width - len(lines[0])) if right else lines[0])
        for line in lines[1:]:
            self._line(line)

    def paragraph(self, text: str, *, centred: bool = False, bold: bool = False, small: bool = False, tall: bool = False, big: bool = False) -> None:
        """Words wrapped over the whole width."""
        self._style(align="center" if centred else "left", bold=bold, small=small, tall=tall, big=big)
        for line in _wrap(printable(text), self._width(small=small, big=big)):
            self._line(line)

    def table(self, rows: Sequence[Sequence[str]], *, widths: Sequence[int], small: bool = False, bold: bool = False) -> None:
        """Rows of right-aligned cells, the first one left-aligned and taking what is left."""
        self._style(align="left", bold=bold, small=small)
        first = self._width(small=small, big=False) - sum(widths)
        for head, *cells in rows:
            aligned = (printable(cell).rjust(width) for cell, width in zip(cells, widths, strict=True))
            self._line(printable(head)[:first].ljust(first) + "".join(aligned))

    def fits_big(self, text: str) -> bool:
        """Whether a text stands on one line in double width."""
        return len(printable(text)) <= self.columns // 2

    def rule(self, *, heavy: bool = False) -> None:
        """A line across the paper: underlined spaces, one or two dots thick, on every ESC/POS printer the same."""
        self._style(align="left")
        self._bytes += commands.underline(2 if heavy else 1)
        self._line(" " * self.columns)
        self._bytes += commands.underline(0)

    def banner(self, text: str, *, second: str = "") -> None:
        """White on black over the whole width: what nobody may overlook."""
        for line, big in ((text, True), (second, False)):
            if line:
                self._style(align="left", bold=True, big=big)
                self._bytes += commands.REVERSE_ON
                self._line(printable(line).center(self._width(small=False, big=big)))
                self._bytes += commands.REVERSE_OFF

    def space(self, dots: int) -> None:
        """Advance the paper."""
        assert 0 < dots <= 255
        self._bytes += commands.advance(dots)

    def mark(self, raster: bytes) -> None:
        """A picture in the middle, made by ``commands.raster``."""
        self._style(align="center")
        self._bytes += raster

    def code128(self, text: str, *, height_dots: int = 72) -> None:
        """The code as bars with its text under it; only the text where it would not fit the paper."""
        modules = CODE128_MODULES_PER_CHARACTER * len(text) + CODE128_FIXED_MODULES + QUIET_MODULES
        module_dots = min(3, self.columns * FONT_A_DOTS // modules)
        self._style(align="center")
        if module_dots >= 2 and text.isascii() and text.isprintable() and "{" not in text:
            self._bytes += commands.code128(text, height_dots=height_dots, module_dots=module_dots)
            self.space(8)
        self.paragraph(text, centred=True)

    def onto(self, paper: bytes) -> bytes:
        """What was written stands above a paper that was printed before, which follows byte for byte."""
        return bytes(self._bytes) + paper

    def qr(self, text: str) -> None:
        """A QR code drawn by us, dot by dot: not every printer can, and none is asked which version it would take."""
        rows = qr_modules(text)
        module_dots = min(LARGEST_QR_MODULE_DOTS, self.columns * FONT_A_DOTS // len(rows))
        across = -(-len(rows) * module_dots // 8)
        lines = []
        for row in rows:
            bits = "".join(("1" if module else "0") * module_dots for module in row).ljust(across * 8, "0")
            lines.append(int(bits, 2).to_bytes(across, "big") * module_dots)
        self.mark(commands.raster(b"".join(lines), width_px=across * 8, height_px=len(rows) * module_dots))

    def cut(self) -> bytes:
        """End the strip: feed past the knife, cut, and the in-sequence status request. Gives all bytes."""
        self._style(align="left")
        self._bytes += commands.PART_CUT + commands.STATUS_REQUEST
        return bytes(self._bytes)

    def uncut(self) -> bytes:
        """All bytes so far: the head of a strip that another one goes on with."""
        return bytes(self._bytes)

    def _width(self, *, small: bool, big: bool) -> int:
        return self.small_columns if small else self.columns // 2 if big else self.columns

    def _style(self, *, align: str, bold: bool = False, small: bool = False, big: bool = False, tall: bool = False) -> None:
        self._bytes += commands.style(align=align, bold=bold, small=small, wide=big, high=big or tall)
        self._bytes += commands.line_spacing(SMALL_SPACING_DOTS if small else SPACING_DOTS)

    def _line(self, text: str) -> None:
        self._bytes += text.encode(CODE_PAGE) + b"\n"


def drawer_pulse(drawer_no: int = 1) -> bytes:
    """Open the first drawer (pin 2) or the second (pin 5), and the status request that confirms the printer acted on it."""
    return (commands.OPEN_DRAWER if drawer_no == 1 else commands.OPEN_SECOND_DRAWER) + commands.STATUS_REQUEST


def _wrap(text: str, width: int) -> tuple[str, ...]:
    width = max(width, 8)
    return (text,) if len(text) <= width and text[-1:].strip() else _wrapped(text, width)


@lru_cache(maxsize=256)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """Kept, because the long texts of a paper are those of the paper before."""
    indent = text[: len(text) - len(text.lstrip())]
    return tuple(textwrap.wrap(text, width=width, subsequent_indent=indent, break_on_hyphens=False))
