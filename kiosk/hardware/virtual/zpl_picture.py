"""How a label looks: draws the ZPL subset that unit labels use (text, field blocks, Code128, boxes, graphics) as PNG. Pure.

It reads the bytes that the printer gets, not the label's model, so that it shows what would come out.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFont

from kiosk.hardware.virtual.ink import FONTS, code128_modules

SCALE = 2
PAPER, INK = 255, 0
DEFAULT_SIZE_DOTS = (456, 304)
_COMMAND = re.compile(r"\^([A-Z][A-Z0-9])([^^]*)", re.DOTALL)
_HEX = re.compile(r"_([0-9A-F]{2})")


@dataclass(slots=True)
class _Field:
    """What ``^FO`` … ``^FS`` collects."""

    x: int = 0
    y: int = 0
    height: int = 30
    width: int = 25
    block_dots: int = 0
    reverse: bool = False
    hexed: bool = False
    bar_height: int = 0


def render_label_png(zpl: bytes) -> bytes:
    """One label; commands outside the subset are passed over."""
    commands = _COMMAND.findall(zpl.decode("utf-8", "replace"))
    size = list(DEFAULT_SIZE_DOTS)
    for name, rest in commands:
        if name in ("PW", "LL"):
            size[["PW", "LL"].index(name)] = int(rest)
    picture = Image.new("L", (size[0] * SCALE, size[1] * SCALE), PAPER)
    field, module_dots = _Field(), 2
    for name, rest in commands:
        module_dots = int(rest.split(",")[0]) if name == "BY" else module_dots
        field = _Field() if name == "FS" else field
        _obey(picture, field, name, rest.strip("\n"), module_dots)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True, dpi=(406, 406))
    return out.getvalue()


def _obey(picture: Image.Image, field: _Field, name: str, rest: str, module_dots: int) -> None:
    match name:
        case "FO":
            field.x, field.y = (int(part) for part in rest.split(",")[:2])
        case "A0":
            _, height, width = rest.split(",")
            field.height, field.width = int(height), int(width)
        case "FB":
            field.block_dots = int(rest.split(",")[0])
        case "FR":
            field.reverse = True
        case "FH":
            field.hexed = True
        case "BC":
            field.bar_height = int(rest.split(",")[1])
        case "GB":
            wide, high = (int(part) * SCALE for part in rest.split(",")[:2])
            picture.paste(INK, (field.x * SCALE, field.y * SCALE, field.x * SCALE + wide, field.y * SCALE + high))
        case "GF":
            _graphic(picture, field, rest)
        case "FD":
            text = _HEX.sub(lambda match: chr(int(match[1], 16)), rest) if field.hexed else rest
            _bars(picture, field, text, module_dots) if field.bar_height else _words(picture, field, text)


def _words(picture: Image.Image, field: _Field, text: str) -> None:
    layer = Image.new("L", picture.size, 0)
    font = _font(bold=field.width > field.height * 0.9, size_px=field.height * SCALE)
    x = field.x + field.block_dots
    place = (x * SCALE, (field.y + field.height / 2) * SCALE)
    ImageDraw.Draw(layer).text(place, text, font=font, fill=255, anchor="rm" if field.block_dots else "lm")
    picture.paste(ImageChops.difference(picture, layer) if field.reverse else ImageChops.subtract(picture, layer))


def _bars(picture: Image.Image, field: _Field, text: str, module_dots: int) -> None:
    modules = code128_modules(text)
    row = Image.new("L", (len(modules), 1))
    row.putdata([INK if module == "1" else PAPER for module in modules])
    size = (len(modules) * module_dots * SCALE, field.bar_height * SCALE)
    picture.paste(row.resize(size, Image.Resampling.NEAREST), (field.x * SCALE, field.y * SCALE))


def _graphic(picture: Image.Image, field: _Field, rest: str) -> None:
    _, total, _, row_bytes, content = rest.split(",", 4)
    size = (int(row_bytes) * 8, int(total) // int(row_bytes))
    image = Image.frombytes("1", size, bytes(byte ^ 0xFF for byte in bytes.fromhex(content)))
    large = image.convert("L").resize((size[0] * SCALE, size[1] * SCALE), Image.Resampling.LANCZOS)
    picture.paste(large, (field.x * SCALE, field.y * SCALE))


@cache
def _font(*, bold: bool, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / ("InterDisplay-680.ttf" if bold else "Inter-500.ttf"), size_px)
