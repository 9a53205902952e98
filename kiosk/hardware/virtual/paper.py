"""How a paper looks: draws ESC/POS bytes as a receipt on off-white 80 mm paper, as PNG. For the demo, the tour and tests.

An interpreter of the subset that receipt printers share (text modes, alignment, feeds, print area, code page 1252, raster,
``GS k`` and ``GS ( k`` codes, cut). Unknown commands are passed over, as printers do. Pure.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

from PIL import Image, ImageDraw, ImageFilter

from kiosk.hardware.virtual.escpos_reader import Command, Text, read_tokens
from kiosk.hardware.virtual.ink import BLANK, INK, Style, barcode_image, cell_size, qr_image, raster_image, text_image

PAPER_MARGIN_PX = 32
DESK_PX = 28
TEETH_PX = 8
DEFAULT_SPACING_DOTS = 30
HEAD_GAP_DOTS = 48
KNIFE_ABOVE_HEAD_DOTS = 104
DESK_COLOUR = (233, 228, 217)
PAPER_COLOUR = (253, 252, 248)
INK_COLOUR = (38, 36, 33)
SHADOW_COLOUR = (196, 189, 174)
CUT_COLOUR = (176, 170, 158)


@dataclass(slots=True)
class _Head:
    """Where the printer stands: its modes, the line being filled and the strips already on paper."""

    width: int
    style: Style = field(default_factory=Style)
    align: int = 0
    spacing: int = DEFAULT_SPACING_DOTS
    module_dots: int = 3
    bar_height: int = 162
    qr_module_dots: int = 3
    qr_content: bytes = b""
    code_page: str = "cp437"
    line: list[Image.Image] = field(default_factory=list)
    strips: list[tuple[int, Image.Image]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    y: int = 0


CODE_PAGES = {0: "cp437", 2: "cp850", 3: "cp860", 5: "cp865", 13: "cp857", 14: "cp737", 15: "iso8859_7", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}


def render_png(escpos: bytes, *, width_px: int = 576) -> bytes:
    """The paper that these bytes make on a printer whose head has at most ``width_px`` dots, its print area centred on 80 mm paper."""
    head = _Head(width=width_px)
    for token in read_tokens(escpos)[0]:
        if isinstance(token, Text):
            _print_text(head, token.content)
        else:
            _obey(head, token)
    _end_line(head)
    picture = _on_desk(_sheet(head, width_px), head.cuts)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def paper_text(escpos: bytes) -> str:
    """The readable text of a paper, line by line, as the printer's code page says it."""
    page, lines, current = "cp437", [], ""
    for token in read_tokens(escpos)[0]:
        if isinstance(token, Text):
            current += token.content.decode(page, "replace")
        elif token.name == "LF":
            lines.append(current.rstrip())
            current = ""
        elif token.name == "ESC t":
            page = CODE_PAGES.get(token.parameters[0], page)
    return "\n".join([*lines, current]).rstrip() + "\n"


def _obey(head: _Head, command: Command) -> None:
    first = command.parameters[0] if command.parameters else 0
    match command.name:
        case "LF":
            _end_line(head)
        case "ESC J":
            _feed(head, first)
        case "ESC d":
            _feed(head, first * head.spacing)
        case "GS V":
            _end_line(head)
            head.cuts.append(head.y)
        case "GS k":
            kind, content = (first, command.parameters[1:]) if first <= 6 else (first, command.parameters[2:])
            _place(head, barcode_image(kind, content, module_dots=head.module_dots, height_dots=head.bar_height))
        case "GS v":
            _place(head, raster_image(command.parameters))
        case "GS ( k":
            _qr(head, command.parameters[2:])
        case _:
            _set_mode(head, command.name, command.parameters, first)


def _set_mode(head: _Head, name: str, parameters: bytes, first: int) -> None:
    match name:
        case "ESC @":
            head.style, head.align, head.spacing, head.code_page = Style(), 0, DEFAULT_SPACING_DOTS, "cp437"
        case "ESC t":
            head.code_page = CODE_PAGES.get(first, head.code_page)
        case "ESC a":
            head.align = first % 48
        case "ESC E":
            head.style = replace(head.style, bold=bool(first & 1))
        case "ESC M":
            head.style = replace(head.style, font="b" if first % 48 == 1 else "a")
        case "ESC -":
            head.style = replace(head.style, underline_dots=first % 48)
        case "ESC !":
            font, width, height = "b" if first & 1 else "a", 2 if first & 32 else 1, 2 if first & 16 else 1
            head.style = Style(font=font, bold=bool(first & 8), width=width, height=height, underline_dots=1 if first & 128 else 0)
        case "GS !":
            head.style = replace(head.style, width=(first >> 4) + 1, height=(first & 7) + 1)
        case "GS B":
            head.style = replace(head.style, inverted=bool(first & 1))
        case "ESC 2":
            head.spacing = DEFAULT_SPACING_DOTS
        case "ESC 3":
            head.spacing = first
        case "GS h":
            head.bar_height = first
        case "GS w":
            head.module_dots = first
        case "GS W":
            head.width = min(head.width, parameters[0] + 256 * parameters[1])


def _print_text(head: _Head, content: bytes) -> None:
    """Set characters; what does not fit goes to the next line, as in a printer."""
    text = content.decode(head.code_page, "replace")
    cell = cell_size(head.style)[0]
    while text:
        room = (head.width - sum(image.width for image in head.line)) // cell
        if room <= 0:
            _end_line(head)
            continue
        head.line.append(text_image(text[:room], head.style))
        text = text[room:]


def _end_line(head: _Head) -> None:
    """Put the filled line on paper, its parts on a common bottom edge."""
    height = max((image.height for image in head.line), default=0)
    if head.line:
        strip = Image.new("L", (sum(image.width for image in head.line), height), BLANK)
        x = 0
        for image in head.line:
            strip.paste(image, (x, height - image.height))
            x += image.width
        head.strips.append((head.y, _aligned(head, strip)))
        head.line = []
    head.y += max(height, head.spacing)


def _feed(head: _Head, dots: int) -> None:
    if head.line:
        _end_line(head)
    head.y += dots


def _place(head: _Head, image: Image.Image | None) -> None:
    if head.line:
        _end_line(head)
    if image is not None and image.width <= head.width:
        head.strips.append((head.y, _aligned(head, image)))
        head.y += image.height


def _qr(head: _Head, parameters: bytes) -> None:
    """``GS ( k``: cn fn then data; 167 sets the module size, 180 stores, 181 prints."""
    match parameters[1]:
        case 67:
            head.qr_module_dots = parameters[2]
        case 80:
            head.qr_content = parameters[3:]
        case 81:
            _place(head, qr_image(head.qr_content, module_dots=head.qr_module_dots))


def _aligned(head: _Head, image: Image.Image) -> Image.Image:
    line = Image.new("L", (head.width, image.height), BLANK)
    line.paste(image, ((head.width - image.width) * head.align // 2, 0))
    return line


def _sheet(head: _Head, width_px: int) -> Image.Image:
    """All strips in ink on one sheet of paper."""
    end = max((y + strip.height for y, strip in head.strips), default=0)
    height = HEAD_GAP_DOTS + max(end + HEAD_GAP_DOTS, (head.cuts[-1] - KNIFE_ABOVE_HEAD_DOTS) if head.cuts else 0)
    ink = Image.new("L", (width_px + 2 * PAPER_MARGIN_PX, max(height, 2 * HEAD_GAP_DOTS)), BLANK)
    left = PAPER_MARGIN_PX + (width_px - head.width) // 2
    for y, strip in head.strips:
        ink.paste(strip, (left, y + HEAD_GAP_DOTS))
    sheet = Image.new("RGB", ink.size, PAPER_COLOUR)
    sheet.paste(Image.new("RGB", ink.size, INK_COLOUR), mask=ink)
    draw = ImageDraw.Draw(sheet)
    for cut in head.cuts[:-1]:
        for x in range(0, sheet.width, 12):
            draw.line((x, cut + HEAD_GAP_DOTS, x + 6, cut + HEAD_GAP_DOTS), fill=CUT_COLOUR)
    return sheet


def _on_desk(sheet: Image.Image, cuts: list[int]) -> Image.Image:
    """The sheet with a toothed lower edge where it was cut, and a soft shadow."""
    shape = Image.new("L", (sheet.width, sheet.height + TEETH_PX), 0)
    draw = ImageDraw.Draw(shape)
    teeth = [(x, sheet.height + (TEETH_PX if index % 2 else 0)) for index, x in enumerate(range(0, sheet.width + TEETH_PX, TEETH_PX))]
    draw.polygon([(0, 0), *teeth, (sheet.width, 0)] if cuts else [(0, 0), (0, shape.height), (shape.width, shape.height), (shape.width, 0)], fill=INK)
    paper = Image.new("RGB", shape.size, PAPER_COLOUR)
    paper.paste(sheet, (0, 0))
    desk = Image.new("RGB", (shape.width + 2 * DESK_PX, shape.height + 2 * DESK_PX), DESK_COLOUR)
    shadow = Image.new("L", desk.size, 0)
    shadow.paste(shape, (DESK_PX, DESK_PX + 5))
    desk.paste(Image.new("RGB", desk.size, SHADOW_COLOUR), mask=shadow.filter(ImageFilter.GaussianBlur(8)))
    desk.paste(paper, (DESK_PX, DESK_PX), mask=shape)
    return desk
