"""Any text → text that a receipt printer's CP1252 page can carry, without a silent loss.

Rule: every character of the input that is not a mere accent leaves something on the paper. What CP1252 has stays as it is;
spaces and dashes that it lacks become plain ones; letters lose accents it lacks; the rest becomes ``¤``, which people see.
Control characters become ``¤`` too: a product name must never be able to speak to the printer.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

CODE_PAGE = "cp1252"
LACKING = "¤"

_PLAIN = {
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\u00ad": "-",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2015": "—",
    "\u2212": "-",
    "\u2032": "’",
    "\u2033": '"',
    "\u2190": "<-",
    "\u2192": "->",
    "\u2194": "<->",
    "\u2260": "<>",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2713": "v",
    "\u2714": "v",
    "\u2717": "x",
    "\u25c6": "*",
    "ı": "i",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ħ": "h",
    "Ħ": "H",
}


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text as it will stand on the paper, on one line; ``printable(text).encode("cp1252")`` never fails."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable_character(character) for character in unicodedata.normalize("NFC", text))


@cache
def _printable_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return LACKING
    if _fits(character):
        return character
    if category in ("Mn", "Me"):
        return ""
    plain = "".join(part for part in unicodedata.normalize("NFKD", character) if unicodedata.category(part) not in ("Mn", "Me"))
    plain = "".join(" " if unicodedata.category(part) == "Zs" else part for part in plain)
    return plain if plain and _fits(plain) else LACKING


def _fits(text: str) -> bool:
    try:
        encoded = text.encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return all(byte >= 0x20 and byte != 0x7F for byte in encoded)
