"""The tour's language: one JSON object per line, one verb each. Pure; every fault of a script is named by its line.

    {"say": "Camille ouvre la caisse"}                       a chapter, for the report
    {"tap": "Encaisser"}                                     by accessible name; "nth" when the page has several, from 1
    {"scan": "356938035643809", "with": "wedge"}             a burst of keys, or "serial": bytes on the scanner's line
    {"key": "Return"}   {"type": "Lefort"}                   as a person does, key by key
    {"draw": "Signature"}                                    a signature on the pad of that name
    {"expect": "Total", "within_ms": 5000}   {"expect_gone": "…"}
    {"picture": "02-vente"}
    {"card": "accepted"}                                     what the customer does at the card terminal, once it asks: also "refused", "given_up"
    {"network": "off"}   {"unplug": "printer"}   {"plug": "printer"}      also "paper", "scanner", "phone", "terminal"
    {"synced": true}                                         until central has acknowledged every entry
    {"central": "unit", "code": "356…", "expect": "sold"}    what central's own tables say
    {"restart": true}                                        the kiosk ends and starts again on the same data

``{name}`` in a text is replaced by a value of the world (``{enrolment_code}``, ``{voucher}``: the code on the voucher printed last).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import Misused

DEFAULT_WITHIN_MS = 10_000
VERBS: Mapping[str, frozenset[str]] = {
    "say": frozenset(),
    "tap": frozenset({"nth", "within_ms"}),
    "scan": frozenset({"with", "key_ms"}),
    "key": frozenset({"times"}),
    "type": frozenset(),
    "draw": frozenset({"within_ms"}),
    "expect": frozenset({"within_ms"}),
    "expect_gone": frozenset({"within_ms"}),
    "picture": frozenset(),
    "card": frozenset({"within_ms"}),
    "network": frozenset(),
    "unplug": frozenset(),
    "plug": frozenset(),
    "synced": frozenset({"within_ms"}),
    "central": frozenset({"code", "expect", "within_ms"}),
    "restart": frozenset(),
}
PLUGS = frozenset({"printer", "paper", "scanner", "phone", "terminal"})
CHOICES: Mapping[str, frozenset[str]] = {
    "network": frozenset({"on", "off"}),
    "card": frozenset({"accepted", "refused", "given_up"}),
    "unplug": PLUGS,
    "plug": PLUGS,
    "with": frozenset({"wedge", "serial"}),
    "central": frozenset({"unit", "entries"}),
}


class ScriptUnreadable(Misused):
    """The tour's script cannot be played; ``faults`` name each line."""

    code = "tour.script_unreadable"


@dataclass(frozen=True, slots=True)
class Step:
    """One line: its number, its verb, the verb's text and the options."""

    line: int
    verb: str
    text: str
    options: Mapping[str, str | int]

    @property
    def within_ms(self) -> int:
        return int(self.options.get("within_ms", DEFAULT_WITHIN_MS))

    def option(self, name: str, default: str = "") -> str:
        return str(self.options.get(name, default))


def load(path: Path) -> tuple[Step, ...]:
    """Read a script; ScriptUnreadable names every bad line."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptUnreadable(path=str(path), faults=((str(path), type(error).__name__),)) from error
    return parse(text, name=path.name)


def parse(text: str, *, name: str = "script") -> tuple[Step, ...]:
    """The steps of a script; empty lines and lines that start with // are skipped."""
    steps: list[Step] = []
    faults: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("//"):
            continue
        step = _step(number, line)
        if isinstance(step, Step):
            steps.append(step)
        else:
            faults.append((f"{name}:{number}", step))
    if faults:
        raise ScriptUnreadable(path=name, faults=tuple(faults))
    return tuple(steps)


def _step(number: int, line: str) -> Step | str:
    """The step of a line, or what is wrong with it."""
    try:
        content = json.loads(line)
    except ValueError as error:
        return f"not JSON: {error}"
    if not isinstance(content, dict):
        return "not an object"
    verbs = [key for key in content if key in VERBS and not (key == "expect" and "central" in content)]
    if len(verbs) != 1:
        return f"one verb is needed, found {len(verbs)}"
    verb = verbs[0]
    options = {key: value for key, value in content.items() if key != verb}
    unknown = sorted(set(options) - VERBS[verb])
    if unknown:
        return f"unknown: {', '.join(unknown)}"
    for key, value in content.items():
        if not isinstance(value, (str, int)) or (key in CHOICES and value not in CHOICES[key]):
            return f"{key}: {value!r} is not one of its values"
    return Step(number, verb, str(content[verb]), options)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the world's values in place of ``{name}``."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
