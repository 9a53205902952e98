"""Paying a seller by transfer, by touch: the account at the agreement, the manager's list, the file, paid once; nothing but the end of an IBAN on show."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock, utc_text
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.catalogue.codes import decode
from kiosk.journal.ledger import Ledger
from kiosk.staff.people import Person
from kiosk.staff.service import StaffService
from kiosk.storage.engine import Database
from kiosk.tradein.account import checked_account
from kiosk.tradein.credit_transfers import store as transfer_store
from kiosk.tradein.credit_transfers.nouns import CreditTransfer
from kiosk.ui.viewmodels.app import Frame
from tests.bench import IPHONE_12_64, Bench
from tests.ui.conftest import HandJobs, LookAt, Show
from tests.ui.diagnostic_desk import Desk
from tests.ui.looking import faults
from tests.ui.photographing import SIZES
from tests.ui.shell import Shell
from tests.ui.till import DemoTill

IBAN = "FR14 2004 1010 0505 0001 3M02 606"
FRAME = Frame(shop_name="Nantes Crébillon", till_name="Caisse 2", motion=False, language="fr", workspace="diagnostic")
OWED = (("Élodie Garnier", 18600), ("Marc Aubert", 24200), ("Société Rive Nord", 61000))


def owe(demo: DemoTill, ids: CountedIds) -> None:
    """Three sellers who were paid by transfer, a day apart."""
    units = demo.till.stock.units_here()
    with demo.till.database.write() as connection:
        for place, (holder, cents) in enumerate(OWED):
            unit = units[place].unit
            assert unit is not None
            since = utc_text(demo.clock.now_utc() - timedelta(days=3 - place))
            item = CreditTransfer(
                transfer_id=ids.new(), trade_in_id=f"t{place}", number=f"L01-K2-A{place + 41:06d}", unit_id=unit.unit_id, since_utc=since,
                amount=Money(cents), account=checked_account(holder=holder, iban=IBAN),
            )  # fmt: skip
            transfer_store.add(connection, item)


def test_the_account_is_asked_checked_and_then_shown_by_its_end(
    bench: Bench, jobs: HandJobs, clock: ManualClock, show: Show, look_at: LookAt
) -> None:  # fmt: skip
    desk = Desk(bench, jobs, clock)
    shell = Shell(bench.staff, jobs, clock, frame=FRAME, diagnostic=desk.page)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(desk.sign_in("yanis"))
    shell.app.openWorkspace("diagnostic")
    desk.scan(decode(IPHONE_12_64))
    desk.answer_until("offer", battery_pct=79)
    desk.do(desk.page.tradeIn.propose)
    agreement = desk.page.tradeIn.agreement
    payout = agreement.payout
    assert (payout.chosen, payout.transferOffered, payout.cashOffered) == ("voucher", True, False)
    payout.choose("cash")
    assert payout.chosen == "voucher"
    payout.choose("transfer")
    assert (payout.asking, payout.chosen) == (True, "voucher")
    payout.write("holder", "Élodie Garnier")
    payout.write("iban", "FR14 2004 1010 0505 0001 3M02 607")
    payout.check()
    assert (payout.faulty, payout.trouble) == ("iban", "Cet IBAN est faux. Recopiez-le depuis le relevé d’identité bancaire, par groupes de quatre.")
    found = faults(window)
    look_at(window, "payout-account-1366-fr-light")
    payout.write("iban", IBAN)
    payout.check()
    assert (payout.asking, payout.chosen, payout.tail, payout.holder) == (False, "transfer", "2606", "Élodie Garnier")
    found += faults(window)
    for width, height in SIZES:
        window.window.setWidth(width)
        window.window.setHeight(height)
        found += faults(window)
    window.window.setWidth(1366)
    window.window.setHeight(768)
    look_at(window, "payout-transfer-1366-fr-light")
    for what in ("owner", "erase", "price"):
        agreement.declare(what, True)
    payout.choose("voucher")
    assert not agreement.declaresPrice
    assert found == []


def test_a_manager_takes_the_transfers_to_the_bank_once(
    database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...],
    show: Show, look_at: LookAt, tmp_path: Path,
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    demo.plugged.append(tmp_path)
    owe(demo, ids)
    shell = Shell(staff, jobs, clock, frame=replace(FRAME, workspace="store"), sale=demo.sale, store=demo.store, approval=demo.approval)
    window = show(shell.app, size=SIZES[1])
    shell.app.welcome(people[3])
    demo.welcome(people[3])
    shell.app.openWorkspace("store")
    page = demo.store.creditTransfers
    demo.store.show(3)
    demo.store.showCreditTransfers()
    jobs.step()
    assert (demo.store.step, page.chosenCount, page.chosenTotal) == (6, 3, "1\u202f038,00\u202f€")
    third = page.rows.rows[2].transfer_id
    page.touch(third)
    assert (page.chosenCount, page.chosenTotal) == (2, "428,00\u202f€")
    found = faults(window)
    look_at(window, "credit-transfers-1366-fr-light")
    window.window.setWidth(1920)
    window.window.setHeight(1080)
    found += faults(window)
    look_at(window, "credit-transfers-1920-fr-light")
    page.make("xml")
    for _ in range(3):
        jobs.step()
    assert page.fileName.startswith("virements-") and page.fileName.endswith(".xml")
    text = (Path(page.fileFolder) / page.fileName).read_text("utf-8")
    assert "<NbOfTxs>2</NbOfTxs>" in text and "<CtrlSum>428.00</CtrlSum>" in text
    page.close()
    assert [row.pay_state for row in page.rows.rows] == ["waiting", "in_file", "in_file"]
    page.touch(page.rows.rows[1].transfer_id)
    assert page.askedName == "Élodie Garnier"
    found += faults(window)
    page.confirmPaid()
    for _ in range(3):
        jobs.step()
    assert [row.pay_state for row in page.rows.rows] == ["waiting", "in_file", "paid"]
    assert found == []


@pytest.mark.parametrize("who", [0, 1])
def test_who_may_take_no_file_out_does_not_see_the_accounts(
    who: int, database: Database, ledger: Ledger, clock: ManualClock, ids: CountedIds, staff: StaffService, jobs: HandJobs, people: tuple[Person, ...]
) -> None:  # fmt: skip
    demo = DemoTill(database, ledger, clock, ids, staff=staff, jobs=jobs)
    demo.welcome(people[who])
    demo.store.showCreditTransfers()
    assert (demo.store.maySeeCreditTransfers, demo.store.step) == (False, 0)
