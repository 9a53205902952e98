"""Which phone on the cables is the one that is being tested: by its numbers, as far as both sides know any."""

from __future__ import annotations

import pytest

from kiosk.hardware.adb_pages import NotOnePhone, OtherPhoneOnCable, right_one
from kiosk.hardware.ports import Platform, PluggedPhone

ONE = PluggedPhone("a", "490154203237518", "R5CR30ABCDE", "SM-G991B", Platform.ANDROID)
TWO = PluggedPhone("b", "", "2B141FDH200ABC", "Pixel 7", Platform.ANDROID, imei2="")
SILENT = PluggedPhone("c", "", "", "SM-A125F", Platform.ANDROID)


@pytest.mark.parametrize(
    ("phones", "numbers", "chosen"),
    [
        ({"a": ONE}, {"imei": "490154203237518"}, "a"),
        ({"a": ONE, "b": TWO}, {"imei": "490154203237518"}, "a"),
        ({"a": ONE, "b": TWO}, {"serial": "2B141FDH200ABC"}, "b"),
        ({"a": ONE, "b": TWO}, {"imei": "499001200000004", "imei2": "490154203237518"}, "a"),
        ({"b": TWO}, {"imei": "490154203237518"}, "b"),
        ({"a": ONE}, {}, "a"),
        ({"c": SILENT}, {"imei": "490154203237518"}, "c"),
        ({"a": None}, {"imei": "490154203237518"}, "a"),
    ],
)  # fmt: skip
def test_the_device_is_told_from_the_others(phones: dict[str, PluggedPhone | None], numbers: dict[str, str], chosen: str) -> None:
    assert right_one(phones, numbers) == chosen


@pytest.mark.parametrize(
    ("phones", "numbers", "error"),
    [
        ({}, {"imei": "490154203237518"}, NotOnePhone),
        ({"a": ONE, "b": TWO}, {}, NotOnePhone),
        ({"b": TWO, "c": SILENT}, {"imei": "490154203237518"}, NotOnePhone),
        ({"a": ONE}, {"imei": "499001200000004"}, OtherPhoneOnCable),
        ({"a": ONE, "b": TWO}, {"imei": "499001200000004", "serial": "X"}, OtherPhoneOnCable),
        ({"b": TWO}, {"serial": "X"}, OtherPhoneOnCable),
    ],
)
def test_the_page_is_opened_on_no_other(phones: dict[str, PluggedPhone | None], numbers: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        right_one(phones, numbers)
