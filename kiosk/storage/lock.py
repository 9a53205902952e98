"""One process per data directory: an operating-system lock that ends with the process, however it ends."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.errors import Refused

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class AlreadyRunning(Refused):
    """Another kiosk process has this data directory open."""

    code = "storage.already_running"


@contextlib.contextmanager
def only_instance(data_dir: Path) -> Iterator[None]:
    """Hold the directory's lock for the length of the block; AlreadyRunning if another process has it."""
    handle = os.open(data_dir / "instance.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            _try_lock(handle)
        except OSError as error:
            raise AlreadyRunning(data_dir=str(data_dir)) from error
        yield
    finally:
        os.close(handle)
