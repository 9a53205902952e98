"""The door of a till: who works here, their PINs and badges, and how the kiosk looks. It is painted before anything behind it is imported.

GUI thread. Whoever signs in before the pages stand waits for them at the door; the pages are made by ``work.py``.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.catalogue.codes import BadgeCode
from kiosk.house import House, staff_service
from kiosk.staff.people import Person
from kiosk.ui.application import px_per_mm_of_screen
from kiosk.ui.formats import Formats
from kiosk.ui.jobs import Jobs
from kiosk.ui.scan_router import Scan
from kiosk.ui.viewmodels.app import AppViewModel, Frame, Parts
from kiosk.ui.viewmodels.sign_in import SignInViewModel
from kiosk.ui.viewmodels.status import StatusViewModel


class Door:
    """``app`` has no pages until it is furnished; ``open_to`` says who welcomes people from then on."""

    def __init__(self, house: House, jobs: Jobs) -> None:
        frame, screen, shop = frame_of(house), house.settings.screen, house.shop()
        zone = house.settings.time_zone if shop is None else shop.timezone
        formats = Formats(frame.language, frame.currency, frame.country, zone)
        self.sign_in = SignInViewModel(
            staff_service(house), jobs, house.clock, on_signed_in=self._let_in, on_error=lambda text: self.app.show_error(text)
        )  # fmt: skip
        self.status = StatusViewModel(lambda _key: None, formats=formats)
        self.app = AppViewModel(Parts(self.sign_in, self.status), house.clock, frame=frame, idle_lock_minutes=screen.idle_lock_minutes, zone=zone)
        self.sign_in.refresh(language=frame.language)
        self._welcome: Callable[[Person], None] | None = None
        self._waiting: Person | None = None

    def scanned(self, scan: Scan) -> None:
        """A badge lets in; any other code means nothing out here."""
        self.app.touched()
        if isinstance(scan.code, BadgeCode):
            self.sign_in.sign_in_by_badge(scan.code.text)

    def open_to(self, welcome: Callable[[Person], None]) -> None:
        """The pages stand: whoever waits, and everybody after, is led to them."""
        self._welcome = welcome
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            welcome(waiting)

    def _let_in(self, person: Person) -> None:
        if self._welcome is None:
            self._waiting = person
        else:
            self._welcome(person)


def frame_of(house: House) -> Frame:
    """What the shell shows before anybody signed in."""
    screen, shop, identity = house.settings.screen, house.shop(), house.identity()
    till_name = "" if shop is None or identity is None else shop.tills.get(identity.till_code, identity.till_code)
    return Frame(
        shop_name="" if shop is None else shop.header.name, till_name=till_name, language=screen.language, dark=screen.theme == "dark",
        motion=screen.motion, px_per_mm=screen.px_per_mm or px_per_mm_of_screen(),
        training=house.training, currency="EUR" if shop is None else shop.currency, country="FR" if shop is None else shop.country,
    )  # fmt: skip
