"""Reads ESC/POS bytes as a printer does: text runs and commands with their parameters, as far as they have arrived.

Used by the virtual printer, which answers, and by the picture of a paper, which draws. It was written from Epson's command
reference and shares nothing with the code that makes our papers, so that each can find the other's mistakes.
"""

from __future__ import annotations

from dataclasses import dataclass

ESC, FS, GS, DLE = 0x1B, 0x1C, 0x1D, 0x10


@dataclass(frozen=True, slots=True)
class Text:
    """Printable bytes in the current code page."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Command:
    """``name`` as in the reference ("ESC a", "GS ( k"); ``parameters`` are the bytes after it; ``raw`` is all of it."""

    name: str
    parameters: bytes
    raw: bytes


Token = Text | Command

_FIXED_LENGTHS = {
    "ESC @": 0, "ESC 2": 0, "ESC 3": 1, "ESC J": 1, "ESC d": 1, "ESC a": 1, "ESC t": 1, "ESC E": 1, "ESC G": 1, "ESC M": 1, "ESC -": 1, "ESC !": 1,
    "ESC {": 1, "ESC R": 1, "ESC V": 1, "ESC p": 3, "ESC $": 2, "ESC \\": 2, "ESC SP": 1, "ESC =": 1, "ESC c": 2, "ESC L": 0, "ESC S": 0, "ESC U": 1,
    "GS !": 1, "GS B": 1, "GS H": 1, "GS h": 1, "GS w": 1, "GS f": 1, "GS L": 2, "GS W": 2, "GS P": 2, "GS r": 1, "GS a": 1, "GS I": 1, "GS b": 1,
    "FS .": 0, "FS &": 0, "FS S": 2, "FS !": 1, "DLE EOT": 1, "DLE ENQ": 1, "DLE DC4": 3,
}  # fmt: skip
_CONTROLS = {0x0A: "LF", 0x0D: "CR", 0x09: "HT", 0x0C: "FF", 0x18: "CAN"}
_PREFIXES = {ESC: "ESC", FS: "FS", GS: "GS", DLE: "DLE"}
_DLE_NAMES = {0x04: "EOT", 0x05: "ENQ", 0x14: "DC4"}


def read_tokens(content: bytes) -> tuple[tuple[Token, ...], bytes]:
    """All complete tokens, and the bytes of a last one that is not complete yet."""
    tokens: list[Token] = []
    position = 0
    while position < len(content):
        end = _token_end(content, position)
        if end is None:
            break
        tokens.append(_token(content[position:end]))
        position = end
    return tuple(tokens), content[position:]


def _token(raw: bytes) -> Token:
    if raw[0] in _CONTROLS:
        return Command(_CONTROLS[raw[0]], b"", raw)
    if raw[0] not in _PREFIXES:
        return Text(raw)
    name = _name(raw)
    return Command(name, raw[3 if name.startswith("GS (") else 2 :], raw)


def _name(raw: bytes) -> str:
    prefix = _PREFIXES[raw[0]]
    if raw[0] == DLE:
        return f"{prefix} {_DLE_NAMES.get(raw[1], f'{raw[1]:02x}')}"
    letter = "SP" if raw[1] == 0x20 else chr(raw[1])
    return f"{prefix} ( {chr(raw[2])}" if letter == "(" else f"{prefix} {letter}"


def _token_end(content: bytes, start: int) -> int | None:
    """Where the token that begins at ``start`` ends; None while bytes of it are missing."""
    first = content[start]
    if first in _CONTROLS:
        return start + 1
    if first not in _PREFIXES:
        return next((index for index in range(start, len(content)) if content[index] < 0x20 and _special(content[index])), len(content))
    if len(content) < start + 2 or (content[start + 1] == ord("(") and len(content) < start + 3):
        return None
    length = _parameter_length(_name(content[start : start + 3]), content[start + 2 :])
    if length is None or start + 2 + length > len(content):
        return None
    return start + 2 + length


def _special(byte: int) -> bool:
    return byte in _CONTROLS or byte in _PREFIXES


def _parameter_length(name: str, after: bytes) -> int | None:
    """How many bytes follow the two of the command's name; None while that cannot be known."""
    if name in _FIXED_LENGTHS:
        return _FIXED_LENGTHS[name]
    if name.startswith(("GS ( ", "FS ( ")):
        return None if len(after) < 3 else 3 + after[1] + 256 * after[2]
    if name == "GS V":
        return None if not after else 2 if after[0] in (65, 66, 97, 98, 103, 104) else 1
    if name == "GS k":
        return _barcode_length(after)
    if name == "GS v":
        return None if len(after) < 6 else 6 + (after[2] + 256 * after[3]) * (after[4] + 256 * after[5])
    if name == "ESC *":
        return None if len(after) < 3 else 3 + (after[1] + 256 * after[2]) * (3 if after[0] in (32, 33) else 1)
    if name == "ESC D":
        return None if b"\0" not in after else after.index(b"\0") + 1
    return 0


def _barcode_length(after: bytes) -> int | None:
    if not after:
        return None
    if after[0] <= 6:
        return None if b"\0" not in after[1:] else after.index(b"\0", 1) + 1
    return None if len(after) < 2 else 2 + after[1]
