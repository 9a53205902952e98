"""The commands and their arguments."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from kiosk.basics.money import Money

DEFAULT_DATA = Path(os.environ.get("KIOSK_DATA", "data"))


def parser() -> argparse.ArgumentParser:
    """The whole command line; argparse itself exits with 2 on misuse."""
    root = argparse.ArgumentParser(prog="kiosk", description="The counter of a refurbished-electronics shop: till, diagnostic bench and stock desk.")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text)
        _common(command)
        return command

    run = add("run", "open the kiosk")
    run.add_argument("--training", action="store_true", help="open the training till beside this one: nothing counts, every paper says so")
    demo = add("demo", "open a demo shop with central and a virtual counter; without a display, play the first day and leave build/demo")
    demo.add_argument("--out", type=Path, default=Path("build/demo"), help="where the demo leaves its data, pictures and papers")
    demo.add_argument("--play", action="store_true", help="play the first day by itself even when there is a display")
    add("doctor", "say how this kiosk is: storage, keys, journal, devices, sync")
    price = add("price", "price a basket file: totals, tax table, tenders (pure; touches no data)")
    price.add_argument("basket", type=Path, metavar="BASKET.json")
    add("rules", "say which units on sale a changed rule file would move; changes nothing").add_argument("file", type=Path, metavar="FILE.toml")
    journal = commands.add_parser("journal", help="verify or export the journal", description="verify or export the journal")
    actions = journal.add_subparsers(dest="action", required=True, metavar="ACTION")
    _common(actions.add_parser("verify", help="check numbers, chain, signatures and sealed rows; name the first broken entry"))
    export = actions.add_parser("export", help="JSON lines that a stranger can verify (docs/journal-format.md)")
    _common(export)
    export.add_argument("--to", type=Path, help="a file instead of standard output")
    backup = add("backup", "copy the database, checked, while the kiosk may be running")
    backup.add_argument("--to", type=Path, help="the backup file (default: backups/ in the data directory)")
    restore = add("restore", "put a backup in the database's place; the replaced file is kept")
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    load = add("import", "load a shop folder (shop, people, catalogue, units) into an empty kiosk without central")
    load.add_argument("folder", type=Path, metavar="FOLDER")
    load.add_argument("--till", default="K1", help="the code of this till in the shop")
    for more in (_laptop, _accounting, _fiscal):
        more(commands)
    gallery = add("gallery", "show every component of the screens in every state")
    gallery.add_argument("--out", type=Path, help="leave pictures there instead of opening a window")
    tour = add("tour", "drive the real kiosk by a script through its real inputs, with pictures and expectations")
    tour.add_argument("script", type=Path, metavar="SCRIPT.jsonl")
    tour.add_argument("--out", type=Path, default=Path("build/tour"), help="where pictures, papers and report.json go")
    return root


def _laptop(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """What reads laptops."""
    text = "copy the scripts that read a laptop (Linux, Windows, macOS) onto a USB stick; the kiosk finds their report there"
    tools = commands.add_parser("laptop-tools", help=text, description=text)
    _common(tools)
    tools.add_argument("folder", type=Path, metavar="FOLDER", help="the stick")


def _accounting(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Exports for the accountant and the platform."""
    text = "files for the accountant and the platform, made from the journal (docs/accounting.md)"
    actions = commands.add_parser("accounting", help=text, description=text).add_subparsers(dest="action", required=True, metavar="ACTION")
    texts = {
        "fec": "accounting entries in the shape of the tax office's file (FEC)",
        "ereporting": "aggregates of sales to private customers (flux 10.3)",
        "margin": "margin ledger per device and global method with carry-over",
    }
    for name, what in texts.items():
        action = actions.add_parser(name, help=what, description=what)
        _common(action)
        action.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the first day")
        action.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the last day, inside")
        action.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the files go (default: here)")
        action.add_argument("--journal", type=Path, action="append", default=[], metavar="FILE", help="another till's exported journal; may be repeated")
    lot = actions.add_parser("lot", help="share the price of a lot over its devices")
    _common(lot)
    lot.add_argument("price", type=Money.parse, help="what the lot cost")
    lot.add_argument("expected", type=Money.parse, nargs="+", help="what each device should be sold for")


def _fiscal(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Archives and inspections."""
    text = "archives, exports for a tax inspection, and their verification (docs/archives.md)"
    actions = commands.add_parser("fiscal", help=text, description=text).add_subparsers(dest="action", required=True, metavar="ACTION")
    archive = actions.add_parser("archive", help="archive closed months and years that have no archive yet")
    archive.add_argument("--period", metavar="YYYYMM|YYYY", help="one month or year only")
    archive.add_argument("--to", type=Path, metavar="FOLDER", help="where archives are kept (default: archives/ in the data directory)")
    export = actions.add_parser("export", help="any days for a tax inspection, in the shape of an archive; told to the event log")
    export.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the first day")
    export.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="the last day, inside")
    export.add_argument("--out", type=Path, required=True, metavar="FILE.zip", help="the file to write")
    verify = actions.add_parser("verify", help="check an archive, or without one the journal and the fiscal chains of this till")
    verify.add_argument("archive", type=Path, nargs="?", metavar="ARCHIVE.zip")
    verify.add_argument("--key", type=Path, metavar="FILE.pem", action="append", default=[], help="the till's public key as you hold it; again for each")
    for action in (archive, export, verify):
        _common(action)


def _common(command: argparse.ArgumentParser) -> None:
    command.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="DIR", help="the kiosk's data directory (default: $KIOSK_DATA or ./data)")
    command.add_argument("--json", action="store_true", help="print JSON")
