"""Reading printer bytes: commands are told from text, in pieces of any size, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.documents.escpos import receipt_bytes
from kiosk.hardware.ports import DeviceState
from kiosk.hardware.status_bytes import is_auto_status, is_real_time, state_from
from kiosk.hardware.virtual.escpos_reader import Command, Text, Token, read_tokens
from tests.papers import MIXED_SALE


def _raw(token: Token) -> bytes:
    return token.raw if isinstance(token, Command) else token.content


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"\x1b@Bonjour\n", ["ESC @", "Bonjour", "LF"]),
        (b"\x1dk\x49\x05{BA12\x1dV\x42\x10", ["GS k", "GS V"]),
        (b"\x1dk\x023760123456784\x00fin", ["GS k", "fin"]),
        (b"\x1dv0\x00\x02\x00\x01\x00\x1b@\x1d(k\x03\x001Q0", ["GS v", "GS ( k"]),
        (b"\x1bp\x0022\x10\x04\x01\x1dr\x01", ["ESC p", "DLE EOT", "GS r"]),
    ],
)
def test_commands_take_their_parameters_with_them(content: bytes, names: list[str]) -> None:
    tokens, rest = read_tokens(content)
    assert [token.name if isinstance(token, Command) else token.content.decode() for token in tokens] == names
    assert rest == b""


@pytest.mark.parametrize("content", [b"\x1b", b"\x1d(k\x03", b"\x1dk\x49\x05{B", b"\x1dv0\x00\x02\x00\x02\x00abc", b"\x1bp\x00"])
def test_a_command_that_is_not_whole_waits(content: bytes) -> None:
    assert read_tokens(content) == ((), content)


@given(st.binary(max_size=300))
def test_no_byte_is_lost_or_made_up(content: bytes) -> None:
    tokens, rest = read_tokens(content)
    assert b"".join(_raw(token) for token in tokens) + rest == content


@given(st.integers(1, 200))
def test_a_receipt_reads_the_same_in_pieces(piece: int) -> None:
    content, waiting, text = receipt_bytes(MIXED_SALE), b"", b""
    for start in range(0, len(content), piece):
        tokens, waiting = read_tokens(waiting + content[start : start + piece])
        text += b"".join(token.content for token in tokens if isinstance(token, Text))
    assert text == b"".join(token.content for token in read_tokens(content)[0] if isinstance(token, Text))


@pytest.mark.parametrize(
    ("offline_cause", "paper", "state"),
    [
        (0x12, 0x12, DeviceState.READY),
        (0x12, 0x1E, DeviceState.PAPER_LOW),
        (0x12, 0x72, DeviceState.PAPER_OUT),
        (0x32, 0x72, DeviceState.PAPER_OUT),
        (0x16, 0x12, DeviceState.COVER_OPEN),
        (0x16, 0x72, DeviceState.COVER_OPEN),
        (0x52, 0x12, DeviceState.OFFLINE),
        (0x1A, 0x12, DeviceState.OFFLINE),
    ],
)
def test_status_bytes_tell_the_state(offline_cause: int, paper: int, state: DeviceState) -> None:
    assert state_from(offline_cause=offline_cause, paper=paper) is state


def test_the_kinds_of_answers_cannot_be_confused() -> None:
    assert [is_real_time(byte) for byte in (0x12, 0x1E, 0x72, 0x00, 0x0F, 0x10)] == [True, True, True, False, False, False]
    assert [is_auto_status(byte) for byte in (0x10, 0x14, 0x12, 0x00, 0x0F)] == [True, True, False, False, False]
