"""Every complaint of ``reports.toml`` is answered by a test that bears its number, and no test answers what nobody reported."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
REPORTS = {report for group in tomllib.loads((Path(__file__).parent / "reports.toml").read_text("utf-8")).values() for report in group}


def answered() -> dict[str, list[str]]:
    """Report → the tests that bear it."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for decorator in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "pytest.mark.answers":
                    for argument in decorator.args:
                        assert isinstance(argument, ast.Constant)
                        found.setdefault(str(argument.value), []).append(f"{path.stem}.{node.name}")
    return found


def test_every_complaint_has_its_test_and_every_answer_its_complaint() -> None:
    answers = answered()
    assert (sorted(REPORTS - answers.keys()), sorted(answers.keys() - REPORTS)) == ([], [])
