"""A `nianbao worker` and what becomes of a file in it, by the protocol of Sources/ArchiveConversion/ArchiveConversion.docc/DrivingWorkers.md."""
import json
import os
import select
import signal
import subprocess
import tempfile
import time

MEMORY_LIMIT, TIME_LIMIT = 12, 62
# By the clock, of the processor time that a file may take: a busy machine is slow.
PATIENCE = 20
MOST_HEADER = 1 << 16
PAGE = os.sysconf("SC_PAGE_SIZE")


class Loss(Exception):
    """The worker is gone, or of no more use. `name` is the same for all losses of that kind."""

    def __init__(self, name, detail=""):
        super().__init__(f"{name}: {detail}" if detail else name)
        self.name, self.detail = name, detail


class Worker:
    """Starts when it is first asked, and again after each loss."""

    def __init__(self, tool, memory, timeout, options=()):
        self.command = [tool, "worker", "--files", "1000000", "--memory", str(memory), "--timeout", str(timeout), *options]
        self.patience = timeout * PATIENCE
        self.process = None
        self.messages = None
        self.buffer = b""
        # Resident memory after each answer, in bytes: a list for each process that was started.
        self.residents = []

    def ask(self, number, path, name):
        """Header and payload of the answer. Raises Loss where there is none."""
        self._start()
        request = json.dumps({"id": number, "path": path, "name": name}).encode() + b"\n"
        try:
            self.process.stdin.write(request)
            self.process.stdin.flush()
        except OSError:
            raise self._ended() from None
        header = self._header(time.monotonic() + self.patience)
        payload = self._bytes(header["bytes"], time.monotonic() + self.patience)
        if header.get("last"):
            self.finish()
        else:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
                self.residents[-1].append(int(file.read().split()[1]) * PAGE)
        return header, payload

    def finish(self):
        """Ends the input. Raises Loss where the process does not end well, which is when an address sanitizer tells of leaks."""
        if self.process is None:
            return
        self.process.stdin.close()
        try:
            code = self.process.wait(self.patience)
        except subprocess.TimeoutExpired:
            self._kill()
            raise Loss("no end", "of the worker after the end of its input") from None
        self.process.stdout.close()
        self.process = None
        if code != 0:
            raise self._loss(code)

    def _start(self):
        if self.process is not None:
            return
        self.messages = tempfile.TemporaryFile()
        self.buffer = b""
        self.residents.append([])
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.messages, start_new_session=True)

    def _header(self, deadline):
        while b"\n" not in self.buffer:
            if len(self.buffer) > MOST_HEADER:
                raise self._nonsense("a header without end")
            self._fill(deadline)
        line, _, self.buffer = self.buffer.partition(b"\n")
        try:
            header = json.loads(line)
            if isinstance(header["bytes"], int) and header["bytes"] >= 0:
                return header
        except (ValueError, KeyError, TypeError):
            pass
        raise self._nonsense(repr(line[:200]))

    def _bytes(self, count, deadline):
        while len(self.buffer) < count:
            self._fill(deadline)
        data, self.buffer = self.buffer[:count], self.buffer[count:]
        return data

    def _fill(self, deadline):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
            self._kill()
            raise Loss("no answer", f"in {self.patience:.0f} s")
        data = os.read(self.process.stdout.fileno(), 1 << 20)
        if not data:
            raise self._ended()
        self.buffer += data

    def _nonsense(self, what):
        self._kill()
        return Loss("no proper answer", what)

    def _ended(self):
        """Its output is closed: it ends, or goes on for no use."""
        try:
            code = self.process.wait(10)
        except subprocess.TimeoutExpired:
            self._kill()
            return Loss("no proper answer", "the worker closed its output")
        self._kill()
        return self._loss(code)

    def _loss(self, code):
        tail = self._tail()
        if code < 0:
            return Loss(f"signal {-code} ({signal.Signals(-code).name})", tail)
        names = {MEMORY_LIMIT: "memory limit", TIME_LIMIT: "time limit"}
        return Loss(names.get(code, f"exit {code}"), tail)

    def _kill(self):
        """The process and what it started."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        self.process = None

    def _tail(self, most=6000):
        """The last that it said on standard error: where it crashed, and why."""
        size = self.messages.seek(0, os.SEEK_END)
        self.messages.seek(max(0, size - most))
        return self.messages.read().decode("utf-8", "replace").strip()


def growth(residents):
    """Bytes that a worker keeps more for each answer, when it is asked the same again and again.

    The least of many counts, of the last third and of the one before: a heap settles in, and gives back what it took a little later.
    """
    third = len(residents) // 3
    return (min(residents[-third:]) - min(residents[third:2 * third])) / third
