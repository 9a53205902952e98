"""``kiosk fiscal archive|export|verify``: archives of closed months and years, exports for a tax inspection, and their verification."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.commands.opening import NoKioskHere
from kiosk.commands.say import DONE, REFUSED, answer, language
from kiosk.countries import fiscal_module
from kiosk.errors import Misused
from kiosk.fiscal.archive.checking import NotAnArchive, check
from kiosk.fiscal.archive.service import ArchiveService, MadeArchive
from kiosk.fiscal.module import FiscalModule, Period
from kiosk.fiscal.watch import Watch
from kiosk.house import House, open_house
from kiosk.journal.ledger import NotEnrolled
from kiosk.journal.verify import EVERY_CORE
from kiosk.offices import ARCHIVES, archive_service
from kiosk.storage.engine import FILE_NAME
from kiosk.storage.lock import only_instance

PERIODS = {4: Period.YEAR, 6: Period.MONTH}


class NothingToArchive(Misused):
    """This country wants no archives."""

    code = "fiscal.no_archives_here"


def run(chosen: argparse.Namespace) -> int:
    """0 done or sound; 1 refused or broken, with the first broken record; 2 for a file that is no archive."""
    if chosen.action == "verify" and chosen.archive is not None:
        return _verify_file(chosen.archive, keys=chosen.key, as_json=chosen.json)
    with _opened(chosen.data) as (house, fiscal):
        if chosen.action == "verify":
            return _verify_till(house, fiscal, as_json=chosen.json)
        archives = service(house, fiscal, folder=chosen.to if chosen.action == "archive" and chosen.to else house.data_dir / ARCHIVES)
        if chosen.action == "export":
            return _tell([archives.export(chosen.first, chosen.last, chosen.out)], as_json=chosen.json)
        wanted = archives.waiting() if chosen.period is None else ((PERIODS.get(len(chosen.period.split("-")[0]), Period.DAY), chosen.period),)
        return _tell([archives.make(period, label) for period, label in wanted], as_json=chosen.json)


@contextlib.contextmanager
def _opened(data_dir: Path) -> Iterator[tuple[House, FiscalModule]]:
    """A till whose kiosk is shut; its event log is told of what is done."""
    if not (data_dir / FILE_NAME).exists():
        raise NoKioskHere(path=str(data_dir))
    with only_instance(data_dir):
        house = open_house(data_dir)
        try:
            if house.identity() is None or house.shop() is None:
                raise NotEnrolled
            fiscal = fiscal_module(house)
            house.ledger.stamper = fiscal.event
            yield house, fiscal
        finally:
            house.close()


def service(house: House, fiscal: FiscalModule, *, folder: Path) -> ArchiveService:
    """The archives of an enrolled till; NotEnrolled, NothingToArchive."""
    archives = archive_service(house, fiscal, folder=folder)
    if archives is None:
        raise NothingToArchive(country=fiscal.capabilities.country)
    return archives


def _tell(made: list[MadeArchive], *, as_json: bool) -> int:
    words = {"fr": f"{len(made)} archive(s) :", "en": f"{len(made)} archive(s):"}[language()]
    files: list[object] = [{"path": str(item.path), "label": item.label, "sha256": item.sha256, "bytes": item.size_bytes} for item in made]
    answer({"archives": files}, words, *(f"  {item.path}" for item in made), as_json=as_json)
    return DONE


def _verify_file(path: Path, *, keys: Sequence[Path], as_json: bool) -> int:
    checked = check(path, _trusted(keys), lambda _done, _of: None)
    words = {"fr": f"{checked.records} enregistrements vérifiés : tout est intact.", "en": f"{checked.records} records verified: all sound."}[language()]
    content: dict[str, object] = {"sound": not checked.faults, "label": checked.label, "records": checked.records, "faults": list(checked.faults)}
    answer(content, *(checked.faults or [words]), as_json=as_json)
    return REFUSED if checked.faults else DONE


def _trusted(paths: Sequence[Path]) -> list[str]:
    try:
        return [path.read_text("ascii") for path in paths]
    except (OSError, ValueError) as error:
        raise NotAnArchive(path=str(paths[-1]), reason=str(error)) from error


def _verify_till(house: House, fiscal: FiscalModule, *, as_json: bool) -> int:
    watch = Watch(house.database, house.ledger, fiscal, key=house.key.public)
    defect = watch.look(hands=EVERY_CORE)
    watch.tell(defect)
    with house.database.read() as connection:
        unsigned = fiscal.unsigned(connection)
    if defect is None:
        sound = {"fr": "Journal et chaînes fiscales vérifiés : tout est intact.", "en": "Journal and fiscal chains verified: all sound."}[language()]
        answer({"sound": True, "unsigned": unsigned}, sound, as_json=as_json)
        return DONE
    answer({"sound": False, "unsigned": unsigned, "where": defect.where, "reason": defect.reason}, f"{defect.where}: {defect.reason}", as_json=as_json)
    return REFUSED
