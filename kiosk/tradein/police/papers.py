"""The register as a file: PDF with the columns of the model (order of 15 May 2020, annex I) and CSV, lines in the order of the register (POL-11)."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from kiosk.basics.clock import parse_utc, utc_text
from kiosk.basics.locales import FRANCE
from kiosk.documents.papers import ShopHeader
from kiosk.documents.pdf import typeset_in_child
from kiosk.tradein.declaration import Declaration
from kiosk.tradein.police.book import BookLine, Page, short_check
from kiosk.tradein.words import TradeInWords

DEADLINE_S = 120.0
"""Ten years of a busy shop are thousands of lines."""
CSV_HEAD = (
    "N° d’ordre", "Date et heure", "Dénomination", "Siège social", "Nom", "Prénoms", "Qualité", "Domicile", "Pièce d’identité", "N° de la pièce",
    "Délivrée le", "Délivrée par", "Nature", "Description", "Identifiants", "Provenance", "Prix d’achat", "Mode de règlement", "Rectifie", "Motif",
    "Rectifié par",
)  # fmt: skip
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class BookPaper:
    """What is written out. ``pages`` is empty when only what a search found is taken away."""

    shop: ShopHeader
    declaration: Declaration
    lines: tuple[BookLine, ...]
    pages: tuple[Page, ...]
    query: str
    at_utc: datetime
    zone: ZoneInfo
    training: bool = False


def book_pdf(paper: BookPaper, words: TradeInWords) -> bytes:
    """A4 across, one block per sealed page with the check values at its head and foot. Blocks for seconds in a child process; PdfFailed, PdfTooSlow."""
    return typeset_in_child("register", _facts(paper, words), created_at_utc=utc_text(paper.at_utc), deadline_s=DEADLINE_S)


def book_csv(paper: BookPaper, words: TradeInWords) -> bytes:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click. No field can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for line in paper.lines:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in _cells(line, paper.zone, words)])
    return out.getvalue().encode("utf-8-sig")


def _cells(line: BookLine, zone: ZoneInfo, words: TradeInWords) -> Sequence[str]:
    entry, seller = line.entry, line.seller
    who = (
        (
            seller.company, seller.seat, seller.surname, seller.first_names, seller.profession, seller.address,
            words.document[seller.document_kind].fr if seller.document_kind else "", seller.document_number,
            _day(seller.document_issued_on), seller.document_authority,
        )
        if seller
        else ("Identité effacée", *[""] * 9)
    )  # fmt: skip
    return (
        entry.printed_number, moment(line, zone), *who, entry.nature, entry.description, entry.identifiers, entry.provenance,
        FRANCE.bare_money(entry.price).replace("\u202f", ""), entry.payment_mode, line.corrects or "", entry.correction_reason or "", line.corrected_by or "",
    )  # fmt: skip


def moment(line: BookLine, zone: ZoneInfo) -> str:
    """``22/11/2026 11:04`` as it was in the shop."""
    return f"{parse_utc(line.entry.at_utc).astimezone(zone):%d/%m/%Y %H:%M}"


def seller_lines(line: BookLine, words: TradeInWords) -> tuple[str, ...]:
    """Column 2 of the model: name or denomination, quality, domicile or seat, and the document that was shown."""
    seller = line.seller
    if seller is None:
        return ("Identité effacée",)
    if not seller.document_kind:
        return (seller.company, seller.seat)
    company = (f"{seller.company}, siège\u00a0: {seller.seat}", "représentée par") if seller.company else ()
    document = words.document[seller.document_kind].fr
    return (
        *company, f"{seller.surname.upper()} {seller.first_names}", seller.profession, seller.address,
        f"{document} n°\u00a0{seller.document_number} du {_day(seller.document_issued_on)}, {seller.document_authority}",
    )  # fmt: skip


def object_lines(line: BookLine) -> tuple[str, ...]:
    """Column 3: nature, precise description, every number of it, and where it comes from."""
    entry = line.entry
    return (f"{entry.nature}\u00a0: {entry.description}", entry.identifiers, f"Provenance\u00a0: {entry.provenance}")


def remark(line: BookLine) -> str:
    """Column 5: what puts it right, or what it puts right and why."""
    if line.corrects:
        return f"Rectifie le n°\u00a0{line.corrects}\u00a0: {line.entry.correction_reason}"
    return f"Rectifié sous le n°\u00a0{line.corrected_by}" if line.corrected_by else ""


def _facts(paper: BookPaper, words: TradeInWords) -> dict[str, object]:
    declaration = paper.declaration
    return {
        "shop": dataclasses.asdict(paper.shop), "made_at": FRANCE.moment(paper.at_utc.astimezone(paper.zone)), "training": paper.training,
        "query": paper.query, "count": len(paper.lines),
        "declaration": f"Récépissé n°\u00a0{declaration.receipt} du {declaration.day}, {declaration.prefecture}",
        "blocks": [
            {"head": head, "foot": foot, "lines": [_row(line, paper.zone, words) for line in lines]} for head, foot, lines in _blocks(paper)
        ],
    }  # fmt: skip


def _row(line: BookLine, zone: ZoneInfo, words: TradeInWords) -> dict[str, object]:
    entry = line.entry
    return {
        "number": entry.printed_number, "at": moment(line, zone), "seller": seller_lines(line, words), "object": object_lines(line),
        "price": FRANCE.money(entry.price), "payment": entry.payment_mode, "remark": remark(line),
    }  # fmt: skip


def _blocks(paper: BookPaper) -> list[tuple[str, str, tuple[BookLine, ...]]]:
    """Head, foot and lines of each sealed page; the day that is not over, or what a search found, has no seal."""
    blocks, after = [], 0
    for page in paper.pages:
        lines = tuple(line for line in paper.lines if after < line.row_no <= page.through)
        day = _day(page.day)
        head = f"Page n°\u00a0{page.number} du {day}, contrôle reporté\u00a0: {short_check(page.previous)}"
        blocks.append((head, f"Chiffre de contrôle de la page n°\u00a0{page.number}\u00a0: {short_check(page.check)}", lines))
        after = page.through
    rest = tuple(line for line in paper.lines if line.row_no > after)
    title = f"Recherche\u00a0: {paper.query}" if paper.query else "Page du jour, encore ouverte"
    return [*blocks, (title, "", rest)] if rest or not blocks else blocks


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))
