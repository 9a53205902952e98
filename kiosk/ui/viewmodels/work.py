"""What pages share whose taps are work: the person, one piece of work at a time, and the sheet on which a colleague lends a right. GUI thread.

Work runs on the ledger worker; while it runs the page is *busy* and takes no second answer, so a double tap is one answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal

from kiosk.basics.results import Err, Ok, Result
from kiosk.staff.approvals import Action, Approval, ApprovalRequest
from kiosk.staff.people import Person
from kiosk.staff.rights import Right
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.viewmodels.approval import ApprovalViewModel
from kiosk.ui.viewmodels.screen import ScreenViewModel

T = TypeVar("T")


class WorkViewModel(ScreenViewModel):
    """Base of pages whose taps are work: who works, what runs, who lends a right."""

    busyChanged = Signal()

    def __init__(self, jobs: Jobs, approval: ApprovalViewModel | None, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(formats, parent)
        self._jobs, self._approval = jobs, approval
        self._person: Person | None = None
        self._busy = False
        self._pages: list[WorkViewModel] = []

    def welcome(self, person: Person | None) -> None:
        """Whoever signed in answers from now on."""
        self._person = person
        for page in self._pages:
            page.welcome(person)

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        for page in self._pages:
            page.speak(formats)

    def _adopt(self, page: WorkViewModel) -> None:
        """A page inside this one: it has the same person and language, and says what it has to say through this one."""
        self._pages.append(page)
        page.noticeChanged.connect(lambda: self._say(page._notice))
        page.failed.connect(self.failed)

    @property
    def person(self) -> Person:
        assert self._person is not None, "the pages are behind the door"
        return self._person

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._busy

    def _do(self, work: Callable[[], T], done: Callable[[T], None], *, refused: Callable[[Exception], None] | None = None) -> None:
        """Run ``work`` unless something runs already; ``done`` gets its value, a refusal is said on the page."""
        if self._busy:
            return
        self._set_busy(True)

        def finish(result: Result[T]) -> None:
            self._set_busy(False)
            match result:
                case Ok(value):
                    self.closeNotice()
                    done(value)
                case Err(error):
                    (refused or self._refuse)(error)

        self._jobs.run(work, finish)

    def _ask_approval(self, right: Right, action: Action, *, document: str, detail: str, on_approved: Callable[[Approval], None]) -> None:
        """A colleague lends the right, or the sheet is closed and nothing happens."""
        sheet = self._approval
        if sheet is not None:
            sheet.ask(ApprovalRequest(right, action, self.person, document), on_approved=on_approved, detail=detail)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busyChanged.emit()
