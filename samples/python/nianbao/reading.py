"""Reports of one file, and of many files side by side in worker processes."""
from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import cached_property
from queue import Queue
from typing import Any, Unpack

from nianbao.errors import SeveralReportsError, UnreadableError
from nianbao.failure import Failure
from nianbao.report import Report, decoded
from nianbao.tool import ExtractOptions, WorkerOptions, arguments, run, tool
from nianbao.worker import WorkerLost, WorkerProcess, WorkerSettings

# How many outcomes wait for whoever takes them, for each worker.
_AHEAD = 8


@dataclass(frozen=True)
class Outcome:
    """What became of a file: its reports, or why there are none."""

    path: str
    failure: Failure | None
    #: SHA-256 of the content that was read; None where the file could not be opened.
    sha256: str | None = None
    #: Time that it took, in seconds.
    seconds: float | None = None
    #: The most resident memory meanwhile, in bytes.
    memory: int | None = None
    forms: str | None = field(default=None, repr=False)
    #: The reports as the tool wrote them, a line of JSON each.
    lines: bytes = field(default=b"", repr=False)

    @cached_property
    def reports(self) -> list[Report]:
        """The reports in the file; none where it failed."""
        return [Report(decoded(line), self.forms) for line in self.lines.splitlines()]

    @property
    def error(self) -> str | None:
        """Why there is no report, in words; None where there is one."""
        return self.failure.detail if self.failure else None


def reports(path: str | os.PathLike[str], **options: Unpack[ExtractOptions]) -> list[Report]:
    """All reports in a file: PDF, scan, web page, office document or text. A compiled volume holds several.

    Raises UnreadableError where it cannot be read, UsageError where an option is wrong, both with the tool's own message.
    """
    text = run("extract", "--quiet", "--format", "ndjson", *arguments(dict(options)), names=[path])
    return [Report(decoded(line), _forms(options)) for line in text.splitlines()]


def extract(path: str | os.PathLike[str], **options: Unpack[ExtractOptions]) -> Report:
    """The report in a file.

    Raises what `reports` raises, and SeveralReportsError where the file holds several: `reports` gives all of them.
    """
    found = reports(path, **options)
    if not found:
        raise UnreadableError(f"{os.fspath(path)}: no report")
    if len(found) > 1:
        raise SeveralReportsError(f"{os.fspath(path)}: {len(found)} reports; nianbao.reports gives all of them")
    return found[0]


def read(
    paths: Iterable[str | os.PathLike[str]], *, jobs: int | None = None, timeout: float = 60, memory: int = 1024,
    password: str | None = None, **options: Unpack[WorkerOptions],
) -> Iterator[Outcome]:
    """Reads files side by side in worker processes, and gives their outcomes in the order of the paths, as they are ready.

    What a file does to its worker costs the others nothing: one that crashes, hangs, or takes more than `timeout` seconds of
    processor time or `memory` MiB is reported as failed, and its worker replaced. Paths may be endless; a few are taken ahead.
    Workers end with the iterator.

    - jobs: how many workers; as many as there are cores by default.
    """
    if jobs is None:
        jobs = len(os.sched_getaffinity(0))
    if jobs < 1:
        raise ValueError("jobs takes 1 or more")
    # Files side by side share the cores.
    cores = len(os.sched_getaffinity(0))
    settings = WorkerSettings(
        tool(), timeout, memory, options=arguments({"ocr_threads": max(1, cores // jobs), **options}))
    return _outcomes(iter(paths), jobs, settings, password, _forms(options))


_Work = tuple[str, "Future[Outcome]"]


def _outcomes(
    paths: Iterator[str | os.PathLike[str]], jobs: int, settings: WorkerSettings, password: str | None, forms: str | None,
) -> Iterator[Outcome]:
    work: Queue[_Work | None] = Queue()
    waiting: list[Future[Outcome]] = []
    slots = [_Slot(work, settings, password, forms) for _ in range(jobs)]
    try:
        for slot in slots:
            slot.start()
        for path in paths:
            future: Future[Outcome] = Future()
            work.put((os.fspath(path), future))
            waiting.append(future)
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    finally:
        for future in waiting:
            future.cancel()
        for slot in slots:
            slot.kill()
            work.put(None)
        for slot in slots:
            slot.join()


class _Slot(threading.Thread):
    """A place for a worker: the thread that talks with it, and puts another in its place."""

    def __init__(self, work: Queue[_Work | None], settings: WorkerSettings, password: str | None, forms: str | None) -> None:
        super().__init__(daemon=True)
        self._work, self._settings, self._password, self._forms = work, settings, password, forms
        self._worker: WorkerProcess | None = None
        self._is_over = False

    def run(self) -> None:
        while (item := self._work.get()) is not None:
            path, future = item
            if self._is_over or not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(self._outcome(path))
            except BaseException as error:
                future.set_exception(error)
        self._replace()

    def kill(self) -> None:
        """Whoever wanted outcomes has gone."""
        self._is_over = True
        if worker := self._worker:
            worker.kill()

    def _outcome(self, path: str) -> Outcome:
        if self._worker is None:
            self._worker = WorkerProcess(self._settings)
        try:
            answer = self._worker.ask(path, path, self._password)
        except WorkerLost as lost:
            self._replace()
            return Outcome(path, lost.failure, forms=self._forms)
        except BaseException:
            self._replace()
            raise
        if answer.is_last:
            self._replace()
        header: dict[str, Any] = answer.header
        error = header.get("error")
        return Outcome(
            path, Failure.unreadable(error) if error is not None else None, header.get("sha256"), header.get("seconds"),
            header.get("memory"), self._forms, answer.payload)

    def _replace(self) -> None:
        worker, self._worker = self._worker, None
        if worker:
            worker.close()


def _forms(options: ExtractOptions | WorkerOptions) -> str | None:
    forms = options.get("forms")
    return None if forms is None else os.fspath(forms)
