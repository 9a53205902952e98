"""Our papers on an interpreter that we did not write: same words, bars that decode, no command that it does not know."""

from __future__ import annotations

import dataclasses
import io

import pytest
from PIL import Image

from kiosk.documents.escpos import drawer_pulse_bytes, receipt_bytes, self_test_bytes, slip_bytes
from kiosk.hardware.virtual.paper import paper_text
from tests.barcodes import codes_in
from tests.papers import CLOSING, MIXED_SALE, SHOP, VOUCHER
from tests.peers import PeerPrinter

DUPLICATE = dataclasses.replace(MIXED_SALE, duplicate_number=1, duplicate_at_local="23/11/2026 09:02")
TRAINING = dataclasses.replace(MIXED_SALE, training=True)
PAPERS = {
    "receipt": receipt_bytes(MIXED_SALE),
    "receipt 48": receipt_bytes(MIXED_SALE, columns=48),
    "duplicate": receipt_bytes(DUPLICATE),
    "training": receipt_bytes(TRAINING),
    "closing": slip_bytes(CLOSING),
    "voucher": slip_bytes(VOUCHER),
    "self-test": self_test_bytes(SHOP),
}


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> PeerPrinter:
    return PeerPrinter(tmp_path_factory.mktemp("peer"))


def _words(text: str) -> list[str]:
    """The text without what each interpreter writes for pictures and bars, and without empty lines."""
    return [line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("[")]


@pytest.mark.parametrize("name", PAPERS)
def test_both_interpreters_read_the_same_words(peer: PeerPrinter, name: str) -> None:
    papers = peer.print(PAPERS[name])
    assert [_words(paper.text) for paper in papers] == [_words(paper_text(PAPERS[name]))]


@pytest.mark.parametrize("name", PAPERS)
def test_it_knows_every_command_we_send(peer: PeerPrinter, name: str) -> None:
    assert [paper.unknown for paper in peer.print(PAPERS[name])] == [()]


@pytest.mark.parametrize(("name", "code"), [("receipt", "L01-K2-000123"), ("receipt 48", "L01-K2-000123"), ("voucher", "BA7K2M94QX31")])
def test_the_bars_on_its_picture_decode(peer: PeerPrinter, name: str, code: str) -> None:
    picture = Image.open(io.BytesIO(peer.print(PAPERS[name])[0].png)).convert("L")
    assert codes_in(picture) == [code]


def test_the_euro_and_the_french_signs_arrive(peer: PeerPrinter) -> None:
    text = " ".join(peer.print(PAPERS["self-test"])[0].text.split())
    assert "Euro : € Accents : é è ê ç à ù œ Œ Ÿ « » – ’ …" in text


def test_two_papers_in_one_stream_are_two_papers(peer: PeerPrinter) -> None:
    papers = peer.print(PAPERS["receipt"] + drawer_pulse_bytes() + PAPERS["voucher"])
    assert [("Ticket L01-K2-000123" in paper.text, "Bon d’achat" in paper.text) for paper in papers] == [(True, False), (False, True)]
