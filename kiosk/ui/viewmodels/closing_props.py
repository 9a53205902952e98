"""What the closing pages show, derived from the day's figures and the counts. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from kiosk.basics.money import ZERO, Money
from kiosk.cash.counting import Count, beyond
from kiosk.cash.drawer import DrawerSession
from kiosk.fiscal.module import Closing, Period
from kiosk.sales.closing_service import BeforeClosing, ClosedDay
from kiosk.sales.day import DayFigures
from kiosk.sales.drawer_service import CountOutcome
from kiosk.ui.formats import Formats
from kiosk.ui.models.store_model import TenderTotalRow


class ClosingStep(IntEnum):
    """The numbers are the places in ``ClosingPage.qml``."""

    COUNT = 0
    CHECK = 1
    DONE = 2
    GAP = 3
    """Before everything else, when so many days wait that the clock may be wrong."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One drawer with the last count that was taken of it."""

    session: DrawerSession
    outcome: CountOutcome


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """``running`` is None until the figures have been read; without an open session nothing is counted. ``keeps`` None leaves all in the drawer."""

    step: ClosingStep = ClosingStep.COUNT
    sessions: tuple[DrawerSession, ...] = ()
    counted: tuple[Counted, ...] = ()
    running: DayFigures | None = None
    before: BeforeClosing | None = None
    allowed: Money = ZERO
    count: Count | None = None
    reason: str = ""
    keeps: Money | None = None
    envelope: str = ""
    closed: ClosedDay | None = None
    gap_confirmed: bool = False
    busy: bool = False

    @property
    def session(self) -> DrawerSession | None:
        """The drawer that is counted now."""
        place = len(self.counted)
        return self.sessions[place] if self.step is ClosingStep.COUNT and place < len(self.sessions) else None

    @property
    def total(self) -> Money:
        """Of all counts."""
        return Money.total(item.outcome.count.total for item in self.counted)

    @property
    def shut(self) -> tuple[DrawerSession, ...]:
        """The drawers that were closed before the day is, and counted."""
        return tuple(item for item in (self.before.closed_drawers if self.before else ()) if item.counted is not None)

    @property
    def gap(self) -> Money:
        """Of all drawers together."""
        now = Money.total(item.outcome.difference or ZERO for item in self.counted)
        return now + Money.total(item.difference or ZERO for item in self.shut)

    @property
    def all_counted(self) -> Money | None:
        """In all drawers, also those that were closed before; None when there is no count."""
        if not self.counted and not self.shut:
            return None
        return self.total + Money.total(item.counted or ZERO for item in self.shut)

    @property
    def wants_reason(self) -> bool:
        """One of the drawers differs by more than is allowed."""
        return any(item.outcome.difference is not None and beyond(item.outcome.difference, self.allowed) for item in self.counted)

    @property
    def dropped(self) -> Money:
        """What goes to the safe."""
        if self.keeps is None:
            return ZERO
        kept = Money.total(min(item.outcome.count.total, self.keeps) for item in self.counted)
        return self.total - kept


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """One frozen period."""

    number: int
    period: str
    label: str
    total: str


@dataclass(frozen=True, slots=True)
class ClosingProps:
    """Finished words and figures for QML. What is expected stays empty while a drawer is counted."""

    step: int = 0
    counting: bool = True
    checking: bool = False
    closed: bool = False
    busy: bool = False
    can_go_on: bool = False
    has_session: bool = False
    session_number: str = ""
    session_place: int = 0
    session_count: int = 0
    opened_at: str = ""
    counted: str = ""
    expected: str = ""
    gap: str = ""
    gap_tone: str = ""
    gap_none: bool = True
    asks_gap: bool = False
    gap_first: str = ""
    gap_now: str = ""
    drawers_shut: int = 0
    nothing_counted: bool = False
    wants_reason: bool = False
    usual: str = ""
    drops: bool = False
    dropped: str = ""
    unsent: int = 0
    parked: int = 0
    unsettled: int = 0
    waiting_days: int = 0
    tickets: str = ""
    takings: str = ""
    non_sale: str = ""
    z_number: str = ""
    day_total: str = ""
    day_sales: str = ""
    day_returns: str = ""
    perpetual: str = ""
    perpetual_absolute: str = ""
    tenders: tuple[TenderTotalRow, ...] = ()
    closings: tuple[ClosingRow, ...] = ()


def derive(facts: ClosingFacts, formats: Formats, *, usual: Money) -> ClosingProps:
    session, closed, before = facts.session, facts.closed, facts.before
    blind, asked = facts.step in (ClosingStep.COUNT, ClosingStep.GAP), facts.step is ClosingStep.GAP
    gap, counted = ZERO if blind else facts.gap, facts.all_counted
    expected = None if blind or counted is None else counted - facts.gap
    figures = closed.figures if closed else facts.running
    props = ClosingProps(
        step=int(facts.step), counting=facts.step is ClosingStep.COUNT, checking=facts.step is ClosingStep.CHECK,
        closed=facts.step is ClosingStep.DONE, busy=facts.busy,
        can_go_on=_can_go_on(facts), has_session=bool(facts.sessions), session_number=session.number if session else "",
        session_place=len(facts.counted) + 1, session_count=len(facts.sessions), opened_at=formats.clock(session.opened_at_utc) if session else "",
        asks_gap=asked, gap_first=formats.date(before.days[0].day) if before and before.days and asked else "",
        gap_now=f"{formats.date(before.now_local.date())} · {formats.clock(before.now_local)}" if before and asked else "",
        drawers_shut=len(facts.shut), nothing_counted=counted is None,
        counted=_money(counted, formats), expected="" if blind else _money(expected, formats),
        gap=_signed(gap, formats), gap_tone="wait" if gap or facts.wants_reason else "ok", gap_none=not gap and not facts.wants_reason,
        wants_reason=facts.wants_reason and not blind, usual=formats.round_money(usual), drops=facts.keeps is not None,
        dropped=formats.money(facts.dropped), unsent=before.unsent if before else 0, parked=before.parked if before else 0,
        unsettled=before.unsettled_cards if before else 0, waiting_days=len(before.days) if before else 0,
        tickets=formats.whole(figures.ticket_count) if figures else "", takings=formats.money(figures.total) if figures else "",
        non_sale=formats.money(figures.non_sale) if figures and figures.non_sale else "",
        tenders=tuple(TenderTotalRow(kind, formats.money(amount)) for kind, amount in figures.tenders) if figures else (),
    )  # fmt: skip
    return props if closed is None else _frozen(props, closed, formats)


def _frozen(props: ClosingProps, closed: ClosedDay, formats: Formats) -> ClosingProps:
    """With what stands on the Z."""
    rows = tuple(ClosingRow(item.number, item.period.value, _label(item, formats), formats.money(item.totals.total)) for item in closed.closings)
    return replace(
        props, z_number=formats.whole(closed.closing.number), day_total=formats.money(closed.figures.total),
        day_sales=formats.money(closed.figures.sales), day_returns=formats.money(closed.figures.returns),
        perpetual=formats.money(closed.closing.perpetual.algebraic), perpetual_absolute=formats.money(closed.closing.perpetual.absolute),
        closings=rows if len(rows) > 1 else (),
    )  # fmt: skip


def _label(closing: Closing, formats: Formats) -> str:
    """``22/11/2026``, ``11/2026``, ``2026``."""
    match closing.period:
        case Period.DAY:
            return formats.date(date.fromisoformat(closing.label[:8]))
        case Period.MONTH:
            return f"{closing.label[4:]}/{closing.label[:4]}"
        case _:
            return closing.label


def _can_go_on(facts: ClosingFacts) -> bool:
    """An empty drawer is a count (0), an untouched one is none; a large difference wants its reason and a drop its envelope."""
    if facts.busy or facts.running is None:
        return False
    match facts.step:
        case ClosingStep.GAP:
            return True
        case ClosingStep.COUNT:
            return facts.count is not None
        case ClosingStep.CHECK:
            return (bool(facts.reason.strip()) or not facts.wants_reason) and (bool(facts.envelope.strip()) or not facts.dropped)
        case _:
            return True


def _money(amount: Money | None, formats: Formats) -> str:
    return "–" if amount is None else formats.money(amount)


def _signed(gap: Money, formats: Formats) -> str:
    return f"+{formats.money(gap)}" if gap > ZERO else formats.money(gap)
