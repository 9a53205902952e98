"""Who may use what: the borders that import-linter's layers do not draw."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted([*(ROOT / "kiosk").rglob("*.py"), *(ROOT / "central").rglob("*.py")])


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """(module, whether at the top of the file) of each import."""
    tree = ast.parse(path.read_text("utf-8"))
    top = set(map(id, tree.body)) | {id(inner) for node in tree.body if isinstance(node, ast.If | ast.Try) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, id(node) in top
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in top


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def allowed(path: Path, package: str) -> bool:
    place = name(path)
    match package:
        case "sqlalchemy":
            # a Connection passes through services, stamped by its type; building SQL is for the stores
            return True if place.endswith(("/store.py", "_store.py")) or place.startswith(("kiosk/storage/", "central/")) else _only_connection(path)
        case "PySide6":
            alone = {"kiosk/launch.py", "kiosk/stages.py", "kiosk/setting_up.py", "kiosk/work.py", "kiosk/__main__.py"}
            return place.startswith(("kiosk/ui/", "kiosk/demo/", "kiosk/commands/")) or place in alone
        case "httpx":
            return place == "kiosk/sync/client.py"
        case "serial":
            return place.startswith("kiosk/hardware/")
        case "alembic":
            return place in {"kiosk/storage/migrate.py"} or place.startswith("central/")
        case _:
            raise AssertionError(package)


def _only_connection(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import) and any(alias.name.startswith("sqlalchemy") for alias in node.names):
            return False
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy") and {alias.name for alias in node.names} - {"Connection"}:
            return False
    return True


@pytest.mark.parametrize("package", ["sqlalchemy", "PySide6", "httpx", "serial", "alembic"])
def test_a_foreign_library_is_used_behind_its_one_border(package: str) -> None:
    users = [path for path in SOURCES if any(module == package or module.startswith(package + ".") for module, _ in imported(path))]
    assert users, f"nobody uses {package} any more: take its rule away"
    assert [name(path) for path in users if not allowed(path, package)] == []


def test_imports_stand_at_the_top_of_the_file() -> None:
    allowed_inside = {"kiosk/__main__.py"}
    inside = [name(path) for path in SOURCES if name(path) not in allowed_inside and any(not top for _, top in imported(path))]
    assert inside == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [name(path) for path in SOURCES if path.read_text("utf-8").strip() and not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_nothing_of_ours_catches_everything_without_saying_why() -> None:
    wide = []
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if "except Exception" in line and "#" not in line:
                wide.append(f"{name(path)}:{number}")
    assert wide == []


def test_the_modules_of_the_counter_do_not_ask_the_system_for_the_time() -> None:
    asking = []
    for path in SOURCES:
        if name(path) in {"kiosk/basics/clock.py", "kiosk/ui/tour/player.py"} or name(path).startswith(("kiosk/hardware/", "kiosk/demo/")):
            continue
        text = path.read_text("utf-8")
        if "datetime.now(" in text or "time.time(" in text or "time.monotonic" in text:
            asking.append(name(path))
    assert asking == []


def test_no_item_is_asked_for_its_meta_object() -> None:
    """A QML type's own dies with its item while Python still holds it; the next item at its address is taken for it, and the program crashes."""
    asking = [name(path) for path in (*SOURCES, *(ROOT / "tests").rglob("*.py")) if ".meta" + "Object()" in path.read_text("utf-8")]
    assert asking == []
