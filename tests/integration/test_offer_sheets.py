"""The offer on paper: what stands on it, that it says the same each time, and that its bar code finds the trade-in again."""

from __future__ import annotations

import io
import json

import pytest
import zxingcpp
from PIL import Image

from kiosk.basics.clock import ManualClock
from kiosk.catalogue.codes import QuotationNumber, decode
from kiosk.hardware.virtual.paper import paper_text, render_png
from kiosk.staff.rights import RightMissing
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.offer_sheet import NoOfferToPrint, OfferUnknown
from kiosk.tradein.screen import TradeInScreen
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all


def refused(bench: Bench, bad: dict[str, str] | None = None, *, battery_pct: int = 79) -> TradeInScreen:
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis, battery_pct=battery_pct, bad=bad)
    return bench.trade_ins.decline(screen.session_id, yanis, reason="thinks_about_it")


def sheets(bench: Bench) -> list[bytes]:
    with bench.database.read() as connection:
        return [job.content for job in bench.print_queue.waiting(connection, "receipt")]


def plain(content: bytes) -> str:
    return " ".join(paper_text(content).replace("\u00a0", " ").replace("\u202f", " ").split())


def test_the_sheet_says_device_price_reasons_and_until_when(bench: Bench) -> None:
    screen = refused(bench, {"body_class": "B2"})
    bench.offer_sheets.print_offer(screen.session_id, bench.person("yanis"))
    (content,) = sheets(bench)
    text = plain(content)
    for words in (
        "Offre de reprise", "L01-K2-D000001", "Apple iPhone 12 64 Go Noir", IPHONE_12_64, "Modèle en parfait état 186,00 €", "-18,00 €", "-6,00 €",
        "Notre offre 162 €", "En bon d’achat 172,00 €", "Valable jusqu’au 06/12/2026 inclus", "seul ce qui aura changé",
    ):  # fmt: skip
        assert words in text.replace("\u2212", "-"), words
    assert screen.made is not None and screen.made.facts_sha256 in text.replace(" ", "")
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(render_png(content))))
    assert [code.text for code in found] == ["L01-K2-D000001"]


def test_what_the_customer_can_change_is_named_with_what_it_brings(bench: Bench) -> None:
    screen = refused(bench, {"touch": "not_tested"}, battery_pct=91)
    bench.offer_sheets.print_offer(screen.session_id, bench.person("yanis"))
    text = plain(sheets(bench)[0])
    assert "Ce qui la ferait monter" in text and "+115,00 €" in text and "à faire tester" in text


def test_the_scanned_number_takes_the_trade_in_up_again(bench: Bench, clock: ManualClock) -> None:
    screen = refused(bench)
    assert decode("L01-K2-D000001") == QuotationNumber("L01-K2-D000001")
    assert bench.offer_sheets.find("L01-K2-D000001").session_id == screen.session_id
    with pytest.raises(OfferUnknown):
        bench.offer_sheets.find("L01-K2-D000002")
    clock.advance(seconds=61 * 86400)
    with pytest.raises(OfferUnknown):
        bench.offer_sheets.find("L01-K2-D000001")


def test_a_second_sheet_says_the_same_and_the_journal_counts_both(bench: Bench) -> None:
    screen = refused(bench)
    for _ in range(2):
        bench.offer_sheets.print_offer(screen.session_id, bench.person("yanis"))
    first, second = sheets(bench)
    assert first == second
    with bench.database.read() as connection:
        told = [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == "tradein.offer_printed"]
    assert screen.made is not None
    assert [(body["number"], body["facts_sha256"]) for body in told] == [("L01-K2-D000001", screen.made.facts_sha256)] * 2


def test_what_was_bought_or_has_no_price_has_no_offer_sheet(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    with pytest.raises(NoOfferToPrint):
        bench.offer_sheets.print_offer(screen.session_id, yanis)
    with pytest.raises(RightMissing):
        bench.offer_sheets.print_offer(screen.session_id, bench.person("camille"))
    answer_all(bench, screen, yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with pytest.raises(NoOfferToPrint):
        bench.offer_sheets.print_offer(screen.session_id, yanis)
