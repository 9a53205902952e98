"""The signatures of an archive, checked with Python alone by narrow and by wide tables, and by OpenSSL: the three name the same records."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kiosk.fiscal.archive import verify_archive
from kiosk.fiscal.archive.checking import check_by_openssl
from kiosk.fiscal.archive.verify_archive import FEW_BITS, MANY_BITS, Batch, check_batch, load_keys
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem

OWN, OTHER = EcdsaSigner(new_private_key_pem()), EcdsaSigner(new_private_key_pem())
SIGNED = OWN.sign("2990,L01-K2-000001,")
BATCH: Batch = [
    (("sound", 1), OWN.key_id, "2990,L01-K2-000001,", SIGNED),
    (("sound", 2), OTHER.key_id, "2990,L01-K2-000001,", OTHER.sign("2990,L01-K2-000001,")),
    (("sound", 3), OWN.key_id, "", OWN.sign("")),
    (("another amount", 4), OWN.key_id, "1990,L01-K2-000001,", SIGNED),
    (("another key", 5), OTHER.key_id, "2990,L01-K2-000001,", SIGNED),
    (("cut", 6), OWN.key_id, "2990,L01-K2-000001,", SIGNED[:-4]),
    (("zeros", 7), OWN.key_id, "2990,L01-K2-000001,", "A" * 86),
    (("nothing", 8), OWN.key_id, "2990,L01-K2-000001,", ""),
    (("no text", 9), OWN.key_id, "2990,L01-K2-000001,", "!" * 86),
]
BROKEN = [place for place, *_ in BATCH if place[0] != "sound"]


@pytest.fixture(params=[FEW_BITS, MANY_BITS], ids=["narrow", "wide"])
def keys(request: pytest.FixtureRequest) -> Iterator[None]:
    load_keys({signer.key_id: signer.public_key_pem for signer in (OWN, OTHER)}, request.param)
    yield
    verify_archive._keys.clear()
    load_keys({}, FEW_BITS)


@pytest.mark.usefixtures("keys")
def test_every_way_of_checking_names_the_same_records() -> None:
    assert check_batch(BATCH) == BROKEN
    assert check_by_openssl(BATCH) == BROKEN
