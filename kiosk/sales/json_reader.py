"""Reads untrusted JSON field by field and names every fault by its path, instead of stopping at the first. Pure but for ``load_json``."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from kiosk.errors import Misused

FILE_LIMIT_BYTES = 4_000_000
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)


class BadFile(Misused):
    """The file cannot be read as the JSON that was expected; ``faults`` say where and why."""

    code = "sales.bad_basket_file"


def load_json(path: Path) -> object:
    """The file's one JSON value; ``BadFile`` for anything unreadable, huge, not UTF-8 or not strict JSON."""
    try:
        with path.open("rb") as file:
            raw = file.read(FILE_LIMIT_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BadFile(faults=(("", f"cannot be read: {getattr(error, 'strerror', None) or 'not a file name'}"),)) from error
    if len(raw) > FILE_LIMIT_BYTES:
        raise BadFile(faults=(("", f"is larger than {FILE_LIMIT_BYTES} bytes"),))
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise BadFile(faults=(("", f"is not UTF-8 text (byte {error.start})"),)) from error
    except json.JSONDecodeError as error:
        raise BadFile(faults=(("", f"is not JSON: {error.msg} at line {error.lineno} column {error.colno}"),)) from error
    except RecursionError as error:
        raise BadFile(faults=(("", "is nested too deeply"),)) from error
    except ValueError as error:
        raise BadFile(faults=(("", f"is not strict JSON: {error}"),)) from error


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {json.dumps(key)} stands twice in one object")
        found[key] = value
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


class Faults:
    """The list that all readers of one file write to."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str]] = []

    def add(self, path: str, what: str) -> None:
        """``path`` is like ``lines[0].tax.rate_percent``; empty for the file as a whole."""
        self._found.append((path, what))

    @property
    def found(self) -> tuple[tuple[str, str], ...]:
        """All faults so far, in reading order."""
        return tuple(self._found)


class Reader:
    """One JSON object at a path. Every method gives a value that can be used, or None and a fault."""

    def __init__(self, value: object, *, path: str, faults: Faults, known: Collection[str]) -> None:
        self._path = path
        self._faults = faults
        self._fields: Mapping[str, object] = {}
        if isinstance(value, dict):
            self._fields = value
            for key in sorted(set(value) - set(known)):
                self.fault(_printable(key), "unknown key")
        else:
            faults.add(path, f"must be an object, not {_kind(value)}")

    def path_of(self, key: str) -> str:
        """The path of a field of this object."""
        return f"{self._path}.{key}" if self._path else key

    def fault(self, key: str, what: str) -> None:
        """Note a fault at a field; an empty key is the object itself."""
        self._faults.add(self.path_of(key) if key else self._path, what)

    def has(self, key: str) -> bool:
        """There, and not null."""
        return self._fields.get(key) is not None

    def raw(self, key: str) -> object:
        """The value as JSON gave it; None when absent or null."""
        return self._fields.get(key)

    def text(self, key: str, *, pattern: str, what: str, required: bool = True) -> str | None:
        """A string that matches ``pattern`` fully."""
        value = self._present(key, required=required)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(key, f"must be a string, not {_kind(value)}")
            return None
        if not re.fullmatch(pattern, value, re.ASCII):
            self.fault(key, f"must be {what}")
            return None
        return value

    def choice(self, key: str, choices: Sequence[str], *, default: str | None) -> str | None:
        """One of a few words."""
        value = self._present(key, required=default is None)
        if value is None:
            return default
        if not isinstance(value, str) or value not in choices:
            self.fault(key, f"must be one of {', '.join(choices)}")
            return None
        return value

    def truth(self, key: str) -> bool | None:
        """true or false, None when absent."""
        value = self._fields.get(key)
        if value is not None and not isinstance(value, bool):
            self.fault(key, f"must be true or false, not {_kind(value)}")
            return None
        return value

    def scaled(self, key: str, *, decimals: int, required: bool = True) -> int | None:
        """A decimal written as a string, as an integer of its last allowed decimal."""
        return read_scaled(self._present(key, required=required), decimals=decimals, path=self.path_of(key), faults=self._faults)

    def items(self, key: str, *, required: bool = True, limit: int) -> tuple[object, ...]:
        """A list of at most ``limit``; empty when it is absent or faulty."""
        value = self._present(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fault(key, f"must be a list, not {_kind(value)}")
            return ()
        if len(value) > limit:
            self.fault(key, f"must have at most {limit} entries")
            return ()
        return tuple(value)

    def _present(self, key: str, *, required: bool) -> object:
        value = self._fields.get(key)
        if value is None and required:
            self.fault(key, "is missing")
        return value


def read_scaled(value: object, *, decimals: int, path: str, faults: Faults) -> int | None:
    """``"52.50"`` with two decimals is 5250; None for None, and with a fault for anything else."""
    if value is None:
        return None
    if not isinstance(value, str):
        faults.add(path, f"must be a decimal number in a string, not {_kind(value)}")
        return None
    if not _DECIMAL.fullmatch(value):
        faults.add(path, f"must be a decimal number like {'12.50' if decimals == 2 else '1.5' if decimals else '12'}")
        return None
    number = Decimal(value)
    if -int(str(number.as_tuple().exponent)) > decimals:
        faults.add(path, f"must have at most {decimals} decimals")
        return None
    return int(number.scaleb(decimals))


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", int: "a number", float: "a number", type(None): "null"}
    return names[type(value)]


def _printable(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_\-]{1,64}", key, re.ASCII) else json.dumps(key[:64])
