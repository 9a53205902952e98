"""What is kept of a photo: the picture, upright and small, and nothing else."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from kiosk.diagnostics.photos import NotAPhoto, make_photo

ORIENTATION, GPS, ROTATED_90 = 0x0112, 0x8825, 6


def jpeg(size: tuple[int, int], *, exif: Image.Exif | None = None) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, "JPEG", exif=exif or Image.Exif())
    return out.getvalue()


def test_a_large_photo_is_downscaled_and_hashed_by_what_is_kept() -> None:
    photo = make_photo(jpeg((4000, 3000)))
    assert (photo.width_px, photo.height_px) == (1600, 1200)
    assert photo.sha256 == hashlib.sha256(photo.jpeg).hexdigest()


def test_a_small_photo_is_not_blown_up() -> None:
    photo = make_photo(jpeg((64, 48)))
    assert (photo.width_px, photo.height_px) == (64, 48)


def test_place_and_owner_are_dropped_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED_90
    exif.get_ifd(GPS)[1] = "N"
    photo = make_photo(jpeg((400, 300), exif=exif))
    assert (photo.width_px, photo.height_px) == (300, 400)
    with Image.open(io.BytesIO(photo.jpeg)) as kept:
        assert dict(kept.getexif()) == {}


def test_the_same_file_gives_the_same_bytes() -> None:
    assert make_photo(jpeg((640, 480))) == make_photo(jpeg((640, 480)))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", jpeg((640, 480))[:200], b"GIF89a" + bytes(40)])
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPhoto):
        make_photo(content)
