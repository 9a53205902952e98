"""E. The drawer and its counts: what users of other tills report, and why it cannot happen here. Each test bears the number of its report."""

from __future__ import annotations

import json
import random

import pytest
from sqlalchemy.exc import DatabaseError

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import ZERO, Money
from kiosk.cash.counting import Count, CountPurpose
from kiosk.cash.drawer import CashReason, DrawerFigures, DrawerMode, DrawerSession
from kiosk.cash.drawers import NoDrawerSession, WhichDrawer
from kiosk.cash.rules import CashReasonUnknown
from kiosk.journal.ledger import Ledger
from kiosk.sales.cash_service import CashAmountRefused, CashMove, NoteMissing
from kiosk.sales.drawer_closing import Ending
from kiosk.sales.drawer_service import DifferenceTooLarge, DifferenceUnexplained, DrawerSessionOpen, DropRefused, NotYourDrawer
from kiosk.staff.approvals import Action, Approval, Why
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, RightMissing
from kiosk.stock import store as stock_store
from kiosk.storage.engine import Database
from kiosk.tradein.bookkeeping import Payout
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, answer_all, build_bench, load_demo_shop
from tests.integration.sale_shop import CAMILLE, IMEIS, SOPHIE, YANIS, Till, cash, furnish, open_till, phone

CASE_EAN = "2000000000015"
FLOAT = Money(150_00)


@pytest.fixture
def till(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    furnish(database)
    found = open_till(database, ledger, clock, ids)
    found.drawer.open_session(FLOAT, person=CAMILLE)
    return found


def session(till: Till) -> DrawerSession:
    (found,) = till.drawer.sessions()
    return found


def figures(till: Till) -> DrawerFigures:
    return till.drawer.figures(session(till).session_id, person=SOPHIE)


def close(till: Till, cents: int, *, person: Person = SOPHIE, **how: object) -> DrawerSession:
    return till.drawer.close_session(Money(cents), person=person, ending=Ending(**how))  # type: ignore[arg-type]  # the test names the fields


def entry(till: Till, kind: str) -> dict[str, object]:
    """The newest journal entry of a kind."""
    with till.database.read() as connection:
        found = [item for item in till.ledger.entries_after(connection, 0, 0, limit=10_000) if item.kind == kind][-1]
    body: dict[str, object] = json.loads(found.entry)["body"]
    return body


def lent(till: Till, right: Right, note: str = "") -> Approval:
    """What Sophie lends Camille for this drawer."""
    return Approval(right, Action.CASH_MOVEMENT, "p-camille", "p-sophie", "Sophie", Why("other", note), session(till).session_id)


def jet(till: Till, code: int) -> list[str]:
    """What the fiscal event log says under a code."""
    with till.database.read() as connection:
        rows = connection.exec_driver_sql("SELECT payload FROM fiscal_stamp WHERE chain = 'JET' ORDER BY seq").scalars()
        return [str(row) for row in rows if f",{code}," in str(row)]


# ── the opening ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.answers("odoo#112776", "odoo#129378", "odoo#196395", "odoo#243775")
def test_a_float_below_what_the_night_before_left_is_a_difference_of_the_opening_and_is_never_counted_again_at_the_closing(till: Till) -> None:
    close(till, 150_00)
    opened = till.drawer.open_session(Money(145_00), person=SOPHIE)
    assert (opened.opening_expected, opened.opening_difference) == (Money(150_00), Money(-5_00))
    assert entry(till, "drawer.opening_differs")["difference_cents"] == -5_00
    till.sale.pay(till.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    closed = close(till, 174_90)
    assert (closed.expected, closed.difference, closed.opening_difference) == (Money(174_90), ZERO, Money(-5_00))
    till.closing.close_day(person=SOPHIE)
    assert till.papers()[-1].count("Écart à l’ouverture") == 1


@pytest.mark.answers("odoo#239841")
def test_a_session_that_nobody_counted_is_not_taken_for_what_the_next_one_should_find(till: Till) -> None:
    till.drawer.close_session(None, person=SOPHIE, ending=Ending(reason="Malaise d’un client"))
    assert till.drawer.open_session(FLOAT, person=SOPHIE).opening_expected is None
    assert "drawer.opening_differs" not in till.kinds()


@pytest.mark.answers("odoo#108694")
def test_no_loss_is_booked_when_the_drawer_is_opened_with_nothing_in_it(till: Till) -> None:
    close(till, 150_00, left=ZERO, envelope="E-100")
    opened = till.drawer.open_session(ZERO, person=SOPHIE)
    assert (opened.opening_expected, opened.opening_difference) == (ZERO, ZERO)
    till.sale.pay(till.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    assert close(till, 29_90).difference == ZERO


# ── what is expected ───────────────────────────────────────────────────────────────────────────────────────────────
def test_with_500_in_the_drawer_a_sale_of_749_paid_with_1000_makes_1249(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> None:
    furnish(database)
    till = open_till(database, ledger, clock, ids)
    till.drawer.open_session(Money(500_00), person=CAMILLE)
    with database.write() as connection:
        stock_store.upsert_units(connection, [(phone(1, price_cents=749_00), 2)])
    ticket = till.sale.pay(till.basket(IMEIS[0]), [cash(1000_00)], person=CAMILLE)
    assert (ticket.change, figures(till).session.expected) == (Money(251_00), Money(1249_00))


@pytest.mark.answers("PA0#33", "NX#573")
def test_change_is_taken_off_the_expected_cash(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(50_00)], person=CAMILLE)
    assert figures(till).session.expected == Money(150_00 + 29_90)


@pytest.mark.answers("NX#1072")
def test_a_sale_paid_half_by_card_puts_only_its_cash_into_the_drawer(till: Till) -> None:
    basket = till.basket(IMEIS[0])
    till.sale.pay(basket, [till.approved_card(basket, Money(400_00)), cash(50_00)], person=CAMILLE)
    assert figures(till).session.expected == Money(150_00 + 49_00)


@pytest.mark.answers("NX#427", "NX#454")
def test_what_goes_to_the_safe_at_closing_is_a_drop_and_no_expense_and_changes_no_difference(till: Till) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(449_00)], person=CAMILLE)
    closed = close(till, 599_00, left=Money(150_00), envelope="E-4711")
    assert (closed.counted, closed.expected, closed.difference, closed.left) == (Money(599_00), Money(599_00), ZERO, Money(150_00))
    with till.database.read() as connection:
        moved = connection.exec_driver_sql("SELECT reason, amount_cents, note FROM drawer_movement ORDER BY row_no").all()
    assert [tuple(row) for row in moved] == [("sale", 449_00, None), ("closing_drop", -449_00, "E-4711")]
    assert till.drawer.open_session(Money(150_00), person=SOPHIE).opening_difference == ZERO


def test_more_than_was_counted_cannot_go_to_the_safe_and_an_envelope_has_a_number(till: Till) -> None:
    for wrong in ({"left": Money(150_01), "envelope": "E-1"}, {"left": Money(100_00)}, {"left": Money(-1), "envelope": "E-1"}):
        with pytest.raises(DropRefused):
            close(till, 150_00, **wrong)
    assert session(till).open


def test_a_device_paid_in_cash_is_missing_from_the_drawer_as_it_should_be(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> None:
    """RD#81: the payout of a trade-in was not deducted from the day's cash."""
    load_demo_shop(database)
    till = open_till(database, ledger, clock, ids)
    bench = build_bench(database, ledger, clock, ids, pays_cash=True)
    yanis, sophie = bench.person("yanis"), bench.person("sophie")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    with pytest.raises(NoDrawerSession):
        bench.purchases.buy(screen.session_id, payout=Payout.CASH, signature=SIGNATURE, person=yanis)
    till.drawer.open_session(Money(300_00), person=sophie)
    bought = bench.purchases.buy(screen.session_id, payout=Payout.CASH, signature=SIGNATURE, person=yanis)
    assert bought.register_number == "L01-K2-R000001"
    found = till.drawer.figures(session(till).session_id, person=sophie)
    assert found.session.expected == Money(300_00) - bought.paid
    assert [(item.reason, item.count, item.amount) for item in found.moved] == [(CashReason.TRADE_IN, 1, -bought.paid)]
    till.closing.close_day(person=sophie, counted=found.session.expected)
    assert "Reprises payées en espèces" in till.papers()[-1]


# ── the closing ────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.answers("odoo#59350")
def test_a_difference_is_still_there_after_the_closing_on_every_side_and_on_every_copy(till: Till) -> None:
    close(till, 147_50)
    closed = till.closing.close_day(person=SOPHIE)
    assert closed.sessions[0].difference == Money(-2_50)
    drawers = entry(till, "fiscal.day_closed")["drawers"]
    assert isinstance(drawers, list) and drawers[0]["difference_cents"] == -2_50
    with pytest.raises(NoDrawerSession):
        till.drawer.close_session(Money(150_00), person=SOPHIE, session_id=closed.sessions[0].session.session_id)
    till.closing.reprint(closed.closing.closing_id, person=SOPHIE)
    assert "2,50" in till.papers()[-1] and "DUPLICATA n° 1" in till.papers()[-1]


@pytest.mark.answers("odoo#72720")
def test_a_drawer_that_is_right_to_the_cent_is_closed_like_any_other(till: Till) -> None:
    assert close(till, 150_00, person=CAMILLE).counted == Money(150_00)
    assert entry(till, "drawer.session_closed")["difference_cents"] == 0


@pytest.mark.answers("ERP#41514", "ERP#43855", "ERP#41351")
def test_a_ticket_of_the_closing_minute_is_in_this_closing_or_in_the_next_and_never_in_none(till: Till) -> None:
    first = till.sale.pay(till.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    one = till.closing.close_day(person=SOPHIE, counted=Money(179_90))
    till.drawer.open_session(FLOAT, person=CAMILLE)
    second = till.sale.pay(till.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    assert first.head.at_utc == second.head.at_utc
    two = till.closing.close_day(person=SOPHIE, counted=Money(179_90))
    assert (one.figures.ticket_count, two.figures.ticket_count, two.closing.perpetual.algebraic) == (1, 1, Money(59_80))


@pytest.mark.answers("NexoPOS delete")
def test_what_moved_in_a_drawer_and_how_it_was_counted_can_be_neither_changed_nor_deleted(till: Till) -> None:
    till.sale.pay(till.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    till.drawer.count(session(till).session_id, Money(150_00), purpose=CountPurpose.CHECK, person=CAMILLE)
    for attack in (
        "DELETE FROM drawer_movement", "UPDATE drawer_movement SET amount_cents = 0", "DELETE FROM drawer_count",
        "UPDATE drawer_count SET counted_cents = 0", "DELETE FROM ticket",
    ):  # fmt: skip
        with pytest.raises(DatabaseError, match="sealed row"), till.database.write() as connection:
            connection.exec_driver_sql(attack)
    assert figures(till).session.expected == Money(179_90)


# ── counting blind ─────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_cashier_never_learns_what_is_expected_neither_on_screen_nor_on_paper(till: Till) -> None:
    """OCA#1495, PN#159, PA0#153: there the figure was only hidden, or filled in beforehand."""
    till.sale.pay(till.basket(IMEIS[0]), [cash(449_00)], person=CAMILLE)
    blind = till.drawer.count(session(till).session_id, Money(598_00), purpose=CountPurpose.CLOSING, person=CAMILLE)
    assert (blind.expected, blind.difference, blind.needs_approval) == (None, None, False)
    till.cash.print_x(person=CAMILLE)
    x = till.papers()[-1]
    closed = close(till, 598_00, person=CAMILLE)
    assert (closed.expected, closed.difference) == (None, None)
    for paper in (x, till.papers()[-1]):
        assert "599,00" not in paper and "449,00" not in paper and "1,00" not in paper.replace("598,00", "")
        assert "Espèces attendues" not in paper
    report = till.cash.x_report(person=CAMILLE)
    assert (report.figures, report.drawers, report.ticket_count) == (None, (), 1)


def test_a_manager_sees_expected_and_difference_on_the_x_and_on_the_slip(till: Till) -> None:
    till.sale.pay(till.basket(IMEIS[0]), [cash(449_00)], person=CAMILLE)
    before = till.kinds()
    till.cash.print_x(person=SOPHIE)
    assert "599,00" in till.papers()[-1] and "Lecture X" in till.papers()[-1]
    assert till.kinds() == [*before, "drawer.x_printed"]
    seen = till.drawer.count(session(till).session_id, Money(598_00), purpose=CountPurpose.CHECK, person=SOPHIE)
    assert (seen.expected, seen.difference) == (Money(599_00), Money(-1_00))
    close(till, 598_00)
    assert "599,00" in till.papers()[-1]


def test_beyond_the_allowed_difference_a_manager_accepts_it_and_says_why_and_every_count_is_kept(till: Till) -> None:
    assert till.drawer.count(session(till).session_id, Money(144_99), purpose=CountPurpose.CLOSING, person=CAMILLE).needs_approval
    with pytest.raises(DifferenceTooLarge):
        close(till, 144_99, person=CAMILLE)
    assert not till.drawer.count(session(till).session_id, Money(145_00), purpose=CountPurpose.CLOSING, person=CAMILLE).needs_approval
    with pytest.raises(DifferenceUnexplained):
        close(till, 144_99, person=SOPHIE)
    found = session(till)
    close(till, 144_99, person=CAMILLE, approved_by=lent(till, Right.ACCEPT_DIFFERENCE, "Rendu de trop à midi"))
    counts = till.drawer.counts(found.session_id, person=SOPHIE)
    assert [(item.purpose.value, item.count.total.amount_cents) for item in counts] == [
        ("opening", 150_00), ("closing", 144_99), ("closing", 145_00), ("closing", 144_99),
    ]  # fmt: skip
    body = entry(till, "drawer.session_closed")
    assert (body["difference_cents"], body["approved_by"], body["note"]) == (-5_01, "p-sophie", "Rendu de trop à midi")
    assert f"{found.number}_-5.01" in jet(till, 170)[-1]


def test_a_count_keeps_its_notes_and_coins(till: Till) -> None:
    counted = Count.by_pieces({50_00: 2, 20_00: 2, 5_00: 1, 2_00: 2, 50: 2, 20: 0})
    assert counted.total == Money(150_00)
    till.drawer.close_session(counted, person=CAMILLE)
    assert entry(till, "drawer.session_closed")["pieces"] == {"5000": 2, "2000": 2, "500": 1, "200": 2, "50": 2}


# ── whose drawer ───────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def own(database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds) -> Till:
    """A till where each has their own drawer."""
    furnish(database)
    return open_till(database, ledger, clock, ids, mode=DrawerMode.OWN)


def test_each_sells_into_their_own_drawer_and_closes_only_that_one(own: Till) -> None:
    camille = own.drawer.open_session(Money(100_00), person=CAMILLE)
    sophie = own.drawer.open_session(Money(200_00), person=SOPHIE)
    assert (camille.drawer_no, sophie.drawer_no) == (1, 2)
    with pytest.raises(DrawerSessionOpen):
        own.drawer.open_session(ZERO, person=CAMILLE)
    own.sale.pay(own.basket(CASE_EAN), [cash(29_90)], person=CAMILLE)
    own.sale.pay(own.basket(IMEIS[0]), [cash(449_00)], person=SOPHIE)
    expected = [own.drawer.figures(each.session_id, person=SOPHIE).session.expected for each in (camille, sophie)]
    assert expected == [Money(129_90), Money(649_00)]
    with pytest.raises(NotYourDrawer):
        own.drawer.close_session(Money(649_00), person=CAMILLE, session_id=sophie.session_id)
    own.drawer.close_session(Money(649_00), person=SOPHIE)
    assert [item.session_id for item in own.drawer.sessions()] == [camille.session_id]


def test_cash_moves_and_the_drawer_opens_only_for_who_may_or_was_lent_the_right_for_this_drawer(till: Till) -> None:
    """Odoo logs who opened it and why (odoo#121110); here also who allowed it."""
    with pytest.raises(RightMissing):
        till.cash.open_without_sale("change_for_customer", person=CAMILLE)
    till.cash.open_without_sale("change_for_customer", person=CAMILLE, approved_by=lent(till, Right.MOVE_CASH))
    body = entry(till, "drawer.opened_without_sale")
    assert (body["reason"], body["approved_by"]) == ("change_for_customer", "p-sophie")
    assert "Tiroir_ouvert_sans_vente" in jet(till, 170)[-1]
    till.cash.drop(Money(50_00), envelope="E-12", person=CAMILLE, approved_by=lent(till, Right.MOVE_CASH))
    assert "E-12" in till.papers()[-1] and "50,00" in till.papers()[-1] and "Sophie" in till.papers()[-1]
    for wanted, refusal in (
        (CashMove("supplies", Money(10_00)), NoteMissing), (CashMove("supplies", Money(150_01), "Papier"), CashAmountRefused),
        (CashMove("look", Money(1_00)), CashReasonUnknown),
    ):  # fmt: skip
        with pytest.raises(refusal):
            till.cash.move(wanted, person=SOPHIE)
    till.closing.close_day(person=SOPHIE, counted=Money(100_00))
    assert "Ouvertures sans vente" in till.papers()[-1]


def test_whose_cash_it_is_is_asked_when_several_drawers_are_open_and_none_is_theirs(own: Till) -> None:
    own.drawer.open_session(ZERO, person=CAMILLE)
    own.drawer.open_session(ZERO, person=SOPHIE)
    with pytest.raises(WhichDrawer):
        own.cash.move(CashMove("bank_change", Money(20_00)), person=YANIS)


def test_a_manager_sees_a_drawer_that_was_left_open_and_closes_it(own: Till) -> None:
    """RD#249."""
    own.drawer.open_session(Money(100_00), person=CAMILLE)
    left_open = session(own)
    closed = own.drawer.close_session(Money(100_00), person=SOPHIE, session_id=left_open.session_id)
    assert (closed.closed_by, closed.person_id, closed.difference) == ("p-sophie", "p-camille", ZERO)
    assert entry(own, "drawer.session_closed")["held_by"] == "p-camille"


def test_a_drawer_goes_from_hand_to_hand_with_its_count(till: Till) -> None:
    handed = till.drawer.hand_over(session(till).session_id, SOPHIE, person=CAMILLE, counted=Money(150_00))
    assert (handed.person_id, session(till).person_id) == ("p-sophie", "p-sophie")
    body = entry(till, "drawer.handed_over")
    assert (body["from_person_id"], body["to_person_id"], body["counted_cents"]) == ("p-camille", "p-sophie", 150_00)
    assert "Passage de caisse" in till.papers()[-1] and "Espèces attendues" not in till.papers()[-1]
    till.drawer.close_session(Money(150_00), person=SOPHIE)
    (held,) = [line.split() for line in till.papers()[-1].splitlines() if "Tenu par" in line]
    assert held[-1] == "Sophie"


# ── every day ──────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("seed", range(12))
def test_on_any_day_the_drawer_holds_its_float_and_everything_that_moved(till: Till, seed: int) -> None:
    """Random days of sales with change, refunds, cash in and out, safe drops, openings for nothing; the count is always exact."""
    draw = random.Random(seed)
    hand = 150_00
    for _step in range(draw.randrange(4, 14)):
        hand += act(till, draw)
        assert till.expected() == Money(hand)
    left = Money(draw.randrange(0, hand + 1)) if hand else ZERO
    closed = close(till, hand, left=left, envelope="E-9")
    assert (closed.difference, closed.left) == (ZERO, left)
    z = till.closing.close_day(person=SOPHIE)
    frozen = z.sessions[0]
    assert FLOAT + Money.total(item.amount for item in frozen.moved if item.reason != CashReason.CLOSING_DROP) == Money(hand)
    assert till.drawer.open_session(left, person=CAMILLE).open


def act(till: Till, draw: random.Random) -> int:
    """Something that happens at a counter; gives what it does to the drawer, in cents."""
    match draw.randrange(6):
        case 0 | 1:
            till.sale.pay(till.basket(CASE_EAN), [cash(draw.choice((29_90, 30_00, 50_00)))], person=CAMILLE)
            return 29_90
        case 2:
            amount = draw.randrange(1, 100_00)
            till.cash.move(CashMove("bank_change", Money(amount)), person=SOPHIE)
            return amount
        case 3:
            amount = min(draw.randrange(1, 100_00), till.expected().amount_cents)
            till.cash.move(CashMove("supplies", Money(amount), "Rouleaux de papier"), person=CAMILLE, approved_by=lent(till, Right.MOVE_CASH))
            return -amount
        case 4:
            amount = max(1, min(draw.randrange(1, 50_00), till.expected().amount_cents))
            till.cash.drop(Money(amount), envelope=f"E-{amount}", person=SOPHIE)
            return -amount
        case _:
            till.cash.open_without_sale("change_for_customer", person=SOPHIE)
            return 0
