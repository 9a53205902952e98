"""No text of ours says of a used device that it is as new, and the word that must be earned stands only where it is (C. conso. R. 122-4 to R. 122-6).

Read are: resources (templates, words, rules, demo data, translations), screens, the phones' pages, the manual, and every string of the programs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.basics.wording import banned_in, earned_in

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {".toml", ".typ", ".ts", ".json", ".jsonl", ".txt", ".md", ".qml", ".js", ".html", ".svg"}
FOLDERS = ("resources", "kiosk/ui/qml", "central/static", "docs/manual")
EARNED = {
    "central/static/passport.js": "the passport's page: a passport is issued for nothing else",
    "central/static/words.js": "the passport's page: a passport is issued for nothing else",
    "kiosk/basics/wording.py": "the rule itself",
    "kiosk/commands/arguments.py": "what sort of shop it is for, of no device",
    "resources/documents/label.en.toml": "chosen by UnitLabel.refurbished",
    "resources/documents/label.fr.toml": "chosen by UnitLabel.refurbished",
    "resources/documents/passport.typ": "the passport itself",
    "resources/i18n/errors/diagnostics.toml": "says why the word is refused",
    "resources/i18n/passport.toml": "the passport itself",
    "resources/receipts/link_1.txt": "a dictionary to compress by: nobody reads it",
}


def texts() -> Iterator[tuple[str, str]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in TEXTS and path.is_file():
                yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def spoken() -> Iterator[tuple[str, str]]:
    """Strings of the programs, their documentation apart."""
    for package in ("kiosk", "central"):
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said and not _is_key(node.value):
                    yield path.relative_to(ROOT).as_posix(), node.value


def _is_key(text: str) -> bool:
    return text.isidentifier() and text.islower()


def test_nothing_we_write_says_that_a_used_device_is_as_new() -> None:
    found = [(name, words) for name, text in texts() for words in banned_in(text)]
    found += [(name, words) for name, text in spoken() if name != "kiosk/basics/wording.py" for words in banned_in(text)]
    assert found == []


def test_the_word_that_must_be_earned_stands_only_where_it_is() -> None:
    found = {name for name, text in texts() if earned_in(text)} | {name for name, text in spoken() if earned_in(text)}
    assert found == set(EARNED)


@pytest.mark.parametrize("planted", ["État : comme neuf", "Remis à\u00a0neuf par nos soins", "Like new"])
def test_the_gate_sees_what_is_planted(planted: str) -> None:
    assert banned_in(f'title = "{planted}"\n')
