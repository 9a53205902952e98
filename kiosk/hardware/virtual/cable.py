"""A network cable that can be pulled: forwards TCP on loopback to another port until it is unplugged."""

from __future__ import annotations

import contextlib
import socket
import threading

READ_BYTES = 65_536


class Cable:
    """Listens on 127.0.0.1:``port`` and forwards to ``target_port``. Unplugged, it refuses and cuts what is open."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port: int = probe.getsockname()[1]
        self._server: socket.socket | None = None
        self.plug()

    def plug(self) -> None:
        """Let traffic through again; harmless when it already does."""
        with self._lock:
            if self._server is None:
                self._server = socket.create_server(("127.0.0.1", self.port))
                threading.Thread(target=self._accept, args=(self._server,), name=f"cable-{self.port}", daemon=True).start()

    def unplug(self) -> None:
        """Refuse new connections and cut the open ones in the middle of whatever they carry."""
        with self._lock:
            server, self._server = self._server, None
            ends = tuple(self._open)
        if server is not None:
            with contextlib.suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            server.close()
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self, server: socket.socket) -> None:
        while True:
            try:
                near, _ = server.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self._target_port), timeout=5)
                far.settimeout(None)
            except OSError:
                near.close()
                continue
            with self._lock:
                pulled = self._server is not server
                if not pulled:
                    self._open |= {near, far}
            if pulled:  # while the other end was being reached
                near.close()
                far.close()
                return
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(READ_BYTES):
                sink.sendall(chunk)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)
        with self._lock:
            self._open.discard(source)
        source.close()
