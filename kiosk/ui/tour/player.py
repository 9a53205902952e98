"""Plays a script on the running kiosk: begins a step, waits until what it expects is true or its time is over, writes it down.

Runs on the GUI thread from one timer, between the window's own events; it never blocks and never processes events itself.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.ui.tour import hands, seeing
from kiosk.ui.tour.report import Done, Report
from kiosk.ui.tour.script import Step, filled

LOOK_EVERY_MS = 20
WEDGE_KEY_MS = 4
HAND_KEY_MS = 70
SETTLE_MS = 250
LOOKS_AT_REST = 5
Condition = Callable[[], bool | None]


class Outside(Protocol):
    """The world around the kiosk: network, devices, central."""

    def values(self) -> Mapping[str, str]: ...

    def network(self, *, on: bool) -> None: ...

    def plug(self, what: str, *, in_place: bool) -> None: ...

    def scan_serial(self, code: str) -> bool: ...

    def card(self, what: str) -> bool: ...

    def all_acknowledged(self) -> bool: ...

    def central_says(self, view: str, code: str) -> str: ...


class Stage(Protocol):
    """The running kiosk: its window, and starting it again."""

    def window(self) -> QQuickWindow: ...

    def restart(self) -> None: ...

    def idle(self) -> bool:
        """Whether everything asked of the workers has been answered: a person looks before the next tap."""
        ...


class Player(QObject):
    """One tour. ``finished`` is called once, after the last step or the first failure."""

    def __init__(self, steps: Sequence[Step], stage: Stage, outside: Outside, *, pictures: Path, report: Report, finished: Callable[[], None]) -> None:
        super().__init__()
        self._steps = list(steps)
        self._stage = stage
        self._outside = outside
        self._pictures = pictures
        self._report = report
        self._finished = finished
        self._position = 0
        self._condition: Condition | None = None
        self._began_ms = 0
        self._seen_at: QPointF | None = None
        self._still = 0
        self._keys: list[tuple[Qt.Key, str]] = []
        self._key_gap_ms = WEDGE_KEY_MS
        self._key_at_ms = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin with the first step at the next turn of the event loop."""
        self._timer.start()

    # ── one round ──
    @Slot()
    def _look(self) -> None:
        if self._keys or (self._condition is None and not self._stage.idle()):
            return
        if self._position >= len(self._steps):
            self._end()
            return
        step = self._steps[self._position]
        if self._condition is None:
            self._began_ms = _now_ms()
            self._seen_at = None
            self._condition = self._begin(step)
        held = self._condition()
        if held is not False:
            self._note(step, held)
        elif _now_ms() - self._began_ms > step.within_ms:
            self._note(step, False)
            self._take_picture(f"echec-ligne-{step.line}")
            self._end()

    def _note(self, step: Step, held: bool | None) -> None:
        saw = "" if held is not False else self._what_is_there()
        text = filled(step.text, self._outside.values())
        self._report.steps.append(Done(step.line, step.verb, text, _now_ms() - self._began_ms, held, saw))
        self._condition = None
        self._position += 1

    def _what_is_there(self) -> str:
        """For whoever mends the script: the texts on show, and what could have been tapped."""
        window = self._stage.window()
        return f"{' | '.join(seeing.texts(window))[:1500]} || {' | '.join(seeing.names(window))[:1500]}"

    def _end(self) -> None:
        self._timer.stop()
        self._finished()

    # ── verbs ──
    def _begin(self, step: Step) -> Condition:
        """Do what the step does at once; gives what must become true (None: nothing is expected of it)."""
        text = filled(step.text, self._outside.values())
        match step.verb:
            case "tap":
                return lambda: self._tap(text, nth=int(step.options.get("nth", 1)))
            case "expect":
                return lambda: seeing.says(self._stage.window(), text)
            case "expect_gone":
                return lambda: not seeing.says(self._stage.window(), text)
            case "draw":
                return lambda: self._sign(text)
            case "scan" if step.option("with", "wedge") == "serial":
                return lambda: self._outside.scan_serial(text)
            case "card":
                return lambda: self._outside.card(text)
            case "picture":
                return self._settled(lambda: self._take_picture(text))
            case "synced":
                return self._outside.all_acknowledged
            case "central":
                wanted = step.option("expect")
                code = filled(step.option("code"), self._outside.values())
                return lambda: self._outside.central_says(text, code) == wanted
            case _:
                self._do(step, text)
                return lambda: None

    def _do(self, step: Step, text: str) -> None:
        match step.verb:
            case "scan":
                self._type(hands.wedge_keys(text), gap_ms=int(step.options.get("key_ms", WEDGE_KEY_MS)))
            case "type":
                self._type([(hands.key_of(character), character) for character in text], gap_ms=HAND_KEY_MS)
            case "key":
                self._type([hands.named_key(text)] * int(step.options.get("times", 1)), gap_ms=HAND_KEY_MS)
            case "network":
                self._outside.network(on=text == "on")
            case "plug" | "unplug":
                self._outside.plug(text, in_place=step.verb == "plug")
            case "restart":
                self._stage.restart()
            case verb:
                assert verb == "say", verb

    def _type(self, keys: list[tuple[Qt.Key, str]], *, gap_ms: int) -> None:
        """The burst goes out key by key from timers, so that the window lives in between, as it does with a real scanner.

        Its stamps are the sender's: on a busy machine a key arrives late, but was not pressed late.
        """
        self._keys = keys
        self._key_gap_ms = gap_ms
        self._key_at_ms = _now_ms()
        self._next_key()

    def _next_key(self) -> None:
        key, text = self._keys[0]
        hands.press(self._stage.window(), key, text, at_ms=self._key_at_ms)
        self._keys = self._keys[1:]
        self._key_at_ms += self._key_gap_ms
        if self._keys:
            QTimer.singleShot(self._key_gap_ms, self, self._next_key)

    def _tap(self, name: str, *, nth: int) -> bool:
        item = self._at_rest(name, nth)
        if item is None:
            return False
        hands.tap(self._stage.window(), seeing.middle(item))
        return True

    def _sign(self, name: str) -> bool:
        pad = self._at_rest(name, 1)
        if pad is None:
            return False
        hands.sign(self._stage.window(), pad)
        return True

    def _at_rest(self, name: str, nth: int) -> QQuickItem | None:
        """The control, once it has stood still for some looks: nobody hits what is moving, or was laid out but not painted yet."""
        found = seeing.touchables(self._stage.window(), name)
        place = seeing.middle(found[nth - 1]) if len(found) >= nth else None
        self._still = self._still + 1 if place is not None and place == self._seen_at else 0
        self._seen_at = place
        return found[nth - 1] if self._still >= LOOKS_AT_REST else None

    def _settled(self, act: Callable[[], None]) -> Condition:
        """Act once, after the page's own motions are over."""
        began = _now_ms()

        def condition() -> bool | None:
            if _now_ms() - began < SETTLE_MS:
                return False
            act()
            return None

        return condition

    def _take_picture(self, name: str) -> None:
        path = self._pictures / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._stage.window().grabWindow().save(str(path))
        self._report.pictures.append(path.name)


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
