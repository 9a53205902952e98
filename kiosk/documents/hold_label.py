"""The label of a unit that is set apart, 57 × 38 mm: why, what to do, since when and by whom. From the same pieces as every label. Pure."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from kiosk.documents.labels import MARGIN_DOTS, WIDTH_DOTS, Piece, Words, pieces_png, pieces_zpl

TODO_LINES, TODO_COLUMNS = 3, 37


@dataclass(frozen=True, slots=True)
class HoldLabel:
    """Finished words: ``title`` is where it stands ("Quarantaine"), ``todo`` what whoever finds it does."""

    title: str
    reason: str
    todo: str
    name: str
    since: str
    label_code: str
    identifier_tail: str


def hold_label_zpl(label: HoldLabel) -> bytes:
    """In the printer's own language."""
    return pieces_zpl(_layout(label))


def hold_label_png(label: HoldLabel) -> bytes:
    """As it comes out."""
    return pieces_png(_layout(label))


def _layout(label: HoldLabel) -> list[Piece]:
    lines = textwrap.wrap(label.todo, width=TODO_COLUMNS, max_lines=TODO_LINES, placeholder=" …")
    return [
        Words(MARGIN_DOTS + 8, 28, 42, label.title, bold=True, inverted=True),
        Words(MARGIN_DOTS, 88, 30, label.reason, bold=True),
        *(Words(MARGIN_DOTS, 126 + 27 * place, 22, line) for place, line in enumerate(lines)),
        Words(MARGIN_DOTS, 212, 20, textwrap.shorten(label.name, width=40, placeholder=" …"), bold=True),
        Words(MARGIN_DOTS, 238, 20, label.since),
        Words(MARGIN_DOTS, 266, 20, label.label_code, bold=True),
        Words(WIDTH_DOTS - MARGIN_DOTS, 266, 20, f"… {label.identifier_tail}", right=True),
    ]
