"""What every page's view model shares: the props it shows, its language, and one notice at a time. GUI thread.

A page folds what it learns into frozen facts, derives frozen props from them, swaps, and only then says what changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from kiosk.errors import Refused
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats


@dataclass(frozen=True, slots=True)
class Notice:
    """One message at the bottom of the page; it never stops the work."""

    title: str = ""
    detail: str = ""
    tone: str = "wait"
    icon: str = "triangle-alert"


SILENCE = Notice()


def shown(name: str, kind: type | str, notify: Signal) -> Any:
    """A read-only property for QML that gives the field ``name`` of the view model's props."""

    def value(model: Any) -> Any:
        return getattr(model._props, name)

    return Property(kind, value, notify=notify)  # type: ignore[arg-type]  # the stub does not know type names as text


class ScreenViewModel(QObject):
    """Base of the pages' view models; ``failed`` is announced so that the shell can sound the error tone."""

    noticeChanged = Signal()
    languageChanged = Signal()
    failed = Signal()

    def __init__(self, formats: Formats, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._notice = SILENCE

    def speak(self, formats: Formats) -> None:
        """Another person signed in: amounts and dates in their language."""
        self._formats = formats
        self.languageChanged.emit()
        self._show_again()

    def _show_again(self) -> None:
        """Derive and announce; pages with props override it."""

    def refuse(self, error: Exception) -> None:
        """Say on this page why nothing happened."""
        self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        """Say why nothing happened; a refusal by a rule is amber, what is broken is red."""
        words = text_of(error, self._formats.language, currency=self._formats.currency)
        rule = isinstance(error, Refused)
        self._say(Notice(words.what, f"{words.meaning} {words.todo}".strip(), "wait" if rule else "bad", "triangle-alert" if rule else "circle-x"))
        self.failed.emit()

    def _say(self, notice: Notice) -> None:
        if notice != self._notice:
            self._notice = notice
            self.noticeChanged.emit()

    @Slot()
    def closeNotice(self) -> None:
        self._say(SILENCE)

    @Property(bool, notify=noticeChanged)
    def noticeShown(self) -> bool:
        return self._notice.title != ""

    @Property(str, notify=noticeChanged)
    def noticeTitle(self) -> str:
        return self._notice.title

    @Property(str, notify=noticeChanged)
    def noticeDetail(self) -> str:
        return self._notice.detail

    @Property(str, notify=noticeChanged)
    def noticeTone(self) -> str:
        return self._notice.tone

    @Property(str, notify=noticeChanged)
    def noticeIcon(self) -> str:
        return self._notice.icon

    @Property(str, notify=languageChanged)
    def decimalSign(self) -> str:
        return self._formats.decimal_sign
