"""A card payment under way: the intent made durable, the terminal asked on its own worker, its answer written down. GUI thread.

An answer that is not sure is never guessed: the terminal is asked again what became of it, and only then a person, who reads its paper.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import ZERO, Money
from kiosk.errors import KioskError
from kiosk.hardware.ports import NOTHING_TAKEN, CardAnswer, CardOutcome
from kiosk.sales.basket import Basket
from kiosk.sales.cards import AnsweredBy, CardAnswered, CardIntent, IntentState
from kiosk.ui.error_text import text_of
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.screen import ScreenViewModel, shown
from kiosk.ui.viewmodels.till_desk import TillDesk

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
PAY_DEADLINE_MS = 180_000
RESOLVE_DEADLINE_MS = 30_000


class CardStage(Enum):
    """Who is asked now. ``HELD`` waits for somebody to sign in after a start."""

    NOBODY = "nobody"
    LEDGER = "ledger"
    TERMINAL = "terminal"
    CASHIER = "cashier"
    UNKNOWN = "unknown"
    NOT_FOUND = "not_found"
    HELD = "held"


BY_A_PERSON = (CardStage.CASHIER, CardStage.UNKNOWN, CardStage.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """``amount`` is signed as the ticket is; ``fault`` are the words of what went wrong."""

    stage: CardStage = CardStage.NOBODY
    amount: Money = ZERO
    fault: str = ""


@dataclass(frozen=True, slots=True)
class CardProps:
    """Finished words for QML."""

    open: bool = False
    amount: str = ""
    giving_back: bool = False
    at_terminal: bool = False
    by_cashier: bool = False
    unsure: bool = False
    not_found: bool = False
    fault: str = ""
    busy: bool = False


def derive(facts: CardFacts, formats: Formats) -> CardProps:
    stage = facts.stage
    return CardProps(
        stage not in (CardStage.NOBODY, CardStage.HELD), formats.money(Money(abs(facts.amount.amount_cents))), facts.amount < ZERO,
        stage is CardStage.TERMINAL, stage is CardStage.CASHIER, stage in (CardStage.UNKNOWN, CardStage.NOT_FOUND), stage is CardStage.NOT_FOUND,
        facts.fault, stage is CardStage.LEDGER,
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class CardQuestionViewModel(ScreenViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """The sheet over the payment page while a card is asked for."""

    changed = Signal()

    def __init__(
        self, desk: TillDesk, *, formats: Formats, on_taken: Callable[[CardIntent], None], on_over: Callable[[Exception | None], None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(formats, parent)
        self._desk = desk
        self._on_taken = on_taken
        self._on_over = on_over
        self._intent: CardIntent | None = None
        self._error: Exception | None = None
        self._facts = CardFacts()
        self._props = CardProps()

    @property
    def under_way(self) -> bool:
        return self._facts.stage is not CardStage.NOBODY

    def ask(self, basket: Basket, amount: Money) -> None:
        """The intent is durable before anybody touches the terminal."""
        self._fold(CardFacts(CardStage.LEDGER, amount))
        person = self._desk.who()
        self._desk.run(lambda: self._desk.services.sales.ask_card(basket, amount, person=person), self._asked, self._not_asked)

    def take_up(self, intent: CardIntent | None) -> None:
        """What a crash left: asked about again as soon as somebody stands here. None: nothing was left."""
        self._intent = intent
        self._fold(CardFacts() if intent is None else CardFacts(CardStage.HELD, intent.amount))
        self._resolve_if_held()

    def speak(self, formats: Formats) -> None:
        super().speak(formats)
        self._resolve_if_held()

    @Slot()
    def accepted(self) -> None:
        if self._facts.stage in BY_A_PERSON:
            self._answer(CardAnswered(True, AnsweredBy.PERSON))

    @Slot()
    def refused(self) -> None:
        if self._facts.stage in BY_A_PERSON:
            self._answer(CardAnswered(False, AnsweredBy.PERSON))

    @Slot()
    def stopWaiting(self) -> None:
        """Nobody waits any longer for a terminal that says nothing: what it was asked is then unknown, and asked about."""
        if self._facts.stage is CardStage.TERMINAL:
            self._desk.services.terminal.interrupt()

    @Slot()
    def askAgain(self) -> None:
        """Never a second payment: only what became of this one."""
        if self._facts.stage in (CardStage.UNKNOWN, CardStage.NOT_FOUND):
            self._resolve()

    def _resolve_if_held(self) -> None:
        if self._facts.stage is CardStage.HELD and self._desk.person is not None:
            self._resolve()

    def _resolve(self) -> None:
        intent = self._standing()
        terminal = self._desk.services.terminal
        self._fold(CardFacts(CardStage.TERMINAL, intent.amount))
        self._desk.ask_terminal(
            lambda: terminal.resolve(intent_id=intent.intent_id, amount_cents=intent.amount.amount_cents, deadline_ms=RESOLVE_DEADLINE_MS),
            self._said, self._broke,
        )  # fmt: skip

    def _asked(self, intent: CardIntent) -> None:
        self._intent = intent
        terminal = self._desk.services.terminal
        self._fold(CardFacts(CardStage.TERMINAL, intent.amount))
        self._desk.ask_terminal(
            lambda: terminal.pay(intent_id=intent.intent_id, amount_cents=intent.amount.amount_cents, deadline_ms=PAY_DEADLINE_MS), self._said, self._broke
        )

    def _said(self, answer: CardAnswer) -> None:
        approved = answer.outcome is CardOutcome.APPROVED
        if approved or answer.outcome in NOTHING_TAKEN:
            self._answer(CardAnswered(approved, AnsweredBy.TERMINAL, answer.reference, answer.card_tail), answer.error)
        else:
            stages = {CardOutcome.ASK_CASHIER: CardStage.CASHIER, CardOutcome.NOT_FOUND: CardStage.NOT_FOUND}
            self._fold(CardFacts(stages.get(answer.outcome, CardStage.UNKNOWN), self._standing().amount, self._words(answer.error)))

    def _broke(self, error: Exception) -> None:
        """A bug of ours beside the terminal: nobody knows what it did."""
        self._fold(CardFacts(CardStage.UNKNOWN, self._standing().amount, str(text_of(error, self._formats.language))))

    def _answer(self, answer: CardAnswered, error: KioskError | None = None) -> None:
        intent, person, sales = self._standing(), self._desk.who(), self._desk.services.sales
        self._error = error
        stage = self._facts.stage
        self._fold(CardFacts(CardStage.LEDGER, intent.amount))
        self._desk.run(
            lambda: sales.answer_card(intent.intent_id, answer, person=person), self._answered, lambda broken: self._not_written(broken, stage)
        )

    def _answered(self, intent: CardIntent) -> None:
        self._intent = None
        self._fold(CardFacts())
        if intent.state is IntentState.APPROVED:
            self._on_taken(intent)
        else:
            self._on_over(self._error)

    def _not_asked(self, error: Exception) -> None:
        """The disk did not take the intent: the terminal was asked nothing."""
        self._fold(CardFacts())
        self._on_over(error)

    def _not_written(self, error: Exception, stage: CardStage) -> None:
        """The answer stands on the terminal's paper and in its memory: it is asked about again, or read by the cashier."""
        back_to = stage if stage in BY_A_PERSON else CardStage.UNKNOWN
        self._fold(CardFacts(back_to, self._standing().amount, str(text_of(error, self._formats.language))))

    def _standing(self) -> CardIntent:
        assert self._intent is not None, "a card was asked for"
        return self._intent

    def _words(self, error: KioskError | None) -> str:
        return "" if error is None else str(text_of(error, self._formats.language))

    def _fold(self, facts: CardFacts) -> None:
        self._facts = facts
        self._show_again()

    def _show_again(self) -> None:
        before, self._props = self._props, derive(self._facts, self._formats)
        if before != self._props:
            self.changed.emit()

    open = shown("open", bool, changed)
    amount = shown("amount", str, changed)
    givingBack = shown("giving_back", bool, changed)
    atTerminal = shown("at_terminal", bool, changed)
    byCashier = shown("by_cashier", bool, changed)
    unsure = shown("unsure", bool, changed)
    notFound = shown("not_found", bool, changed)
    fault = shown("fault", str, changed)
    busy = shown("busy", bool, changed)
