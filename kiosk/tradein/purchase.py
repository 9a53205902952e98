"""Buying the device: ONE transaction for register line, purchase, unit, movement, voucher, papers and journal.

Runs on the ledger worker. The contract is set as PDF before the transaction, with the numbers that the transaction then takes;
when it cannot be set, nothing happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from kiosk.basics.clock import utc_text
from kiosk.basics.money import ZERO, Money
from kiosk.cash import store as cash_store
from kiosk.cash.drawer import CashReason, DrawerMode
from kiosk.cash.drawers import open_box, session_for
from kiosk.catalogue.lessons import tac_mark
from kiosk.catalogue.products import DeviceModel, ProductKind
from kiosk.catalogue.service import CatalogueService
from kiosk.catalogue.teaching import teach
from kiosk.diagnostics import session as rules_of_session
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics.checklist import Checklist, Verdict
from kiosk.diagnostics.events import Decided, StepOpened
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.session import SessionState
from kiosk.documents.escpos import slip_bytes
from kiosk.documents.labels import label_zpl
from kiosk.documents.papers import ShopHeader
from kiosk.documents.pdf import contract_pdf
from kiosk.documents.service import Documents, PrintQueue
from kiosk.errors import Refused, Unavailable
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService
from kiosk.stock.units import Unit
from kiosk.storage.identity import till_identity
from kiosk.tradein import store
from kiosk.tradein.account import Account
from kiosk.tradein.bookkeeping import Payout, Ready, bought_body, business_day, new_unit, numbers_after, register_count, register_line
from kiosk.tradein.contract import Purchase, purchase_contract, stock_label, voucher_slip
from kiosk.tradein.credit_transfers.service import place_credit_transfer
from kiosk.tradein.declaration import NotDeclared
from kiosk.tradein.facts import facts_sha256, facts_text
from kiosk.tradein.holding import HoldService
from kiosk.tradein.holds import BLACKLIST, blacklist_unanswered
from kiosk.tradein.numbers import known_numbers, wanted_numbers
from kiosk.tradein.offer import Offer, OfferStatus
from kiosk.tradein.offering import AlreadyDecided, OfferMissing
from kiosk.tradein.payouts import check_account, check_payout
from kiosk.tradein.rulebook import RuleBook
from kiosk.tradein.rulefiles import BenchRules
from kiosk.tradein.seller import SellerIncomplete
from kiosk.tradein.signature import Stroke, signature_svg
from kiosk.tradein.words import TradeInWords


class SellerUnknown(Refused):
    """Nobody is bought from without an identity in the register."""

    code = "tradein.seller_unknown"


class BlacklistUnanswered(Refused):
    """The blacklist gave no answer and the price is above what may be paid without one (TRD-03)."""

    code = "tradein.blacklist_unanswered"


class NoProductForModel(Refused):
    """The catalogue has no article to put this model in stock under."""

    code = "tradein.no_product_for_model"


class NumbersMoved(Unavailable):
    """Another purchase took the numbers while the contract was set: try again."""

    code = "tradein.numbers_moved"


@dataclass(frozen=True, slots=True)
class Place:
    """Who buys and where: for papers, numbers and local time."""

    shop: ShopHeader
    till_label: str
    zone: ZoneInfo
    training: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What turns a purchase into paper. ``place`` is asked at each purchase: a till learns its shop at enrolment."""

    print_queue: PrintQueue
    documents: Documents
    words: TradeInWords
    place: Callable[[], Place]
    new_secret: Callable[[], int]
    drawer_mode: DrawerMode = DrawerMode.SHARED
    holds: HoldService | None = None


@dataclass(frozen=True, slots=True)
class Bought:
    """What the customer takes away and the shop has now."""

    unit: Unit
    number: str
    register_number: str
    paid: Money
    bonus: Money
    payout: Payout
    voucher_code: str | None
    contract_id: str
    account_tail: str = ""


class PurchaseService:
    """Turns a firm offer, a known seller and a signature into a unit in stock."""

    def __init__(self, recorder: Recorder, ledger: Ledger, *, stock: StockService, catalogue: CatalogueService, rules: BenchRules, desk: Desk) -> None:
        self._recorder = recorder
        self._database = recorder.database
        self._ledger = ledger
        self._stock = stock
        self._catalogue = catalogue
        self._rules = rules
        self._desk = desk
        self._book = RuleBook(rules, catalogue)

    def buy(self, session_id: str, *, payout: Payout, signature: tuple[Stroke, ...], person: Person, account: Account | None = None) -> Bought:
        """``account`` is who is paid by transfer. OfferMissing, SellerUnknown, SellerIncomplete, SignatureTooShort, AlreadyDecided, CashNotAllowed,
        PayoutNotAllowed, CashOverLimit, AccountMissing, BlacklistUnanswered, NoProductForModel, NotDeclared, NoDrawerSession, WhichDrawer;
        PdfFailed, PdfTooSlow and storage errors leave everything as it was."""
        require(person, Right.TRADE_IN)
        if not self._rules.declared:
            raise NotDeclared
        check_account(payout, account)
        ready = self._prepare(session_id, payout, signature_svg(signature), person, account)
        with self._database.write() as connection:
            if register_count(connection, take=True) != ready.purchase.numbers.register_count:
                raise NumbersMoved()
            return self._write(connection, session_id, ready, person)

    def _prepare(self, session_id: str, payout: Payout, svg: str, person: Person, account: Account | None) -> Ready:
        """Decide everything and set the contract, outside of any transaction."""
        with self._database.read() as connection:
            _row, state = self._recorder.load_in(connection, session_id)
            identity = till_identity(connection)
            assert identity is not None, "an enrolled till"
            known = store.seller_by_id(connection, state.seller.seller_id, provenance=state.seller.provenance) if state.seller else None
            count = register_count(connection, take=False)
            today = business_day(self._recorder.clock.now_utc(), self._desk.place().zone)
            before = store.cash_paid_to(connection, known[0], business_day=today) if known else ZERO
        rules_of_session.must_be_open(state, running=False)
        if state.decision is not None:
            raise AlreadyDecided()
        if known is None or state.seller is None:
            raise SellerUnknown()
        model = self._book.model(state)
        missing = wanted_numbers(model, known_numbers(state))
        if missing:
            raise SellerIncomplete(fields=", ".join(missing), count=len(missing))
        checklist = self._book.checklist(model)
        offer = self._standing_offer(state, model, checklist)
        paid = offer.low + (offer.bonus if payout is Payout.VOUCHER else ZERO)
        place = self._desk.place()
        check_payout(payout, paid, self._rules.in_force(), before=before, modes=self._rules.modes_of(model.kind))
        facts = facts_text(state, model, offer, self._book.pricebook(state))
        purchase = Purchase(
            at_utc=self._recorder.clock.now_utc(), zone=place.zone, shop=place.shop, till_label=place.till_label, words=self._desk.words, model=model,
            checklist=checklist, state=state, offer=offer, seller=known[0], payout=payout.value, paid=paid,
            numbers=numbers_after(identity, count, self._desk.new_secret()), technician=person.short_name, signature_svg=svg,
            facts_sha256=facts_sha256(facts), training=place.training, account=account,
        )  # fmt: skip
        contract = contract_pdf(purchase_contract(purchase))
        return Ready(purchase, identity, payout, state.seller.seller_id, known[1], facts, self._product_id(model), contract, account)

    def _standing_offer(self, state: SessionState, model: DeviceModel, checklist: Checklist) -> Offer:
        made, book = state.offer, self._book.pricebook(state)
        if made is None or made.valid_until_utc < self._recorder.clock.now_utc() or made.pricebook != book.version:
            raise OfferMissing()
        offer = self._book.offer(checklist, model, state, settled=True)
        if offer.status is not OfferStatus.FIRM or offer.low.amount_cents != made.market_value_cents:
            raise OfferMissing()
        blacklist = state.answers.get("blacklist")
        if offer.low > book.unchecked_limit and (blacklist is None or blacklist.verdict is not Verdict.PASS):
            raise BlacklistUnanswered(limit=book.unchecked_limit)
        return offer

    def _write(self, connection: Connection, session_id: str, ready: Ready, person: Person) -> Bought:
        purchase, new_id, person_id = ready.purchase, self._recorder.ids.new, person.person_id
        unit = new_unit(ready, unit_id=new_id(), person_id=person_id)
        trade_in_id, entry_id, now = new_id(), new_id(), utc_text(purchase.at_utc)
        self._stock.insert_unit(connection, unit, reason="trade_in", document_id=trade_in_id, person_id=person_id)
        entry = register_line(ready, unit, entry_id=entry_id)
        store.add_register_entry(connection, entry)
        voucher_id = new_id() if ready.payout is Payout.VOUCHER else None
        if voucher_id is not None:
            store.add_voucher(
                connection, voucher_id, code=purchase.numbers.voucher_code, amount=purchase.offer.low, bonus=purchase.bonus, issued_at_utc=now,
                origin_id=trade_in_id, holder=unit.holder,
            )  # fmt: skip
        row = store.TradeInRow(
            trade_in_id=trade_in_id, number=purchase.numbers.contract, session_id=session_id, at_utc=now,
            business_day=business_day(purchase.at_utc, purchase.zone), unit_id=unit.unit_id, register_entry_id=entry_id,
            person_id=person_id, market_value=purchase.offer.low, bonus=purchase.bonus, paid=purchase.paid, payout=ready.payout.value, voucher_id=voucher_id,
            facts_sha256=purchase.facts_sha256, content=ready.facts,
        )  # fmt: skip
        store.add_trade_in(connection, row)
        if ready.account is not None:
            place_credit_transfer(connection, self._recorder.ids, row, ready.account)
        unit = self._hold(connection, ready, unit, trade_in_id, person)
        self._record(connection, session_id, unit, person_id)
        contract_id = self._desk.documents.save_pdf(connection, kind="contract", number=row.number, content=ready.contract)
        self._enqueue(connection, ready, unit, trade_in_id)
        drawer_session_id = self._pay_out(connection, ready, trade_in_id, person) if ready.payout is Payout.CASH else None
        self._ledger.append(
            connection, "tradein.bought", bought_body(row, entry, unit, ready, drawer_session_id=drawer_session_id), person_id=person_id
        )
        if unit.imei is not None:
            teach(connection, self._ledger, purchase.model, device=unit.imei, marks=(tac_mark(unit.imei),), by="purchase", person_id=person_id)
        voucher_code, tail = purchase.numbers.voucher_code if voucher_id else None, ready.account.tail if ready.account else ""
        return Bought(unit, row.number, entry.printed_number, row.paid, row.bonus, ready.payout, voucher_code, contract_id, tail)

    def _hold(self, connection: Connection, ready: Ready, unit: Unit, trade_in_id: str, person: Person) -> Unit:
        """Paid without the blacklist's answer: erased and inspected meanwhile, not sold (TRD-03)."""
        holds, purchase = self._desk.holds, ready.purchase
        if holds is None or not blacklist_unanswered(purchase.checklist, purchase.state):
            return unit
        return holds.place(connection, unit, holds.reasons.of(BLACKLIST), person, document_id=trade_in_id)

    def _record(self, connection: Connection, session_id: str, unit: Unit, person_id: str) -> None:
        """The customer's yes, and on to the last step: erase and label."""
        _row, state = self._recorder.load_in(connection, session_id)
        if state.decision is not None:
            raise AlreadyDecided()
        now = self._recorder.clock.now_utc()
        self._recorder.add(
            connection, session_id, state, Decided(at_utc=now, person_id=person_id, accepted=True, unit_id=unit.unit_id),
            StepOpened(at_utc=now, person_id=person_id, step_id="erasure"),
        )  # fmt: skip
        diagnostics_store.name_unit(connection, session_id, unit_id=unit.unit_id, state="bought")

    def _enqueue(self, connection: Connection, ready: Ready, unit: Unit, trade_in_id: str) -> None:
        label = label_zpl(stock_label(unit, ready.purchase.model, self._desk.words, state="to_erase_held" if unit.hold else "to_erase"))
        self._desk.print_queue.enqueue(
            connection, kind="label", document_id=unit.unit_id, document_number=unit.label_code, content=label, printer="label"
        )
        if ready.payout is Payout.VOUCHER:
            slip = slip_bytes(voucher_slip(ready.purchase))
            self._desk.print_queue.enqueue(connection, kind="slip", document_id=trade_in_id, document_number=ready.purchase.numbers.contract, content=slip)

    def _pay_out(self, connection: Connection, ready: Ready, trade_in_id: str, person: Person) -> str:
        """Cash leaves the drawer with the purchase, or nothing is bought: a payout that the day's cash does not know is lost money (RD#81)."""
        session = session_for(connection, person.person_id, self._desk.drawer_mode)
        cash_store.add_movement(
            connection, self._recorder.ids.new(), session_id=session.session_id, at_utc=utc_text(ready.purchase.at_utc), reason=CashReason.TRADE_IN,
            amount=-ready.purchase.paid, document_id=trade_in_id, person_id=person.person_id, note=ready.purchase.numbers.contract,
        )  # fmt: skip
        open_box(self._desk.print_queue, connection, drawer_no=session.drawer_no, document_id=trade_in_id)
        return session.session_id

    def _product_id(self, model: DeviceModel) -> str:
        product = next((p for p in self._catalogue.products_of_model(model.model_id) if p.kind is ProductKind.UNIT), None)
        if product is None:
            raise NoProductForModel(model=f"{model.brand} {model.name}")
        return product.product_id
