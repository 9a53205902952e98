"""Which journal entries the JET (technical event log) wants, under which code. Data, from compliance §1.2; pure.

The full list of codes is not public: those marked *ours* follow the nearest published one until the certifier says otherwise.
There is no code for a purge: sealed rows cannot be deleted, so there is no purge (``docs/archives.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.fiscal.module import EventValue

INITIALISATION = 260
NEW_VERSION = 250
KEY_CHANGED = 270
DEGRADED, DEGRADED_BEGAN, DEGRADED_ENDED = 70, "Mode degrade", "Fin du mode degrade"
SYSTEM_OPERATOR = "SYS"
INFO_LIMIT = 80


@dataclass(frozen=True, slots=True)
class EventCode:
    """A JET code and where its ``info`` comes from: a word of ours, a key of the entry's body, both, or the operator when there is neither."""

    code: int
    info_key: str | None = None
    word: str = ""


EVENT_CODES: Mapping[str, EventCode] = {
    "till.restored": EventCode(10, "backup", "Restauration"),  # ours
    "training.started": EventCode(10, word="Debut de formation"),  # ours
    "training.ended": EventCode(10, word="Fin de formation"),  # ours
    "till.epoch_opened": EventCode(15, "reason"),
    "fiscal.month_archived": EventCode(20, "period_label"),
    "fiscal.year_archived": EventCode(30, "period_label"),
    "staff.signed_out": EventCode(40),
    "till.stopped": EventCode(40),
    "fiscal.day_closed": EventCode(50, "period_label"),
    "fiscal.month_closed": EventCode(50, "period_label"),
    "fiscal.year_closed": EventCode(60, "period_label"),
    "till.went_offline": EventCode(70, word="Hors ligne"),
    "till.came_online": EventCode(70, word="Fin du mode hors ligne"),  # ours
    "till.printer_failed": EventCode(70, "state", "Imprimante en panne"),  # ours
    "till.printer_came_back": EventCode(70, word="Imprimante prete"),  # ours
    "staff.signed_in": EventCode(80),
    "till.started": EventCode(80, "version"),
    "fiscal.integrity_defect_found": EventCode(90, "reason"),
    "till.clock_set_back": EventCode(90, "back_by_s", "Horloge reculee de s"),  # ours
    "till.clock_set_forward": EventCode(90, "ahead_by_s", "Horloge avancee de s"),  # ours
    "journal.exported": EventCode(110, "range"),
    "fiscal.archive_copied": EventCode(110, "period_label", "Copie"),  # ours
    "sales.offers_list_made": EventCode(110, "count", "Liste de clients"),
    "till.backed_up": EventCode(110, "backup", "Sauvegarde"),  # ours
    "staff.approved": EventCode(130, "right"),
    "sales.price_overridden": EventCode(130, "change", "Prix"),  # ours
    "staff.rights_changed": EventCode(130, "change", "Droits"),
    "fiscal.gap_confirmed": EventCode(130, "days", "Jours sans cloture confirmes"),  # ours
    "drawer.closed_for_colleague": EventCode(130, "number", "Tiroir d'un collegue"),  # ours
    "drawer.session_closed": EventCode(170, "balance"),
    "drawer.counted": EventCode(170, "number", "Comptage"),
    "drawer.opening_differs": EventCode(170, "balance"),
    "drawer.handed_over": EventCode(170, "number"),
    "drawer.opened_without_sale": EventCode(170, "reason", "Tiroir ouvert sans vente"),  # ours
    "sales.ticket_refunded": EventCode(190, "number"),  # one per returned line
    "sales.customer_noted": EventCode(240, "customer_id", "Client"),
    "sales.customer_corrected": EventCode(240, "customer_id", "Client corrige"),
    "sales.customer_erased": EventCode(240, "customer_id", "Client efface"),
    "till.machine_changed": EventCode(240, "what", "Materiel"),
    "till.settings_changed": EventCode(270, "what"),
    "sales.tax_rates_changed": EventCode(270, "rates", "TVA"),  # ours
    "fiscal.records_exported": EventCode(280, "range"),
    "accounting.exported": EventCode(290, "range"),
    "sales.basket_abandoned": EventCode(320, "total"),
    "fiscal.closing_begun": EventCode(330, "days"),
    "fiscal.non_sale_amount": EventCode(910, "amount"),
}


def events_of(kind: str, body: Mapping[str, EventValue], person_id: str) -> tuple[tuple[int, str], ...]:
    """The JET code and info of a journal entry; empty when the JET does not want it."""
    found = EVENT_CODES.get(kind)
    if found is None:
        return ()
    told = body.get(found.info_key) if found.info_key else None
    info = " ".join(str(part) for part in (found.word, told) if part not in (None, ""))
    return ((found.code, (info if found.info_key or found.word else operator_of(person_id))[:INFO_LIMIT]),)


def operator_of(person_id: str) -> str:
    """How a person stands in the JET; the till itself is ``SYS``."""
    return SYSTEM_OPERATOR if person_id in ("", "system") else person_id
