"""The world around a demo kiosk, all of it real protocols on this machine: central over HTTP through a cable that can be
pulled, a printer and a card terminal on TCP, a label folder, a scanner on a pseudo-terminal, phones behind usbmuxd and adb, photos from files.
"""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import tty
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from central.demo import RunningCentral, start
from kiosk.hardware.file_camera import PRESENTED
from kiosk.hardware.virtual.android import VirtualAndroid
from kiosk.hardware.virtual.android_says import AndroidSelf
from kiosk.hardware.virtual.android_sockets import AndroidSockets
from kiosk.hardware.virtual.cable import Cable
from kiosk.hardware.virtual.paper import paper_text, render_png
from kiosk.hardware.virtual.phone import VirtualPhone
from kiosk.hardware.virtual.printer import VirtualPrinter
from kiosk.hardware.virtual.terminal import Manner, VirtualTerminal
from kiosk.hardware.virtual.usb import VirtualUsb

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DEMO_DATA = RESOURCES / "demo"
SHOP_ID, TILL_CODE = "L01", "K2"
SCANNER_SUFFIX = b"\r\n"
CARDS: Mapping[str, Manner] = {"accepted": Manner.APPROVE, "refused": Manner.REFUSE, "given_up": Manner.ABANDON}
VOUCHER_CODE = re.compile(rf"\bV{SHOP_ID}{TILL_CODE}\w+")


class World:
    """Starts everything in the constructor; ``close`` ends it. Paths: ``kiosk/`` and ``central/`` below ``out_dir``."""

    def __init__(self, out_dir: Path) -> None:
        self.out_dir = out_dir
        self.kiosk_dir = out_dir / "kiosk"
        self.kiosk_dir.mkdir(parents=True)
        self.camera_dir = out_dir / "camera"
        shutil.copytree(DEMO_DATA / "photos", self.camera_dir, dirs_exist_ok=True)
        self.central: RunningCentral = start(out_dir / "central", demo_dir=DEMO_DATA)
        self.cable = Cable(int(self.central.url.rsplit(":", 1)[1]))
        self.printer = VirtualPrinter()
        self.terminal = VirtualTerminal(standing=Manner.WAIT)
        self.terminal_cable = Cable(self.terminal.port)
        self.usb = VirtualUsb()
        self.android_sockets = AndroidSockets(out_dir / "adb")
        self.phones, self.androids = phones_with_a_cable(), androids_with_a_cable()
        self._scanner_end, scanner_kiosk_end = pty.openpty()
        tty.setraw(scanner_kiosk_end)
        self._scanner_hold = scanner_kiosk_end
        self.enrolment_code = self.central.enrolment_code(shop_id=SHOP_ID, till_code=TILL_CODE)
        self.acknowledged: Callable[[], bool] = lambda: False
        self.scanner_ready: Callable[[], bool] = lambda: True
        self._scanner_unplugged = False
        self._papers_read = 0
        self._voucher = ""
        (self.kiosk_dir / "kiosk.toml").write_text(self._settings(os.ttyname(scanner_kiosk_end)), "utf-8")

    @property
    def central_url(self) -> str:
        """Where the kiosk finds central: at this end of the cable."""
        return f"http://127.0.0.1:{self.cable.port}"

    def values(self) -> Mapping[str, str]:
        return {"enrolment_code": self.enrolment_code, "central_url": self.central_url, "voucher": self._last_voucher()}

    def network(self, *, on: bool) -> None:
        if on:
            self.cable.plug()
        else:
            self.cable.unplug()

    def plug(self, what: str, *, in_place: bool) -> None:
        match what:
            case "paper":
                if in_place:
                    self.printer.load_paper()
                else:
                    self.printer.end_paper()
            case "printer":
                self.printer.set_mute(not in_place)
            case "terminal" if in_place:
                self.terminal_cable.plug()
            case "terminal":
                self.terminal_cable.unplug()
            case "phone":
                self.plug_phone(next(iter(self.phones)), in_place=in_place)
            case other:
                assert other == "scanner", other
                self._scanner_unplugged = not in_place

    def plug_phone(self, imei: str, *, in_place: bool) -> None:
        """Put a customer's phone on the bench's cable, or take it off."""
        android = self.androids.get(imei)
        if android is not None and in_place:
            self.android_sockets.plug(android)
        elif android is not None:
            self.android_sockets.unplug(android.who.serial)
        elif in_place:
            self.usb.plug(self.phones[imei])
        else:
            self.usb.unplug(self.phones[imei].udid)

    def scan_serial(self, code: str) -> bool:
        """The bytes that a serial scanner sends, once the kiosk listens; nothing while it is unplugged. False: not listening yet."""
        if not self.scanner_ready():
            return False
        if not self._scanner_unplugged:
            os.write(self._scanner_end, code.encode("ascii") + SCANNER_SUFFIX)
        return True

    def present(self, slot: str) -> None:
        """Hold a view of the demo's phone before the camera: the next photo shows it."""
        shutil.copyfile(DEMO_DATA / "photos" / f"{slot}.jpg", self.camera_dir / PRESENTED)

    def card(self, what: str) -> bool:
        """What the customer does at the card terminal (CARDS); False while it asks for nothing."""
        return self.terminal.present(CARDS[what])

    def all_acknowledged(self) -> bool:
        return self.acknowledged()

    def central_says(self, view: str, code: str) -> str:
        """A unit's state by IMEI, serial or label as central has it; or how many entries of this till it holds."""
        if view == "unit":
            found = [unit for unit in self.central.rows("units", shop_id=SHOP_ID) if code in (unit.get("imei"), unit["serial"], unit["label_code"])]
            return str(found[0]["state"]) if found else "unknown"
        return str(len(self.central.rows(view, shop_id=SHOP_ID)))

    def keep_papers(self) -> list[str]:
        """Write every paper that came out, as its exact bytes and as a picture; gives the file names."""
        folder = self.out_dir / "receipts"
        folder.mkdir(exist_ok=True)
        names = []
        for number, paper in enumerate(self.printer.jobs, start=1):
            path = folder / f"{number:02d}.escpos"
            path.write_bytes(paper)
            path.with_suffix(".png").write_bytes(render_png(paper))
            names.append(path.name)
        return names

    def _last_voucher(self) -> str:
        """The code of the voucher or gift card that came out last; empty before the first. Each paper is read once."""
        fresh = self.printer.jobs[self._papers_read :]
        self._papers_read += len(fresh)
        codes = [code for paper in fresh for code in VOUCHER_CODE.findall(paper_text(paper))]
        self._voucher = codes[-1] if codes else self._voucher
        return self._voucher

    def close(self) -> None:
        self.cable.unplug()
        self.central.stop()
        self.printer.close()
        self.terminal_cable.unplug()
        self.terminal.close()
        self.usb.close()
        self.android_sockets.close()
        os.close(self._scanner_end)
        os.close(self._scanner_hold)

    def _settings(self, scanner_port: str) -> str:
        """The machine's settings as a technician would write them."""
        return (
            f"# The demo's machine: every device is real to the kiosk and virtual behind it.\n"
            f"central_url = {json.dumps(self.central_url)}\n"
            f'key_store = "file"\n'
            f"photo_folder = {json.dumps(str(self.camera_dir.resolve()))}\n\n"
            f'[receipt_printer]\nkind = "network"\nport = {self.printer.port}\n\n'
            f'[label_printer]\nkind = "file"\nfolder = {json.dumps(str(self.out_dir.resolve() / "labels"))}\n\n'
            f'[terminal]\nkind = "caisse_ap"\nport = {self.terminal_cable.port}\n\n'
            f"[scanner]\nserial_port = {json.dumps(scanner_port)}\n\n"
            f"[phones]\ncable = true\nusbmuxd = {json.dumps(self.usb.address)}\nadb = {json.dumps(self.android_sockets.address)}\n\n"
            f"[screen]\nidle_lock_minutes = 0\n"
        )


def phones_with_a_cable() -> dict[str, VirtualPhone]:
    """The iPhones of the demo's counter that can be plugged in, by IMEI."""
    return {row["code"]: VirtualPhone(imei=row["code"], **row["cable"]) for row in _phones() if "udid" in row.get("cable", {})}


def androids_with_a_cable() -> dict[str, VirtualAndroid]:
    """The same of Android phones: their adb daemon tells no other name than their serial number."""
    return {row["code"]: VirtualAndroid(AndroidSelf(imei=row["code"], **row["cable"])) for row in _phones() if "model" in row.get("cable", {})}


def _phones() -> list[dict[str, Any]]:
    return json.loads((DEMO_DATA / "counter.json").read_text("utf-8"))["phones"]  # type: ignore[no-any-return]  # our own file
