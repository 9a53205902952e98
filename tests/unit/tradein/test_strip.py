"""The strip in a camera's picture: the real tesseract reads printed specimens; a look-alike is settled where check digits prove it, nothing is guessed."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from kiosk.hardware.faults import TextReaderMissing, TextUnreadable
from kiosk.hardware.text_reader import TextReader
from kiosk.tradein.mrz import MrzWrong
from kiosk.tradein.strip import StripNotSeen, identity_in, proven
from tests.documents import before_the_camera, french_card, passport
from tests.unit.tradein.test_mrz import FRENCH, TD1, TD2, TD3

TODAY = date(2026, 11, 22)
LEFEVRE = passport("FRA", "LE<GOFF<<CAMILLE<ROSE", "12AB34567", born="850315", expires="300101")
MOREAU = french_card("MOREAU<<KEVIN<FRANCK", "X4RTBPFW4", born="900702", expires="310101")
PRINTED = {
    "a passport of Utopia": (TD3, {}, ("ERIKSSON", "ANNA MARIA", "L898902C3")),
    "a passport of Utopia, tilted and blurred": (TD3, {"tilt": -6, "blur": 1.2}, ("ERIKSSON", "ANNA MARIA", "L898902C3")),
    "a card of Utopia, tilted": (TD1, {"tilt": 9, "blur": 0.8}, ("ERIKSSON", "ANNA MARIA", "D23145890")),
    "the old French card": (FRENCH, {"tilt": 3, "blur": 0.8}, ("BERTHIER", "CORINNE", "880692310285")),
    "a French passport": (LEFEVRE, {"tilt": 2}, ("LE GOFF", "CAMILLE ROSE", "12AB34567")),
    "a French card": (MOREAU, {"tilt": -3, "blur": 0.8}, ("MOREAU", "KEVIN FRANCK", "X4RTBPFW4")),
}


@pytest.mark.parametrize("name", list(PRINTED))
def test_a_document_before_the_camera_is_read(name: str) -> None:
    lines, held, who = PRINTED[name]
    identity = identity_in(before_the_camera(lines, **held), TextReader(), today=TODAY)
    assert (identity.surname, identity.first_names, identity.document_number, identity.adult) == (*who, True)


def test_a_wrong_check_digit_is_said_and_gives_nothing() -> None:
    wrong = (TD3[0], TD3[1].replace("L898902C36", "L898902C37"))
    with pytest.raises(MrzWrong) as refused:
        identity_in(before_the_camera(wrong), TextReader(), today=TODAY)
    assert refused.value.facts == {"field": "document_number"}


@pytest.mark.parametrize("content", [b"", b"no picture", before_the_camera(("NO STRIP HERE",))], ids=["nothing", "no picture", "no strip"])
def test_a_picture_without_a_strip_is_no_identity(content: bytes) -> None:
    with pytest.raises(StripNotSeen):
        identity_in(content, TextReader(), today=TODAY)


def swapped(line: str, place: int, character: str) -> str:
    return line[:place] + character + line[place + 1 :]


ALIKE = [
    ((TD3[0], TD3[1].replace("UTO7408122", "UT07408I22")), "ERIKSSON", "L898902C3"),
    ((TD3[0].replace("ERIKSSON", "ER1K55ON"), TD3[1]), "ERIKSSON", "L898902C3"),
    ((TD3[0], swapped(TD3[1], 5, "O")), "ERIKSSON", "L898902C3"),
    ((swapped(TD1[0], 5, "0"), TD1[1], TD1[2]), None, None),
    ((TD2[0], swapped(TD2[1], 3, "I")), "ERIKSSON", "D23145890"),
    ((FRENCH[0].replace("BERTHIER", "8ERTH1ER"), FRENCH[1].replace("CORINNE", "C0R1NNE")), "BERTHIER", "880692310285"),
    ((TD3[0], swapped(swapped(TD3[1], 1, "B"), 4, "O")), None, None),
    ((TD3[0], swapped(TD3[1], 1, "7")), None, None),
]


@pytest.mark.parametrize(("lines", "surname", "number"), ALIKE)
def test_what_looks_alike_is_settled_by_its_place_or_by_the_check_digits_and_never_twice(
    lines: tuple[str, ...], surname: str | None, number: str | None
) -> None:
    if surname is None:
        with pytest.raises(MrzWrong):
            proven(lines, today=TODAY)
    else:
        identity = proven(lines, today=TODAY)
        assert (identity.surname, identity.document_number) == (surname, number)


def test_reading_writes_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real tool, wrapped so that whatever it leaves where it may write is seen."""
    monkeypatch.chdir(tmp_path)
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    assert identity_in(before_the_camera(TD3), TextReader(environment), today=TODAY).surname == "ERIKSSON"
    assert list(tmp_path.iterdir()) == []


def test_without_the_tool_or_with_one_that_hangs_the_strip_is_typed(tmp_path: Path) -> None:
    with pytest.raises(TextReaderMissing):
        TextReader({"PATH": str(tmp_path)}).words(b"", alphabet="A", deadline_s=5)
    tool = tmp_path / "tesseract"
    tool.write_text("#!/bin/sh\nexec /bin/sleep 600\n")
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(TextUnreadable):
        TextReader({"PATH": str(tmp_path)}).words(b"", alphabet="A", deadline_s=0.2)
