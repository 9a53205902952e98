"""Training: another till in a folder of this one's data, that shows the same shop and touches nothing of it (FIS-13, ADR 0016).

It has its own database, journal, keys, fiscal chains and numbers (X2 for K2). Each time somebody begins, it is made to show what the
real till shows; what was recorded in it stays. It knows no central and no bank, opens no drawer, and marks every paper.
"""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Connection

from kiosk.basics.clock import Clock
from kiosk.basics.late import late
from kiosk.countries import fiscal_module
from kiosk.house import House, open_house
from kiosk.journal import store as journal_store
from kiosk.journal.entry import JsonValue
from kiosk.journal.ledger import SYSTEM, NotEnrolled
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right, require
from kiosk.storage.copying import copy_shop
from kiosk.storage.identity import TillIdentity, set_till_identity, till_identity
from kiosk.storage.training import training_dir
from kiosk.sync.kept import put_shop_text, shop_text

bootstrap = late("kiosk.bootstrap")  # only to close what trainees left open: a till starts without it
STARTED, ENDED = "training.started", "training.ended"
HOUSE = Person(SYSTEM, "", "", "", (Role.MANAGER,), "fr", "", "")
"""Who closes the days that trainees left open; nobody may have to wait for a manager to train."""


def begin(house: House, person: Person) -> None:
    """On the ledger worker of the real till: fill the training till and write down who trains from now on. RightMissing; the real till is not left yet."""
    require(person, Right.TRAIN)
    _begin(house, person.person_id)


def begin_at_start(data_dir: Path, *, clock: Clock | None) -> None:
    """The same for a kiosk that is started straight into training; NotEnrolled on one that is no till yet."""
    house = open_house(data_dir, clock=clock)
    try:
        if house.identity() is None:
            raise NotEnrolled
        house.ledger.stamper = fiscal_module(house).event
        _begin(house, SYSTEM)
    finally:
        house.close()


def end(house: House, person_id: str | None) -> None:
    """At the start of the real till: training is over. ``person_id`` None: it was cut short by the end of the program."""
    with house.database.write() as connection:
        if journal_store.newest_of(connection, (STARTED, ENDED)) == STARTED:
            body: dict[str, JsonValue] = {"interrupted": person_id is None}
            house.ledger.append(connection, ENDED, body, person_id=person_id or SYSTEM)


def open_training(house_dir: Path, *, clock: Clock | None) -> House:
    """The training till of the till in ``house_dir``, with that one's machine settings."""
    return open_house(training_dir(house_dir), clock=clock, settings_dir=house_dir)


def _begin(house: House, person_id: str) -> None:
    training = open_training(house.data_dir, clock=house.clock)
    try:
        if training.identity() is not None:
            training.ledger.stamper = fiscal_module(training).event
        _fill(house, training)
    finally:
        training.close()
    with house.database.write() as connection:
        house.ledger.append(connection, STARTED, {}, person_id=person_id)


def _fill(house: House, training: House) -> None:
    with house.database.read() as source, training.database.write() as target:
        identity = till_identity(source)
        assert identity is not None
        set_till_identity(target, identity.for_training())
        _copy_settings(source, target, identity)
        training.ledger.append(target, "training.filled", {"rows": dict(copy_shop(source, target))})
    closing = bootstrap().build_services(training).closing
    if closing.days_waiting():
        closing.close_day(person=HOUSE, gap_confirmed=True)


def _copy_settings(source: Connection, target: Connection, identity: TillIdentity) -> None:
    """The shop's settings, in which the training till is called as the real one."""
    said = shop_text(source)
    assert said is not None, "an enrolled till knows its shop"
    shop = json.loads(said)
    tills = shop.get("tills", {})
    shop["tills"] = tills | {identity.for_training().till_code: tills.get(identity.till_code, identity.till_code)}
    put_shop_text(target, json.dumps(shop, ensure_ascii=False))
