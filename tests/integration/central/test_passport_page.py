"""The page that verifies a device's passport, in a real browser over real HTTP: genuine, altered, of another till, and without a connection."""

from __future__ import annotations

import dataclasses
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.documents.passport import Passport
from kiosk.documents.passport_link import make_passport_link
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from tests.browser import Browser
from tests.integration.central.house import PaperTill, serving, write_demo
from tests.integration.central.test_receipt_page import STATE, publish
from tests.unit.documents.test_passport_link import PASSPORT

SIGNER = EcdsaSigner(new_private_key_pem())


@pytest.fixture
def central_database(tmp_path: Path) -> Iterator[CentralDatabase]:
    """One database is enough for what a browser sees."""
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    seed(database, write_demo(tmp_path / "demo"))
    yield database
    database.close()


@pytest.fixture
def url(central: Central, till: PaperTill, clock: ManualClock) -> Iterator[str]:
    publish(central, till, clock, SIGNER)
    with serving(central) as address:
        yield address


def link_of(url: str, passport: Passport = PASSPORT, *, signer: EcdsaSigner = SIGNER, spoil: bool = False) -> str:
    link = make_passport_link(f"{url}/r/", passport, signer)
    place = link.index("#") + 200
    return link[:place] + ("1" if link[place] != "1" else "2") + link[place + 1 :] if spoil else link


def seen(browser: Browser, link: str) -> tuple[str, str]:
    """The page's verdict and what it shows of a passport."""
    browser.open(link)
    return browser.until(STATE), browser.ask("document.getElementById('receipt').innerText.replace(/[\\u202f\\u00a0]/g, ' ')")


def test_a_phone_shows_the_passport_and_that_it_is_genuine(browser: Browser, url: str) -> None:
    state, text = seen(browser, link_of(url))
    assert state == "sound"
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Passeport authentique"
    assert browser.ask("document.getElementById('verdict-detail').textContent") == "Signé par la caisse L01-K2, il n’a pas été modifié."
    assert browser.ask("document.title") == "Passeport de l’appareil"
    for words in (
        "Appareil reconditionné", "Apple iPhone 12 128 Go Bleu", "IMEI ···· 1949", "Parfait état", "Écran S0, coque B1 ou mieux", "87 %, relevée à l’écran",
        "Les 30 points contrôlés", "Point 1", "vérifié à la main", "N’existe pas sur ce modèle", "Pièce inconnue", "Contrôlé le 22/11/2026", "Nantes Crébillon",
        "f144b9fea4a27e83", "R. 122-4",
    ):  # fmt: skip
        assert words in text, words
    assert browser.ask("document.querySelectorAll('.points li').length") == 30
    assert "359100700001949" not in text
    browser.ask("document.getElementById('language').click()")
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Genuine passport"


def test_an_altered_a_foreign_and_an_unknown_passport_are_said_to_be(browser: Browser, url: str) -> None:
    assert seen(browser, link_of(url, spoil=True)) == ("altered", "")
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Passeport modifié ou incomplet"
    assert seen(browser, link_of(url, dataclasses.replace(PASSPORT, till="L02-K1")))[0] == "altered"
    assert [seen(browser, f"{url}/r/#{figures}")[0] for figures in ("1", "257", "9" * 500, "9" * 5000)] == ["altered"] * 4
    assert seen(browser, link_of(url, signer=EcdsaSigner(new_private_key_pem())))[0] == "unknown"
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Signature non vérifiée"


def test_a_passport_cannot_bring_its_own_markup_and_training_is_said(browser: Browser, url: str) -> None:
    state, text = seen(browser, link_of(url, dataclasses.replace(PASSPORT, model="<img src=x onerror=alert(1)><b>gras</b>", training=True)))
    assert state == "sound"
    assert "<img src=x onerror=alert(1)><b>gras</b>" in text and "FORMATION" in text


def test_a_passport_opens_without_a_connection_after_a_first_visit(central: Central, till: PaperTill, clock: ManualClock, browser: Browser) -> None:
    """The first visit may have been for any paper: here for a receipt's page without a receipt."""
    publish(central, till, clock, SIGNER)
    with serving(central) as url:
        browser.open(f"{url}/r/")
        browser.until(STATE)
        browser.ask("navigator.serviceWorker.ready.then(() => true)")
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{url}/r/", timeout=5)
    state, text = seen(browser, link_of(url))
    assert state == "sound"
    assert "Apple iPhone 12" in text
    assert seen(browser, link_of(url, spoil=True))[0] == "altered"
