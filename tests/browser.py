"""A real browser without a window, spoken to over a pipe (Chromium's DevTools protocol): open a page, ask it, take its picture."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--disable-background-networking",
    "--disable-component-update", "--remote-debugging-pipe", "--accept-lang=fr-FR",
)  # fmt: skip


class BrowserFailed(AssertionError):
    """The page threw, or the browser refused."""


class Browser:
    """One tab, of the size of a phone."""

    def __init__(self, to_browser: BinaryIO, from_browser: BinaryIO) -> None:
        self._to, self._from = to_browser, from_browser
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session = self._tab = ""
        self.new_tab()

    def new_tab(self) -> None:
        """Go on in a tab as fresh as the first, where nothing is emulated; the one before is closed, with whatever it was still playing."""
        self._session, before = "", self._tab
        self._tab = target = self._call("Target.createTarget", url="about:blank")["targetId"]
        if before:
            self._call("Target.closeTarget", targetId=before)
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")
        self._call("Emulation.setDeviceMetricsOverride", width=412, height=915, deviceScaleFactor=2.625, mobile=True)

    def open(self, url: str) -> None:
        """Go there; to another address of the same page too, from anew."""
        self._call("Page.navigate", url="about:blank")
        self._call("Page.navigate", url=url)

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression, awaited when it is a promise."""
        said = self._call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in said:
            raise BrowserFailed(json.dumps(said["exceptionDetails"])[:800])
        return said["result"].get("value")

    def until(self, condition: str) -> Any:
        """The value of a condition as soon as it is true."""
        return self.ask(f"new Promise(tell => {{ const look = () => {{ const found = {condition}; found ? tell(found) : setTimeout(look, 20); }}; look(); }})")

    def tell(self, method: str, **parameters: Any) -> Any:
        """Any other command of the DevTools protocol."""
        return self._call(method, **parameters)

    def touch(self, kind: str, *fingers: tuple[float, float]) -> None:
        """``kind`` is touchStart, touchMove or touchEnd; ``fingers`` are the points that are down."""
        self._call("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y, "id": place} for place, (x, y) in enumerate(fingers)])

    def picture(self) -> bytes:
        """The whole page as PNG."""
        shot = self._call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def _call(self, method: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserFailed(f"{method}: {answer['error']}")
                return answer["result"]

    def _next(self) -> Any:
        while b"\0" not in self._rest:
            part = os.read(self._from.fileno(), 65536)
            if not part:
                raise BrowserFailed("the browser is gone")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)


@contextmanager
def browsing(folder: Path, *flags: str) -> Iterator[Browser]:
    """A browser with nothing in its memory; ``folder`` is its own, ``flags`` are added to the usual ones."""
    program = shutil.which("chromium")
    assert program, "chromium is in packages.txt: make setup installs it"
    down, up = os.pipe(), os.pipe()
    command = ["bash", "-c", f'exec "$@" 3<&{down[0]} 4>&{up[1]}', "browser", program, *FLAGS, *flags, f"--user-data-dir={folder}"]
    environment = {**os.environ, "HOME": str(folder)}
    process = subprocess.Popen(command, pass_fds=(down[0], up[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    os.close(down[0])
    os.close(up[1])
    try:
        with os.fdopen(down[1], "wb") as to_browser, os.fdopen(up[0], "rb") as from_browser:
            yield Browser(to_browser, from_browser)
    finally:
        process.kill()
        process.wait()
