"""``python -m central``: serve, seed, enrolment-code, publish-prices, revoke, show. Exit code 2 for what the caller got wrong, 1 for the rest."""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from central import pricebooks, tills
from central.database import CentralDatabase
from central.demo import seed
from central.mail import SmtpPost
from central.server import serve
from central.show import VIEWS, view
from kiosk.basics.clock import SystemClock
from kiosk.errors import KioskError, Misused


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "serve":
            post = SmtpPost.read(options.smtp, options.mail_from) if options.smtp else None
            serve(data_dir=options.data, host=options.host, port=options.port, database_url=options.database, post=post)
            return 0
        with closing(CentralDatabase.open(data_dir=options.data, url=options.database)) as database:
            _print(_run(database, options), as_json=options.json)
    except KioskError as error:
        faults = [f"{path}: {what}" for path, what in error.faults] if isinstance(error, Misused) else []
        sys.stderr.write("\n".join([str(error), *faults]) + "\n")
        return 2 if isinstance(error, Misused) else 1
    return 0


def _run(database: CentralDatabase, options: argparse.Namespace) -> Any:
    now_utc = SystemClock().now_utc()
    match options.command:
        case "seed":
            return seed(database, options.demo)
        case "enrolment-code":
            with database.write() as connection:
                return {"code": tills.new_code(connection, options.shop, options.till, now_utc=now_utc)}
        case "publish-prices":
            with database.write() as connection:
                book = pricebooks.publish(connection, options.file.read_bytes(), name=options.file.name, now_utc=now_utc)
            return {"published": book.version, "valid_from": book.valid_from, "valid_to": book.valid_to or "", "sha256": book.sha256}
        case "revoke":
            with database.write() as connection:
                tills.revoke(connection, options.shop, options.till, now_utc=now_utc)
            return {"revoked": f"{options.shop}/{options.till}"}
        case _:
            with database.read() as connection:
                return view(connection, options.view)


def _print(result: Any, *, as_json: bool) -> None:
    if as_json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
        return
    for row in result if isinstance(result, list) else [result]:
        sys.stdout.write("  ".join(f"{name}={value}" for name, value in row.items() if name != "content") + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="central", description="The reference central inventory.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (
        ("serve", "answer the tills over HTTP"),
        ("seed", "put the demo's data in"),
        ("enrolment-code", "make a one-time code for a till"),
        ("publish-prices", "send a version of the trade-in price book to every shop"),
        ("revoke", "refuse a till's key from now on"),
        ("show", "print central's picture"),
    ):
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--data", type=Path, required=True, help="central's data directory")
        command.add_argument("--database", help="SQLAlchemy URL of a PostgreSQL database; SQLite in the data directory without it")
        command.add_argument("--json", action="store_true", help="print JSON")
        if name == "serve":
            command.add_argument("--host", default="127.0.0.1")
            command.add_argument("--port", type=int, default=8470, help="0 takes a free one")
            command.add_argument("--smtp", default=os.environ.get("CENTRAL_SMTP", ""), help="mail server for receipts, smtp[s]://[user:password@]host[:port]")
            command.add_argument("--mail-from", default=os.environ.get("CENTRAL_MAIL_FROM", ""), help="address that receipts come from")
        elif name == "seed":
            command.add_argument("--demo", type=Path, required=True, help="folder of the demo's JSON files")
        elif name == "publish-prices":
            command.add_argument("--file", type=Path, required=True, help="the price book as TOML, with its valid_from and valid_to")
        elif name == "show":
            command.add_argument("view", choices=VIEWS)
        else:
            command.add_argument("--shop", required=True)
            command.add_argument("--till", required=True)
    return parser


if __name__ == "__main__":
    sys.exit(main())
