"""The words of each error, in the reader's language: what happened, what it means, what to do. No Qt here: commands use it too.

The words are data, ``resources/i18n/errors/*.toml``, by the error's stable code; facts fill the ``{braces}``, amounts among them written
as the reader and the shop write them.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.basics.locales import Locale
from kiosk.basics.money import Money
from kiosk.errors import KioskError

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n" / "errors"
UNFORESEEN = "kiosk.error"
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class ErrorText:
    """Finished sentences for a person."""

    code: str
    what: str
    meaning: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.meaning} {self.todo}"


class _Facts(dict[str, object]):
    """A fact that the words name but the error does not carry is left out, never a crash."""

    def __missing__(self, key: str) -> str:
        return "…"


@functools.cache
def all_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Code → language → (what, meaning, todo)."""
    words: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        words.update(tomllib.loads(path.read_text("utf-8")))
    return words


def text_of(error: BaseException, language: str = "fr", *, currency: str = "EUR") -> ErrorText:
    """The words for an error of ours; for a bug, an honest sentence without technical detail."""
    code = error.code if isinstance(error, KioskError) and error.code in all_words() else UNFORESEEN
    words = all_words()[code][language if language in LANGUAGES else "fr"]
    locale = Locale(language, currency)
    facts = _Facts({name: _fact(value, locale) for name, value in error.facts.items()} if isinstance(error, KioskError) else {})
    return ErrorText(code, *(words[part].format_map(facts) for part in ("what", "meaning", "todo")))


def _fact(value: object, locale: Locale) -> object:
    if isinstance(value, Money):
        return locale.money(value)
    return locale.date(value) if isinstance(value, date) else value
