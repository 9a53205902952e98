"""Documents on A4: a paper model → PDF/A bytes, by a typst template in ``resources/documents``, in a child process.

Blocks for about a second: call it on a worker, before the transaction that stores the result.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import subprocess
import sys
from pathlib import Path

from kiosk.basics.clock import parse_utc
from kiosk.basics.locales import FRANCE
from kiosk.documents.papers import PurchaseContract
from kiosk.errors import Unavailable

log = logging.getLogger(__name__)
DEADLINE_S = 20.0
ROOT = Path(__file__).resolve().parents[2]


class PdfFailed(Unavailable):
    """The document could not be set; what it was about is not lost, and it can be tried again."""

    code = "documents.pdf_failed"


class PdfTooSlow(Unavailable):
    """The child process did not finish in time and was ended."""

    code = "documents.pdf_too_slow"


def contract_pdf(contract: PurchaseContract, *, deadline_s: float = DEADLINE_S) -> bytes:
    """The purchase contract with its condition report and the seller's signature; the same contract gives the same bytes."""
    return typeset_in_child("contract", _contract_facts(contract), created_at_utc=contract.at_utc, deadline_s=deadline_s)


def _contract_facts(contract: PurchaseContract) -> dict[str, object]:
    facts = dataclasses.asdict(contract)
    facts["price"] = FRANCE.money(contract.price)
    facts["offer_lines"] = [(label, FRANCE.money(amount)) for label, amount in contract.offer_lines]
    return facts


def typeset_in_child(
    template: str, paper: dict[str, object], *, created_at_utc: str | None, deadline_s: float, attached: bytes = b""
) -> bytes:
    """A template with its content as PDF/A; ``attached`` is the XML that makes it a Factur-X. PdfFailed, PdfTooSlow."""
    created_unix_s = 0 if created_at_utc is None else int(parse_utc(created_at_utc).timestamp())
    request = json.dumps({"template": template, "paper": paper, "created_unix_s": created_unix_s, "attached": attached.decode("utf-8")}).encode("ascii")
    command = [sys.executable, "-m", "kiosk.documents.typesetting"]
    try:
        child = subprocess.run(command, input=request, capture_output=True, timeout=deadline_s, check=False, cwd=ROOT)
    except subprocess.TimeoutExpired:
        raise PdfTooSlow(template=template) from None
    except OSError as error:
        raise PdfFailed(template=template) from error
    if child.returncode != 0 or not child.stdout.startswith(b"%PDF-"):
        log.error("setting %s failed: %s", template, child.stderr.decode("utf-8", "replace"))
        raise PdfFailed(template=template)
    return child.stdout
