"""What runs in the executors: contents of files in, outcomes out."""
from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
from pyspark.sql.pandas.types import to_arrow_schema

from nianbao_spark.checking import compared_names
from nianbao_spark.failure import Failure
from nianbao_spark.reader import FileReader
from nianbao_spark.reports import UnfitNumberError, report_row
from nianbao_spark.schema import Schema
from nianbao_spark.worker import WorkerSettings

Batches = Iterator[pa.RecordBatch]


def reading(settings: WorkerSettings, longest: int, schema: Schema) -> Callable[[Batches], Batches]:
    """A function for `DataFrame.mapInArrow` that reads files with the columns path, length, modification_time and content.

    A file without content is longer than `longest`, and was not loaded.
    """

    def read(batches: Batches) -> Batches:
        columns = to_arrow_schema(schema.outcome, timezone="UTC")
        reader = _standing_reader(settings)
        for batch in batches:
            outcomes = [_outcome(file, reader, longest, schema) for file in batch.to_pylist()]
            _name_agencies(outcomes, settings.tool)
            yield pa.RecordBatch.from_pylist(outcomes, columns)

    return read


@functools.cache
def _standing_reader(settings: WorkerSettings) -> FileReader:
    """Of this Python process, of which Spark keeps one a core: it goes on from task to task, and ends with the process."""
    return FileReader(settings)


def _outcome(file: dict[str, Any], reader: FileReader, longest: int, schema: Schema) -> dict[str, Any]:
    content = file.pop("content")
    if content is None:
        return {**file, **_failed(Failure("too_long", f"is longer than {longest >> 20} MiB")), "attempts": 0, "seconds": 0.0}
    reading = reader.read(content, file["path"])
    outcome = {
        **file, "sha256": hashlib.sha256(content).hexdigest(), "attempts": reading.attempts, "seconds": reading.seconds,
        "memory": reading.memory}
    if reading.failure is not None:
        return {**outcome, **_failed(reading.failure)}
    try:
        lines = [line.decode() for line in reading.payload.splitlines()]
        return {**outcome, "reports": [report_row(line, schema) for line in lines], "lines": lines}
    except UnfitNumberError as error:
        return {**outcome, **_failed(Failure.unreadable(str(error)))}


def _name_agencies(outcomes: list[dict[str, Any]], tool: str) -> None:
    reports = [report for outcome in outcomes for report in outcome.get("reports", ())]
    names = compared_names(tool, {report["agency"] for report in reports} - {None})
    for report in reports:
        report["compared_as"] = names.get(report["agency"])


def _failed(failure: Failure) -> dict[str, Any]:
    return {"failure": failure.name, "failure_detail": failure.detail}
