"""The strip of an identity document read in a camera's picture, in memory, and believed only as far as its check digits prove it (TRD-07).

Places that can only be a letter or only a digit settle what looks alike (O and 0, I and 1). Elsewhere one such character may be exchanged, where that makes
every check digit hold and no other exchange does. A picture that is not understood says so; nothing of it is kept, logged or guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.errors import KioskError, Refused
from kiosk.hardware.text_reader import ReadWord, TextReader
from kiosk.tradein.mrz import Identity, MrzUnreadable, MrzWrong, read_zone
from kiosk.tradein.strip_picture import StripLine, fillers, png, straightened, without_fillers

CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
DEADLINE_S = 10.0
SPREADS = (1.3, 1.0, 1.6)
"""A reader that sees a character twice, or two as one, rarely does so at another distance."""
_LEAST_LETTERS = 20
_ALIGNED = 0.05
_AS_DIGIT = str.maketrans("OQDILZSBT", "000112587")
_AS_LETTER = str.maketrans("0125847", "OIZSBAT")
_ALIKE = {"O": "0", "0": "O", "I": "1", "1": "I"}
"""No more: a check digit is one in ten, and with many exchanges to choose from one of them would hold by chance."""
_FORMS = {
    44: ("L?LLL" + "L" * 39, "?" * 9 + "DLLL" + "D" * 7 + "L" + "D" * 7 + "?" * 15 + "D"),
    36: ("L?LLL" + "L" * 31, "?" * 9 + "DLLL" + "D" * 7 + "L" + "D" * 7 + "?" * 7 + "D"),
    30: ("L?LLL" + "?" * 25, "D" * 7 + "L" + "D" * 7 + "LLL" + "?" * 11 + "D", "L" * 30),
}
_FRENCH = ("L" * 30 + "?" * 6, "?" * 12 + "D" + "L" * 14 + "D" * 7 + "LD")


class StripNotSeen(Refused):
    """There is no strip in the picture, or not the whole of it."""

    code = "tradein.strip_not_seen"


@dataclass(frozen=True, slots=True)
class _Row:
    left: int
    top: int
    width: int
    height: int
    text: str = field(repr=False)


def identity_in(content: bytes, reader: TextReader, *, today: date) -> Identity:
    """First where the strip is, then what stands between its fillers. StripNotSeen, MrzWrong, MrzUnreadable, TextReaderMissing, TextUnreadable."""
    try:
        picture = straightened(content)
    except (OSError, ValueError, SyntaxError):
        raise StripNotSeen() from None
    lines = _lines_in(_rows(reader.words(png(picture), alphabet=CHARACTERS + "<", deadline_s=DEADLINE_S)))
    marks = [fillers(picture, line) for line in lines]
    refused: KioskError = StripNotSeen()
    for spread in SPREADS:
        sheet = without_fillers(picture, lines, marks, spread=spread)
        words = reader.words(png(sheet), alphabet=CHARACTERS, deadline_s=DEADLINE_S)
        try:
            return proven(tuple(_filled(marked, words, row, sheet.height // (len(lines) + 1)) for row, marked in enumerate(marks)), today=today)
        except (StripNotSeen, MrzWrong, MrzUnreadable) as error:
            refused = error if not isinstance(refused, MrzWrong) else refused
    raise refused


def proven(lines: tuple[str, ...], *, today: date) -> Identity:
    """What the lines say once places and check digits have settled what looks alike; MrzWrong, MrzUnreadable."""
    settled = _settled(lines)
    try:
        return read_zone(settled, today=today)
    except MrzWrong as wrong:
        found = {_said(identity): identity for identity in _others(settled, today)}
        if len(found) != 1:
            raise wrong from None
        return next(iter(found.values()))


def _said(identity: Identity) -> tuple[str, ...]:
    return identity.document_number, identity.surname, identity.first_names, identity.issuer, str(identity.adult)


def _others(lines: tuple[str, ...], today: date) -> Iterator[Identity]:
    """Every reading with one look-alike exchanged, where all check digits hold."""
    for row, (line, form) in enumerate(zip(lines, _form_of(lines), strict=True)):
        for place, (character, kind) in enumerate(zip(line, form, strict=True)):
            if kind == "?" and character in _ALIKE:
                other = line[:place] + _ALIKE[character] + line[place + 1 :]
                try:
                    yield read_zone((*lines[:row], other, *lines[row + 1 :]), today=today)
                except (MrzWrong, MrzUnreadable):
                    continue


def _form_of(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) == 2 and len(lines[0]) == 36 and lines[0].translate(_AS_LETTER).startswith("IDFRA"):
        return _FRENCH
    return _FORMS[len(lines[0])]


def _settled(lines: tuple[str, ...]) -> tuple[str, ...]:
    tables = {"L": _AS_LETTER, "D": _AS_DIGIT, "?": {}}
    return tuple(
        "".join(character.translate(tables[kind]) for character, kind in zip(line, form, strict=True))
        for line, form in zip(lines, _form_of(lines), strict=True)
    )  # fmt: skip


def _rows(words: tuple[ReadWord, ...]) -> list[_Row]:
    """What stands on one line together, from top to bottom."""
    by_line: dict[tuple[int, ...], list[ReadWord]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    rows = []
    for found in by_line.values():
        left, top = min(word.left for word in found), min(word.top for word in found)
        right, bottom = max(word.left + word.width for word in found), max(word.top + word.height for word in found)
        rows.append(_Row(left, top, right - left, bottom - top, "".join(word.text for word in found)))
    return sorted(rows, key=lambda row: row.top)


def _lines_in(rows: list[_Row]) -> list[StripLine]:
    """The two or three lowest long lines that begin and end at the same places."""
    long = [row for row in rows if len(row.text) >= _LEAST_LETTERS]
    if not long:
        raise StripNotSeen()
    last = long[-1]
    aligned = [row for row in long if max(abs(row.left - last.left), abs(row.width - last.width)) <= _ALIGNED * last.width]
    most = max(len(row.text) for row in aligned)
    length = min(_FORMS, key=lambda whole: abs(whole - most))
    wanted = aligned[-len(_FORMS[length]) :]
    if len(wanted) < len(_FORMS[length]):
        raise StripNotSeen()
    return [StripLine(row.left, row.top, row.width, row.height, length) for row in wanted]


def _filled(marked: str, words: tuple[ReadWord, ...], row: int, pitch_px: int) -> str:
    """The characters of a row of the sheet, in the places that are no fillers; StripNotSeen when they are not as many. A round one may be seen twice."""
    of_row = sorted((word for word in words if round((word.top + word.height / 2) / pitch_px - 1) == row), key=lambda word: word.left)
    text, wanted = "".join(word.text for word in of_row), marked.count(" ")
    for twice in ("0O", "O0"):
        text = text.replace(twice, "O", max(0, len(text) - wanted))
    if len(text) != wanted:
        raise StripNotSeen()
    characters = iter(text)
    return "".join(mark if mark == "<" else next(characters) for mark in marked)
