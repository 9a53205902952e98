"""Bad input at the counter, through the window: what the cashier reads, that nothing is lost, and that selling goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kiosk.demo.world import World
from kiosk.storage.lock import only_instance
from kiosk.ui.front import FrontDoor
from tests.integration.running_shop import CASE, Counter, enrolled

ROOT = Path(__file__).resolve().parents[2]
CASE_NAME = "Coque transparente iPhone 13"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = World(tmp_path_factory.mktemp("world") / "shop")
    enrolled(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def counter(world: World) -> Iterator[Counter]:
    """One kiosk for the whole file: whatever goes wrong, the next test still sells on it."""
    made = Counter(world.kiosk_dir)
    made.open()
    made.open_drawer()
    yield made
    made.close()
    assert made.complaints == []


@pytest.fixture
def basket(counter: Counter) -> Iterator[Counter]:
    """A case lies in the basket before the bad thing; after it, it is still there and is paid: a whole ticket with the next number."""
    counter.scan(CASE)
    counter.sees(CASE_NAME, "Encaisser")
    yield counter
    pays(counter)


def pays(counter: Counter) -> None:
    number = f"L01-K2-{len(counter.ticket_numbers()) + 1:06d}"
    counter.sees(CASE_NAME)
    counter.tap("Encaisser")
    counter.tap("Valider 14,90 € en espèces")
    counter.sees(number)
    assert counter.ticket_numbers()[-1] == number


def test_a_wrong_pin_lets_nobody_in_says_how_many_tries_are_left_and_keeps_the_basket(basket: Counter) -> None:
    basket.tap("Camille, verrouiller ou changer de personne")
    basket.sees("Touchez-le à gauche")
    before = basket.kinds()
    basket.sign_in("Camille", "999999")
    basket.sees("Code faux, encore 2 essais")
    assert basket.kinds() == [*before, "staff.pin_refused"]
    basket.type("111111")
    basket.tap("Ouvrir")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("3700000000017", ("Ce code n’est pas connu ici.", "Rien n’a été ajouté au panier.", "Vérifiez l’étiquette, ou cherchez l’article par son nom.")),
        ("359101120000017", ("Cet IMEI est mal lu", "Rien n’a été ajouté au panier.", "Scannez-le à nouveau, ou composez *#06#")),
    ],
    ids=["unknown code", "bad Luhn"],
)
def test_a_code_that_means_nothing_here_is_said_and_adds_nothing(basket: Counter, code: str, words: tuple[str, ...]) -> None:
    head = basket.head()
    basket.scan(code)
    basket.sees(*words, "1 article", "14,90 €")
    assert basket.head() == head
    basket.dismiss_notice()


def test_a_printer_that_does_not_answer_holds_up_no_sale_and_its_paper_comes_out_once_it_does(basket: Counter, world: World) -> None:
    world.plug("printer", in_place=False)
    pays(basket)
    basket.tap("Imprimer")
    basket.scan(CASE)
    pays(basket)
    papers = len(world.printer.jobs)
    world.plug("printer", in_place=True)
    basket.until(lambda: len(world.printer.jobs) > papers, "the paper that waited")
    basket.scan(CASE)


def test_central_out_of_reach_is_said_and_the_sale_arrives_later_once(basket: Counter, world: World) -> None:
    world.network(on=False)
    basket.sees("Hors ligne depuis")
    pays(basket)
    assert not basket.acknowledged()
    world.network(on=True)
    basket.tap_that_begins("Hors ligne depuis")
    basket.sees("Le central n’est pas joignable", "Continuez à travailler", "La borne réessaie toute seule.")
    basket.tap("Réessayer maintenant")
    basket.tap("Retour au travail")
    basket.until(basket.acknowledged, "central has it")
    basket.scan(CASE)


def test_a_full_disk_at_the_commit_sells_nothing_and_keeps_basket_and_money(basket: Counter) -> None:
    assert basket.kiosk.house is not None
    database = basket.kiosk.house.database
    head, tickets = basket.head(), basket.ticket_numbers()
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    basket.tap("Encaisser")
    basket.tap("Valider 14,90 € en espèces")
    basket.sees("Le disque est plein.", "la vente n’est pas validée et le panier est intact", "Libérez de la place")
    assert (basket.head(), basket.ticket_numbers()) == (head, tickets)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    basket.dismiss_notice()
    basket.tap("Terminer la vente")
    basket.sees(f"L01-K2-{len(tickets) + 1:06d}")
    basket.scan(CASE)


class Spoiled(BaseHTTPRequestHandler):
    """Something that answers at central's address, but not as central."""

    def do_GET(self) -> None:
        status, body = self.server.answer  # type: ignore[attr-defined]  # set by whoever serves
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_arguments: object) -> None:
        """Tests are silent."""


@contextmanager
def answering(status: int, body: bytes) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Spoiled)
    server.answer = (status, body)  # type: ignore[attr-defined]  # read by Spoiled
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(("status", "body"), [(500, b"oops"), (200, b"<html>Bienvenue sur le Wi-Fi</html>")], ids=["500", "garbage"])
def test_a_central_that_answers_nonsense_is_as_good_as_none_and_a_wrong_scanner_port_stops_nobody(
    world: World, counter: Counter, status: int, body: bytes
) -> None:
    counter.close()
    settings = world.kiosk_dir / "kiosk.toml"
    before = settings.read_text("utf-8")
    with answering(status, body) as url:
        kept = [line for line in before.splitlines() if not line.startswith(("central_url", "serial_port"))]
        settings.write_text("\n".join([f'central_url = "{url}"', *kept]).replace("[scanner]", '[scanner]\nserial_port = "/dev/ttyNOWHERE"'), "utf-8")
        counter.open()
        counter.sign_in("Camille", "111111")
        counter.sees("Scannez un premier article")
        counter.scan(CASE)
        counter.sees(CASE_NAME, "Lecteur muet depuis")
        counter.sees("Hors ligne depuis")
        pays(counter)
        assert not counter.acknowledged()
        counter.close()
    settings.write_text(before, "utf-8")
    counter.open()
    counter.sign_in("Camille", "111111")
    counter.sees("Scannez un premier article")
    counter.until(counter.acknowledged, "central has every sale")


def test_a_second_kiosk_on_the_same_data_is_refused_and_brings_the_first_to_the_front(counter: Counter) -> None:
    shown: list[bool] = []
    with only_instance(counter.data_dir):
        door = FrontDoor(counter.data_dir, lambda: shown.append(True))
        command = [sys.executable, "-m", "kiosk", "run", "--data", str(counter.data_dir)]
        second = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
        counter.until(lambda: second.poll() is not None, "the end of the second")
        out, err = second.communicate()
        counter.until(lambda: shown == [True], "the first to the front")
        door.close()
    assert (second.returncode, out) == (1, "")
    assert err.splitlines() == [
        "La borne est déjà ouverte.",
        "Un autre programme utilise ces données\u202f; deux à la fois pourraient les abîmer.",
        "Revenez à la fenêtre ouverte, ou fermez-la avant de relancer.",
    ]
