"""Every message of version 1 that was ever sent can be read, and is written the same way. A golden file is never edited."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kiosk.sync.past_protocol import FindUnits, FoundUnits, PastUnit
from kiosk.sync.protocol import (
    AskReturn,
    Cursor,
    Enrol,
    EnrolAnswer,
    Fault,
    FeedRow,
    FindTickets,
    Fork,
    ForkAnswer,
    FoundTickets,
    PokeAnswer,
    PullPage,
    Push,
    PushAnswer,
    ReceiptMail,
    ReceiptMailAnswer,
    ReturnAnswer,
    SignedEntry,
    SoldTicket,
    TakeBasket,
    TakenBasket,
    Verdict,
    decode,
    encode,
)

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "protocol" / "1"
NOW = "2026-11-22T10:00:00.000Z"
ZEROS = "0" * 64
MESSAGES: dict[str, msgspec.Struct] = {
    "push": Push("L01", "K2", 1, 1, ZEROS, (SignedEntry(b'{"kind":"till.started"}', bytes(64)),)),
    "push_answer": PushAnswer(1, 200, "ab" * 32, "stored", 57, NOW, (Verdict(3, "review", "sold_twice"), Verdict(4, "kept"))),
    "pull_page": PullPage(
        "levels", Cursor(3, "a"), Cursor(57, "~"), (FeedRow(57, "p-cable", msgspec.Raw(b'{"product_id":"p-cable","quantity":9}')),), False, 57, 1, "1:57:3249"
    ),
    "poke_answer": PokeAnswer({"units": 57, "levels": 56}, NOW),
    "enrol": Enrol("QPXL-J7X2-9UAH", bytes(range(32))),
    "enrol_answer": EnrolAnswer("L01", "K2", 1, bytes(range(32)), msgspec.Raw(b'{"shop_id":"L01"}'), NOW),
    "fork": Fork("0f3a", 1, 12, "cd" * 32),
    "fork_answer": ForkAnswer(2, 14, "ef" * 32, NOW),
    "take_basket": TakeBasket("b-1"),
    "taken_basket": TakenBasket(True, "K2", NOW, {"basket_id": "b-1", "till_code": "K1", "article_count": 1}),
    "find_tickets": FindTickets(unit_ids=("u-1",), card_tail="4821", day="2026-11-22", total_cents=1290),
    "found_tickets": FoundTickets(
        (SoldTicket("L01-K1-000001", "K1", "K2", NOW, "2026-11-22", "sale", 44900, "iPhone 13", 1, "u-1", "iPhone 13", False, (("repair", 181),)),), NOW
    ),
    "find_units": FindUnits("490154203237518", "F17GK2X40D81"),
    "found_units": FoundUnits(
        (PastUnit("u-1", "L02", "Lyon Bellecour", "Apple", "iPhone 13", "sold", NOW, 32000, NOW, "good", 91, 44900),), NOW
    ),
    "ask_return": AskReturn("L01-K1-000001"),
    "return_answer": ReturnAnswer("K1", NOW),
    "receipt_mail": ReceiptMail("0192", "elodie@example.fr", "Ticket L01-K2-000123", "TOTAL TTC", "ticket.pdf", b"%PDF-"),
    "receipt_mail_answer": ReceiptMailAnswer("0192", "sent", NOW),
    "fault": Fault("central.clock_differs", NOW),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_a_golden_message_is_read_and_written_the_same(name: str) -> None:
    data = (GOLDEN / f"{name}.json").read_bytes().strip()
    message = decode(data, type(MESSAGES[name]))
    assert encode(message) == data
    assert encode(MESSAGES[name]) == data


def test_every_golden_file_has_its_message() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(MESSAGES)


@pytest.mark.parametrize("name", MESSAGES)
def test_a_field_that_a_newer_version_adds_is_passed_over(name: str) -> None:
    data = (GOLDEN / f"{name}.json").read_bytes().strip()
    assert encode(decode(data[:-1] + b',"added_later":[1,2]}', type(MESSAGES[name]))) == data


@pytest.mark.parametrize("garbage", [b"", b"<html>", b"[]", b'{"epoch":"one"}', b"\xff\xfe"])
def test_garbage_is_not_a_message(garbage: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        decode(garbage, PushAnswer)
