#!/bin/sh
# Makes a checkout ready to run: missing Debian packages, .venv, locked dependencies, compiled translations. Quiet when done.
set -eu
cd "$(dirname "$0")/.."

missing=""
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $(grep -v '^#' packages.txt); do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing="$missing $package"
    done
fi
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo"; else as_root="no"; fi
    if [ "$as_root" = no ]; then
        echo "These Debian packages are missing and need an administrator:  apt-get install$missing" >&2
    else
        echo "Installing Debian packages:$missing"
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || echo "The package lists could not be refreshed; trying with the known ones." >&2
        # shellcheck disable=SC2086
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null ||
            { echo "Could not be installed; by hand:  apt-get install$missing" >&2; }
    fi
fi

python=${KIOSK_PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $python is $("$python" --version)." >&2; exit 1; }
lock=$(sha256sum requirements.lock | cut -c1-16)
if [ ! -e ".venv/ready-$lock" ]; then
    [ -x .venv/bin/python ] || { echo "Making .venv"; "$python" -m venv .venv; }
    echo "Installing the locked dependencies (about 250 MB to fetch, a minute or two)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    rm -f .venv/ready-*
    : > ".venv/ready-$lock"
fi
.venv/bin/python tools/build_translations.py --release
