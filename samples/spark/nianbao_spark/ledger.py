"""What was read, in slices that are there whole or do not count."""
from __future__ import annotations

import uuid

from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as f
from pyspark.sql.types import StringType, StructField, StructType

from nianbao_spark.folder import Folder
from nianbao_spark.schema import FILE, Schema

_KEY = FILE.fieldNames()
_SLICE = "slice"


class Ledger:
    """Outcomes of one build of nianbao; another one has a folder of its own, and reads every file again."""

    def __init__(self, spark: SparkSession, folder: Folder, schema: Schema) -> None:
        self._spark = spark
        self._folder = folder
        self._schema = StructType([*schema.outcome.fields, StructField(_SLICE, StringType())])

    def record(self, outcomes: DataFrame) -> None:
        """Adds a slice. Cut before its end it is no slice, and its files are read again."""
        outcomes.write.parquet(self._folder.folder(f"{_SLICE}={uuid.uuid4()}").path)

    def outcomes_of(self, files: DataFrame) -> DataFrame:
        """What is known of the files as they are now, one outcome a file: where it was read after all, not how it failed before."""
        recorded = self._recorded()
        best = Window.partitionBy(*_KEY).orderBy(f.col("failure").isNotNull(), _SLICE)
        # Chosen by columns that are small, before the reports are moved about.
        ranked = recorded.select(*_KEY, _SLICE, "failure").join(files, _KEY, "left_semi").withColumn("rank", f.row_number().over(best))
        return recorded.join(ranked.where("rank = 1"), [*_KEY, _SLICE], "left_semi").drop(_SLICE)

    def unread(self, files: DataFrame, retries_failed: bool = False) -> DataFrame:
        """The files of which nothing is known yet, or only that they failed."""
        recorded = self._recorded()
        return files.join(recorded.where("failure IS NULL") if retries_failed else recorded, _KEY, "left_anti")

    def _recorded(self) -> DataFrame:
        slices = [folder.path for folder in self._folder.folders if folder.is_whole]
        if not slices:
            return self._spark.createDataFrame([], self._schema)
        return self._spark.read.schema(self._schema).option("basePath", self._folder.path).parquet(*slices)
