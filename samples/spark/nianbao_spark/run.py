"""A run: reads what is not in the ledger yet, slice by slice, and writes the tables."""
from __future__ import annotations

import hashlib
import shutil
import sys
from dataclasses import dataclass
from typing import NamedTuple

from pyspark.sql import DataFrame, Row, SparkSession

from nianbao_spark.codebook import code_book
from nianbao_spark.folder import Folder
from nianbao_spark.ledger import Ledger
from nianbao_spark.listing import ArchiveConversion
from nianbao_spark.reading import reading
from nianbao_spark.schema import Schema
from nianbao_spark.tables import tables
from nianbao_spark.worker import WorkerSettings

# So much is in the memory of a core at the same time, or one file.
_FILES_A_BATCH = 8
_BYTES_A_BATCH = 32 << 20
# Files that change while they are read are read again so often.
_ROUNDS = 3


@dataclass(frozen=True)
class Options:
    inputs: list[str]
    output: str
    worker: WorkerSettings
    longest: int
    files_a_slice: int
    retries_failed: bool = False


class Count(NamedTuple):
    """What there is, and what this run did for it."""

    files: int
    read: int
    known: int
    failed: int


class RunError(Exception):
    """Not everything could be read."""


class Run:
    def __init__(self, spark: SparkSession, options: Options) -> None:
        self._spark = spark
        self._options = options
        self._output = Folder(spark, options.output)
        self._archive = Archive(spark, options.inputs, options.longest)
        tool = options.worker.tool
        self._schema = Schema.of(_program(tool))
        self._ledger = Ledger(spark, self._output.folder("ledger").folder(_key(tool, self._schema)), self._schema)
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", _FILES_A_BATCH)
        spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", _BYTES_A_BATCH)
        spark.conf.set("spark.sql.files.ignoreMissingFiles", True)
        spark.conf.set("spark.sql.session.timeZone", "UTC")

    def run(self) -> Count:
        self._output.set_unfinished()
        read, retries_failed = 0, self._options.retries_failed
        for _ in range(_ROUNDS):
            files = self._archive.files()
            unread = sorted(self._ledger.unread(files, retries_failed).collect())
            self._read(unread)
            read += len(unread)
            # What has changed meanwhile is another file.
            retries_failed = False
            if self._ledger.unread(files).isEmpty():
                return self._write(files, read)
        raise RunError("files change while they are read; run again when they do not")

    def _read(self, unread: list[Row]) -> None:
        """Reads and records slices of the files."""
        read = reading(self._options.worker, self._options.longest, self._schema)
        length = self._options.files_a_slice
        for start in range(0, len(unread), length):
            self._ledger.record(self._archive.loaded(unread[start:start + length]).mapInArrow(read, self._schema.outcome))
            print(f"convert_archive: {min(start + length, len(unread))}/{len(unread)} read", file=sys.stderr, flush=True)

    def _write(self, files: DataFrame, read: int) -> Count:
        """Every table anew; together they are whole when the folder says so."""
        outcomes = self._ledger.outcomes_of(files)
        tool = self._options.worker.tool
        book = code_book(self._spark, tool)
        for name, table in tables(outcomes, book, tool, self._schema).items():
            rebalanced = table.hint("rebalance", "year")
            rebalanced.write.mode("overwrite").partitionBy("year").parquet(self._output.folder(name).path)
        self._output.set_whole()
        total = files.count()
        documents = self._spark.read.parquet(self._output.folder("documents").path)
        return Count(files=total, read=read, known=max(0, total - read), failed=documents.where("outcome = 'failed'").count())


def _key(tool: str, schema: Schema) -> str:
    """A name for what decides on the result besides the files: the bytes of the program, and the columns."""
    with open(_program(tool), "rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(schema.outcome.json().encode())
    return f"nianbao-{digest.hexdigest()[:16]}"


def _program(tool: str) -> str:
    if (program := shutil.which(tool)) is None:
        raise RunError(f"{tool}: there is no such program; --nianbao names it")
    return program
