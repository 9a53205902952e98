"""The machine-readable zone: specimens of ICAO Doc 9303 (Utopia, Eriksson) and of the old French card (Berthier). No real person."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.tradein.mrz import Identity, MrzUnreadable, MrzWrong, check_digit, gathered, is_whole, lines_of, read_zone

TODAY = date(2026, 11, 22)
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")
SPECIMENS = {
    "TD1": (TD1, Identity("identity_card", "UTO", "ERIKSSON", "ANNA MARIA", "D23145890", adult=True)),
    "TD2": (TD2, Identity("identity_card", "UTO", "ERIKSSON", "ANNA MARIA", "D23145890", adult=True)),
    "TD3": (TD3, Identity("passport", "UTO", "ERIKSSON", "ANNA MARIA", "L898902C3", adult=True)),
    "French card": (FRENCH, Identity("identity_card", "FRA", "BERTHIER", "CORINNE", "880692310285", adult=True)),
}
NOT_COVERED = {"TD1": {(0, place) for place in range(5)} | {(1, place) for place in (7, 15, 16, 17)} | {(2, place) for place in range(30)}}
NOT_COVERED["TD2"] = {(0, place) for place in range(36)} | {(1, place) for place in (10, 11, 12, 20)}
NOT_COVERED["TD3"] = {(0, place) for place in range(44)} | {(1, place) for place in (10, 11, 12, 20)}
NOT_COVERED["French card"] = set()


def closed(text: str) -> str:
    return text + check_digit(text)


def card_of(born: str, *, expires: str = "320101") -> tuple[str, str, str]:
    """A TD1 of somebody born then (YYMMDD), with every check digit right."""
    first, second = f"I<UTO{closed('D23145890')}<<<<<<<<<<<<<<<", f"{closed(born)}F{closed(expires)}UTO<<<<<<<<<<<"
    return first, second + check_digit(first[5:30] + second[:7] + second[8:15] + second[18:29]), TD1[2]


@pytest.mark.parametrize(("text", "digit"), [("520727", "3"), ("AB2134<<<", "5"), ("D23145890", "7"), ("L898902C3", "6"), ("740812", "2"), ("", "0")])
def test_the_check_digit_is_that_of_the_specification(text: str, digit: str) -> None:
    assert check_digit(text) == digit


@pytest.mark.parametrize("name", list(SPECIMENS))
def test_a_specimen_gives_name_number_and_majority(name: str) -> None:
    lines, wanted = SPECIMENS[name]
    assert read_zone(lines, today=TODAY) == wanted


@pytest.mark.parametrize("name", list(SPECIMENS))
def test_no_single_digit_that_a_check_covers_can_be_misread(name: str) -> None:
    """Each digit in turn read one higher: refused, always."""
    lines, _ = SPECIMENS[name]
    accepted = []
    for row, line in enumerate(lines):
        for place, character in enumerate(line):
            if character.isdigit() and (row, place) not in NOT_COVERED[name]:
                wrong = line[:place] + str((int(character) + 1) % 10) + line[place + 1 :]
                try:
                    read_zone((*lines[:row], wrong, *lines[row + 1 :]), today=TODAY)
                    accepted.append((row, place))
                except (MrzWrong, MrzUnreadable):
                    pass
    assert accepted == []


@pytest.mark.parametrize(
    ("born", "adult"),
    [("081122", True), ("081123", False), ("261122", False), ("261123", True), ("991231", True), ("000229", True)],
)
def test_eighteen_whole_years_and_not_a_day_less(born: str, adult: bool) -> None:
    """POL-08: 17 years and 364 days are a minor's; the century is the latest that has been."""
    assert read_zone(card_of(born), today=TODAY).adult is adult


def test_neither_the_birth_nor_the_name_nor_the_number_stands_in_what_could_be_logged() -> None:
    identity = read_zone(TD3, today=TODAY)
    assert not any(text in repr(identity) for text in ("740812", "1974", "ERIKSSON", "ANNA", "L898902C3"))
    with pytest.raises(MrzWrong) as refusal:
        read_zone((TD3[0], TD3[1].replace("740812", "740813")), today=TODAY)
    assert refusal.value.facts == {"field": "born_on"}


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ((), MrzUnreadable),
        (TD3[:1], MrzUnreadable),
        ((TD1[0], TD1[1]), MrzUnreadable),
        ((TD3[0], TD3[1].lower()), MrzUnreadable),
        (("V" + TD3[0][1:], TD3[1]), MrzUnreadable),
        (card_of("081322"), MrzWrong),
        (card_of("ABCDEF"), MrzWrong),
    ],
)
def test_what_is_no_zone_is_refused(lines: tuple[str, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        read_zone(lines, today=TODAY)


def test_a_long_document_number_goes_on_in_the_optional_field() -> None:
    number = "D23145890734"
    first = f"I<UTO{number[:9]}<{number[9:]}{check_digit(number)}<<<<<<<<<<<"
    second = "7408122F1204159UTO<<<<<<<<<<<"
    lines = (first, second + check_digit(first[5:30] + second[:7] + second[8:15] + second[18:29]), TD1[2])
    assert read_zone(lines, today=TODAY).document_number == number


def test_a_residence_permit_is_named_as_such() -> None:
    assert read_zone(("IR" + TD1[0][2:], *TD1[1:]), today=TODAY).document_kind == "residence_permit"


def test_a_typed_zone_is_whole_wherever_it_was_broken() -> None:
    typed = f"  {TD3[0].lower()}\n{TD3[1][:20]} {TD3[1][20:]} "
    assert lines_of(typed) == TD3
    assert lines_of(TD3[0]) == () and lines_of("".join(TD1)) == TD1


def test_a_reader_sends_lines_one_by_one_and_may_begin_again() -> None:
    first = gathered((), TD3[0])
    whole = gathered(first, TD3[1])
    assert (is_whole(first), is_whole(whole), whole) == (False, True, TD3)
    assert gathered(first, TD1[0]) == (TD1[0],) and gathered(whole, FRENCH[0]) == (FRENCH[0],)
