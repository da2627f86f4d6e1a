#!/usr/bin/env bash
# Installs what is missing of the Debian packages that nianbao is built with. Works as root and with sudo; asks nothing.
set -euo pipefail

packages=(
    libpoppler-glib-dev libpoppler-private-dev libcairo2-dev libfreetype-dev libxml2-dev poppler-data pkg-config jq bsdextrautils
    libsqlite3-dev libxlsxwriter-dev libarchive-dev nettle-dev python3-jsonschema python3-openpyxl sqlite3
    libleptonica-dev libtesseract-dev tesseract-ocr-eng python3-venv
)
# What Swift links with on Linux; from Debian 13 on it is a package of its own.
command -v ld.gold >/dev/null || packages+=(binutils-gold)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "setup: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
        as_root=(sudo)
    fi
    echo "setup: installing ${missing[*]}" >&2
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
fi

command -v swift >/dev/null || { echo "setup: no swift on the path; install Swift 6.2 or later from swift.org" >&2; exit 1; }

"$(dirname "$0")/setup-ocr.sh" || echo "setup: without it no pictures of text are read; samples/setup-ocr.sh tries again" >&2
