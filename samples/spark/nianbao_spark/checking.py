"""What reports have to say by themselves and beside others of their agency, as `nianbao check` finds it."""
from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import pyarrow as pa
from pyspark.sql.pandas.types import to_arrow_schema

from nianbao_spark.reports import finding_row
from nianbao_spark.schema import Schema

# Of JSON that is checked at the same time, or one report: decoded it takes many times as much memory.
_CHARACTERS_A_PORTION = 4 << 20
# It has done its work where a finding is an error, too.
_DONE = (0, 2)
Row = dict[str, Any]


class CheckError(Exception):
    """`nianbao check` did not do its work."""


def checking(tool: str, schema: Schema) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for `DataFrame.mapInArrow` that makes findings of reports with the columns file, document, compared_as, year, form and
    line, sorted by compared_as, year, file and document: the first of an agency's year stands for it."""

    def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        columns = to_arrow_schema(schema.finding)
        for portion in _portions(row for batch in batches for row in batch.to_pylist()):
            yield pa.RecordBatch.from_pylist(list(_findings(tool, portion, schema)), columns)

    return check


def compared_names(tool: str, names: Collection[str]) -> dict[str, str]:
    """Of every name what is the same for all names of the agency."""
    if not names:
        return {}
    # Blanks do not matter in a name.
    compared = _output(tool, ["--names"], [name.replace("\n", " ") for name in names])
    return dict(zip(names, compared, strict=True))


class _Portion(NamedTuple):
    # Reports before these that these may be compared with.
    earlier: list[Row]
    reports: list[Row]


def _portions(reports: Iterator[Row]) -> Iterator[_Portion]:
    """An agency's reports may be more than fit: each is compared with those only that stand for its year and the year before, which are
    never further back than the two that stood last."""
    standing: list[Row] = []
    portion, characters = _Portion([], []), 0
    for report in reports:
        if portion.reports and characters + len(report["line"]) > _CHARACTERS_A_PORTION:
            yield portion
            portion, characters = _Portion(standing, []), 0
        portion.reports.append(report)
        characters += len(report["line"])
        if not standing or _agency_year(standing[-1]) != _agency_year(report):
            standing = [*standing[-1:], report]
    if portion.reports:
        yield portion


def _agency_year(report: Row) -> tuple[str | None, int | None]:
    return report["compared_as"], report["year"]


def _findings(tool: str, portion: _Portion, schema: Schema) -> Iterator[Row]:
    lines = [report["line"] for report in (*portion.earlier, *portion.reports)]
    english, chinese = (_output(tool, ["--format", "ndjson", "--language", language], lines) for language in ("en", "zh"))
    forms = {(report["file"], report["document"]): report["form"] for report in portion.reports}
    numbers: Counter = Counter()
    for line, line_zh in zip(english, chinese, strict=True):
        finding = json.loads(line, parse_float=Decimal)
        report = finding["file"], finding["document"]
        if report not in forms:
            continue
        numbers[report] += 1
        yield {
            **finding_row(finding, schema), "form": forms[report], "number": numbers[report], "message_en": finding["message"],
            "message_zh": json.loads(line_zh)["message"]}


def _output(tool: str, options: list[str], lines: list[str]) -> list[str]:
    """The lines that `nianbao check` makes of lines."""
    text = "".join(f"{line}\n" for line in lines)
    done = subprocess.run([tool, "check", *options, "-"], input=text.encode(), capture_output=True)
    if done.returncode not in _DONE:
        raise CheckError(f"{tool} check ended with {done.returncode}: {done.stderr.decode(errors='replace').strip()}")
    return [line.decode() for line in done.stdout.splitlines()]
