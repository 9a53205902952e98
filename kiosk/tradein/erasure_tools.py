"""With which tools, in which versions, a device may be erased: the managed list of ``resources/tradein/erasure_tools.toml``. Pure but for reading it.

A certificate names tool and version (TRD-05), so nobody types either: what is not on the list does not erase for this house.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.tomlfiles import read_toml
from kiosk.errors import Refused
from kiosk.tradein.erasure import ErasureMethod


class ErasureToolUnknown(Refused):
    """Not a tool of the list, not in this version, or not for this way of erasing."""

    code = "tradein.erasure_tool_unknown"


@dataclass(frozen=True, slots=True)
class ErasureTool:
    """``versions`` newest first; ``brands`` empty: whatever the brand."""

    id: str
    method: ErasureMethod
    name: Words
    versions: tuple[str, ...]
    kinds: tuple[DeviceKind, ...]
    brands: tuple[str, ...] = ()

    def fits(self, model: DeviceModel) -> bool:
        return model.kind in self.kinds and (not self.brands or model.brand in self.brands)


@dataclass(frozen=True, slots=True)
class ErasureTools:
    """The whole list with the version of the list itself."""

    version: str
    tools: tuple[ErasureTool, ...]

    def fitting(self, model: DeviceModel, method: ErasureMethod) -> tuple[ErasureTool, ...]:
        """Those made for its brand; where there are none, those for every brand."""
        found = [tool for tool in self.tools if tool.method is method and tool.fits(model)]
        return tuple(tool for tool in found if tool.brands) or tuple(found)

    def check(self, tool_id: str, version: str, method: ErasureMethod) -> None:
        """ErasureToolUnknown."""
        known = any(tool.id == tool_id and tool.method is method and version in tool.versions for tool in self.tools)
        if not known:
            raise ErasureToolUnknown(tool=tool_id, version=version)

    def text(self, tool_id: str, version: str, language: str) -> str:
        """``Réglages iOS 18``; a tool that left the list, by its id."""
        name = next((tool.name.text(language) for tool in self.tools if tool.id == tool_id), tool_id)
        return f"{name} {version}".strip()


def load_erasure_tools(resources: Path) -> ErasureTools:
    """BadRuleFile."""
    found, _sha256 = read_toml(resources / "tradein" / "erasure_tools.toml", ErasureTools)
    return found
