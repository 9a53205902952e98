"""A window with one focused text field and the scan router, for tests on a real X server. Talks JSON lines on its pipes.

Says ``{"window": id}`` when it has the focus, ``{"scan": [kind, text]}`` for each scan, and ``{"field": text}`` whenever a line comes in.
"""

from __future__ import annotations

import json
import sys
import threading

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.ui.scan_router import Scan, ScanRouter

PAGE = b"""
import QtQuick
Window {
    width: 400; height: 100; visible: true; title: "scan page"
    property alias text: field.text
    TextInput { id: field; anchors.fill: parent; focus: true }
    Shortcut { sequence: "3"; onActivated: field.text += "[shortcut]" }
}
"""


class Asked(QObject):
    """Brings a line of standard input to the GUI thread."""

    line = Signal(str)


def say(**fact: object) -> None:
    print(json.dumps(fact), flush=True)  # noqa: T201  # the pipe is this program's voice


def main() -> int:
    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(PAGE, QUrl("scan_page.qml"))
    window = engine.rootObjects()[0]
    assert isinstance(window, QWindow)
    router = ScanRouter()
    router.install(application)

    def scanned(scan: Scan) -> None:
        say(scan=[type(scan.code).__name__, scan.code.text])

    def answer(line: str) -> None:
        if line == "quit":
            application.quit()
        else:
            say(field=window.property("text"))

    asked = Asked()
    asked.line.connect(answer, Qt.ConnectionType.QueuedConnection)
    router.scanned.connect(scanned)
    window.activeChanged.connect(lambda: say(active=window.isActive()))
    threading.Thread(target=lambda: [asked.line.emit(line.strip()) for line in sys.stdin], daemon=True).start()
    say(window=int(window.winId()))
    status = application.exec()
    del engine
    return status


if __name__ == "__main__":
    sys.exit(main())
