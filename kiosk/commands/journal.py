"""``kiosk journal verify`` and ``kiosk journal export``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.commands.opening import OpenedData, opened
from kiosk.commands.say import DONE, REFUSED, answer, language, out
from kiosk.commands.telling import tell
from kiosk.errors import Damaged
from kiosk.journal import export, store, verify
from kiosk.journal.keys import PublicKey
from kiosk.journal.ledger import NotEnrolled
from kiosk.journal.marker import HeadMarker

_SOUND = {"fr": "{count} écritures vérifiées, jusqu’à {place} : tout est intact.", "en": "{count} entries verified, up to {place}: all sound."}
_SERIES = {
    "fr": "Nouvelle série {epoch} déclarée le {since_utc}, après l’écriture {after} ({reason}).",
    "en": "New series {epoch} declared at {since_utc}, after entry {after} ({reason}).",
}
_BROKEN = {
    "fr": "Écriture {place} : {what} {detail}\n{count} écritures intactes avant elle. Ne modifiez rien, appelez l’assistance.",
    "en": "Entry {place}: {what} {detail}\n{count} sound entries before it. Change nothing, call support.",
}
_WHAT = {
    "gap": ("il manque une écriture avant celle-ci", "an entry is missing before this one"),
    "hash": ("son texte a été changé", "its text was changed"),
    "signature": ("sa signature n’est pas celle de la caisse", "its signature is not the till’s"),
    "unreadable": ("son texte est illisible", "its text is unreadable"),
    "column": ("une colonne contredit son texte", "a column contradicts its text"),
    "chain": ("elle ne suit pas la précédente", "it does not follow the one before"),
    "rows": ("des lignes qu’elle garantit ont changé", "rows that it vouches for were changed"),
    "row_not_covered": ("une ligne a été ajoutée après elle sans écriture", "a row was added after it without an entry"),
    "tail_missing": ("elle était la dernière et n’y est plus", "it was the last and is gone"),
    "marker": ("le repère de fin de journal est absent ou faux", "the head marker is absent or forged"),
}


class PagesDamaged(Damaged):
    """The file's pages do not match their checksums."""

    code = "commands.pages_damaged"


def run_verify(data_dir: Path, *, as_json: bool) -> int:
    """0 when all is sound; 1 with the first broken entry otherwise."""
    with opened(data_dir) as data:
        key = _key(data)
        problems = data.database.check_pages()
        if problems:
            raise PagesDamaged(problem=problems[0])
        with data.database.read() as connection:
            report = verify.verify(connection, key=key, marker=HeadMarker(data_dir), hands=verify.EVERY_CORE)
            opened_series = [_series(entry.at_utc, entry.entry) for entry in store.entries_of_kind(connection, "till.epoch_opened")]
    fault = report.fault
    place = f"{report.head.epoch}-{report.head.seq}" if fault is None else f"{fault.epoch}-{fault.seq}"
    head = {"epoch": report.head.epoch, "seq": report.head.seq, "hash": report.head.hash}
    content: dict[str, object] = {"sound": fault is None, "entries": report.entries, "head": head, "series": opened_series}
    tongue = language()
    if fault is None:
        declared = (_SERIES[tongue].format(**each) for each in opened_series)
        answer(content, _SOUND[tongue].format(count=report.entries, place=place), *declared, as_json=as_json)
        return DONE
    content["fault"] = {"epoch": fault.epoch, "seq": fault.seq, "what": fault.what, "detail": fault.detail}
    what = _WHAT[fault.what][0 if tongue == "fr" else 1]
    answer(content, _BROKEN[tongue].format(place=place, what=what, detail=f"({fault.detail})" if fault.detail else "", count=report.entries), as_json=as_json)
    return REFUSED


def _series(at_utc: str, exact: bytes) -> dict[str, object]:
    """A break that the till declared: after which entry, since when, and why."""
    said = json.loads(exact)
    after = said["body"]["after"]
    return {"epoch": said["epoch"], "since_utc": at_utc, "after": f"{after['epoch']}-{after['seq']}", "reason": said["body"]["reason"]}


def run_export(data_dir: Path, *, to: Path | None) -> int:
    """JSON lines to standard output or a file; the same with and without ``--json``."""
    with opened(data_dir) as data, data.database.read() as connection:
        lines = export.lines(connection, key=_key(data))
        if to is None:
            for line in lines:
                out(line)
            sys.stdout.flush()
        else:
            with to.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in lines)
    tell(data_dir, "journal.exported", {"range": "journal"})
    return DONE


def _key(data: OpenedData) -> PublicKey:
    key = data.public_key()
    if key is None:
        raise NotEnrolled
    return key
