"""THE composition root: every object of a till at work is made here, by plain constructor calls, and handed to whoever needs it.

A room per stage: ``ground`` (shop, pack, catalogue, counter), ``services`` with ``bench`` (use cases), ``machines`` (devices, threads), ``roads``
(out of the house), ``screens`` with ``pages`` (view models), ``days`` (what is written at start and end). The house itself is ``kiosk/house.py``.
"""

from kiosk.bootstrap.days import check_journal, end_of_run, start_of_day
from kiosk.bootstrap.machines import Devices, build_machines, find_devices
from kiosk.bootstrap.pages import Site
from kiosk.bootstrap.roads import build_sync, central_line
from kiosk.bootstrap.screens import all_workspaces, furnish
from kiosk.bootstrap.services import Services, build_services
from kiosk.countries import fiscal_module
from kiosk.house import RESOURCES, House, open_house, staff_service

__all__ = [
    "RESOURCES",
    "Devices",
    "House",
    "Services",
    "Site",
    "all_workspaces",
    "build_machines",
    "build_services",
    "build_sync",
    "central_line",
    "check_journal",
    "end_of_run",
    "find_devices",
    "fiscal_module",
    "furnish",
    "open_house",
    "staff_service",
    "start_of_day",
]
