"""Words of the screens: collects ``qsTr`` texts into ``resources/i18n/kiosk_*.ts`` and compiles them to ``.qm`` beside them.

French is the language of the sources: its file holds plural forms only. ``--release`` only makes the ``.qm`` files that are missing or
older than their words (set-up does that). ``--check`` changes nothing and fails when a text has no translation, when a file is
stale, or when a translation lost a ``%1``.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
QML = ROOT / "kiosk" / "ui" / "qml"
LANGUAGES = {"fr": ["-pluralonly", "-target-language", "fr_FR"], "en": ["-target-language", "en_GB"]}
PLACE = re.compile(r"%(?:\d|n)")


def tool(name: str, *arguments: str) -> None:
    """One of PySide6's own tools; its output only when it fails."""
    done = subprocess.run([str(Path(sys.executable).with_name(name)), *arguments], capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def collect(target: Path, language: str) -> None:
    """Bring a .ts up to date with the sources; line numbers stay out, so that a moved line is no change."""
    sources = sorted(str(path) for path in QML.rglob("*.qml"))
    options = ["-source-language", "fr_FR", *LANGUAGES[language], "-locations", "none", "-no-obsolete"]
    tool("pyside6-lupdate", *sources, *options, "-ts", str(target))


def faults(path: Path) -> list[str]:
    """Texts without their translation, and translations that lost a place."""
    found: list[str] = []
    for message in ElementTree.parse(path).getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if not forms or not all(forms) or (translation is not None and translation.get("type") == "unfinished"):
            found.append(f"{path.name}: no translation of {source!r}")
        elif message.get("numerus") != "yes" and any(set(PLACE.findall(form)) != set(PLACE.findall(source)) for form in forms):
            found.append(f"{path.name}: the places differ in {source!r}")
    return found


def compile_words(source: Path, target: Path) -> None:
    tool("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def compile_stale() -> None:
    """Bring the compiled words up to the words, quickly when they are."""
    for source in sorted(FOLDER.glob("kiosk_*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            compile_words(source, compiled)


def check() -> list[str]:
    """Everything that is not as ``build`` would leave it."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            stored = FOLDER / f"kiosk_{language}.ts"
            fresh = Path(folder, stored.name)
            fresh.write_bytes(stored.read_bytes())
            collect(fresh, language)
            found += faults(fresh)
            if fresh.read_bytes() != stored.read_bytes():
                found.append(f"{stored.name}: stale; run tools/build_translations.py")
    return found


def build() -> list[str]:
    """Collect and compile; what is still without translation."""
    found: list[str] = []
    for language in LANGUAGES:
        stored = FOLDER / f"kiosk_{language}.ts"
        collect(stored, language)
        found += faults(stored)
    compile_stale()
    return found


def main() -> int:
    if "--release" in sys.argv:
        compile_stale()
        return 0
    found = check() if "--check" in sys.argv else build()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
