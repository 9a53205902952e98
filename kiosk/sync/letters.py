"""What central mails for a till, made of what waits: a receipt or an invoice, as text and as a file. Blocks while a file is set."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.documents.invoice_pdf import invoice_title
from kiosk.documents.invoice_text import invoice_text
from kiosk.documents.receipt_pdf import receipt_pdf
from kiosk.documents.receipt_text import receipt_text
from kiosk.documents.words import PaperStyle
from kiosk.sales.delivery import Delivery
from kiosk.sales.invoice_service import InvoiceService
from kiosk.sync.protocol import ReceiptMail


@dataclass(frozen=True, slots=True)
class Letters:
    """Writes them; ``style`` is how this shop's receipts speak."""

    style: PaperStyle
    invoices: InvoiceService

    def of(self, item: Delivery) -> ReceiptMail:
        """InvoiceUnknown, PdfFailed, PdfTooSlow."""
        assert item.address is not None, "what waits has one"
        return self._invoice(item, item.address) if item.invoice else self._receipt(item, item.address)

    def _receipt(self, item: Delivery, address: str) -> ReceiptMail:
        assert item.receipt is not None, "a receipt that waits is kept with its row"
        words = self.style.words
        return ReceiptMail(
            item.delivery_id, address, f"{words.ticket} {item.number} · {item.receipt.shop.name}",
            f"{receipt_text(item.receipt, self.style)}\n{item.link}\n", f"{words.ticket}-{item.number}.pdf".lower(),
            receipt_pdf(item.receipt, self.style, at_utc=item.created_at_utc),
        )  # fmt: skip

    def _invoice(self, item: Delivery, address: str) -> ReceiptMail:
        paper = self.invoices.issued(item.invoice).paper
        title = f"{invoice_title(paper)} {paper.number}"
        return ReceiptMail(
            item.delivery_id, address, f"{title} · {paper.seller.trade_name}", invoice_text(paper), f"{title}.pdf".replace(" ", "-").lower(),
            self.invoices.made(item.invoice),
        )  # fmt: skip
