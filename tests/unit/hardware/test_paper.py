"""The picture of a paper: what the bytes say is what is drawn."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from kiosk.hardware.virtual.ink import Style, cell_size, text_image
from kiosk.hardware.virtual.paper import DESK_PX, INK_COLOUR, PAPER_COLOUR, PAPER_MARGIN_PX, paper_text, render_png

LEFT = DESK_PX + PAPER_MARGIN_PX
HEAD_DOTS = 576
CUT = b"\x1dV\x00"


def _picture(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(render_png(content))).convert("RGB")


def _ink_box(content: bytes) -> tuple[int, int]:
    """The left and right edge of what is printed, in dots from the print area's left edge."""
    grey = _picture(content).convert("L").crop((LEFT, DESK_PX, LEFT + HEAD_DOTS, DESK_PX + 130))
    box = grey.point(lambda level: 255 if level < 128 else 0).getbbox()
    assert box is not None
    return box[0], box[2]


@pytest.mark.parametrize(
    ("setting", "low", "high"),
    [(b"\x1ba\x00", 0, 12), (b"\x1ba\x01", 282, 294), (b"\x1ba\x02", 564, 576)],
    ids=["left", "centre", "right"],
)
def test_alignment_places_the_line(setting: bytes, low: int, high: int) -> None:
    left, right = _ink_box(setting + b"H\n")
    assert low <= left < right <= high


def test_a_narrower_print_area_stands_in_the_middle_of_the_paper() -> None:
    """512 dots of 576: 32 dots in from each side."""
    assert _ink_box(b"\x1dW\x00\x02\x1ba\x00H\n")[0] >= 32
    assert _ink_box(b"\x1dW\x00\x02\x1ba\x02H\n")[1] <= 544


@pytest.mark.parametrize(
    ("style", "size"),
    [(Style(), (12, 24)), (Style(font="b"), (9, 17)), (Style(width=2, height=2), (24, 48)), (Style(height=2), (12, 48))],
)
def test_characters_have_the_printer_s_own_size(style: Style, size: tuple[int, int]) -> None:
    assert cell_size(style) == size
    assert text_image("abc", style).size == (3 * size[0], size[1])


def test_a_line_that_is_too_long_goes_on_below() -> None:
    assert _picture(b"x" * 48 + b"\n").height + 30 == _picture(b"x" * 49 + b"\n").height


def test_inverted_text_is_paper_on_ink() -> None:
    picture = _picture(b"\x1dB\x01          \n")
    colours = picture.getcolors(1 << 20)
    assert colours is not None
    count = {colour: number for number, colour in colours}
    assert count[INK_COLOUR] == 10 * 12 * 24
    assert count[PAPER_COLOUR] > 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x1dh\x50\x1dw\x02\x1dkI\x0f{BL01-K2-000123\n", "L01-K2-000123"),
        (b"\x1dh\x50\x1dw\x03\x1dkC\x0d3760123456784\n", "3760123456784"),
        (b"\x1dh\x50\x1dw\x03\x1dk\x023760123456784\x00\n", "3760123456784"),
        (b"\x1d(k\x03\x001C\x06\x1d(k\x0f\x001P0L01-K2-00012\x1d(k\x03\x001Q0", "L01-K2-00012"),
    ],
    ids=["Code128", "EAN-13", "EAN-13, older form", "QR"],
)
def test_codes_are_drawn_so_that_they_decode(content: bytes, code: str) -> None:
    image = Image.open(io.BytesIO(render_png(b"\x1ba\x01" + content + b"\n\n\n")))
    assert [found.text for found in zxingcpp.read_barcodes(image)] == [code]


def test_text_is_read_in_the_code_page_that_was_set() -> None:
    assert paper_text(b"\x1bt\x10\x80 \x9cuvre\n") == "€ œuvre\n"
    assert paper_text(b"\x1bt\x13\xd5\n") == "€\n"


def test_unknown_commands_are_passed_over() -> None:
    assert paper_text(b"\x1b@\x1b\x7fBonjour\n") == "Bonjour\n"


def test_several_papers_in_one_stream_are_drawn_one_below_the_other() -> None:
    one, two = _picture(b"un\n\n\n\n\n" + CUT), _picture((b"un\n\n\n\n\n" + CUT) * 2)
    assert two.height - one.height == 150 + 30
