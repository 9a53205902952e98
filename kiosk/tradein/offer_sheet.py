"""The offer on paper for a customer who does not sell today: device, price, every deduction with its reason, what would raise it, until when, and
the number by which the bench finds it again. The facts are those that the offer froze; their hash stands at the foot.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from kiosk.basics.clock import utc_text
from kiosk.basics.locales import Locale
from kiosk.diagnostics import store as diagnostics_store
from kiosk.diagnostics.checklist import Checklist
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.recorder import Recorder
from kiosk.diagnostics.store import TRADE_IN
from kiosk.diagnostics.views import finding_of
from kiosk.documents.escpos import slip_bytes
from kiosk.documents.papers import PaperSection, Slip
from kiosk.documents.service import PrintQueue
from kiosk.errors import Refused
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.tradein.offer import Deduction
from kiosk.tradein.offer_life import REMEMBERED_DAYS
from kiosk.tradein.purchase import Place
from kiosk.tradein.screen import TradeInScreen
from kiosk.tradein.words import TradeInWords


class NoOfferToPrint(Refused):
    """No price was made for this device, or it was bought."""

    code = "tradein.no_offer_to_print"


class OfferUnknown(Refused):
    """No offer of this till has this number, or it is too old."""

    code = "tradein.offer_unknown"


@dataclass(frozen=True, slots=True)
class OfferPrinter:
    """What turns an offer into paper."""

    words: TradeInWords
    place: Callable[[], Place]
    print_queue: PrintQueue


def offer_slip(screen: TradeInScreen, checklist: Checklist, words: TradeInWords, place: Place, *, at_local: str) -> Slip:
    """On 80 mm paper, in the shop's language; NoOfferToPrint."""
    made, locale, said = screen.made, words.locale, words.offer
    if made is None or (screen.decision is not None and screen.decision.accepted):
        raise NoOfferToPrint()
    language, offer = locale.language, screen.offer
    until = locale.date(made.valid_until_utc.astimezone(place.zone).date())
    numbers = tuple(filter(None, (screen.device.imei, screen.device.serial)))
    name, number_word = f"{screen.model.brand} {model_text(screen.model, locale)}", said["number"].text(language)
    device = ((said["model"].text(language), name), *((number_word, number) for number in numbers))
    lines = tuple((_why(line, screen, checklist, words), locale.money(line.amount)) for line in offer.deductions)
    agreed = ((said["agreed"].text(language), locale.money(offer.counter.amount)),) if offer.counter else ()
    sections = [
        PaperSection("", device),
        PaperSection(said["price"].text(language), ((said["base"].text(language), locale.money(offer.base)), *lines, *agreed)),
        PaperSection("", ((said["total"].text(language), locale.money_range(offer.low, offer.high)),), strong=True),
    ]
    if offer.bonus:
        sections.append(PaperSection("", ((said["with_voucher"].text(language), locale.money(offer.low + offer.bonus)),)))
    raised = _raised(screen, checklist, words, locale)
    if raised:
        sections.append(PaperSection(said["raises"].text(language), raised))
    mentions = (said["until"].text(language).format(day=until), said["same_facts"].text(language), said["come_back"].text(language))
    return Slip(
        shop=place.shop, till_label=place.till_label, title=said["title"].text(language), number=screen.number, at_local=at_local,
        sections=tuple(sections), mentions=mentions, stamp_lines=(f"SHA-256 {made.facts_sha256[:32]}", made.facts_sha256[32:]), barcode=screen.number,
        training=place.training,
    )  # fmt: skip


def _why(line: Deduction, screen: TradeInScreen, checklist: Checklist, words: TradeInWords) -> str:
    language, question = words.locale.language, checklist.question(line.question_id)
    assert question is not None, "a deduction comes from a question"
    finding = finding_of(question, screen.answers.get(line.question_id))
    found = words.contract["not_tested"].text(language) if line.reason == "not_tested" or finding is None else finding.text(language)
    return f"{question.words.text(language)} ({found})"


def _raised(screen: TradeInScreen, checklist: Checklist, words: TradeInWords, locale: Locale) -> tuple[tuple[str, str], ...]:
    """What the customer can change: a test that was not made, an accessory left at home; each with the most that it brings."""
    said, rows = words.offer, []
    for line in screen.offer.deductions:
        question = checklist.question(line.question_id)
        assert question is not None, "a deduction comes from a question"
        given = screen.answers.get(line.question_id)
        how = "test_it" if line.reason == "not_tested" else "bring_it" if given is not None and given.accessory else ""
        if how:
            rows.append((f"{question.words.text(locale.language)} ({said[how].text(locale.language)})", f"+{locale.money(-line.amount)}"))
    return tuple(rows)


class OfferSheets:
    """The offers of this till as paper, and by their number. On the ledger worker; ``show`` reads a trade-in as it stands."""

    def __init__(
        self, recorder: Recorder, ledger: Ledger, *, show: Callable[[str], TradeInScreen], checklist: Callable[[TradeInScreen], Checklist],
        printer: OfferPrinter,
    ) -> None:  # fmt: skip
        self._recorder = recorder
        self._ledger = ledger
        self._show = show
        self._checklist = checklist
        self._printer = printer

    def print_offer(self, session_id: str, person: Person) -> None:
        """One more sheet, as often as the customer asks: it says the same. NoOfferToPrint, RightMissing."""
        require(person, Right.TRADE_IN)
        screen, place, now = self._show(session_id), self._printer.place(), self._recorder.clock.now_utc()
        at_local = self._printer.words.locale.moment(now.astimezone(place.zone))
        slip = offer_slip(screen, self._checklist(screen), self._printer.words, place, at_local=at_local)
        assert screen.made is not None, "the slip has its price"
        with self._recorder.database.write() as connection:
            self._printer.print_queue.enqueue(
                connection, kind="slip", document_id=session_id, document_number=screen.number, content=slip_bytes(slip)
            )  # fmt: skip
            body = {"number": screen.number, "session_id": session_id, "facts_sha256": screen.made.facts_sha256}
            self._ledger.append(connection, "tradein.offer_printed", body, person_id=person.person_id)

    def find(self, number: str) -> TradeInScreen:
        """The trade-in whose sheet was scanned, in whatever state it is now; OfferUnknown."""
        since = utc_text(self._recorder.clock.now_utc() - timedelta(days=REMEMBERED_DAYS))
        with self._recorder.database.read() as connection:
            found = next((row for row in diagnostics_store.sessions_since(connection, TRADE_IN, since) if row.number == number), None)
        if found is None:
            raise OfferUnknown(number=number)
        return self._show(found.session_id)
