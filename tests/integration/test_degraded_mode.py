"""Selling while the fiscal key does not sign (FIS-14): said on the paper, counted, signed afterwards, and the chains stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.documents.escpos import receipt_bytes
from kiosk.fiscal.chains import Signer, SigningFailed
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.france.till_key import till_signer
from kiosk.journal.ledger import Ledger
from kiosk.sales.store import ticket_by_id
from kiosk.storage.engine import Database
from kiosk.storage.keys import FISCAL_KEY, FileKeyStore
from tests.integration.sale_shop import CAMILLE, PARIS, SOPHIE, Till, cash, furnish, open_till

CASE_EAN = "2000000000015"


class TiringSigner(EcdsaSigner):
    """A key that signs until it does not."""

    def __init__(self) -> None:
        super().__init__(new_private_key_pem())
        self.tired = False

    def sign(self, payload: str) -> str:
        if self.tired:
            raise SigningFailed
        return super().sign(payload)


class Shop:
    """A till that is opened again and again over the same data, with or without its key."""

    def __init__(self, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> None:
        self._tools = (database, ledger, clock, ids)
        self.database, self._ids = database, ids
        furnish(database)

    def open(self, signer: Signer | None) -> Till:
        fiscal = FranceFiscal(signer=signer, ids=self._ids, till_code="K2", zone=PARIS, software_version="0.1.0")
        till = open_till(*self._tools, fiscal=fiscal)
        if not till.drawer.sessions():
            till.drawer.open_session(Money(15000), person=CAMILLE)
        return till

    def events(self) -> list[tuple[str, str]]:
        """Code and info of the JET, in order."""
        with self.database.read() as connection:
            rows = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq")
            return [tuple(payload.split(",")[1:3]) for (payload,) in rows]


@pytest.fixture
def shop(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Shop:
    return Shop(database, ledger, clock, ids)


def sell(till: Till) -> str:
    """One case; gives the paper that its copy is made of."""
    ticket = till.sale.pay(till.basket(CASE_EAN), [cash(2990)], person=CAMILLE)
    with till.database.read() as connection:
        stored = ticket_by_id(connection, ticket.head.ticket_id)
    assert stored is not None
    return receipt_bytes(stored.receipt, columns=42, style=till.counter.style).decode("cp1252", "replace")


def test_a_key_that_fails_during_the_day_stops_no_sale_and_the_paper_says_so(shop: Shop) -> None:
    signer = TiringSigner()
    till = shop.open(signer)
    assert "MODE DÉGRADÉ" not in sell(till)
    signer.tired = True
    assert "MODE DÉGRADÉ : signature différée" in sell(till)
    sell(till)
    fiscal = till.counter.fiscal
    with shop.database.read() as connection:
        report = fiscal.verify(connection)
        assert fiscal.unsigned(connection) == 5  # two tickets, their two grand totals, the event that tells of it
    assert report.sound and report.unsigned == 5
    assert [event for event in shop.events() if event[0] == "70"] == [("70", "Mode_degrade")]


def test_what_was_sold_without_the_key_is_signed_as_soon_as_it_signs_again(shop: Shop) -> None:
    signer = TiringSigner()
    till = shop.open(signer)
    signer.tired = True
    sell(till)
    signer.tired = False
    sell(till)
    till.closing.close_day(person=SOPHIE)
    with shop.database.read() as connection:
        report = till.counter.fiscal.verify(connection)
        resigned = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'RESIGNED' ORDER BY seq").scalars().all()
    assert report.sound and report.unsigned == 0
    assert [tuple(payload.split(",")[:2]) for payload in resigned] == [("TICKET", "00000001"), ("GRANDTOTAL", "00000001"), ("JET", "00000002")]
    assert [event for event in shop.events() if event[0] == "70"] == [("70", "Mode_degrade"), ("70", "Fin_du_mode_degrade_3")]


def test_a_till_whose_key_store_cannot_be_read_opens_sells_and_signs_after_the_repair(shop: Shop, tmp_path: Path) -> None:
    keys = FileKeyStore(tmp_path / "keys")
    first = till_signer(keys)
    assert first is not None
    shop.open(first)
    (tmp_path / "keys" / FISCAL_KEY).write_text("not hex")
    till = shop.open(till_signer(keys))
    assert "MODE DÉGRADÉ" in sell(till)
    mended = shop.open(first)
    with shop.database.read() as connection:
        assert mended.counter.fiscal.verify(connection).sound
        assert mended.counter.fiscal.unsigned(connection) == 0
    assert "270" not in [code for code, _ in shop.events()]


def test_another_key_is_an_event_and_both_are_known_to_verifiers(shop: Shop) -> None:
    sell(shop.open(EcdsaSigner(new_private_key_pem())))
    other = EcdsaSigner(new_private_key_pem())
    till = shop.open(other)
    sell(till)
    assert [event for event in shop.events() if event[0] == "270"] == [("270", f"Cle_{other.key_id}")]
    with shop.database.read() as connection:
        assert till.counter.fiscal.verify(connection).sound


def test_a_record_signed_afterwards_that_is_not_the_one_sold_is_named(shop: Shop) -> None:
    signer = TiringSigner()
    till = shop.open(signer)
    signer.tired = True
    sell(till)
    signer.tired = False
    shop.open(signer)
    with shop.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER fiscal_stamp_refuses_update")
        connection.exec_driver_sql("UPDATE fiscal_stamp SET document_id = 'other' WHERE chain = 'RESIGNED' AND seq = 2")
    with shop.database.read() as connection:
        broken = till.counter.fiscal.verify(connection).broken
    assert broken is not None and (broken.chain, broken.seq, broken.reason) == ("RESIGNED", 2, "not_the_record")


def test_the_till_knows_since_when_it_does_not_sign_until_it_does_again(shop: Shop, clock: ManualClock) -> None:
    def since() -> str:
        with shop.database.read() as connection:
            return till.counter.fiscal.degraded_since(connection)

    signer = TiringSigner()
    till = shop.open(signer)
    sell(till)
    assert since() == ""
    signer.tired = True
    for _sale in range(2):
        clock.advance(seconds=600)
        sell(till)
    assert since() == "2026-11-22T10:10:00.000Z"
    signer.tired = False
    till.closing.close_day(person=SOPHIE)
    assert since() == ""
