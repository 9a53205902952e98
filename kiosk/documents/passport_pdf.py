"""The passport on one A4 page, as the shop hands it over with the device. Blocks for about a second in a child process."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.documents.passport import METHOD_LETTERS, NOT_TESTED_LETTER, Passport, PassportPoint
from kiosk.documents.pdf import DEADLINE_S, typeset_in_child
from kiosk.documents.qr import qr_svg

_METHOD_OF = {letter: method for method, letter in METHOD_LETTERS.items()}


def passport_pdf(passport: Passport, link: str, words: Mapping[str, str], *, language: str = "fr", deadline_s: float = DEADLINE_S) -> bytes:
    """With the code to scan where there is a ``link``; ``words`` are the passport's titles. PdfFailed, PdfTooSlow."""
    return typeset_in_child("passport", _facts(passport, link, words) | {"language": language}, created_at_utc=passport.inspected_at_utc, deadline_s=deadline_s)


def _facts(passport: Passport, link: str, words: Mapping[str, str]) -> dict[str, object]:
    shop = passport.shop
    return {
        "shop": {"name": shop.name, "line": " · ".join(filter(None, (shop.legal_name, ", ".join(shop.address), shop.phone))), "siret": shop.siret},
        "title": words["passport"], "refurbished": words["refurbished"], "model": passport.model, "kind": passport.kind, "number": passport.number,
        "number_label": words["number"], "inspected": words["inspected_on"].format(day=passport.inspected_on), "grade_label": words["grade"],
        "grade": passport.grade, "diamonds": passport.diamonds, "rule": passport.rule, "identifiers": passport.identifiers, "facts": passport.facts,
        "points_title": words["points"].format(count=len(passport.points)), "points": [_point(point, words) for point in passport.points],
        "proofs_title": words["proofs"], "rules_title": words["rules"],
        "rules": [f"{rule.name} {rule.version}, SHA-256 {rule.sha256}" for rule in passport.rules], "check": words["check"],
        "check_detail": words["check_detail"].format(till=passport.till) if link else words["no_code"], "qr": qr_svg(link) if link else "",
        "owner": words["owner"], "law": words["law"], "training": words["training"] if passport.training else "", "page": words["page"],
    }  # fmt: skip


def _point(point: PassportPoint, words: Mapping[str, str]) -> dict[str, str]:
    how = words[_METHOD_OF[point.how]] if point.how != NOT_TESTED_LETTER else ""
    return {"title": point.title, "found": point.found, "mark": point.mark.value, "how": how}
