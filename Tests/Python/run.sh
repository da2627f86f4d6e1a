#!/usr/bin/env bash
# Tests the Python package against the samples, checks its types, and runs what the README and its article show in Python, SQL, R and a
# spreadsheet.
#
#   Tests/Python/run.sh TOOL [ARGUMENT OF PYTEST…]
#
# Makes a virtual environment in .build/python from PyPI, and installs R from Debian, as root or with sudo. Asks nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
tool=$(readlink -f "${1:?which tool? see --help}")
shift
samples/package/installed.sh python3-venv r-base-core r-cran-rsqlite

environment=.build/python
wanted=$(cat Tests/Python/requirements.txt)
if [ "$(cat "$environment/requirements" 2>/dev/null)" != "$wanted" ]; then
    rm -rf "$environment"
    python3 -m venv "$environment"
    "$environment/bin/python" -m pip install -q --disable-pip-version-check -r Tests/Python/requirements.txt >&2
    echo "$wanted" >"$environment/requirements"
fi
python=$PWD/$environment/bin/python
export NIANBAO=$tool PYTHONPATH=$PWD/samples/python PYTHONDONTWRITEBYTECODE=1
(cd samples/python && "$python" -m mypy --cache-dir=../../.build/mypy)
"$python" -m pytest -q -p no:cacheprovider "$@" Tests/Python
