#!/bin/sh
# Writes requirements.lock anew from requirements.in: exact versions with hashes, no registry address.
set -eu
cd "$(dirname "$0")/.."
[ -x build/lock/bin/uv ] || { python3 -m venv build/lock; build/lock/bin/python -m pip install --quiet uv; }
build/lock/bin/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url --no-annotate --python-version 3.11 --universal requirements.in -o requirements.lock
