"""Samples and what is said of them: percentiles, one figure beside its floor, and the table that shows them all."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

COLUMNS = ("what", "figure", "floor", "figure / floor", "bar", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table, as text; ``reached`` is None where no bar is set."""

    what: str
    figure: str
    floor: str = ""
    ratio: str = ""
    bar: str = ""
    reached: bool | None = None


def percentile(samples: Sequence[float], percent: float) -> float:
    """The smallest sample that so many percent of all do not exceed (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def middle(samples: Sequence[float]) -> float:
    return percentile(samples, 50)


def elapsed_ms(work: Callable[[], object]) -> float:
    """How long one call takes by the wall clock."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def cpu_ms(work: Callable[[], object]) -> float:
    """How much of this thread's processor time one call takes, the system's part included."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def cpu_of_all_ms(work: Callable[[], object]) -> float:
    """The same of all threads together."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def ms(value: float) -> str:
    return f"{value:.2f} ms" if value < 10 else f"{value:.0f} ms"


def both(samples: Sequence[float]) -> str:
    """p50 and p99 in one cell."""
    return f"p50 {ms(middle(samples))}, p99 {ms(percentile(samples, 99))}"


def times(value: float, floor: float) -> str:
    return f"{value / floor:.2f} ×"


def table(figures: Sequence[Figure]) -> str:
    """All rows, in columns as wide as their widest cell."""
    marks = {True: "reached", False: "NOT REACHED", None: ""}
    rows = [COLUMNS, *((each.what, each.figure, each.floor, each.ratio, each.bar, marks[each.reached]) for each in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "─" * len(lines[0]), *lines[1:]])
