"""What today's board shows, derived from the day's figures and the stock. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.basics.money import ZERO, Money
from kiosk.sales.closing_service import Board
from kiosk.stock.service import AgeBand
from kiosk.stock.units import UnitState
from kiosk.tradein.board import BenchBoard
from kiosk.ui.formats import Formats
from kiosk.ui.models.store_model import (
    AgeRow,
    FunnelRow,
    HourRow,
    PointRow,
    ScaleRow,
    StateRow,
    age_rows,
    funnel_rows,
    hour_rows,
    point_rows,
    state_rows,
)
from kiosk.ui.viewmodels.durations import duration

NOT_IN_THE_HOUSE = (UnitState.SOLD, UnitState.PARTS)
DASH = "–"


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """The day, the stock and the bench as their services know them; None until they have been read."""

    board: Board | None = None
    stock: Mapping[UnitState, int] = field(default_factory=dict)
    bands: tuple[AgeBand, ...] = ()
    bench: BenchBoard | None = None
    late_deposits: int = 0
    unlawful_names: int = 0
    busy: bool = False


@dataclass(frozen=True, slots=True)
class BoardProps:
    """Finished words and figures for QML."""

    day: str = ""
    takings: str = ""
    non_sale: str = ""
    tickets: str = ""
    item_count: int = 0
    average: str = ""
    margin: str = ""
    margin_part: str = ""
    cash_expected: str = ""
    cash_float: str = ""
    drawer_open: bool = False
    unit_count: int = 0
    stock_cost: str = ""
    bought_amount: str = ""
    paused: str = ""
    paused_for: str = ""
    point_count: int = 0
    hour_count: int = 0
    busy: bool = False
    hours: tuple[HourRow, ...] = ()
    scale: tuple[ScaleRow, ...] = ()
    states: tuple[StateRow, ...] = ()
    ages: tuple[AgeRow, ...] = ()
    funnel: tuple[FunnelRow, ...] = ()
    points: tuple[PointRow, ...] = ()


def derive(facts: BoardFacts, *, now: datetime, formats: Formats) -> BoardProps:
    if facts.board is None:
        return BoardProps(day=formats.day(now), busy=facts.busy)
    figures, sessions = facts.board.figures, facts.board.sessions
    hours, scale = hour_rows(facts.board.by_hour, now_hour=formats.local_hour(now), formats=formats)
    points = point_rows(facts.stock, facts.bands, late_deposits=facts.late_deposits, unlawful_names=facts.unlawful_names)
    bench = facts.bench
    return BoardProps(
        day=formats.day(now), takings=formats.money(figures.total),
        non_sale=formats.money(figures.non_sale) if figures.non_sale else "", tickets=formats.whole(figures.ticket_count), item_count=figures.article_count,
        average=formats.money(figures.average_basket), margin=formats.money(figures.unit_margin),
        margin_part=formats.percent(round(figures.margin_share_bp / 10)) if figures.total else "", cash_expected=_money(facts.board.expected_cash, formats),
        cash_float=_money(Money.total(item.opening_float for item in sessions) if sessions else None, formats), drawer_open=bool(sessions),
        unit_count=sum(count for state, count in facts.stock.items() if state not in NOT_IN_THE_HOUSE),
        stock_cost=formats.money(Money.total(band.cost for band in facts.bands)), bought_amount=formats.money(bench.bought if bench else ZERO),
        paused=duration(sum(one.paused_ms for one in bench.pauses)) if bench and bench.pauses else "",
        paused_for=" · ".join(f"{one.words.text(formats.language)} {duration(one.paused_ms)}" for one in bench.pauses) if bench else "",
        point_count=len(points), hour_count=len(hours), busy=facts.busy, hours=hours, scale=scale, states=state_rows(facts.stock),
        ages=age_rows(facts.bands), funnel=funnel_rows((bench.started, bench.offered, bench.accepted) if bench else (0, 0, 0), formats), points=points,
    )  # fmt: skip


def _money(amount: Money | None, formats: Formats) -> str:
    return DASH if amount is None else formats.money(amount)
