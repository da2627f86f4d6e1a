"""Compares figures as they were read with those that a report was made from."""
import collections
import csv
import io
import subprocess
from decimal import Decimal

VERDICTS = ["right", "missing", "flagged", "silent"]
SURE = ("printed", "recovered")

# A file with what it says: a value by code, None where the cell is blank.
Case = collections.namedtuple("Case", "kind path values agency year")


def figures(tool, paths):
    """The rows of CSV by path and code, of all reports in them."""
    command = [tool, "extract", "--quiet", "--format", "csv", "--ocr", "never", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 2):
        raise SystemExit(f"{tool} ended with {done.returncode}: {done.stderr[-300:]}")
    rows = collections.defaultdict(list)
    for row in csv.DictReader(io.StringIO(done.stdout)):
        rows[row["file"]].append(row)
    return rows


def verdict(expected, row):
    """What became of a figure; `row` is None where nothing was read.

    A blank may be given the 0 that the report's own sums fix. A blank that is printed as a figure, or a figure under a code that the
    report does not have, is as wrong as another figure.
    """
    value = Decimal(row["value"]) if row and row["value"] else None
    if value is None:
        return "right" if expected is None else "missing"
    if row["status"] in SURE:
        is_right = value == Decimal(str(expected)) if expected is not None else row["status"] == "recovered" and value == 0
        return "right" if is_right else "silent"
    return "flagged"


def judged(case, rows):
    """Verdicts by their number, and the code, expected value and row of what is not right."""
    count, wrong = collections.Counter(), []
    by_code = {row["code"]: row for row in rows if row["document"] == "1" and row["code"]}
    # A figure of the report has been read at most once: what a second report in the file says is not said by it.
    surplus = [row for row in rows if row["code"] and row["value"] and (row["document"] != "1" or row["code"] not in case.values)]
    for code, expected, row in [(c, e, by_code.get(c)) for c, e in case.values.items()] + [(row["code"], None, row) for row in surplus]:
        said = verdict(expected, row)
        count[said] += 1
        if said != "right":
            wrong.append((said, code, expected, row))
    if not rows or (rows[0]["agency"], rows[0]["year"]) != (case.agency, str(case.year)):
        count["unnamed"] += 1
    return count, wrong
