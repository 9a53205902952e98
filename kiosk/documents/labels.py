"""The label on a unit, 57 × 38 mm: as ZPL for the label printer and as a picture. Both come from one layout in dots. Pure.

What stands on it: name, grade as diamonds and word, price (RCP-15), battery, register number (POL-05: visible on each object),
label code as Code128 and as text.
"""

from __future__ import annotations

import io
import textwrap
import tomllib
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from kiosk.basics.late import late
from kiosk.documents.papers import UnitLabel
from kiosk.documents.words import RESOURCES
from kiosk.stock.units import Grade

_barcode = late("barcode")
WIDTH_DOTS, HEIGHT_DOTS = 456, 304
MARGIN_DOTS = 20
BAR_HEIGHT_DOTS = 66
DIAMOND_DOTS = 24
GRADES = 4
DIAMONDS = {Grade.PREMIUM: 4, Grade.EXCELLENT: 3, Grade.GOOD: 2, Grade.FAIR: 1}
PICTURE_SCALE = 2
CODE128_FIXED_MODULES = 35  # start, check, stop
REGULAR, BOLD = "Inter-500.ttf", "InterDisplay-680.ttf"


@dataclass(frozen=True, slots=True)
class Words:
    """One piece of text; ``right`` anchors it at its right edge."""

    x: int
    y: int
    size: int
    text: str
    bold: bool = False
    right: bool = False
    inverted: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """A Code128."""

    x: int
    y: int
    module_dots: int
    text: str


@dataclass(frozen=True, slots=True)
class Diamonds:
    """The grade's rank: that many of four filled."""

    x: int
    y: int
    filled: int


@dataclass(frozen=True, slots=True)
class Squares:
    """A code of dark and light modules (QR), drawn by us: printer and picture get the same one."""

    x: int
    y: int
    module_dots: int
    rows: tuple[tuple[bool, ...], ...]


Piece = Words | Bars | Diamonds | Squares


def label_zpl(label: UnitLabel) -> bytes:
    """The label in the printer's own language, UTF-8 (^CI28)."""
    return pieces_zpl(_layout(label))


def label_png(label: UnitLabel) -> bytes:
    """The label as it comes out, twice as large as the printer's dots."""
    return pieces_png(_layout(label))


def pieces_zpl(pieces: list[Piece]) -> bytes:
    """A label of these pieces."""
    head = f"^XA^CI28^PW{WIDTH_DOTS}^LL{HEIGHT_DOTS}^LH0,0"
    return "\n".join([head, *(_piece_zpl(piece) for piece in pieces), "^XZ", ""]).encode("utf-8")


def pieces_png(pieces: list[Piece]) -> bytes:
    """The same as a picture."""
    picture = Image.new("L", (WIDTH_DOTS * PICTURE_SCALE, HEIGHT_DOTS * PICTURE_SCALE), 255)
    for piece in pieces:
        _draw(picture, piece)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True, dpi=(406, 406))
    return out.getvalue()


def _layout(label: UnitLabel) -> list[Piece]:
    words = _label_words(label.locale.language)
    pieces: list[Piece] = [Words(MARGIN_DOTS, 16 + 34 * index, 31, line, bold=True) for index, line in enumerate(_name_lines(label.name))]
    pieces += _grade(label) if label.grade_word else [Words(MARGIN_DOTS + 8, 112, 42, label.state_word, bold=True, inverted=True)]
    if label.price is not None:
        pieces.append(Words(WIDTH_DOTS - MARGIN_DOTS, 88, 56, label.locale.money(label.price), bold=True, right=True))
    if label.battery_pct is not None:
        battery = words["battery"].format(percent=label.locale.percent(label.battery_pct * 10))
        pieces.append(Words(WIDTH_DOTS - MARGIN_DOTS, 150, 20, battery, right=True))
    modules = 11 * len(label.label_code) + CODE128_FIXED_MODULES
    module_dots = min(3, (WIDTH_DOTS - 2 * MARGIN_DOTS) // modules)
    if module_dots >= 2:
        pieces.append(Bars((WIDTH_DOTS - modules * module_dots) // 2, 184, module_dots, label.label_code))
    pieces.append(Words(MARGIN_DOTS, 262, 20, label.label_code, bold=True))
    if label.register_number:
        pieces.append(Words(WIDTH_DOTS - MARGIN_DOTS, 262, 20, words["register"].format(number=label.register_number), right=True))
    return pieces


def _grade(label: UnitLabel) -> list[Piece]:
    diamonds: list[Piece] = [] if label.grade_diamonds is None else [Diamonds(MARGIN_DOTS, 98, label.grade_diamonds)]
    words = _label_words(label.locale.language)
    tail = words["refurbished" if label.refurbished else "identifier"].format(tail=label.identifier_tail)
    return [*diamonds, Words(MARGIN_DOTS, 128, 25, label.grade_word or "", bold=True), Words(MARGIN_DOTS, 157, 18, tail)]


def _name_lines(name: str) -> list[str]:
    return textwrap.wrap(name, width=26, max_lines=2, placeholder=" …")


def _piece_zpl(piece: Piece) -> str:
    match piece:
        case Words():
            return _words_zpl(piece)
        case Bars():
            return f"^FO{piece.x},{piece.y}^BY{piece.module_dots}^BCN,{BAR_HEIGHT_DOTS},N,N,N^FD{_zpl_text(piece.text)}^FS"
        case Diamonds():
            return _image_zpl(piece.x, piece.y, _diamonds_image(piece.filled, scale=1))
        case Squares():
            return _image_zpl(piece.x, piece.y, _squares_image(piece, scale=1))


def _image_zpl(x: int, y: int, image: Image.Image) -> str:
    """Black is one; what fills a row's last byte stays white."""
    plain = image.convert("1")
    row_bytes, wide = (plain.width + 7) // 8, Image.new("1", ((plain.width + 7) // 8 * 8, plain.height), 1)
    wide.paste(plain, (0, 0))
    content = bytes(byte ^ 0xFF for byte in wide.tobytes())
    return f"^FO{x},{y}^GFA,{len(content)},{len(content)},{row_bytes},{content.hex().upper()}^FS"


def _words_zpl(piece: Words) -> str:
    """Bold is a wider face of the printer's scalable font 0; right-aligned text is a field block that ends at ``x``."""
    face = f"^A0N,{piece.size},{round(piece.size * (0.95 if piece.bold else 0.85))}"
    text = f"^FH_^FD{_zpl_text(piece.text)}^FS"
    if piece.right:
        return f"^FO0,{piece.y}{face}^FB{piece.x},1,0,R,0{text}"
    if piece.inverted:
        left, top, right, bottom = _band(piece)
        band = f"^FO{left},{top}^GB{right - left},{bottom - top},{bottom - top}^FS\n"
        return f"{band}^FO{piece.x},{piece.y}{face}^FR{text}"
    return f"^FO{piece.x},{piece.y}{face}{text}"


def _band(piece: Words) -> tuple[int, int, int, int]:
    """The black band behind inverted words, from edge to edge, with room above for a capital's accent."""
    return MARGIN_DOTS - 4, piece.y - 12, WIDTH_DOTS - MARGIN_DOTS + 4, piece.y + piece.size + 4


def _zpl_text(text: str) -> str:
    """Field data in which nothing is a command: control characters go, ^ ~ and _ are written as their bytes."""
    text = "".join(" " if character in "\u202f\u00a0" else character for character in text if character.isprintable() or character in "\u202f\u00a0")
    return "".join(f"_{ord(character):02X}" if character in "^~_" else character for character in text)


def _draw(picture: Image.Image, piece: Piece) -> None:
    draw, scale = ImageDraw.Draw(picture), PICTURE_SCALE
    match piece:
        case Words():
            font = _font(BOLD if piece.bold else REGULAR, piece.size * scale)
            if piece.inverted:
                draw.rounded_rectangle([edge * scale for edge in _band(piece)], radius=8 * scale, fill=0)
            place = (piece.x * scale, (piece.y + piece.size // 2) * scale)
            draw.text(place, piece.text, font=font, fill=255 if piece.inverted else 0, anchor="rm" if piece.right else "lm")
        case Bars():
            modules = str(_barcode().Code128(piece.text).build()[0])
            row = Image.new("L", (len(modules), 1))
            row.putdata([0 if module == "1" else 255 for module in modules])
            size = (len(modules) * piece.module_dots * scale, BAR_HEIGHT_DOTS * scale)
            picture.paste(row.resize(size, Image.Resampling.NEAREST), ((picture.width - size[0]) // 2, piece.y * scale))
        case Diamonds():
            picture.paste(_diamonds_image(piece.filled, scale=scale), (piece.x * scale, piece.y * scale))
        case Squares():
            picture.paste(_squares_image(piece, scale=scale), (piece.x * scale, piece.y * scale))


def _squares_image(piece: Squares, *, scale: int) -> Image.Image:
    image = Image.new("L", (len(piece.rows[0]), len(piece.rows)))
    image.putdata([0 if dark else 255 for row in piece.rows for dark in row])
    return image.resize((image.width * piece.module_dots * scale, image.height * piece.module_dots * scale), Image.Resampling.NEAREST)


def _diamonds_image(filled: int, *, scale: int) -> Image.Image:
    size = DIAMOND_DOTS * scale
    image = Image.new("L", (size * GRADES * 4, size * 4), 255)
    draw = ImageDraw.Draw(image)
    for index in range(GRADES):
        middle_x, middle_y, reach = (index + 0.5) * size * 4, size * 2, size * 1.8
        corners = [(middle_x, middle_y - reach), (middle_x + reach, middle_y), (middle_x, middle_y + reach), (middle_x - reach, middle_y)]
        draw.polygon(corners, fill=0 if index < filled else 255, outline=0, width=8 * scale)
    return image.resize((size * GRADES, size), Image.Resampling.LANCZOS)


@cache
def _label_words(language: str) -> dict[str, str]:
    return tomllib.loads((RESOURCES / "documents" / f"label.{language}.toml").read_text("utf-8"))


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(RESOURCES / "fonts" / name, size)
