"""The facts of a trade-in as one canonical text: what the offer was made on, signed by both sides, hashed on every paper. Pure.

No identity of the seller: this text is kept for ever, the identity only as long as the law wants.
"""

from __future__ import annotations

import hashlib
import json

from kiosk.catalogue.products import DeviceModel
from kiosk.diagnostics.session import SessionState
from kiosk.tradein.numbers import known_numbers
from kiosk.tradein.offer import Offer
from kiosk.tradein.pricebook import PriceBook


def facts_text(state: SessionState, model: DeviceModel, offer: Offer, book: PriceBook) -> str:
    """JSON with sorted keys and no spaces; the same facts give the same text."""
    known = known_numbers(state)
    facts = {
        "device": {"imei": known.get("imei"), "imei2": known.get("imei2"), "serial": known.get("serial"), "model_id": model.model_id},
        "answers": {
            key: {"answer": given.option_id, "verdict": given.verdict.value, "number": given.number, "method": given.method.value}
            for key, given in state.answers.items()
        },
        "photos": dict(state.photos),
        "skipped": dict(state.skipped),
        "offer": {
            "code": offer.code.value, "base_cents": offer.base.amount_cents, "market_value_cents": offer.low.amount_cents,
            "bonus_cents": offer.bonus.amount_cents, "pricebook": book.version, "pricebook_sha256": book.sha256,
            **_counter(offer),
            "deductions": [{"question": line.question_id, "reason": line.reason, "amount_cents": line.amount.amount_cents} for line in offer.deductions],
        },
    }  # fmt: skip
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _counter(offer: Offer) -> dict[str, object]:
    """Nothing where the price is the formula's: the text of such an offer is what it always was."""
    counter = offer.counter
    if counter is None:
        return {}
    return {"counter": {"amount_cents": counter.amount.amount_cents, "reason": counter.reason, "proof": counter.proof, "note": counter.note}}


def facts_sha256(text: str) -> str:
    """The hash that stands on the contract and in the journal."""
    return hashlib.sha256(text.encode()).hexdigest()
