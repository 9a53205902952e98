"""What a transfer writes and prints: the two lines of the police registers, the labels, and the paper that goes with the parcel. Pure.

Each establishment has its own register (R. 321-6): what leaves one is an exit there, what comes is an entry here that cites number and day of
the one it came from. The counterpart is the other establishment; nobody who sold a device is named again (POL-07).
"""

from __future__ import annotations

from kiosk.basics.money import ZERO
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.graded import model_text, unit_label
from kiosk.diagnostics.grading import Graded, GradingRules, Outcome
from kiosk.documents.papers import PaperSection, ShopHeader, Slip, UnitLabel
from kiosk.stock.parcels import Parcel, ParcelLine, ShopPlace
from kiosk.stock.units import Unit, UnitState
from kiosk.tradein.register import RegisterEntry, identifiers_text
from kiosk.tradein.seller import Seller, seller_hash
from kiosk.tradein.words import TradeInWords

EXIT_SERIES, EXIT_LETTER = "police_register_exit", "S"
PARCEL_SERIES, PARCEL_LETTER = "parcel", "T"
NOT_PAID = "Transfert entre établissements, sans paiement"
_OUTCOMES = {UnitState.FOR_SALE: Outcome.SALE, UnitState.REWORK: Outcome.REWORK}


def place_of(header: ShopHeader) -> ShopPlace:
    return ShopPlace(header.shop_id, header.name, header.legal_name, header.address, header.siret)


def counterpart(place: ShopPlace) -> Seller:
    """The other establishment, where a purchase names its seller."""
    seat = f"{place.name}, {', '.join(place.address)}, SIRET {place.siret}"
    return Seller(
        surname="", first_names="", profession="", address="", document_kind="", document_number="", document_issued_on="", document_authority="",
        provenance="", majority_checked=False, company=place.legal_name, seat=seat, for_company=True,
    )  # fmt: skip


def origin_text(line: ParcelLine) -> str:
    """Number and day of the entry in the sender's register."""
    return f"n°\u00a0{line.origin_number} du {_day(line.origin_day)}" if line.origin_number else "aucun n° d’ordre au registre d’origine"


def exit_provenance(parcel: Parcel, line: ParcelLine) -> str:
    return f"Sortie\u00a0: transfert à {_named(parcel.receiver)}, colis {parcel.number}. Entrée\u00a0: {origin_text(line)}"


def entry_provenance(parcel: Parcel, line: ParcelLine) -> str:
    return f"Transfert de {_named(parcel.sender)}, colis {parcel.number}. Origine\u00a0: {origin_text(line)}, sortie n°\u00a0{line.exit_number}"


def return_provenance(parcel: Parcel, line: ParcelLine) -> str:
    origin = f"Origine\u00a0: {origin_text(line)}, sortie n°\u00a0{line.exit_number}"
    return f"Retour de transfert, refusé par {_named(parcel.receiver)}, colis {parcel.number}. {origin}"


def register_line(
    unit: Unit, model: DeviceModel, words: TradeInWords, *, entry_id: str, numbered: tuple[int, str], at_utc: str, other: tuple[str, Seller, str],
    provenance: str,
) -> RegisterEntry:  # fmt: skip
    """An exit or an entry; ``other`` is the counterpart's row: id, identity, salt."""
    seller_id, seller, salt = other
    number, printed = numbered
    return RegisterEntry(
        entry_id=entry_id, number=number, printed_number=printed, at_utc=at_utc, seller_id=seller_id, seller_hash=seller_hash(seller, salt=salt),
        unit_id=unit.unit_id, nature=words.nature[model.kind.value].fr, provenance=provenance, description=f"{model.brand} {model_text(model)}",
        identifiers=identifiers_text(imei=unit.imei, imei2=unit.imei2, serial=unit.serial if unit.serial != unit.imei else None), price=ZERO,
        payment_mode=NOT_PAID,
    )  # fmt: skip


def arrival_label(unit: Unit, model: DeviceModel, words: TradeInWords, grading: GradingRules) -> UnitLabel:
    """The label with the new number: price and grade where it is on sale, else what is still to be done."""
    outcome = _OUTCOMES.get(unit.state)
    if outcome is not None:
        return unit_label(unit, model, Graded(outcome, unit.grade if outcome is Outcome.SALE else None, 0, (), None), grading, words.locale)
    return UnitLabel(
        label_code=unit.label_code, name=model_text(model, words.locale), identifier_tail=unit.identifier_tail,
        state_word=words.label["to_inspect"].text(words.locale.language), register_number=unit.register_number, locale=words.locale,
    )  # fmt: skip


def parcel_slip(parcel: Parcel, *, shop: ShopHeader, till_label: str, at_local: str, training: bool = False) -> Slip:
    """Goes into the parcel: from where, to where, which units. No purchase price stands on it."""
    places = tuple((label, f"{place.name} ({place.shop_id})") for label, place in (("De", parcel.sender), ("À", parcel.receiver)))
    units = tuple((f"{line.name} ···· {line.unit.identifier_tail}", line.unit.label_code) for line in parcel.lines)
    signed = (("Préparé par", ""), ("Reçu par, le", ""))
    return Slip(
        shop=shop, till_label=till_label, title="Bon de transfert", number=parcel.number, at_local=at_local,
        sections=(
            PaperSection("", (*places, ("SIRET du destinataire", parcel.receiver.siret)), strong=True),
            PaperSection(f"{len(units)} appareil{'s' if len(units) > 1 else ''}", units),
            PaperSection("", signed, signed=True),
        ),
        mentions=("À l’arrivée\u00a0: Magasin, Transferts, puis scannez chaque appareil. Ce qui manque ou est refusé se dit là.",),
        stamp_lines=(), barcode=parcel.number, training=training,
    )  # fmt: skip


def _named(place: ShopPlace) -> str:
    return f"l’établissement {place.name} (SIRET {place.siret})"


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
