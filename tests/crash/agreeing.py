"""Everything that must hold of a till, whatever was done at it: each function compares one of its books with the others, row by row."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

from sqlalchemy import Connection

from kiosk.accounting import store as accounting_store
from kiosk.accounting.agreement import closed_tickets, closing_views, drawer_views
from kiosk.accounting.books import Books, Span, books_of
from kiosk.accounting.chart import Use
from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.entries import VOUCHER_USE, BookLine
from kiosk.accounting.facts import DayClosed, TicketPaid
from kiosk.accounting.reading import read_fact
from kiosk.basics.money import Money
from kiosk.bootstrap import RESOURCES, House, Services
from kiosk.cash import store as cash_store
from kiosk.fiscal.france.events import INITIALISATION, events_of
from kiosk.fiscal.france.formats import plain_text
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import verify
from kiosk.sales import store
from kiosk.sales.rulefiles import load_sale_rules
from kiosk.sales.tax import Scheme
from kiosk.sales.ticket_line import LineKind
from kiosk.stock.store import levels
from kiosk.training import ENDED, STARTED
from tests.crash.random_shop import CASE, CASES

MENTION, GUARANTEE, LAWFUL = "Régime particulier – Biens d’occasion", "Garantie légale jusqu’au", "Garantie légale de conformité"
CREDITS = ("voucher", "gift_card", "deposit")


def asked(connection: Connection, question: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(question)]


def number(connection: Connection, question: str) -> int:
    """The one figure that a question has as its answer; nothing is zero."""
    ((found,),) = asked(connection, question)
    return int(str(found or 0))


def texts(connection: Connection, question: str) -> list[str]:
    return [str(found) for (found,) in asked(connection, question)]


def till_agrees(house: House, services: Services, *, till_code: str) -> int:
    """All chains verify, and every book agrees with every other; gives how many days are closed. Training shows the real till's stock each time."""
    with house.database.read() as connection:
        assert house.ledger.quarantined is None
        assert verify(connection, key=house.key.public, marker=HeadMarker(house.data_dir)).fault is None
        assert services.fiscal.verify(connection).sound
        tickets_agree(connection, services, till_code=till_code)
        receipts_agree(connection)
        returns_agree(connection)
        cards_agree(connection)
        if not house.training:
            stock_agrees(connection)
        credits_agree(connection)
        drawers_agree(connection)
        register_agrees(connection)
        copies_agree(connection)
        events_agree(connection)
        training_agrees(connection)
        return books_agree(connection, services, house.data_dir)


def tickets_agree(connection: Connection, services: Services, *, till_code: str) -> None:
    """Numbers without a gap, grand totals that are those of the tickets, every tender of its ticket (compliance §10, 1)."""
    tickets = [stored.ticket for stored in store.tickets_after(connection, 0)]
    assert [ticket.number for ticket in tickets] == [f"L01-{till_code}-{number:06d}" for number in range(1, len(tickets) + 1)]
    perpetual = services.fiscal.perpetual(connection)
    assert perpetual.algebraic == Money.total(ticket.total for ticket in tickets)
    assert perpetual.absolute.amount_cents == sum(abs(ticket.total.amount_cents) for ticket in tickets)
    assert all(Money.total(tender.amount for tender in ticket.tenders) - ticket.change == ticket.due for ticket in tickets)
    assert number(connection, "SELECT count(*) FROM ticket_tender WHERE ticket_id NOT IN (SELECT id FROM ticket)") == 0
    assert number(connection, "SELECT count(*) FROM fiscal_stamp WHERE chain = 'TICKET'") == len(tickets)
    assert number(connection, "SELECT count(*) FROM fiscal_stamp WHERE chain = 'GRANDTOTAL'") == len(tickets)


def receipts_agree(connection: Connection) -> None:
    """On every paper of a second-hand device: its mention and its price, no net and no VAT; sold, its guarantee and its register number (§10, 5)."""
    registers = {str(unit_id): str(printed) for unit_id, printed in asked(connection, "SELECT id, register_number FROM unit WHERE register_number IS NOT NULL")}
    for stored in store.tickets_after(connection, 0):
        ticket, receipt = stored.ticket, stored.receipt
        second_hand = [line for line in ticket.lines if line.scheme is Scheme.MARGIN]
        assert (receipt.margin_mention, receipt.margin_total) == ((MENTION, Money.total(line.gross for line in second_hand)) if second_hand else (None, None))
        ordinary = {line.mark for line in ticket.lines if line.scheme is not Scheme.MARGIN}
        assert {row.tax_mark for row in receipt.tax_rows} <= ordinary
        for row in receipt.tax_rows:
            lines = [line for line in ticket.lines if line.mark == row.tax_mark and line.kind is LineKind.SALE]
            assert (row.net, row.tax) == (Money.total(line.net for line in lines), Money.total(line.tax for line in lines))
        for line, shown in zip(ticket.lines, receipt.lines, strict=True):
            if line.unit_id is None or line.came_back:
                continue
            assert any(detail.startswith(GUARANTEE) for detail in shown.details)
            assert any("2 ans" in mention and LAWFUL in mention for mention in receipt.mentions)
            register = registers.get(line.unit_id)
            assert register is None or any(detail.endswith(register) for detail in shown.details)


def returns_agree(connection: Connection) -> None:
    """Nothing returned beyond what was sold; what came back whole cost nothing, to the cent."""
    sold, back, gross = Counter[str](), Counter[str](), Counter[str]()
    for line in (line for stored in store.tickets_after(connection, 0) for line in stored.ticket.lines):
        key = line.original_line_id or line.line_id
        (back if line.came_back else sold)[key] += abs(line.quantity)
        gross[key] += line.gross.amount_cents
    assert all(0 <= back[key] <= sold[key] for key in back)
    assert all(gross[key] == 0 for key in back if back[key] == sold[key])
    assert all(cents >= 0 for cents in gross.values())


def cards_agree(connection: Connection) -> None:
    """No payment without its ticket: what a terminal took or gave stands on one, or its basket is still there to be finished."""
    charged = "SELECT coalesce(sum(amount_cents), 0) FROM card_intent WHERE ticket_id IS NOT NULL AND state = 'approved'"
    assert number(connection, charged) == number(connection, "SELECT sum(amount_cents) FROM ticket_tender WHERE kind = 'card'")
    waiting = "state IN ('asked', 'approved') AND ticket_id IS NULL"
    assert texts(connection, f"SELECT DISTINCT basket_id FROM card_intent WHERE {waiting} AND basket_id NOT IN (SELECT id FROM open_basket)") == []
    assert number(connection, "SELECT count(*) FROM card_intent WHERE ticket_id IS NOT NULL AND state <> 'approved'") == 0


def stock_agrees(connection: Connection) -> None:
    """A device is sold when it went out once more than it came back, kept while its deposit is open, bought with a register line; cases are counted."""
    gone = "SELECT unit_id FROM ticket_line WHERE unit_id IS NOT NULL GROUP BY unit_id HAVING sum(CAST(quantity AS INTEGER)) = 1"
    assert set(texts(connection, "SELECT id FROM unit WHERE state = 'sold'")) == set(texts(connection, gone))
    kept = "SELECT unit_id FROM voucher WHERE kind = 'deposit' AND state = 'open'"
    assert sorted(texts(connection, "SELECT id FROM unit WHERE state = 'reserved' AND id LIKE 's%'")) == sorted(texts(connection, kept))
    unregistered = "SELECT count(*) FROM unit WHERE imei LIKE '35910063500%' AND id NOT IN (SELECT unit_id FROM register_entry)"
    assert number(connection, unregistered) == 0
    assert levels(connection)[CASE] == CASES - number(connection, f"SELECT sum(CAST(quantity AS INTEGER)) FROM ticket_line WHERE product_id = '{CASE}'")


def credits_agree(connection: Connection) -> None:
    """What customers hold in credits, cards and deposits is what they gave for it, in money or devices, less what they spent."""
    spent = sum(number(connection, f"SELECT sum(amount_cents) FROM ticket_tender WHERE kind = '{kind}'") for kind in CREDITS)
    given = number(connection, "SELECT sum(non_sale_cents) FROM ticket")
    traded = number(connection, "SELECT sum(market_value_cents) FROM trade_in WHERE payout = 'voucher'")
    assert number(connection, "SELECT sum(balance_cents) FROM voucher") == given + traded - spent
    promised = number(connection, "SELECT sum(bonus_cents) FROM trade_in WHERE payout = 'voucher'")
    used = Money.total(bonus.amount for stored in store.tickets_after(connection, 0) for bonus in stored.ticket.bonuses).amount_cents
    assert number(connection, "SELECT sum(bonus_cents) FROM voucher") == promised - used
    assert number(connection, "SELECT count(*) FROM voucher WHERE balance_cents < 0 OR bonus_cents < 0") == 0
    assert number(connection, "SELECT count(*) FROM voucher WHERE (balance_cents + bonus_cents = 0) <> (state = 'spent')") == 0


def drawers_agree(connection: Connection) -> None:
    """A drawer holds its float and what moved in it; what goes to the safe after the last count is no part of what was expected."""
    moved = "SELECT session_id, sum(amount_cents) FROM drawer_movement WHERE reason <> 'closing_drop' GROUP BY session_id"
    sums = {str(session_id): int(str(cents)) for session_id, cents in asked(connection, moved)}
    for session_id, opened_with, expected in asked(connection, "SELECT id, float_cents, expected_cents FROM drawer_session WHERE closed_at_utc IS NOT NULL"):
        assert int(str(expected)) == int(str(opened_with)) + sums.get(str(session_id), 0)
    for session in cash_store.open_sessions(connection):
        assert cash_store.expected_in(connection, session).amount_cents == session.opening_float.amount_cents + sums.get(session.session_id, 0)
    paid = number(connection, "SELECT sum(amount_cents) FROM drawer_movement WHERE reason = 'trade_in'")
    assert -paid == number(connection, "SELECT sum(paid_cents) FROM trade_in WHERE payout = 'cash'")


def register_agrees(connection: Connection) -> None:
    """No device bought without its line of the police register, its purchase, its contract; no line twice or left out (compliance §10, 6)."""
    bought = texts(connection, "SELECT unit_id FROM trade_in ORDER BY row_no")
    assert texts(connection, "SELECT unit_id FROM register_entry ORDER BY row_no") == bought
    assert [int(found) for found in texts(connection, "SELECT number FROM register_entry ORDER BY row_no")] == list(range(1, len(bought) + 1))
    assert texts(connection, "SELECT number FROM document WHERE kind = 'contract' ORDER BY row_no") == texts(
        connection, "SELECT number FROM trade_in ORDER BY row_no"
    )
    assert number(connection, "SELECT count(*) FROM journal_entry WHERE kind = 'tradein.bought'") == len(bought)
    unknown = "SELECT id FROM unit WHERE vat_origin = 'margin' AND register_number IS NULL AND id NOT IN (SELECT unit_id FROM register_entry)"
    assert texts(connection, unknown) == []


def copies_agree(connection: Connection) -> None:
    """Every copy that the journal knows stands in the chain of duplicates, each document's counted from one (FIS-12)."""
    told = number(connection, "SELECT count(*) FROM journal_entry WHERE kind IN ('sales.ticket_reprinted', 'fiscal.closing_reprinted')")
    assert number(connection, "SELECT count(*) FROM fiscal_stamp WHERE chain = 'DUPLICATE'") == told
    counts: Counter[str] = Counter()
    for payload in texts(connection, "SELECT payload FROM fiscal_stamp WHERE chain = 'DUPLICATE' ORDER BY seq"):
        _, _, count, _, _, original, *_ = payload.split(",")
        counts[original] += 1
        assert int(count) == counts[original]


def events_agree(connection: Connection) -> None:
    """What the law wants in the event log stands there once, in the order of the journal, after its first record (FIS-17)."""
    wanted: list[tuple[int, str]] = []
    for entry in texts(connection, "SELECT CAST(entry AS TEXT) FROM journal_entry ORDER BY epoch, seq"):
        said = json.loads(entry)
        wanted += events_of(said["kind"], said["body"], said["person"])
    told = [payload.split(",")[1:3] for payload in texts(connection, "SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq")]
    assert [code for code, _ in told[:1]] == [str(INITIALISATION)] * bool(wanted), "nothing is told yet when it was killed at once"
    assert told[1:] == [[str(code), plain_text(info)] for code, info in wanted]


def training_agrees(connection: Connection) -> None:
    """Training began and ended in turn, and none of its tickets is one of these."""
    turns = texts(connection, f"SELECT kind FROM journal_entry WHERE kind IN ('{STARTED}', '{ENDED}') ORDER BY epoch, seq")
    assert turns == [(STARTED, ENDED)[place % 2] for place in range(len(turns))]


def books_agree(connection: Connection, services: Services, data_dir: Path) -> int:
    """Each closed day seen five ways, and no sale both declared and invoiced, from the journal alone; gives how many days there were."""
    facts = tuple(fact for entry in accounting_store.entries(connection) if (fact := read_fact(entry, services.zone)) is not None)
    chart = load_chart(RESOURCES, data_dir)
    days = closed_tickets(facts)
    wrong = [(closed.closing.number, view) for closed in days for view in closing_views(closed, chart) if not view.agrees]
    wrong += [(drawer.number, view) for drawer, view in drawer_views(facts) if not view.agrees]
    assert wrong == []
    rules = load_sale_rules(RESOURCES)
    books = books_of(facts, chart, lambda day: Fraction(rules.on(day).rate("margin").rate_bp, 100))
    years = {chart.fiscal_year(fact.place.day) for fact in facts}
    entries = [entry for year in years for entry in books.entries(Span(year.first, year.last))[0]]
    lines = [line for entry in entries for line in entry.lines]
    assert Money.total(line.debit for line in lines) == Money.total(line.credit for line in lines)
    owed_agrees(connection, lines)
    declared_and_invoiced_agree(connection, books)
    return sum(isinstance(fact, DayClosed) for fact in facts)


def owed_agrees(connection: Connection, lines: list[BookLine]) -> None:
    """What the accounts owe to customers is what their credits, cards and deposits are worth, kind by kind."""
    balances: Counter[Use] = Counter()
    for line in lines:
        balances[line.account.use] += (line.credit - line.debit).amount_cents
    for kind, use in VOUCHER_USE.items():
        assert balances[use] == number(connection, f"SELECT sum(balance_cents) FROM voucher WHERE kind = '{kind}'"), kind


def declared_and_invoiced_agree(connection: Connection, books: Books) -> None:
    """Turnover is what is declared, what is invoiced, and what came back of an invoiced sale before its credit note (ERP-03)."""
    tickets: tuple[TicketPaid, ...] = books.tickets
    if not tickets:
        return
    declared = Money.total(group.gross for group in books.groups(Span(tickets[0].place.day, tickets[-1].place.day)))
    signed = "SELECT sum(CASE WHEN ticket.total_cents < 0 THEN -invoice.total_cents ELSE invoice.total_cents END) FROM invoice"
    invoiced = Money(number(connection, f"{signed} JOIN ticket ON ticket.id = invoice.ticket_id"))
    not_credited = Money.total(
        line.gross
        for ticket in tickets
        if ticket.ticket_id not in books.invoiced
        for line in ticket.lines
        if line.kind is LineKind.SALE and ticket.origin_of(line) in books.invoiced
    )
    assert declared + invoiced + not_credited == Money.total(ticket.total for ticket in tickets)
