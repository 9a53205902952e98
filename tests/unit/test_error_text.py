"""Every error that is ours has its words in both languages, and a bug is said honestly without technical detail."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import central
import kiosk
from kiosk.errors import Damaged, KioskError, Misused, Refused, Unavailable
from kiosk.ui.error_text import LANGUAGES, all_words, text_of

PARTS = ("what", "meaning", "todo")
NARROW, NO_BREAK = "\u202f", "\u00a0"


def every_error() -> list[type[KioskError]]:
    """All subclasses, after every module of the product was imported."""
    for package in (kiosk, central):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if not module.name.endswith("__main__") and ".migrations" not in module.name:
                importlib.import_module(module.name)
    found: set[type[KioskError]] = set()
    waiting = [KioskError]
    while waiting:
        known = waiting.pop()
        found.add(known)
        waiting += known.__subclasses__()
    return sorted((each for each in found if each.__module__.startswith(("kiosk.", "central."))), key=lambda each: (each.code, each.__name__))


def test_every_error_has_words_in_both_languages() -> None:
    missing = [
        f"{error.__module__}.{error.__name__} ({error.code}) in {language}"
        for error in every_error()
        for language in LANGUAGES
        if not all(all_words().get(error.code, {}).get(language, {}).get(part) for part in PARTS)
    ]
    assert missing == []


def test_a_code_belongs_to_one_error_and_begins_with_its_room() -> None:
    codes = [error.code for error in every_error()]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []
    assert [code for code in codes if not re.fullmatch(r"[a-z]+\.[a-z0-9_]+", code)] == []


def test_there_are_no_words_for_errors_that_nobody_raises() -> None:
    assert sorted(set(all_words()) - {error.code for error in every_error()}) == []


@pytest.mark.parametrize("code", sorted(all_words()))
def test_french_words_keep_french_typography(code: str) -> None:
    for part in PARTS:
        text = all_words()[code]["fr"][part]
        assert "'" not in text, text
        assert not re.search(r"[^\u202f\u00a0\s][;!?€]|[ ][;!?€%]", text), text
        assert not re.search(r"[ ]:(?!\w)", text), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_fill_their_places_and_a_missing_fact_is_no_crash(language: str) -> None:
    class Named(Refused):
        code = "staff.pin_locked"

    assert "{" not in str(text_of(Named(wait_s=30, name="Yanis"), language))
    assert "{" not in str(text_of(Named(), language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bug_is_said_honestly_and_without_technical_detail(language: str) -> None:
    words = text_of(ZeroDivisionError("division by zero"), language)
    assert words.code == "kiosk.error"
    assert all((words.what, words.meaning, words.todo))
    assert not re.search(r"exception|traceback|division|error 0x|null", str(words), re.IGNORECASE)


@pytest.mark.parametrize("kind", [KioskError, Refused, Unavailable, Damaged, Misused])
def test_the_roots_of_the_tree_have_words_too(kind: type[KioskError]) -> None:
    assert text_of(kind(), "fr").what != text_of(kind(), "en").what
