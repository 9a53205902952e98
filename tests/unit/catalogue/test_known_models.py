"""Which model a device's own code names, from the committed lists; and which of the chain's models that is."""

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from pathlib import Path

import pytest

from kiosk.catalogue.known_models import KnownModel, KnownModels, commercial_gb, of_family, of_words
from kiosk.catalogue.products import DeviceKind, DeviceModel

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "models"
KNOWN = KnownModels(FOLDER)
PHONE, TABLET = DeviceKind.SMARTPHONE, DeviceKind.TABLET


@pytest.mark.parametrize(
    ("code", "part_number", "expected"),
    [
        ("iPhone13,2", "", KnownModel("Apple", "iPhone 12", PHONE)),
        ("iPhone13,2", "MGJ53F/A", KnownModel("Apple", "iPhone 12", PHONE, 64, "Noir")),
        ("iPhone13,2", "NGJ53", KnownModel("Apple", "iPhone 12", PHONE, 64, "Noir")),
        ("iPhone13,2", "MLPF3", KnownModel("Apple", "iPhone 12", PHONE)),
        ("iPhone14,6", "", KnownModel("Apple", "iPhone SE (2022)", PHONE)),
        ("iPhone17,3", "", KnownModel("Apple", "iPhone 16", PHONE)),
        ("iPad13,16", "", KnownModel("Apple", "iPad Air 5", TABLET)),
        ("iPad13,18", "", KnownModel("Apple", "iPad 10", TABLET)),
        ("iPad14,5", "", KnownModel("Apple", "iPad Pro 12,9 (2022)", TABLET)),
        ("SM-G991B", "", KnownModel("Samsung", "Galaxy S21 5G")),
        ("SM-S911B", "", KnownModel("Samsung", "Galaxy S23")),
        ("FP4", "", KnownModel("Fairphone", "Fairphone4")),
        ("iPhone99,9", "", None),
        ("SM-", "", None),
        ("", "", None),
        ("S380", "", None),
        ("x" * 65, "", None),
        ("\x00\u2028é", "", None),
    ],
)
def test_a_code_names_its_model_or_nothing(code: str, part_number: str, expected: KnownModel | None) -> None:
    """S380 is two makers' code: it names none."""
    assert KNOWN.named(code, part_number) == expected


def test_an_a_number_on_the_back_names_the_model() -> None:
    assert KNOWN.by_number("A2403") == KnownModel("Apple", "iPhone 12", PHONE)
    assert KNOWN.by_number("A9999") is None and KNOWN.by_number("iPhone13,2") is None


def test_every_line_of_the_android_list_is_found_and_what_is_between_two_lines_is_not() -> None:
    lines = (FOLDER / "android.tsv").read_text("utf-8").splitlines()
    codes = [line.split("\t")[0] for line in lines]
    for code in (codes[0], codes[-1], *random.Random(7).sample(codes, 300)):
        found = KNOWN.named(code)
        assert found is not None and f"{code}\t{found.brand}\t{found.name}" in lines
        assert KNOWN.named(code + "\t") is None


def test_the_lists_are_what_was_made_from_their_sources() -> None:
    made = tomllib.loads((FOLDER / "sources.toml").read_text("utf-8"))["made"]
    for name, said in made.items():
        content = (FOLDER / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), content.count(b"\n")) == (said["sha256"], said["lines"])


def test_the_android_list_is_sorted_by_its_bytes_and_each_code_stands_once() -> None:
    codes = [line.split(b"\t")[0] for line in (FOLDER / "android.tsv").read_bytes().splitlines()]
    assert codes == sorted(set(codes))
    assert max(map(len, (FOLDER / "android.tsv").read_bytes().splitlines())) < 400


def test_no_apple_code_names_two_models() -> None:
    rows = json.loads((FOLDER / "apple.json").read_bytes())
    codes = [code for row in rows for code in (*row["identifiers"], *row["numbers"])]
    parts = [part for row in rows for _colour, _storage, found in row["variants"] for part in found]
    assert len(codes) == len(set(codes)) and len(parts) == len(set(parts))
    assert all(len(part) == 5 for part in parts)


def test_a_list_that_is_missing_or_spoilt_names_nothing_and_stops_nothing(tmp_path: Path) -> None:
    assert KnownModels(tmp_path).named("SM-G991B") is None and KnownModels(tmp_path).named("iPhone13,2") is None
    (tmp_path / "apple.json").write_bytes(b"\xff[{")
    (tmp_path / "android.tsv").write_bytes(b"SM-G991B\tonly two")
    assert KnownModels(tmp_path).named("iPhone13,2") is None and KnownModels(tmp_path).named("SM-G991B") is None
    (tmp_path / "android.tsv").write_bytes(b"\xff\xfe" * 5000)
    assert KnownModels(tmp_path).named("SM-G991B") is None
    assert KnownModels(None).named("SM-G991B") is None and KnownModels(None).by_part("MGJ53") is None


def model(brand: str, name: str) -> DeviceModel:
    return DeviceModel(f"m-{name}", brand, name, PHONE)


CHAIN = tuple(
    model(brand, name)
    for brand, name in [
        ("Samsung", "Galaxy S21"), ("Samsung", "Galaxy S21 5G"), ("Samsung", "Galaxy A34"), ("Samsung", "Galaxy Tab S8+"), ("Samsung", "Galaxy Tab S8"),
        ("Xiaomi", "Redmi Note 12"), ("Xiaomi", "Xiaomi 13"), ("OnePlus", "Nord 3"), ("Fairphone", "Fairphone 4"), ("OPPO", "Reno 10"), ("Apple", "iPhone 12"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("brand", "name", "expected"),
    [
        ("Samsung", "Galaxy S21 5G", "Galaxy S21 5G"),
        ("Samsung", "Galaxy S21", "Galaxy S21"),
        ("Samsung", "Galaxy A34 5G", "Galaxy A34"),
        ("Samsung", "Galaxy Tab S8+", "Galaxy Tab S8+"),
        ("Redmi", "Redmi Note 12", "Redmi Note 12"),
        ("Redmi", "Redmi 13", ""),
        ("OnePlus", "OnePlus Nord 3 5G", "Nord 3"),
        ("Fairphone", "Fairphone4", "Fairphone 4"),
        ("Oppo", "Reno 10", "Reno 10"),
        ("Apple", "iPhone 12 mini", ""),
        ("Samsung", "iPhone 12", ""),
    ],
)
def test_the_chains_own_spelling_of_a_family_is_found(brand: str, name: str, expected: str) -> None:
    assert [found.name for found in of_family(CHAIN, brand, name)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [
        (63_989_493_760, 64), (127_989_493_760, 128), (125_074_145_280, 128), (255_989_469_184, 256), (1_000_240_963_584, 1024), (0, None),
        (90_000_000_000, None),
    ],
)  # fmt: skip
def test_a_read_size_becomes_the_size_that_is_sold(size_bytes: int, expected: int | None) -> None:
    assert commercial_gb(size_bytes) == expected


LAPTOPS = tuple(
    DeviceModel(f"m-{name}", brand, name, DeviceKind.LAPTOP)
    for brand, name in [
        ("Apple", "MacBook Air 13 M1"), ("Apple", "MacBook Pro 13 M1"), ("Apple", "MacBook Pro 14 M1 Pro"), ("Lenovo", "ThinkPad T480"),
        ("HP", "EliteBook 840 G6"), ("Lenovo", "ThinkPad T14"), ("Lenovo", "IdeaPad Slim 5"), ("Dell", "Latitude 7490"), ("ASUS", "ZenBook 14"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("brand", "words", "expected", "exact"),
    [
        ("Lenovo", "ThinkPad T480", "ThinkPad T480", True),
        ("Dell", "Latitude 7490", "Latitude 7490", True),
        ("HP", "HP EliteBook 840 G6", "EliteBook 840 G6", True),
        ("HP", "HP EliteBook 840 G6 Notebook PC", "EliteBook 840 G6", False),
        ("Lenovo", "IdeaPad Slim 5 14IAH8", "IdeaPad Slim 5", False),
        ("Lenovo", "ThinkPad T14 Gen 2", "ThinkPad T14", False),
        ("Apple", "MacBook Air M1", "MacBook Air 13 M1", False),
        ("Apple", "MacBook Pro M1", "MacBook Pro 13 M1", False),
        ("Apple", "MacBook Pro M1 Pro", "MacBook Pro 14 M1 Pro", False),
        ("Apple", "MacBook Pro M3", "", False),
        ("Acer", "ThinkPad T480", "", False),
        ("Lenovo", "", "", False),
        ("", "", "", False),
    ],
)
def test_what_a_laptop_calls_itself_is_a_family_of_the_chain_or_only_likely_one(brand: str, words: str, expected: str, exact: bool) -> None:
    """What is only likely begins nothing by itself."""
    found, is_exact = of_words(LAPTOPS, brand, words)
    assert ([model.name for model in found], is_exact) == ([expected] if expected else [], exact)
