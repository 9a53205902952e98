"""What the page *Caisse* shows, derived from the task, the drawer and the day so far. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from kiosk.basics.money import ZERO, Money
from kiosk.cash.counting import beyond
from kiosk.cash.drawer import CashReason, DrawerSession
from kiosk.cash.rules import CashRules, Direction, MoveReason
from kiosk.sales.cash_service import XReport
from kiosk.sales.drawer_service import CountOutcome
from kiosk.staff.people import Person
from kiosk.ui.formats import Formats
from kiosk.ui.models.store_model import TenderTotalRow
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount


class CashTask(IntEnum):
    """The numbers are those of the tiles in ``CashPage.qml``."""

    READ = 0
    PAY_IN = 1
    PAY_OUT = 2
    DROP = 3
    OPEN = 4
    COUNT = 5
    HAND = 6
    CLOSE = 7


MOVES: Mapping[CashTask, Direction] = {CashTask.PAY_IN: Direction.IN, CashTask.PAY_OUT: Direction.OUT, CashTask.OPEN: Direction.NONE}
COUNTS = frozenset({CashTask.COUNT, CashTask.CLOSE, CashTask.HAND})


@dataclass(frozen=True, slots=True)
class CashFacts:
    """``outcome`` is of the count just taken; ``report`` is the X as this person may see it."""

    task: CashTask = CashTask.READ
    session: DrawerSession | None = None
    report: XReport | None = None
    reasons: tuple[MoveReason, ...] = ()
    colleagues: tuple[Person, ...] = ()
    drawers: tuple[tuple[DrawerSession, Person], ...] = ()
    """With one drawer each: which may be counted and closed, with their owners; only for these two tasks."""
    person_id: str = ""
    sees_cash: bool = False
    reason: str = ""
    colleague: str = ""
    note: str = ""
    typed: TypedAmount = NOTHING_TYPED
    outcome: CountOutcome | None = None
    allowed: Money = ZERO
    busy: bool = False

    @property
    def wants_note(self) -> bool:
        """The reason, the envelope or the difference needs words."""
        if self.task is CashTask.DROP:
            return True
        if self.outcome is not None and self.outcome.difference is not None and self.task is CashTask.CLOSE:
            return beyond(self.outcome.difference, self.allowed)
        return any(item.code == self.reason and item.note_wanted for item in self.reasons)


@dataclass(frozen=True, slots=True)
class CashReasonRow:
    """A reason that may be chosen."""

    code: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """Who may take the drawer over."""

    person_id: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """A drawer that may be counted or closed, by whose it is."""

    session_id: str
    owner: str
    number: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DrawerRow:
    """A line of what moved; ``name`` is "" for what the page has its own words for (``key``)."""

    key: str
    kind: str
    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class CashProps:
    """Finished words and figures for QML. Whatever is expected stays empty for who counts blind."""

    task: int = 0
    counts: bool = False
    moves: bool = False
    amount: str = ""
    wants_note: bool = False
    can_go_on: bool = False
    busy: bool = False
    session_number: str = ""
    opened_at: str = ""
    opening_float: str = ""
    outcome_known: bool = False
    outcome_open: bool = False
    counted: str = ""
    gap: str = ""
    gap_tone: str = "ok"
    expected: str = ""
    needs_approval: bool = False
    tickets: str = ""
    articles: str = ""
    takings: str = ""
    unsent: int = 0
    sees_cash: bool = False
    chooses_drawer: bool = False


def derive(facts: CashFacts, formats: Formats, *, counted: bool, total: Money) -> CashProps:
    session, report, outcome = facts.session, facts.report, facts.outcome
    figures = report.figures if report else None
    gap = outcome.difference if outcome else None
    return CashProps(
        task=int(facts.task), counts=facts.task in COUNTS and outcome is None, moves=facts.task in (CashTask.PAY_IN, CashTask.PAY_OUT, CashTask.DROP),
        amount=formats.money(facts.typed.amount), wants_note=facts.wants_note, can_go_on=_can_go_on(facts, counted=counted), busy=facts.busy,
        session_number=session.number if session else "", opened_at=formats.clock(session.opened_at_utc) if session else "",
        opening_float=formats.money(session.opening_float) if session else "", outcome_known=outcome is not None, outcome_open=gap is not None,
        counted=formats.money(outcome.count.total if outcome else total), gap=_signed(gap, formats), gap_tone="wait" if gap else "ok",
        expected=formats.money(outcome.expected) if outcome and outcome.expected is not None else "",
        needs_approval=outcome is not None and outcome.needs_approval, tickets=formats.whole(report.ticket_count) if report else "",
        articles=formats.whole(report.article_count) if report else "", takings=formats.money(figures.total) if figures else "",
        unsent=report.unsent if report else 0, sees_cash=facts.sees_cash,
        chooses_drawer=any(owner.person_id != facts.person_id for _drawer, owner in facts.drawers) and facts.outcome is None,
    )  # fmt: skip


def reason_rows(facts: CashFacts, formats: Formats) -> tuple[CashReasonRow, ...]:
    """In the person's language."""
    return tuple(CashReasonRow(item.code, item.label(formats.language), item.code == facts.reason) for item in facts.reasons)


def owner_rows(facts: CashFacts) -> tuple[OwnerRow, ...]:
    """Which drawer: there is something to choose when there are several, or none is the person's own."""
    chosen = facts.session.session_id if facts.session else ""
    return tuple(OwnerRow(item.session_id, owner.short_name, item.number, item.session_id == chosen) for item, owner in facts.drawers)


def tender_rows(facts: CashFacts, formats: Formats) -> tuple[TenderTotalRow, ...]:
    """All ways of paying for who sees cash, all but cash for others."""
    if facts.report is None:
        return ()
    found = facts.report.figures.tenders if facts.report.figures else facts.report.other_tenders
    return tuple(TenderTotalRow(kind, formats.money(amount)) for kind, amount in found)


def drawer_rows(facts: CashFacts, formats: Formats, rules: CashRules) -> tuple[DrawerRow, ...]:
    """Each open drawer from float to what is expected; nothing for who counts blind."""
    rows: list[DrawerRow] = []
    for drawer in facts.report.drawers if facts.report else ():
        number = drawer.session.number
        rows.append(DrawerRow(f"{number} float", "float", "", formats.money(drawer.session.opening_float)))
        rows += [
            DrawerRow(f"{number} {item.reason}", item.reason, rules.label(item.reason, formats.language), formats.money(item.amount))
            for item in drawer.moved if item.reason != CashReason.NO_SALE
        ]  # fmt: skip
        if drawer.session.expected is not None:
            rows.append(DrawerRow(f"{number} expected", "expected", "", formats.money(drawer.session.expected)))
    return tuple(rows)


def _can_go_on(facts: CashFacts, *, counted: bool) -> bool:
    if facts.busy or (facts.session is None and facts.task is not CashTask.READ):
        return False
    noted = bool(facts.note.strip()) or not facts.wants_note
    match facts.task:
        case CashTask.READ:
            return True
        case CashTask.COUNT | CashTask.CLOSE:
            return noted if facts.outcome is not None else counted
        case CashTask.HAND:
            return bool(facts.colleague) and counted
        case CashTask.OPEN:
            return bool(facts.reason) and noted
        case CashTask.DROP:
            return facts.typed.amount > ZERO and noted
        case _:
            return bool(facts.reason) and facts.typed.amount > ZERO and noted


def _signed(gap: Money | None, formats: Formats) -> str:
    if gap is None:
        return ""
    return f"+{formats.money(gap)}" if gap > ZERO else formats.money(gap)
