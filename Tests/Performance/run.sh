#!/usr/bin/env bash
# Compares nianbao with public table finders on the same files in one run: accuracy where the folder has ground truth in the
# format of the ICDAR 2013 competition (NAME.pdf beside NAME-str.xml), speed and memory on any folder of PDFs.
#
#   Tests/Performance/run.sh FOLDER [--runs N] [--tools nianbao,pdfplumber,…] [--only NAMES]
#
# The peers come from PyPI and live in .venv-performance; pdftotext and a C library come from Debian.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
[ $# -ge 1 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 64; }
folder=$(cd "$1" && pwd)
shift
samples/setup.sh
command -v pdftotext >/dev/null || { apt-get update -q >&2; apt-get install -y -q poppler-utils python3-venv >&2; }
swift build -c release --static-swift-stdlib --product nianbao >&2
tool=$(swift build -c release --static-swift-stdlib --show-bin-path)/nianbao
if [ ! -x .venv-performance/bin/python ]; then
    python3 -m venv .venv-performance
    .venv-performance/bin/pip install -q pdfplumber camelot-py pymupdf pymupdf4llm tablers >&2
fi
exec .venv-performance/bin/python "$here/compare.py" --nianbao "$tool" "$folder" "$@"
