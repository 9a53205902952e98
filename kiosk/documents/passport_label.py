"""The passport's code on a label of 57 × 38 mm: to stick on the box or beside the unit on the shelf. Pure.

Three dots a module at 203 dots per inch are 0.375 mm, which a phone reads at arm's length. ``MOST_MODULES`` fit with their quiet
zone, which is the label's own white; ADR 31 has what real passports take.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from kiosk.documents.labels import HEIGHT_DOTS, Diamonds, Piece, Squares, Words, pieces_png, pieces_zpl
from kiosk.documents.passport import Passport
from kiosk.documents.qr import QUIET_MODULES, qr_modules
from kiosk.errors import Refused

MODULE_DOTS = 3
MOST_MODULES = 85
QUIET_DOTS = QUIET_MODULES * MODULE_DOTS
WORDS_X = QUIET_DOTS + MOST_MODULES * MODULE_DOTS + QUIET_DOTS
LINE_CHARACTERS = 16


class CodeTooLarge(Refused):
    """The passport's code would not be readable on a label; ``modules`` to a side."""

    code = "documents.code_too_large"


def passport_label_zpl(passport: Passport, link: str, words: Mapping[str, str]) -> bytes:
    """``words`` are the passport's titles in the language of the paper. CodeTooLarge."""
    return pieces_zpl(_layout(passport, link, words))


def passport_label_png(passport: Passport, link: str, words: Mapping[str, str]) -> bytes:
    """The label as it comes out, twice as large as the printer's dots. CodeTooLarge."""
    return pieces_png(_layout(passport, link, words))


def _layout(passport: Passport, link: str, words: Mapping[str, str]) -> list[Piece]:
    code = _code(link)
    names = textwrap.wrap(passport.model, width=LINE_CHARACTERS, max_lines=3, placeholder=" …")
    lines = [(24, words["refurbished_short"], True), *((20, name, True) for name in names)]
    pieces: list[Piece] = [code]
    y = 26
    for size, text, bold in lines:
        pieces.append(Words(WORDS_X, y, size, text, bold=bold))
        y += size + 6
    pieces += [Diamonds(WORDS_X, y + 6, passport.diamonds), Words(WORDS_X, y + 36, 20, passport.grade, bold=True)]
    foot = (passport.tail, words["inspected_on"].format(day=""), passport.inspected_on, words["check_short"])
    pieces += [Words(WORDS_X, HEIGHT_DOTS - 106 + 24 * place, 17, text.strip()) for place, text in enumerate(foot)]
    return pieces


def _code(link: str) -> Squares:
    """In the middle of its square, without the quiet zone."""
    rows = qr_modules(link)
    inner = tuple(tuple(row[QUIET_MODULES:-QUIET_MODULES]) for row in rows[QUIET_MODULES:-QUIET_MODULES])
    if len(inner) > MOST_MODULES:
        raise CodeTooLarge(modules=len(inner))
    room = (MOST_MODULES - len(inner)) * MODULE_DOTS // 2
    top = (HEIGHT_DOTS - MOST_MODULES * MODULE_DOTS) // 2
    return Squares(QUIET_DOTS + room, top + room, MODULE_DOTS, inner)
