"""Scanner or hand, and what a burst says under the wrong keyboard layout: tables, no window."""

from __future__ import annotations

import pytest

from kiosk.catalogue.codes import BadgeCode, Ean, Gs1, Imei, ScannedCode, SerialLike, TicketNumber, UnitCode, UnknownCode
from kiosk.ui.keymap import GROUP_SEPARATOR, Layout, Stroke, evdev_code, text_on
from kiosk.ui.scan_burst import Burst, BurstPolicy, Reading, Verdict, continues, gap_ms, judge, read, wait_ms

POLICY = BurstPolicy()


def keys_for(text: str, layout: Layout) -> list[tuple[int, bool]]:
    """The physical keys that say this text on a layout."""
    keycodes = [*range(2, 14), *range(16, 28), *range(30, 54)]
    found = {text_on(layout, [Stroke(0, "", keycode, shift)]): (keycode, shift) for shift in (True, False) for keycode in keycodes}
    return [found[character] for character in text]


def typed(text: str, *, scanner: Layout, system: Layout) -> list[Stroke]:
    """What arrives when a scanner set to one layout sends a text to a system set to another."""
    pressed = keys_for(text, scanner)
    return [Stroke(at_ms * 5, text_on(system, [Stroke(0, "", code, shift)]) or "", code, shift) for at_ms, (code, shift) in enumerate(pressed)]


@pytest.mark.parametrize(
    ("gaps_ms", "verdict"),
    [
        ([1] * 13, Verdict.SCANNER),
        ([4] * 13, Verdict.SCANNER),
        ([12] * 13, Verdict.SCANNER),
        ([20] * 13, Verdict.SCANNER),
        ([0] * 6, Verdict.SCANNER),
        ([5, 5, 580, 5, 5, 5, 5], Verdict.SCANNER),  # the program or the machine stalled in the middle
        ([5, 60, 5, 5, 5], Verdict.SCANNER),
        ([5, 5, 5], Verdict.SCANNER),  # three characters and Enter: by timing, never by length
        ([5, 5], Verdict.HAND),
        ([5], Verdict.HAND),
        ([120, 90, 140, 110, 100], Verdict.HAND),
        ([60, 65, 55, 60], Verdict.HAND),
        ([30, 60, 60, 30, 60], Verdict.HAND),
        ([45, 45, 45, 45], Verdict.PERHAPS),
        ([51, 51, 51, 51], Verdict.HAND),
        ([5, 5, 5, 5, 601], Verdict.HAND),
        ([5, 5, 5, 5, 400], Verdict.SCANNER),
    ],
)
def test_a_scan_is_told_by_its_rhythm(gaps_ms: list[int], verdict: Verdict) -> None:
    times = [1000]
    for gap in gaps_ms:
        times.append(times[-1] + gap)
    assert judge(POLICY, Burst(tuple(times[:-1])), times[-1]) is verdict


def test_a_configured_prefix_needs_no_rhythm() -> None:
    assert judge(POLICY, Burst((0, 500), prefixed=True), 1200) is Verdict.SCANNER
    assert judge(POLICY, Burst((0,), prefixed=True), 10) is Verdict.HAND


@pytest.mark.parametrize(
    ("burst", "wait"),
    [
        (Burst((0,)), 80),
        (Burst((0,), after_pause=True), 200),
        (Burst((0, 5)), 200),
        (Burst((0, 60), after_pause=True), 80),
        (Burst((0, 5, 10)), 600),
        (Burst((0, 60, 120)), 80),
        (Burst((0,), prefixed=True), 1000),
    ],
)
def test_a_typing_hand_waits_little_and_a_scanner_is_given_time(burst: Burst, wait: int) -> None:
    assert wait_ms(POLICY, burst) == wait


def test_a_key_after_the_wait_starts_anew() -> None:
    assert continues(POLICY, Burst((0,)), 80)
    assert not continues(POLICY, Burst((0,)), 81)


def test_an_endless_burst_is_not_kept() -> None:
    assert not continues(POLICY, Burst(tuple(range(4096))), 4096)


@pytest.mark.parametrize(("earlier", "later", "gap"), [(10, 15, 5), (15, 10, 0), ((1 << 32) - 3, 4, 7), (0, 0, 0)])
def test_the_clock_of_the_window_system_wraps_and_may_be_out_of_order(earlier: int, later: int, gap: int) -> None:
    assert gap_ms(earlier, later) == gap


CODES: list[tuple[str, ScannedCode]] = [
    ("3012345678902", Ean("3012345678902")),
    ("490154203237518", Imei("490154203237518")),
    ("UL01K20001R", UnitCode("UL01K20001R")),
    ("L01-K2-000123", TicketNumber("L01-K2-000123")),
    ("BADGE-AMINATA2345672AB", BadgeCode("BADGE-AMINATA2345672AB")),
    ("]E03012345678902", Ean("3012345678902")),
]


@pytest.mark.parametrize(("text", "code"), CODES)
@pytest.mark.parametrize(("scanner", "system"), [(Layout.US, Layout.FR), (Layout.FR, Layout.US), (Layout.US, Layout.US), (Layout.FR, Layout.FR)])
def test_every_code_survives_a_scanner_set_to_the_wrong_keyboard(text: str, code: ScannedCode, scanner: Layout, system: Layout) -> None:
    if text.startswith("]") and scanner is Layout.FR:
        text = text[3:]  # a French keyboard has no key of its own for it
    reading = read(typed(text, scanner=scanner, system=system), remembered=None)
    assert reading == Reading(code, None if scanner is system else scanner)


def test_the_garbage_itself_is_what_a_french_system_shows() -> None:
    assert "".join(stroke.text for stroke in typed("3012345678902", scanner=Layout.US, system=Layout.FR)) == "\"à&é\"'(-è_çàé"


def test_a_serial_number_is_read_as_the_last_proved_layout() -> None:
    letters = [Stroke(index, character, code, True) for index, (character, (code, _)) in enumerate(zip("AZQW", keys_for("AZQW", Layout.FR), strict=True))]
    digits = [Stroke(10 + index, character, 79 + index, False) for index, character in enumerate("123")]
    assert read([*letters, *digits], remembered=None) == Reading(SerialLike("AZQW123"))
    assert read([*letters, *digits], remembered=Layout.US) == Reading(SerialLike("QWAZ123"), Layout.US)


def test_a_misread_code_is_shown_as_the_digits_that_were_on_the_label() -> None:
    assert read(typed("3012345678905", scanner=Layout.US, system=Layout.FR), remembered=None).code == UnknownCode("3012345678905")


def test_keys_that_no_table_knows_leave_the_text_as_typed() -> None:
    assert read([Stroke(0, "é", 0), Stroke(1, "1", 0)], remembered=None) == Reading(UnknownCode("é1"))


def test_a_group_separator_is_found_again_under_the_wrong_layout() -> None:
    strokes = typed("]d2010301234567890221AB12", scanner=Layout.US, system=Layout.FR)
    strokes += [Stroke(900, "\x1c", 27, False, True), *typed("17261231", scanner=Layout.US, system=Layout.FR)]
    code = read(strokes, remembered=None).code
    assert isinstance(code, Gs1) and (code.serial, code.expires_yymmdd) == ("AB12", "261231")
    assert GROUP_SEPARATOR in code.text


@pytest.mark.parametrize(
    ("scan_code", "platform", "evdev"), [(12, "xcb", 4), (12, "wayland", 4), (4, "windows", 4), (12, "offscreen", 0), (0, "xcb", 0), (8, "xcb", 0)]
)
def test_a_physical_key_has_one_number_on_every_platform(scan_code: int, platform: str, evdev: int) -> None:
    assert evdev_code(scan_code, platform) == evdev


@pytest.mark.parametrize(("keycode", "character"), [(71, "7"), (74, "-"), (75, "4"), (78, "+"), (79, "1"), (82, "0"), (83, "."), (98, "/"), (57, " ")])
def test_the_number_block_is_the_same_everywhere(keycode: int, character: str) -> None:
    assert [text_on(layout, [Stroke(0, "", keycode)]) for layout in Layout] == [character, character]
