"""The pulled network cable of the tour: nothing passes while it is out, everything again once it is back."""

from __future__ import annotations

import socket
import threading

import pytest

from kiosk.hardware.virtual.cable import Cable


def echo_server() -> int:
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            connection, _ = server.accept()
            connection.sendall(connection.recv(100).upper())
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    return int(server.getsockname()[1])


def ask(port: int) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"ticket")
        return connection.recv(100)


def test_a_pulled_cable_refuses_and_a_plugged_one_carries() -> None:
    cable = Cable(echo_server())
    assert ask(cable.port) == b"TICKET"
    cable.unplug()
    with pytest.raises(ConnectionRefusedError):
        ask(cable.port)
    cable.plug()
    assert ask(cable.port) == b"TICKET"
    cable.unplug()


def test_pulling_the_cable_cuts_what_is_open() -> None:
    silent = socket.create_server(("127.0.0.1", 0))
    cable = Cable(silent.getsockname()[1])
    with socket.create_connection(("127.0.0.1", cable.port), timeout=5) as connection:
        accepted, _ = silent.accept()
        cable.unplug()
        assert connection.recv(1) == b""
        accepted.close()
    silent.close()
