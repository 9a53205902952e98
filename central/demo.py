"""Central for the demo and for tests: seeded from files, served by a child process, asked and stopped from here."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from central import directory, feeds, past, tills
from central.database import CentralDatabase
from central.schema import CHAIN
from kiosk.basics.clock import SystemClock
from kiosk.errors import Misused, Unavailable
from kiosk.stock.units import Unit
from kiosk.sync.protocol import FEEDS

KEY_OF = {"shop": "shop_id", "people": "person_id", "device_models": "model_id", "products": "product_id", "units": "unit_id", "levels": "product_id"}
STOP_TIMEOUT_S = 10


class DemoDataUnreadable(Misused):
    """A file of the demo's data is missing or not a JSON list of rows with their key."""

    code = "central.demo_data_unreadable"


class CentralDidNotStart(Unavailable):
    """The child process ended before it was ready; its last words are in ``said``."""

    code = "central.did_not_start"


def seed(database: CentralDatabase, demo_dir: Path) -> dict[str, int]:
    """Put the demo's files into the feeds; rows that are already the same stay as they are. Gives how many rows each has."""
    content = {feed: _rows(demo_dir / f"{feed}.json", KEY_OF[feed]) for feed in FEEDS if feed in KEY_OF}
    shop_ids = list(content["shop"])
    if len(shop_ids) != 1:
        raise DemoDataUnreadable(faults=((str(demo_dir / "shop.json"), "exactly one shop"),))
    with database.write() as connection:
        versions: dict[str, int] = {}
        for feed, rows in content.items():
            scope = feeds.scope_of(feed, shop_ids[0])
            there = feeds.get_rows(connection, scope, feed, rows)
            changed = {key: row for key, row in rows.items() if there.get(key) != row}
            if changed:
                versions[scope] = versions.get(scope) or feeds.next_version(connection, scope)
                feeds.put_rows(connection, scope, feed, changed, v=versions[scope])
                if feed == "units":
                    past.note(connection, scope, (msgspec.json.decode(row, type=Unit) for row in changed.values()))
        directory.publish(connection, v=versions.get(CHAIN))
    return {feed: len(rows) for feed, rows in content.items()}


def _rows(path: Path, key: str) -> dict[str, bytes]:
    try:
        found = msgspec.json.decode(path.read_bytes())
        rows = found if isinstance(found, list) else [found]
        return {str(row.get(key) or row["header"][key]): msgspec.json.encode(row) for row in rows}
    except (OSError, msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        raise DemoDataUnreadable(faults=((str(path), f"{type(error).__name__}: {error}"),)) from error


@dataclass(slots=True)
class RunningCentral:
    """A central in a child process. A context manager: leaving it stops the process."""

    url: str
    data_dir: Path
    database_url: str | None
    process: subprocess.Popen[str]

    def enrolment_code(self, *, shop_id: str, till_code: str) -> str:
        """A fresh one-time code."""
        with closing(CentralDatabase.open(data_dir=self.data_dir, url=self.database_url)) as database, database.write() as connection:
            return tills.new_code(connection, shop_id, till_code, now_utc=SystemClock().now_utc())

    def rows(self, feed: str, *, shop_id: str) -> list[dict[str, Any]]:
        """Central's present rows of a feed, by id."""
        with closing(CentralDatabase.open(data_dir=self.data_dir, url=self.database_url)) as database, database.read() as connection:
            return feeds.all_rows(connection, feeds.scope_of(feed, shop_id), feed)

    def stop(self) -> None:
        """End the process and wait for it."""
        self.process.terminate()
        try:
            self.process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()

    def __enter__(self) -> RunningCentral:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()


def start(
    data_dir: Path, *, port: int = 0, demo_dir: Path | None = None, database_url: str | None = None, environment: Mapping[str, str] | None = None
) -> RunningCentral:
    """Seed (when ``demo_dir`` is given) and serve on loopback; back when it is ready. DemoDataUnreadable, CentralDidNotStart."""
    data_dir.mkdir(parents=True, exist_ok=True)
    if demo_dir is not None:
        with closing(CentralDatabase.open(data_dir=data_dir, url=database_url)) as database:
            seed(database, demo_dir)
    command = [sys.executable, "-m", "central", "serve", "--data", str(data_dir), "--port", str(port)]
    if database_url:
        command += ["--database", database_url]
    root = Path(__file__).resolve().parents[1]
    with (data_dir / "central.log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True, cwd=root, env=environment)
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line.startswith("{"):
        process.wait(STOP_TIMEOUT_S)
        process.stdout.close()
        raise CentralDidNotStart(said=(data_dir / "central.log").read_text("utf-8")[-300:])
    return RunningCentral(json.loads(line)["url"], data_dir, database_url, process)
