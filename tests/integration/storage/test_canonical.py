"""The text of what is hashed and signed is fixed for ever."""

from __future__ import annotations

import json

from sqlalchemy.sql import quoted_name

from kiosk.storage.canonical import canonical


def test_what_is_hashed_is_written_as_the_standard_library_writes_it() -> None:
    every_character = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    values = ["t", quoted_name("document", quote=True), -(2**63), 2**63 - 1, {"é": None, "b": True, "a": {"sha256": "00"}, "B": False, "": []}, every_character]
    assert canonical(values) == json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
