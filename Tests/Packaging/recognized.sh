#!/usr/bin/env bash
# Reads a sample by its pictures alone, with the engine that was installed beside the tool, and counts figures that are as printed.
set -euo pipefail
"$NIANBAO" --version
"$NIANBAO" extract --quiet --ocr always --no-ocr-cache samples/bureau-2024-chromium.pdf --format csv >/tmp/recognized.csv
"$NIANBAO" extract --quiet samples/bureau-2024-chromium.pdf --format csv >/tmp/printed.csv
python3 - <<'END'
import csv
rows = [{row["code"]: row for row in csv.DictReader(open(f"/tmp/{name}.csv"))} for name in ("recognized", "printed")]
same = sum(rows[0][code]["value"] == row["value"] for code, row in rows[1].items() if code in rows[0])
wrong = [code for code, row in rows[0].items() if row["status"] in ("printed", "recovered") and row["value"] != rows[1][code]["value"]]
assert same > 0.9 * len(rows[1]) and not wrong, (same, wrong)
print(f"recognized: {same} of {len(rows[1])} figures, none wrong that is certain")
END
rm /tmp/recognized.csv /tmp/printed.csv
