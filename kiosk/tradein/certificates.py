"""The certificate of a unit's erase as a paper: for the seller who asks, for the buyer, for whoever has to be shown that the data are gone.

Made from the sealed row each time it is asked for; nothing is written. Reads run anywhere, ``save`` on the worker for errands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.basics.clock import parse_utc
from kiosk.catalogue.service import CatalogueService
from kiosk.diagnostics.checklist import Words
from kiosk.diagnostics.graded import model_text
from kiosk.diagnostics.tomlfiles import read_toml
from kiosk.documents.erase_certificate import EraseCertificate, certificate_pdf
from kiosk.errors import Refused
from kiosk.staff.people import Person
from kiosk.staff.rights import Right, require
from kiosk.stock.service import StockService, UnitUnknown
from kiosk.stock.units import Unit
from kiosk.storage.engine import Database
from kiosk.tradein import store
from kiosk.tradein.erasure import Erasure, erasure_sha256
from kiosk.tradein.passports import PassportDesk
from kiosk.tradein.saving import save_paper


class NoEraseCertificate(Refused):
    """The unit was not erased, or another till erased it."""

    code = "tradein.no_erase_certificate"


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """``resources/i18n/erasure.toml``."""

    title: Mapping[str, Words]
    fact: Mapping[str, Words]
    result: Mapping[str, Words]
    method: Mapping[str, Words]


def load_certificate_words(resources: Path) -> CertificateWords:
    """BadRuleFile."""
    words, _sha256 = read_toml(resources / "i18n" / "erasure.toml", CertificateWords)
    return words


class CertificateService:
    """``desk`` is that of the passports: the same shop, list of tools and folders."""

    def __init__(self, database: Database, *, stock: StockService, catalogue: CatalogueService, desk: PassportDesk, words: CertificateWords) -> None:
        self._database = database
        self._stock = stock
        self._catalogue = catalogue
        self._desk = desk
        self._words = words

    def certificate(self, unit_id: str, person: Person) -> EraseCertificate:
        """NoEraseCertificate, UnitUnknown, RightMissing."""
        require(person, Right.REPRINT)
        unit = self._stock.unit_by_id(unit_id)
        if unit is None:
            raise UnitUnknown(unit_id=unit_id)
        with self._database.read() as connection:
            found = store.erasure_by_id(connection, unit.erasure_id or "")
        if found is None:
            raise NoEraseCertificate(tail=unit.identifier_tail)
        return self._paper(unit, found)

    def save(self, unit_id: str, person: Person, folder: Path) -> Path:
        """The page in one of the passports' folders: whole under its name, or not there. What ``certificate`` raises, PdfFailed, FileNotWritten."""
        certificate = self.certificate(unit_id, person)
        language = self._desk.rules.locale.language
        titles = {key: words.text(language) for key, words in self._words.title.items()}
        content = certificate_pdf(certificate, titles, language=language)
        return save_paper(f"erasure-{certificate.label_code}.pdf", content, folder, self._desk.folders())

    def _paper(self, unit: Unit, found: Erasure) -> EraseCertificate:
        place, locale, fact = self._desk.place, self._desk.rules.locale, self._words.fact
        language, at = locale.language, locale.moment(parse_utc(found.at_utc).astimezone(place.zone))
        model = self._catalogue.model_by_id(unit.model_id)
        assert model is not None, "a unit's model is in the catalogue (foreign key)"
        device = (("model", f"{model.brand} {model_text(model, locale)}"), ("imei", unit.imei), ("imei2", unit.imei2), ("serial", unit.serial))
        facts = (
            ("method", self._words.method[found.method.value].text(language)), ("tool", self._desk.tools.text(found.tool, found.tool_version, language)),
            ("operator", found.operator), ("at", at), ("result", self._words.result["verified"].text(language)),
        )  # fmt: skip
        return EraseCertificate(
            number=found.erasure_id, shop=place.shop, at_local=at, at_utc=found.at_utc, label_code=unit.label_code, sha256=erasure_sha256(found),
            device=tuple((fact[key].text(language), value) for key, value in device if value),
            facts=tuple((fact[key].text(language), value) for key, value in facts if value), training=place.training,
        )  # fmt: skip
