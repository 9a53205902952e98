"""The clauses of ISO 19005-2 and -3 (PDF/A) that a file of ours could break, read by qpdf, which neither typst nor the invoice's library uses.

There is no full validator in the registries that we use: veraPDF is published in none of them. What is checked here is every clause that
speaks of something our papers have (structure, metadata, colour, fonts, tags, attached files) or must not have (encryption, scripts, actions,
forms, layers, external content). Each complaint begins with its clause, numbered as in part 3.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
EXTENSION = "{http://www.aiim.org/pdfa/ns/extension/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
PROPERTY = "{http://www.aiim.org/pdfa/ns/property#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
# The schemas that ISO 19005 knows by itself; anything else in the metadata has to be described in it (6.6.2.3).
KNOWN_SCHEMAS = {
    "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfa/ns/extension/",
}  # fmt: skip
BLEND_MODES = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight",
    "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip
RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}
LONGEST_STRING, LONGEST_NAME, DEEPEST = 32767, 127, 28
FONTS_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
Found = Iterator[str]


def broken_clauses(content: bytes, *, part: int) -> list[str]:
    """What is wrong with a file that wants to be PDF/A of this part; empty for a sound one."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            rules: tuple[Callable[[Pdf], Found], ...] = (_trailer, _syntax, _colour, _drawing, _fonts, _outside, _files, _tags)
            return [*_head(content), *(found for rule in rules for found in rule(pdf)), *_metadata(pdf, part)]
    except pikepdf.PasswordError:
        return ["6.1.3 encrypted"]


def _head(content: bytes) -> Found:
    if not re.match(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}", content):
        yield "6.1.2 the file does not begin with its version and four bytes above 127"
    if not re.search(rb"%%EOF\r?\n?\Z", content):
        yield "6.1.3 something stands after the end"


def _trailer(pdf: Pdf) -> Found:
    if len(pdf.trailer.get(Name.ID, ())) != 2:
        yield "6.1.3 no ID"
    if Name.Encrypt in pdf.trailer:
        yield "6.1.3 encrypted"
    yield from (f"6.1 {problem}" for problem in pdf.check_pdf_syntax())


def _syntax(pdf: Pdf) -> Found:
    for item in pdf.objects:
        for value in _inside(item):
            if isinstance(value, Stream):
                if {Name.F, Name.FFilter, Name.FDecodeParms} & set(map(Name, value.keys())):
                    yield "6.1.7.1 a stream of another file"
                filters = value.get(Name.Filter, Array())
                named = {str(one) for one in (filters if isinstance(filters, Array) else (filters,))}
                if named & {"/LZWDecode", "/Crypt"}:
                    yield "6.1.7.2 a filter that is not allowed"
            elif isinstance(value, pikepdf.String) and len(bytes(value)) > LONGEST_STRING:
                yield "6.1.13 a string too long"
            elif isinstance(value, Name) and len(str(value)) - 1 > LONGEST_NAME:
                yield "6.1.13 a name too long"


def _colour(pdf: Pdf) -> Found:
    intents = [one for one in pdf.Root.get(Name.OutputIntents, ()) if one.get(Name.S) == Name.GTS_PDFA1]
    if len(intents) != 1 or Name.DestOutputProfile not in intents[0]:
        yield "6.2.3 not one output intent with a profile"
        return
    profile = intents[0].DestOutputProfile
    head = profile.read_bytes()[:128]
    kind, space, signature = head[12:16], head[16:20], head[36:40]
    if signature != b"acsp" or head[8] > 4 or kind not in (b"mntr", b"prtr") or (space, int(profile.N)) not in ((b"RGB ", 3), (b"GRAY", 1), (b"CMYK", 4)):
        yield "6.2.3 the profile is none"
    used = {str(operator) for page in pdf.pages for _, operator in pikepdf.parse_content_stream(page)}
    if (used & {"rg", "RG"} and space != b"RGB ") or (used & {"k", "K"} and space != b"CMYK"):
        yield "6.2.4.3 colours of a device that the intent is not of"


def _drawing(pdf: Pdf) -> Found:
    for item in _dictionaries(pdf):
        if item.get(Name.Type) == Name.ExtGState or Name.BM in item:
            modes = item.get(Name.BM, Name.Normal)
            if not {str(mode) for mode in (modes if isinstance(modes, Array) else (modes,))} <= BLEND_MODES:
                yield "6.2.10 a blend mode that is not of the norm"
            if Name.TR in item or (Name.TR2 in item and Name.Default != item.TR2):
                yield "6.2.5 a transfer function"
        if item.get(Name.Subtype) == Name.Image and (Name.Alternates in item or Name.OPI in item or item.get(Name.Interpolate)):
            yield "6.2.8 a picture with alternates, OPI or interpolation"
        if item.get(Name.Subtype) == Name.PS or (item.get(Name.Subtype) == Name.Form and (Name.Ref in item or Name.OPI in item)):
            yield "6.2.9 a form that refers outside"
    for page in pdf.pages:
        depth = deepest = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += {"q": 1, "Q": -1}.get(str(operator), 0)
            deepest = max(deepest, depth)
        if deepest > DEEPEST or depth:
            yield "6.1.13 states of drawing too deep or not closed"


def _fonts(pdf: Pdf) -> Found:
    for font in (item for item in _dictionaries(pdf) if item.get(Name.Type) == Name.Font and item.get(Name.Subtype) == Name.Type0):
        name, below = str(font.BaseFont), font.DescendantFonts[0]
        if Name.ToUnicode not in font:
            yield f"6.2.11.7 {name} does not say what its letters are"
        if font.Encoding not in (Name("/Identity-H"), Name("/Identity-V")):
            yield f"6.2.11.3 {name} has a mapping that is not embedded"
        if below.Subtype == Name.CIDFontType2 and below.get(Name.CIDToGIDMap) != Name.Identity and not isinstance(below.get(Name.CIDToGIDMap), Stream):
            yield f"6.2.11.3 {name} does not say which letter is which glyph"
        described = below.FontDescriptor
        if not any(program in described for program in FONTS_PROGRAMS):
            yield f"6.2.11.4 {name} is not embedded"
        elif Name.FontFile2 in described and _widths_differ(below, described.FontFile2.read_bytes()):
            yield f"6.2.11.5 {name} has other widths than its program"
        yield from (f"6.2.11.8 {name} shows a letter that it has not" for cid in _shown(pdf, font) if not cid)
    simple = {"/Type1", "/TrueType", "/Type3", "/MMType1"}
    yield from (f"6.2.11 {item.BaseFont} is of a kind that our papers do not use" for item in _dictionaries(pdf) if str(item.get(Name.Subtype)) in simple)


def _widths_differ(font: Dictionary, program: bytes) -> bool:
    """The widths that the file states against those of the glyphs, which may differ by one thousandth of an em."""
    tables = {
        program[at : at + 4]: struct.unpack(">II", program[at + 8 : at + 16]) for at in range(12, 12 + 16 * struct.unpack(">H", program[4:6])[0], 16)
    }
    head, hhea, hmtx = (program[offset : offset + length] for offset, length in (tables[name] for name in (b"head", b"hhea", b"hmtx")))
    per_em, count = struct.unpack(">H", head[18:20])[0], struct.unpack(">H", hhea[34:36])[0]
    advances = [struct.unpack(">H", hmtx[4 * place : 4 * place + 2])[0] * 1000 / per_em for place in range(count)]
    return any(abs(width - advances[min(cid, count - 1)]) > 1 for cid, width in _stated_widths(font))


def _stated_widths(font: Dictionary) -> Iterator[tuple[int, float]]:
    """``[first [w w w] first last w …]``, written out."""
    parts = list(font.get(Name.W, ()))
    while parts:
        first, after = int(parts.pop(0)), parts.pop(0)
        if isinstance(after, Array):
            yield from ((first + place, float(width)) for place, width in enumerate(after))
        else:
            width = float(parts.pop(0))
            yield from ((cid, width) for cid in range(first, int(after) + 1))


def _shown(pdf: Pdf, font: Dictionary) -> set[int]:
    """The letters of a font that stand on the pages; each is two bytes."""
    found: set[int] = set()
    for page in pdf.pages:
        names = {name for name, one in page.resources.get(Name.Font, Dictionary()).items() if one.objgen == font.objgen}
        current = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                current = str(operands[0])
            elif str(operator) in ("Tj", "TJ") and current in names:
                texts = [operands[0]] if str(operator) == "Tj" else [one for one in operands[0] if isinstance(one, pikepdf.String)]
                found |= {code for text in texts for (code,) in struct.iter_unpack(">H", bytes(text))}
    return found


def _outside(pdf: Pdf) -> Found:
    """Nothing acts, nothing is asked, nothing is hidden."""
    if {Name.AA, Name.OpenAction} & set(map(Name, pdf.Root.keys())) or any(Name.AA in page for page in pdf.pages):
        yield "6.5.2 something happens by itself"
    if any(item.get(Name.S) in (Name.JavaScript, Name.Launch, Name.ImportData, Name.ResetForm, Name.Sound, Name.Movie) for item in _dictionaries(pdf)):
        yield "6.5.1 an action that is not allowed"
    if Name.JavaScript in pdf.Root.get(Name.Names, Dictionary()):
        yield "6.5.1 a script"
    if Name.AcroForm in pdf.Root:
        yield "6.4.1 a form"
    if Name.OCProperties in pdf.Root:
        yield "6.9 layers"
    if Name.Requirements in pdf.Root or Name.AlternatePresentations in pdf.Root.get(Name.Names, Dictionary()):
        yield "6.10 6.11 requirements or alternate presentations"
    for page in pdf.pages:
        for note in page.get(Name.Annots, ()):
            if note.Subtype in (Name.Popup, Name.Link):
                continue
            if note.Subtype in (Name("/3D"), Name.Sound, Name.Screen, Name.Movie) or int(note.get(Name.F, 0)) & 0b100011 or Name.AP not in note:
                yield "6.3 an annotation that is hidden, without looks or not allowed"


def _files(pdf: Pdf) -> Found:
    attached = list(pdf.attachments.items())
    said = {one.objgen for one in pdf.Root.get(Name.AF, ())}
    for name, file in attached:
        spec = file.obj
        if Name.F not in spec or Name.UF not in spec:
            yield f"6.8 {name} has not both its names"
        if str(spec.get(Name.AFRelationship)) not in RELATIONSHIPS:
            yield f"6.8 {name} does not say what it is to the document"
        if spec.objgen not in said:
            yield f"6.8 {name} is not of the document"
        if not re.fullmatch(r"/[a-z]+/[a-z0-9.+-]+", str(spec.EF.F.get(Name.Subtype))):
            yield f"6.8 {name} has no media type"
        if Name.ModDate not in spec.EF.F.get(Name.Params, Dictionary()):
            yield f"6.8 {name} has no day"


def _tags(pdf: Pdf) -> Found:
    """Level A: whoever hears the file read out gets all of it, in order and in its language."""
    if not pdf.Root.get(Name.MarkInfo, Dictionary()).get(Name.Marked) or Name.StructTreeRoot not in pdf.Root:
        yield "6.7.2 not tagged"
    if Name.Lang not in pdf.Root:
        yield "6.7.4 no language"
    figures = [item for item in _dictionaries(pdf) if item.get(Name.S) == Name.Figure]
    if any(Name.Alt not in figure and Name.ActualText not in figure for figure in figures):
        yield "6.7.5 a picture without words"


def _metadata(pdf: Pdf, part: int) -> Found:
    packet = pdf.Root.get(Name.Metadata)
    if packet is None or packet.get(Name.Subtype) != Name.XML or packet.get(Name.Type) != Name.Metadata:
        yield "6.6.2.1 no metadata"
        return
    if re.match(rb"<\?xpacket[^>]*(bytes|encoding)=", packet.read_bytes()):
        yield "6.6.2.1 a packet with bytes or encoding"
    root = ElementTree.fromstring(packet.read_bytes().decode("utf-8").lstrip("\ufeff"))
    described = list(root.iter(f"{RDF}Description"))

    def of(name: str) -> str:
        return next((value for one in described for value in (one.get(name), one.findtext(name)) if value), "")

    if (of(f"{PDFAID}part"), of(f"{PDFAID}conformance")) != (str(part), "A"):
        yield f"6.6.4 it says that it is part {of(f'{PDFAID}part')}, level {of(f'{PDFAID}conformance')}"
    own = {node.text: node for node in root.iter(f"{SCHEMA}namespaceURI")}
    declared = {
        (uri.text, name.text) for schema in root.iter(f"{RDF}li") for uri in schema.findall(f"{SCHEMA}namespaceURI") for name in schema.iter(f"{PROPERTY}name")
    }
    for one in described:
        for child in one:
            uri, _, name = child.tag.removeprefix("{").partition("}")
            if uri not in KNOWN_SCHEMAS and (uri not in own or (uri, name) not in declared):
                yield f"6.6.2.3 {name} is not described"


def _dictionaries(pdf: Pdf) -> Iterator[Any]:
    return (value for item in pdf.objects for value in _inside(item) if isinstance(value, Dictionary | Stream))


def _inside(item: Any) -> Iterator[Any]:
    """An object with all that stands directly in it; what it refers to has its own turn."""
    yield item
    if isinstance(item, Array):
        children = list(item)
    elif isinstance(item, Dictionary | Stream):
        children = [value for _, value in item.items()]
    else:
        children = []
    for child in children:
        if not (isinstance(child, pikepdf.Object) and child.is_indirect):
            yield from _inside(child)
