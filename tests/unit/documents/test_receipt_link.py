"""A receipt in the fragment of a link: small, whole, and nobody but the till can have written it."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.basics.money import Money
from kiosk.documents.papers import PaperSection, Receipt, ReceiptLine, ShopHeader
from kiosk.documents.receipt_link import (
    LONGEST_LINK,
    LinkDamaged,
    ReceiptTooLong,
    check_length,
    dictionary,
    make_link,
    packed,
    read_link,
    unpacked,
)
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from tests.papers import AMERICAN, MIXED_SALE, five_lines, long_ticket

ADDRESS = "https://tickets.example.fr/r/"
SIGNER = EcdsaSigner(new_private_key_pem())
STRANGER = EcdsaSigner(new_private_key_pem())


def verifies(key_id: str, text: str, signature: str) -> bool:
    return key_id == SIGNER.key_id and SIGNER.verify(text, signature)


def as_read(receipt: Receipt) -> Receipt:
    """What a link does not say: the shop's inner id, why the receipt left by itself, and that the bars are the number."""
    return dataclasses.replace(receipt, shop=dataclasses.replace(receipt.shop, shop_id=""), causes=(), barcode=receipt.number)


@pytest.mark.parametrize(
    "receipt",
    [
        MIXED_SALE,
        five_lines(),
        dataclasses.replace(MIXED_SALE, duplicate_number=3, duplicate_at_local="23/11/2026 09:02", training=True),
        dataclasses.replace(
            MIXED_SALE, title="Remboursement", total=Money(-47890), non_sale=Money(5000), sections=(PaperSection("", (("Ticket d’origine", "L01-K2-000001"),)),)
        ),
        AMERICAN,
    ],
    ids=["mixed", "five lines", "training copy", "refund", "sales tax"],
)
def test_the_link_holds_the_whole_receipt(receipt: Receipt) -> None:
    assert read_link(make_link(ADDRESS, receipt, SIGNER), verifies=verifies) == as_read(receipt)


def test_a_link_made_before_there_was_sales_tax_opens_as_it_did() -> None:
    assert len(json.loads(packed(MIXED_SALE))) == 21
    assert len(json.loads(packed(AMERICAN))) == 23


def test_a_ticket_of_five_lines_stays_far_below_1200_characters() -> None:
    assert len(make_link(ADDRESS, MIXED_SALE, SIGNER)) < 500
    assert len(make_link(ADDRESS, five_lines(), SIGNER)) < 600


def test_a_ticket_that_no_phone_could_read_is_refused_and_forty_lines_are_not() -> None:
    assert len(check_length(make_link(ADDRESS, long_ticket(40), SIGNER))) <= LONGEST_LINK
    with pytest.raises(ReceiptTooLong) as refused:
        check_length(make_link(ADDRESS, long_ticket(150), SIGNER))
    assert refused.value.facts["characters"] > LONGEST_LINK


def test_every_changed_character_is_noticed() -> None:
    link = make_link(ADDRESS, MIXED_SALE, SIGNER)
    start = link.index("#") + 1
    for place in range(start, len(link) - 1):
        spoilt = link[:place] + ("A" if link[place] != "A" else "B") + link[place + 1 :]
        with pytest.raises(LinkDamaged):
            read_link(spoilt, verifies=verifies)


@pytest.mark.parametrize("spoilt", ["", "#", "#.", "#AQ.AQ", "#a.b.c", "#é.è", "#" + "A" * 40 + "." + "A" * 86])
def test_what_is_not_a_receipt_is_refused(spoilt: str) -> None:
    with pytest.raises(LinkDamaged):
        read_link(ADDRESS + spoilt, verifies=verifies)


def test_another_till_cannot_sign_for_this_one() -> None:
    with pytest.raises(LinkDamaged):
        read_link(make_link(ADDRESS, MIXED_SALE, STRANGER), verifies=verifies)


def test_the_dictionary_of_format_1_never_changes() -> None:
    """Links of the first day must open in ten years: a better dictionary is a new format."""
    assert hashlib.sha256(dictionary()).hexdigest() == "5ec94b44c7b6b4dd9bb0eecb7893aa1534b3d5e61cd7cc6d7af7960a8497ba82"


@given(label=st.text(max_size=80), cents=st.integers(-10_000_00, 10_000_00), details=st.lists(st.text(max_size=40), max_size=4))
def test_any_text_and_any_amount_come_back(label: str, cents: int, details: list[str]) -> None:
    line = ReceiptLine(label, "1", Money(cents), "A", details=tuple(details))
    receipt = dataclasses.replace(MIXED_SALE, lines=(line,), item_count=1)
    assert unpacked(packed(receipt)) == as_read(receipt)


def test_the_same_receipt_is_packed_the_same() -> None:
    shop = ShopHeader(*(getattr(MIXED_SALE.shop, field.name) for field in dataclasses.fields(ShopHeader)))
    assert packed(dataclasses.replace(MIXED_SALE, shop=shop)) == packed(MIXED_SALE)
