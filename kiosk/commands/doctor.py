"""``kiosk doctor``: how this kiosk is, line by line: what was checked, how it is, what to do. Changes nothing."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from kiosk import __version__
from kiosk.commands.finding import Finding
from kiosk.commands.opening import OpenedData, opened
from kiosk.commands.say import DONE, REFUSED, answer, language
from kiosk.commands.sound_check import sound_of
from kiosk.errors import KioskError, Misused
from kiosk.fiscal.archive.store import public_keys
from kiosk.fiscal.books import RESIGNED_CHAIN
from kiosk.fiscal.france.module import FISCAL_VERSION
from kiosk.fiscal.store import unsigned
from kiosk.hardware import adb, apple_phones, registry, text_reader
from kiosk.hardware.caisse_ap_terminal import CaisseApTerminal
from kiosk.hardware.faults import NoPicture
from kiosk.journal import store as journal_store
from kiosk.journal.ledger import NotEnrolled
from kiosk.journal.marker import HeadMarker
from kiosk.journal.verify import EVERY_CORE, verify
from kiosk.storage.identity import till_identity
from kiosk.sync.kept import central_lacks
from kiosk.ui.error_text import text_of

LOW_DISK_BYTES = 1_000_000_000
CAMERA_DEADLINE_MS = 8_000
PHONE_TOOLS = {**dict.fromkeys(apple_phones.TOOLS, "libimobiledevice-utils"), adb.TOOL: "adb"}


def run(data_dir: Path, *, as_json: bool) -> int:
    """0 when nothing is bad; 1 otherwise. Works, and says so, also where there is no kiosk or its file is damaged; SettingsUnreadable."""
    findings = [_program(), _disk(data_dir)]
    try:
        with opened(data_dir) as data:
            findings += [_settings(data), _terminal(data), _phones(data), _camera(data), sound_of(data.settings.sound), _keys(data)]
            findings += [_guarded(check, data) for check in (_pages, _identity, _journal, _fiscal, _sync)]
    except Misused:
        raise
    except KioskError as error:
        words = text_of(error, language())
        findings.append(Finding("data", "bad", words.what, words.todo))
    marks = {"ok": "ok  ", "watch": "watch", "bad": "BAD "}
    lines = [f"{marks[f.state]:5} {f.check:10} {f.found}" + (f"\n{'':17}→ {f.todo}" if f.todo else "") for f in findings]
    answer({"kiosk": __version__, "healthy": all(f.state != "bad" for f in findings), "findings": [asdict(f) for f in findings]}, *lines, as_json=as_json)
    return REFUSED if any(f.state == "bad" for f in findings) else DONE


def _guarded(check: Callable[[OpenedData], Finding], data: OpenedData) -> Finding:
    """A check that cannot be done is itself a finding."""
    try:
        return check(data)
    except KioskError as error:
        words = text_of(error, language())
        return Finding(check.__name__.strip("_"), "bad", words.what, words.todo)


def _program() -> Finding:
    return Finding("program", "ok", f"kiosk {__version__}, Python {platform.python_version()}, SQLite {sqlcipher.sqlite_version}")


def _disk(data_dir: Path) -> Finding:
    folder = next(path for path in (data_dir, *data_dir.resolve().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    low = free < LOW_DISK_BYTES
    return Finding("disk", "watch" if low else "ok", f"{free // 1_000_000} MB free", "Remove old backups." if low else "")


def _settings(data: OpenedData) -> Finding:
    printer = data.settings.receipt_printer
    where = f"{printer.kind} {printer.host}:{printer.port}" if printer.kind == "network" else printer.kind
    return Finding("settings", "ok", f"printer {where}; central {data.settings.central_url or 'not set'}")


def _terminal(data: OpenedData) -> Finding:
    terminal = data.settings.terminal
    if terminal.kind == "manual":
        return Finding("terminal", "ok", "stands apart: the cashier reads it")
    where = f"{terminal.host}:{terminal.port}"
    if CaisseApTerminal(terminal.host, terminal.port).answers():
        return Finding("terminal", "ok", f"reached at {where}")
    todo = "Switch it on, check its cable and its address in kiosk.toml; until then, pay otherwise."
    return Finding("terminal", "watch", f"not reached at {where}", todo)


def _phones(data: OpenedData) -> Finding:
    if not data.settings.phones.cable:
        return Finding("phones", "ok", "not read by cable")
    missing = {tool: package for tool, package in PHONE_TOOLS.items() if shutil.which(tool) is None}
    if missing:
        todo = f"Install {' and '.join(dict.fromkeys(missing.values()))}; until then phones are scanned."
        return Finding("phones", "watch", f"by cable, but there is no {' and no '.join(missing)}", todo)
    return Finding("phones", "ok", "read by cable")


def _camera(data: OpenedData) -> Finding:
    """Takes one picture, keeps nothing of it."""
    configured = data.settings.camera
    if configured.kind == "folder":
        return Finding("camera", "ok", "photos come from a folder")
    try:
        registry.camera(configured, data.settings.photo_folder, data.data_dir).capture("doctor", deadline_ms=CAMERA_DEADLINE_MS)
    except NoPicture as fault:
        words = text_of(fault, language())
        return Finding("camera", "watch", words.what, words.todo)
    if shutil.which(text_reader.TOOL) is None:
        return Finding("camera", "watch", "gives pictures, but identity strips are not read", "Install tesseract-ocr; until then strips are scanned or typed.")
    return Finding("camera", "ok", f"gives pictures ({configured.source or 'the first that is plugged in'})")


def _keys(data: OpenedData) -> Finding:
    if data.keys.kind == "file":
        return Finding("keys", "watch", "kept in files of mode 0600 beside the data", "Give this machine a system key store.")
    return Finding("keys", "ok", "kept in the system key store")


def _pages(data: OpenedData) -> Finding:
    problems = data.database.check_pages()
    if problems:
        return Finding("pages", "bad", problems[0], "Restore the last backup (kiosk restore).")
    return Finding("pages", "ok", "every page of the file matches its checksum")


def _identity(data: OpenedData) -> Finding:
    with data.database.read() as connection:
        identity = till_identity(connection)
    if identity is None:
        return Finding("till", "watch", "not enrolled yet", "Start the kiosk and enter the code from central.")
    return Finding("till", "ok", f"shop {identity.shop_id}, till {identity.till_code}, epoch {identity.epoch}")


def _journal(data: OpenedData) -> Finding:
    key = data.public_key()
    if key is None:
        raise NotEnrolled
    with data.database.read() as connection:
        report = verify(connection, key=key, marker=HeadMarker(data.data_dir), hands=EVERY_CORE)
    if report.fault is not None:
        return Finding("journal", "bad", f"entry {report.fault.epoch}-{report.fault.seq}: {report.fault.what} {report.fault.detail}", "Call support.")
    return Finding("journal", "ok", f"{report.entries} entries, all sound")


def _fiscal(data: OpenedData) -> Finding:
    """Records of the degraded mode that still wait for their signature (FIS-14)."""
    with data.database.read() as connection:
        waiting, keys = len(unsigned(connection, resigned_chain=RESIGNED_CHAIN)), len(public_keys(connection))
    if waiting:
        todo = "Start the kiosk with its key store readable; if it stays so, call support."
        return Finding("fiscal", "watch", f"{waiting} records made in degraded mode wait for their signature", todo)
    return Finding("fiscal", "ok", f"version {FISCAL_VERSION}, every record signed, {keys} key(s) known")


def _sync(data: OpenedData) -> Finding:
    with data.database.read() as connection:
        head = journal_store.head(connection)
        acked = journal_store.acked(connection, head.epoch)
        lacks = central_lacks(connection)
    waiting = head.seq - acked.seq
    said = f"{acked.seq} of {head.seq} entries acknowledged by central"
    if lacks:
        older = f"central is older than this till: it does not know {', '.join(lacks)}; all else is exchanged; {said}"
        return Finding("sync", "watch", older, "Bring central up to date; the till notices by itself within half an hour.")
    return Finding("sync", "watch" if waiting else "ok", said)
