"""Whole archives, by `nianbao convert`."""
from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Unpack

from nianbao.errors import UnreadableError, UsageError
from nianbao.tool import ReadOptions, arguments, environment, tool

_ALL_READ, _NOTHING_READ, _SOME_FAILED, _WRONG_USAGE = 0, 1, 2, 64
Path = str | os.PathLike[str]


class ConvertOptions(ReadOptions, total=False):
    """Options of `nianbao convert`, which its `--help` explains."""

    forms: Path
    include: str | list[str]
    exclude: str | list[str]
    jobs: int
    ledger: Path
    retry_failed: bool
    timeout: float
    memory: int


@dataclass(frozen=True)
class Run:
    """What a conversion has done."""

    #: True where every file was read and has the tables it must have.
    is_complete: bool
    #: Numbers of files by what became of them, as the tool tells them: files, read, known, failed, duplicates, suspect ….
    count: Mapping[str, Any]
    #: Why files failed, by their paths; those of this run only.
    failures: Mapping[str, str]


def convert(inputs: Path | Iterable[Path], output: Path | Iterable[Path], **options: Unpack[ConvertOptions]) -> Run:
    """Reads files, folders and zip archives into outputs: a folder, `.ndjson`, `.csv`, `.sqlite`, `.xlsx`, by their endings.

    A run that was cut goes on when it is called again. Raises UnreadableError where nothing could be read or an output not be
    written, UsageError where an option is wrong.
    """
    outputs = ["--output=" + os.fspath(path) for path in _several(output)]
    command = [tool(), "convert", "--log-format", "json", *outputs, *arguments(dict(options)), "--",
               *(os.fspath(path) for path in _several(inputs))]
    process = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment(), check=False)
    events, others = _events(process.stderr.decode("utf-8", "replace"))
    if process.returncode not in (_ALL_READ, _SOME_FAILED):
        causes = [str(event["cause"]) for event in events if "cause" in event] or others
        message = "\n".join(causes) or f"{command[0]} ended with {process.returncode}"
        raise UsageError(message) if process.returncode == _WRONG_USAGE else UnreadableError(message)
    count = next((event for event in reversed(events) if event["event"] == "done"), dict[str, Any]())
    failures = {event["file"]: event["cause"] for event in events if event["event"] == "failed"}
    return Run(process.returncode == _ALL_READ, {k: v for k, v in count.items() if k != "event"}, failures)


def _events(text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """What the run tells, an object a line, and lines that are none."""
    events, others = [], []
    for line in text.splitlines():
        try:
            event = json.loads(line)
            events.append({**event, "event": event["event"]})
        except (ValueError, TypeError, KeyError):
            others.append(line.removeprefix("nianbao: ").removeprefix("Error: "))
    return events, others


def _several(paths: Path | Iterable[Path]) -> list[Path]:
    return [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
