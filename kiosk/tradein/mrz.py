"""The machine-readable zone of an identity document: lines in, what the register wants out, every check digit verified. Pure.

ICAO Doc 9303: TD1 (three lines of 30), TD2 (two of 36), TD3 (two of 44), and the French identity card of before 2021 (two of 36, its own order).
The date of birth is read to say yes or no to majority and is then forgotten (TRD-07, POL-08); nothing here is written to a log: what is read
stays out of representations, and a refusal names the field, never its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle

from kiosk.errors import Refused
from kiosk.tradein.seller import of_age

LENGTHS = {(30, 3), (36, 2), (44, 2)}
WHOLE = {90: 30, 72: 36, 88: 44}
WEIGHTS = (7, 3, 1)
FILLER = "<"
_ALLOWED = re.compile(r"[A-Z0-9<]+")


class MrzUnreadable(Refused):
    """These are not the lines of an identity document."""

    code = "tradein.mrz_unreadable"


class MrzWrong(Refused):
    """A check digit does not hold: a character was misread or mistyped. ``field`` says where."""

    code = "tradein.mrz_wrong"


@dataclass(frozen=True, slots=True)
class Identity:
    """What is kept of a zone. ``issuer`` is the three letters of the state; ``adult`` is all that is known of the age."""

    document_kind: str
    issuer: str
    surname: str = field(repr=False)
    first_names: str = field(repr=False)
    document_number: str = field(repr=False)
    adult: bool


def check_digit(text: str) -> str:
    """The digit that closes ``text``: weights 7, 3, 1; digits count themselves, letters ten and more, the filler nothing."""
    values = (0 if character == FILLER else int(character, 36) for character in text)
    return str(sum(value * weight for value, weight in zip(values, cycle(WEIGHTS), strict=False)) % 10)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a typed or scanned zone, wherever it was broken; () while it is not whole."""
    joined = re.sub(r"\s+", "", text).upper()
    length = WHOLE.get(len(joined))
    if length is None or not _ALLOWED.fullmatch(joined):
        return ()
    return tuple(joined[start : start + length] for start in range(0, len(joined), length))


def gathered(before: Iterable[str], line: str) -> tuple[str, ...]:
    """The lines so far with one more: a reader sends them one by one. A line of another length begins anew; so does a first line."""
    kept = tuple(before)
    text = line.strip().upper()
    begins_anew = bool(kept) and (len(kept[0]) != len(text) or (len(kept[0]), len(kept)) in LENGTHS)
    return (text,) if begins_anew else (*kept, text)


def is_whole(lines: tuple[str, ...]) -> bool:
    return bool(lines) and (len(lines[0]), len(lines)) in LENGTHS


def read_zone(lines: tuple[str, ...], *, today: date) -> Identity:
    """MrzUnreadable, MrzWrong."""
    if not is_whole(lines) or any(len(line) != len(lines[0]) or not _ALLOWED.fullmatch(line) for line in lines):
        raise MrzUnreadable()
    if len(lines) == 3:
        return _td1(*lines, today=today)
    first, second = lines
    if first.startswith("IDFRA") and len(first) == 36:
        return _french_card(first, second, today=today)
    return _two_lines(first, second, today=today)


def _td1(first: str, second: str, third: str, *, today: date) -> Identity:
    number, closing = first[5:14], first[14]
    if closing == FILLER:  # a longer number goes on in the optional field and ends with its check digit
        rest = first[15:30].split(FILLER)[0]
        number, closing = number + rest[:-1], rest[-1:]
    _verify("document_number", number, closing)
    _verify("born_on", second[:6], second[6])
    _verify("expires_on", second[8:14], second[14])
    _verify("composite", first[5:30] + second[:7] + second[8:15] + second[18:29], second[29])
    return _identity(first, number, third, born=second[:6], today=today)


def _two_lines(first: str, second: str, *, today: date) -> Identity:
    """TD3 has its personal number closed by a digit of its own; TD2 has a shorter optional field without one."""
    number = second[:9]
    _verify("document_number", number, second[9])
    _verify("born_on", second[13:19], second[19])
    _verify("expires_on", second[21:27], second[27])
    if len(second) == 44:
        personal, closing = second[28:42], second[42]
        if closing != FILLER or personal.strip(FILLER):
            _verify("personal_number", personal, closing)
        _verify("composite", second[:10] + second[13:20] + second[21:43], second[43])
    else:
        _verify("composite", second[:10] + second[13:20] + second[21:35], second[35])
    return _identity(first, number, first[5:], born=second[13:19], today=today)


def _french_card(first: str, second: str, *, today: date) -> Identity:
    """Surname, department and office above; number, first names and birth below; the last digit closes both lines."""
    _verify("document_number", second[:12], second[12])
    _verify("born_on", second[27:33], second[33])
    _verify("composite", first + second[:35], second[35])
    names = f"{first[5:30].strip(FILLER)}{FILLER}{FILLER}{second[13:27].strip(FILLER)}"
    return _identity(first, second[:12], names, born=second[27:33], today=today)


def _identity(first: str, number: str, names: str, *, born: str, today: date) -> Identity:
    surname, _, first_names = names.partition(FILLER * 2)
    kind = "passport" if first[0] == "P" else "residence_permit" if first[:2] in ("IR", "AR", "CR") else "identity_card"
    if first[0] not in "PIAC":
        raise MrzUnreadable()
    return Identity(
        kind, first[2:5].replace(FILLER, ""), _words(surname), _words(first_names), number.replace(FILLER, ""), of_age(_day(born, today=today), today=today)
    )  # fmt: skip


def _words(text: str) -> str:
    return " ".join(part for part in text.split(FILLER) if part)


def _day(text: str, *, today: date) -> date:
    """A date of birth has no century: the latest one that has been."""
    try:
        year, month, day = int(text[:2]), int(text[2:4]), int(text[4:6])
        born = date(today.year // 100 * 100 + year, month, day)
        return born if born <= today else born.replace(year=born.year - 100)
    except ValueError:
        raise MrzWrong(field="born_on") from None


def _verify(name: str, text: str, digit: str) -> None:
    if digit != check_digit(text):
        raise MrzWrong(field=name)
