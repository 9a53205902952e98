"""Photos of a trade-in: stored once by what they are; what was not photographed and what failed are named on the contract that both sides sign."""

from __future__ import annotations

import hashlib
import re
import subprocess

from sqlalchemy import select

from kiosk.diagnostics.photos import make_photo
from kiosk.storage.schema import photo
from kiosk.tradein.bookkeeping import Payout
from kiosk.tradein.screen import TradeInScreen
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, good_answer, picture

NOW_CLOSING = ("offer", "agreement", "erasure")


def answer_without_photos(bench: Bench, screen: TradeInScreen, *, bad: dict[str, str]) -> TradeInScreen:
    """Every question, no view; whoever is at the bench goes on by hand where a photo is missing."""
    yanis = bench.person("yanis")
    checklist = bench.rules.checklists[screen.model.kind].for_capabilities(screen.model.capabilities)
    while screen.session.current is not None and screen.session.current.step_id not in NOW_CLOSING:
        step = checklist.step(screen.session.current.step_id)
        assert step is not None
        for question in step.questions:
            if question.measure is not None:
                screen = bench.trade_ins.measure(screen.session_id, question.question_id, 91, yanis)
            else:
                option = bad.get(question.question_id) or good_answer(checklist, question.question_id)
                screen = bench.trade_ins.answer(screen.session_id, question.question_id, option, yanis)
        if screen.session.current is not None and screen.session.current.step_id == step.step_id:
            assert screen.session.next_step_id is not None
            screen = bench.trade_ins.open_step(screen.session_id, screen.session.next_step_id, yanis)
    return screen


def test_the_same_picture_is_kept_once_whatever_it_is_called(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    ready = make_photo(picture(130))
    for slot, content in (("back", picture(130)), ("left", ready), ("left", picture(131)), ("left", ready)):
        screen = bench.trade_ins.add_photo(screen.session_id, slot, content, yanis)
    with bench.database.read() as connection:
        rows = connection.execute(select(photo.c.sha256, photo.c.jpeg)).all()
    assert len(rows) == 2
    assert all(hashlib.sha256(jpeg).hexdigest() == sha256 for sha256, jpeg in rows)
    kept = {slot: sha256 for step in screen.session.steps for slot, sha256 in step.photos}
    assert kept == {"back": ready.sha256, "left": ready.sha256}


def test_the_contract_names_what_was_not_photographed_and_shows_the_photo_of_what_failed(bench: Bench) -> None:
    yanis = bench.person("yanis")
    screen = bench.trade_ins.start(IPHONE_12_64, yanis)
    screen = answer_without_photos(bench, screen, bad={"touch": "touch_dead_zone"})
    screen = bench.trade_ins.add_photo(screen.session_id, "defect.touch", picture(90), yanis)
    screen = bench.trade_ins.add_photo(screen.session_id, "back", picture(91), yanis)
    proof = make_photo(picture(90)).sha256
    assert [line.photo_sha256 for line in screen.offer.deductions if line.question_id == "touch"] == [proof]
    bench.trade_ins.propose(screen.session_id, yanis)
    bench.trade_ins.identify_seller(screen.session_id, SELLER, yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with bench.database.read() as connection:
        (pdf,) = connection.exec_driver_sql("SELECT content FROM document WHERE kind = 'contract'").one()
    raw = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30).stdout.decode()
    text = re.sub(r"\s+", " ", raw)
    assert "Photos : IMEI à l’écran, Écran allumé, Écran éteint, Côté gauche, Côté droit, Dessus, Dessous Non photographié" in text
    assert "Défaut : " in text and proof in text.replace(" ", "")
