"""One decoder for everything that is scanned or typed: a table of what a shop really meets, and nonsense that must not raise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalogue.codes import (
    COUNTING,
    NUMBER_LIMIT,
    SECRET_LIMIT,
    BadgeCode,
    BadImei,
    Ean,
    Eid,
    Gs1,
    Imei,
    Meid,
    QuotationNumber,
    ScannedCode,
    SerialLike,
    TicketNumber,
    UnitCode,
    UnknownCode,
    VoucherCode,
    decode,
    make_unit_label,
    make_voucher_code,
)
from kiosk.catalogue.identifiers import ALPHANUMERICS

LABEL = make_unit_label("L01", "K2", 1)
VOUCHER = make_voucher_code("L01", "K2", 1, secret=123_456_789)

SCANS: list[tuple[str, ScannedCode]] = [
    ("3012345678902", Ean("3012345678902")),  # would also read as GS1 (30) count of items
    ("3012345678905", UnknownCode("3012345678905")),
    ("]E03012345678902", Ean("3012345678902")),
    ("036000291452", Ean("0036000291452")),
    ("96385074", Ean("96385074")),
    ("]E496385074", Ean("96385074")),
    ("3 012345 678902", Ean("3012345678902")),
    ("03012345678902", Ean("3012345678902")),
    ("]I113012345678909", UnknownCode("13012345678909")),
    ("490154203237518", Imei("490154203237518")),
    ("]C0490154203237518", Imei("490154203237518")),
    ("49-015420-323751-8", Imei("490154203237518")),
    ("IMEI:490154203237518", Imei("490154203237518")),
    ("imei1: 490154203237518", Imei("490154203237518")),
    ("IMEI 2 490154203237518", Imei("490154203237518")),
    ("4901542032375142", Imei("490154203237518", completed=True)),
    ("IMEISV 4901542032375142", Imei("490154203237518", completed=True)),
    ("35266891000001", Imei("352668910000015", completed=True)),
    ("52668910000015", UnknownCode("52668910000015")),
    ("01124500123457", Imei("011245001234572", completed=True)),
    ("490154203237517", BadImei("490154203237517")),
    ("000000000000000", BadImei("000000000000000")),
    ("A0000012345678", Meid("A0000012345678")),
    ("89001012012341234012345678901224", Eid("89001012012341234012345678901224")),
    ("89001012012341234012345678901225", UnknownCode("89001012012341234012345678901225")),
    (LABEL, UnitCode(LABEL)),
    (LABEL.lower(), UnitCode(LABEL)),
    (f" {LABEL}\r\n", UnitCode(LABEL)),
    (VOUCHER, VoucherCode(VOUCHER)),
    ("L01-K2-000123", TicketNumber("L01-K2-000123")),
    ("L01-K2-E2-000123", TicketNumber("L01-K2-E2-000123")),
    ("L01-K2-E2481532-000123", TicketNumber("L01-K2-E2481532-000123")),
    ("L01-K2-E2481532-D000123", QuotationNumber("L01-K2-E2481532-D000123")),
    ("L01-K2-Z000012", SerialLike("L01-K2-Z000012")),
    ("BADGE-CAMILLE234567ABC", BadgeCode("BADGE-CAMILLE234567ABC")),
    ("badge-camille234567abc", BadgeCode("BADGE-CAMILLE234567ABC")),
    ("BADGE-CAMILLE234567AB1", SerialLike("BADGE-CAMILLE234567AB1")),
    ("F2LXK0ABCD12", SerialLike("F2LXK0ABCD12")),
    ("XAW10012345678", SerialLike("XAW10012345678")),
    ("R58N12ABCDE", SerialLike("R58N12ABCDE")),
    ("ACC-0012", SerialLike("ACC-0012")),
    ("verre trempé", UnknownCode("verre trempé")),
    ("\"à&é\"'(-è_çàé", UnknownCode("\"à&é\"'(-è_çàé")),
    ("https://example.invalid/p?x=1", UnknownCode("https://example.invalid/p?x=1")),
    ("]C1", UnknownCode("")),
    ("\x00\x07", UnknownCode("")),
    ("", UnknownCode("")),
]


@pytest.mark.parametrize(("text", "code"), SCANS)
def test_a_scan_is_told_by_its_content(text: str, code: ScannedCode) -> None:
    assert decode(text) == code


GS1_SCANS = [
    ("]C1010301234567890217261231" + "10LOT7", "3012345678902", None, "LOT7", "261231", None),
    ("]d2010301234567890221ABC123\x1d17261231", "3012345678902", "ABC123", None, "261231", None),
    ("]Q3010301234567890221490154203237518", "3012345678902", "490154203237518", None, None, "490154203237518"),
    ("\x1d010301234567890221ABC", "3012345678902", "ABC", None, None, None),
    ("010301234567890221ABC", "3012345678902", "ABC", None, None, None),
    ("0103012345678902", "3012345678902", None, None, None, None),
    ("]C1010301234567890280060301234567890201028002490154203237518", "3012345678902", None, None, None, "490154203237518"),
    ("]d28006030123456789020102", "3012345678902", None, None, None, None),
    ("https://id.gs1.org/01/03012345678902/21/ABC", "3012345678902", "ABC", None, None, None),
]


@pytest.mark.parametrize(("text", "gtin", "serial", "batch", "expires", "imei"), GS1_SCANS)
def test_a_gs1_code_gives_its_product_serial_batch_date_and_imei(
    text: str, gtin: str | None, serial: str | None, batch: str | None, expires: str | None, imei: str | None
) -> None:
    code = decode(text)
    assert isinstance(code, Gs1)
    assert (code.gtin, code.serial, code.batch, code.expires_yymmdd, code.imei) == (gtin, serial, batch, expires, imei)


@pytest.mark.parametrize("text", ["]C10103012345678905", "]C101030123", "]d203012345678902", "]d2"])
def test_a_gs1_code_with_a_wrong_check_digit_or_shape_is_not_read_as_one(text: str) -> None:
    assert not isinstance(decode(text), Gs1)


def test_an_apple_serial_is_also_looked_up_without_the_s_of_the_bar_code() -> None:
    assert SerialLike("SF2LXK0ABCD12").candidates == ("SF2LXK0ABCD12", "F2LXK0ABCD12")
    assert SerialLike("F2LXK0ABCD12").candidates == ("F2LXK0ABCD12",)


def test_a_badge_does_not_show_in_a_log() -> None:
    assert "CAMILLE" not in repr(decode("BADGE-CAMILLE234567ABC"))


def test_our_codes_have_the_form_of_the_printed_label() -> None:
    assert (LABEL, VOUCHER) == ("UL01K20001R", "VL01K2000160GYJLZ")
    assert len(LABEL) == 11 and len(VOUCHER) == 17


@given(st.integers(0, NUMBER_LIMIT - 1), st.integers(0, SECRET_LIMIT - 1))
def test_every_label_and_voucher_that_we_make_is_read_back(number: int, secret: int) -> None:
    label = make_unit_label("L01", "K2", number)
    voucher = make_voucher_code("L01", "K2", number, secret=secret)
    assert decode(label) == UnitCode(label)
    assert decode(voucher) == VoucherCode(voucher)


def test_different_numbers_make_different_labels() -> None:
    assert len({make_unit_label("L01", "K2", number) for number in range(2000)}) == 2000


@given(st.integers(0, NUMBER_LIMIT - 1), st.integers(0, 10), st.sampled_from(ALPHANUMERICS))
def test_a_label_with_one_wrong_character_is_never_a_label(number: int, position: int, wrong: str) -> None:
    label = make_unit_label("L01", "K2", number)
    spoilt = label[:position] + wrong + label[position + 1 :]
    assert spoilt == label or not isinstance(decode(spoilt), UnitCode)


def test_the_counting_part_avoids_the_keys_that_azerty_moves() -> None:
    assert not set(COUNTING) & set("AQZWMIO") and len(set(COUNTING)) == 29


@given(st.text(max_size=80) | st.text("]C1d2Q30123456789\x1d()-", max_size=80))
def test_no_text_makes_the_decoder_raise(text: str) -> None:
    assert isinstance(decode(text), ScannedCode)


@given(st.from_regex(r"\A(\]C1|\]d2|\]Q3)?(01[0-9]{14})?((10|21)[0-9A-Z]{1,20}\x1d?|17[0-9]{6}|80(06|02|20)[0-9]{0,20})*\Z"))
def test_no_gs1_like_text_makes_the_decoder_raise(text: str) -> None:
    assert isinstance(decode(text), ScannedCode)


def test_an_endless_burst_is_cut_and_unknown() -> None:
    assert len(decode("9" * 1_000_000).text) == 4096
