"""Where the trade-in and the till meet: the voucher of a purchase pays at the till, once, and the device comes back into sale."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.catalogue.codes import VoucherCode, decode
from kiosk.sales.tendered import store as tender_store
from kiosk.sales.vouchers import VoucherHeldElsewhere, check_voucher
from kiosk.stock.units import UnitState, sellable
from kiosk.tradein.board import bench_board
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.erasure import ErasureMethod
from kiosk.tradein.purchase import Bought
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all, inspect_all

PARIS = ZoneInfo("Europe/Paris")
TODAY = date(2026, 11, 22)


def bought(bench: Bench) -> Bought:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    return bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)


def test_the_till_reads_the_voucher_as_good_here_and_nowhere_else(bench: Bench) -> None:
    code = bought(bench).voucher_code
    assert code is not None and decode(code) == VoucherCode(code)
    with bench.database.read() as connection:
        voucher = tender_store.voucher_by_code(connection, code)
    good = check_voucher(voucher, holder="shop:L01", today=TODAY)
    assert (good.balance, good.bonus, good.expires_on) == (Money(18600), Money(1200), None)
    with pytest.raises(VoucherHeldElsewhere):
        check_voucher(voucher, holder="shop:L02", today=TODAY)


def test_a_device_bought_in_the_morning_can_be_sold_when_erased_and_inspected_by_another(bench: Bench) -> None:
    ines = bench.person("ines")
    unit = bought(bench).unit
    bench.erasures.erase(unit.unit_id, ines, method=ErasureMethod.FACTORY_RESET, tool="ios_settings", tool_version="18", verified=True)
    assert unit.unit_id in [waiting.unit_id for waiting in bench.inspections.queue()]
    screen = bench.inspections.start_by_code(IPHONE_12_64, ines)
    inspection = bench.rules.inspections[screen.model.kind].for_capabilities(screen.model.capabilities)
    inspect_all(bench, screen, inspection, ines)
    done = bench.inspections.finish(screen.session_id, ines)
    assert sellable(done.unit, "L01") is None
    moves = [(move.from_state, move.to_state) for move in bench.stock.life(unit.unit_id)]
    assert moves == [(None, UnitState.TO_ERASE), (UnitState.TO_ERASE, UnitState.TO_INSPECT), (UnitState.TO_INSPECT, UnitState.FOR_SALE)]


def test_the_board_counts_the_bench_of_the_day(bench: Bench, clock: ManualClock) -> None:
    yanis = bench.person("yanis")
    bought(bench)
    refused = answer_all(bench, bench.trade_ins.start("359100639000020", yanis), yanis)
    bench.trade_ins.propose(refused.session_id, yanis)
    bench.trade_ins.decline(refused.session_id, yanis, reason="price")
    board = bench_board(bench.database, bench.stock, clock=clock, zone=PARIS)
    assert (board.started, board.offered, board.accepted, board.declined, board.still_open, board.bought) == (2, 2, 1, 1, 0, Money(18600))
    assert (board.to_erase, board.to_inspect) == (7, 12)
    clock.set_wall(datetime(2026, 11, 23, 8, 0, tzinfo=PARIS))
    tomorrow = bench_board(bench.database, bench.stock, clock=clock, zone=PARIS)
    assert (tomorrow.started, tomorrow.accepted, tomorrow.bought) == (0, 0, Money(0))
