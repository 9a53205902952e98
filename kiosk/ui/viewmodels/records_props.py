"""What the page of registers shows, derived from what it knows. Pure: dates and amounts leave as finished strings, words are QML's."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from pathlib import Path

from kiosk.accounting.office import HandedOver, Shelf, Wanted, What
from kiosk.basics.locales import NARROW_NO_BREAK_SPACE
from kiosk.basics.progress import Step
from kiosk.fiscal.archive.store import ClosingLine
from kiosk.fiscal.module import Period
from kiosk.ui.formats import ENGLISH_MONTHS, FRENCH_MONTHS, Formats

HASH_GROUP = 16
MOST_FAULTS = 5
SIZES = ((1_000_000, "Mo", "MB"), (1_000, "ko", "kB"))
ANY_DAYS = frozenset({What.INSPECTION, What.FEC, What.EREPORTING, What.MARGIN})


class Choice(IntEnum):
    """How the period is chosen; the numbers are the places of the tabs."""

    MONTH = 0
    YEAR = 1
    DAYS = 2


@dataclass(frozen=True, slots=True)
class RecordsFacts:
    """``anchor`` is a day of the chosen month or year; ``step`` is how far the work is, None while nobody said."""

    today: date
    anchor: date
    choice: Choice = Choice.MONTH
    first_text: str = ""
    last_text: str = ""
    what: What | None = None
    kinds: tuple[What, ...] = ()
    shelf: Shelf | None = None
    folder: Path | None = None
    busy: bool = False
    step: Step | None = None
    handed: HandedOver | None = None
    american: bool = False
    training: bool = False
    archives: bool = True

    @property
    def first(self) -> date | None:
        return typed_day(self.first_text, american=self.american)

    @property
    def last(self) -> date | None:
        return typed_day(self.last_text, american=self.american)


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """One closing; ``day`` is finished text whatever the period."""

    place: str
    period: str
    number: str
    day: str
    total: str
    perpetual: str
    absolute: str
    tickets: str
    archived: bool


@dataclass(frozen=True, slots=True)
class KindRow:
    """One file that can be made."""

    kind: str
    chosen: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A place for files; the till's own has no name."""

    path: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file that was made."""

    name: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RecordsProps:
    """What QML reads beside the rows. ``part`` of the work done in thousandths, -1 while nobody can say; ``action`` is what the large button does."""

    choice: int = 0
    period_text: str = ""
    can_later: bool = False
    first_text: str = ""
    last_text: str = ""
    first_wrong: bool = False
    last_wrong: bool = False
    example: str = ""
    kind: str = ""
    can_make: bool = False
    has_kinds: bool = False
    busy: bool = False
    part: int = -1
    doing: str = ""
    steps: str = ""
    action: str = "make"
    can_verify: bool = False
    closing_count: int = 0
    made: bool = False
    made_folder: str = ""
    row_count: int = 0
    checked: bool = False
    sound: bool = False
    records: str = ""
    faults: str = ""
    why_no_files: str = ""
    archives: bool = True


def with_shelf(facts: RecordsFacts, shelf: Shelf) -> RecordsFacts:
    """What there is to take now; a folder that is no more is not chosen any more."""
    return replace(facts, shelf=shelf, folder=facts.folder if facts.folder in shelf.folders else shelf.folders[0])


def wanted(facts: RecordsFacts) -> Wanted | None:
    """The period as it is chosen; None while a typed day is none, or the days are the wrong way round."""
    anchor = facts.anchor
    match facts.choice:
        case Choice.MONTH:
            last = calendar.monthrange(anchor.year, anchor.month)[1]
            return Wanted(anchor.replace(day=1), anchor.replace(day=last), Period.MONTH, f"{anchor:%Y%m}")
        case Choice.YEAR:
            return Wanted(date(anchor.year, 1, 1), date(anchor.year, 12, 31), Period.YEAR, f"{anchor:%Y}")
        case Choice.DAYS:
            first, last_day = facts.first, facts.last
            return None if first is None or last_day is None or last_day < first else Wanted(first, last_day)


def typed_day(text: str, *, american: bool) -> date | None:
    """``22/11/2026`` as somebody types it, with any of the usual separators; None for what is no day."""
    figures = text.strip().replace(".", "/").replace("-", "/").replace(" ", "/")
    try:
        return datetime.strptime(figures, "%m/%d/%Y" if american else "%d/%m/%Y").date()  # noqa: DTZ007 a day of the calendar has no zone
    except ValueError:
        return None


def moved(facts: RecordsFacts, by: int) -> date:
    """The month or the year before or after; never beyond today's."""
    anchor, newest = facts.anchor.replace(day=1), facts.today.replace(day=1)
    if facts.choice is Choice.YEAR:
        return min(anchor.replace(year=anchor.year + by), newest)
    return min((anchor + timedelta(days=31)).replace(day=1) if by > 0 else (anchor - timedelta(days=1)).replace(day=1), newest)


def _has_later(facts: RecordsFacts) -> bool:
    ran_through = facts.anchor.year if facts.choice is Choice.YEAR else (facts.anchor.year, facts.anchor.month)
    return ran_through != (facts.today.year if facts.choice is Choice.YEAR else (facts.today.year, facts.today.month))


def month_to_begin_with(shelf: Shelf, today: date) -> date:
    """The last closed month, which is what is mostly asked for; the running one before any was closed."""
    label = next((line.label[:6] for line in shelf.closings if line.period is Period.MONTH), f"{today:%Y%m}")
    return date(int(label[:4]), int(label[4:]), 1)


def derive(facts: RecordsFacts, formats: Formats) -> RecordsProps:
    days = facts.choice is Choice.DAYS
    first, last = facts.first, facts.last
    action = _action(facts)
    return _with_result(_with_step(RecordsProps(
        choice=int(facts.choice), period_text=_period_text(facts, formats), can_later=not days and _has_later(facts),
        first_text=facts.first_text, last_text=facts.last_text, first_wrong=days and first is None,
        last_wrong=days and (last is None or (first is not None and last < first)), example=formats.date(facts.today),
        kind="" if facts.what is None else facts.what.value, has_kinds=bool(facts.kinds), busy=facts.busy, action=action,
        can_make=action != "verify" and _ready(facts), can_verify=action != "make" and _ready(facts),
        closing_count=0 if facts.shelf is None else len(facts.shelf.closings), archives=facts.archives,
        why_no_files="" if facts.kinds else "training" if facts.training else "country",
    ), facts.step, formats), facts.handed, formats)  # fmt: skip


def _with_step(props: RecordsProps, step: Step | None, formats: Formats) -> RecordsProps:
    if step is None:
        return props
    steps = f"{formats.whole(step.done)} / {formats.whole(step.of)}" if step.of else ""
    return replace(props, part=step.thousandths, doing=step.doing.value, steps=steps)


def _with_result(props: RecordsProps, handed: HandedOver | None, formats: Formats) -> RecordsProps:
    if handed is None:
        return props
    checked = handed.checked
    if checked is None:
        return replace(props, made=True, made_folder=str(handed.files[0].path.parent), row_count=handed.rows)
    found = replace(props, checked=True, sound=not checked.faults, records=formats.whole(checked.records), faults="\n".join(checked.faults[:MOST_FAULTS]))
    return replace(found, made_folder=str(handed.files[0].path.parent))


def _action(facts: RecordsFacts) -> str:
    """A period is archived once: afterwards its archive is verified where it stands, or copied to a drive."""
    if facts.what is not What.ARCHIVE or not _archived(facts):
        return "make"
    return "verify" if facts.shelf is None or facts.folder == facts.shelf.folders[0] else "copy"


def _archived(facts: RecordsFacts) -> bool:
    period, shelf = wanted(facts), facts.shelf
    if period is None or period.period is None or shelf is None:
        return False
    return any(line.archived and (line.period, line.label) == (period.period, period.label) for line in shelf.closings)


def _ready(facts: RecordsFacts) -> bool:
    return not facts.busy and wanted(facts) is not None and facts.what in facts.kinds and _fits(facts.what, facts.choice)


def closing_rows(facts: RecordsFacts, formats: Formats) -> tuple[ClosingRow, ...]:
    return tuple(_closing_row(line, formats) for line in (facts.shelf.closings if facts.shelf else ()))


def kind_rows(facts: RecordsFacts) -> tuple[KindRow, ...]:
    return tuple(KindRow(kind.value, kind is facts.what, _fits(kind, facts.choice)) for kind in facts.kinds)


def folder_rows(facts: RecordsFacts) -> tuple[FolderRow, ...]:
    folders = facts.shelf.folders if facts.shelf else ()
    return tuple(FolderRow(str(path), "" if place == 0 else path.name, path == facts.folder) for place, path in enumerate(folders))


def file_rows(facts: RecordsFacts, formats: Formats) -> tuple[FileRow, ...]:
    files = facts.handed.files if facts.handed else ()
    return tuple(FileRow(file.path.name, _size(file.size_bytes, formats), _grouped(file.sha256)) for file in files)


def _fits(what: What | None, choice: Choice) -> bool:
    """Only closed months and years are archived."""
    return what in ANY_DAYS or choice is not Choice.DAYS


def _period_text(facts: RecordsFacts, formats: Formats) -> str:
    return f"{facts.anchor.year}" if facts.choice is Choice.YEAR else _month(facts.anchor, formats)


def _month(day: date, formats: Formats) -> str:
    return f"{(FRENCH_MONTHS if formats.french else ENGLISH_MONTHS)[day.month - 1]} {day.year}"


def _closing_row(line: ClosingLine, formats: Formats) -> ClosingRow:
    return ClosingRow(
        f"{line.period.value} {line.number}", line.period.value, formats.whole(line.number), _label(line, formats), formats.money(line.total),
        formats.money(line.perpetual.algebraic), formats.money(line.perpetual.absolute), formats.whole(line.ticket_count), line.archived,
    )  # fmt: skip


def _label(line: ClosingLine, formats: Formats) -> str:
    """A second closing of the same period says so: ``22/11/2026 (2)``."""
    label, _, again = line.label.partition("-")
    match line.period:
        case Period.DAY:
            text = formats.date(date(int(label[:4]), int(label[4:6]), int(label[6:])))
        case Period.MONTH:
            text = _month(date(int(label[:4]), int(label[4:]), 1), formats)
        case Period.YEAR:
            text = label
    return f"{text} ({again})" if again else text


def _size(size_bytes: int, formats: Formats) -> str:
    for unit, french, english in SIZES:
        if size_bytes >= unit:
            tenths = size_bytes * 10 // unit
            return f"{tenths // 10}{formats.decimal_sign}{tenths % 10}{NARROW_NO_BREAK_SPACE}{french if formats.french else english}"
    return f"{size_bytes}{NARROW_NO_BREAK_SPACE}{'octets' if formats.french else 'bytes'}"


def _grouped(sha256: str) -> str:
    """In groups that can be read out."""
    return " ".join(sha256[at : at + HASH_GROUP] for at in range(0, len(sha256), HASH_GROUP))
