"""What may not be said of a used device (C. conso. R. 122-4 to R. 122-6), in every spelling, and what may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.wording import NAMELESS, banned_in, earned_in, lawful_name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("iPhone 13 comme neuf", "comme neuf"),
        ("iPhone 13 COMME NEUF", "COMME NEUF"),
        ("Tablette comme neuve", "comme neuve"),
        ("Lot comme neufs", "comme neufs"),
        ("Consoles Comme Neuves !", "Comme Neuves"),
        ("Comme-neuf", "Comme-neuf"),
        ("Comme_neuf", "Comme_neuf"),
        ("comme\u00a0neuf", "comme\u00a0neuf"),
        ("comme\u202fneuf", "comme\u202fneuf"),
        ("comme\u2009 \n neuf", "comme\u2009 \n neuf"),
        ("CommeNeuf", "CommeNeuf"),
        ("com\u200bme neuf", "com\u200bme neuf"),
        ("c o m m e  n e u f", "c o m m e  n e u f"),
        ("ｃｏｍｍｅ ｎｅｕｆ", "ｃｏｍｍｅ ｎｅｕｆ"),
        ("comme un neuf", "comme un neuf"),
        ("comme à neuf", "comme à neuf"),
        ("Pixel 8 état neuf", "état neuf"),
        ("Pixel 8 etat neuf", "etat neuf"),
        ("ÉTAT NEUF", "ÉTAT NEUF"),
        ("E\u0301tat neuf", "E\u0301tat neuf"),
        ("état : neuf", "état : neuf"),
        ("état quasi neuf", "état quasi neuf"),
        ("État du neuf", "État du neuf"),
        ("remis à neuf", "à neuf"),
        ("REMISE A NEUF", "A NEUF"),
        ("refait à\u00a0neuf", "à\u00a0neuf"),
        ("quasi neuf", "quasi neuf"),
        ("quasi-neuve", "quasi-neuve"),
        ("quasiment neuf", "quasiment neuf"),
        ("presque neuf", "presque neuf"),
        ("équivalent au neuf", "équivalent au neuf"),
        ("proche du neuf", "proche du neuf"),
        ("tel que neuf", "tel que neuf"),
        ("like new", "like new"),
        ("Like-New", "Like-New"),
        ("LIKENEW", "LIKENEW"),
        ("as new", "as new"),
        ("AS-NEW", "AS-NEW"),
        ("as good as new", "as good as new"),
        ("Good as new!", "Good as new"),
        ("almost new", "almost new"),
        ("nearly-new", "nearly-new"),
        ("looks like new", "like new"),
        ("new-like", "new-like"),
        ("new condition", "new condition"),
    ],
)
def test_what_says_that_something_used_is_as_new_is_found(text: str, found: str) -> None:
    assert banned_in(text) == (found,)


@pytest.mark.parametrize(
    "text",
    [
        "", "iPhone 13 128 Go", "Acheté neuf", "Bought new", "Batterie neuve", "Prix neuf : 799 €", "Parfait état", "Très bon état", "Neuf", "Chargeur neuf",
        "Ouvert de huit à neuf heures", "De 2 à neuf appareils", "Il y a neuf points", "Vingt-neuf", "New York", "New", "Nouvelle vente", "A new line",
        "as new as", "as new year", "As news", "likeness", "Comme neutre", "commune", "état neutre", "Pont-Neuf", "pneu neuf", "Panneau", "Canewood",
    ],
)  # fmt: skip
def test_what_says_nothing_of_the_kind_is_left_alone(text: str) -> None:
    assert banned_in(text) == ()
    assert lawful_name(text) == text


@pytest.mark.parametrize(
    ("name", "refurbished", "lawful"),
    [
        ("iPhone 13 128 Go comme neuf", False, "iPhone 13 128 Go"),
        ("iPhone 13 – comme neuf – 128 Go", True, "iPhone 13 128 Go"),
        ("Comme neuf : iPhone 13", True, "iPhone 13"),
        ("iPhone 13 (état neuf)", False, "iPhone 13"),
        ("État neuf", False, NAMELESS),
        ("iPhone 13 reconditionné", False, "iPhone 13 d’occasion"),
        ("iPhone 13 Reconditionnée comme neuve", False, "iPhone 13 d’occasion"),
        ("iPhone 13 reconditionné", True, "iPhone 13 reconditionné"),
        ("iPhone 13 RECONDITIONNÉ en France", False, "iPhone 13 d’occasion"),
        ("Refurbished iPhone 13", False, "used iPhone 13"),
        ("iPhone 13 re-conditionnés", False, "iPhone 13 d’occasion"),
        ("comme comme neuf neuf iPhone", False, "iPhone"),
        ("Air conditionné", False, "Air conditionné"),
    ],
)
def test_a_name_loses_what_it_may_not_say_and_keeps_the_rest(name: str, refurbished: bool, lawful: str) -> None:
    assert lawful_name(name, refurbished=refurbished) == lawful


def test_the_word_that_must_be_earned_is_found_in_its_forms() -> None:
    assert earned_in("Reconditionné, reconditionnées; Refurbished; RECONDITIONNÉS") == ("reconditionnées", "RECONDITIONNÉS", "Reconditionné", "Refurbished")
    assert earned_in("Reconditionnement d’un écran, inconditionnel") == ()


@given(st.text(max_size=80))
def test_what_was_made_lawful_is_lawful(name: str) -> None:
    assert banned_in(lawful_name(name)) == () and earned_in(lawful_name(name)) == ()


@given(st.text(alphabet="comeinuftfas àé-_\u00a0\u200b", max_size=40))
def test_so_is_what_is_close_to_it(name: str) -> None:
    assert banned_in(lawful_name(name)) == ()
