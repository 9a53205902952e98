"""The size gate: functions, files, classes and constructors stay within the guide; exceptions are listed with their reason."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FUNCTION_LINES, FILE_LINES, QML_LINES, PUBLIC_METHODS, CONSTRUCTOR_PARAMETERS = 40, 300, 200, 20, 6

EXCEPTIONS = {
    "kiosk/fiscal/archive/verify_archive.py": "one file that a stranger runs alone: it stands in every archive",
}


def measure(path: Path) -> list[str]:
    """What is too large in one file."""
    text = path.read_text("utf-8")
    name = path.relative_to(ROOT).as_posix()
    limit = QML_LINES if path.suffix == ".qml" else FILE_LINES
    lines = text.count("\n")
    found = [f"{name}: {lines} lines, the guide is {limit}"] if lines > limit else []
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(text)):
            found += _measure_node(name, node)
    return found


def _measure_node(name: str, node: ast.AST) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        found = []
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > FUNCTION_LINES:
            found.append(f"{name}:{node.lineno} {node.name}: {lines} lines, the guide is {FUNCTION_LINES}")
        parameters = len(node.args.args) + len(node.args.kwonlyargs) - 1
        if node.name == "__init__" and parameters > CONSTRUCTOR_PARAMETERS:
            found.append(f"{name}:{node.lineno} constructor: {parameters} parameters, the guide is {CONSTRUCTOR_PARAMETERS}")
        return found
    if isinstance(node, ast.ClassDef):
        public = [item.name for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_") and not _is_property(item)]
        if len(public) > PUBLIC_METHODS:
            return [f"{name}:{node.lineno} {node.name}: {len(public)} public methods, the guide is {PUBLIC_METHODS}"]
    return []


def _is_property(function: ast.FunctionDef) -> bool:
    names = {ast.unparse(decorator).partition("(")[0].rpartition(".")[2] for decorator in function.decorator_list}
    return bool(names & {"property", "Property"})


def main() -> int:
    files = [path for folder in ("kiosk", "central", "tools") for path in sorted((ROOT / folder).rglob("*")) if path.suffix in {".py", ".qml"}]
    large = [(path.relative_to(ROOT).as_posix(), found) for path in files for found in measure(path)]
    unexcused = [found for name, found in large if name not in EXCEPTIONS]
    stale = sorted(set(EXCEPTIONS) - {name for name, _ in large})
    for line in unexcused:
        print(line)
    for name in stale:
        print(f"{name}: listed as an exception but within the guide; take it off the list")
    return 1 if unexcused or stale else 0


if __name__ == "__main__":
    sys.exit(main())
