"""A camera of the network, of our own: it sends JPEGs one after another over HTTP as such cameras do, and has their faults. The real ffmpeg reads it."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image, ImageDraw

PACE_S = 0.04


def view(colour: tuple[int, int, int], *, size: tuple[int, int] = (640, 480)) -> bytes:
    """What stands before the camera: a coloured thing on a grey table."""
    out = io.BytesIO()
    picture = Image.new("RGB", size, (110, 110, 110))
    ImageDraw.Draw(picture).rectangle((size[0] // 4, size[1] // 4, size[0] * 3 // 4, size[1] * 3 // 4), fill=colour)
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def colour_of(jpeg: bytes) -> tuple[int, int, int]:
    """What stands in the middle, to the nearest 32: a camera's picture is never exact."""
    with Image.open(io.BytesIO(jpeg)) as opened:
        red, green, blue = opened.convert("RGB").resize((8, 8), Image.Resampling.BOX).getpixel((4, 4))  # type: ignore[misc]  # three bands
    return round(red / 32) * 32, round(green / 32) * 32, round(blue / 32) * 32


class NetworkCamera:
    """Each method is what a hand does to it."""

    def __init__(self) -> None:
        self.shows = view((32, 96, 192))
        self._silent, self._cut, self._gone = threading.Event(), threading.Event(), threading.Event()
        camera = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                camera._serve(self)

            def log_message(self, format: str, *args: object) -> None:
                """A camera keeps no log here."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/video.mjpg"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def fall_silent(self) -> None:
        """It takes the connection and sends nothing."""
        self._silent.set()

    def unplug_within_picture(self) -> None:
        """The next picture stops in its middle, and whoever comes after finds nobody until it is plugged in again."""
        self._cut.set()

    def plug_in_again(self) -> None:
        self._gone.clear()

    def close(self) -> None:
        self._gone.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _serve(self, request: BaseHTTPRequestHandler) -> None:
        if self._gone.is_set():
            request.send_error(404)
            return
        request.send_response(200)
        request.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
        request.end_headers()
        try:
            while not self._gone.wait(PACE_S):
                if not self._silent.is_set():
                    self._send(request)
        except OSError:
            return

    def _send(self, request: BaseHTTPRequestHandler) -> None:
        picture = self.shows
        request.wfile.write(b"--next\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(picture))
        if self._cut.is_set():
            request.wfile.write(picture[: len(picture) // 2])
            self._cut.clear()
            self._gone.set()
            return
        request.wfile.write(picture + b"\r\n")


@contextmanager
def network_camera() -> Iterator[NetworkCamera]:
    camera = NetworkCamera()
    try:
        yield camera
    finally:
        camera.close()
