"""Which files there are, and what is in them."""
from __future__ import annotations

from datetime import datetime, timezone
from urllib.parse import unquote

from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, Row, SparkSession
from pyspark.sql import functions as f
from pyspark.sql.types import BinaryType, StructField, StructType

from nianbao_spark.schema import FILE

# Endings of what reports are published as.
ENDINGS = (
    "pdf", "docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "odt", "ott", "ods", "ots", "doc", "dot", "wps", "wpt", "xls", "xlt", "et", "ett", "rtf",
    "html", "htm", "shtml", "xhtml", "xht", "mht", "mhtml", "md", "markdown", "txt", "text")
_FILE_COLUMNS = ("path", "length", "modificationTime AS modification_time")
_LOADED = StructType([*FILE.fields, StructField("content", BinaryType())])


class Archive:
    """Files below folders of any file system that Hadoop knows. Names that begin with a dot or an underscore are Spark's own."""

    def __init__(self, spark: SparkSession, inputs: list[str], longest: int) -> None:
        self._spark = spark
        self._inputs = inputs
        self._longest = longest

    def files(self) -> DataFrame:
        """A row a file, as it is now, without its content."""
        found = self._binary_files(self._inputs)
        scanned = found.selectExpr(*_FILE_COLUMNS).persist()
        # A scan leaves out what has no bytes, but knows its name.
        known = {row.path for row in scanned.select("path").collect()}
        empty = [file for path in map(unquote, found.inputFiles()) if path not in known for file in self._empty_file(path)]
        ending = f.lower(f.regexp_extract("path", r"\.([^./]*)$", 1))
        return scanned.union(self._spark.createDataFrame(empty, FILE)).where(ending.isin(*ENDINGS)).distinct()

    def loaded(self, files: list[Row]) -> DataFrame:
        """The files as they are now with their contents, NULL where they are too long; without those that are gone."""
        others = [(*file, b"" if file.length == 0 else None) for file in files if not self._is_scanned(file)]
        unscanned = self._spark.createDataFrame(others, _LOADED)
        scanned = self._scan([file.path for file in files if self._is_scanned(file)])
        if scanned is None:
            return unscanned
        return scanned.where(f.col("length") <= self._longest).selectExpr(*_FILE_COLUMNS, "content").union(unscanned)

    def _is_scanned(self, file: Row) -> bool:
        return 0 < file.length <= self._longest

    def _scan(self, paths: list[str]) -> DataFrame | None:
        while paths:
            try:
                return self._binary_files([_literal(path) for path in paths])
            except AnalysisException as error:
                there = [path for path in paths if self._exists(path)]
                if error.getCondition() != "PATH_NOT_FOUND" or len(there) == len(paths):
                    raise
                paths = there
        return None

    def _binary_files(self, paths: list[str]) -> DataFrame:
        return self._spark.read.format("binaryFile").option("recursiveFileLookup", True).load(paths)

    def _exists(self, path: str) -> bool:
        location, system = self._located(path)
        return system.exists(location)

    def _empty_file(self, path: str) -> list[tuple[str, int, datetime]]:
        location, system = self._located(path)
        status = system.getFileStatus(location)
        if status.getLen() > 0:
            return []
        return [(path, 0, datetime.fromtimestamp(status.getModificationTime() / 1000, timezone.utc))]

    def _located(self, path: str):
        location = self._spark._jvm.org.apache.hadoop.fs.Path(path)
        return location, location.getFileSystem(self._spark._jsc.hadoopConfiguration())


def _literal(path: str) -> str:
    """A path as a pattern that fits nothing else."""
    return "".join(f"\\{character}" if character in "{}[]*?\\" else character for character in path)
