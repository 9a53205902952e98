"""Why a colleague approves, as a short list per action, read from ``resources/approvals/reasons.toml``; a bad file stops the start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from kiosk.errors import Damaged
from kiosk.staff.approvals import OTHER_REASON, Action


class BadReasons(Damaged):
    """The file of reasons cannot be read, or has none for an action."""

    code = "staff.bad_reasons"


@dataclass(frozen=True, slots=True)
class Reason:
    """``actions`` is empty where the reason fits any."""

    code: str
    fr: str
    en: str
    actions: tuple[Action, ...] = ()

    def words(self, language: str) -> str:
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class ApprovalReasons:
    """All reasons, in the order of the file; the free one stands last everywhere."""

    reasons: tuple[Reason, ...]

    def of(self, action: Action) -> tuple[Reason, ...]:
        """The reasons that fit an action."""
        return tuple(reason for reason in self.reasons if not reason.actions or action in reason.actions)


def load_reasons(resources: Path) -> ApprovalReasons:
    """BadReasons."""
    path = resources / "approvals" / "reasons.toml"
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=ApprovalReasons)
    except (OSError, msgspec.DecodeError) as error:
        raise BadReasons(path=str(path), reason=str(error)) from error
    if any([reason.code for reason in found.of(action)][-1:] != [OTHER_REASON] or len(found.of(action)) < 2 for action in Action):
        raise BadReasons(path=str(path), reason="each action wants at least one reason, and the free one last")
    return found
