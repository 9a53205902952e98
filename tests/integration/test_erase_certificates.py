"""The certificate of an erase: what it names, that its hash is the journal's, and who gets one."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.basics.clock import ManualClock
from kiosk.basics.ids import CountedIds
from kiosk.staff.rights import RightMissing
from kiosk.stock.units import UnitState
from kiosk.tradein import store
from kiosk.tradein.certificates import NoEraseCertificate
from kiosk.tradein.erasure import ErasureMethod, erasure_sha256
from kiosk.tradein.erasure_tools import ErasureToolUnknown
from tests.bench import Bench
from tests.passports import certificates_of, passports_of, put_on_sale

IPHONE_TO_ERASE = "u-000206"


def erased(bench: Bench, *, tool: str = "ios_settings", version: str = "18") -> str:
    unit = bench.erasures.erase(
        IPHONE_TO_ERASE, bench.person("yanis"), method=ErasureMethod.FACTORY_RESET, tool=tool, tool_version=version, verified=True
    )  # fmt: skip
    return unit.erasure_id or ""


def test_a_certificate_names_the_tool_the_operator_and_a_hash_that_the_journal_has(
    bench: Bench, clock: ManualClock, ids: CountedIds, tmp_path: Path
) -> None:
    erasure_id = erased(bench)
    yanis = bench.person("yanis")
    certificates = certificates_of(bench, passports_of(bench, clock, ids, folder=tmp_path))
    certificate = certificates.certificate(IPHONE_TO_ERASE, yanis)
    assert (certificate.number, certificate.at_local) == (erasure_id, "22/11/2026 11:00")
    assert dict(certificate.facts) == {
        "Méthode": "Réinitialisation d’usine, stockage chiffré", "Outil et version": "Réglages iOS 18", "Opérateur": yanis.full_name,
        "Date et heure": "22/11/2026 11:00", "Résultat": "Vérifié après l’effacement",
    }  # fmt: skip
    unit = bench.stock.unit_by_id(IPHONE_TO_ERASE)
    assert unit is not None and unit.imei is not None
    assert dict(certificate.device)["IMEI"] == unit.imei
    with bench.database.read() as connection:
        stored = store.erasure_by_id(connection, erasure_id)
        (body,) = [json.loads(e.entry)["body"] for e in bench.ledger.entries_after(connection, 1, 0, limit=999) if e.kind == "stock.unit_erased"]
    assert stored is not None
    assert certificate.sha256 == body["sha256"] == erasure_sha256(stored)
    assert erasure_sha256(replace(stored, tool_version="17")) != certificate.sha256
    path = certificates.save(IPHONE_TO_ERASE, yanis, tmp_path)
    text = "".join(subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode().split())
    for words in ("Certificat d’effacement", unit.imei, "Réglages iOS 18", yanis.full_name, "Vérifié après l’effacement", certificate.sha256, "R. 122-4"):
        assert "".join(words.split()) in text, words
    assert text.count("page1/1") == 1


def test_the_passport_names_the_erase_that_this_till_proved(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    erased(bench)
    passports = passports_of(bench, clock, ids)
    put_on_sale(bench, IPHONE_TO_ERASE)
    facts = dict(passports.show(IPHONE_TO_ERASE, bench.person("ines")).passport.facts)
    assert facts["Effacement"] == "Réinitialisation d’usine, stockage chiffré, Réglages iOS 18, vérifié le 22/11/2026"


def test_who_was_not_erased_here_has_no_certificate_here(bench: Bench, clock: ManualClock, ids: CountedIds) -> None:
    certificates = certificates_of(bench, passports_of(bench, clock, ids))
    for unit_id in (IPHONE_TO_ERASE, "u-000001"):
        with pytest.raises(NoEraseCertificate):
            certificates.certificate(unit_id, bench.person("ines"))
    with pytest.raises(RightMissing):
        certificates.certificate("u-000001", replace(bench.person("ines"), roles=()))


def test_a_tool_that_nobody_listed_erases_nothing(bench: Bench) -> None:
    with pytest.raises(ErasureToolUnknown):
        erased(bench, tool="hammer")
    unit = bench.stock.unit_by_id(IPHONE_TO_ERASE)
    assert unit is not None and unit.state is UnitState.TO_ERASE
