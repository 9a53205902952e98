"""Bytes of a serial scanner → whole codes. Pure; keeps AIM identifiers and GS1 separators, drops what is not a code."""

from __future__ import annotations

LONGEST_CODE_BYTES = 512
SUFFIXES = frozenset(b"\r\n")
GS1_SEPARATOR = 0x1D


class CodeAssembler:
    """Feed it bytes as they come, in pieces of any size. A code ends at CR or LF.

    Line noise and control bytes (a scanner's STX, what a plug makes) before a code are dropped; a code with a byte inside
    that no barcode scanner sends is dropped whole, because half a code is a wrong code. So is one that never ends.
    """

    def __init__(self) -> None:
        self._collected = bytearray()
        self._overlong = False
        self.dropped = 0

    def feed(self, received: bytes) -> tuple[str, ...]:
        codes = []
        for byte in received:
            if byte in SUFFIXES:
                code = self._take()
                if code is not None:
                    codes.append(code)
            elif len(self._collected) < LONGEST_CODE_BYTES:
                self._collected.append(byte)
            else:
                self._overlong = True
        return tuple(codes)

    def _take(self) -> str | None:
        collected, overlong = bytes(self._collected), self._overlong
        self._collected.clear()
        self._overlong = False
        code = collected.lstrip(bytes(byte for byte in range(256) if not _is_printable(byte))).rstrip(b" \x03")
        if not code and not overlong:
            return None
        if overlong or not all(_is_printable(byte) or byte == GS1_SEPARATOR for byte in code):
            self.dropped += 1
            return None
        return code.decode("ascii")


def _is_printable(byte: int) -> bool:
    return 0x20 <= byte < 0x7F
