"""A passport in the fragment of a link: whole, small enough for a label, and nobody but the till can have written it."""

from __future__ import annotations

import dataclasses
import hashlib
import io

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.diagnostics.passport import load_passport_words
from kiosk.documents.passport import Mark, Passport, PassportPoint, PassportRule
from kiosk.documents.passport_label import MOST_MODULES, CodeTooLarge, passport_label_png, passport_label_zpl
from kiosk.documents.passport_link import make_passport_link, packed, read_passport_link, unpacked
from kiosk.documents.receipt_link import LinkDamaged, dictionary, make_link, read_link
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.hardware.virtual.zpl_picture import render_label_png
from tests.bench import RESOURCES, SHOP
from tests.papers import MIXED_SALE

ADDRESS = "https://tickets.example.fr/r/"
SIGNER = EcdsaSigner(new_private_key_pem())
STRANGER = EcdsaSigner(new_private_key_pem())
WORDS = load_passport_words(RESOURCES).titles("fr")
PASSPORT = Passport(
    number="UL01K1006NO", till="L01-K2", shop=SHOP, model="Apple iPhone 12 128\u00a0Go Bleu", kind="Smartphone", tail="IMEI ···· 1949",
    inspected_on="22/11/2026", inspected_at_utc="2026-11-22T10:00:00.000Z", grade_code="excellent", grade="Parfait état", diamonds=3,
    rule="Écran S0, coque B1 ou mieux, batterie d’au moins 80\u202f%\u00a0: Parfait état",
    facts=(("Écran", "S0, rien à 20 cm, allumé ou éteint"), ("Batterie", "87\u202f%, relevée à l’écran par le contrôleur")),
    points=(
        *(PassportPoint(f"Point {number}", "Conforme", Mark.PASSED, "g") for number in range(1, 29)),
        PassportPoint("Écouteur", "N’existe pas sur ce modèle", Mark.NOT_APPLICABLE, "-"), PassportPoint("Fermeture", "Pièce inconnue", Mark.NOTED, "f"),
    ),
    rules=(PassportRule("Contrôle en 30 points", "2026-11-01", "f144b9fea4a27e83"), PassportRule("Grille des états", "2026-11-01", "3756b20e445dd32b")),
    identifiers=(("IMEI", "359100700001949"), ("N° de série", "DF2XJ900194L")),
)  # fmt: skip


def verifies(key_id: str, text: str, signature: str) -> bool:
    return key_id == SIGNER.key_id and SIGNER.verify(text, signature)


def as_read(passport: Passport) -> Passport:
    """What a link does not say: the device's whole numbers, and of the shop all but name, place and telephone."""
    shop = dataclasses.replace(passport.shop, shop_id="", legal_name="", siret="", naf="", vat_number="")
    return dataclasses.replace(passport.without_identifiers(), shop=shop)


@pytest.mark.parametrize("passport", [PASSPORT, dataclasses.replace(PASSPORT, training=True)], ids=["for sale", "training"])
def test_the_link_holds_the_whole_passport(passport: Passport) -> None:
    assert read_passport_link(make_passport_link(ADDRESS, passport, SIGNER), verifies=verifies) == as_read(passport)


def test_what_only_the_owner_is_to_know_is_not_in_the_link() -> None:
    content = packed(PASSPORT).decode()
    assert "1949" in content
    assert not any(number in content for number in ("359100700001949", "DF2XJ900194L"))


def test_every_changed_figure_is_noticed() -> None:
    link = make_passport_link(ADDRESS, PASSPORT, SIGNER)
    for place in range(link.index("#") + 1, len(link)):
        spoilt = link[:place] + ("1" if link[place] != "1" else "2") + link[place + 1 :]
        with pytest.raises(LinkDamaged):
            read_passport_link(spoilt, verifies=verifies)


@pytest.mark.parametrize("spoilt", ["", "#", "#0", "#1", "#257", "#x", "#12.34", "#-5", "#²", "#" + "9" * 400, "#" + "9" * 5000])
def test_what_is_no_passport_is_refused(spoilt: str) -> None:
    with pytest.raises(LinkDamaged):
        read_passport_link(ADDRESS + spoilt, verifies=verifies)


def test_another_till_cannot_sign_for_this_one() -> None:
    with pytest.raises(LinkDamaged):
        read_passport_link(make_passport_link(ADDRESS, PASSPORT, STRANGER), verifies=verifies)


def test_a_receipt_is_never_taken_for_a_passport_nor_the_other_way_round() -> None:
    with pytest.raises(LinkDamaged):
        read_passport_link(make_link(ADDRESS, MIXED_SALE, SIGNER), verifies=verifies)
    with pytest.raises(LinkDamaged):
        read_link(make_passport_link(ADDRESS, PASSPORT, SIGNER), verifies=verifies)


def test_the_dictionary_of_format_2_never_changes() -> None:
    """Labels of the first day must be verified in ten years: a better dictionary is a new format."""
    assert hashlib.sha256(dictionary(2)).hexdigest() == "e4f56668eac6c1e8f46e08988f6dae1bf70e6556a3da733dd260830b0df3ab52"


@given(found=st.text(max_size=60), title=st.text(max_size=60), facts=st.lists(st.tuples(st.text(max_size=20), st.text(max_size=60)), max_size=6))
def test_any_text_comes_back(found: str, title: str, facts: list[tuple[str, str]]) -> None:
    passport = dataclasses.replace(PASSPORT, facts=tuple(facts), points=(PassportPoint(title, found, Mark.PASSED, "u"),))
    assert unpacked(packed(passport)) == as_read(passport)


def test_the_label_is_read_by_a_scanner_as_picture_and_as_the_printer_draws_it() -> None:
    link = make_passport_link(ADDRESS, PASSPORT, SIGNER)
    pictures = (passport_label_png(PASSPORT, link, WORDS), render_label_png(passport_label_zpl(PASSPORT, link, WORDS)))
    assert [[code.text for code in zxingcpp.read_barcodes(opened(picture))] for picture in pictures] == [[link], [link]]


def test_a_code_that_no_phone_would_read_on_a_label_is_refused() -> None:
    long = dataclasses.replace(PASSPORT, facts=tuple((f"Fait {number}", hashlib.sha256(bytes([number])).hexdigest()) for number in range(20)))
    with pytest.raises(CodeTooLarge) as refused:
        passport_label_zpl(long, make_passport_link(ADDRESS, long, SIGNER), WORDS)
    assert refused.value.facts["modules"] > MOST_MODULES


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("L")
