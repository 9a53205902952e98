"""Run as a process of its own: the counter's sockets with four phones that come and go from the first line of standard input to its end.

An iPhone and a Galaxy answer, another Galaxy falls silent in the middle of it, a Pixel sends a megabyte of garbage. The first line written is the
addresses that the kiosk's settings name, the last how many times a phone was asked.
"""

from __future__ import annotations

import json
import sys
import threading
from dataclasses import replace
from pathlib import Path

from kiosk.hardware.virtual.android import VirtualAndroid
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.android_sockets import AndroidSockets
from kiosk.hardware.virtual.phone import VirtualPhone
from kiosk.hardware.virtual.usb import VirtualUsb

FIRST_S, PLUGGED_S, UNPLUGGED_S = 0.3, 3.0, 0.5
GARBAGE = bytes(range(1, 256)) * 4_112
IPHONE = VirtualPhone("00008101-000A1D2E3F40801E", "F17GK2X40D81", "iPhone13,2", imei="359100639000012")
GALAXY = VirtualAndroid(AndroidSelf("R5CR31K7XYA", "SM-G991B", "358398689000012", brand="samsung", device="o1s"))
SILENT = replace(GALAXY, who=replace(GALAXY.who, serial="R5CR32K7XYB", imei="490154203237518"), falls_silent_at="battery")
NOISY = VirtualAndroid(AndroidSelf("28281FDH200KLM", "Pixel 7", "499001200000004", says={"battery": GARBAGE, "getprop": GARBAGE}))


def main(folder: Path) -> None:
    usb, sockets = VirtualUsb(), AndroidSockets(folder)
    print(json.dumps({"usbmuxd": usb.address, "adb": sockets.address}), flush=True)
    asked: list[None] = []
    usb.on_question = sockets.on_question = lambda: asked.append(None)
    sys.stdin.readline()
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    while not over.is_set():
        usb.plug(IPHONE)  # alone for a moment: it begins its trade-in, and the page that opens is measured too
        over.wait(FIRST_S)
        for phone in (GALAXY, SILENT, NOISY):
            sockets.plug(phone)
        over.wait(PLUGGED_S)
        usb.unplug(IPHONE.udid)
        for phone in (GALAXY, SILENT, NOISY):
            sockets.unplug(phone.who.serial)
        over.wait(UNPLUGGED_S)
    sockets.close()
    usb.close()
    print(len(asked))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
