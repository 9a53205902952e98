"""The signed texts of a French till, byte for byte, and the worked day of the reference (22 November 2026, till C01)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.basics.money import Money
from kiosk.fiscal.chains import DigestSigner
from kiosk.fiscal.france import formats
from kiosk.fiscal.france.events import EVENT_CODES, events_of
from kiosk.fiscal.france.signing import EcdsaSigner, EcdsaVerifier, FiscalKeyUnreadable, new_private_key_pem
from kiosk.fiscal.module import EventValue, FiscalDocument, Operation, PeriodTotals, RateTotal

PARIS = ZoneInfo("Europe/Paris")
SIGN = DigestSigner().sign


def at(clock: str) -> datetime:
    return datetime.strptime(f"20261122{clock}", "%Y%m%d%H%M%S").replace(tzinfo=PARIS)


def document(number: int, clock: str, *parts: tuple[int, int]) -> FiscalDocument:
    breakdown = tuple(RateTotal(rate_bp, Money(cents)) for rate_bp, cents in parts)
    total = Money.total(part.gross for part in breakdown)
    operation = Operation.REFUND if total.amount_cents < 0 else Operation.SALE
    return FiscalDocument(f"id-{number}", f"T-0001-C01-{number:08d}", operation, at(clock), breakdown, total)


T1 = document(1, "101530", (0, 44900), (2000, 2990))
T2 = document(2, "114205", (2000, 12900))
T3 = document(3, "160812", (2000, -2990))
S1, S2 = "FiMCaluAEhlDnnkBY_qyPkNboJnTrzglpzZARX8GTeo", "DSVJ2TYimiOk6wffC6ZwouwyxwMmcaL3lW_34VVUFeQ"
G1, G2 = "GZn7MBtHfLopAwodb1gHP7khrFbX4zPO6Hi1he7x9Ws", "aVsgCs-Hurb6ha7fxrCCvn8pXHowkrs8X8mJ7xxLW9M"
J1 = "iEcIdboxZX682JzoYVpgv4oaETcxSqsjuf8XYAdcJuU"
DAY = PeriodTotals(Money(60790), Money(2990), (RateTotal(0, Money(44900)), RateTotal(2000, Money(12900))), 3)


@pytest.mark.parametrize(
    ("payload", "text", "signature"),
    [
        pytest.param(formats.ticket_payload(T1, ""), "0000:44900|2000:2990,47890,20261122101530,T-0001-C01-00000001,VENTE,N,", S1, id="T1"),
        pytest.param(formats.ticket_payload(T2, S1), f"2000:12900,12900,20261122114205,T-0001-C01-00000002,VENTE,O,{S1}", S2, id="T2"),
        pytest.param(
            formats.ticket_payload(T3, S2),
            f"2000:-2990,-2990,20261122160812,T-0001-C01-00000003,REMBOURSEMENT,O,{S2}",
            "3V5uSPAD63RxKn51wUG0MmrfRuslZD-KDeSlvrvBA_c",
            id="T3",
        ),
        pytest.param(
            formats.grand_total_payload(T1, Money(47890), ""), "0000:44900|2000:2990,47890,47890,20261122101530,T-0001-C01-00000001,N,", G1, id="GT1"
        ),
        pytest.param(formats.grand_total_payload(T2, Money(60790), G1), f"2000:12900,12900,60790,20261122114205,T-0001-C01-00000002,O,{G1}", G2, id="GT2"),
        pytest.param(
            formats.grand_total_payload(T3, Money(57800), G2),
            f"2000:-2990,-2990,57800,20261122160812,T-0001-C01-00000003,O,{G2}",
            "qbDnOZ-Mu2MUatPv4KaVotH0F_Xp9UzZT04lmOPo2jw",
            id="GT3",
        ),
        pytest.param(
            formats.closing_payload(DAY, Money(57800), at_local=at("193000"), label="20261122", prev_signature=""),
            "0000:44900|2000:12900,57800,57800,20261122193000,20261122,N,",
            "zf08MKjSKT2PfVvin4JSgB3jau_WI4Uz5GECjlMLQtk",
            id="day",
        ),
        pytest.param(
            formats.event_payload(1, code=260, info="Initialisation JET", at_local=at("090000"), operator="SYS", till="C01", prev_signature=""),
            "00000001,260,Initialisation_JET,20261122090000,SYS,C01,N,",
            J1,
            id="JET 260",
        ),
        pytest.param(
            formats.event_payload(2, code=80, info="op12", at_local=at("090112"), operator="op12", till="C01", prev_signature=J1),
            f"00000002,80,op12,20261122090112,op12,C01,O,{J1}",
            "c0Q13FdGb1EooURQfo7Tb9vdCbbKTVyftMseBMjB-WQ",
            id="JET 80",
        ),
        pytest.param(
            formats.duplicate_payload(
                "D-C01-00000001",
                document_kind="TICKET",
                count=1,
                operator="op12",
                at_local=at("172233"),
                original_number="T-0001-C01-00000001",
                prev_signature="",
            ),
            "D-C01-00000001,TICKET,1,op12,20261122172233,T-0001-C01-00000001,N,",
            "KsNPJ1VAmhe78zKD31PEAr1TfHVvbjCnGbw6K8suM0k",
            id="duplicate",
        ),
    ],
)
def test_the_worked_day_of_the_reference(payload: str, text: str, signature: str) -> None:
    assert payload == text
    assert SIGN(payload) == signature


@pytest.mark.parametrize(("signature", "extract"), [(S1, "Munq"), (S2, "VY6Z"), ("3V5uSPAD63RxKn51wUG0MmrfRuslZD", "5AKG"), ("", "")])
def test_the_extract_is_characters_3_7_13_and_19(signature: str, extract: str) -> None:
    assert formats.extract(signature) == extract


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([(2000, 5)], "2000:0005"),
        ([(2000, -500)], "2000:-0500"),
        ([(2000, 100), (550, 200), (0, 300)], "0000:0300|0550:0200|2000:0100"),
        ([(2000, 0)], ""),
    ],
)
def test_a_breakdown_is_written_on_four_digits_by_rising_rate(parts: list[tuple[int, int]], text: str) -> None:
    assert formats.breakdown_text([RateTotal(rate_bp, Money(cents)) for rate_bp, cents in parts]) == text


def test_free_text_cannot_break_the_fields() -> None:
    assert formats.plain_text("Nantes, rue Crébillon") == "Nantes;_rue_Crébillon"


@pytest.mark.parametrize(
    ("kind", "body", "found"),
    [
        ("staff.signed_in", {"by": "pin"}, (80, "op12")),
        ("staff.signed_out", {}, (40, "op12")),
        ("fiscal.day_closed", {"period_label": "20261122"}, (50, "20261122")),
        ("fiscal.integrity_defect_found", {"reason": "journal_went_back"}, (90, "journal_went_back")),
        ("sales.basket_abandoned", {"total": "12.00"}, (320, "12.00")),
        ("fiscal.records_exported", {"range": "202611"}, (280, "202611")),
        ("sales.ticket_paid", {}, None),
        ("sales.ticket_refunded", {"number": "L01-K2-000007"}, (190, "L01-K2-000007")),
        ("till.clock_set_back", {"back_by_s": 3600}, (90, "Horloge reculee de s 3600")),
        ("till.went_offline", {}, (70, "Hors ligne")),
    ],
)
def test_the_event_log_wants(kind: str, body: dict[str, EventValue], found: tuple[int, str] | None) -> None:
    assert events_of(kind, body, "op12") == ((found,) if found else ())


def test_every_event_code_is_a_known_one() -> None:
    published = {10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 110, 130, 170, 190, 240, 250, 260, 270, 280, 290, 320, 330, 910}
    assert {entry.code for entry in EVENT_CODES.values()} <= published


def test_a_till_signs_with_its_own_key_and_anyone_can_check() -> None:
    signer = EcdsaSigner(new_private_key_pem())
    signature = signer.sign("2000:12900")
    assert len(signature) == 86
    assert "=" not in signature
    stranger = EcdsaVerifier.read(signer.public_key_pem)
    assert stranger.key_id == signer.key_id
    assert stranger.verify("2000:12900", signature)
    assert not stranger.verify("2000:12901", signature)
    assert not stranger.verify("2000:12900", signature[:-2])
    assert not stranger.verify("2000:12900", "not base64url!")
    assert not EcdsaSigner(new_private_key_pem()).verify("2000:12900", signature)


@pytest.mark.parametrize("pem", [b"", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_an_unreadable_key_is_named(pem: bytes) -> None:
    with pytest.raises(FiscalKeyUnreadable):
        EcdsaSigner(pem)
