"""The border to biip: a GS1 message (GS1-128, DataMatrix, QR, Digital Link) as plain pairs, or None when it is none.

The caller decides *whether* a text is to be read as GS1: biip also reads a plain EAN-13 that starts with 30 as "count of
items", so it must not be asked about a text that another rule knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.basics.late import late

if TYPE_CHECKING:
    from biip.gs1_element_strings import GS1ElementString

_biip = late("biip")
_links = late("biip.gs1_digital_link_uris")
_messages = late("biip.gs1_messages")
GROUP_SEPARATOR = "\x1d"

Element = tuple[str, str]


def read_message(text: str) -> tuple[Element, ...] | None:
    """(application identifier, value) pairs in the order of the code; None when malformed or a GTIN's check digit is wrong."""
    try:
        elements = tuple(_messages().GS1Message.parse(text.lstrip(GROUP_SEPARATOR)).element_strings)
    except (_biip().ParseError, ValueError):
        return None
    return _pairs(elements)


def read_link(text: str) -> tuple[Element, ...] | None:
    """The same of a GS1 Digital Link address (``https://id.gs1.org/01/…/21/…``)."""
    try:
        elements = tuple(_links().GS1DigitalLinkURI.parse(text).element_strings)
    except (_biip().ParseError, ValueError):
        return None
    return _pairs(elements)


def _pairs(elements: tuple[GS1ElementString, ...]) -> tuple[Element, ...] | None:
    if not elements or any(element.ai.ai == "01" and element.gtin is None for element in elements):
        return None
    return tuple((element.ai.ai, element.value) for element in elements)
