"""One PostgreSQL of our own (Debian's binaries, a fresh cluster in a temporary folder) and one browser, both gone at the end of the run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import Browser, browsing
from tests.senses import Senses

OWNER = "postgres"


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    assert found, "PostgreSQL is missing: apt install postgresql (see packages.txt)"
    return found[-1].parent


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """URL of a running server's maintenance database; the server refuses to run as root, so root hands it to its owner."""
    binaries = _binaries()
    root = os.geteuid() == 0
    prefix = ["runuser", "-u", OWNER, "--"] if root else []
    folder = Path(tempfile.mkdtemp(prefix="kiosk-postgres-"))
    if root:
        shutil.chown(folder, OWNER)
    data, port = folder / "data", _free_port()

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=60)

    try:
        run(str(binaries / "initdb"), "-D", str(data), "-U", OWNER, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=60"
        run(str(binaries / "pg_ctl"), "start", "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options)
        yield f"postgresql+psycopg://{OWNER}@127.0.0.1:{port}/postgres"
        run(str(binaries / "pg_ctl"), "stop", "-D", str(data), "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def senses(tmp_path_factory: pytest.TempPathFactory) -> Senses:
    """The camera and the microphone of the browser."""
    return Senses(tmp_path_factory.mktemp("senses"))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory, senses: Senses) -> Iterator[Browser]:
    """One for every module of a run: it takes a second to start."""
    with browsing(tmp_path_factory.mktemp("browser"), *senses.flags) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Browser:
    """A tab as fresh as the first; what another module emulated is not there."""
    chromium.new_tab()
    return chromium
