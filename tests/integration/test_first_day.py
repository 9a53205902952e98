"""The whole first day by its script, on a real kiosk with a real central: what the demo leaves is what the day was."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.hardware.virtual.paper import paper_text
from tests.integration.journal.stranger import verify_export

ROOT = Path(__file__).resolve().parents[2]


def kiosk(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "kiosk", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=280, check=False)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the demo leaves after it played the day."""
    out = tmp_path_factory.mktemp("day")
    played = kiosk("demo", "--play", "--out", str(out))
    assert played.returncode == 0, played.stdout + played.stderr
    return out


@pytest.fixture(scope="module")
def report(day: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((day / "report.json").read_text("utf-8"))
    return found


pytestmark = pytest.mark.timeout(300)


def test_every_expectation_of_the_day_held_and_central_has_every_entry_of_it(report: dict[str, Any]) -> None:
    assert report["ok"] is True
    assert report["expectations"]["held"] == report["expectations"]["of"] > 250
    assert report["entries"]["written"] == report["entries"]["acknowledged"] > 100


def test_the_papers_are_two_tickets_a_voucher_the_z_and_one_of_training(day: Path) -> None:
    papers = [paper_text(path.read_bytes()) for path in sorted((day / "receipts").glob("*.escpos"))]
    training = papers.pop()
    assert ["L01-X2-000001" in training, training.count("FORMATION"), "Essai sans valeur" in training] == [True, 2, True]
    assert not any("FORMATION" in paper for paper in papers)
    tickets = [paper for paper in papers if "TOTAL TTC" in paper]
    assert ["L01-K2-000001" in tickets[0], "L01-K2-000002" in tickets[1], len(tickets)] == [True, True, 2]
    assert "433,90" in tickets[0] and "Régime particulier" in tickets[0] and "14,90" in tickets[0]
    assert sum("162,00" in paper and "10,00" in paper and "VL01K2" in paper for paper in papers) == 1
    assert sum("772,90" in paper and "TOTAL TTC" not in paper for paper in papers) == 1
    assert all(path.with_suffix(".png").exists() for path in (day / "receipts").glob("*.escpos"))


def test_both_cards_were_taken_by_the_terminal_itself_and_stand_on_their_receipts(day: Path) -> None:
    exported = [json.loads(line) for line in kiosk("journal", "export", "--data", str(day / "kiosk")).stdout.splitlines()]
    entries = [json.loads(line["entry"]) for line in exported if line["type"] == "entry"]
    answers = [entry["body"] for entry in entries if entry["kind"] == "sales.card_answered"]
    assert [(answer["amount_cents"], answer["state"], answer["answered_by"]) for answer in answers] == [
        (400_00, "approved", "terminal"), (339_00, "approved", "terminal"),
    ]  # fmt: skip
    papers = [paper_text(path.read_bytes()) for path in sorted((day / "receipts").glob("*.escpos"))]
    tickets = [paper for paper in papers if "TOTAL TTC" in paper]
    assert [re.search(r"Carte bancaire +(\d+,\d\d)", paper)[1] for paper in tickets[:2]] == ["400,00", "339,00"]


def test_the_margin_tax_of_the_phone_is_on_no_paper(day: Path) -> None:
    margin_tax = "28,83"
    assert all(margin_tax not in paper_text(path.read_bytes()) for path in (day / "receipts").glob("*.escpos"))


def test_contract_and_passport_are_pages_and_both_units_got_labels(day: Path) -> None:
    (contract,) = (day / "documents").glob("contract-*.pdf")
    (passport,) = (day / "kiosk").rglob("passport-*.pdf")
    assert [page.read_bytes()[:5] for page in (contract, passport)] == [b"%PDF-", b"%PDF-"]
    assert len(list((day / "labels").glob("*.zpl"))) == 4


def test_the_journal_of_the_day_verifies_for_us_and_for_a_stranger(day: Path) -> None:
    assert kiosk("journal", "verify", "--data", str(day / "kiosk")).returncode == 0
    exported = kiosk("journal", "export", "--data", str(day / "kiosk"))
    assert exported.returncode == 0
    assert verify_export(exported.stdout.splitlines()).endswith("sound")


def test_no_identity_of_the_seller_leaves_the_till(day: Path) -> None:
    exported = kiosk("journal", "export", "--data", str(day / "kiosk")).stdout
    central = b"".join(path.read_bytes() for path in (day / "central").iterdir())
    log = (day / "kiosk" / "logs" / "kiosk.log").read_text("utf-8") if (day / "kiosk" / "logs").exists() else ""
    for secret in ("Garnier", "Élodie", "D2H6862M2", "rue des Halles", "111111"):
        assert secret not in exported and secret not in log
        assert secret.encode() not in central
