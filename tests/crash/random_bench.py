"""Random acts at the bench: a customer's phone diagnosed, bought for a voucher with its bonus or in cash, or handed back; then erased."""

from __future__ import annotations

from functools import cached_property

from kiosk.catalogue.identifiers import imei_from_body
from kiosk.diagnostics.store import SessionRow
from kiosk.errors import Refused
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod
from tests.bench import SIGNATURE, Bench, answer_all, build_bench, seller_of
from tests.crash.random_hands import Hands

TAC, FIRST_SERIAL = "35910063", 500_000


class RandomBench:
    """What was begun and killed is gone on with: one device lies on the bench at a time. It buys in cash too, which the demo's price book does not."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._draw = hands.draw
        self._yanis = hands.person("yanis")

    @cached_property
    def _bench(self) -> Bench:
        """Most lives of a till end before anybody needs its rules."""
        house = self._hands.till.house
        return build_bench(house.database, house.ledger, house.clock, house.ids, pays_cash=True)

    def trade_in(self) -> str:
        """One step further: questions, then the offer and the purchase."""
        begun = [row for row in self._bench.trade_ins.open_trade_ins() if row.state == "open"]
        if not begun:
            return self._diagnose(self._next_imei())
        try:
            return self._buy(begun[0])
        except Refused:
            self._bench.trade_ins.decline(begun[0].session_id, self._yanis, reason="price")
            return "handed back"

    def erase(self) -> str:
        """What came in, by purchase or by return."""
        waiting = self._bench.erasures.waiting()
        if not waiting:
            return "nothing to erase"
        self._bench.erasures.erase(waiting[0].unit_id, self._yanis, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)
        return f"erased {waiting[0].unit_id}"

    def _diagnose(self, imei: str) -> str:
        screen = answer_all(self._bench, self._bench.trade_ins.start(imei, self._yanis), self._yanis, battery_pct=self._draw.randint(80, 100))
        return f"diagnosed {screen.number or imei}"

    def _buy(self, row: SessionRow) -> str:
        trade_ins = self._bench.trade_ins
        screen = answer_all(self._bench, trade_ins.screen(row.session_id), self._yanis)
        if screen.made is None:
            screen = trade_ins.propose(row.session_id, self._yanis)
        if self._draw.random() < 0.15:
            trade_ins.decline(row.session_id, self._yanis, reason="price")
            return "handed back"
        if not screen.seller_known:
            trade_ins.identify_seller(row.session_id, seller_of(screen.device.imei or ""), self._yanis)
        payout = self._draw.choice((Payout.VOUCHER, Payout.VOUCHER, Payout.CASH))
        return f"bought {self._bench.purchases.buy(row.session_id, payout=payout, signature=SIGNATURE, person=self._yanis).number}"

    def _next_imei(self) -> str:
        (begun,) = self._hands.ask("SELECT count(*) FROM diagnostic_session")
        imei = imei_from_body(f"{TAC}{FIRST_SERIAL + int(begun):06d}")
        assert imei is not None
        return imei
