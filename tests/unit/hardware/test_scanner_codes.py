"""Bytes of a serial scanner become codes, whatever else is on the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hardware.scanner_codes import LONGEST_CODE_BYTES, CodeAssembler

printable_codes = st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("received", "codes", "dropped"),
    [
        (b"3760123456784\r", ("3760123456784",), 0),
        (b"3760123456784\n", ("3760123456784",), 0),
        (b"3760123456784\r\n\r\n", ("3760123456784",), 0),
        (b"\x02]d2010376012345678421ABC\x1d17261231\x03\r\n", ("]d2010376012345678421ABC\x1d17261231",), 0),
        (b"\x00\xff\xfe3760123456784\r", ("3760123456784",), 0),
        (b"37601\xff3456789\r", (), 1),
        (b"1" * (LONGEST_CODE_BYTES + 1) + b"\r3760123456784\r", ("3760123456784",), 1),
        (b"no end yet", (), 0),
    ],
)
def test_a_code_is_what_stands_before_its_suffix(received: bytes, codes: tuple[str, ...], dropped: int) -> None:
    assembler = CodeAssembler()
    assert assembler.feed(received) == codes
    assert assembler.dropped == dropped


@given(st.lists(printable_codes, max_size=20), st.integers(1, 7))
def test_pieces_of_any_size_give_the_same_codes(codes: list[str], piece: int) -> None:
    assembler = CodeAssembler()
    stream = "".join(f"{code}\r\n" for code in codes).encode("ascii")
    found = [code for start in range(0, len(stream), piece) for code in assembler.feed(stream[start : start + piece])]
    assert found == codes


@given(st.binary(max_size=3_000))
def test_garbage_never_stops_the_next_code(garbage: bytes) -> None:
    assembler = CodeAssembler()
    assembler.feed(garbage + b"\r")
    assert assembler.feed(b"3760123456784\r") == ("3760123456784",)
