#!/usr/bin/env bash
# Reads a few hundred files on a real Spark cluster of this machine, a master and two workers, kills the driver of one run and a worker
# of the next, and compares the Parquet with what `nianbao convert` writes. Ends with 0 where they are equal, else says what differs.
#
#   samples/spark/run.sh [--files N] [--keep FOLDER]
#
# PySpark comes from PyPI and lives in .venv-spark, Java from Debian. Nothing listens on any interface but loopback.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
samples/setup.sh
missing=()
command -v java >/dev/null || missing+=(default-jre-headless)
python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
fi
swift build -c release --static-swift-stdlib --product nianbao >&2
tool=$(swift build -c release --static-swift-stdlib --show-bin-path)/nianbao
if [ ! -e .venv-spark/ready ]; then
    python3 -m venv .venv-spark
    .venv-spark/bin/pip install -q -r "$here/requirements.txt" >&2
    touch .venv-spark/ready
fi
cd "$here"
exec env PYTHONDONTWRITEBYTECODE=1 "$OLDPWD/.venv-spark/bin/python" -m rehearsal --nianbao "$tool" "$@"
