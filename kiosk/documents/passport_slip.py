"""The passport as a slip of the receipt printer, 80 mm wide: its code, large enough for any phone, and the facts that a buyer asks about. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.documents.passport import Mark, Passport
from kiosk.documents.tape import Tape


def passport_slip(passport: Passport, link: str, words: Mapping[str, str], *, columns: int) -> bytes:
    """``words`` are the passport's titles. Whole numbers are left out: a slip lies on a counter. Without a ``link`` it says that there is no code."""
    tape = Tape(columns=columns)
    if passport.training:
        tape.banner(words["training"])
    tape.paragraph(passport.shop.name, centred=True, bold=True, tall=True)
    tape.paragraph(words["passport"], centred=True)
    tape.rule()
    tape.paragraph(words["refurbished"], bold=True)
    tape.paragraph(passport.model, bold=True, tall=True)
    tape.row(passport.tail, passport.number)
    tape.row(words["grade"], passport.grade, bold=True)
    tape.paragraph(passport.rule, small=True)
    tape.rule()
    for label, value in passport.facts:
        tape.paragraph(label, bold=True, small=True)
        tape.paragraph(value, small=True)
    tape.rule()
    tape.row(words["points"].format(count=len(passport.points)), bold=True)
    for mark in Mark:
        count = sum(point.mark is mark for point in passport.points)
        if count:
            tape.row(words[_NAME_OF[mark]], str(count))
    for point in passport.points:
        if point.mark is Mark.NOTED:
            tape.paragraph(f"{point.title} : {point.found}", small=True)
    tape.row(words["inspected_on"].format(day=passport.inspected_on), small=True)
    tape.space(12)
    if link:
        tape.paragraph(words["check"], centred=True, bold=True)
        tape.qr(link)
        tape.paragraph(words["slip_signed"].format(till=passport.till), centred=True, small=True)
    else:
        tape.paragraph(words["no_code"], small=True)
    tape.paragraph(words["law"], small=True)
    if passport.training:
        tape.banner(words["training"])
    return tape.cut()


_NAME_OF = {Mark.PASSED: "passed", Mark.NOTED: "noted", Mark.NOT_APPLICABLE: "not_applicable"}
