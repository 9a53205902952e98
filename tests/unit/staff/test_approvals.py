"""A right that was lent is good for its asker, its document and itself, and the list of reasons has one for each action."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.approval_reasons import BadReasons, load_reasons
from kiosk.staff.approvals import Action, Approval, Why, require_lent
from kiosk.staff.people import Person, Role
from kiosk.staff.rights import Right, RightMissing

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
CAMILLE = Person("camille", "Camille", "Camille Lefort", "CL", (Role.CASHIER,), "fr", "", "")
THOMAS = Person("thomas", "Thomas", "Thomas Daniel", "TD", (Role.CASHIER,), "fr", "", "")
SOPHIE = Person("sophie", "Sophie", "Sophie Marchand", "SM", (Role.MANAGER,), "fr", "", "")
LENT = Approval(Right.REFUND, Action.LATE_RETURN, "camille", "sophie", "Sophie", Why("goodwill"), "ticket-7")


@pytest.mark.parametrize(
    ("person", "right", "lent", "document", "allowed"),
    [
        (CAMILLE, Right.REFUND, LENT, "ticket-7", True),
        (CAMILLE, Right.REFUND, None, "ticket-7", False),
        (CAMILLE, Right.REFUND, LENT, "ticket-8", False),
        (CAMILLE, Right.REFUND, LENT, None, False),
        (CAMILLE, Right.OVERRIDE_PRICE, LENT, "ticket-7", False),
        (THOMAS, Right.REFUND, LENT, "ticket-7", False),
        (SOPHIE, Right.REFUND, None, "ticket-8", True),
        (CAMILLE, Right.SELL, None, None, True),
    ],
)
def test_a_lent_right_is_good_for_one_person_one_document_and_itself(
    person: Person, right: Right, lent: Approval | None, document: str | None, allowed: bool
) -> None:
    if allowed:
        require_lent(person, right, lent, document=document)
    else:
        with pytest.raises(RightMissing):
            require_lent(person, right, lent, document=document)


@pytest.mark.parametrize("action", list(Action))
def test_each_action_has_reasons_of_its_own_and_the_free_one_last(action: Action) -> None:
    codes = [reason.code for reason in load_reasons(RESOURCES).of(action)]
    assert len(codes) > 1 and codes[-1] == "other" and len(set(codes)) == len(codes)


def test_reasons_are_said_in_both_languages() -> None:
    assert {(reason.words("fr"), reason.words("en")) for reason in load_reasons(RESOURCES).of(Action.CASH_DIFFERENCE)} == {
        ("Erreur de caisse", "Till error"), ("Recompté à deux", "Counted again by two"), ("Autre", "Other"),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "nonsense", '[[reasons]]\ncode = "other"\nfr = "Autre"\nen = "Other"\n'])
def test_a_list_without_reasons_stops_the_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "approvals").mkdir()
    (tmp_path / "approvals" / "reasons.toml").write_text(text, "utf-8")
    with pytest.raises(BadReasons):
        load_reasons(tmp_path)
