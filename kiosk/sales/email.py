"""An e-mail address as it is typed at a counter: checked for what a mail server would refuse, told apart from a name. Pure."""

from __future__ import annotations

import re

from kiosk.errors import Refused

LONGEST = 254
LONGEST_LOCAL = 64
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


class EmailRefused(Refused):
    """Not an address that mail could be sent to."""

    code = "sales.email_refused"


def check_email(typed: str) -> str:
    """The address without spaces around it, its domain in small letters; EmailRefused."""
    local, at, domain = typed.strip().rpartition("@")
    try:
        host = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise EmailRefused from None
    labels = host.split(".")
    sound = (
        at == "@" and _LOCAL.fullmatch(local) and len(local) <= LONGEST_LOCAL and len(labels) >= 2 and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdecimal() and len(local) + 1 + len(host) <= LONGEST
    )  # fmt: skip
    if not sound:
        raise EmailRefused
    return f"{local}@{host}"
