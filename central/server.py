"""Runs the API on uvicorn until told to stop, and says on standard output when it is ready."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

import uvicorn

from central import directory
from central.app import create_app
from central.database import CentralDatabase
from central.mail import Post
from central.service import Central, central_key
from kiosk.basics.clock import SystemClock

BACKLOG = 2048
KEEP_ALIVE_S = 75
"""Longer than a till keeps an idle connection (60 s): else it writes into one that is just being closed, and believes central gone."""


def serve(*, data_dir: Path, host: str, port: int, database_url: str | None, post: Post | None = None) -> None:
    """Serve until SIGTERM or Ctrl-C. ``port`` 0 takes a free one; the ready line names it. ``post`` mails receipts."""
    database = CentralDatabase.open(data_dir=data_dir, url=database_url)
    with database.write() as connection:
        directory.publish(connection)
    listener = socket.create_server((host, port), backlog=BACKLOG)
    try:
        central = Central(database, clock=SystemClock(), key=central_key(data_dir), post=post)
        servers: list[uvicorn.Server] = []
        app = create_app(central, stopping=lambda: servers[0].should_exit)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, lifespan="on", timeout_graceful_shutdown=2, timeout_keep_alive=KEEP_ALIVE_S
        )  # fmt: skip
        servers.append(uvicorn.Server(config))
        sys.stdout.write(json.dumps({"ready": True, "url": f"http://{host}:{listener.getsockname()[1]}"}) + "\n")
        sys.stdout.flush()
        servers[0].run(sockets=[listener])
    finally:
        listener.close()
        database.close()
