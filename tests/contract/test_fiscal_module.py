"""What every country's module owes the till, on a real database: totals that add up, closings in order, tampering named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.fiscal.chains import DigestSigner
from kiosk.fiscal.france.module import FranceFiscal
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from kiosk.fiscal.module import FiscalDocument, FiscalModule, Operation, Period, PeriodTotals, Perpetual, RateTotal
from kiosk.fiscal.null import NullFiscal
from kiosk.journal.ledger import Ledger
from kiosk.storage.engine import Database

PARIS = ZoneInfo("Europe/Paris")
AT_UTC = "2026-11-22T08:00:00.000Z"


def france(ids: CountedIds) -> FiscalModule:
    signer = EcdsaSigner(new_private_key_pem())
    return FranceFiscal(signer=signer, ids=ids, till_code="K2", zone=PARIS, software_version="0.1.0")


def null(ids: CountedIds) -> FiscalModule:
    return NullFiscal(ids=ids)


@pytest.fixture(params=[france, null], ids=["france", "null"])
def fiscal(request: pytest.FixtureRequest, database: Database, ledger: Ledger, ids: CountedIds) -> FiscalModule:
    make: Callable[[CountedIds], FiscalModule] = request.param
    module = make(ids)
    ledger.stamper = module.event
    with database.write() as connection:
        module.open_till(connection, at_utc=AT_UTC, person_id="system")
    return module


def at(day: str, clock: str = "101530") -> datetime:
    return datetime.strptime(day + clock, "%Y%m%d%H%M%S").replace(tzinfo=PARIS)


def document(number: int, cents: int, *, day: str = "20261122", rate_bp: int = 2000) -> FiscalDocument:
    operation = Operation.SALE if cents >= 0 else Operation.REFUND
    return FiscalDocument(f"t{number}", f"L01-K2-{number:06d}", operation, at(day), (RateTotal(rate_bp, Money(cents)),), Money(cents))


def sell(database: Database, fiscal: FiscalModule, *documents: FiscalDocument) -> None:
    with database.write() as connection:
        for item in documents:
            fiscal.stamp(connection, item)


def close(database: Database, fiscal: FiscalModule, day: str) -> list[tuple[Period, str, int, Money]]:
    with database.write() as connection:
        closed = fiscal.close_day(connection, day_label=day, at_local=at(day, "193000"), content={"note": "fin de journée"})
    return [(closing.period, closing.label, closing.number, closing.totals.total) for closing in closed]


def tamper(database: Database, statement: str) -> None:
    """As somebody with the key would: the refusal triggers taken away first."""
    with database.write() as connection:
        for table in ("fiscal_stamp", "closing"):
            for action in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_refuses_{action}")
        connection.exec_driver_sql(statement)


def test_sales_and_returns_are_counted_apart_and_perpetually(database: Database, fiscal: FiscalModule) -> None:
    sell(database, fiscal, document(1, 44900, rate_bp=0), document(2, 15890), document(3, -2990))
    with database.read() as connection:
        parts = (RateTotal(0, Money(44900)), RateTotal(2000, Money(12900)))
        assert fiscal.since_last_closing(connection) == PeriodTotals(Money(60790), Money(2990), parts, 3)
        assert fiscal.perpetual(connection) == Perpetual(Money(57800), Money(63780))


def test_a_closing_freezes_the_day_and_starts_the_next_at_zero(database: Database, fiscal: FiscalModule) -> None:
    sell(database, fiscal, document(1, 10000))
    assert close(database, fiscal, "20261122") == [(Period.DAY, "20261122", 1, Money(10000))]
    sell(database, fiscal, document(2, 2500))
    with database.read() as connection:
        assert fiscal.since_last_closing(connection).total == Money(2500)
        assert fiscal.perpetual(connection).algebraic == Money(12500)
    assert close(database, fiscal, "20261122") == [(Period.DAY, "20261122-2", 2, Money(2500))]


def test_a_day_without_sales_is_closed_too(database: Database, fiscal: FiscalModule) -> None:
    assert close(database, fiscal, "20261123") == [(Period.DAY, "20261123", 1, ZERO)]


def test_copies_of_a_ticket_are_counted(database: Database, fiscal: FiscalModule) -> None:
    sell(database, fiscal, document(1, 10000), document(2, 10000))
    with database.write() as connection:
        numbers = [fiscal.duplicate(connection, number=f"L01-K2-00000{n}", at_local=at("20261122"), person_id="p-1").count for n in (1, 1, 2, 1)]
    assert numbers == [1, 2, 1, 3]


def test_copies_of_a_days_closing_are_counted_for_themselves_and_verified_like_the_others(database: Database, fiscal: FiscalModule) -> None:
    with database.write() as connection:
        numbers = [
            fiscal.duplicate(connection, number="L01-K2-000001", at_local=at("20261122"), person_id="p-1", closing_id=closing_id).count
            for closing_id in (None, "c-1", "c-2", "c-1", None)
        ]
    assert numbers == [1, 1, 1, 2, 2]
    with database.read() as connection:
        assert fiscal.verify(connection).sound


def test_a_ticket_rolled_back_leaves_no_record(database: Database, fiscal: FiscalModule) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        fiscal.stamp(connection, document(1, 10000))
        raise ZeroDivisionError
    with database.read() as connection:
        assert fiscal.perpetual(connection) == Perpetual()
        assert fiscal.verify(connection).sound


def test_an_untouched_record_is_sound(database: Database, fiscal: FiscalModule) -> None:
    sell(database, fiscal, document(1, 10000), document(2, -10000))
    close(database, fiscal, "20261122")
    sell(database, fiscal, document(3, 500, day="20261123"))
    with database.read() as connection:
        report = fiscal.verify(connection)
    assert report.sound
    assert report.checked >= 7


@pytest.mark.parametrize(
    ("statement", "chain", "seq"),
    [
        ("UPDATE fiscal_stamp SET payload = replace(payload, '10000', '90000') WHERE chain = 'GRANDTOTAL' AND seq = 1", "GRANDTOTAL", 1),
        ("DELETE FROM fiscal_stamp WHERE chain = 'TICKET' AND seq = 2", "TICKET", 3),
        ("DELETE FROM fiscal_stamp WHERE chain = 'GRANDTOTAL' AND seq = 1", "GRANDTOTAL", 2),
        ("UPDATE fiscal_stamp SET seq = 9 WHERE chain = 'TICKET' AND seq = 3", "TICKET", 9),
        ("UPDATE fiscal_stamp SET key_id = 'other' WHERE chain = 'TICKET' AND seq = 2", "TICKET", 2),
        ("DELETE FROM fiscal_stamp WHERE chain = 'GRANDTOTAL' AND seq = 3", "DAY", 1),
        ("UPDATE closing SET sales_cents = sales_cents + 1, total_cents = total_cents + 1 WHERE number = 1", "DAY", 1),
        ("UPDATE closing SET perpetual_absolute_cents = 0 WHERE number = 2", "DAY", 2),
        ("DELETE FROM closing WHERE number = 1", "DAY", 1),
    ],
)
def test_the_first_broken_record_is_named(database: Database, fiscal: FiscalModule, statement: str, chain: str, seq: int) -> None:
    sell(database, fiscal, document(1, 10000), document(2, 2000), document(3, -500))
    close(database, fiscal, "20261122")
    close(database, fiscal, "20261123")
    tamper(database, statement)
    with database.read() as connection:
        broken = fiscal.verify(connection).broken
    assert broken is not None
    assert (broken.chain, broken.seq) == (chain, seq)


def test_the_year_ends_with_day_month_and_year_in_that_order(database: Database, ids: CountedIds) -> None:
    fiscal = france(ids)
    sell(database, fiscal, document(1, 10000, day="20261130"))
    assert close(database, fiscal, "20261130") == [(Period.DAY, "20261130", 1, Money(10000)), (Period.MONTH, "202611", 1, Money(10000))]
    sell(database, fiscal, document(2, 500, day="20261231"))
    assert close(database, fiscal, "20261231") == [
        (Period.DAY, "20261231", 2, Money(500)),
        (Period.MONTH, "202612", 2, Money(500)),
        (Period.YEAR, "2026", 1, Money(10500)),
    ]
    with database.read() as connection:
        assert fiscal.verify(connection).sound


def test_a_month_that_ended_on_a_day_off_is_closed_before_the_next_day(database: Database, ids: CountedIds) -> None:
    fiscal = france(ids)
    sell(database, fiscal, document(1, 10000, day="20261230"))
    close(database, fiscal, "20261230")
    sell(database, fiscal, document(2, 500, day="20270102"))
    assert close(database, fiscal, "20270102") == [
        (Period.MONTH, "202612", 1, Money(10000)),
        (Period.YEAR, "2026", 1, Money(10000)),
        (Period.DAY, "20270102", 2, Money(500)),
    ]


def stored_events(database: Database) -> list[str]:
    with database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq")]


def test_the_event_log_begins_with_260_and_follows_the_journal(database: Database, ledger: Ledger, ids: CountedIds) -> None:
    fiscal = FranceFiscal(signer=DigestSigner(), ids=ids, till_code="K2", zone=PARIS, software_version="0.1.0")
    ledger.stamper = fiscal.event
    with database.write() as connection:
        ledger.append(connection, "staff.signed_in", {"by": "pin"}, person_id="p-camille")
        ledger.append(connection, "sales.basket_parked", {}, person_id="p-camille")
        ledger.append(connection, "staff.signed_out", {}, person_id="p-camille")
    signs = [payload.rsplit(",", 2)[0] for payload in stored_events(database)]
    assert signs == [
        "00000001,260,Initialisation_JET,20261122110000,SYS,K2",
        "00000002,80,p-camille,20261122110000,p-camille,K2",
        "00000003,40,p-camille,20261122110000,p-camille,K2",
    ]


def test_a_new_software_version_is_an_event_once(database: Database, ids: CountedIds) -> None:
    for version in ("0.1.0", "0.1.0", "0.2.0", "0.2.0"):
        with database.write() as connection:
            module = FranceFiscal(signer=DigestSigner(), ids=ids, till_code="K2", zone=PARIS, software_version=version)
            module.open_till(connection, at_utc=AT_UTC, person_id="system")
    assert [payload.split(",")[1] for payload in stored_events(database)] == ["260", "250"]


def test_records_signed_by_an_earlier_key_still_verify(database: Database, ids: CountedIds) -> None:
    for number in (1, 2):
        fiscal = france(ids)
        with database.write() as connection:
            fiscal.open_till(connection, at_utc=AT_UTC, person_id="system")
        sell(database, fiscal, document(number, 1000))
    with database.read() as connection:
        assert fiscal.verify(connection).sound


def test_what_a_ticket_printed_is_known_later(database: Database, ids: CountedIds) -> None:
    fiscal = france(ids)
    with database.write() as connection:
        printed = fiscal.stamp(connection, document(1, 1000))
    assert printed.lines == (f"Signature {printed.extract} · Logiciel kiosk 0.1.0 (fiscal 1.0)",)
    with database.read() as connection:
        assert fiscal.printed_of(connection, "t1") == printed
