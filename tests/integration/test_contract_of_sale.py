"""The contract of a purchase as it is kept: every point that was tested, every photo by its hash, and who sells, a person or a company."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace

from kiosk.tradein.bookkeeping import Payout
from tests.bench import IPHONE_12_64, SELLER, SIGNATURE, Bench, answer_all


def contract_of(bench: Bench, *, company: bool) -> tuple[str, dict[str, str]]:
    """Its words, without breaks, and the hashes of the photos that were kept, by slot."""
    yanis = bench.person("yanis")
    screen = answer_all(bench, bench.trade_ins.start(IPHONE_12_64, yanis), yanis)
    bench.trade_ins.propose(screen.session_id, yanis)
    seller = replace(SELLER, for_company=True, company="Atlantique Occasion SARL", seat="2 quai de la Fosse, 44000 Nantes") if company else SELLER
    screen = bench.trade_ins.identify_seller(screen.session_id, seller, yanis)
    bench.purchases.buy(screen.session_id, payout=Payout.VOUCHER, signature=SIGNATURE, person=yanis)
    with bench.database.read() as connection:
        (pdf,) = connection.exec_driver_sql("SELECT content FROM document WHERE kind = 'contract'").one()
        kept = connection.exec_driver_sql("SELECT slot, sha256 FROM photo").all()
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True, timeout=30).stdout.decode()
    return re.sub(r"\s+", " ", text), {str(slot): str(sha256) for slot, sha256 in kept}


def test_the_contract_has_every_photo_by_its_hash_and_both_numbers_of_the_phone(bench: Bench) -> None:
    text, photos = contract_of(bench, company=False)
    assert len(photos) == 5 and all(view in text for view in ("IMEI à l’écran", "Écran allumé", "Écran éteint", "Dos", "Côté gauche", "Côté droit"))
    assert [slot for slot, sha256 in photos.items() if sha256 not in text.replace(" ", "")] == []
    for words in ("par un particulier", "Élodie Garnier, Infirmière", IPHONE_12_64, "F17ZK4H6N0DX", "L01-K2-R000001", "aucune TVA n’est due", "SHA-256"):
        assert words in text


def test_a_companys_contract_names_it_its_seat_and_who_came_and_says_that_no_vat_is_charged(bench: Bench) -> None:
    text, _photos = contract_of(bench, company=True)
    for words in (
        "par une société", "Atlantique Occasion SARL, représentée par Élodie Garnier, Infirmière", "Siège : 2 quai de la Fosse, 44000 Nantes",
        "La société est propriétaire de cet appareil", "La société ne facture pas de TVA sur cette cession : elle est en franchise",
    ):  # fmt: skip
        assert words in text
    assert "particulier" not in text
