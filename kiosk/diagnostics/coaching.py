"""How a customer takes a lock off their own device: what they need, step by step, and how it is seen that it worked. Frozen nouns; words are data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.catalogue.products import DeviceKind
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.tomlfiles import read_toml


@dataclass(frozen=True, slots=True)
class Coach:
    """For which lock, by the reason of its answer, of which makers (all when none is named) and kinds."""

    coach_id: str
    reasons: tuple[str, ...]
    brands: tuple[str, ...]
    kinds: tuple[DeviceKind, ...]
    title: Words
    needs: Words
    steps: tuple[Words, ...]
    proof: Words
    stuck: Words


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of the file: an unknown key is a fault, not a silent nothing."""


class _Words(_Raw, frozen=True):
    fr: str
    en: str


class _Coach(_Raw, frozen=True):
    id: str
    reasons: tuple[str, ...]
    brands: tuple[str, ...]
    kinds: tuple[DeviceKind, ...]
    title: _Words
    needs: _Words
    steps: tuple[_Words, ...]
    proof: _Words
    stuck: _Words


class _Coaches(_Raw, frozen=True):
    id: str
    version: str
    coaches: tuple[_Coach, ...]


def load_coaches(path: Path) -> tuple[Coach, ...]:
    """In the file's order; BadRuleFile."""
    raw, _sha256 = read_toml(path, _Coaches)
    return tuple(
        Coach(
            one.id, one.reasons, one.brands, one.kinds, _words(one.title), _words(one.needs), tuple(_words(step) for step in one.steps),
            _words(one.proof), _words(one.stuck),
        )
        for one in raw.coaches
    )  # fmt: skip


def coach_for(coaches: Sequence[Coach], *, reason: str, brand: str, kind: DeviceKind) -> Coach | None:
    """The first that fits; None where nobody can be helped by words."""
    return next(
        (coach for coach in coaches if reason in coach.reasons and kind in coach.kinds and (not coach.brands or brand in coach.brands)), None
    )  # fmt: skip


def _words(raw: _Words) -> Words:
    return Words(raw.fr, raw.en)
