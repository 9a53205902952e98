"""From a scan or a cable to a device that may be tested: Luhn, model, what we know of it already, and who disagrees. Reads only.

Three voices name a model: the device itself on a cable, its own history with us, and its TAC (as the catalogue has it and as the chain
was taught). They are believed in this order; where two disagree that is said before anything is begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.catalogue.codes import BadImei, Gs1, Imei, ScannedCode, SerialLike, UnitCode, decode
from kiosk.catalogue.identifiers import tac_of
from kiosk.catalogue.known_models import KnownModel, family_key, of_family, of_words
from kiosk.catalogue.lessons import code_mark, tac_mark
from kiosk.catalogue.products import DeviceKind, DeviceModel
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.events import ReadBy
from kiosk.diagnostics.probes.report import Report
from kiosk.errors import Refused
from kiosk.hardware.ports import PluggedPhone
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.declaration import NotDeclared


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


class AnotherDevice(Refused):
    """While one device is tested the number of another was scanned: nothing of this trade-in is its."""

    code = "tradein.another_device"


@dataclass(frozen=True, slots=True)
class Reading:
    """A device's number and how it was read. Beside it what the device said of itself on a cable: its serial, ``hardware`` code (iPhone13,2, SM-G991B),
    Apple part number and storage; of a laptop ``maker`` and ``model`` in words, with the ``report`` that answers its questions. ``phone`` is what
    hangs on the cable, not yet understood.
    """

    code: ScannedCode | str
    by: ReadBy = ReadBy.SCAN
    serial: str | None = None
    hardware: str = ""
    part_number: str = ""
    storage_gb: int | None = None
    maker: str = ""
    model: str = ""
    report: Report | None = None
    phone: PluggedPhone | None = None


class Voice(StrEnum):
    """Who says which model it is. Where the device contradicts its ``HISTORY``, one of two devices bears a copied number."""

    DEVICE = "device"
    HISTORY = "history"
    TAC = "tac"
    TAUGHT = "taught"


@dataclass(frozen=True, slots=True)
class Claim:
    """One voice's family; ``confirmations`` is how many devices taught it."""

    voice: Voice
    brand: str
    name: str
    confirmations: int = 0


@dataclass(frozen=True, slots=True)
class Identified:
    """What is known before anything is begun. ``choices`` are the models that it can be (storage and colour), the likeliest first; ``certain`` when the
    first is it, ``lit`` when something speaks for just that one. ``seen`` is its former life with us, ``named`` what the device says it is, ``unsold``
    whether the chain sells no such model, and ``doubt`` the families that were claimed when they are not one.
    """

    imei: str | None
    serial: str | None
    choices: tuple[DeviceModel, ...]
    seen: Unit | None
    read_by: ReadBy = ReadBy.SCAN
    named: KnownModel | None = None
    unsold: bool = False
    certain: bool = False
    lit: bool = False
    doubt: tuple[Claim, ...] = ()


def identify(read: Reading, catalogue: CatalogueService, stock: StockService, *, offered: bool = True, declared: bool = True) -> Identified:
    """BadImeiScanned, NotADevice, AlreadyInStock, TradeInsNotOffered, NotDeclared. No choice at all means that the model must be picked from the catalogue."""
    imei, serial = _numbers(decode(read.code) if isinstance(read.code, str) else read.code)
    seen = stock.unit_by_code(imei or serial or "")
    must_not_be_here(seen)
    if not offered:
        raise TradeInsNotOffered
    if not declared:
        raise NotDeclared
    named, exact = _named(read, catalogue)
    by_tac = catalogue.model_by_tac(tac_of(imei)) if imei else None
    before = catalogue.model_by_id(seen.model_id) if seen else None
    claims = _claims(catalogue, read, imei, named=named, by_tac=by_tac, before=before)
    family = _family(catalogue, claims, named)
    narrowed = _narrowed(family, before or by_tac, storage_gb=read.storage_gb or (named.storage_gb if named else None), colour=named.colour if named else None)
    doubt, likely = _doubt(claims), before or by_tac
    lit = bool(narrowed) and ((likely is not None and narrowed[0].model_id == likely.model_id) or (named is not None and narrowed[0].colour == named.colour))
    return Identified(
        imei, serial or read.serial, (*narrowed, *_also_claimed(catalogue, doubt, family)), seen, read.by, named, unsold=named is not None and not family,
        lit=lit and not doubt, certain=exact and not doubt and len(narrowed) == 1 and (len(family) == 1 or _colour_is_known(narrowed[0], named)), doubt=doubt,
    )  # fmt: skip


def must_not_be_here(seen: Unit | None) -> None:
    """AlreadyInStock."""
    if seen is not None and seen.state not in (UnitState.SOLD, UnitState.PARTS):
        raise AlreadyInStock(tail=seen.identifier_tail, label=seen.label_code)


def settle_model(identified: Identified, model_id: str | None, catalogue: CatalogueService) -> DeviceModel:
    """The model that the technician names, held against what is known; without a name the likeliest. ModelUnknown, ModelMismatch."""
    likely = next(iter(identified.choices), None)
    chosen = catalogue.model_by_id(model_id) if model_id else likely
    if chosen is None:
        raise ModelUnknown(tail=(identified.imei or identified.serial or "")[-4:])
    if likely is not None and not any(same_family(chosen, choice) for choice in identified.choices):
        raise ModelMismatch(announced=f"{chosen.brand} {chosen.name}", read=f"{likely.brand} {likely.name}")
    return chosen


def same_family(one: DeviceModel, other: DeviceModel) -> bool:
    """Storage and colour apart, the same model."""
    return (one.brand, one.name) == (other.brand, other.name)


def _named(read: Reading, catalogue: CatalogueService) -> tuple[KnownModel | None, bool]:
    """What the device calls itself, a laptop in the chain's own words where it can be told; False when those are only likely."""
    if not read.model:
        return catalogue.known.named(read.hardware, read.part_number), True
    family, exact = of_words(catalogue.models(DeviceKind.LAPTOP), read.maker, read.model)
    brand, name = (family[0].brand, family[0].name) if family else (read.maker, read.model)
    return KnownModel(brand, name, DeviceKind.LAPTOP), exact


def _claims(
    catalogue: CatalogueService, read: Reading, imei: str | None, *, named: KnownModel | None, by_tac: DeviceModel | None, before: DeviceModel | None
) -> tuple[Claim, ...]:  # fmt: skip
    """Who says what, the voice that counts most first; one lesson alone does not overrule the catalogue."""
    said = [Claim(Voice.DEVICE, named.brand, named.name)] if named else []
    said += [Claim(Voice.HISTORY, before.brand, before.name)] if before else []
    taught = [*(catalogue.taught(code_mark(read.hardware)) if read.hardware else ()), *(catalogue.taught(tac_mark(imei)) if imei else ())]
    most = max((family.confirmations for family in taught), default=0)
    lessons = [Claim(Voice.TAUGHT, family.brand, family.name, family.confirmations) for family in taught]
    by_catalogue = [Claim(Voice.TAC, by_tac.brand, by_tac.name)] if by_tac else []
    said += [*lessons, *by_catalogue] if most > 1 else [*by_catalogue, *lessons]
    return tuple(said)


def _family(catalogue: CatalogueService, claims: Sequence[Claim], named: KnownModel | None) -> tuple[DeviceModel, ...]:
    """The chain's models of the first family that it sells; a device that names itself is believed before all."""
    models = catalogue.models(named.kind if named else None) if claims else ()
    for claim in claims:
        found = of_family(models, claim.brand, claim.name)
        if found:
            return found
        if claim.voice is Voice.DEVICE and not any(other.voice is Voice.TAUGHT for other in claims):
            return ()
    return ()


def _narrowed(
    family: tuple[DeviceModel, ...], likely: DeviceModel | None, *, storage_gb: int | None, colour: str | None
) -> tuple[DeviceModel, ...]:  # fmt: skip
    """Those of the read storage and colour where there are any; the likeliest, then the smallest, first."""
    of_storage = [model for model in family if storage_gb is not None and model.storage_gb == storage_gb] or list(family)
    of_colour = [model for model in of_storage if colour is not None and model.colour == colour] or of_storage
    likely_id = likely.model_id if likely else ""
    return tuple(sorted(of_colour, key=lambda model: (model.model_id != likely_id, model.storage_gb or 0, model.colour or "")))


def _also_claimed(catalogue: CatalogueService, doubt: Sequence[Claim], family: tuple[DeviceModel, ...]) -> tuple[DeviceModel, ...]:
    """What other voices claim, to choose from as well: unless the device itself has spoken."""
    if not doubt or doubt[0].voice is Voice.DEVICE:
        return ()
    models, known = catalogue.models(), {model.model_id for model in family}
    claimed = (model for claim in doubt for model in of_family(models, claim.brand, claim.name))
    return tuple(dict.fromkeys(model for model in claimed if model.model_id not in known))


def _colour_is_known(model: DeviceModel, named: KnownModel | None) -> bool:
    return model.colour is None or (named is not None and named.colour == model.colour)


def _doubt(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Nothing while all name one family; what only a network's name tells apart (``5G``) is no doubt."""
    families: list[Claim] = []
    for claim in claims:
        if not any(_agree(claim, other) for other in families):
            families.append(claim)
    return tuple(families) if len(families) > 1 else ()


def _agree(one: Claim, other: Claim) -> bool:
    (maker, name), (other_maker, other_name) = family_key(one.brand, one.name), family_key(other.brand, other.name)
    return maker == other_maker and (name == other_name or name.removesuffix("5g") == other_name.removesuffix("5g"))


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
