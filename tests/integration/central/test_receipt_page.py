"""The page that shows a receipt, in a real browser over real HTTP: genuine, altered, of an unknown till, and without a connection."""

from __future__ import annotations

import dataclasses
import io
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from central import ingest
from central.database import CentralDatabase
from central.demo import seed
from central.service import Central
from kiosk.basics.clock import ManualClock
from kiosk.basics.money import Money
from kiosk.documents.papers import PaperSection, Receipt
from kiosk.documents.receipt_link import make_link
from kiosk.fiscal.france.signing import EcdsaSigner, new_private_key_pem
from tests.barcodes import codes_in
from tests.browser import Browser, browsing
from tests.integration.central.house import PaperTill, serving, write_demo
from tests.papers import AMERICAN, MIXED_SALE, five_lines, long_ticket

SIGNER = EcdsaSigner(new_private_key_pem())
STATE = "(s => s !== 'reading' && s)(document.documentElement?.dataset.state ?? 'reading')"


@pytest.fixture
def central_database(tmp_path: Path) -> Iterator[CentralDatabase]:
    """One database is enough for what a browser sees; the keys are read from both elsewhere."""
    database = CentralDatabase.open(data_dir=tmp_path / "central")
    seed(database, write_demo(tmp_path / "demo"))
    yield database
    database.close()


@pytest.fixture
def url(central: Central, till: PaperTill, clock: ManualClock) -> Iterator[str]:
    publish(central, till, clock, SIGNER)
    with serving(central) as address:
        yield address


def publish(central: Central, till: PaperTill, clock: ManualClock, signer: EcdsaSigner) -> None:
    """The till tells central its key, as it does at its first start."""
    till.write("till.receipt_key_published", {"key_id": signer.key_id, "public_key_pem": signer.public_key_pem})
    ingest.ingest(central.database, till.push(), now_utc=clock.now_utc())


def seen(browser: Browser, url: str, receipt: Receipt = MIXED_SALE, *, signer: EcdsaSigner = SIGNER, spoil: bool = False) -> tuple[str, str]:
    """The page's verdict and what it shows of a receipt."""
    link = make_link(f"{url}/r/", receipt, signer, currency="EUR" if receipt.subtotal is None else "USD")
    if spoil:
        place = link.index("#") + 40
        link = link[:place] + ("A" if link[place] != "A" else "B") + link[place + 1 :]
    browser.open(link)
    return browser.until(STATE), browser.ask("document.getElementById('receipt').innerText.replace(/[\\u202f\\u00a0]/g, ' ')")


def test_a_phone_shows_the_receipt_and_that_it_is_genuine(browser: Browser, url: str, tmp_path: Path) -> None:
    state, text = seen(browser, url, five_lines())
    assert state == "sound"
    assert browser.ask("document.getElementById('verdict-detail').textContent") == "Signé par la caisse L01-K2, il n’a pas été modifié."
    for words in (
        "Nantes Crébillon", "Ticket L01-K2-000123", "22/11/2026 11:15", "Apple iPhone 13 128 Go Minuit reconditionné", "449,00 € (M)", "IMEI 356938110000019",
        "2 × 14,95 €", "Remise -5,00 €", "Total TTC", "722,80 €", "5 lignes", "Carte bancaire", "(A) 20,00 %", "45,67 €", "9,13 €",
        "(M) Régime particulier – Biens d’occasion", "668,00 €", "Garantie légale de conformité : 2 ans", "Signature aK9f", "SIRET 912 345 678 00017",
    ):  # fmt: skip
        assert words in text, words
    picture = Image.open(io.BytesIO(browser.picture())).convert("L")
    assert codes_in(picture) == ["L01-K2-000123"]


def test_one_changed_character_shows_no_receipt_and_says_so(browser: Browser, url: str) -> None:
    assert seen(browser, url, spoil=True) == ("altered", "")
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Ticket modifié ou incomplet"


def test_the_till_of_one_shop_cannot_sign_the_numbers_of_another(browser: Browser, url: str) -> None:
    assert seen(browser, url, dataclasses.replace(MIXED_SALE, number="L02-K1-000001"))[0] == "altered"


def test_a_till_that_central_does_not_know_is_shown_as_not_checked(browser: Browser, url: str) -> None:
    state, text = seen(browser, url, signer=EcdsaSigner(new_private_key_pem()))
    assert state == "unknown"
    assert "Ticket L01-K2-000123" in text


@pytest.mark.parametrize(("fragment", "state"), [("", "empty"), ("#", "empty"), ("#x", "altered"), ("#é.é", "altered"), ("#AQ.AQ", "altered")])
def test_what_is_no_receipt_is_said(browser: Browser, url: str, fragment: str, state: str) -> None:
    browser.open(f"{url}/r/{fragment}")
    assert browser.until(STATE) == state


def test_a_refund_and_a_copy_say_what_they_are(browser: Browser, url: str) -> None:
    refund = dataclasses.replace(
        MIXED_SALE, title="Remboursement", total=Money(-47890), duplicate_number=2, duplicate_at_local="23/11/2026 09:02",
        sections=(PaperSection("", (("Ticket d’origine", "L01-K2-000001"),)),), non_sale=Money(5000),
    )  # fmt: skip
    text = seen(browser, url, refund)[1]
    for words in ("DUPLICATA n° 2", "23/11/2026 09:02", "Remboursement", "-478,90 €", "Ticket d’origine", "L01-K2-000001", "À régler", "-428,90 €"):
        assert words in text, words


def test_it_speaks_english_at_a_tap(browser: Browser, url: str) -> None:
    seen(browser, url)
    browser.ask("document.getElementById('language').click()")
    assert browser.ask("document.getElementById('verdict-title').textContent") == "Genuine receipt"
    assert "€478.90" in browser.ask("document.getElementById('receipt').innerText")


def test_a_receipt_of_new_york_shows_each_tax_that_comes_on_top_and_no_vat(browser: Browser, url: str) -> None:
    """The till's key is of another shop here, so that it is shown as not checked."""
    state, _ = seen(browser, url, AMERICAN, signer=EcdsaSigner(new_private_key_pem()))
    browser.ask("document.documentElement.lang === 'fr' && document.getElementById('language').click()")
    text = browser.ask("document.getElementById('receipt').innerText")
    lines = [line for line in text.splitlines() if line]
    at = lines.index("Subtotal")
    assert state == "unknown"
    assert lines[at : at + 12] == [
        "Subtotal", "$478.90", "Sales tax 8.875%", "$42.50", "New York State 4%", "$19.16", "New York City 4.5%", "$21.55", "MCTD 0.375%", "$1.79", "Total",
        "$521.40",
    ]  # fmt: skip
    assert "Sales tax ID 12-3456789" in text
    assert not any(word in text for word in ("VAT", "TVA", "SIRET", "NAF", "€"))


def test_seventy_lines_are_all_there(browser: Browser, url: str) -> None:
    state, text = seen(browser, url, long_ticket(70))
    assert state == "sound"
    assert [f"n° {place}" in text for place in range(1, 71)] == [True] * 70


def test_a_receipt_opens_without_a_connection_after_a_first_visit(central: Central, till: PaperTill, clock: ManualClock, tmp_path: Path) -> None:
    publish(central, till, clock, SIGNER)
    with browsing(tmp_path / "browser") as browser:
        with serving(central) as url:
            seen(browser, url)
            browser.ask("navigator.serviceWorker.ready.then(() => true)")
        with pytest.raises(urllib.error.URLError):
            urllib.request.urlopen(f"{url}/r/", timeout=5)
        state, text = seen(browser, url, five_lines())
        assert state == "sound"
        assert "722,80 €" in text


def test_a_receipt_cannot_bring_its_own_markup(browser: Browser, url: str) -> None:
    line = dataclasses.replace(MIXED_SALE.lines[0], label="<img src=x onerror=alert(1)><b>gras</b>")
    state, text = seen(browser, url, dataclasses.replace(MIXED_SALE, lines=(line,)))
    assert state == "sound"
    assert "<img src=x onerror=alert(1)><b>gras</b>" in text


def test_the_page_is_served_under_a_strict_policy_and_nothing_else_is(url: str) -> None:
    with urllib.request.urlopen(f"{url}/r/", timeout=5) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        page = answer.read().decode()
    assert "http://" not in page and "https://" not in page
    for path in ("/r/../app.py", "/r/%2e%2e/app.py", "/r/pages.py", "/r/fr.toml"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(url + path, timeout=5)
        refused.value.close()
        assert refused.value.code == 404
