"""The pages of the workspace *Vente*, and why one is not left. Pure."""

from __future__ import annotations

from enum import IntEnum

from kiosk.errors import Refused


class Step(IntEnum):
    """The numbers are the places in ``SaleWorkspace.qml``."""

    DRAWER = 0
    BASKET = 1
    PAYMENT = 2
    DONE = 3
    CASH = 4
    TICKETS = 5
    PAY_BACK = 6
    COMMITMENTS = 7


class PaymentUnderWay(Refused):
    """Money has been received for this basket: it is paid, or given back, before anything else."""

    code = "ui.payment_under_way"
