"""One `nianbao worker`: a process that reads files one after the other, and may be lost with any of them.

Its requests and answers are those that `nianbao worker --help` describes.
"""
from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from nianbao.errors import WorkerStartError
from nianbao.failure import MEMORY_EXIT_CODE, TIME_EXIT_CODE, Failure
from nianbao.tool import environment

_WRONG_USAGE = 64
_LONGEST_HEADER = 1 << 16
_KEPT_COMPLAINT = 4096
_SECONDS_TO_END = 5.0
# What poppler, C++, glib, Swift and the C library say before they give up for want of memory.
_MEMORY_COMPLAINTS = (
    b"Out of memory", b"bad_alloc", b"failed to allocate", b"Could not allocate memory", b"Cannot allocate memory")


@dataclass(frozen=True)
class WorkerSettings:
    """What is started, and what one file may cost it: seconds of processor time, and memory."""

    tool: str = "nianbao"
    seconds: float = 60.0
    mebibytes: int = 1024
    files: int = 500
    options: Sequence[str] = ()

    @property
    def command(self) -> list[str]:
        limits = ["--memory", str(self.mebibytes), "--timeout", str(self.seconds), "--files", str(self.files)]
        return [self.tool, "worker", *limits, *self.options]

    @property
    def patience(self) -> float:
        """Seconds by the clock, after which a worker is killed that gives no answer: one that waits takes no processor time."""
        return max(10 * self.seconds, 600.0)


class WorkerLost(Exception):
    """The worker is of no more use, and has not answered."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.detail)
        self.failure = failure


@dataclass(frozen=True)
class Answer:
    """What the worker says about a file, and the file's reports, each a line of JSON."""

    header: dict[str, Any]
    payload: bytes

    @property
    def is_last(self) -> bool:
        return bool(self.header.get("last"))


class WorkerProcess:
    """A running worker; its owner closes it."""

    def __init__(self, settings: WorkerSettings) -> None:
        self._settings = settings
        try:
            self._process = subprocess.Popen(
                settings.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                # A group of its own, to be killed with whatever it has started.
                start_new_session=True, env=environment())
        except OSError as error:
            raise WorkerStartError(f"{settings.tool}: cannot be started as a worker: {error.strerror}") from error
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._input, self._output = self._process.stdin, self._process.stdout
        self._complaint = _Complaint(self._process.stderr)
        self._unread = bytearray()
        self._requests = 0

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, path: str, name: str, password: str | None = None) -> Answer:
        """Lets the worker read the file at `path`, which is to be called `name`.

        Raises WorkerLost where it does not answer within the limits, WorkerStartError where it never could.
        """
        self._requests += 1
        deadline = time.monotonic() + self._settings.patience
        request = {"id": self._requests, "path": path, "name": name}
        if password is not None:
            request["password"] = password
        try:
            self._input.write(json.dumps(request).encode() + b"\n")
            header = json.loads(self._line(deadline))
            if header.get("id") != self._requests:
                raise ValueError("the answer to something else")
            return Answer(header, self._bytes(int(header["bytes"]), deadline))
        except TimeoutError:
            self.kill()
            raise WorkerLost(Failure.no_answer(self._settings.patience)) from None
        except (BrokenPipeError, EOFError):
            raise WorkerLost(self._cause_of_death()) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            self.kill()
            raise WorkerLost(Failure.malformed_answer()) from None

    def kill(self) -> None:
        """Ends the worker and whatever it has started."""
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def close(self) -> None:
        """Lets the worker end, and sees that it does."""
        try:
            self._input.close()
        except BrokenPipeError:
            pass
        self._wait()
        self._output.close()

    def _wait(self) -> int:
        try:
            code = self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.kill()
            code = self._process.wait()
        self.kill()
        return code

    def _cause_of_death(self) -> Failure:
        code = self._wait()
        complaint = self._complaint.text()
        if code == _WRONG_USAGE:
            raise WorkerStartError(f"{self._settings.tool}: {complaint.decode(errors='replace').strip()}")
        if code == TIME_EXIT_CODE:
            return Failure.time_limit(self._settings.seconds)
        if code == MEMORY_EXIT_CODE or any(text in complaint for text in _MEMORY_COMPLAINTS):
            return Failure.memory_limit(self._settings.mebibytes)
        return Failure.signal(-code) if code < 0 else Failure.exit(code)

    def _line(self, deadline: float) -> bytes:
        while (end := self._unread.find(b"\n")) < 0:
            if len(self._unread) > _LONGEST_HEADER:
                raise ValueError("a line that does not end")
            self._fill(deadline)
        return self._take(end + 1)

    def _bytes(self, count: int, deadline: float) -> bytes:
        if count < 0:
            raise ValueError("a payload shorter than nothing")
        while len(self._unread) < count:
            self._fill(deadline)
        return self._take(count)

    def _take(self, count: int) -> bytes:
        taken = bytes(self._unread[:count])
        del self._unread[:count]
        return taken

    def _fill(self, deadline: float) -> None:
        descriptor = self._output.fileno()
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise TimeoutError
        piece = os.read(descriptor, 1 << 16)
        if not piece:
            raise EOFError
        self._unread += piece


class _Complaint:
    """The end of what a worker writes to standard error, read all the time so that it never waits for a reader."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._text = b""
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def text(self) -> bytes:
        """All of it, once the worker has ended."""
        self._thread.join(_SECONDS_TO_END)
        return self._text

    def _read(self, stream: IO[bytes]) -> None:
        with stream:
            while piece := stream.read(1 << 12):
                self._text = (self._text + piece)[-_KEPT_COMPLAINT:]
