"""What makes every paper of a training till unmistakable, whoever composed it (FIS-13). Pure.

Papers made in a training style say so by themselves; this is the gate behind them: nothing leaves the print queue without the word.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.documents.printable import CODE_PAGE
from kiosk.documents.printing import JobKind
from kiosk.documents.tape import Tape
from kiosk.documents.words import PaperWords

END_OF_LABEL = b"^XZ"
LABEL_PLACE = "^FO20,284^A0N,18,18"


@dataclass(frozen=True, slots=True)
class TrainingMark:
    """The words of the shop's country on a receipt printer of ``columns``."""

    words: PaperWords
    columns: int = 42

    def on(self, kind: JobKind, content: bytes) -> bytes | None:
        """The job as it may leave; None for what may not: the drawer stays shut."""
        if kind is JobKind.DRAWER:
            return None
        if kind is JobKind.LABEL:
            said = f"{LABEL_PLACE}^FD{self.words.training} · {self.words.training_meaning}^FS\n".encode()
            return content.replace(END_OF_LABEL, said + END_OF_LABEL)
        if self.words.training.encode(CODE_PAGE) in content:
            return content
        tape = Tape(columns=self.columns)
        tape.banner(self.words.training, second=self.words.training_meaning)
        return tape.uncut() + content
