"""Random acts of a trade-in: anything that a technician, a customer or an instrument may do at any moment, allowed or not."""

from __future__ import annotations

from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.session import time_is_up
from kiosk.diagnostics.store import TRADE_IN, SessionRow
from kiosk.errors import Refused
from kiosk.staff.rights import Right
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.identify import Reading
from kiosk.tradein.offer_life import APPROVAL, COUNTER_REASONS, MEASURE, PHOTO, Proof
from tests.bench import SIGNATURE
from tests.crash.bench_hands import BenchHands

DOT = (((20.0, 20.0), (21.0, 21.0)),)
NONSENSE = ("", "*#06#", "359100639000013", "http://example.fr", "L01K1U0000001", "5901234123457", "😀" * 40)
MOST_OPEN = 4
NOTHING = "nothing"


class BenchDesk:
    """Each act gives a word for what was done."""

    def __init__(self, hands: BenchHands) -> None:
        self._hands, self._draw, self._services = hands, hands.draw, hands.services
        self._trade_ins = hands.services.trade_ins

    def start(self) -> str:
        """A device that nobody has seen, one of before, or nothing that is a device."""
        draw, hands = self._draw, self._hands
        if len(self._open()) >= MOST_OPEN:
            return NOTHING
        known = hands.sales.ask("SELECT imei FROM unit WHERE imei IS NOT NULL ORDER BY rowid DESC LIMIT 30")
        known += [state.started.imei or "" for row in self._rows() for _row, state in [hands.recorder.load(row.session_id)]]
        model, way = hands.model(), draw.random()
        person = hands.anybody()
        if way < 0.07:
            return self._began(self._trade_ins.start(draw.choice(NONSENSE), person).session_id)
        if way < 0.3 and known:
            return self._began(self._trade_ins.start(draw.choice(known), person).session_id)
        if model.kind is DeviceKind.SMARTPHONE and model.tacs:
            chosen = model.model_id if draw.random() < 0.5 else None if draw.random() < 0.9 else hands.model().model_id
            return self._began(self._trade_ins.start(hands.new_imei(model.tacs[0]), person, model_id=chosen).session_id)
        number = hands.new_imei() if model.kind is DeviceKind.SMARTPHONE else f"SER{draw.randrange(10**6):06d}"
        return self._began(self._trade_ins.start(Reading(number), person, model_id=model.model_id).session_id)

    def answer(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        step = self._hands.step(self._hands.checklist(state).steps, state.step_id)
        if not step.questions:
            return NOTHING
        question = self._draw.choice(step.questions)
        person = self._hands.anybody()
        if question.measure is not None and self._draw.random() < 0.8:
            self._trade_ins.measure(row.session_id, question.question_id, self._hands.number(question), person)
        else:
            self._trade_ins.answer(row.session_id, question.question_id, self._hands.option(question), person)
        return "answered"

    def pass_step(self) -> str:
        """The whole open step, photos too: else no session came to its end."""
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        step = self._hands.checklist(state).step(state.step_id or "")
        if step is None:
            return NOTHING
        person = self._hands.technician()
        for slot in step.photo_slots:
            self._trade_ins.add_photo(row.session_id, slot, self._hands.photo(), person)
        for question in step.questions:
            if question.measure is not None:
                self._trade_ins.measure(row.session_id, question.question_id, self._hands.number(question), person)
            else:
                self._trade_ins.answer(row.session_id, question.question_id, self._hands.option(question), person)
        return "passed step"

    def pass_many(self) -> str:
        """Of one session, until it is told."""
        said = [self.pass_step() for _ in range(self._draw.randint(4, 16))]
        return NOTHING if set(said) == {NOTHING} else f"passed {len(said)}"

    def pass_rest(self) -> str:
        row = self._one()
        return NOTHING if row is None else self._said("passed rest", self._trade_ins.pass_rest(row.session_id, self._hands.anybody()))

    def take(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        return self._said("report", self._trade_ins.take(row.session_id, self._hands.report(self._hands.checklist(state)), self._hands.technician()))

    def photo(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        slots = [slot for step in self._hands.checklist(state).steps for slot in step.photo_slots] or ["front"]
        slot = self._draw.choice(slots) if self._draw.random() < 0.9 else "no_such_view"
        return self._said("photo", self._trade_ins.add_photo(row.session_id, slot, self._hands.photo(), self._hands.technician()))

    def mark(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        x, y = self._draw.randrange(1000), self._draw.randrange(1000)
        gone = self._draw.random() < 0.2
        return self._said("mark", self._trade_ins.mark(row.session_id, self._hands.technician(), face="front", x_permille=x, y_permille=y, gone=gone))

    def go_to(self) -> str:
        row, step_id = self._one(), ""
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        step_id = self._draw.choice(self._hands.checklist(state).steps).step_id if self._draw.random() < 0.95 else "no_such_step"
        if self._draw.random() < 0.7:
            return self._said("opened", self._trade_ins.open_step(row.session_id, step_id, self._hands.technician()))
        return self._said("skipped", self._trade_ins.skip_step(row.session_id, step_id, self._hands.technician(), reason="customer"))

    def pause(self) -> str:
        row = self._one()
        return NOTHING if row is None else self._said("paused", self._trade_ins.pause(row.session_id, self._hands.anybody(), reason="password"))

    def resume(self) -> str:
        row = self._one()
        return NOTHING if row is None else self._said("resumed", self._trade_ins.resume(row.session_id, self._hands.technician()))

    def extend(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        person = self._hands.person(self._draw.choice(("yanis", "sophie")))
        lent = self._hands.approval(Right.RAISE_OFFER, person, row.session_id) if self._draw.random() < 0.5 else None
        reason = self._draw.choice(("customer_waits", ""))
        return self._said("extended", self._trade_ins.extend(row.session_id, person, minutes=self._draw.choice((1, 5)), reason=reason, approved_by=lent))

    # ── the price ──────────────────────────────────────────────────────────────────────────────────────────────────
    def propose(self) -> str:
        row = self._one()
        return NOTHING if row is None else self._said("proposed", self._trade_ins.propose(row.session_id, self._hands.anybody()))

    def counter(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        draw, person = self._draw, self._hands.anybody()
        kind = draw.choice((PHOTO, MEASURE, APPROVAL, "gut_feeling"))
        known = {PHOTO: sorted(state.photos.values()), MEASURE: sorted(state.answers), APPROVAL: [""]}.get(kind, [])
        proof = Proof(draw.choice((*COUNTER_REASONS, " ", "no_such_reason")), kind, draw.choice(known) if known and draw.random() < 0.9 else "nothing")
        price = Money(draw.choice((draw.randrange(0, 60_000), draw.randrange(0, 600) * 100, -100, 10**9)))
        lent = self._hands.approval(Right.RAISE_OFFER, person, row.session_id) if draw.random() < 0.6 else None
        return self._said("countered", self._trade_ins.life.counter(row.session_id, person, price=price, proof=proof, approved_by=lent))

    def identify_seller(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        _row, state = self._hands.load(row.session_id)
        seller = self._hands.seller(state.started.imei)
        return self._said("identified", self._trade_ins.identify_seller(row.session_id, seller, self._hands.anybody()))

    def decline(self) -> str:
        row = self._one()
        return NOTHING if row is None else self._said("declined", self._trade_ins.decline(row.session_id, self._hands.anybody(), reason="price"))

    def come_back(self) -> str:
        refused = self._trade_ins.life.refused()
        rows = [offer.session_id for offer in refused] or [row.session_id for row in self._rows()]
        if not rows or len(self._open()) >= MOST_OPEN:
            return NOTHING
        self._hands.session_id = self._draw.choice(rows)
        return self._said("came back", self._trade_ins.life.come_back(self._hands.session_id, self._hands.anybody()))

    def buy(self) -> str:
        row = self._one()
        if row is None:
            return NOTHING
        signature = SIGNATURE if self._draw.random() < 0.9 else DOT
        payout = self._draw.choice((Payout.VOUCHER, Payout.VOUCHER, Payout.CASH))
        bought = self._services.purchases.buy(row.session_id, payout=payout, signature=signature, person=self._hands.anybody())
        assert signature is SIGNATURE, "bought with a dot for a signature"
        self._hands.unit_id = bought.unit.unit_id
        return f"bought {bought.number}"

    def conclude(self) -> str:
        """Price, identity, signature: as a sale is meant to go."""
        row = self._one()
        if row is None:
            return NOTHING
        words = [self.resume(), self.propose(), self.identify_seller()]
        return f"{self.buy()} after {' '.join(words)}"

    def tidy(self) -> str:
        """Whoever has waited too long gets a price for what is known, or their device back."""
        for row in self._open():
            _row, state = self._hands.load(row.session_id)
            if time_is_up(state, self._hands.till.clock.now_utc()) and state.offer is None:
                try:
                    return self._said("settled", self._trade_ins.propose(row.session_id, self._hands.technician()))
                except Refused:
                    return self._said("given up", self._trade_ins.decline(row.session_id, self._hands.technician(), reason="time"))
        return NOTHING

    def look(self) -> str:
        """What every screen reads, whatever state the sessions are in."""
        self._trade_ins.listed(since_utc="2026-01-01T00:00:00.000Z")
        self._trade_ins.life.refused()
        for row in self._rows():
            self._trade_ins.screen(row.session_id)
        return "looked"

    # ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────
    def _open(self) -> list[SessionRow]:
        return [row for row in self._trade_ins.open_trade_ins() if row.state == "open"]

    def _rows(self) -> list[SessionRow]:
        ids = self._hands.sales.ask(f"SELECT id FROM diagnostic_session WHERE purpose = '{TRADE_IN}' ORDER BY rowid DESC LIMIT 12")
        return [self._hands.recorder.load(session_id)[0] for session_id in ids]

    def _one(self) -> SessionRow | None:
        """An open one, the same for some acts; now and then one that is over."""
        rows = self._open() if self._draw.random() < 0.93 else self._rows()
        same = [row for row in rows if row.session_id == self._hands.session_id]
        row = same[0] if same and self._draw.random() < 0.85 else self._draw.choice(rows) if rows else None
        self._hands.session_id = row.session_id if row else None
        return row

    def _began(self, session_id: str) -> str:
        self._hands.session_id = session_id
        return "started"

    @staticmethod
    def _said(word: str, _screen: object) -> str:
        return word
