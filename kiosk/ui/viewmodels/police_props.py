"""What the page of the police register shows, derived from what it knows. Pure; words are QML's, figures and dates leave finished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.tradein.police.book import BookLine, Purpose, Reading, short_check
from kiosk.tradein.police.correcting import COLUMNS, value_of
from kiosk.tradein.police.service import Found
from kiosk.tradein.seller import OF_A_COMPANY
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.seller_props import iso_date

MOST_LINES = 500
"""The newest lines that a list shows; the search narrows, a file has them all."""
HIDDEN = ("document_kind",)
ISSUED_ON = "document_issued_on"


@dataclass(frozen=True, slots=True)
class PoliceFacts:
    """``opened`` is the consultation that stands in the list; without it nothing of the register is known here."""

    purpose: str = ""
    note: str = ""
    opened: Reading | None = None
    found: Found | None = None
    query: str = ""
    chosen_id: str = ""
    column: str = ""
    text: str = ""
    reason: str = ""
    file: Path | None = None
    folder: Path | None = None
    own_folder: bool = True
    readings: tuple[Reading, ...] = ()
    busy: bool = False
    training: bool = False
    declaration: str = ""

    @property
    def chosen(self) -> BookLine | None:
        return next((line for line in self.found.lines if line.entry.entry_id == self.chosen_id), None) if self.found else None

    @property
    def shown(self) -> tuple[BookLine, ...]:
        return self.found.lines[-MOST_LINES:] if self.found else ()


@dataclass(frozen=True, slots=True)
class PoliceProps:
    """``tone`` is *bad* when a sealed page is not as it was sealed."""

    opened: bool = False
    purpose: str = ""
    can_open: bool = False
    query: str = ""
    shown_count: int = 0
    total: int = 0
    page_count: int = 0
    last_check: str = ""
    wrong_page: int = 0
    line_open: bool = False
    number: str = ""
    can_correct: bool = False
    column: str = ""
    old_text: str = ""
    can_save: bool = False
    file_name: str = ""
    file_folder: str = ""
    drive: str = ""
    can_export: bool = False
    busy: bool = False
    declaration: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the table, with the first of its identifiers; ``corrects`` and ``corrected_by`` are numbers of other lines."""

    entry_id: str
    number: str
    moment: str
    seller: str
    what: str
    identifiers: str
    price: str
    corrects: str
    corrected_by: str


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """Who read, when, why."""

    reading_id: str
    moment: str
    name: str
    purpose: str
    note: str
    act: str


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column of the opened line; ``correctable`` ones can be put right."""

    column: str
    value: str
    correctable: bool


def derive(facts: PoliceFacts) -> PoliceProps:
    """Everything but the rows."""
    ready = bool(facts.purpose) and (facts.purpose != Purpose.OTHER or bool(facts.note.strip()))
    base = PoliceProps(purpose=facts.purpose, can_open=ready and not facts.busy, busy=facts.busy, declaration=facts.declaration)
    found, line = facts.found, facts.chosen
    if facts.opened is None or found is None:
        return base
    changed = bool(facts.reason.strip()) and line is not None and as_kept(facts.column, facts.text) != value_of(line, facts.column)
    props = replace(
        base, opened=True, query=facts.query, shown_count=len(found.lines), total=found.total, page_count=len(found.pages),
        last_check=short_check(found.pages[-1].check) if found.pages else "", wrong_page=found.wrong_page or 0,
        can_export=not facts.training and not facts.busy,
        drive="" if facts.own_folder or facts.folder is None else facts.folder.name, file_name=facts.file.name if facts.file else "",
        file_folder=str(facts.file.parent.absolute()) if facts.file else "",
    )  # fmt: skip
    if line is None:
        return props
    return replace(
        props, line_open=True, number=line.entry.printed_number, can_correct=line.corrected_by is None and facts.opened.purpose is not Purpose.INSPECTION,
        column=facts.column, old_text=as_written(facts.column, value_of(line, facts.column)) if facts.column else "",
        can_save=bool(facts.column) and changed and not facts.busy,
    )  # fmt: skip


def as_written(column: str, value: str) -> str:
    """A value as people write it: dates as ``14/03/2022``."""
    return "/".join(reversed(value.split("-"))) if column == ISSUED_ON else value


def as_kept(column: str, text: str) -> str:
    """What was typed, as the row keeps it."""
    return iso_date(text) if column == ISSUED_ON else " ".join(text.split())


def line_rows(facts: PoliceFacts, formats: Formats) -> tuple[LineRow, ...]:
    """In the order of the register, the newest last."""
    return tuple(_line_row(line, formats) for line in facts.shown)


def _line_row(line: BookLine, formats: Formats) -> LineRow:
    entry, seller = line.entry, line.seller
    who = "" if seller is None else seller.company if not seller.surname else f"{seller.company} ({seller.full_name})" if seller.company else seller.full_name
    return LineRow(
        entry.entry_id, entry.printed_number, f"{formats.date_of(entry.at_utc)} {formats.clock(entry.at_utc)}", who, entry.description,
        entry.identifiers.split(", ")[0], formats.money(entry.price), line.corrects or "", line.corrected_by or "",
    )  # fmt: skip


def reading_rows(facts: PoliceFacts, formats: Formats) -> tuple[ReadingRow, ...]:
    return tuple(
        ReadingRow(
            item.reading_id, f"{formats.date_of(item.at_utc)} {formats.clock(item.at_utc)}", item.person_name, item.purpose.value, item.note, item.act
        )
        for item in facts.readings
    )  # fmt: skip


def column_rows(facts: PoliceFacts, formats: Formats) -> tuple[ColumnRow, ...]:
    """The whole line, column by column, as the register wants them."""
    line = facts.chosen
    if line is None:
        return ()
    entry, seller = line.entry, line.seller
    correctable = line.corrected_by is None and facts.opened is not None and facts.opened.purpose is not Purpose.INSPECTION
    rows = [ColumnRow("at", f"{formats.date_of(entry.at_utc)} {formats.clock(entry.at_utc)}", False)]
    for column in COLUMNS:
        value = value_of(line, column)
        if column in HIDDEN or (column in OF_A_COMPANY and not value) or (seller is None and not value):
            continue
        rows.append(ColumnRow(column, as_written(column, value), correctable))
    rows += [ColumnRow("provenance", entry.provenance, False), ColumnRow("price", formats.money(entry.price), False)]
    rows.append(ColumnRow("payment", entry.payment_mode, False))
    links = (("corrects", line.corrects), ("reason", entry.correction_reason), ("corrected_by", line.corrected_by))
    return (*rows, *(ColumnRow(name, value, False) for name, value in links if value))
