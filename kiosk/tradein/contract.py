"""The papers of a purchase, as finished content: deed of sale with its condition report, voucher slip, stock label. Pure.

TRD-02: both parties, date, place, description, price, way of payment, signatures, no VAT; with the register's number (POL-05).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.basics.clock import utc_text
from kiosk.basics.locales import FRANCE
from kiosk.basics.money import Money
from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.checklist import Checklist, Stage
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.photos import defect_slot
from kiosk.diagnostics.planner import not_photographed
from kiosk.diagnostics.session import SessionState
from kiosk.diagnostics.views import finding_of, whole_finding_of
from kiosk.documents.papers import PaperSection, PurchaseContract, ShopHeader, Slip, UnitLabel
from kiosk.stock.units import Unit
from kiosk.tradein.account import Account
from kiosk.tradein.numbers import known_numbers
from kiosk.tradein.offer import Deduction, Offer
from kiosk.tradein.seller import Seller
from kiosk.tradein.words import TradeInWords

OF_PERSON = ("owner", "data", "price")
OF_COMPANY = ("owner_company", "no_vat", "data", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Every number of a purchase, taken together."""

    contract: str
    register_count: int
    register: str
    label_code: str
    voucher_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """All that the papers are made of."""

    at_utc: datetime
    zone: ZoneInfo
    shop: ShopHeader
    till_label: str
    words: TradeInWords
    model: DeviceModel
    checklist: Checklist
    state: SessionState
    offer: Offer
    seller: Seller
    payout: str
    paid: Money
    numbers: Numbers
    technician: str
    signature_svg: str
    facts_sha256: str
    training: bool = False
    account: Account | None = None
    """Whose bank account is paid, when it is a transfer."""

    @property
    def bonus(self) -> Money:
        """What the voucher takes off the next purchase: a rebate, no part of the price of the device (TRD-01)."""
        return self.paid - self.offer.low

    @property
    def at_local(self) -> str:
        return FRANCE.moment(self.at_utc.astimezone(self.zone))


def purchase_contract(purchase: Purchase) -> PurchaseContract:
    """The deed, in French, as both sides sign it."""
    words, seller, known = purchase.words, purchase.seller, known_numbers(purchase.state)
    name, said = words.contract, OF_COMPANY if seller.legal_person else OF_PERSON
    device = [(name["model"].fr, f"{purchase.model.brand} {model_text(purchase.model)}")]
    device += [(name["imei"].fr, number) for number in (known.get("imei"), known.get("imei2")) if number]
    device += [(name["serial"].fr, known["serial"])] if "serial" in known else []
    device.append((name["provenance"].fr, words.provenance[seller.provenance].fr))
    return PurchaseContract(
        shop=purchase.shop, number=purchase.numbers.contract, register_number=purchase.numbers.register, at_local=purchase.at_local,
        place=purchase.shop.address[-1], seller_name=_who(seller, words), seller_address=_where(seller, words),
        seller_document=_document(seller, words), device=tuple(device), condition=_condition(purchase), offer_lines=_offer_lines(purchase),
        price=purchase.paid, payout=_payout(purchase), declarations=tuple(words.declaration[key].fr for key in said),
        technician=purchase.technician, signature_svg=purchase.signature_svg, facts_sha256=purchase.facts_sha256, at_utc=utc_text(purchase.at_utc),
        training=purchase.training, sold_by=name["sold_by_company" if seller.legal_person else "sold_by_person"].fr,
        vat_note=name["vat_of_company" if seller.legal_person else "vat_of_person"].fr, photos=_photos(purchase),
    )  # fmt: skip


def _who(seller: Seller, words: TradeInWords) -> str:
    """A company sells through whoever came (C. pén. R. 321-3, 2°)."""
    person = f"{seller.full_name}, {seller.profession}"
    return f"{seller.company}, {words.contract['represented_by'].fr} {person}" if seller.legal_person else person


def _where(seller: Seller, words: TradeInWords) -> str:
    return f"{words.contract['seat'].fr}\u00a0: {seller.seat} · {seller.address}" if seller.legal_person else seller.address


def _payout(purchase: Purchase) -> str:
    """The way of paying; of an account its end, by which its holder knows it: both copies of a contract pass through many hands (SEC-04)."""
    said, account = purchase.words.payout[purchase.payout].fr, purchase.account
    return said if account is None else f"{said} à {account.holder}, IBAN\u00a0{account.masked}"


def _photos(purchase: Purchase) -> tuple[tuple[str, str], ...]:
    """(view, SHA-256) in the order of the checklist, each step's defects after its views: what was seen is proved by the file that was kept."""
    words, kept, rows = purchase.words, purchase.state.photos, []
    for step in purchase.checklist.steps:
        rows += [(_view(slot, words), kept[slot]) for slot in step.photo_slots if slot in kept]
        defects = {question.words.fr: defect_slot(question.question_id) for question in step.questions}
        rows += [(f"{words.verdict['fail'].fr}\u00a0: {name}", kept[slot]) for name, slot in defects.items() if slot in kept]
    return tuple(rows)


def _view(slot: str, words: TradeInWords) -> str:
    return words.photo[slot].fr if slot in words.photo else slot


def voucher_slip(purchase: Purchase) -> Slip:
    """The voucher as the customer takes it away, its code as a bar code."""
    words = purchase.words.voucher
    bonus = ((words["bonus"].fr, FRANCE.money(purchase.bonus)),) if purchase.bonus else ()
    rows = ((words["amount"].fr, FRANCE.money(purchase.offer.low)), *bonus, (words["origin"].fr, purchase.numbers.contract))
    return Slip(
        shop=purchase.shop, till_label=purchase.till_label, title=words["title"].fr, number=purchase.numbers.voucher_code, at_local=purchase.at_local,
        sections=(PaperSection("", rows),), mentions=tuple(words[key].fr for key in (*(["bonus_use"] if bonus else []), "use", "care")),
        stamp_lines=(), barcode=purchase.numbers.voucher_code, training=purchase.training,
    )  # fmt: skip


def stock_label(unit: Unit, model: DeviceModel, words: TradeInWords, *, state: str) -> UnitLabel:
    """The label that goes on the device at once: what it is, its register number, and that it is still to be erased."""
    return UnitLabel(
        label_code=unit.label_code, name=model_text(model, words.locale), identifier_tail=unit.identifier_tail,
        state_word=words.label[state].text(words.locale.language), register_number=unit.register_number, locale=words.locale,
    )  # fmt: skip


def _document(seller: Seller, words: TradeInWords) -> str:
    issued = "/".join(reversed(seller.document_issued_on.split("-")))
    return f"{words.document[seller.document_kind].fr} n°\u00a0{seller.document_number}, délivrée le {issued} par {seller.document_authority}"


def _condition(purchase: Purchase) -> tuple[tuple[str, str, str], ...]:
    """(what, result, how) per question asked of the device; what was not tested and what was not photographed say so."""
    words, rows = purchase.words, []
    for step in purchase.checklist.steps:
        if step.stage is Stage.CLOSING or step.step_id == "consent":
            continue
        for question in step.questions:
            given = purchase.state.answers.get(question.question_id)
            if given is None:
                rows.append((question.words.fr, words.verdict["not_tested"].fr, ""))
                continue
            finding = whole_finding_of(question, given)
            result = f"{given.option_id}\u00a0: {finding.fr}" if finding and (given.screen or given.body) else finding.fr if finding else ""
            rows.append((question.words.fr, result, words.method[given.method.value].fr))
    views = [_view(slot, words) for slot in not_photographed(purchase.checklist, purchase.state)]
    if views:
        rows.append((f"{words.contract['photos'].fr}\u00a0: {', '.join(views)}", words.verdict["not_photographed"].fr, ""))
    return tuple(rows)


def _offer_lines(purchase: Purchase) -> tuple[tuple[str, Money], ...]:
    name, offer = purchase.words.contract, purchase.offer
    lines = [(name["base"].fr, offer.base)] + [(_deduction_text(purchase, line), line.amount) for line in offer.deductions]
    if offer.counter is not None:
        agreed = f"{name['counter'].fr}\u00a0: {name[offer.counter.reason].fr}"
        lines.append((f"{agreed}, {offer.counter.note}" if offer.counter.note else agreed, offer.counter.amount))
    return (*lines, (name["bonus"].fr, purchase.bonus)) if purchase.bonus else tuple(lines)


def _deduction_text(purchase: Purchase, line: Deduction) -> str:
    question = purchase.checklist.question(line.question_id)
    assert question is not None, "a deduction comes from a question"
    finding = finding_of(question, purchase.state.answers.get(line.question_id))
    untested = line.reason == "not_tested"
    return f"{question.words.fr}\u00a0: {purchase.words.contract['not_tested'].fr if untested or finding is None else finding.fr}"
