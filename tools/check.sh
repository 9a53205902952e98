#!/bin/sh
# Every gate, all of them run even when one is red; the last line says which were.
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
failed=""
gate() {
    name=$1
    shift
    if output=$("$@" 2>&1); then echo "ok    $name"; else failed="$failed $name"; echo "FAIL  $name"; echo "$output" | tail -n 60; fi
}
gate ruff .venv/bin/ruff check --quiet .
gate mypy .venv/bin/mypy
gate imports .venv/bin/lint-imports --no-cache
gate sizes .venv/bin/python tools/check_sizes.py
gate qml .venv/bin/python tools/check_qml.py
gate translations .venv/bin/python tools/build_translations.py --check
gate generated .venv/bin/python tools/build_reference.py --check
gate fiscal .venv/bin/python tools/check_fiscal_version.py
if [ -n "$failed" ]; then echo "red:$failed"; exit 1; fi
