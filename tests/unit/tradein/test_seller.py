"""What the police register wants to know of a seller: each field blocks, a minor is refused, the hash tells nobody who it is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from kiosk.basics.money import Money
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.payouts import CashNotAllowed, CashOverLimit, check_payout
from kiosk.tradein.pricebook import PriceBook
from kiosk.tradein.register import IdentifierMissing, identifiers_text
from kiosk.tradein.rulefiles import load_pricebook
from kiosk.tradein.seller import NOT_OF_WHO, OF_A_COMPANY, DocumentInvalid, Seller, SellerIncomplete, SellerMinor, complete, of_age, seller_hash
from kiosk.tradein.signature import SignatureTooShort, signature_svg
from tests.bench import RESOURCES, SELLER, SIGNATURE

TODAY = date(2026, 11, 22)
TEXT_FIELDS = [field.name for field in fields(Seller) if field.name not in (*NOT_OF_WHO, *OF_A_COMPANY)]
COMPANY = replace(SELLER, for_company=True, company="Atlantique Occasion SARL", seat="2 quai de la Fosse, 44000 Nantes")


@pytest.mark.parametrize("missing", TEXT_FIELDS)
@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_each_missing_field_blocks_and_is_named(missing: str, blank: str) -> None:
    with pytest.raises(SellerIncomplete) as refusal:
        complete(replace(SELLER, **{missing: blank}), today=TODAY)
    assert refusal.value.facts == {"fields": missing, "count": 1}


@pytest.mark.parametrize("missing", [*TEXT_FIELDS, *OF_A_COMPANY])
def test_a_company_sells_through_somebody_and_each_missing_field_of_both_blocks(missing: str) -> None:
    assert complete(COMPANY, today=TODAY) == COMPANY
    with pytest.raises(SellerIncomplete) as refusal:
        complete(replace(COMPANY, **{missing: " "}), today=TODAY)
    assert refusal.value.facts == {"fields": missing, "count": 1}


def test_a_complete_seller_is_kept_without_stray_blanks() -> None:
    assert complete(replace(SELLER, surname="  Garnier ", address="3 rue  des Carmes,\n44000 Nantes"), today=TODAY) == SELLER


def test_nothing_is_bought_from_who_was_not_checked_to_be_of_age() -> None:
    with pytest.raises(SellerMinor):
        complete(replace(SELLER, majority_checked=False), today=TODAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"document_kind": "library_card"}, "document_kind"),
        ({"provenance": "found"}, "provenance"),
        ({"document_issued_on": "14/03/2022"}, "document_issued_on"),
        ({"document_issued_on": "2026-11-23"}, "document_issued_on"),
        ({"surname": "G" * 201}, "surname"),
    ],
)
def test_a_document_that_cannot_be_is_refused(change: dict[str, str], field: str) -> None:
    with pytest.raises(DocumentInvalid) as refusal:
        complete(replace(SELLER, **change), today=TODAY)
    assert refusal.value.facts == {"field": field}


@pytest.mark.parametrize(
    ("born_on", "adult"),
    [
        (date(2008, 11, 22), True),
        (date(2008, 11, 23), False),
        (date(2008, 12, 1), False),
        (date(1980, 1, 1), True),
    ],
)
def test_eighteen_whole_years_make_a_seller_of_age(born_on: date, adult: bool) -> None:
    assert of_age(born_on, today=TODAY) is adult


def test_born_on_the_29th_of_february_one_is_of_age_on_the_1st_of_march() -> None:
    assert not of_age(date(2008, 2, 29), today=date(2026, 2, 28))
    assert of_age(date(2008, 2, 29), today=date(2026, 3, 1))


def test_the_hash_depends_on_the_salt_and_on_every_field_of_the_identity() -> None:
    base = seller_hash(SELLER, salt="a")
    assert len(base) == 64 and seller_hash(SELLER, salt="b") != base
    identity = [name for name in TEXT_FIELDS if name != "provenance"]
    assert all(seller_hash(replace(SELLER, **{name: "other"}), salt="a") != base for name in identity)
    assert seller_hash(replace(SELLER, provenance="gift"), salt="a") == base
    assert base == "746ce58c08453227a77cb7cd5932f7680a611a7664eeb9c37f71a0412695df3f"  # as on the first day, before companies sold
    assert len({base, seller_hash(COMPANY, salt="a"), seller_hash(replace(COMPANY, seat="Paris"), salt="a")}) == 3


def test_the_register_names_every_number_of_the_device() -> None:
    text = identifiers_text(imei="490154203237518", imei2="499001200000004", serial="F2LX")
    assert text == "IMEI 490154203237518, IMEI 499001200000004, N°\u00a0de série F2LX"
    with pytest.raises(IdentifierMissing):
        identifiers_text(imei=None, imei2=None, serial="")


def test_a_signature_becomes_one_small_picture_and_a_dot_is_none() -> None:
    svg = signature_svg(SIGNATURE)
    assert svg.startswith("<svg ") and svg.count("<path ") == 2 and 'd="M20.0 120.0 L80.0 40.0' in svg
    for strokes in ((), (((5.0, 5.0),),), (((0.0, 0.0), (119.0, 0.0)),)):
        with pytest.raises(SignatureTooShort):
            signature_svg(strokes)


def test_a_signature_that_leaves_the_field_is_brought_to_its_edge() -> None:
    assert 'd="M0.0 0.0 L600.0 200.0"' in signature_svg((((-50.0, -1.0), (900.0, 400.0)),))


@pytest.mark.parametrize(
    ("payout", "cents", "allowed", "refusal"),
    [
        (Payout.VOUCHER, 150_000, False, None),
        (Payout.CASH, 100_000, True, None),
        (Payout.CASH, 100_001, True, CashOverLimit),
        (Payout.CASH, 1_000, False, CashNotAllowed),
    ],
)
def test_cash_is_paid_only_where_allowed_and_up_to_the_legal_limit(payout: Payout, cents: int, allowed: bool, refusal: type[Exception] | None) -> None:
    book: PriceBook = replace(load_pricebook(RESOURCES / "pricebook" / "2026-11.toml"), cash_allowed=allowed)
    if refusal is None:
        check_payout(payout, Money(cents), book)
    else:
        with pytest.raises(refusal):
            check_payout(payout, Money(cents), book)
