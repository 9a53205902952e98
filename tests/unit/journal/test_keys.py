"""Two libraries check the same signatures: whatever one says of a signature, the other says too."""

from __future__ import annotations

import pytest

from kiosk.journal.keys import PublicKey, TillKey

KEY = TillKey(bytes(range(32)))
OTHER = TillKey(bytes(range(1, 33)))
TEXT = "Clé à molette — 12,50 €".encode()
SIGNATURE = KEY.sign(TEXT)
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
SAME_NUMBER_WRITTEN_HIGHER = SIGNATURE[:32] + (int.from_bytes(SIGNATURE[32:], "little") + GROUP_ORDER).to_bytes(32, "little")
POINT_OF_SMALL_ORDER = PublicKey(bytes([1]) + bytes(31))


@pytest.mark.parametrize(
    ("key", "signature", "text", "sound"),
    [
        (KEY.public, SIGNATURE, TEXT, True),
        (KEY.public, KEY.sign(b""), b"", True),
        (KEY.public, SIGNATURE, TEXT + b" ", False),
        (KEY.public, SIGNATURE, TEXT[:-1], False),
        (OTHER.public, SIGNATURE, TEXT, False),
        (KEY.public, bytes(64), TEXT, False),
        (KEY.public, SIGNATURE[:31] + bytes([SIGNATURE[31] ^ 1]) + SIGNATURE[32:], TEXT, False),
        (KEY.public, SIGNATURE[:63], TEXT, False),
        (KEY.public, SIGNATURE[:63], SIGNATURE[63:] + TEXT, False),
        (KEY.public, SIGNATURE + TEXT[:1], TEXT[1:], False),
        (KEY.public, b"", TEXT, False),
        (KEY.public, SAME_NUMBER_WRITTEN_HIGHER, TEXT, False),
        (POINT_OF_SMALL_ORDER, POINT_OF_SMALL_ORDER.raw + bytes(32), TEXT, True),
    ],
    ids=[
        "signed", "nothing signed", "text longer", "text shorter", "another key", "zeros", "a bit changed", "too short", "its end in the text",
        "the text's start in it", "none", "number not reduced", "a key that signs everything",
    ],
)  # fmt: skip
def test_both_libraries_say_the_same_of_a_signature(key: PublicKey, signature: bytes, text: bytes, sound: bool) -> None:
    assert (key.verifies(signature, text), key.verifies_of_many(signature, text)) == (sound, sound)
