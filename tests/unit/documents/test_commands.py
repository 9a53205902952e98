"""Our printer commands are the ones that python-escpos gives for an Epson TM-T88V."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from escpos.printer import Dummy
from PIL import Image

from kiosk.documents import commands
from kiosk.documents.words import RESOURCES


def said_by_the_library(command: Callable[[Dummy], object]) -> bytes:
    device = Dummy(profile="TM-T88V")
    command(device)
    return bytes(device.output)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (commands.INITIALISE, lambda device: device.hw("INIT")),
        (commands.CODE_PAGE_1252, lambda device: device.charcode("CP1252")),
        (commands.PART_CUT, lambda device: device.cut(mode="PART")),
        (commands.OPEN_DRAWER, lambda device: device.cashdraw(2)),
        (commands.OPEN_SECOND_DRAWER, lambda device: device.cashdraw(5)),
        (commands.REVERSE_ON, lambda device: device.set(invert=True)),
        (commands.REVERSE_OFF, lambda device: device.set(invert=False)),
        (commands.underline(0), lambda device: device.set(underline=0)),
        (commands.underline(1), lambda device: device.set(underline=1)),
        (commands.underline(2), lambda device: device.set(underline=2)),
        (commands.line_spacing(24), lambda device: device.line_spacing(24)),
    ],
)
def test_a_command_is_the_librarys(ours: bytes, theirs: Callable[[Dummy], object]) -> None:
    assert ours == said_by_the_library(theirs)


@pytest.mark.parametrize(("align", "bold", "small", "wide", "high"), list(product(("left", "center", "right"), *[(False, True)] * 4)))
def test_a_style_is_the_librarys(align: str, bold: bool, small: bool, wide: bool, high: bool) -> None:
    theirs = said_by_the_library(
        lambda device: device.set(
            align=align, bold=bold, font="b" if small else "a", custom_size=True, width=2 if wide else 1, height=2 if high else 1
        )
    )
    assert commands.style(align=align, bold=bold, small=small, wide=wide, high=high) == theirs


def test_the_mark_is_drawn_as_the_library_draws_it() -> None:
    mark = Image.open(RESOURCES / "receipts" / "mark.pbm")
    bits = (RESOURCES / "receipts" / "mark.pbm").read_bytes().split(b"\n", 2)[2]
    theirs = said_by_the_library(lambda device: device.image(mark, impl="bitImageRaster", center=False))
    assert commands.raster(bits, width_px=mark.width, height_px=mark.height) == theirs
