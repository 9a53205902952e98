"""Why a unit is held back: the managed list of ``resources/tradein/holds.toml``, and what each reason asks for. Pure but for reading it.

A hazard goes to quarantine at once (swelling, cells in the open, smoke, electricity); what the police asked for is kept as it is; where the
blacklist gave no answer the unit is worked on but not sold (TRD-03). That the data are not proven gone needs no reason of its own: *to erase*
is a state that only a certificate ends (TRD-05).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.diagnostics.checklist import Checklist, Effect, Verdict, Words
from kiosk.diagnostics.events import Answered
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.tomlfiles import read_toml
from kiosk.errors import Refused
from kiosk.stock.units import NEXT_STATES, Unit, UnitState

BLACKLIST, HAZARD = "blacklist", "hazard"


class HoldUnknown(Refused):
    """Not a reason of the list, not one that this unit can be held for now, or not one that it is held for."""

    code = "tradein.hold_unknown"


@dataclass(frozen=True, slots=True)
class HoldReason:
    """``state`` is where the unit goes, "" where it stays; ``answers`` are the faults that mean it."""

    reason: str
    title: Words
    todo: Words
    state: str = ""
    answers: tuple[str, ...] = ()

    @property
    def goes_to(self) -> UnitState | None:
        return UnitState(self.state) if self.state else None


@dataclass(frozen=True, slots=True)
class HoldReasons:
    """The whole list, the gravest first."""

    reasons: tuple[HoldReason, ...]

    def of(self, code: str) -> HoldReason:
        """HoldUnknown."""
        found = next((reason for reason in self.reasons if reason.reason == code), None)
        if found is None:
            raise HoldUnknown(reason=code)
        return found

    def gravest(self, codes: Iterable[str]) -> str | None:
        """What stands on the unit when it is held for several."""
        held = set(codes)
        return next((reason.reason for reason in self.reasons if reason.reason in held), None)

    def hazard_of(self, given: Iterable[Answered]) -> HoldReason:
        """The gravest hazard that an inspection found, by the faults that were answered; a hazard without a name is one too."""
        faults = {answer.reason or answer.option_id for answer in given if answer.verdict is Verdict.FAIL and answer.effect is Effect.HAZARD}
        named = (reason for reason in self.reasons if faults.intersection(reason.answers))
        return next(named, self.of(HAZARD))

    def offered_to(self, unit: Unit) -> tuple[HoldReason, ...]:
        """What somebody may hold this unit for by hand now; nothing for one that is a customer's."""
        if unit.state is UnitState.SOLD:
            return ()
        return tuple(reason for reason in self.reasons if reason.goes_to is not None and reason.goes_to in NEXT_STATES[unit.state])


def load_hold_reasons(resources: Path) -> HoldReasons:
    """BadRuleFile."""
    found, _sha256 = read_toml(resources / "tradein" / "holds.toml", HoldReasons)
    return found


def blacklist_unanswered(checklist: Checklist, state: SessionState) -> bool:
    """Whether the list asks the blacklist and it did not say *nothing found* (TRD-03)."""
    given = state.answers.get(BLACKLIST)
    return checklist.question(BLACKLIST) is not None and (given is None or given.verdict is not Verdict.PASS)
