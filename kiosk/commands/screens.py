"""``kiosk run`` and ``gallery``: the commands that open the kiosk's window. What plays the demo is in ``shows``: a till must not wait for it."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from kiosk.basics.late import late
from kiosk.commands.say import DONE, REFUSED, answer
from kiosk.launch import RunningKiosk
from kiosk.storage.lock import AlreadyRunning, only_instance
from kiosk.storage.training import real_dir
from kiosk.ui.application import start_qt
from kiosk.ui.front import FrontDoor, ask_to_front

gallery = late("kiosk.ui.gallery")
GALLERY_SIZES = ((1920, 1080), (1366, 768))


def run(chosen: argparse.Namespace) -> int:
    """The exit code of a command that opens windows."""
    if chosen.command == "run":
        return _run(chosen.data, in_training=chosen.training)
    gc.enable()
    return _gallery(chosen.out, as_json=chosen.json)


def _run(data_dir: Path, *, in_training: bool) -> int:
    """Until the window is closed; a second start brings the first to the front and is refused. A training till is opened through its real one."""
    real = real_dir(data_dir)
    data_dir, in_training = (real, True) if real is not None else (data_dir, in_training)
    data_dir.mkdir(parents=True, exist_ok=True)
    application = start_qt()
    try:
        with only_instance(data_dir):
            kiosk = RunningKiosk(data_dir, training=in_training)
            kiosk.furnished.connect(gc.freeze)
            kiosk.closed.connect(application.quit)
            kiosk.open()
            door = FrontDoor(data_dir, kiosk.to_front)
            try:
                ended = application.exec()
            finally:
                door.close()
                kiosk.close()
            if kiosk.failure is not None:
                raise kiosk.failure
            return ended
    except AlreadyRunning:
        ask_to_front(data_dir)
        raise


def _gallery(out: Path | None, *, as_json: bool) -> int:
    """A window, or with ``--out`` a picture per theme and size."""
    if out is None:
        return int(gallery().run_gallery())
    pictures = []
    for dark in (False, True):
        for size in GALLERY_SIZES:
            picture = out / f"gallery-{size[0]}-{'dark' if dark else 'light'}.png"
            if gallery().run_gallery(dark=dark, size=size, picture=picture):
                return REFUSED
            pictures.append(str(picture))
    answer({"pictures": pictures}, *pictures, as_json=as_json)
    return DONE
