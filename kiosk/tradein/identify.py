"""From a scan to a device that may be tested: Luhn, model by its TAC, what we know of it already. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.catalogue.codes import BadImei, Gs1, Imei, ScannedCode, SerialLike, UnitCode, decode
from kiosk.catalogue.identifiers import tac_of
from kiosk.catalogue.products import DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.events import ReadBy
from kiosk.errors import Refused
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState


class TradeInsNotOffered(Refused):
    """The papers that this country's law wants of whoever buys from the public are not here: a clear no is better than a wrong paper."""

    code = "tradein.not_offered_here"


class BadImeiScanned(Refused):
    """The IMEI's check digit is wrong: misread or mistyped."""

    code = "tradein.bad_imei"


class NotADevice(Refused):
    """What was scanned does not name a device."""

    code = "tradein.not_a_device"


class ModelUnknown(Refused):
    """The catalogue does not know this IMEI's model: it must be chosen."""

    code = "tradein.model_unknown"


class ModelMismatch(Refused):
    """The IMEI belongs to another make or model than the one announced."""

    code = "tradein.model_mismatch"


class AlreadyInStock(Refused):
    """This device is in our stock: nobody can sell it to us."""

    code = "tradein.already_in_stock"


@dataclass(frozen=True, slots=True)
class Reading:
    """A device's number and how it was read; ``serial`` is what it said of itself beside it, as a phone on a cable does."""

    code: ScannedCode | str
    by: ReadBy = ReadBy.SCAN
    serial: str | None = None


@dataclass(frozen=True, slots=True)
class Identified:
    """What a scan says. ``choices`` are the models that it can be (storage and colour), the likeliest first; ``seen`` its former life with us."""

    imei: str | None
    serial: str | None
    choices: tuple[DeviceModel, ...]
    seen: Unit | None
    read_by: ReadBy = ReadBy.SCAN


def identify(read: Reading, catalogue: CatalogueService, stock: StockService, *, offered: bool = True) -> Identified:
    """BadImeiScanned, NotADevice, AlreadyInStock, TradeInsNotOffered. No choice at all means that the model must be picked from the catalogue."""
    imei, serial = _numbers(decode(read.code) if isinstance(read.code, str) else read.code)
    seen = stock.unit_by_code(imei or serial or "")
    if seen is not None and seen.state not in (UnitState.SOLD, UnitState.PARTS):
        raise AlreadyInStock(tail=seen.identifier_tail, label=seen.label_code)
    if not offered:
        raise TradeInsNotOffered
    likely = catalogue.model_by_tac(tac_of(imei)) if imei else catalogue.model_by_id(seen.model_id) if seen else None
    if likely is None:
        return Identified(imei, serial or read.serial, (), seen, read.by)
    family = [model for model in catalogue.models(likely.kind) if _same_family(model, likely) and model.model_id != likely.model_id]
    return Identified(imei, serial or read.serial, (likely, *sorted(family, key=lambda model: (model.storage_gb or 0, model.colour or ""))), seen, read.by)


def settle_model(identified: Identified, model_id: str | None, catalogue: CatalogueService) -> DeviceModel:
    """The model that the technician names, held against the IMEI's; without a name the IMEI's own. ModelUnknown, ModelMismatch."""
    likely = next(iter(identified.choices), None)
    chosen = catalogue.model_by_id(model_id) if model_id else likely
    if chosen is None:
        raise ModelUnknown(tail=(identified.imei or identified.serial or "")[-4:])
    if likely is not None and not _same_family(chosen, likely):
        raise ModelMismatch(announced=f"{chosen.brand} {chosen.name}", read=f"{likely.brand} {likely.name}")
    return chosen


def _same_family(one: DeviceModel, other: DeviceModel) -> bool:
    return (one.brand, one.name) == (other.brand, other.name)


def _numbers(read: ScannedCode) -> tuple[str | None, str | None]:
    match read:
        case Imei(text=imei):
            return imei, None
        case BadImei(text=text):
            raise BadImeiScanned(tail=text[-4:])
        case Gs1(imei=imei, serial=serial) if imei or serial:
            return imei, None if imei else serial
        case SerialLike():
            return None, read.candidates[-1]
        case UnitCode(text=label):
            raise AlreadyInStock(tail=label[-4:], label=label)
        case _:
            raise NotADevice()
