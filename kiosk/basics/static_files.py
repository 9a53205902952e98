"""The files of a static page and what every answer with one of them says of itself. Read once; a name that is not among them does not exist."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}  # fmt: skip
SELF_TEST = Path(__file__).resolve().parents[2] / "central" / "static" / "selftest"
SELF_TEST_READER = SELF_TEST.parent / "vendor" / "qr-0.7.0"
"""Reads codes off a camera's picture: two modules of somebody else's, as they came."""
SELF_TEST_MARK = SELF_TEST.parent / "mark.svg"
SELF_TEST_PATH = "/t/"
"""Where central serves the self-test page; a kiosk serves it below a secret part of its own."""
SELF_TEST_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(self), microphone=(self), accelerometer=(self), gyroscope=(self), magnetometer=(self), fullscreen=(self)",
}  # fmt: skip


def self_test_files() -> dict[str, tuple[bytes, str]]:
    """Content and media type by name; "" is the page itself."""
    paths = [path for path in (*SELF_TEST.iterdir(), *SELF_TEST_READER.iterdir(), SELF_TEST_MARK) if path.suffix in MEDIA_TYPES]
    found = {path.name: (path.read_bytes(), MEDIA_TYPES[path.suffix]) for path in paths}
    return {**found, "": found["index.html"]}
