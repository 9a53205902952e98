"""The machine's devices as its settings name them, and the threads that run beside the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.bootstrap.roads import build_sync, central_line
from kiosk.bootstrap.services import Services
from kiosk.hardware import registry
from kiosk.hardware.ports import Camera, PaymentTerminal, PhoneLink, PrintTransport, Scanner
from kiosk.house import House
from kiosk.machines import Machines, PaperRoad, PrinterNews, printer_worker
from kiosk.sync.receipt_post import receipt_post
from kiosk.sync.rescue import Rescue


@dataclass(frozen=True, slots=True)
class Devices:
    """What is not there is None."""

    receipt_printer: PrintTransport | None
    label_printer: PrintTransport | None
    scanner: Scanner | None
    terminal: PaymentTerminal
    camera: Camera
    phones: tuple[PhoneLink, ...]


def find_devices(house: House) -> Devices:
    """The drivers that the settings ask for; nothing is opened yet."""
    configured = house.settings
    return Devices(
        registry.receipt_printer(configured.receipt_printer, house.data_dir),
        registry.label_printer(configured.label_printer, house.data_dir),
        registry.scanner(configured.scanner, house.clock),
        registry.payment_terminal(configured.terminal, training=house.training),
        registry.camera(configured.camera, configured.photo_folder, house.data_dir),
        registry.phones(configured.phones, house.data_dir),
    )


def build_machines(house: House, services: Services, devices: Devices, *, tell: Callable[[], None]) -> Machines:
    """The threads beside the screens; printers look for paper after each commit. ``tell`` is called on the sync thread at news."""
    roads = {name: PaperRoad(house.database, house.writer, services.print_queue, printer=name) for name in ("receipt", "label")}
    transports = {"receipt": devices.receipt_printer, "label": devices.label_printer}
    news = PrinterNews(house.database, house.writer, house.ledger)
    printers = {name: printer_worker(name, found, roads[name], house.clock, news=news) for name, found in transports.items() if found is not None}
    line = central_line(house)
    rescue = None if line is None else Rescue(line)

    def told() -> None:
        if rescue is not None and house.ledger.quarantined is not None:
            rescue.look()
        tell()

    errands = (rescue, receipt_post(line, services.receipts, services.invoices)) if line is not None and rescue is not None else ()
    machines = Machines(printers, roads, devices.scanner, build_sync(house, tell=told), errands, devices.phones)
    house.database.after_commit.append(machines.wake_printers)
    return machines
