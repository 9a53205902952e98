"""What the closing pages show, derived from the day's figures and the count. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from kiosk.basics.money import ZERO, Money
from kiosk.cash.drawer import DrawerSession
from kiosk.sales.closing_service import ClosedDay
from kiosk.sales.day import DayFigures
from kiosk.ui.formats import Formats
from kiosk.ui.models.store_model import TenderTotalRow
from kiosk.ui.viewmodels.cash import NOTHING_TYPED, TypedAmount


class ClosingStep(IntEnum):
    """The numbers are the places in ``ClosingPage.qml``."""

    COUNT = 0
    CHECK = 1
    DONE = 2


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """``running`` is None until the figures have been read; without an open session nothing is counted."""

    step: ClosingStep = ClosingStep.COUNT
    session: DrawerSession | None = None
    expected: Money | None = None
    running: DayFigures | None = None
    typed: TypedAmount = NOTHING_TYPED
    counted: Money | None = None
    closed: ClosedDay | None = None
    busy: bool = False


@dataclass(frozen=True, slots=True)
class ClosingProps:
    """Finished words and figures for QML. What is expected stays empty while the drawer is counted."""

    step: int = 0
    counting: bool = True
    checking: bool = False
    closed: bool = False
    busy: bool = False
    can_go_on: bool = False
    has_session: bool = False
    session_number: str = ""
    opened_at: str = ""
    typed: str = ""
    counted: str = ""
    expected: str = ""
    gap: str = ""
    gap_tone: str = ""
    gap_none: bool = True
    tickets: str = ""
    takings: str = ""
    z_number: str = ""
    day_total: str = ""
    day_sales: str = ""
    day_returns: str = ""
    perpetual: str = ""
    perpetual_absolute: str = ""
    tenders: tuple[TenderTotalRow, ...] = ()


def derive(facts: ClosingFacts, formats: Formats) -> ClosingProps:
    session, running, closed = facts.session, facts.running, facts.closed
    blind = facts.step is ClosingStep.COUNT
    gap = ZERO if blind or facts.counted is None or facts.expected is None else facts.counted - facts.expected
    figures = closed.figures if closed else running
    return ClosingProps(
        step=int(facts.step), counting=blind, checking=facts.step is ClosingStep.CHECK, closed=facts.step is ClosingStep.DONE, busy=facts.busy,
        can_go_on=_can_go_on(facts), has_session=session is not None, session_number=session.number if session else "",
        opened_at=formats.clock(session.opened_at_utc) if session else "", typed=formats.money(facts.typed.amount),
        counted=_money(facts.counted, formats), expected="" if blind else _money(facts.expected, formats), gap=_signed(gap, formats),
        gap_tone="wait" if gap else "ok", gap_none=not gap, tickets=formats.whole(figures.ticket_count) if figures else "",
        takings=formats.money(figures.total) if figures else "", z_number=formats.whole(closed.closing.number) if closed else "",
        day_total=formats.money(closed.figures.total) if closed else "", day_sales=formats.money(closed.figures.sales) if closed else "",
        day_returns=formats.money(closed.figures.returns) if closed else "",
        perpetual=formats.money(closed.closing.perpetual.algebraic) if closed else "",
        perpetual_absolute=formats.money(closed.closing.perpetual.absolute) if closed else "",
        tenders=tuple(TenderTotalRow(kind, formats.money(amount)) for kind, amount in figures.tenders) if figures else (),
    )  # fmt: skip


def _can_go_on(facts: ClosingFacts) -> bool:
    """An empty drawer is a count (0), an untouched pad is none."""
    if facts.busy or facts.running is None:
        return False
    return facts.step is not ClosingStep.COUNT or facts.typed != NOTHING_TYPED


def _money(amount: Money | None, formats: Formats) -> str:
    return "–" if amount is None else formats.money(amount)


def _signed(gap: Money, formats: Formats) -> str:
    return f"+{formats.money(gap)}" if gap > ZERO else formats.money(gap)
