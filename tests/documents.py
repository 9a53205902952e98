"""Identity documents of nobody, printed and held before a camera: specimens of ICAO Doc 9303 and French formats with invented people, in OCR-B."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from kiosk.tradein.mrz import check_digit

OCR_B = Path("/usr/share/fonts/opentype/ocr-b/OCRB.otf")
STRIP_WIDTH_PX = 860
SHEET = (940, 560)
TABLE = (1280, 800)


def closed(text: str) -> str:
    return text + check_digit(text)


def passport(issuer: str, names: str, number: str, *, born: str, expires: str) -> tuple[str, str]:
    """Two lines of 44."""
    first = f"P<{issuer}{names}".ljust(44, "<")
    second = f"{closed(number)}{issuer}{closed(born)}F{closed(expires)}{'<' * 14}0"
    return first, second + check_digit(second[:10] + second[13:20] + second[21:43])


def french_card(names: str, number: str, *, born: str, expires: str) -> tuple[str, str, str]:
    """The card since 2021: three lines of 30."""
    first = f"IDFRA{closed(number)}".ljust(30, "<")
    second = f"{closed(born)}M{closed(expires)}FRA{'<' * 11}"
    return first, second + check_digit(first[5:30] + second[:7] + second[8:15] + second[18:29]), names.ljust(30, "<")


def before_the_camera(lines: tuple[str, ...], *, tilt: float = 0, blur: float = 0, noise: float = 0) -> bytes:
    """A JPEG of the document on a dark table."""
    size = next(size for size in range(60, 8, -1) if ImageFont.truetype(str(OCR_B), size).getlength(lines[0]) <= STRIP_WIDTH_PX)
    strip, small = ImageFont.truetype(str(OCR_B), size), ImageFont.truetype(str(OCR_B), 22)
    sheet = Image.new("RGB", SHEET, (226, 229, 233))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((40, 50, 220, 280), fill=(150, 140, 130))
    for row, words in enumerate(("SPECIMEN", "NOM", "PRENOMS", "12.08.1974")):
        draw.text((270, 60 + row * 46), words, fill=(60, 60, 80), font=small)
    pitch = round(size * 1.6)
    for row, line in enumerate(lines):
        draw.text((40, SHEET[1] - 40 - (len(lines) - row) * pitch), line, fill=(25, 25, 30), font=strip)
    laid = sheet.convert("RGBA").rotate(tilt, resample=Image.Resampling.BICUBIC, expand=True)
    picture = Image.new("RGB", TABLE, (96, 84, 72))
    picture.paste(laid, ((TABLE[0] - laid.width) // 2, (TABLE[1] - laid.height) // 2), laid)
    picture = picture.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        grain = Image.effect_noise(TABLE, noise)
        picture = Image.blend(picture, Image.merge("RGB", (grain, grain, grain)), 0.25)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
