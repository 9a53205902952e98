"""How a till's day begins and ends in its journal, and the look through all of it."""

from __future__ import annotations

import logging

from kiosk import __version__
from kiosk.basics.clock import utc_text
from kiosk.basics.workers import ask
from kiosk.bootstrap.services import Services
from kiosk.errors import KioskError
from kiosk.fiscal.module import FiscalModule
from kiosk.fiscal.watch import Watch
from kiosk.house import RESOURCES, House
from kiosk.journal.ledger import SYSTEM
from kiosk.till_watch import note_what_changed
from kiosk.ui.conductor import JournalChecked

END_TIMEOUT_S = 10.0
log = logging.getLogger(__name__)


def start_of_day(house: House, services: Services) -> None:
    """What the till writes when it starts: fiscal records begun, papers that were under way looked at, its first entry."""
    with house.database.write() as connection:
        services.fiscal.open_till(connection, at_utc=utc_text(house.clock.now_utc()), person_id=SYSTEM)
        services.print_queue.recover(connection)
        services.receipts.publish_key(connection)
        house.ledger.append(connection, "till.started", {"version": __version__})
        note_what_changed(connection, house.ledger, configured=house.settings, shop=house.shop(), resources=RESOURCES)
    services.closing.close_days_without_sales()


def end_of_run(house: House) -> None:
    """The last entry of an orderly end (JET 40); a till in quarantine or with a full disk ends without it."""

    def write() -> None:
        with house.database.write() as connection:
            house.ledger.append(connection, "till.stopped", {"version": __version__})

    try:
        ask(house.writer, write, timeout_s=END_TIMEOUT_S)
    except (KioskError, TimeoutError) as error:
        log.warning("ended without its last entry: %s", error)


def check_journal(house: House, fiscal: FiscalModule) -> JournalChecked:
    """Every entry from the first, with the rows it vouches for, and every fiscal chain; never in the way of a sale. A defect is told once (JET 90)."""
    watch = Watch(house.database, house.ledger, fiscal, key=house.key.public)
    defect = watch.look()
    if defect is not None:
        ask(house.writer, lambda: watch.tell(defect), timeout_s=END_TIMEOUT_S)
    return JournalChecked(utc_text(house.clock.now_utc()), "" if defect is None else defect.where.removeprefix("journal "))
