"""What thermal ink looks like: character cells, bars, QR squares and raster pictures as grey-scale images. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from kiosk.basics.late import late

_barcode, _code128, _qrcode = late("barcode"), late("barcode.charsets.code128"), late("qrcode")
FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
BLANK, INK = 0, 255
CELLS = {"a": (12, 24), "b": (9, 17)}


@dataclass(frozen=True, slots=True)
class Style:
    """How characters are printed; the fields are the printer's own modes."""

    font: str = "a"
    bold: bool = False
    width: int = 1
    height: int = 1
    underline_dots: int = 0
    inverted: bool = False


def cell_size(style: Style) -> tuple[int, int]:
    """Width and height of one character in dots."""
    width, height = CELLS[style.font]
    return width * style.width, height * style.height


def text_image(text: str, style: Style) -> Image.Image:
    """A run of characters, one cell each."""
    width, height = cell_size(style)
    scale = max(style.width, style.height)
    base_width, base_height = CELLS[style.font]
    font = _font(bold=style.bold, size_px=_size(base_height * scale))
    cell = Image.new("L", (base_width * scale * len(text), base_height * scale), BLANK)
    draw = ImageDraw.Draw(cell)
    baseline = round(base_height * scale * 0.79)
    for index, character in enumerate(text):
        draw.text(((index + 0.5) * base_width * scale, baseline), character, font=font, fill=INK, anchor="ms")
    image = cell.resize((width * len(text), height), Image.Resampling.LANCZOS)
    if style.underline_dots:
        ImageDraw.Draw(image).rectangle((0, height - style.underline_dots, image.width, height), fill=INK)
    return ImageOps.invert(image) if style.inverted else image


def barcode_image(kind: int, content: bytes, *, module_dots: int, height_dots: int) -> Image.Image | None:
    """Bars as the printer draws them for ``GS k``; None for what a printer would leave out."""
    modules = _modules(kind, content)
    if modules is None:
        return None
    row = Image.new("L", (len(modules), 1))
    row.putdata([INK if module == "1" else BLANK for module in modules])
    return row.resize((len(modules) * module_dots, height_dots), Image.Resampling.NEAREST)


def code128_modules(text: str) -> str:
    """Code128 in set B throughout, as printers make it for ``{B``: one symbol per character."""
    symbols = [_code128().START_CODES["B"], *(ord(character) - 32 for character in text)]
    check = sum(symbol * max(place, 1) for place, symbol in enumerate(symbols)) % 103
    return "".join(_code128().CODES[symbol] for symbol in [*symbols, check]) + f"{_code128().STOP}11"


def qr_image(content: bytes, *, module_dots: int) -> Image.Image:
    """A QR code of the smallest version that holds the content."""
    code = _qrcode().QRCode(border=0, box_size=1, error_correction=_qrcode().constants.ERROR_CORRECT_M)
    code.add_data(content)
    code.make(fit=True)
    rows = code.get_matrix()
    image = Image.new("L", (len(rows), len(rows)))
    image.putdata([INK if dark else BLANK for row in rows for dark in row])
    return image.resize((len(rows) * module_dots, len(rows) * module_dots), Image.Resampling.NEAREST)


def raster_image(parameters: bytes) -> Image.Image:
    """The picture of a ``GS v 0`` command: a mode, bytes per row, rows, then one bit per dot."""
    mode, row_bytes, rows = parameters[1], parameters[2] + 256 * parameters[3], parameters[4] + 256 * parameters[5]
    image = Image.frombytes("1", (row_bytes * 8, rows), parameters[6:]).convert("L")
    return image.resize((image.width * (2 if mode & 1 else 1), image.height * (2 if mode & 2 else 1)), Image.Resampling.NEAREST)


def _modules(kind: int, content: bytes) -> str | None:
    text = content.rstrip(b"\0").decode("ascii", "replace")
    if kind == 73 and text[:2] in ("{A", "{B", "{C"):
        return code128_modules(text[2:])
    if kind in (2, 67) and text.isdigit() and len(text) in (12, 13):
        return str(_barcode().EAN13(text[:12]).build()[0])
    if kind in (4, 69):
        return str(_barcode().Code39(text, add_checksum=False).build()[0])
    return None


def _size(cell_height: int) -> float:
    return cell_height * 0.83


@cache
def _font(*, bold: bool, size_px: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / ("DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"), size_px)
