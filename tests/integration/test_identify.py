"""Before anything is begun: what a device says it is, what its TAC was taught, what it was with us; and who disagrees."""

from __future__ import annotations

import json

import pytest

from kiosk.catalogue.lessons import FamilyCount
from kiosk.diagnostics.events import ReadBy
from kiosk.stock.units import UnitState
from kiosk.sync.apply import apply_page
from kiosk.sync.protocol import Cursor, FeedRow, PullPage
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.identify import Claim, ModelMismatch, Reading, Voice
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all

UNKNOWN_TAC = "490154203237518"


def on_cable(imei: str, hardware: str, *, part_number: str = "", storage_gb: int | None = None) -> Reading:
    return Reading(imei, ReadBy.CABLE, "F17GK2X40D81", hardware, part_number, storage_gb)


def confirmed(bench: Bench) -> list[dict[str, object]]:
    with bench.database.read() as connection:
        found = bench.ledger.entries_after(connection, 1, 0, limit=10_000)
    return [json.loads(entry.entry)["body"] for entry in found if entry.kind == "catalogue.model_confirmed"]


def teach_by_feed(bench: Bench, mark: str, **counts: int) -> None:
    """What central sends once devices of other shops have taught it."""
    families = [{"brand": "Apple", "name": name.replace("_", " "), "confirmations": count} for name, count in counts.items()]
    row = FeedRow(1, mark, json.dumps({"mark": mark, "families": families}).encode())  # type: ignore[arg-type]  # a message keeps its rows raw
    with bench.database.write() as connection:
        apply_page(connection, PullPage("lessons", Cursor(), Cursor(1, mark), (row,), more=True, head_v=1, rev=1), epoch=1)


def test_a_phone_on_the_cable_is_known_by_its_own_name_though_its_tac_is_not(bench: Bench) -> None:
    found = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone13,2"))
    assert [(model.name, model.storage_gb, model.colour) for model in found.choices] == [
        ("iPhone 12", 64, "Blanc"), ("iPhone 12", 64, "Noir"), ("iPhone 12", 128, "Bleu"), ("iPhone 12", 256, "Blanc"),
    ]  # fmt: skip
    assert (found.certain, found.unsold, found.doubt) == (False, False, ())
    android = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "SM-S911B"))
    assert {model.name for model in android.choices} == {"Galaxy S23"}


def test_storage_as_read_and_colour_by_the_part_number_leave_nothing_to_ask(bench: Bench) -> None:
    by_storage = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone13,2", storage_gb=64))
    assert ([model.colour for model in by_storage.choices], by_storage.certain) == (["Blanc", "Noir"], False)
    by_part = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone13,2", part_number="MGJ53F/A"))
    assert ([(model.storage_gb, model.colour) for model in by_part.choices], by_part.certain) == ([(64, "Noir")], True)
    screen = bench.trade_ins.start(on_cable(UNKNOWN_TAC, "iPhone13,2", part_number="MGJ53F/A"), bench.person("yanis"))
    assert (screen.model.name, screen.model.storage_gb, screen.model.colour) == ("iPhone 12", 64, "Noir")


def test_one_storage_in_the_catalogue_does_not_prove_the_colour(bench: Bench) -> None:
    found = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone13,2", storage_gb=128))
    assert ([(model.storage_gb, model.colour) for model in found.choices], found.certain) == ([(128, "Bleu")], False)


def test_a_model_that_the_chain_does_not_sell_is_said_as_such(bench: Bench) -> None:
    found = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone9,1"))
    assert (found.choices, found.unsold, found.named and found.named.words) == ((), True, "Apple iPhone 7")


def test_a_device_that_contradicts_its_tac_is_believed_and_the_contradiction_said(bench: Bench) -> None:
    found = bench.trade_ins.identify(on_cable(IPHONE_12_64, "iPhone14,5"))
    assert {model.name for model in found.choices} == {"iPhone 13"}
    assert found.doubt == (Claim(Voice.DEVICE, "Apple", "iPhone 13"), Claim(Voice.TAC, "Apple", "iPhone 12"))
    with pytest.raises(ModelMismatch):
        bench.trade_ins.start(on_cable(IPHONE_12_64, "iPhone14,5"), bench.person("yanis"), model_id="m-iphone-12-64-go-noir")


def test_a_confirmed_cable_reading_teaches_its_tac_and_its_code_once(bench: Bench) -> None:
    reading = on_cable(UNKNOWN_TAC, "iPhone13,2", part_number="MGJ53")
    bench.trade_ins.start(reading, bench.person("yanis"))
    assert confirmed(bench) == [
        {
            "marks": ["code:iPhone13,2", "tac:49015420"], "brand": "Apple", "name": "iPhone 12", "model_id": "m-iphone-12-64-go-noir", "by": "cable",
        }
    ]  # fmt: skip
    again = bench.trade_ins.identify(UNKNOWN_TAC)
    assert {model.name for model in again.choices} == {"iPhone 12"}
    bench.trade_ins.start(reading, bench.person("yanis"))
    assert len(confirmed(bench)) == 1


def test_a_tablet_without_a_modem_teaches_its_code_alone(bench: Bench) -> None:
    reading = Reading("DMPX2B0KLM93", ReadBy.CABLE, "DMPX2B0KLM93", "iPad13,16")
    model_id = bench.trade_ins.identify(reading).choices[0].model_id
    bench.trade_ins.start(reading, bench.person("yanis"), model_id=model_id)
    assert [(entry["marks"], entry["name"]) for entry in confirmed(bench)] == [(["code:iPad13,16"], "iPad Air 5")]


def test_a_device_bought_teaches_its_tac(bench: Bench) -> None:
    bought(bench, UNKNOWN_TAC, "m-iphone-12-64-go-noir")
    assert [(entry["marks"], entry["by"]) for entry in confirmed(bench)] == [(["tac:49015420"], "purchase")]
    assert bench.catalogue.taught("tac:49015420") == (FamilyCount("Apple", "iPhone 12", 1),)


def test_the_majority_of_the_chain_comes_first_and_the_minority_is_said_with_its_count(bench: Bench) -> None:
    teach_by_feed(bench, "tac:49015420", iPhone_13=3, iPhone_12=1)
    found = bench.trade_ins.identify(UNKNOWN_TAC)
    assert found.choices[0].name == "iPhone 13" and {model.name for model in found.choices} == {"iPhone 12", "iPhone 13"}
    assert found.doubt == (Claim(Voice.TAUGHT, "Apple", "iPhone 13", 3), Claim(Voice.TAUGHT, "Apple", "iPhone 12", 1))
    assert not found.certain
    screen = bench.trade_ins.start(UNKNOWN_TAC, bench.person("yanis"), model_id="m-iphone-12-64-go-noir")
    assert screen.model.name == "iPhone 12"


def test_one_lesson_does_not_overrule_the_catalogue_but_is_said(bench: Bench) -> None:
    teach_by_feed(bench, "tac:35910063", iPhone_13=1)
    found = bench.trade_ins.identify(IPHONE_12_64)
    assert found.choices[0].name == "iPhone 12"
    assert [claim.voice for claim in found.doubt] == [Voice.TAC, Voice.TAUGHT]


def test_a_code_that_no_list_has_is_learnt(bench: Bench) -> None:
    reading = on_cable(UNKNOWN_TAC, "SM-NEW1B")
    assert bench.trade_ins.identify(reading).choices == ()
    bench.trade_ins.start(reading, bench.person("yanis"), model_id="m-galaxy-s23-128-go-noir")
    another = bench.trade_ins.identify(on_cable("499001200000004", "SM-NEW1B"))
    assert {model.name for model in another.choices} == {"Galaxy S23"}


def test_the_number_of_a_device_that_was_here_as_another_model_is_a_copy(bench: Bench) -> None:
    bought(bench, UNKNOWN_TAC, "m-iphone-12-64-go-noir")
    unit = bench.stock.unit_by_code(UNKNOWN_TAC)
    assert unit is not None
    with bench.database.write() as connection:
        connection.exec_driver_sql("UPDATE unit SET state = 'sold', holder = 'out' WHERE id = ?", (unit.unit_id,))
    found = bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone14,5"))
    assert found.seen is not None and found.seen.state is UnitState.SOLD
    assert found.doubt == (Claim(Voice.DEVICE, "Apple", "iPhone 13"), Claim(Voice.HISTORY, "Apple", "iPhone 12"))
    assert {model.name for model in found.choices} == {"iPhone 13"}
    assert bench.trade_ins.identify(on_cable(UNKNOWN_TAC, "iPhone13,2")).doubt == ()


def bought(bench: Bench, imei: str, model_id: str) -> None:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(imei, yanis, model_id=model_id), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
