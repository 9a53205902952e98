"""A day at the demo's counter by hand leaves what a played day leaves."""

from __future__ import annotations

import json
from pathlib import Path

from kiosk.demo.hand import Album, leave
from kiosk.demo.world import World
from tests.integration.running_shop import Counter, enrolled


def test_a_day_by_hand_leaves_pages_papers_and_a_report(tmp_path: Path) -> None:
    world = World(tmp_path / "demo")
    enrolled(world)
    counter = Counter(world.kiosk_dir)
    counter.open()
    try:
        album = Album(counter.kiosk, world.out_dir / "screens")
        counter.sees("Camille")
        album.look()
        album.look()
        counter.open_drawer()
        album.look()
        album.look()
        counter.sell_case("L01-K2-000001")
        counter.tap("Imprimer")
        counter.until(lambda: len(world.printer.jobs) > 0, "the receipt")
        counter.until(counter.acknowledged, "central has the sale")
        album.look()
        leave(counter.kiosk, world, album)
    finally:
        counter.close()
        world.close()
    report = json.loads((world.out_dir / "report.json").read_text("utf-8"))
    assert (report["script"], report["ok"], report["expectations"]) == ("by hand", True, {"held": 0, "of": 0})
    assert [(step["verb"], step["text"]) for step in report["steps"]] == [("page", "signIn"), ("page", "sale")]
    assert report["entries"]["written"] == report["entries"]["acknowledged"] > 3
    assert sorted(path.name for path in (world.out_dir / "screens").iterdir()) == report["pictures"] == ["01-signIn.png", "02-sale.png"]
    assert {path.suffix for path in (world.out_dir / "receipts").iterdir()} == {".escpos", ".png"}
    assert all((world.out_dir / folder).is_dir() for folder in ("kiosk", "central", "documents", "labels"))
