"""Text on its way to a printer: nothing is lost silently."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.printable import LACKING, printable


@pytest.mark.parametrize(
    ("text", "on_paper"),
    [
        ("Règlement en espèces : 1\u202f234,50\u202f€", "Règlement en espèces : 1 234,50 €"),
        ("Remise\u00a0: \u22125,00", "Remise : -5,00"),
        ("L’œuvre, Œdipe, Ÿ, «\u00a0guillemets\u00a0», – — … ½ °", "L’œuvre, Œdipe, Ÿ, « guillemets », – — … ½ °"),
        ("Câble USB‑C", "Câble USB-C"),
        ("décomposé : e\u0301", "décomposé : é"),
        ("Łódź → Gdańsk", "Lódz -> Gdansk"),
        ("≤ 5 Go", "<= 5 Go"),
        ("日本 ☺", LACKING * 2 + " " + LACKING),
        ("avant\x1b@après", f"avant{LACKING}@après"),
        ("une\nligne\tseule", "une ligne seule"),
        ("ﬁn", "fin"),
    ],
)
def test_french_keeps_all_its_signs_and_the_rest_stays_visible(text: str, on_paper: str) -> None:
    assert printable(text) == on_paper


@given(st.text())
def test_any_text_can_be_encoded_and_no_command_gets_through(text: str) -> None:
    encoded = printable(text).encode("cp1252")
    assert all(byte >= 0x20 and byte != 0x7F for byte in encoded)


@given(st.text())
def test_no_character_but_a_mere_accent_disappears(text: str) -> None:
    for character in unicodedata.normalize("NFC", text):
        if unicodedata.category(character) not in ("Mn", "Me"):
            assert printable(character) != ""


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=("Cc", "Cf"))))
def test_a_question_mark_stands_only_where_one_was(text: str) -> None:
    assert printable(text).count("?") == unicodedata.normalize("NFC", text).count("?")
