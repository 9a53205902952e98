"""A card at the counter on the real kiosk, built from its settings: the terminal off, a cashier who stops waiting, a kiosk that ends meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kiosk.demo.world import World
from tests.integration.running_shop import CASE, Counter, enrolled


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "shop")
    enrolled(made)
    yield made
    made.close()


@pytest.fixture
def counter(world: World) -> Iterator[Counter]:
    made = Counter(world.kiosk_dir)
    made.open()
    yield made
    made.close()
    assert made.complaints == []


def test_a_card_asked_of_the_shop_s_terminal_is_charged_once_whatever_happens_meanwhile(world: World, counter: Counter) -> None:
    counter.open_drawer()
    counter.scan(CASE)
    counter.sees("Coque transparente iPhone 13")
    counter.tap("Encaisser")
    counter.tap("Carte bancaire")
    world.plug("terminal", in_place=False)
    counter.tap("Envoyer 14,90 € au terminal")
    counter.sees("Le terminal de carte ne répond pas.", "aucune carte n’a été débitée")
    world.plug("terminal", in_place=True)
    counter.tap("Envoyer 14,90 € au terminal")
    counter.until(lambda: world.terminal.asking_cents == 14_90, "the amount on the terminal")
    counter.press(Qt.Key.Key_Escape, "")
    counter.sees("Que dit le terminal de carte", "n’a pas donné de réponse sûre")
    counter.close()
    counter.open()
    counter.sign_in("Camille", "111111")
    counter.sees("La dernière opération du terminal en est une autre")
    assert world.card("accepted") and world.terminal.wait_for_transactions(1)
    counter.press(Qt.Key.Key_D, "d")
    counter.sees("L01-K2-000001")
    answers = [json.loads(entry.entry)["body"] for entry in counter.entries() if entry.kind == "sales.card_answered"]
    assert [(answer["state"], answer["answered_by"]) for answer in answers] == [("refused", "terminal"), ("approved", "terminal")]
    assert [(done.amount_cents, done.approved) for done in world.terminal.transactions] == [(14_90, True)]
