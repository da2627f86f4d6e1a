#!/usr/bin/env bash
# Tests the page of nianbao review in Debian's Chromium, without a screen.
#
#   Tests/Review/run.sh TOOL [ARGUMENT OF PYTEST…]
#
# Makes a virtual environment in .build/review from PyPI, and installs the browser from Debian, as root or with sudo. Asks nothing.
# With PICTURES=1 it takes the pictures of the article anew.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$(readlink -f "${1:?which tool? see --help}")
shift
samples/package/installed.sh python3-venv chromium chromium-driver fonts-wqy-microhei

environment=.build/review
wanted=$(cat Tests/Review/requirements.txt)
if [ "$(cat "$environment/requirements" 2>/dev/null)" != "$wanted" ]; then
    rm -rf "$environment"
    python3 -m venv "$environment"
    "$environment/bin/python" -m pip install -q --disable-pip-version-check -r Tests/Review/requirements.txt >&2
    echo "$wanted" >"$environment/requirements"
fi
NIANBAO=$tool PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" -m pytest -q -p no:cacheprovider "$@" Tests/Review
