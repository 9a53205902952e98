"""A unit's label: what stands on it, in both forms, and that its bars are read."""

from __future__ import annotations

import dataclasses
import io

import pytest
import zxingcpp
from PIL import Image

from kiosk.documents.labels import DIAMONDS, HEIGHT_DOTS, WIDTH_DOTS, label_png, label_zpl
from kiosk.documents.papers import UnitLabel
from kiosk.hardware.virtual.zpl_picture import render_label_png
from kiosk.stock.units import Grade
from tests.papers import LABEL

TO_ERASE = dataclasses.replace(LABEL, grade_word=None, grade_diamonds=None, price=None, battery_pct=None, state_word="À effacer")


def test_the_label_carries_name_grade_price_battery_and_register_number() -> None:
    zpl = label_zpl(LABEL).decode("utf-8")
    for words in ("Apple iPhone 13 128 Go", "Très bon état", "449,00 €", "Batterie 88 %", "Livre de police L01-004512"):
        assert f"^FD{words}^FS" in zpl


def test_the_label_is_utf8_and_as_large_as_its_paper() -> None:
    assert label_zpl(LABEL).startswith(f"^XA^CI28^PW{WIDTH_DOTS}^LL{HEIGHT_DOTS}".encode("ascii"))
    assert (WIDTH_DOTS / 8, HEIGHT_DOTS / 8) == (57, 38)


@pytest.mark.parametrize("label", [LABEL, TO_ERASE])
@pytest.mark.parametrize("picture", [label_png, lambda label: render_label_png(label_zpl(label))], ids=["raster", "ZPL"])
def test_the_bars_are_read(label: UnitLabel, picture: object) -> None:
    assert callable(picture)
    image = Image.open(io.BytesIO(picture(label)))
    assert [(found.text, found.format) for found in zxingcpp.read_barcodes(image)] == [("U-L01-004512", zxingcpp.BarcodeFormat.Code128)]


def test_a_unit_that_is_not_for_sale_shows_its_state_and_no_price() -> None:
    zpl = label_zpl(TO_ERASE).decode("utf-8")
    assert "^FDÀ effacer^FS" in zpl and "€" not in zpl


def test_each_grade_has_its_diamonds() -> None:
    assert {grade: DIAMONDS[grade] for grade in Grade} == {Grade.PREMIUM: 4, Grade.EXCELLENT: 3, Grade.GOOD: 2, Grade.FAIR: 1}


def test_a_name_cannot_speak_to_the_printer() -> None:
    zpl = label_zpl(dataclasses.replace(LABEL, name="Câble ^XZ~JR_1\x1b")).decode("utf-8")
    assert "^FDCâble _5EXZ_7EJR_5F1^FS" in zpl
    assert zpl.count("^XZ") == 1


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    zpl = label_zpl(dataclasses.replace(LABEL, name="Samsung Galaxy Z Fold5 5G 512 Go Bleu glacé double SIM avec stylet et étui")).decode("utf-8")
    assert "^FDSamsung Galaxy Z Fold5 5G^FS" in zpl and "^FD512 Go Bleu glacé double …^FS" in zpl and "stylet" not in zpl
