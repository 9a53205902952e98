"""Which make and model a device's own code names: Apple's identifiers (iPhone13,2), A numbers and part numbers (MGJ53), Android's model codes (SM-G991B).

Read from ``resources/models`` when the first device is asked about, never at start: a binary search in a sorted file for Android, one small file
for Apple. A list that is missing or spoilt names nothing, says so in the log, and stops no trade-in. Any thread.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

import msgspec

from kiosk.catalogue.products import DeviceKind, DeviceModel

APPLE = "Apple"
LONGEST_CODE = 64
LONGEST_LINE = 400
_IDENTIFIER = re.compile(r"(iPhone|iPad)\d{1,2},\d{1,2}")
_A_NUMBER = re.compile(r"A\d{4}")
_SERVICE_LETTERS = "FNP"
_SAME_MAKER = {"redmi": "xiaomi", "poco": "xiaomi", "lge": "lg", "tctalcatel": "alcatel"}
_NETWORKS = ("5g", "4g", "lte")
_SIZES_GB = (4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048)
_LEAST_PART, _MOST_PART = 0.8, 1.08
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KnownModel:
    """A family of models as its maker sells it; what the code says of kind, storage and colour is None where it says nothing."""

    brand: str
    name: str
    kind: DeviceKind | None = None
    storage_gb: int | None = None
    colour: str | None = None

    @property
    def words(self) -> str:
        """``Apple iPhone 12``; a name that begins with its brand is enough."""
        return self.name if self.name.casefold().startswith(self.brand.casefold()) else f"{self.brand} {self.name}"


class _AppleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    kind: DeviceKind
    identifiers: tuple[str, ...]
    numbers: tuple[str, ...]
    variants: tuple[tuple[str, int | None, tuple[str, ...]], ...]


class KnownModels:
    """The lists under one folder; None knows nothing."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def named(self, code: str, part_number: str = "") -> KnownModel | None:
        """By what a device says of itself; ``part_number`` adds storage and colour where it is one of that same model."""
        if not code or len(code) > LONGEST_CODE:
            return None
        if not _IDENTIFIER.fullmatch(code):
            return self._android(code)
        found = self._apple.get(code)
        part = self.by_part(part_number)
        return part if found is not None and part is not None and (found.brand, found.name) == (part.brand, part.name) else found

    def by_part(self, part_number: str) -> KnownModel | None:
        """Apple's part number with or without its region (``MGJ53F/A``); refurbished, replaced and engraved devices have their own first letter."""
        part = part_number.strip().upper()[:5]
        return self._apple.get(f"M{part[1:]}" if part[:1] in _SERVICE_LETTERS else part)

    def by_number(self, number: str) -> KnownModel | None:
        """Apple's A number, as it stands on the back of older models."""
        return self._apple.get(number) if _A_NUMBER.fullmatch(number) else None

    @cached_property
    def _apple(self) -> Mapping[str, KnownModel]:
        found: dict[str, KnownModel] = {}
        for row in self._apple_rows():
            model = KnownModel(APPLE, row.name, row.kind)
            for code in (*row.identifiers, *row.numbers):
                found[code] = model
            for colour, storage_gb, parts in row.variants:
                variant = KnownModel(APPLE, row.name, row.kind, storage_gb, colour or None)
                for part in parts:
                    found[part] = variant
        return found

    def _apple_rows(self) -> tuple[_AppleRow, ...]:
        if self._folder is None:
            return ()
        try:
            return msgspec.json.decode((self._folder / "apple.json").read_bytes(), type=tuple[_AppleRow, ...])
        except (OSError, msgspec.DecodeError) as error:
            log.error("the list of Apple models cannot be read: %s", error)
            return ()

    def _android(self, code: str) -> KnownModel | None:
        if self._folder is None:
            return None
        try:
            with (self._folder / "android.tsv").open("rb") as file:
                line = _line_of(file, code.encode())
            _, brand, name = line.decode().rstrip("\n").split("\t") if line else ("", "", "")
        except (OSError, ValueError) as error:
            log.error("the list of Android models cannot be read: %s", error)
            return None
        return KnownModel(brand, name) if name else None


def _line_of(file: BinaryIO, code: bytes) -> bytes | None:
    """The line whose first field is ``code``, in a file sorted by the bytes of that field; some twenty short reads."""
    low, high = 0, file.seek(0, 2)
    while low < high:
        middle = (low + high) // 2
        line = _line_after(file, middle)
        if line and line.split(b"\t", 1)[0] < code:
            low = middle + 1
        else:
            high = middle
    line = _line_after(file, low)
    return line if line.split(b"\t", 1)[0] == code else None


def _line_after(file: BinaryIO, offset: int) -> bytes:
    file.seek(offset)
    if offset:
        file.readline(LONGEST_LINE)
    return file.readline(LONGEST_LINE)


def of_family(models: Iterable[DeviceModel], brand: str, name: str) -> tuple[DeviceModel, ...]:
    """The chain's own models of a named family: the very name, else the same without its network (``Galaxy A34 5G`` is sold as ``Galaxy A34``)."""
    maker, wanted = family_key(brand, name)
    of_maker = [(family_key(model.brand, model.name)[1], model) for model in models if _maker(model.brand) == maker]
    exact = tuple(model for key, model in of_maker if key == wanted)
    loose = _without_network(wanted)
    return exact or tuple(model for key, model in of_maker if _without_network(key) == loose)


def of_words(models: Iterable[DeviceModel], brand: str, words: str) -> tuple[tuple[DeviceModel, ...], bool]:
    """The chain's family for what a laptop calls itself, and whether it is that very name. ``HP EliteBook 840 G6 Notebook PC`` is an *EliteBook 840 G6*,
    ``MacBook Air M1`` a *MacBook Air 13 M1*: the longest name that is all in the words, else one that adds no more to them than a screen's size.
    """
    of_maker = [model for model in models if _maker(model.brand) == _maker(brand)]
    exact = of_family(of_maker, brand, words)
    if exact:
        return exact, True
    said = Counter(_words(words)) - Counter(_words(brand))
    within = [model for model in of_maker if not Counter(_words(model.name)) - said]
    sized = [model for model in of_maker if said and not said - Counter(_words(model.name)) and _is_size(Counter(_words(model.name)) - said)]
    likely = max(within, key=lambda model: len(model.name), default=None) or next(iter(sorted(sized, key=lambda model: model.name)), None)
    return (of_family(of_maker, likely.brand, likely.name) if likely else ()), False


def family_key(brand: str, name: str) -> tuple[str, str]:
    """What two spellings of one family share: the maker, and the name without it, blanks and signs."""
    maker = _maker(brand)
    return maker, _plain(name).removeprefix(maker)


def commercial_gb(size_bytes: int) -> int | None:
    """The storage that a device is sold with, from what it says it has; None for a size that no device has."""
    return next((size for size in _SIZES_GB if _LEAST_PART * size <= size_bytes / 1_000_000_000 <= _MOST_PART * size), None)


def _maker(brand: str) -> str:
    plain = _plain(brand)
    return _SAME_MAKER.get(plain, plain)


def _without_network(key: str) -> str:
    return next((key.removesuffix(network) for network in _NETWORKS if key.endswith(network) and key != network), key)


def _is_size(added: Counter[str]) -> bool:
    return all(word.isdigit() for word in added)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _plain(text: str) -> str:
    return "".join(character for character in text.casefold().replace("+", "plus") if character.isalnum())
