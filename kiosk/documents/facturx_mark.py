"""Says in a PDF/A-3 that the XML attached to it is a Factur-X invoice: its own properties in the metadata, and their description (ISO 19005-3, 6.6.2.3).

Typst sets the pages, attaches the file and tags everything; the metadata of another norm is the one thing that it cannot write.
"""

from __future__ import annotations

import io

from kiosk.basics.late import late

NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
FILE_NAME = "factur-x.xml"
PROPERTIES = (
    ("DocumentType", "INVOICE", "The type of the hybrid document in capital letters, e.g. INVOICE or ORDER"),
    ("DocumentFileName", FILE_NAME, "The name of the embedded XML document"),
    ("Version", "1.0", "The actual version of the standard applying to the embedded XML document"),
    ("ConformanceLevel", "EN 16931", "The conformance level of the embedded XML document"),
)
VERSION = "%PDF-1.7"
SCHEMAS_END, METADATA_END = "</rdf:Bag></pdfaExtension:schemas>", "</rdf:RDF>"
_pypdf = late("pypdf")


def marked(pdf: bytes) -> bytes:
    """The same pages and files; the same input gives the same bytes."""
    writer = _pypdf().PdfWriter(clone_from=_pypdf().PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = VERSION
    metadata = writer.root_object["/Metadata"]
    packet = metadata.get_data().decode("utf-8")
    assert packet.count(SCHEMAS_END) == packet.count(METADATA_END) == 1, "typst writes one of each"
    metadata.set_data(packet.replace(SCHEMAS_END, _description() + SCHEMAS_END).replace(METADATA_END, _properties() + METADATA_END).encode())
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _properties() -> str:
    said = "".join(f"<fx:{name}>{value}</fx:{name}>" for name, value, _ in PROPERTIES)
    return f'<rdf:Description rdf:about="" xmlns:fx="{NAMESPACE}">{said}</rdf:Description>'


def _description() -> str:
    rows = "".join(
        f"<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>{meaning}"
        f"</pdfaProperty:description><pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>"
        for name, _, meaning in PROPERTIES
    )  # fmt: skip
    return (
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{rows}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )  # fmt: skip
