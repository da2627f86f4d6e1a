#!/usr/bin/env python3
"""How fast `nianbao review` opens a large conversion and answers, and how much memory it takes.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Performance/review.py [--reports N] [--items N] [--decisions N] [--nianbao PATH]

Converts the samples, and makes the ledger one of N reports with N things to settle: reports besides the samples' own have agencies
and years of their own, and share what was read. Ends with 1 where an aim is missed.
"""
import argparse
import hashlib
import json
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
AIMS = {"opening": 2.0, "report": 0.05, "picture": 0.2}


def convert(tool, folder):
    samples = sorted(str(path) for path in (ROOT / "samples").glob("*.pdf"))
    subprocess.run([tool, "convert", "-q", *samples, "--output", "figures.sqlite"], cwd=folder, check=True)
    return folder / "figures.sqlite.ledger"


def grow(ledger, reports, items):
    """More reports, and things to settle about figures that they have."""
    with sqlite3.connect(ledger) as database:
        known = database.execute("SELECT key, document, form, file FROM report ORDER BY id").fetchall()
        stored = {key: json.loads(text.splitlines()[0]) for key, text in database.execute("SELECT key, json FROM conversion")}
        codes = {key: sorted(code for code in leaves(report)) for key, report in stored.items()}
        first, files = len(known) + 1, database.execute("SELECT MAX(number) FROM file").fetchone()[0]
        database.executemany("INSERT INTO file VALUES (?, ?, 'read', NULL, NULL)",
                             ((files + number, f"made/{number:06}.pdf") for number in range(1, reports + 1)))
        rows = []
        for number in range(1, reports + 1):
            key, document, form, _ = known[number % len(known)]
            agency = f"第{number // 6}号县人民政府"
            sha256 = hashlib.sha256(str(number).encode()).hexdigest()
            rows.append((first + number - 1, files + number, key, document, sha256, agency, agency, 2019 + number % 6, form))
        database.executemany("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        chosen = random.Random(7)
        kinds = [("check", 1), ("suspect", 2), ("missing", 3), ("years", 4)]
        made = []
        for number in range(items):
            row = rows[number % len(rows)]
            kind, rank = kinds[number % 4]
            made.append((row[0], rank, kind, chosen.choice(codes[row[2]]), 2, "suspect", "7", "7", "read_once", "说明", "words"))
        database.executemany("INSERT INTO review_item (report, rank, kind, code, page, status, value, printed, doubts, message_zh, message_en)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", made)
    return rows, codes


def leaves(report, path=""):
    for name, value in report.items():
        if isinstance(value, dict):
            if "printed" in value:
                yield path + name
            elif name not in ("source", "agency", "period", "publisher"):
                yield from leaves(value, f"{path}{name}.")


def decide(folder, rows, codes, number):
    lines = []
    for index in range(number):
        row = rows[index % len(rows)]
        lines.append({"sha256": row[4], "document": row[3], "code": codes[row[2]][index % len(codes[row[2]])], "value": 5, "by": "甲",
                      "decision": "corrected", "at": "2026-11-27T08:00:00Z", "was": {"value": 7, "status": "suspect"}})
    (folder / "figures.decisions.ndjson").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def asked(address, name):
    start = time.monotonic()
    with urllib.request.urlopen(address + name) as response:
        body = response.read()
    return time.monotonic() - start, body


def memory(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--items", type=int, default=3_000)
    parser.add_argument("--decisions", type=int, default=1_000)
    parser.add_argument("--nianbao", default=str(ROOT / ".build/release/nianbao"), type=lambda path: str(pathlib.Path(path).resolve()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        ledger = convert(options.nianbao, folder)
        rows, codes = grow(ledger, options.reports, options.items)
        decide(folder, rows, codes, options.decisions)
        start = time.monotonic()
        process = subprocess.Popen([options.nianbao, "review", "figures.sqlite", "--no-open"], cwd=folder, stdout=subprocess.PIPE, text=True)
        address = process.stdout.readline().strip()
        asked(address, "state")
        asked(address, "queue")
        times = {"opening": [time.monotonic() - start]}
        for name in ("queue", "queue?kind=suspect&year=2021", "counts", "progress"):
            times[name] = [asked(address, name)[0] for _ in range(5)]
        times["report"] = [asked(address, f"report?id={row[0]}")[0] for row in rows[:: max(1, len(rows) // 40)]]
        with sqlite3.connect(ledger) as database:
            pages = [(report, page) for report, count in database.execute(
                "SELECT r.id, 3 FROM report AS r JOIN file AS f ON f.number = r.file WHERE f.path NOT LIKE 'made/%'") for page in range(1, count + 1)]
        times["picture"], again = [], []
        for report, page in pages:
            try:
                times["picture"].append(asked(address, f"picture?report={report}&page={page}")[0])
                again.append(asked(address, f"picture?report={report}&page={page}")[0])
            except urllib.error.HTTPError:
                continue  # A report of fewer pages.
        times["picture, kept"] = again
        most = memory(process)
        process.terminate()
        process.wait()
    print(f"{options.reports} reports, {options.items} things to settle, {options.decisions} decisions")
    for name, values in times.items():
        print(f"{name:32} {statistics.median(values) * 1000:8.1f} ms, at most {max(values) * 1000:.1f}")
    print(f"{'memory':32} {most:8.1f} MiB")
    sys.exit(any(statistics.median(times[name]) > aim for name, aim in AIMS.items()))


if __name__ == "__main__":
    main()
