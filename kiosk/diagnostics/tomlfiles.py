"""Reads a TOML file of rules into a typed value; what is not understood refuses the whole file and names the place."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.errors import Misused

T = TypeVar("T")


class BadRuleFile(Misused):
    """A data file of rules cannot be used."""

    code = "diagnostics.bad_rule_file"


def read_toml(path: Path, kind: type[T]) -> tuple[T, str]:
    """The typed content of a TOML file and the SHA-256 of its bytes; BadRuleFile."""
    content = read_bytes(path)
    return decode_toml(content, kind, name=path.name), hashlib.sha256(content).hexdigest()


def read_bytes(path: Path) -> bytes:
    """A rule file as it lies; BadRuleFile."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRuleFile(faults=((path.name, str(error)),), file=path.name, problem=str(error)) from error


def decode_toml(content: bytes, kind: type[T], *, name: str) -> T:
    """The same of bytes that came otherwise; BadRuleFile."""
    try:
        return msgspec.toml.decode(content, type=kind, strict=False)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise BadRuleFile(faults=((name, str(error)),), file=name, problem=str(error)) from error
