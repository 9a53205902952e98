"""The transfers of one file as a SEPA credit transfer initiation (ISO 20022, pain.001.001.09) and as CSV. Pure; the same file gives the same bytes.

Names and texts are written in the character set that every SEPA bank takes (EPC217-08): letters without accents, digits, and ``/-?:().,'+``.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from kiosk.basics.money import Money
from kiosk.tradein.account import Account
from kiosk.tradein.credit_transfers.nouns import CreditTransfer, CreditTransferFile

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ")
LONGEST_NAME, LONGEST_TEXT, LONGEST_ID = 70, 140, 35
FORMULA_SIGNS = ("=", "+", "-", "@", "\t")
CSV_HEAD = ("Contrat", "Bénéficiaire", "IBAN", "BIC", "Montant", "Devise", "Appareil", "Depuis")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as it is written: from whose account, when (the shop's own time), what."""

    file: CreditTransferFile
    company: Account
    at_local: datetime
    transfers: tuple[CreditTransfer, ...]
    wording: str

    @property
    def total(self) -> Money:
        return Money.total(transfer.amount for transfer in self.transfers)


def pain_xml(sheet: Sheet) -> bytes:
    """One message with one payment block: all from one account, on one day."""
    root = ElementTree.Element("Document", {"xmlns": NAMESPACE})
    message = _add(root, "CstmrCdtTrfInitn")
    head = _add(message, "GrpHdr")
    _add(head, "MsgId", _id(sheet.file.number))
    _add(head, "CreDtTm", f"{sheet.at_local:%Y-%m-%dT%H:%M:%S}")
    _totals(head, sheet)
    _add(_add(head, "InitgPty"), "Nm", safe(sheet.company.holder, LONGEST_NAME))
    block = _add(message, "PmtInf")
    _add(block, "PmtInfId", _id(sheet.file.number))
    _add(block, "PmtMtd", "TRF")
    _totals(block, sheet)
    _add(_add(_add(block, "PmtTpInf"), "SvcLvl"), "Cd", "SEPA")
    _add(_add(block, "ReqdExctnDt"), "Dt", f"{sheet.at_local:%Y-%m-%d}")
    _add(_add(block, "Dbtr"), "Nm", safe(sheet.company.holder, LONGEST_NAME))
    _account(block, "Dbtr", sheet.company)
    _add(block, "ChrgBr", "SLEV")
    for transfer in sheet.transfers:
        _transfer(block, transfer, sheet.wording)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def transfers_csv(sheet: Sheet, *, devices: Sequence[str], days: Sequence[str]) -> bytes:
    """UTF-8 with a mark, semicolons: what a French spreadsheet opens with a double click. No field can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for transfer, device, day in zip(sheet.transfers, devices, days, strict=True):
        account = transfer.account
        cells = (transfer.number, account.holder, account.iban, account.bic, transfer.amount.plain().replace(".", ","), "EUR", device, day)
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in cells])
    writer.writerow((f"{len(sheet.transfers)} virement(s)", "", "", "", sheet.total.plain().replace(".", ","), "EUR", "", ""))
    return out.getvalue().encode("utf-8-sig")


def safe(text: str, longest: int) -> str:
    """``Zoë Brûlé & fils`` → ``Zoe Brule + fils``: nothing that a bank refuses the file for."""
    special = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "&": "+", "’": "'"}
    plain = unicodedata.normalize("NFKD", "".join(special.get(letter, letter) for letter in text))
    kept = "".join(letter if letter in SAFE else "" if unicodedata.combining(letter) else " " for letter in plain)
    return (" ".join(kept.split())[:longest]).strip(" /") or "-"


def _transfer(block: ElementTree.Element, transfer: CreditTransfer, wording: str) -> None:
    line = _add(block, "CdtTrfTxInf")
    _add(_add(line, "PmtId"), "EndToEndId", _id(transfer.number))
    _add(_add(line, "Amt"), "InstdAmt", transfer.amount.plain()).set("Ccy", "EUR")
    _account(line, "Cdtr", transfer.account)
    _add(_add(line, "RmtInf"), "Ustrd", safe(f"{wording} {transfer.number}", LONGEST_TEXT))


def _account(parent: ElementTree.Element, who: str, account: Account) -> None:
    """In the order of the schema: the debtor's account before its bank, the creditor's bank before its name and account."""
    if who == "Dbtr":
        _add(_add(_add(parent, "DbtrAcct"), "Id"), "IBAN", account.iban)
        bank = _add(_add(parent, "DbtrAgt"), "FinInstnId")
        if account.bic:
            _add(bank, "BICFI", account.bic)
        else:
            _add(_add(bank, "Othr"), "Id", "NOTPROVIDED")
        return
    if account.bic:
        _add(_add(_add(parent, "CdtrAgt"), "FinInstnId"), "BICFI", account.bic)
    _add(_add(parent, "Cdtr"), "Nm", safe(account.holder, LONGEST_NAME))
    _add(_add(_add(parent, "CdtrAcct"), "Id"), "IBAN", account.iban)


def _totals(parent: ElementTree.Element, sheet: Sheet) -> None:
    _add(parent, "NbOfTxs", str(len(sheet.transfers)))
    _add(parent, "CtrlSum", sheet.total.plain())


def _id(number: str) -> str:
    """An identifier may neither begin nor end with a slash, nor hold two."""
    return safe(number, LONGEST_ID)


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = text
    return child
