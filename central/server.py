"""Runs the API on uvicorn until told to stop, and says on standard output when it is ready."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path

import uvicorn

from central.app import create_app
from central.database import CentralDatabase
from central.service import Central, central_key
from kiosk.basics.clock import SystemClock

BACKLOG = 2048


def serve(*, data_dir: Path, host: str, port: int, database_url: str | None) -> None:
    """Serve until SIGTERM or Ctrl-C. ``port`` 0 takes a free one; the ready line names it."""
    database = CentralDatabase.open(data_dir=data_dir, url=database_url)
    listener = socket.create_server((host, port), backlog=BACKLOG)
    try:
        central = Central(database, clock=SystemClock(), key=central_key(data_dir))
        config = uvicorn.Config(create_app(central), log_level="warning", access_log=False, lifespan="on", timeout_graceful_shutdown=2)
        sys.stdout.write(json.dumps({"ready": True, "url": f"http://{host}:{listener.getsockname()[1]}"}) + "\n")
        sys.stdout.flush()
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()
        database.close()
