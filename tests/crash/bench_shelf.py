"""Random acts behind the counter: erase, the thirty points, the workshop, grades, the shelf; and what comes from outside: days, price books."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import msgspec

from kiosk.basics.money import Money
from kiosk.diagnostics.repairs import PartUsed, Work
from kiosk.diagnostics.store import INSPECTION
from kiosk.diagnostics.tester import SafetyTester
from kiosk.diagnostics.workshop import WAYS_OUT
from kiosk.sales.refund import Grounds
from kiosk.staff.approvals import Why
from kiosk.staff.rights import Right
from kiosk.stock.units import Grade, UnitState
from kiosk.sync import store as sync_store
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import PRICE_BOOKS, Cursor, FeedRow, PullPage
from kiosk.tradein.shelf import tell_new_books
from kiosk.tradein.store import PublishedBook
from tests.bench import RESOURCES
from tests.crash.bench_hands import BenchHands

NOTHING = "nothing"
OURS = "SELECT id FROM unit WHERE register_number IS NOT NULL AND id IN (SELECT unit_id FROM trade_in)"
FIRST_BOOK = (RESOURCES / "pricebook" / "2026-11.toml").read_text("utf-8")
JUMPS_S = (30, 300, 901, 3600, 6 * 3600, 24 * 3600, 8 * 24 * 3600, 15 * 24 * 3600, 61 * 24 * 3600)


class BenchShelf:
    """Each act gives a word for what was done."""

    def __init__(self, hands: BenchHands) -> None:
        self._hands, self._draw, self._services = hands, hands.draw, hands.services
        self._inspections = hands.services.inspections

    # ── erase and inspect ──────────────────────────────────────────────────────────────────────────────────────────
    def erase(self) -> str:
        unit_id = self._ours("to_erase", "to_erase", "to_erase", "for_sale")
        if unit_id is None:
            return NOTHING
        tool = self._draw.choice(self._services.erasures.tools.tools)
        version = self._draw.choice(tool.versions) if self._draw.random() < 0.95 else "0"
        self._services.erasures.erase(
            unit_id, self._hands.anybody(), method=tool.method, tool=tool.id, tool_version=version, verified=self._draw.random() < 0.9
        )  # fmt: skip
        return "erased"

    def inspect(self) -> str:
        """Begin, or go on."""
        unit_id = self._ours("to_inspect", "to_inspect", "to_inspect", "for_sale", "to_erase")
        if unit_id is None:
            return NOTHING
        unit = self._services.stock.unit_by_id(unit_id)
        assert unit is not None
        if self._draw.random() < 0.6:
            self._hands.session_id = self._inspections.start_by_code(unit.label_code, self._hands.anybody("ines")).session_id
        else:
            self._hands.session_id = self._inspections.start(unit_id, self._hands.technician("ines")).session_id
        return "inspecting"

    def points(self) -> str:
        """Some of the points, in their order or not."""
        session_id = self._session()
        if session_id is None:
            return NOTHING
        person = self._hands.technician("ines")
        screen = self._inspections.screen(session_id)
        inspection = self._hands.inspection(screen.model)
        steps = [step for step in inspection.checklist.steps if step.questions]
        done = self._draw.sample(steps, k=self._draw.choice((1, 5, len(steps))))
        for step in done:
            for slot in step.photo_slots:
                self._inspections.add_photo(session_id, slot, self._hands.photo(), person)
            for question in step.questions:
                if question.measure is not None and (not question.options or self._draw.random() < 0.9):
                    self._measure(session_id, question.question_id, self._hands.number(question))
                else:
                    self._inspections.answer(session_id, question.question_id, self._hands.option(question), person)
        return "points"

    def take(self) -> str:
        session_id = self._session()
        if session_id is None:
            return NOTHING
        checklist = self._hands.inspection(self._inspections.screen(session_id).model).checklist
        self._inspections.take(session_id, self._hands.report(checklist), self._hands.anybody("ines"))
        return "point report"

    def test_again(self) -> str:
        session_id = self._session()
        if session_id is None:
            return NOTHING
        points = sorted(self._hands.inspection(self._inspections.screen(session_id).model).points)
        self._inspections.open_point(session_id, self._draw.choice(points), self._hands.technician("ines"))
        self._inspections.test_again(session_id, tuple(self._draw.sample(points, k=2)), self._hands.technician("ines"), reason="repaired")
        return "again"

    def finish(self) -> str:
        session_id = self._session()
        if session_id is None:
            return NOTHING
        end = self._inspections.finish if self._draw.random() < 0.8 else self._inspections.send_to_workshop
        done = end(session_id, self._hands.anybody("ines"))
        self._hands.unit_id = done.unit.unit_id
        return f"finished {done.graded.outcome.value}"

    # ── the workshop, grades ───────────────────────────────────────────────────────────────────────────────────────
    def repair(self) -> str:
        unit_id = self._ours("rework", "rework", "rework", "rework", "quarantine")
        if unit_id is None:
            return NOTHING
        screen = self._services.aftercare.workshop.screen(unit_id, self._hands.technician("aminata"))
        points = [failed.point_id for failed in screen.failed] or ["battery"]
        named = [self._draw.choice(screen.parts).part for _ in range(self._draw.randint(0, 2))] if screen.parts else []
        parts = tuple(
            PartUsed(part, Money(self._draw.choice((-1, 0, 1100, 5200))), self._draw.random() < 0.5, self._draw.choice(("", "F-77"))) for part in named
        )
        minutes = self._draw.choice((0, 10, 45, 601))
        self._services.aftercare.workshop.repair(unit_id, Work(tuple(points[: self._draw.randint(0, 3)]), parts, minutes), self._hands.anybody("aminata"))
        return "repaired"

    def let_go(self) -> str:
        unit_id = self._ours("rework", "blocked", "quarantine", "parts")
        if unit_id is None:
            return NOTHING
        unit = self._services.stock.unit_by_id(unit_id)
        assert unit is not None
        person = self._hands.technician()
        to_state = self._draw.choice(WAYS_OUT[unit.state]) if self._draw.random() < 0.9 else UnitState.FOR_SALE
        lent = self._hands.approval(Right.RELEASE_UNIT, person, unit_id) if self._draw.random() < 0.6 else None
        why = Why(self._draw.choice(("unlocked", "other", "")), self._draw.choice(("", "vu avec Sophie")))
        self._services.aftercare.workshop.let_go(unit_id, to_state, why, person, approved_by=lent)
        self._hands.unit_id = unit_id
        return f"let go {to_state.value}"

    def hold(self) -> str:
        """Set apart by hand, whatever state it is in."""
        unit_id = self._ours("for_sale", "to_inspect", "to_erase", "rework", "sold")
        if unit_id is None:
            return NOTHING
        reason = self._draw.choice(self._services.holds.reasons.reasons).reason
        self._services.holds.hold(unit_id, reason, self._hands.anybody(), note=self._draw.choice(("", "fumée")))
        return "held"

    def release(self) -> str:
        """The answer came."""
        held = self._hands.sales.ask(f"{OURS} AND hold IS NOT NULL ORDER BY rowid")
        if not held:
            return NOTHING
        unit_id, person = self._draw.choice(held), self._hands.technician()
        reason = self._draw.choice(self._services.holds.reasons.reasons).reason
        lent = self._hands.approval(Right.RELEASE_UNIT, person, unit_id) if self._draw.random() < 0.6 else None
        self._services.holds.release(unit_id, reason, Why(self._draw.choice(("answered", ""))), person, approved_by=lent)
        return "released"

    def grade(self) -> str:
        unit_id = self._ours("for_sale", "for_sale", "blocked")
        if unit_id is None:
            return NOTHING
        person, grade = self._hands.technician(), self._draw.choice(tuple(Grade))
        lent = self._hands.approval(Right.RAISE_GRADE, person, unit_id) if self._draw.random() < 0.5 else None
        self._services.aftercare.grades.change(unit_id, grade, Why("scratch"), person, approved_by=lent)
        return "graded"

    def explain(self) -> str:
        """Why every unit stands as it does."""
        for unit_id in self._hands.sales.ask(OURS):
            self._services.aftercare.history.of(unit_id)
        self._services.aftercare.history.moved_by()
        return "explained"

    # ── sold and brought back ──────────────────────────────────────────────────────────────────────────────────────
    def sell(self) -> str:
        """Whatever state it is in: what may not be sold is refused."""
        unit_id = self._ours("for_sale", "for_sale", "for_sale", "quarantine", "to_erase", "to_inspect", "blocked", "rework", "parts")
        if unit_id is None:
            return NOTHING
        unit, sales = self._services.stock.unit_by_id(unit_id), self._hands.sales
        assert unit is not None
        if not self._services.drawer.sessions():
            self._services.drawer.open_session(Money(90_000), person=sales.sophie)
        ticket = sales.pay(sales.sales.add_unit(sales.sales.new_basket(), unit), own_cards=False)
        assert unit.state is UnitState.FOR_SALE, f"sold while {unit.state}"
        return f"sold {ticket.number}"

    def close_day(self) -> str:
        """Else nothing could be sold on the next."""
        counted = self._hands.sales.expected() if self._services.drawer.sessions() else None
        return f"closed {self._services.closing.close_day(person=self._hands.sales.sophie, counted=counted).number}"

    def bring_back(self) -> str:
        sold = self._hands.sales.ask(f"SELECT ticket.number FROM ticket JOIN ticket_line ON ticket_line.ticket_id = ticket.id WHERE unit_id IN ({OURS})")
        if not sold:
            return NOTHING
        found = self._services.returns.returnable(self._draw.choice(sold))
        line = next((line for line in found.lines if line.left and line.unit), None)
        if line is None or line.unit is None:
            return NOTHING
        sales = self._hands.sales
        grounds = Grounds("changed_mind", scanned=line.unit.serial)
        basket = self._services.returns.add_back(sales.sales.new_basket(), found.ticket.number, {line.line.line_id: 1}, grounds, person=sales.sophie)
        return f"brought back {sales.pay(basket).number}"

    # ── from outside ───────────────────────────────────────────────────────────────────────────────────────────────
    def time_passes(self) -> str:
        """Minutes, a night, past an offer's last day, past what is remembered; now and then a clock set back."""
        clock = self._hands.till.clock
        if self._draw.random() < 0.06:
            clock.set_wall(clock.now_utc() - timedelta(minutes=30))
            return "set back"
        clock.advance(seconds=self._draw.choices(JUMPS_S, weights=(30, 30, 8, 8, 6, 5, 3, 3, 1))[0])
        return "later"

    def price_book(self) -> str:
        """Central publishes a version: other prices, from today, from tomorrow, for some days; or one that is broken."""
        with self._hands.till.house.database.write() as connection:
            start = sync_store.cursor_of(connection, PRICE_BOOKS)
            v = start.v + 1
            row = FeedRow(v, f"v{v}", msgspec.Raw(msgspec.json.encode(self._book(v))))
            page = PullPage(PRICE_BOOKS, start, Cursor(v, ""), (row,), more=True, head_v=v, rev=1)
            assert apply_page(connection, page, epoch=1) is not None
            tell_new_books(connection, self._hands.till.house.ledger)
        return "price book"

    # ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def _book(self, v: int) -> PublishedBook:
        draw, version = self._draw, f"v{v}"
        today: date = self._hands.till.clock.now_utc().date()
        valid_from = (today + timedelta(days=draw.choice((-3, 0, 0, 1, 5)))).isoformat()
        valid_to = (today + timedelta(days=draw.randint(6, 30))).isoformat() if draw.random() < 0.3 else None
        text = FIRST_BOOK.replace('version = "2026-11"', f'version = "{version}"').replace('valid_from = "2026-11-01"', f'valid_from = "{valid_from}"')
        text = text.replace("cash_allowed = false", f"cash_allowed = {str(draw.random() < 0.8).lower()}")
        text = text.replace("part_cents = 1100", f"part_cents = {draw.choice((900, 1100, 2300))}")
        text = text.replace("voucher_bonus_bp = 650", f"voucher_bonus_bp = {draw.choice((0, 650, 1000))}")
        text = text.replace("floor_cents = 500", f"floor_cents = {draw.choice((100, 500, 1000))}")
        until = f'valid_to = "{valid_to}"\n' if valid_to else ""
        text = text.replace("cap_cents = 70000", f"{until}cap_cents = {draw.choice((20_000, 70_000, 90_000))}")
        if draw.random() < 0.1:
            text = text[: len(text) // 2]
        return PublishedBook(version, valid_from, hashlib.sha256(text.encode()).hexdigest(), text, valid_to)

    def _measure(self, session_id: str, question_id: str, number: int) -> None:
        today = self._hands.till.clock.now_utc().date()
        tester = SafetyTester("0104-4711", today - timedelta(days=self._draw.choice((10,) * 30 + (400,))))
        question = next(q for q in self._hands.inspection(self._inspections.screen(session_id).model).checklist.questions() if q.question_id == question_id)
        self._inspections.measure(session_id, question_id, number, self._hands.technician("ines"), tester=tester if question.instrument else None)

    def _ours(self, *states: str) -> str | None:
        """One of the units that this till bought, in a drawn state."""
        found = self._hands.sales.ask(f"{OURS} AND state = '{self._draw.choice(states)}' ORDER BY rowid")
        self._hands.unit_id = self._draw.choice(found) if found else None
        return self._hands.unit_id

    def _session(self) -> str | None:
        found = self._hands.sales.ask(f"SELECT id FROM diagnostic_session WHERE purpose = '{INSPECTION}' AND state = 'open' ORDER BY rowid")
        found = found if found and self._draw.random() < 0.95 else self._hands.sales.ask(f"SELECT id FROM diagnostic_session WHERE purpose = '{INSPECTION}'")
        same = [session_id for session_id in found if session_id == self._hands.session_id]
        self._hands.session_id = same[0] if same and self._draw.random() < 0.85 else self._draw.choice(found) if found else None
        return self._hands.session_id
