"""``kiosk rules FILE``: which units on sale a changed table of grades, or changed thirty points, would move. Reads; changes nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kiosk.basics.clock import SystemClock
from kiosk.basics.ids import SystemIds
from kiosk.catalogue.service import CatalogueService
from kiosk.commands.opening import opened
from kiosk.commands.say import DONE, answer, language
from kiosk.diagnostics.history import HistoryService, Moved
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.rulefiles import grading_of, inspection_of
from kiosk.diagnostics.tomlfiles import decode_toml, read_bytes
from kiosk.stock.service import StockService
from kiosk.tradein.rulefiles import inspection_rules, load_bench_rules

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class _Named(msgspec.Struct, frozen=True):
    id: str


def run(data_dir: Path, file: Path, *, as_json: bool) -> int:
    """0 with the units that it would move, which may be none; NoKioskHere, BadRuleFile."""
    content = read_bytes(file)
    is_table = decode_toml(content, _Named, name=file.name).id == "grading"
    rules = inspection_rules(load_bench_rules(RESOURCES))
    with opened(data_dir) as data:
        clock = SystemClock()
        ids = SystemIds(clock)
        catalogue = CatalogueService(data.database)
        stock = StockService(data.database, catalogue, clock=clock, ids=ids)
        history = HistoryService(Recorder(data.database, clock=clock, ids=ids), stock=stock, catalogue=catalogue, rules=rules)
        points = None if is_table else inspection_of(content, rules.grading, name=file.name)
        moved = history.moved_by(grading_of(content, name=file.name) if is_table else None, {points.checklist.kind: points} if points else None)
    words = {"fr": f"{len(moved)} appareil(s) en vente changeraient :", "en": f"{len(moved)} unit(s) on sale would change:"}[language()]
    answer({"moved": [_told(each) for each in moved]}, words, *(_line(each) for each in moved), as_json=as_json)
    return DONE


def _told(each: Moved) -> dict[str, object]:
    return {
        "label": each.unit.label_code, "model": each.model.name, "before": each.before.value if each.before else None,
        "after": each.after.grade.value if each.after.grade else each.after.outcome.value, "rule": each.after.rule,
    }  # fmt: skip


def _line(each: Moved) -> str:
    told = _told(each)
    return f"  {told['label']}  {told['model']}: {told['before']} > {told['after']} ({told['rule']})"
