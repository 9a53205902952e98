"""The child process that sets a PDF: ``python -m kiosk.documents.typesetting`` reads one request and writes one PDF.

Typst holds the interpreter's lock while it works (about 0.3 s for a contract), so it never runs in the kiosk's own process.
Same request, same bytes: system fonts are ignored and the date comes from the request.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

import typst

from kiosk.documents.facturx_mark import marked

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PDF_STANDARD: Final = "a-2a"
PDF_STANDARD_WITH_FILE: Final = "a-3a"


def typeset(request: bytes) -> bytes:
    """``{"template": "contract", "paper": {…}, "created_unix_s": 0, "attached": ""}`` → PDF/A-2a bytes; with an XML to attach, Factur-X in PDF/A-3a."""
    wanted = json.loads(request)
    pdf = typst.compile(
        RESOURCES / "documents" / f"{wanted['template']}.typ",
        root=RESOURCES / "documents",
        font_paths=[RESOURCES / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(wanted["paper"], ensure_ascii=False), "attached": wanted["attached"]},
        pdf_standards=PDF_STANDARD_WITH_FILE if wanted["attached"] else PDF_STANDARD,
        timestamp=wanted["created_unix_s"],
        format="pdf",
    )
    assert isinstance(pdf, bytes)
    return marked(pdf) if wanted["attached"] else pdf


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read()))
