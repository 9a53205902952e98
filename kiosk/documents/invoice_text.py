"""The letter that an invoice travels in, as plain text. Pure; French, as the invoice is."""

from __future__ import annotations

from kiosk.basics.locales import FRANCE
from kiosk.documents.invoice_paper import InvoicePaper


def invoice_text(paper: InvoicePaper) -> str:
    """What is in the file, what it comes to, and who sends it."""
    seller, amount, day = paper.seller, FRANCE.money(paper.gross), FRANCE.date(paper.issued_on)
    if paper.credit:
        said = f"Veuillez trouver ci-joint l’avoir {paper.number} du {day}, d’un montant de {amount}, déjà remboursé."
    else:
        said = f"Veuillez trouver ci-joint la facture {paper.number} du {day}, d’un montant de {amount}, déjà réglée."
    lines = (
        "Bonjour,", "", said, f"Ticket de caisse : {paper.ticket_number}.", "",
        "Le fichier est un PDF qui contient aussi les données de la facture (Factur-X, norme EN 16931) : votre logiciel comptable peut le lire.", "",
        seller.trade_name, seller.name, ", ".join(seller.address), f"SIRET {seller.siret}",
    )  # fmt: skip
    return "\n".join(line for line in lines) + "\n"
