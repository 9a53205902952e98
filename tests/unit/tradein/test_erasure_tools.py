"""With what a device may be erased: a managed list, by kind, brand and way of erasing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.erasure_tools import ErasureToolUnknown, load_erasure_tools

TOOLS = load_erasure_tools(Path(__file__).resolve().parents[3] / "resources")


@pytest.mark.parametrize(
    ("kind", "brand", "method", "tools"),
    [
        (DeviceKind.SMARTPHONE, "Apple", ErasureMethod.FACTORY_RESET, ["ios_settings"]),
        (DeviceKind.SMARTPHONE, "Samsung", ErasureMethod.FACTORY_RESET, ["android_settings"]),
        (DeviceKind.SMARTPHONE, "Apple", ErasureMethod.RESTORE, ["apple_configurator", "apple_devices"]),
        (DeviceKind.SMARTPHONE, "Google", ErasureMethod.RESTORE, ["maker_tool"]),
        (DeviceKind.LAPTOP, "Apple", ErasureMethod.FACTORY_RESET, ["macos_erase_assistant"]),
        (DeviceKind.LAPTOP, "Lenovo", ErasureMethod.OVERWRITE, ["nvme_sanitize", "nwipe", "overwrite_tool"]),
        (DeviceKind.WATCH, "Apple", ErasureMethod.FACTORY_RESET, ["watchos_settings"]),
        (DeviceKind.CONSOLE, "Sony", ErasureMethod.FACTORY_RESET, ["console_settings"]),
    ],
)
def test_a_device_is_offered_the_tools_made_for_it(kind: DeviceKind, brand: str, method: ErasureMethod, tools: list[str]) -> None:
    assert [tool.id for tool in TOOLS.fitting(DeviceModel("m", brand, "x", kind), method)] == tools


@pytest.mark.parametrize("kind", DeviceKind)
@pytest.mark.parametrize("method", ErasureMethod)
def test_every_kind_has_a_tool_for_every_way_of_erasing(kind: DeviceKind, method: ErasureMethod) -> None:
    assert TOOLS.fitting(DeviceModel("m", "Unheard of", "x", kind), method)


@pytest.mark.parametrize(
    ("tool", "version", "method"),
    [
        ("ios_settings", "3", ErasureMethod.FACTORY_RESET),
        ("ios_settings", "", ErasureMethod.FACTORY_RESET),
        ("ios_settings", "18", ErasureMethod.OVERWRITE),
        ("hammer", "1", ErasureMethod.OVERWRITE),
    ],
)
def test_what_is_not_on_the_list_is_refused(tool: str, version: str, method: ErasureMethod) -> None:
    with pytest.raises(ErasureToolUnknown):
        TOOLS.check(tool, version, method)
    TOOLS.check("ios_settings", "18", ErasureMethod.FACTORY_RESET)


def test_a_tool_that_left_the_list_is_still_named() -> None:
    assert TOOLS.text("ios_settings", "18", "fr") == "Réglages iOS 18"
    assert TOOLS.text("ios_settings", "18", "en") == "iOS Settings 18"
    assert TOOLS.text("device_settings", "", "fr") == "device_settings"
