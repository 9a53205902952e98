"""A signed request counts only for exactly the request it was made for, and only for a short while."""

from __future__ import annotations

import jwt
import pytest

from kiosk.journal.keys import TillKey
from kiosk.sync.signing import BadToken, Claim, ExpiredToken, make_token, read_claim, verify_token

KEY = TillKey(bytes(range(32)))
OTHER = TillKey(bytes(range(1, 33)))
CLAIM = Claim("L01", "K2", KEY.public.key_id)
NOW_S = 1_763_805_600


def token(key: TillKey = KEY, *, now_s: int = NOW_S) -> str:
    return make_token(CLAIM, key.private_key, method="POST", path="/v1/push", body=b"entries", now_s=now_s)


def verify(made: str, *, method: str = "POST", path: str = "/v1/push", body: bytes = b"entries", now_s: int = NOW_S) -> None:
    verify_token(made, KEY.public.raw, method=method, path=path, body=body, now_s=now_s)


def test_a_token_names_its_till_and_is_good_for_its_request() -> None:
    assert read_claim(token()) == CLAIM
    verify(token())


@pytest.mark.parametrize("other", [{"method": "GET"}, {"path": "/v1/push?x=1"}, {"body": b"other entries"}])
def test_it_is_good_for_no_other_request(other: dict[str, str]) -> None:
    with pytest.raises(BadToken):
        verify(token(), **other)


def test_another_key_cannot_speak_for_the_till() -> None:
    with pytest.raises(BadToken):
        verify(token(OTHER))


@pytest.mark.parametrize("now_s", [NOW_S + 181, NOW_S - 61])
def test_out_of_its_time_it_is_said_to_be_the_clocks(now_s: int) -> None:
    with pytest.raises(ExpiredToken):
        verify(token(), now_s=now_s)


def test_a_token_that_lives_for_a_year_is_refused() -> None:
    content = jwt.decode(token(), options={"verify_signature": False}) | {"exp": NOW_S + 31_536_000}
    with pytest.raises(BadToken):
        verify(jwt.encode(content, KEY.private_key, algorithm="EdDSA", headers={"kid": CLAIM.key_id}))


def test_an_unsigned_token_is_refused() -> None:
    content = jwt.decode(token(), options={"verify_signature": False})
    with pytest.raises(BadToken):
        verify(jwt.encode(content, None, algorithm="none"))


@pytest.mark.parametrize("garbage", ["", "x", "a.b.c", "Bearer"])
def test_garbage_claims_nothing(garbage: str) -> None:
    with pytest.raises(BadToken):
        read_claim(garbage)
