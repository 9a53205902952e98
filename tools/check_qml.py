"""The QML gate: every QML file through qmllint with no warning allowed, against the real members of the Python view models.

Python types registered by ``@QmlElement`` have no C++ header to read types from, so their members are dumped from their live meta
objects into ``build/qmltypes``; a misspelt member of a view model is then an error like any other. ``--types`` only dumps.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QMetaMethod, QMetaObject, QObject

ROOT = Path(__file__).resolve().parents[1]
QML = ROOT / "kiosk" / "ui" / "qml"
TYPES = ROOT / "build" / "qmltypes"
DEFAULT_MODULE = "Kiosk.ViewModels"
PACKAGES = ("kiosk.ui.viewmodels", "kiosk.ui.models")


def registered_classes() -> list[type[QObject]]:
    """Every QObject class of the view-model packages that QML may see: those under ``@QmlElement``."""
    found: dict[str, type[QObject]] = {}
    for package_name in PACKAGES:
        package = importlib.import_module(package_name)
        for module_info in pkgutil.walk_packages(package.__path__, package_name + "."):
            module = importlib.import_module(module_info.name)
            for name in _decorated(Path(str(module.__file__))):
                found[name] = getattr(module, name)
    return [found[name] for name in sorted(found)]


def module_of(value: type) -> str:
    """The QML module that the Python file names in QML_IMPORT_NAME."""
    return str(getattr(sys.modules[value.__module__], "QML_IMPORT_NAME", DEFAULT_MODULE))


def _decorated(path: Path) -> list[str]:
    """The decorator leaves no mark on the class that Python could read, so the source is asked."""
    classes = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    return [node.name for node in classes if any(isinstance(mark, ast.Name) and mark.id == "QmlElement" for mark in node.decorator_list)]


def describe(value: type[QObject]) -> str:
    """One ``Component`` of a qmltypes file."""
    meta: QMetaObject = value.staticMetaObject
    lines = [
        "    Component {",
        f'        name: "{value.__name__}"',
        '        accessSemantics: "reference"',
        f'        prototype: "{_prototype(value)}"',
        f'        exports: ["{module_of(value)}/{value.__name__} 1.0"]',
        "        isCreatable: false",
        "        exportMetaObjectRevisions: [256]",
    ]
    lines += [_property(meta, place) for place in range(_own(value, "propertyOffset"), meta.propertyCount())]
    lines += [line for place in range(_own(value, "methodOffset"), meta.methodCount()) for line in _method(meta.method(place))]
    return "\n".join([*lines, "    }"])


def _own(value: type[QObject], offset: str) -> int:
    """Where the members begin that the prototype does not have: also those of unregistered Python bases belong to this class."""
    base = value.__mro__[1]
    while base.__module__.startswith("kiosk."):
        base = base.__mro__[1] if _is_qobject(base.__mro__[1]) else next(each for each in base.__mro__[1:] if _is_qobject(each))
    meta: QMetaObject = base.staticMetaObject
    return meta.propertyCount() if offset == "propertyOffset" else meta.methodCount()


def _is_qobject(value: type) -> bool:
    return issubclass(value, QObject)


def _prototype(value: type[QObject]) -> str:
    return "QAbstractListModel" if issubclass(value, QAbstractItemModel) else "QObject"


def _qml_type(name: str) -> str:
    name = name.replace("*", "").strip()
    return {"PyObject": "QVariant", "QObject": "QObject", "int": "int", "double": "double", "bool": "bool"}.get(name, name)


def _pointer(name: str) -> str:
    return "; isPointer: true" if name.endswith("*") else ""


def _property(meta: QMetaObject, place: int) -> str:
    described = meta.property(place)
    name, type_name = described.name(), str(described.typeName())
    notify = f'; notify: "{described.notifySignal().name().data().decode()}"' if described.hasNotifySignal() else ""
    constant = "; isPropertyConstant: true" if described.isConstant() else ""
    readonly = "" if described.isWritable() else "; isReadonly: true"
    write = f'; write: "set{name}"' if described.isWritable() else ""
    read = f'; read: "{name}"'
    typed = f'name: "{name}"; type: "{_qml_type(type_name)}"{_pointer(type_name)}'
    return f"        Property {{ {typed}{read}{write}{notify}; index: {place}{readonly}{constant} }}"


def _method(method: QMetaMethod) -> list[str]:
    name = method.name().data().decode()
    if name.startswith("_"):
        return []
    word = "Signal" if method.methodType() == QMetaMethod.MethodType.Signal else "Method"
    returned = str(method.typeName())
    types = [kind.data().decode() for kind in method.parameterTypes()]
    names = [each.data().decode() or f"argument{place}" for place, each in enumerate(method.parameterNames())]
    result = f'; type: "{_qml_type(returned)}"{_pointer(returned)}' if returned not in {"void", ""} else ""
    parameters = "".join(f' Parameter {{ name: "{each}"; type: "{_qml_type(kind)}"{_pointer(kind)} }}' for each, kind in zip(names, types, strict=True))
    return [f'        {word} {{ name: "{name}"{result};{parameters} }}']


def dump_types() -> None:
    """Write one folder per QML module under ``build/qmltypes``."""
    classes = registered_classes()
    for module in sorted({module_of(value) for value in classes} | {DEFAULT_MODULE}):
        folder = TYPES / module.replace(".", "/")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "qmldir").write_text(f"module {module}\ntypeinfo models.qmltypes\ndepends QtQml\ndepends QtQml.Models\n", "utf-8")
        body = "\n".join(describe(value) for value in classes if module_of(value) == module)
        (folder / "models.qmltypes").write_text(f"import QtQuick.tooling 1.2\nModule {{\n{body}\n}}\n", "utf-8")


def lint(files: list[Path]) -> int:
    """qmllint's own exit code; its report on stdout."""
    command = [str(Path(sys.executable).with_name("pyside6-qmllint")), "--max-warnings", "0", "-I", str(QML), "-I", str(TYPES), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    report = re.sub(r"^'.*' returned \d+\n?", "", done.stdout + done.stderr, flags=re.MULTILINE).strip()
    if report:
        print(report)
    return done.returncode


def main() -> int:
    sys.path.insert(0, str(ROOT))
    dump_types()
    if "--types" in sys.argv:
        return 0
    wanted = [Path(name) for name in sys.argv[1:]] or sorted(QML.rglob("*.qml"))
    return lint(wanted)


if __name__ == "__main__":
    sys.exit(main())
