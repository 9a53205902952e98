"""An invoice as CII XML in the EN 16931 profile of Factur-X. Pure: the same invoice gives the same bytes.

Margin lines are category E with the code VATEX-EU-F (ERP-04); nothing of their margin or its tax stands in it.
"""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from kiosk.basics.money import Money
from kiosk.documents.invoice_paper import STANDARD, InvoiceLine, InvoicePaper, InvoiceParty, InvoiceTax

NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}
GUIDELINE = "urn:cen.eu:en16931:2017"
SIREN_SCHEME, SIRET_SCHEME, ADDRESS_SCHEME = "0002", "0009", "0225"
INVOICE, CREDIT_NOTE = "380", "381"
PIECE = "C62"
Node = ElementTree.Element


def invoice_xml(paper: InvoicePaper) -> bytes:
    """The attachment ``factur-x.xml``."""
    for prefix, uri in NAMESPACES.items():
        ElementTree.register_namespace(prefix, uri)
    root = Node(_tag("rsm:CrossIndustryInvoice"))
    _head(root, paper)
    trade = _add(root, "rsm:SupplyChainTradeTransaction")
    for place, line in enumerate(paper.lines, start=1):
        _line(trade, place, line)
    _parties(trade, paper)
    delivery = _add(trade, "ram:ApplicableHeaderTradeDelivery")
    _day(_add(delivery, "ram:ActualDeliverySupplyChainEvent"), "ram:OccurrenceDateTime", paper.sold_on)
    _settlement(trade, paper)
    ElementTree.indent(root)
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _head(root: Node, paper: InvoicePaper) -> None:
    context = _add(root, "rsm:ExchangedDocumentContext")
    _add(_add(context, "ram:BusinessProcessSpecifiedDocumentContextParameter"), "ram:ID", paper.process)
    _add(_add(context, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", GUIDELINE)
    document = _add(root, "rsm:ExchangedDocument")
    _add(document, "ram:ID", paper.number)
    _add(document, "ram:TypeCode", CREDIT_NOTE if paper.credit else INVOICE)
    _day(document, "ram:IssueDateTime", paper.issued_on)
    for note in paper.notes:
        included = _add(document, "ram:IncludedNote")
        _add(included, "ram:Content", note.text)
        _add(included, "ram:SubjectCode", note.subject)


def _line(trade: Node, place: int, line: InvoiceLine) -> None:
    item = _add(trade, "ram:IncludedSupplyChainTradeLineItem")
    document = _add(item, "ram:AssociatedDocumentLineDocument")
    _add(document, "ram:LineID", str(place))
    product = _add(item, "ram:SpecifiedTradeProduct")
    _add(product, "ram:Name", line.label)
    if line.note:
        _add(product, "ram:Description", line.note)
    price = _add(_add(item, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice")
    sign = -1 if line.net.amount_cents < 0 else 1
    _add(price, "ram:ChargeAmount", Money(sign * line.net.amount_cents).plain())
    # the price of all pieces together: a net price per piece would have to be rounded
    _add(price, "ram:BasisQuantity", str(abs(line.quantity)), unitCode=PIECE)
    _add(_add(item, "ram:SpecifiedLineTradeDelivery"), "ram:BilledQuantity", str(sign * abs(line.quantity)), unitCode=PIECE)
    settlement = _add(item, "ram:SpecifiedLineTradeSettlement")
    tax = _add(settlement, "ram:ApplicableTradeTax")
    _add(tax, "ram:TypeCode", "VAT")
    _add(tax, "ram:CategoryCode", line.category)
    _add(tax, "ram:RateApplicablePercent", _percent(line.rate_bp))
    _add(_add(settlement, "ram:SpecifiedTradeSettlementLineMonetarySummation"), "ram:LineTotalAmount", line.net.plain())


def _parties(trade: Node, paper: InvoicePaper) -> None:
    agreement = _add(trade, "ram:ApplicableHeaderTradeAgreement")
    _party(_add(agreement, "ram:SellerTradeParty"), paper.seller)
    _party(_add(agreement, "ram:BuyerTradeParty"), paper.buyer)


def _party(node: Node, party: InvoiceParty) -> None:
    if party.siret:
        _add(node, "ram:GlobalID", party.siret, schemeID=SIRET_SCHEME)
    _add(node, "ram:Name", party.name)
    legal = _add(node, "ram:SpecifiedLegalOrganization")
    _add(legal, "ram:ID", party.siren, schemeID=SIREN_SCHEME)
    if party.trade_name:
        _add(legal, "ram:TradingBusinessName", party.trade_name)
    address = _add(node, "ram:PostalTradeAddress")
    if party.postcode:
        _add(address, "ram:PostcodeCode", party.postcode)
    for name, line in zip(("ram:LineOne", "ram:LineTwo", "ram:LineThree"), party.street, strict=False):
        _add(address, name, line)
    if party.city:
        _add(address, "ram:CityName", party.city)
    _add(address, "ram:CountryID", party.country)
    _add(_add(node, "ram:URIUniversalCommunication"), "ram:URIID", party.siren, schemeID=ADDRESS_SCHEME)
    if party.vat_number:
        _add(_add(node, "ram:SpecifiedTaxRegistration"), "ram:ID", party.vat_number, schemeID="VA")


def _settlement(trade: Node, paper: InvoicePaper) -> None:
    settlement = _add(trade, "ram:ApplicableHeaderTradeSettlement")
    _add(settlement, "ram:InvoiceCurrencyCode", paper.currency)
    means = _add(settlement, "ram:SpecifiedTradeSettlementPaymentMeans")
    _add(means, "ram:TypeCode", paper.payment_code)
    _add(means, "ram:Information", paper.payment_label)
    for row in paper.taxes:
        _tax(settlement, row)
    terms = _add(settlement, "ram:SpecifiedTradePaymentTerms")
    _day(terms, "ram:DueDateDateTime", paper.sold_on)
    total = _add(settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    _add(total, "ram:LineTotalAmount", paper.net.plain())
    _add(total, "ram:TaxBasisTotalAmount", paper.net.plain())
    _add(total, "ram:TaxTotalAmount", paper.tax.plain(), currencyID=paper.currency)
    _add(total, "ram:GrandTotalAmount", paper.gross.plain())
    _add(total, "ram:TotalPrepaidAmount", paper.gross.plain())
    _add(total, "ram:DuePayableAmount", "0.00")
    if paper.preceding is not None:
        number, issued_on = paper.preceding
        before = _add(settlement, "ram:InvoiceReferencedDocument")
        _add(before, "ram:IssuerAssignedID", number)
        issued = _add(before, "ram:FormattedIssueDateTime")
        _add(issued, "qdt:DateTimeString", f"{issued_on:%Y%m%d}", format="102")


def _tax(settlement: Node, row: InvoiceTax) -> None:
    tax = _add(settlement, "ram:ApplicableTradeTax")
    _add(tax, "ram:CalculatedAmount", row.tax.plain())
    _add(tax, "ram:TypeCode", "VAT")
    if row.category != STANDARD and row.reason:
        _add(tax, "ram:ExemptionReason", row.reason)
    _add(tax, "ram:BasisAmount", row.net.plain())
    _add(tax, "ram:CategoryCode", row.category)
    if row.category != STANDARD and row.reason_code:
        _add(tax, "ram:ExemptionReasonCode", row.reason_code)
    _add(tax, "ram:RateApplicablePercent", _percent(row.rate_bp))


def _day(parent: Node, name: str, day: date) -> None:
    _add(_add(parent, name), "udt:DateTimeString", f"{day:%Y%m%d}", format="102")


def _percent(rate_bp: int) -> str:
    return f"{rate_bp // 100}.{rate_bp % 100:02d}"


def _add(parent: Node, name: str, text: str | None = None, **attributes: str) -> Node:
    node = ElementTree.SubElement(parent, _tag(name), attributes)
    node.text = text
    return node


def _tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"
