"""``python -m kiosk COMMAND``: arguments, log, crash hook, and off to the command. Imports only what the command needs."""

from __future__ import annotations

import argparse
import contextlib
import gc
import locale
import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kiosk.commands.arguments import parser
from kiosk.commands.say import FileUnusable, NotADirectory, refuse
from kiosk.errors import KioskError


def main(arguments: list[str] | None = None) -> int:
    """The exit code: 0 done, 1 refused, 2 misused."""
    with contextlib.suppress(locale.Error):
        locale.setlocale(locale.LC_MESSAGES, "")
    chosen = parser().parse_args(arguments)
    try:
        if chosen.data.exists() and not chosen.data.is_dir():
            raise NotADirectory(path=str(chosen.data))
        _log_to(chosen.data)
        return _dispatch(chosen)
    except KioskError as error:
        logging.getLogger("kiosk").info("refused", exc_info=error)
        return refuse(error, as_json=chosen.json)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        logging.getLogger("kiosk").error("a file cannot be used", exc_info=error)
        return refuse(FileUnusable(path=str(error.filename or chosen.data), reason=error.strerror or type(error).__name__), as_json=chosen.json)
    except Exception as error:  # the crash hook: a bug is told honestly to the person, and whole to the log
        logging.getLogger("kiosk").critical("unforeseen", exc_info=error)
        return refuse(KioskError(), as_json=chosen.json)


def _log_to(data: Path) -> None:
    """To ``logs/kiosk.log`` in the data directory where there is one; the terminal is for people, and never for tracebacks."""
    level = os.environ.get("KIOSK_LOG", "INFO" if data.is_dir() else "WARNING")
    handler: logging.Handler = logging.NullHandler()
    if data.is_dir():
        with contextlib.suppress(OSError):  # a full or read-only disk must not hide what the command has to say
            (data / "logs").mkdir(exist_ok=True)
            handler = RotatingFileHandler(data / "logs" / "kiosk.log", maxBytes=2_000_000, backupCount=5, encoding="utf-8")
    logging.basicConfig(level=level, handlers=[handler], format="%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")


def _dispatch(chosen: argparse.Namespace) -> int:
    data: Path = chosen.data
    match chosen.command:
        case "price":
            from kiosk.commands import price

            return price.run(chosen.basket, as_json=chosen.json)
        case "journal":
            from kiosk.commands import journal

            return journal.run_verify(data, as_json=chosen.json) if chosen.action == "verify" else journal.run_export(data, to=chosen.to)
        case "backup" | "restore":
            from kiosk.commands import keeping

            if chosen.command == "backup":
                return keeping.run_backup(data, to=chosen.to, as_json=chosen.json)
            return keeping.run_restore(data, chosen.backup, as_json=chosen.json)
        case "doctor" | "rules":
            from kiosk.commands import doctor, rules

            return doctor.run(data, as_json=chosen.json) if chosen.command == "doctor" else rules.run(data, chosen.file, as_json=chosen.json)
        case "import" | "laptop-tools":
            from kiosk.commands import laptop, loading

            if chosen.command == "laptop-tools":
                return laptop.run_laptop_tools(chosen.folder, as_json=chosen.json)
            return loading.run(data, chosen.folder, till_code=chosen.till, as_json=chosen.json)
        case "accounting" | "fiscal":
            from kiosk.commands import accounting, fiscal

            return accounting.run(chosen) if chosen.command == "accounting" else fiscal.run(chosen)
        case "demo" | "tour":
            from kiosk.commands import shows

            return shows.run(chosen)
        case _:
            gc.disable()  # all that is made until the window stands, stays; then ``ui/collector.py`` collects
            from kiosk.commands import screens

            return screens.run(chosen)


if __name__ == "__main__":
    sys.exit(main())
