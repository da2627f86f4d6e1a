#!/usr/bin/env bash
# Installs what is missing of the Debian packages that nianbao is built with, and with --office LibreOffice, by which it reads DOC, XLS,
# RTF and files of WPS. Works as root and with sudo; asks nothing.
set -euo pipefail

packages=(
    libpoppler-glib-dev libpoppler-private-dev libcairo2-dev libfreetype-dev libxml2-dev poppler-data pkg-config jq bsdextrautils
    libsqlite3-dev libxlsxwriter-dev libarchive-dev nettle-dev python3-jsonschema python3-openpyxl sqlite3
    libleptonica-dev libtesseract-dev tesseract-ocr-eng python3-venv
)
case "${1-}" in
    "") ;;
    --office) packages+=(libreoffice-writer-nogui libreoffice-calc-nogui) ;;
    *) echo "setup: unknown option $1; there is --office" >&2; exit 64 ;;
esac
# What Swift links with on Linux; from Debian 13 on it is a package of its own.
command -v ld.gold >/dev/null || packages+=(binutils-gold)
"$(dirname "$0")/package/installed.sh" "${packages[@]}"

command -v swift >/dev/null || { echo "setup: no swift on the path; install Swift 6.2 or later from swift.org" >&2; exit 1; }

"$(dirname "$0")/setup-ocr.sh" || echo "setup: without it no pictures of text are read; samples/setup-ocr.sh tries again" >&2
