"""The child process that sets a PDF: ``python -m kiosk.documents.typesetting`` reads one request and writes one PDF.

Typst holds the interpreter's lock while it works (about 0.3 s for a contract), so it never runs in the kiosk's own process.
Same request, same bytes: system fonts are ignored and the date comes from the request.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import typst

from kiosk.basics.late import late

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PDF_STANDARD: Final = "a-2a"
PDF_STANDARD_WITH_FILE: Final = "a-3a"
_facturx = late("facturx")


def typeset(request: bytes) -> bytes:
    """``{"template": "contract", "paper": {…}, "created_unix_s": 0, "attached": ""}`` → PDF/A-2a bytes; with an XML attached, Factur-X in PDF/A-3a."""
    wanted = json.loads(request)
    pdf = typst.compile(
        RESOURCES / "documents" / f"{wanted['template']}.typ",
        root=RESOURCES / "documents",
        font_paths=[RESOURCES / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(wanted["paper"], ensure_ascii=False)},
        pdf_standards=PDF_STANDARD_WITH_FILE if wanted["attached"] else PDF_STANDARD,
        timestamp=wanted["created_unix_s"],
        format="pdf",
    )
    assert isinstance(pdf, bytes)
    return _with_file(pdf, wanted) if wanted["attached"] else pdf


def _with_file(pdf: bytes, wanted: dict[str, Any]) -> bytes:
    """The invoice's XML in the file, and said in its metadata as Factur-X wants it."""
    made: bytes = _facturx().generate_from_binary(
        pdf, wanted["attached"].encode(), flavor="factur-x", level="en16931", check_xsd=True, lang="fr-FR", afrelationship="alternative",
        pdf_metadata=_about(wanted),
    )  # fmt: skip
    return made


def _about(wanted: dict[str, Any]) -> dict[str, str]:
    paper = wanted["paper"]
    return {"author": paper["seller"]["name"], "title": f"{paper['title']} {paper['number']}", "subject": "Factur-X", "keywords": "Factur-X"}


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read()))
