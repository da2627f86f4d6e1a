"""Reads files in a worker that is replaced when it is lost."""
from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass

from nianbao_spark.failure import Failure
from nianbao_spark.worker import Answer, WorkerLost, WorkerProcess, WorkerSettings

_MOST_ATTEMPTS = 4


@dataclass(frozen=True)
class Reading:
    """What became of a file: its reports, each a line of JSON, or why there are none."""

    payload: bytes
    failure: Failure | None
    attempts: int
    seconds: float
    memory: int


class FileReader:
    """Has one worker at work for as long as it lasts."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._settings = settings
        self._worker: WorkerProcess | None = None

    def read(self, content: bytes, name: str) -> Reading:
        """Reads what a file holds; the ending of its name says what it is, where the content does not."""
        with tempfile.NamedTemporaryFile(prefix="nianbao-", dir=_local_folder()) as file:
            file.write(content)
            file.flush()
            return self._read(file.name, name)

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _read(self, path: str, name: str) -> Reading:
        """Where a worker is lost with the file, another one that reads nothing else tries it once more.

        One that was killed from outside says nothing about the file, so there are more attempts; not for ever, for the system may
        have run out of memory because of this file.
        """
        attempts, seconds = 0, 0.0
        while True:
            attempts += 1
            start = time.monotonic()
            try:
                answer = self._ask(path, name, is_alone=attempts > 1)
            except WorkerLost as lost:
                seconds += time.monotonic() - start
                if attempts < (_MOST_ATTEMPTS if lost.failure.is_from_outside else 2):
                    continue
                return Reading(b"", lost.failure, attempts, seconds, memory=0)
            error = answer.header.get("error")
            skipped = answer.header.get("skipped")
            return Reading(
                answer.payload, None if error is None else Failure(skipped, error) if skipped else Failure.unreadable(error), attempts,
                seconds + answer.header["seconds"], answer.header["memory"])

    def _ask(self, path: str, name: str, is_alone: bool) -> Answer:
        worker = self._worker = self._worker or WorkerProcess(self._settings)
        is_used_up = True
        try:
            answer = worker.ask(path, name)
            is_used_up = is_alone or answer.is_last
            return answer
        finally:
            # Also where the task is cut while it waits: the next one would get this one's answer.
            if is_used_up:
                self.close()


def _local_folder() -> str | None:
    """Where Spark takes away what a lost executor has left; None for the system's folder."""
    for name in ("SPARK_EXECUTOR_DIRS", "LOCAL_DIRS", "SPARK_LOCAL_DIRS"):
        if folders := os.environ.get(name):
            return folders.replace(",", os.pathsep).split(os.pathsep)[0]
    return None
