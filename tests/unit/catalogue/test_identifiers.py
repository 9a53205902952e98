"""Check digits against published numbers and against python-stdnum, which shares no line with ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean as peer_ean
from stdnum import luhn as peer_luhn
from stdnum.iso7064 import mod_37_36 as peer_mod_37_36

from kiosk.catalogue import identifiers

DIGITS = st.text("0123456789", min_size=1, max_size=30)
ALPHANUMERICS = st.text(identifiers.ALPHANUMERICS, min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("490154203237518", True),
        ("499001200000004", True),
        ("490154203237517", False),
        ("000000000000000", False),
        ("49015420323751", False),
        ("4901542032375180", False),
        ("49015420323751A", False),
        ("49015420323751²", False),
        ("", False),
    ],
)
def test_an_imei_is_15_digits_whose_last_is_the_luhn_digit(text: str, is_one: bool) -> None:
    assert identifiers.is_imei(text) is is_one


@pytest.mark.parametrize(
    ("imeisv", "imei"),
    [("4901542032375101", "490154203237518"), ("4901542032375199", "490154203237518"), ("490154203237518", None), ("0" * 16, None)],
)
def test_an_imeisv_gives_its_imei_back_with_a_new_check_digit(imeisv: str, imei: str | None) -> None:
    assert identifiers.imei_from_imeisv(imeisv) == imei


@pytest.mark.parametrize(("body", "imei"), [("49015420323751", "490154203237518"), ("4901542032375", None), ("4901542032375x", None)])
def test_fourteen_digits_become_an_imei(body: str, imei: str | None) -> None:
    assert identifiers.imei_from_body(body) == imei


def test_the_tac_is_the_first_eight_digits() -> None:
    assert identifiers.tac_of("352668910000018") == "35266891"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("A0000012345678", True), ("FFFFFFFFFFFFFF", True), ("9F000012345678", False), ("A000001234567", False), ("a0000012345678", False)],
)
def test_a_meid_is_14_hexadecimal_characters_from_a0(text: str, is_one: bool) -> None:
    assert identifiers.is_meid(text) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("89001012012341234012345678901224", True),
        ("89001567010203040506070809101152", True),
        ("89044011111111111111111111111497", False),
        ("8900101201234123401234567890122", False),
    ],
)
def test_an_eid_is_32_digits_from_89_that_leave_1_by_97(text: str, is_one: bool) -> None:
    assert identifiers.is_eid(text) is is_one


@pytest.mark.parametrize(
    ("text", "ean"),
    [
        ("3012345678902", "3012345678902"),
        ("4006381333931", "4006381333931"),
        ("3012345678905", None),
        ("036000291452", "0036000291452"),
        ("96385074", "96385074"),
        ("96385075", None),
        ("03012345678902", "3012345678902"),
        ("13012345678909", None),
        ("0000000000000", None),
        ("", None),
        ("30123456789O2", None),
    ],
)
def test_a_product_is_stored_under_its_ean_of_13_or_8_digits(text: str, ean: str | None) -> None:
    assert identifiers.canonical_ean(text) == ean


@given(DIGITS)
def test_luhn_and_ean_digits_agree_with_another_library(body: str) -> None:
    assert identifiers.luhn_digit(body) == peer_luhn.calc_check_digit(body)
    assert identifiers.ean_digit(body) == peer_ean.calc_check_digit(body)


@given(ALPHANUMERICS)
def test_mod_37_36_agrees_with_another_library(body: str) -> None:
    assert identifiers.mod_37_36_character(body) == peer_mod_37_36.calc_check_digit(body)
    assert identifiers.has_mod_37_36(body + identifiers.mod_37_36_character(body))


def test_the_example_of_iso_7064_has_its_check_character() -> None:
    assert identifiers.mod_37_36_character("A12425GABC1234002") == "M"


@given(st.text(max_size=40))
def test_no_text_makes_an_identifier_check_raise(text: str) -> None:
    for check in (identifiers.is_imei, identifiers.is_meid, identifiers.is_eid, identifiers.is_gtin, identifiers.has_mod_37_36):
        assert check(text) in (True, False)
    for convert in (identifiers.imei_from_body, identifiers.imei_from_imeisv, identifiers.canonical_ean):
        converted = convert(text)
        assert converted is None or identifiers.is_digits(converted)
