"""A tool that reads a device, run as a child process with a deadline. What hangs is killed: it costs a moment of the caller's own thread."""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Mapping

LOOK_AT_STOP_S = 0.1
GIVES_WAY = 10


def give_way(tool: subprocess.Popen[bytes]) -> None:
    """On a busy machine the window's pictures come first, then what reads a device."""
    with contextlib.suppress(OSError):  # it may have ended already
        os.setpriority(os.PRIO_PROCESS, tool.pid, GIVES_WAY)


def run_tool(
    command: tuple[str, ...], deadline_s: float, *, environment: Mapping[str, str], given_up: threading.Event
) -> subprocess.CompletedProcess[bytes] | None:  # fmt: skip
    """What a child process said. None when it did not end in time or was given up meanwhile: it is killed then. FileNotFoundError."""
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, env=dict(environment), stdin=silent, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as tool:
        give_way(tool)
        end = time.monotonic() + deadline_s
        while time.monotonic() < end and not given_up.is_set():
            try:
                said, complained = tool.communicate(timeout=LOOK_AT_STOP_S)
            except subprocess.TimeoutExpired:
                continue
            return subprocess.CompletedProcess(command, tool.returncode, said, complained)
        tool.kill()
    return None
