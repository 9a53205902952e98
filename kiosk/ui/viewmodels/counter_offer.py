"""Another price than the formula's: the amount, why, and what proves it, on one sheet. GUI thread; the rules are the service's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.basics.money import Money
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.figures import measured_words
from kiosk.staff.approvals import Action, Approval
from kiosk.staff.rights import Right, RightMissing
from kiosk.tradein.offer_life import APPROVAL, COUNTER_REASONS, MEASURE, PHOTO, Proof
from kiosk.tradein.screen import TradeInScreen
from kiosk.ui.formats import Formats
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.viewmodels.bench import Bench, BenchViewModel
from kiosk.ui.viewmodels.screen import shown

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1
MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class ProofRow:
    """Something that can prove it: a photo by its slot, a measurement in words, or a manager."""

    proof_id: str
    kind: str
    slot: str
    measured: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CounterProps:
    """``ready`` once amount, reason and proof are there; ``refusal`` and what was kept speak once the customer refused."""

    open: bool = False
    formula: str = ""
    price: str = ""
    typed: str = ""
    reason: str = ""
    ready: bool = False
    refusal: str = ""
    kept_offer: str = ""
    kept_until: str = ""
    printed: bool = False


def refused_props(screen: TradeInScreen, props: CounterProps, formats: Formats) -> CounterProps:
    decision, made = screen.decision, screen.made
    refusal = decision.reason or "" if decision is not None and not decision.accepted else ""
    if made is None:
        return replace(props, refusal=refusal, kept_offer="", kept_until="")
    return replace(
        props, refusal=refusal, kept_offer=formats.round_money(Money(made.market_value_cents)), kept_until=formats.day_of_month(made.valid_until_utc)
    )  # fmt: skip


@QmlElement
@QmlUncreatable("made by the composition root")
class CounterOfferViewModel(BenchViewModel):  # type: ignore[operator]  # the stub of QmlUncreatable lacks its call
    """``on_screen`` gets the trade-in with the other price on it."""

    changed = Signal()

    def __init__(self, bench: Bench, formats: Formats, *, on_screen: Callable[[TradeInScreen], None], parent: QObject | None = None) -> None:
        super().__init__(bench, formats, parent)
        self._on_screen = on_screen
        self._screen: TradeInScreen | None = None
        self._checklist: Checklist | None = None
        self._proof_id = ""
        self._props = CounterProps()
        self._proofs = RowsModel(ProofRow, key=lambda row: row.proof_id, parent=self)

    def show(self, screen: TradeInScreen, checklist: Checklist) -> None:
        """The trade-in that the sheet would be about."""
        if self._screen is None or self._screen.session_id != screen.session_id:
            self._props = replace(self._props, printed=False)
        self._screen, self._checklist = screen, checklist
        self._fold(refused_props(screen, self._props, self._formats))

    @Slot()
    def printOffer(self) -> None:
        """The offer on paper, for a customer who does not sell today; as often as asked."""
        screen, sheets = self._screen, self._bench.offer_sheets
        if screen is not None and sheets is not None:
            self._do(lambda: sheets.print_offer(screen.session_id, self.person), lambda _done: self._fold(replace(self._props, printed=True)))

    @Slot()
    def ask(self) -> None:
        """Bring the sheet up, empty."""
        if self._screen is not None:
            self._proof_id = ""
            self._fold(CounterProps(open=True, formula=self._formats.money(self._screen.offer.low)))

    @Slot()
    def comeBack(self) -> None:
        """The customer who refused is here again: the offer is taken up where it was left."""
        screen = self._screen
        if screen is not None:
            self._do(lambda: self._bench.trade_ins.life.come_back(screen.session_id, self.person), self._on_screen)

    @Slot()
    def close(self) -> None:
        self._fold(replace(self._props, open=False))

    @Slot(str)
    def typeDigit(self, digit: str) -> None:
        """A figure of the new price, in whole euros."""
        if digit.isdecimal() and len(self._props.typed) < MOST_DIGITS:
            self._fold(replace(self._props, typed=(self._props.typed + digit).lstrip("0")))

    @Slot()
    def eraseDigit(self) -> None:
        self._fold(replace(self._props, typed=self._props.typed[:-1]))

    @Slot(str)
    def chooseReason(self, reason: str) -> None:
        self._fold(replace(self._props, reason=reason))

    @Slot(str)
    def chooseProof(self, proof_id: str) -> None:
        self._proof_id = proof_id
        self._fold(self._props)

    @Slot()
    def confirm(self) -> None:
        self._try(None)

    def _try(self, approval: Approval | None) -> None:
        """With a colleague's right where the person's own is not enough."""
        screen, props = self._screen, self._props
        if screen is None or not props.ready:
            return
        kind, evidence, _slot = self._proof_id.split(":")
        proof = Proof(props.reason, kind, evidence)
        price = Money(int(props.typed) * 100)

        def refused(error: Exception) -> None:
            if isinstance(error, RightMissing) and approval is None:
                detail = f"{screen.model.name} · {self._formats.money(screen.offer.low)} → {self._formats.money(price)}"
                self._ask_approval(Right.RAISE_OFFER, Action.RAISE_OFFER, document=screen.session_id, detail=detail, on_approved=self._try)
                return
            self._refuse(error)

        self._do(
            lambda: self._bench.trade_ins.life.counter(screen.session_id, self.person, price=price, proof=proof, approved_by=approval), self._done,
            refused=refused,
        )  # fmt: skip

    def _done(self, screen: TradeInScreen) -> None:
        self.close()
        self._on_screen(screen)

    @Property(list, constant=True)
    def reasons(self) -> list[str]:
        return list(COUNTER_REASONS)

    def _rows(self) -> Sequence[ProofRow]:
        screen, checklist = self._screen, self._checklist
        if screen is None or checklist is None:
            return ()
        found = [(f"{PHOTO}:{sha256}:{slot}", PHOTO, slot, "") for step in screen.session.steps for slot, sha256 in step.photos]
        for question in checklist.questions():
            given = screen.answers.get(question.question_id)
            if given is not None and given.number is not None and question.measure is not None:
                found_words, language = measured_words(given.number, question.measure.unit), self._formats.language
                text = f"{question.words.text(language)} : {found_words.text(language)}"
                found.append((f"{MEASURE}:{question.question_id}:", MEASURE, "", text))
        found.append((f"{APPROVAL}::", APPROVAL, "", ""))
        return [ProofRow(proof_id, kind, slot, text, proof_id == self._proof_id) for proof_id, kind, slot, text in found]

    def _show_again(self) -> None:
        self._fold(self._props)

    def _fold(self, props: CounterProps) -> None:
        price = self._formats.money(Money(int(props.typed) * 100)) if props.typed else ""
        props = replace(props, price=price, ready=bool(props.typed and props.reason and self._proof_id))
        self._proofs.show(self._rows() if props.open else ())
        if props != self._props:
            self._props = props
            self.changed.emit()

    proofs = Property(QObject, lambda self: self._proofs, constant=True)
    open = shown("open", bool, changed)
    formula = shown("formula", str, changed)
    price = shown("price", str, changed)
    typed = shown("typed", str, changed)
    reason = shown("reason", str, changed)
    ready = shown("ready", bool, changed)
    refusal = shown("refusal", str, changed)
    keptOffer = shown("kept_offer", str, changed)
    keptUntil = shown("kept_until", str, changed)
    printed = shown("printed", bool, changed)
    printable = Property(bool, lambda self: self._bench.offer_sheets is not None, constant=True)
