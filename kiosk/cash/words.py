"""The words of drawer papers, read from ``resources/cash``; a missing or unknown one stops the start."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CashWords:
    """One field per line of the file."""

    opened_at: str
    held_by: str
    drawer_no: str
    float_counted: str
    opening_difference: str
    cash_sales: str
    cash_refunds: str
    cash_trade_ins: str
    safe_drops: str
    expected: str
    counted: str
    not_counted: str
    difference: str
    accepted_by: str
    closing_drop: str
    left: str
    no_sale_count: str
    blind: str
    session: str
    closed_title: str
    in_title: str
    out_title: str
    drop_title: str
    hand_over_title: str
    amount: str
    reason: str
    note: str
    envelope: str
    by: str
    approved_by: str
    hand_over_from: str
    hand_over_to: str
    signature: str
    x_title: str
    x_mention: str
    z_copy: str
    unsent: str
