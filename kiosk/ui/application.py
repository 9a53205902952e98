"""Qt's side of the kiosk: the application object, the engine with its pictures and words, the one window, and its orderly end.

``start_qt`` once per process, then ``KioskWindow`` around a root view model. The engine dies before the view models that
its bindings read. GUI thread only; builds no service.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, QTranslator, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QMouseEvent
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow

from kiosk.ui.drawings import DeviceProvider, IconProvider
from kiosk.ui.error_text import text_of
from kiosk.ui.viewmodels.app import AppViewModel

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
QML = Path(__file__).resolve().parent / "qml"
TICK_MS = 1000
TURN_S = 0.001
"""The longest that a worker computes before the window gets its turn: Python's own 5 ms, taken several times in one picture, are a picture missed."""
MM_PER_INCH = 25.4
LEAST_PX_PER_MM, MOST_PX_PER_MM = 2.0, 12.0
PANELLESS = frozenset({"offscreen", "minimal"})
QUEUED_ONCE = Qt.ConnectionType(Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value)
SIGNS_OF_LIFE = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
log = logging.getLogger(__name__)


def start_qt(arguments: Sequence[str] = ("kiosk",)) -> QGuiApplication:
    """The application with its fonts; the existing one when there is one. A machine without a GPU renders in software."""
    sys.setswitchinterval(TURN_S)
    running = QCoreApplication.instance()
    if isinstance(running, QGuiApplication):
        load_fonts()
        return running
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_STYLE", "Kiosk")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")
    # The keyboard's key sounds look for a sound server that a till does not have.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")
    os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")  # ours sits in the window; the other would be a window of its own
    if not list(Path("/dev/dri").glob("renderD*")):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QGuiApplication(list(arguments))
    application.setApplicationName("kiosk")
    load_fonts()
    return application


def load_fonts() -> None:
    """Inter and Inter Display, once: an application that does not ship its font falls back to whatever is there."""
    if "Inter Display" in QFontDatabase.families():
        return
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def px_per_mm_of_screen() -> float:
    """What the panel says of its own density; 0 where it does not know."""
    screen = QGuiApplication.primaryScreen()
    return believable_px_per_mm(float(screen.physicalDotsPerInch()), QGuiApplication.platformName()) if screen else 0.0


def believable_px_per_mm(dots_per_inch: float, platform: str) -> float:
    """0 where there is no panel, or one that tells nonsense of its size (projectors, cheap adapters, remote desktops)."""
    px_per_mm = dots_per_inch / MM_PER_INCH
    return px_per_mm if platform not in PANELLESS and LEAST_PX_PER_MM <= px_per_mm <= MOST_PX_PER_MM else 0.0


class Words(QObject):
    """The translators of one engine. French is the source language: its file only holds plurals."""

    def __init__(self, engine: QQmlApplicationEngine) -> None:
        super().__init__()
        self._engine = engine
        self._installed: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Change the language of everything on the screen, at once."""
        self.silence()
        translator = QTranslator(self)
        if translator.load(str(RESOURCES / "i18n" / f"kiosk_{language}.qm")):
            QCoreApplication.installTranslator(translator)
            self._installed = translator
        self._engine.retranslate()

    def silence(self) -> None:
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None


def make_engine(on_warning: Callable[[str], None] = log.warning) -> QQmlApplicationEngine:
    """An engine that knows our modules, icons and drawings."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.addImageProvider("icon", IconProvider(RESOURCES))
    engine.addImageProvider("device", DeviceProvider(RESOURCES))

    def tell(warnings: list[QQmlError]) -> None:
        for warning in warnings:
            on_warning(warning.toString())

    engine.warnings.connect(tell)
    return engine


class KioskWindow(QObject):
    """The window on a root view model; ``close`` ends it in the order that Qt needs."""

    def __init__(self, root: QObject, *, page: str = "App/Main.qml", size: QSize | None = None, on_warning: Callable[[str], None] = log.warning) -> None:
        super().__init__()
        self.root = root
        self.engine = make_engine(on_warning)
        self.words = Words(self.engine)
        self.words.speak(str(root.property("language")))
        self.engine.setInitialProperties({"app": root})
        self.engine.load(QUrl.fromLocalFile(str(QML / "Kiosk" / page)))
        roots = self.engine.rootObjects()
        if not roots:
            raise RuntimeError(f"{page} did not load; the log names the line")
        window = roots[0]
        assert isinstance(window, QQuickWindow)
        self.window = window
        wanted = size or QSize(1920, 1080)
        self.window.setWidth(wanted.width())
        self.window.setHeight(wanted.height())

    def show(self, *, full_screen: bool = False) -> None:
        if full_screen:
            self.window.showFullScreen()
        else:
            self.window.show()

    def grab(self) -> QImage:
        """The window as it is painted now."""
        return self.window.grabWindow()

    def close(self) -> None:
        """Window, then engine, then what its bindings read."""
        self.window.close()
        self.words.silence()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)


class Heartbeat(QObject):
    """Ticks the root once a second, tells it of signs of life, follows its language."""

    def __init__(self, kiosk_window: KioskWindow, root: AppViewModel) -> None:
        super().__init__()
        self._root = root
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(root.tick)
        self._timer.start()
        kiosk_window.window.installEventFilter(self)
        root.languageChanged.connect(lambda: kiosk_window.words.speak(root.frame.language))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  Qt's signature
        if event.type() in SIGNS_OF_LIFE:
            self._root.touched(by_finger=_by_finger(event))
        return False


def _by_finger(event: QEvent) -> bool | None:
    """A touch, or the mouse press that Qt makes of one. Keys say nothing: the on-screen keyboard sends some itself."""
    if isinstance(event, QMouseEvent):
        return event.source() != Qt.MouseEventSource.MouseEventNotSynthesized
    return True if event.type() is QEvent.Type.TouchBegin else None


def say_of_bugs(root: AppViewModel) -> Callable[[], None]:
    """From now on a bug in a slot is logged whole and said in a sentence, and the kiosk goes on. Gives back what ends this.

    Whoever listened before (a test) still hears of it; Python's own printing would only repeat the log.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            log.critical("a bug in the screens", exc_info=(kind, error, trace))
            root.show_error(text_of(error, root.frame.language))
        if not issubclass(kind, Exception) or before is not sys.__excepthook__:
            before(kind, error, trace)

    def end() -> None:
        sys.excepthook = before

    sys.excepthook = hook
    return end
