"""An ESC/POS interpreter that we did not write, made usable on Python 3.11. See ``tests/data/peers/README.md``."""

from __future__ import annotations

import hashlib
import importlib
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

WHEEL = Path(__file__).parent / "data" / "peers" / "emupos-0.4.0-py3-none-any.whl"
WHEEL_SHA256 = "d41f15caa2b286e7303b12c4bdcb02dc395c75553479d02b20566e2bacc2bb9a"
TYPE_STATEMENT = re.compile(r"^type (\w+) = ", re.MULTILINE)

# Its own is checked by pydantic; these are the values of its profile epson-tm-t20iii.yaml.
CONFIG = '''
from dataclasses import dataclass, field

@dataclass(frozen=True)
class FontCell:
    width: int
    height: int

@dataclass(frozen=True)
class PrinterProfile:
    width_dots: int = 576
    font_a: FontCell = FontCell(12, 24)
    font_b: FontCell = FontCell(9, 17)
    code_pages: dict = field(default_factory=lambda: {0: "PC437", 2: "PC850", 16: "WPC1252", 19: "PC858"})
    default_code_page: int = 0
'''


@dataclass(frozen=True, slots=True)
class PeerPaper:
    """What the other interpreter printed: its text, its picture, and the commands that it did not know."""

    text: str
    png: bytes
    unknown: tuple[str, ...]


class PeerPrinter:
    """Prints bytes with the other interpreter."""

    def __init__(self, folder: Path) -> None:
        assert hashlib.sha256(WHEEL.read_bytes()).hexdigest() == WHEEL_SHA256
        with zipfile.ZipFile(WHEEL) as wheel:
            wheel.extractall(folder)
        for source in folder.glob("emupos/**/*.py"):
            source.write_text(TYPE_STATEMENT.sub(r"\1 = ", source.read_text("utf-8")), "utf-8")
        (folder / "emupos" / "config.py").write_text(CONFIG, "utf-8")
        (folder / "segno.py").write_text('"""QR codes are not asked of it."""\n', "utf-8")
        sys.path.insert(0, str(folder))
        self._config, self._model, self._tokenizer = (_module(name) for name in ("config", "printer.escpos.model", "printer.escpos.tokenizer"))
        sys.path.remove(str(folder))

    def print(self, content: bytes) -> tuple[PeerPaper, ...]:
        """One paper per cut. Status requests and the drawer pulse concern the device, not the paper."""
        model = self._model.PrintModel("front", self._config.PrinterProfile())
        papers: list[PeerPaper] = []
        unknown: list[str] = []
        for token in self._tokenizer.Tokenizer().feed(content):
            name = getattr(token, "name", "")
            if name == "GS V":
                paper = model.finish("cut")
                papers.append(PeerPaper(paper.text, paper.png, tuple(unknown)))
                unknown.clear()
            elif name not in ("GS r", "ESC p", "ESC @"):
                unknown += [str(event) for event in model.process(token)]
        return tuple(papers)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"emupos.{name}")
