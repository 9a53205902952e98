"""Papers of the drawer: a session on a Z, its own closing slip, cash in and out, a hand-over. Makes slips; prints nothing itself."""

from __future__ import annotations

from sqlalchemy import Connection

from kiosk.basics.clock import parse_utc
from kiosk.basics.money import Money
from kiosk.cash.counting import Count
from kiosk.cash.drawer import CashReason, DrawerFigures, DrawerSession, Moved
from kiosk.documents.papers import PaperSection, Slip
from kiosk.sales.counter import Counter
from kiosk.staff import store as staff_store
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, may

Rows = list[tuple[str, str]]


class DrawerPaper:
    """Blind papers keep silent about what was expected, and about anything that it could be worked out from."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    # ── sections ───────────────────────────────────────────────────────────────────────────────────────────────────
    def section(self, connection: Connection, figures: DrawerFigures) -> PaperSection:
        """A session with everything in it, for who may see cash: on a Z, an X, a manager's own slip."""
        session, words, money = figures.session, self._counter.cash.words, self._counter.locale.money
        rows = self._opening(connection, session)
        if session.opening_difference:
            rows.append((words.opening_difference, money(session.opening_difference)))
        rows += [(self._moved_label(item), money(item.amount)) for item in figures.moved if item.reason not in _APART]
        if session.expected is not None:
            rows.append((words.expected, money(session.expected)))
        rows += self._closing(connection, figures, difference=session.difference)
        return PaperSection(words.session.format(number=session.number), tuple(rows))

    def blind_section(self, connection: Connection, figures: DrawerFigures) -> PaperSection:
        """The same session for who counts blind: opened, counted, left, and that somebody else compares."""
        session, words = figures.session, self._counter.cash.words
        rows = [*self._opening(connection, session), *self._closing(connection, figures, difference=None), (words.difference, "–")]
        return PaperSection(words.session.format(number=session.number), tuple(rows))

    def _opening(self, connection: Connection, session: DrawerSession) -> Rows:
        words, locale = self._counter.cash.words, self._counter.locale
        opened = parse_utc(session.opened_at_utc).astimezone(self._counter.shop().zone)
        return [
            (words.opened_at, locale.moment(opened)),
            (words.held_by, self._name(connection, session.person_id)),
            (words.float_counted, locale.money(session.opening_float)),
        ]

    def _closing(self, connection: Connection, figures: DrawerFigures, *, difference: Money | None) -> Rows:
        session, words, money = figures.session, self._counter.cash.words, self._counter.locale.money
        rows: Rows = []
        if not session.open:
            rows.append((words.counted, words.not_counted if session.counted is None else money(session.counted)))
        if difference is not None:
            rows.append((words.difference, money(difference)))
        if session.approved_by is not None or session.note is not None:
            rows.append((words.accepted_by, self._name(connection, session.approved_by or session.closed_by or "")))
            rows.append((words.reason, session.note or ""))
        dropped = figures.amount(CashReason.CLOSING_DROP)
        if dropped:
            rows.append((words.closing_drop, money(-dropped)))
        if session.left is not None:
            rows.append((words.left, money(session.left)))
        if figures.opened_without_sale:
            rows.append((words.no_sale_count, str(figures.opened_without_sale)))
        return rows

    # ── slips ──────────────────────────────────────────────────────────────────────────────────────────────────────
    def closed(self, connection: Connection, figures: DrawerFigures, *, person: Person) -> Slip:
        """What stays with the drawer that was closed."""
        words = self._counter.cash.words
        if may(person, Right.SEE_CASH):
            return self.slip(words.closed_title, figures.session.number, (self.section(connection, figures),))
        return self.slip(words.closed_title, figures.session.number, (self.blind_section(connection, figures),), mentions=(words.blind,))

    def handed_over(self, connection: Connection, session: DrawerSession, to: Person, *, count: Count | None) -> Slip:
        """Both sign; it says what was counted and not what was expected."""
        words = self._counter.cash.words
        rows: Rows = [(words.hand_over_from, self._name(connection, session.person_id)), (words.hand_over_to, to.short_name)]
        rows.append((words.counted, words.not_counted if count is None else self._counter.locale.money(count.total)))
        told = PaperSection(words.session.format(number=session.number), tuple(rows))
        return self.slip(words.hand_over_title, session.number, (told, *(self._signature(f"{words.signature} – {one}") for one in (rows[0][1], rows[1][1]))))

    def moved(self, title: str, number: str, rows: Rows, *, amount: Money) -> Slip:
        """Cash in, cash out or a drop: the amount large, who and why below it, and a place to sign."""
        words = self._counter.cash.words
        total = PaperSection("", ((words.amount, self._counter.locale.money(amount)),), strong=True)
        return self.slip(title, number, (total, PaperSection("", tuple(rows)), self._signature(words.signature)))

    def slip(self, title: str, number: str, sections: tuple[PaperSection, ...], *, mentions: tuple[str, ...] = ()) -> Slip:
        """With the shop's head."""
        papers = self._counter.shop()
        return Slip(
            shop=papers.header, till_label=papers.till_label, title=title, number=number,
            at_local=self._counter.locale.moment(self._counter.now_local()), sections=sections, mentions=mentions, stamp_lines=(),
        )  # fmt: skip

    @staticmethod
    def _signature(label: str) -> PaperSection:
        return PaperSection("", ((label, ""),), signed=True)

    def _moved_label(self, item: Moved) -> str:
        words, cash = self._counter.cash.words, self._counter.cash
        known = {
            CashReason.SALE: words.cash_sales, CashReason.REFUND: words.cash_refunds, CashReason.TRADE_IN: words.cash_trade_ins,
            CashReason.SAFE_DROP: words.safe_drops,
        }  # fmt: skip
        label = known.get(CashReason(item.reason)) if item.reason in set(CashReason) else cash.rules.label(item.reason, self._counter.locale.language)
        return f"{label or item.reason} ({item.count})" if item.count > 1 else label or item.reason

    def _name(self, connection: Connection, person_id: str) -> str:
        found = staff_store.person_by_id(connection, person_id)
        return person_id if found is None else found.short_name


_APART = frozenset({CashReason.NO_SALE.value, CashReason.CLOSING_DROP.value})
