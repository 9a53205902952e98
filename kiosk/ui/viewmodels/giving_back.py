"""What is chosen on the page *Tickets*, as lines of the basket, and the colleague who lends the right to take it back. GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.sales.basket import Basket
from kiosk.sales.refund import Grounds
from kiosk.staff.approvals import Action, Approval
from kiosk.ui.formats import Formats
from kiosk.ui.viewmodels.ticket_props import TicketFacts, refund_of
from kiosk.ui.viewmodels.till_desk import TillDesk


def with_lines(desk: TillDesk, facts: TicketFacts, basket: Basket, approval: Approval | None) -> Basket:
    """All that is chosen, or the first refusal."""
    assert facts.opened is not None, "something of a ticket is chosen"
    for line_id, count in facts.wanted.items():
        if count:
            grounds = Grounds(facts.reason, facts.note, scanned=facts.scanned.get(line_id))
            basket = desk.services.returns.add_back(
                basket, facts.opened.ticket.number, {line_id: count}, grounds, person=desk.who(), approved_by=approval
            )  # fmt: skip
    return basket


def ask_right(desk: TillDesk, facts: TicketFacts, formats: Formats, *, basket_id: str, on_approved: Callable[[Approval], None]) -> None:
    """The sheet of approvals, with what it is about."""
    opened = facts.opened
    assert opened is not None, "something of a ticket is chosen"
    action = Action.REFUND if opened.policy.within else Action.LATE_RETURN
    detail = f"{formats.money(-refund_of(facts))} · {opened.ticket.number}"
    desk.ask_approval(opened.policy.right, action, document=basket_id, detail=detail, on_approved=on_approved)
