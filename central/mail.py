"""Mails receipts for tills: one message per delivery id, through the chain's own mail server. Neither address nor content is kept.

The mark that a receipt was mailed is written after the server took it: a crash between the two mails it a second time under the same
Message-ID, which mail programs show once. The other way round it could be lost.
"""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Protocol
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, select

from central.database import insert_many
from central.schema import receipt_mail
from central.tills import Till
from kiosk.errors import Misused, Refused, Unavailable
from kiosk.sync.protocol import ReceiptMail

TIMEOUT_S = 20
LARGEST_BYTES = 2 * 1024 * 1024


class MailSettingRefused(Misused):
    """Not ``smtp://[user:password@]host[:port]`` (STARTTLS where it is offered) or ``smtps://…``, or no address to send from."""

    code = "central.mail_setting_refused"


class MailUnavailable(Unavailable):
    """Central has no mail server, or it does not take anything now; the till asks again."""

    code = "central.mail_unavailable"


class AddressRefused(Refused):
    """Not an address, or the mail server knows nobody there: asking again would not help."""

    code = "central.address_refused"


class MailTooLarge(Refused):
    """More than a receipt ever is."""

    code = "central.mail_too_large"


class Post(Protocol):
    """A way out for mail."""

    def send(self, message: EmailMessage) -> None:
        """AddressRefused, MailUnavailable."""
        ...


@dataclass(frozen=True, slots=True)
class SmtpPost:
    """One connection per message: receipts are few and far between."""

    host: str
    port: int
    sender: str
    encrypted: bool = False
    user: str = ""
    password: str = ""

    @classmethod
    def read(cls, url: str, sender: str) -> SmtpPost:
        """MailSettingRefused."""
        parts = urlsplit(url)
        try:
            port = parts.port or {"smtp": 587, "smtps": 465}[parts.scheme]
        except (KeyError, ValueError):
            raise MailSettingRefused from None
        if not parts.hostname or "@" not in sender:
            raise MailSettingRefused
        return cls(parts.hostname, port, sender, parts.scheme == "smtps", unquote(parts.username or ""), unquote(parts.password or ""))

    def send(self, message: EmailMessage) -> None:
        message["From"] = self.sender
        try:
            with self._connected() as server:
                if not self.encrypted and server.has_extn("starttls"):
                    server.starttls(context=ssl.create_default_context())
                    server.ehlo()
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            if all(500 <= code < 600 for code, _ in error.recipients.values()):
                raise AddressRefused from error
            raise MailUnavailable(reason="later") from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailUnavailable(reason=type(error).__name__) from error

    def _connected(self) -> smtplib.SMTP:
        if self.encrypted:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT_S, context=ssl.create_default_context())
        server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_S)
        server.ehlo()
        return server


@dataclass(frozen=True, slots=True)
class NoPost:
    """A central that no mail server was named to."""

    def send(self, message: EmailMessage) -> None:  # noqa: ARG002  the port's signature
        raise MailUnavailable(reason="not set up")


def message_of(mail: ReceiptMail, *, shop_id: str) -> EmailMessage:
    """Text with the receipt as a file; AddressRefused, MailTooLarge."""
    if len(mail.pdf) + len(mail.text) > LARGEST_BYTES:
        raise MailTooLarge
    message = EmailMessage(policy=SMTP)
    try:
        message["To"] = Address(addr_spec=mail.to)
        message["Subject"] = mail.subject
        message["Message-ID"] = f"<{mail.delivery_id}@{shop_id}.receipts.invalid>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.text)
        message.add_attachment(mail.pdf, maintype="application", subtype="pdf", filename=mail.pdf_name)
    except (ValueError, MessageError, IndexError) as error:
        raise AddressRefused from error
    return message


def was_sent(connection: Connection, till: Till, delivery_id: str) -> bool:
    query = select(receipt_mail.c.delivery_id).where(receipt_mail.c.shop_id == till.shop_id, receipt_mail.c.delivery_id == delivery_id)
    return connection.execute(query).one_or_none() is not None


def note_sent(connection: Connection, till: Till, delivery_id: str, *, at_utc: str) -> None:
    row = {"shop_id": till.shop_id, "delivery_id": delivery_id, "till_code": till.till_code, "sent_at_utc": at_utc}
    insert_many(connection, receipt_mail, [row], on_conflict="ON CONFLICT DO NOTHING")
