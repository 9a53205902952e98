"""The paper of a numbered Z: the frozen day, its taxes and tenders, the drawers counted with it, the periods that ended with it."""

from __future__ import annotations

from fractions import Fraction

from sqlalchemy import Connection

from kiosk.documents.papers import PaperSection, Slip
from kiosk.fiscal.module import Period
from kiosk.sales.closed_day import ClosedDay
from kiosk.sales.counter import Counter
from kiosk.sales.day import DayFigures
from kiosk.sales.drawer_paper import DrawerPaper


class ZPaper:
    """Makes the slip of a closing; prints nothing itself."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    def slip(self, connection: Connection, closed: ClosedDay) -> Slip:
        """As the printer gets it."""
        papers, words = self._counter.shop(), self._counter.words
        return Slip(
            shop=papers.header, till_label=papers.till_label, title=words.z_title.format(number=closed.closing.number), number=closed.number,
            at_local=self._counter.locale.moment(self._counter.now_local()), sections=self._sections(connection, closed), mentions=(),
            stamp_lines=closed.closing.printed.lines,
        )  # fmt: skip

    def _sections(self, connection: Connection, closed: ClosedDay) -> tuple[PaperSection, ...]:
        words, figures, locale = self._counter.words, closed.figures, self._counter.locale
        money = locale.money
        day = PaperSection(
            f"{words.z_day} {locale.date(closed.business_day)}",
            (
                (words.z_sales, money(figures.sales)),
                (words.z_returns, money(figures.returns)),
                (words.z_tickets, str(figures.ticket_count)),
                (words.z_articles, str(figures.article_count)),
                (words.z_discounts, money(figures.discounts)),
                *self._unsent(closed),
            ),
        )
        total = PaperSection("", ((words.z_total, money(figures.total)),), strong=True)
        tenders = PaperSection(words.z_tenders, tuple((words.tender(kind), money(amount)) for kind, amount in figures.tenders))
        drawers = tuple(DrawerPaper(self._counter).section(connection, session) for session in closed.sessions)
        found = (day, total, self._taxes(figures), tenders, *drawers, self._quiet_days(closed), *self._period_sections(closed))
        return tuple(section for section in found if section.rows)

    def _unsent(self, closed: ClosedDay) -> tuple[tuple[str, str], ...]:
        return ((self._counter.cash.words.unsent, str(closed.unsent)),) if closed.unsent else ()

    def _taxes(self, figures: DayFigures) -> PaperSection:
        words, locale = self._counter.words, self._counter.locale
        rows = []
        for row in figures.taxes:
            rows.append((f"({row.mark}) {locale.tax_rate(row.percent)} · {words.z_net} {locale.bare_money(row.net)}", locale.money(row.tax)))
            rows += [(f"  {share.name} {locale.tax_rate(Fraction(share.percent))}", locale.money(share.amount)) for share in row.sales_taxes]
        if figures.margin_gross:
            rows.append((words.z_margin, locale.money(figures.margin_gross)))
        return PaperSection(words.z_tax, tuple(rows))

    def _quiet_days(self, closed: ClosedDay) -> PaperSection:
        """The days without sales that were closed in the same go."""
        quiet = [day for day in closed.also if not day.figures.ticket_count]
        rows = tuple((self._counter.locale.date(day.business_day), f"Z {day.closing.number}") for day in quiet)
        return PaperSection(self._counter.words.z_quiet_days, rows)

    def _period_sections(self, closed: ClosedDay) -> tuple[PaperSection, ...]:
        words, perpetual, money = self._counter.words, closed.closing.perpetual, self._counter.locale.money
        titles = {Period.MONTH: words.z_month, Period.YEAR: words.z_year}
        periods = (*closed.longer, *(item for day in closed.also for item in day.longer))
        longer = tuple(PaperSection(titles[item.period].format(label=item.label), ((words.z_total, money(item.totals.total)),)) for item in periods)
        rows = ((words.z_algebraic, money(perpetual.algebraic)), (words.z_absolute, money(perpetual.absolute)))
        return (*longer, PaperSection(words.z_perpetual, rows))
