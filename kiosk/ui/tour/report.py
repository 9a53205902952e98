"""What a tour did and saw: the content of ``report.json`` and the lines for the terminal."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Done:
    """One step as it went. ``held`` is None for a step that expects nothing."""

    line: int
    verb: str
    text: str
    took_ms: int
    held: bool | None = None
    saw: str = ""


@dataclass(slots=True)
class Report:
    """Grows while the tour plays."""

    script: str
    planned: int
    steps: list[Done] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    timings_ms: dict[str, int] = field(default_factory=dict)
    entries: int = 0
    entries_acknowledged: int = 0

    @property
    def failures(self) -> list[Done]:
        return [step for step in self.steps if step.held is False]

    @property
    def ok(self) -> bool:
        """Every step of the script was played and every expectation held."""
        return not self.failures and len(self.steps) == self.planned

    @property
    def expectations(self) -> int:
        return sum(step.held is not None for step in self.steps)

    def write(self, path: Path) -> None:
        """As JSON, for scripts."""
        content = {
            "script": self.script,
            "ok": self.ok,
            "expectations": {"held": self.expectations - len(self.failures), "of": self.expectations},
            "entries": {"written": self.entries, "acknowledged": self.entries_acknowledged},
            "timings_ms": self.timings_ms,
            "pictures": self.pictures,
            "steps": [asdict(step) for step in self.steps],
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
