"""A purchase paid by transfer: what is owed, what the contract and the journal may say of it, the file for the bank, paid once, never twice."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pypdf
import pytest

from kiosk.accounting.chartfile import load_chart
from kiosk.accounting.entries import entry_of
from kiosk.accounting.reading import read_fact
from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.basics.money import Money
from kiosk.staff.rights import RightMissing
from kiosk.storage.files import FolderGone
from kiosk.tradein import store
from kiosk.tradein.account import Account, checked_account
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.credit_transfers import store as transfer_store
from kiosk.tradein.credit_transfers.nouns import CreditTransferPaid, CreditTransferState, NoCompanyAccount, NothingToTransfer
from kiosk.tradein.credit_transfers.pain import NAMESPACE, safe
from kiosk.tradein.credit_transfers.service import CreditTransferFormat, CreditTransferService, Treasury
from kiosk.tradein.payouts import AccountMissing
from kiosk.tradein.purchase import Bought
from tests.bench import ANOTHER_IPHONE_12_64, IPHONE_12_64, RESOURCES, SIGNATURE, Bench, answer_all, seller_of

PARIS = ZoneInfo("Europe/Paris")
ELODIE = checked_account(holder="Élodie Garnier", iban="FR14 2004 1010 0505 0001 3M02 606")
COMPANY = checked_account(holder="Seconde Vie Électronique SAS", iban="DE89370400440532013000", bic="COBADEFF")
ORDER = {
    "CstmrCdtTrfInitn": ["GrpHdr", "PmtInf"],
    "GrpHdr": ["MsgId", "CreDtTm", "NbOfTxs", "CtrlSum", "InitgPty"],
    "PmtInf": [
        "PmtInfId", "PmtMtd", "NbOfTxs", "CtrlSum", "PmtTpInf", "ReqdExctnDt", "Dbtr", "DbtrAcct", "DbtrAgt", "ChrgBr", "CdtTrfTxInf",
    ],
    "CdtTrfTxInf": ["PmtId", "Amt", "CdtrAgt", "Cdtr", "CdtrAcct", "RmtInf"],
}  # fmt: skip
"""The sequence of elements in pain.001.001.09 as far as a SEPA credit transfer uses it."""


def by_transfer(bench: Bench, imei: str = IPHONE_12_64, account: Account | None = ELODIE) -> Bought:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(imei, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, seller_of(imei), yanis)
    return bench.purchases.buy(screen.session_id, payout=Payout.TRANSFER, signature=SIGNATURE, person=yanis, account=account)


def bodies(bench: Bench, kind: str) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        return [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=10_000) if e.kind == kind]


Make = Callable[..., CreditTransferService]


@pytest.fixture
def transfers(bench: Bench, clock: ManualClock, ids: CountedIds, tmp_path: Path) -> Make:
    def make(company: Account | None = COMPANY) -> CreditTransferService:
        treasury = Treasury(company, PARIS, (tmp_path,))
        return CreditTransferService(bench.database, bench.ledger, tools=(clock, ids), treasury=lambda: treasury, write=lambda work: work())

    return make


def test_a_seller_is_owed_the_price_and_no_bonus(bench: Bench, transfers: Make) -> None:
    bought = by_transfer(bench)
    assert (bought.paid, bought.bonus, bought.voucher_code) == (Money(18600), Money(0), None)
    (owed,) = transfers().owings(bench.person("sophie")).owed
    item = owed.transfer
    assert (item.number, item.amount, item.account, item.state, owed.tail) == (bought.number, Money(18600), ELODIE, CreditTransferState.WAITING, "0012")
    with bench.database.read() as connection:
        (line,) = store.register_entries(connection)
    assert (line.payment_mode, line.price) == ("Virement", Money(18600))


def test_the_journal_and_the_contract_have_the_end_of_the_iban_and_no_more(bench: Bench) -> None:
    bought = by_transfer(bench)
    (body,) = bodies(bench, "tradein.bought")
    assert (body["payout"], body["transfer"]) == ("transfer", {"amount_cents": 18600, "iban_tail": "2606"})
    with bench.database.read() as connection:
        content = connection.exec_driver_sql("SELECT content FROM document WHERE id = ?", (bought.contract_id,)).scalar_one()
        said = "".join(entry.entry.decode() for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).replace("\u00a0", " ").replace("\u202f", " ")
    assert "Virement à Élodie Garnier, IBAN FR•• •••• 2606" in " ".join(text.split())
    assert ELODIE.iban not in said and "Garnier" not in said and ELODIE.iban not in text.replace(" ", "")


def test_without_an_account_nothing_is_bought(bench: Bench) -> None:
    with pytest.raises(AccountMissing):
        by_transfer(bench, account=None)
    assert bench.stock.unit_by_code(IPHONE_12_64) is None
    with bench.database.read() as connection:
        assert (store.register_entries(connection), transfer_store.transfers(connection)) == ((), ())


def test_the_books_owe_the_seller_and_balance(bench: Bench, tmp_path: Path) -> None:
    bought = by_transfer(bench)
    chart = load_chart(RESOURCES, tmp_path, country="fr")
    with bench.database.read() as connection:
        (exact,) = [entry.entry for entry in bench.ledger.entries_after(connection, 1, 0, limit=10_000) if entry.kind == "tradein.bought"]
    fact = read_fact(exact, PARIS)
    assert fact is not None
    entry = entry_of(fact, chart)
    assert entry is not None and entry.piece == bought.number
    assert [(line.account.number, line.debit.plain(), line.credit.plain()) for line in entry.lines] == [("607", "186.00", "0.00"), ("4671", "0.00", "186.00")]
    assert fact.cash_paid == Money(0)  # type: ignore[union-attr]  # a purchase


def test_a_file_for_the_bank_has_its_elements_in_order_and_its_totals_exact(bench: Bench, transfers: Make, tmp_path: Path) -> None:
    numbers = [by_transfer(bench).number, by_transfer(bench, ANOTHER_IPHONE_12_64, replace(ELODIE, bic="PSSTFRPPNTE")).number]
    service, sophie = transfers(), bench.person("sophie")
    chosen = tuple(owed.transfer.transfer_id for owed in service.owings(sophie).owed)
    path = service.make_file(chosen, CreditTransferFormat.SEPA, tmp_path, sophie)
    assert path.name == "virements-L01-K2-V000001.xml"
    root = ElementTree.fromstring(path.read_bytes())
    plain = {element: element.tag.removeprefix(f"{{{NAMESPACE}}}") for element in root.iter()}
    for element, name in plain.items():
        children = [plain[child] for child in element]
        assert children == sorted(children, key=ORDER[name].index) if name in ORDER else True, name
    assert all(element.tag.startswith(f"{{{NAMESPACE}}}") for element in root.iter())
    found = {name: [element.text for element, known in plain.items() if known == name] for name in set(plain.values())}
    assert (found["NbOfTxs"], found["CtrlSum"]) == (["2", "2"], ["372.00", "372.00"])
    assert (found["EndToEndId"], found["InstdAmt"]) == (numbers, ["186.00", "186.00"])
    assert found["IBAN"] == [COMPANY.iban, ELODIE.iban, ELODIE.iban] and found["BICFI"] == ["COBADEFF", "PSSTFRPPNTE"]
    assert (found["Nm"], found["MsgId"]) == (["Seconde Vie Electronique SAS"] * 2 + ["Elodie Garnier"] * 2, ["L01-K2-V000001"])
    assert (found["PmtMtd"], found["ChrgBr"], found["Cd"], found["Ustrd"]) == (["TRF"], ["SLEV"], ["SEPA"], [f"Reprise {number}" for number in numbers])
    (body,) = bodies(bench, "tradein.transfer_file_made")
    assert (body["count"], body["total_cents"], body["transfers"]) == (2, 37200, numbers)


def test_no_transfer_is_ever_in_two_files_and_a_lost_file_is_written_again_the_same(bench: Bench, transfers: Make, tmp_path: Path) -> None:
    by_transfer(bench)
    service, sophie = transfers(), bench.person("sophie")
    (owed,) = service.owings(sophie).owed
    path = service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path, sophie)
    first = path.read_bytes()
    with pytest.raises(NothingToTransfer):
        service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path, sophie)
    path.unlink()
    (file,) = service.owings(sophie).files
    assert service.write_again(file.file_id, CreditTransferFormat.SEPA, tmp_path, sophie).read_bytes() == first
    assert len(bodies(bench, "tradein.transfer_file_made")) == 1


def test_the_list_for_the_eye_has_the_same_lines_and_total(bench: Bench, transfers: Make, tmp_path: Path) -> None:
    by_transfer(bench, account=checked_account(holder="=cmd Garnier", iban=ELODIE.iban))
    service, sophie = transfers(None), bench.person("sophie")
    (owed,) = service.owings(sophie).owed
    with pytest.raises(NoCompanyAccount):
        service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path, sophie)
    path = service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.CSV, tmp_path, sophie)
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))
    assert rows[1] == ["L01-K2-A000001", "'=cmd Garnier", ELODIE.iban, "", "186,00", "EUR", "0012", "22/11/2026"]
    assert rows[-1][:5] == ["1 virement(s)", "", "", "", "186,00"]


def test_paid_is_said_once_with_who_and_when(bench: Bench, transfers: Make, tmp_path: Path, clock: ManualClock) -> None:
    by_transfer(bench)
    service, sophie = transfers(), bench.person("sophie")
    (owed,) = service.owings(sophie).owed
    service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path, sophie)
    service.mark_paid(owed.transfer.transfer_id, sophie)
    (after,) = service.owings(sophie).owed
    assert (after.transfer.state, after.transfer.paid_by) == (CreditTransferState.PAID, "sophie")
    with pytest.raises(CreditTransferPaid):
        service.mark_paid(owed.transfer.transfer_id, sophie)
    (body,) = bodies(bench, "tradein.transfer_paid")
    assert (body["amount_cents"], body["iban_tail"]) == (18600, "2606")


def test_only_a_manager_sees_accounts_and_files_go_where_the_till_says(bench: Bench, transfers: Make, tmp_path: Path) -> None:
    by_transfer(bench)
    service = transfers()
    for person in ("yanis", "camille"):
        with pytest.raises(RightMissing):
            service.owings(bench.person(person))
    (owed,) = service.owings(bench.person("sophie")).owed
    with pytest.raises(FolderGone):
        service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path / "ailleurs", bench.person("sophie"))
    assert transfers().owings(bench.person("sophie")).owed[0].transfer.state is CreditTransferState.WAITING


@pytest.mark.parametrize(
    ("text", "written"),
    [("Zoë Brûlé & fils", "Zoe Brule + fils"), ("Œuvre d’Élodie", "OEuvre d'Elodie"), ("<&\"*>", "+"), ("名前", "-"), ("a" * 90, "a" * 70)],
)
def test_names_are_written_in_letters_that_every_bank_takes(text: str, written: str) -> None:
    assert safe(text, 70) == written


def test_moments_in_the_file_are_the_shops_own(bench: Bench, transfers: Make, tmp_path: Path, clock: ManualClock) -> None:
    by_transfer(bench)
    service, sophie = transfers(), bench.person("sophie")
    (owed,) = service.owings(sophie).owed
    text = service.make_file((owed.transfer.transfer_id,), CreditTransferFormat.SEPA, tmp_path, sophie).read_text("utf-8")
    local = clock.now_utc().astimezone(PARIS)
    assert datetime(2026, 1, 1, tzinfo=UTC) < local and f"<CreDtTm>{local:%Y-%m-%dT%H:%M:%S}</CreDtTm>" in text and f"<Dt>{local:%Y-%m-%d}</Dt>" in text
