#!/usr/bin/env bash
# Reads every sample with the tool that $NIANBAO names, and looks whether it gives the bytes that are known; then uses each of the
# libraries that are loaded when they are needed. Says how much processor time the tool takes to start.
set -euo pipefail
"$NIANBAO" --version
count=0
for json in samples/*.json; do
    stem=${json%.json}
    for sample in "$stem".*; do
        [ "$sample" = "$json" ] && continue
        "$NIANBAO" extract --quiet "$sample" | cmp - "$json" || { echo "installed: $sample gives another report" >&2; exit 1; }
        count=$((count + 1))
    done
done
[ "$count" -ge 10 ] || { echo "installed: only $count samples" >&2; exit 1; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# poppler-glib and cairo; libxlsxwriter and SQLite; maps of fonts that are not embedded.
"$NIANBAO" draw samples/county-2023-libreoffice.pdf --page 2 --output "$folder/page.png"
"$NIANBAO" inspect samples/county-2023-libreoffice.pdf >/dev/null
"$NIANBAO" convert -q samples --include '*.pdf' --output "$folder/figures.sqlite" --output "$folder/figures.xlsx" --no-ocr-cache
for file in page.png figures.sqlite figures.xlsx; do [ -s "$folder/$file" ] || { echo "installed: no $file" >&2; exit 1; }; done
"$NIANBAO" extract --quiet samples/county-2023-word.docx >/dev/null
"$NIANBAO" tables Tests/Packaging/not-embedded.pdf --format csv | grep -q 年度报告 || { echo "installed: no maps of Chinese fonts" >&2; exit 1; }

# Of a hundred starts, in seconds: user and system.
TIMEFORMAT='%U %S'
taken=$({ time for _ in {1..100}; do "$NIANBAO" schema >/dev/null; done; } 2>&1)
echo "installed: $count samples give what they are known to give; a start takes $(awk '{ printf "%.1f", ($1 + $2) * 10 }' <<<"$taken") ms of processor time"
