"""A second start on the same data brings the first kiosk's window to the front. A local socket named after the data directory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CONNECT_TIMEOUT_MS = 1000


def _name(data_dir: Path) -> str:
    return "kiosk-" + hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:16]


def ask_to_front(data_dir: Path) -> bool:
    """Ask the kiosk that has this data open to show itself; False when nobody answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(data_dir))
    reached = bool(socket.waitForConnected(CONNECT_TIMEOUT_MS))
    socket.abort()
    return reached


class FrontDoor(QObject):
    """Listens for a second start; ``show`` raises the window."""

    def __init__(self, data_dir: Path, show: Callable[[], None]) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        QLocalServer.removeServer(_name(data_dir))
        self._server.listen(_name(data_dir))
        self._server.newConnection.connect(lambda: self._knocked(show))

    def _knocked(self, show: Callable[[], None]) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.close()
        show()

    def close(self) -> None:
        self._server.close()
