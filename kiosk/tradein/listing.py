"""The trade-ins of the day as a list shows them: which device, how far, what became of it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.store import OPEN, TRADE_IN, SessionRow
from kiosk.diagnostics.views import session_facts
from kiosk.tradein.rulefiles import BenchRules


@dataclass(frozen=True, slots=True)
class TradeInListed:
    """One line. ``state`` is *open*, *bought* or *declined*; ``step`` is where an open one stands, ``remaining_ms`` its clock."""

    session_id: str
    number: str
    state: str
    started_at_utc: str
    person_id: str
    model: DeviceModel
    imei: str | None
    serial: str | None
    done_count: int
    step_count: int
    step: Words | None
    remaining_ms: int
    paused: bool
    finished: bool


def listed(recorder: Recorder, catalogue: CatalogueService, rules: BenchRules, *, since_utc: str) -> tuple[TradeInListed, ...]:
    """Everything begun since then and everything still open, latest first."""
    with recorder.database.read() as connection:
        rows = chain(diagnostics_store.sessions_since(connection, TRADE_IN, since_utc), diagnostics_store.open_sessions(connection, TRADE_IN))
        found = {row.session_id: row for row in rows}
    now = recorder.clock.now_utc()
    lines = [_line(recorder, catalogue, rules, row, now) for row in found.values()]
    return tuple(sorted(lines, key=lambda line: line.started_at_utc, reverse=True))


def _line(recorder: Recorder, catalogue: CatalogueService, rules: BenchRules, row: SessionRow, now: datetime) -> TradeInListed:
    _row, state = recorder.load(row.session_id)
    model = catalogue.model_by_id(state.started.model_id)
    assert model is not None, "a session's model is in the catalogue"
    facts = session_facts(state, rules.checklists[model.kind].for_capabilities(model.capabilities), now)
    return TradeInListed(
        session_id=row.session_id, number=row.number or "", state=row.state if state.decision is not None else OPEN, started_at_utc=row.started_at_utc,
        person_id=row.person_id, model=model, imei=state.started.imei, serial=state.started.serial, done_count=facts.done_count,
        step_count=len(facts.steps), step=facts.current.title if facts.current else None, remaining_ms=facts.clock.remaining_ms,
        paused=facts.clock.paused, finished=state.finished is not None,
    )  # fmt: skip
