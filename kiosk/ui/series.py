"""A new series of numbers begun on site: a manager's word on the sheet of approvals, then the ledger worker opens it. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.basics.results import Err, Result
from kiosk.journal.ledger import SYSTEM
from kiosk.staff.approvals import Action, Approval, ApprovalRequest
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.approval import ApprovalViewModel

Open = Callable[[Approval], int]


class SeriesDesk:
    """For a till that may write nothing, not even who signs in: whoever stands at its door asks for all."""

    def __init__(self, sheet: ApprovalViewModel, ledger: Jobs, *, till_name: str, open_series: Open, on_error: Callable[[Exception], None]) -> None:
        self._sheet = sheet
        self._ledger = ledger
        self._asked_by = Person(SYSTEM, till_name, till_name, "", (Role.CASHIER,), "fr", "", "")
        self._open_series = open_series
        self._on_error = on_error

    def ask(self) -> None:
        """Bring the sheet up; what follows an approval is the till's new start, which the stage sees to."""
        request = ApprovalRequest(Right.OPEN_SERIES, Action.NEW_SERIES, self._asked_by)
        self._sheet.ask(request, on_approved=lambda approval: self._ledger.run(lambda: self._open_series(approval), self._opened))

    def _opened(self, result: Result[int]) -> None:
        if isinstance(result, Err):
            self._on_error(result.error)
