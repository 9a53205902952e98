"""One place for colours, sizes, fonts and durations; enough contrast in every theme; every icon that is named is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from kiosk.ui.application import QML, RESOURCES, make_engine

PAGES = sorted(path for path in QML.rglob("*.qml") if "Style" not in path.parent.name)
LITERALS = {
    "colour": re.compile(r'"#[0-9A-Fa-f]{3,8}"|Qt\.rgba\(|\bcolor: "[a-z]+"'),
    "font size": re.compile(r"pixelSize: \d|pointSize|font\.family: \""),
    "duration": re.compile(r"\b(?:duration|interval): \d{2,}"),
}
# Text needs 4.5 to 1, what can be touched or read as a graphic 3 to 1 (WCAG 2).
TEXT_PAIRS = [
    ("ink", "ground"), ("ink", "surface"), ("ink2", "ground"), ("ink2", "well"), ("ink2", "surface"), ("ink2", "raised"), ("ink3", "ground"),
    ("ink3", "well"), ("ink3", "surface"), ("inverseInk", "inverse"), ("inverseInk2", "inverse"), ("inverseOk", "inverse"), ("inverseBad", "inverse"),
    ("accentInk", "accent"), ("accentInk", "accentPress"), ("accent", "surface"), ("accent", "ground"), ("accent", "accentTint"), ("ink", "accentTint"),
    ("ink2", "accentTint"), ("ok", "surface"), ("ok", "okTint"), ("ok", "accentTint"), ("wait", "surface"), ("wait", "waitTint"), ("bad", "surface"),
    ("bad", "badTint"), ("ink", "okTint"), ("ink", "waitTint"), ("ink", "badTint"), ("trainInk", "train"),
]  # fmt: skip
EDGE_PAIRS = [("control", "surface"), ("control", "ground"), ("control", "well"), ("waitFill", "surface")]
THEMES = [(dark, training) for dark in (False, True) for training in (False, True)]


@pytest.mark.parametrize("kind", LITERALS)
def test_only_the_style_knows_literals(kind: str) -> None:
    found = [f"{path.relative_to(QML)}: {match[0]}" for path in PAGES for match in LITERALS[kind].finditer(path.read_text("utf-8"))]
    assert found == []


def luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def engine(qapp: QGuiApplication) -> QQmlApplicationEngine:
    return make_engine()


@pytest.mark.parametrize(("dark", "training"), THEMES, ids=["light", "light-training", "dark", "dark-training"])
def test_words_and_edges_can_be_seen_in_every_theme(dark: bool, training: bool, engine: QQmlApplicationEngine) -> None:
    look, colors = engine.singletonInstance("Kiosk.Style", "Look"), engine.singletonInstance("Kiosk.Style", "Colors")
    look.setProperty("dark", dark)
    look.setProperty("training", training)
    faint = [
        f"{front} on {back}: {found:.2f}"
        for needed, pairs in ((4.5, TEXT_PAIRS), (3.0, EDGE_PAIRS))
        for front, back in pairs
        if (found := contrast(colors.property(front), colors.property(back))) < needed
    ]
    assert faint == []


def test_sizes_follow_the_density_of_the_screen(engine: QQmlApplicationEngine) -> None:
    look, sizes, fonts = (engine.singletonInstance("Kiosk.Style", name) for name in ("Look", "Sizes", "Fonts"))
    assert (sizes.property("control"), sizes.property("rail"), fonts.property("small")) == (64, 112, 16)
    look.setProperty("windowWidth", 1366)
    assert (look.property("medium"), sizes.property("control"), sizes.property("rail")) == (True, 56, 96)
    look.setProperty("windowWidth", 1024)
    assert (look.property("small"), sizes.property("stepsWidth")) == (True, 96)
    look.setProperty("windowWidth", 1920)
    look.setProperty("pxPerMm", 5.3 * 1.5)
    assert (look.property("medium"), sizes.property("control"), fonts.property("small")) == (True, 84, 24)


def test_motion_can_be_turned_off(engine: QQmlApplicationEngine) -> None:
    look, motion = engine.singletonInstance("Kiosk.Style", "Look"), engine.singletonInstance("Kiosk.Style", "Motion")
    moving = ("press", "line", "total", "fill", "page", "noticeIn", "noticeOut", "pulse")
    assert all(motion.property(name) > 0 for name in moving)
    look.setProperty("motion", False)
    assert [motion.property(name) for name in moving] == [0] * len(moving)
    assert motion.property("noticeStays") == 6000


def test_every_icon_that_qml_names_is_there() -> None:
    named = {
        name
        for path in PAGES
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"[iI]con(?:Name)?\b|\bname: .*\?|return \"", line)
        for name in re.findall(r'(?:[iI]con(?:Name)?|name): (?:[^"\n]*\? )?"([a-z][a-z0-9-]+)"', line)
    }
    have = {path.stem for path in Path(RESOURCES, "icons").glob("*.svg")} | {path.stem for path in Path(RESOURCES, "drawings").glob("*.svg")}
    assert len(named) > 30
    assert sorted(named - have) == []


def test_no_icon_is_shipped_that_nothing_names() -> None:
    data = [path for path in sorted(RESOURCES.rglob("*")) if path.suffix in {".toml", ".json"}]
    text = "".join(path.read_text("utf-8") for path in [*PAGES, *sorted(QML.parent.rglob("*.py")), *data])
    unused = sorted(path.stem for path in Path(RESOURCES, "icons").glob("*.svg") if f'"{path.stem}"' not in text)
    assert unused == []
