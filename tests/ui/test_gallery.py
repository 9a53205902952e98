"""`kiosk gallery`: it opens in any theme, turns through all four by its title, and can leave its picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication

from kiosk.ui.gallery import run_gallery
from kiosk.ui.viewmodels.gallery import GalleryViewModel


def test_the_title_turns_through_the_four_themes_and_back() -> None:
    gallery = GalleryViewModel(dark=False, language="fr")
    seen = []
    for _ in range(5):
        seen.append((gallery.property("dark"), gallery.property("training")))
        gallery.nextTheme()
    assert seen == [(False, False), (True, False), (False, True), (True, True), (False, False)]


@pytest.mark.parametrize(("dark", "ground"), [(False, (245, 241, 232)), (True, (22, 20, 17))], ids=["light", "dark"])
def test_the_gallery_leaves_its_picture(qapp: QGuiApplication, tmp_path: Path, dark: bool, ground: tuple[int, int, int]) -> None:
    picture = tmp_path / "screens" / "gallery.png"
    assert run_gallery(dark=dark, size=(1366, 768), picture=picture) == 0
    with Image.open(picture) as image:
        assert image.size == (1366, 768)
        assert image.convert("RGB").getpixel((4, 4)) == ground
