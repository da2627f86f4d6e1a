"""A folder of any file system that Hadoop knows."""
from __future__ import annotations

from pyspark.sql import SparkSession


class Folder:
    """Names in it are relative; `path` is what Spark's readers and writers take."""

    def __init__(self, spark: SparkSession, path: str) -> None:
        self.path = path.rstrip("/") or "/"
        self._spark = spark
        self._location = spark._jvm.org.apache.hadoop.fs.Path(self.path)
        self._system = self._location.getFileSystem(spark._jsc.hadoopConfiguration())

    def folder(self, name: str) -> Folder:
        return Folder(self._spark, f"{self.path}/{name}")

    @property
    def folders(self) -> list[Folder]:
        """The folders in it; none where it is not there."""
        if not self._system.exists(self._location):
            return []
        names = [status.getPath().getName() for status in self._system.listStatus(self._location) if status.isDirectory()]
        return [self.folder(name) for name in sorted(names)]

    @property
    def is_whole(self) -> bool:
        """Spark, and this job, mark in this way what they have written to its end."""
        return self._system.exists(self._mark)

    def set_whole(self) -> None:
        self._system.create(self._mark, True).close()

    def set_unfinished(self) -> None:
        self._system.delete(self._mark, False)

    @property
    def _mark(self):
        return self._spark._jvm.org.apache.hadoop.fs.Path(self._location, "_SUCCESS")
