"""A standalone master and its workers, as processes of this machine that end with the program."""
from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

_HOST = "127.0.0.1"
_SECONDS_TO_START = 60.0
T = TypeVar("T")


class Cluster:
    """Everything listens on the loopback interface alone, and writes below one folder."""

    def __init__(self, folder: Path, spark_home: Path, workers: int) -> None:
        self._folder = folder
        self._programs = spark_home / "bin"
        self._environment = {
            **os.environ, "SPARK_HOME": str(spark_home), "SPARK_LOCAL_IP": _HOST, "SPARK_PUBLIC_DNS": _HOST,
            "SPARK_DAEMON_MEMORY": "512m", "PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable}
        self._processes: list[subprocess.Popen] = []
        self.workers: list[subprocess.Popen] = []
        self._count = workers
        self.url = f"spark://{_HOST}:{_free_port()}"

    def __enter__(self) -> Cluster:
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._processes):
            kill_tree(process)

    def submit(self, name: str, *arguments: str, configuration: dict[str, str]) -> Submission:
        """Starts a job."""
        port = _free_port()
        options = {
            "spark.driver.host": _HOST, "spark.driver.bindAddress": _HOST, "spark.ui.port": str(port),
            "spark.ui.showConsoleProgress": "false", **configuration}
        command = [str(self._programs / "spark-submit"), "--master", self.url]
        command += [part for key, value in options.items() for part in ("--conf", f"{key}={value}")]
        process = self._popen(name, command + list(arguments), stdout=subprocess.PIPE)
        return Submission(process, port, self._log(name))

    def _start(self) -> None:
        address = self.url.removeprefix("spark://")
        port = _free_port()
        self._daemon("master", "master.Master", "--host", _HOST, "--port", address.split(":")[1], "--webui-port", str(port))
        for number in range(1, self._count + 1):
            folder = self._folder / f"worker-{number}"
            self.workers.append(self._daemon(
                f"worker-{number}", "worker.Worker", "--host", _HOST, "--webui-port", str(_free_port()), "--cores", "1",
                "--memory", "2g", "--work-dir", str(folder), self.url))

        def has_workers() -> bool | None:
            state = _json(f"http://{_HOST}:{port}/json/")
            return state is not None and state["aliveworkers"] == self._count or None

        wait_for(has_workers, _SECONDS_TO_START, f"{self._count} workers at the master; see {self._folder}")

    def _daemon(self, name: str, role: str, *arguments: str) -> subprocess.Popen:
        return self._popen(name, [str(self._programs / "spark-class"), f"org.apache.spark.deploy.{role}", *arguments])

    def _popen(self, name: str, command: list[str], stdout: int | None = None) -> subprocess.Popen:
        local = self._folder / f"{name}.local"
        local.mkdir(parents=True, exist_ok=True)
        environment = {**self._environment, "SPARK_LOCAL_DIRS": str(local), "TMPDIR": str(local)}
        with open(self._log(name), "wb") as log:
            process = subprocess.Popen(command, env=environment, stdout=stdout or log, stderr=log, start_new_session=True)
        self._processes.append(process)
        return process

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.log"


class Submission:
    """A job on its way."""

    def __init__(self, process: subprocess.Popen, port: int, log: Path) -> None:
        self._process = process
        self._api = f"http://{_HOST}:{port}/api/v1/applications"
        self.log = log

    @property
    def busy_executors(self) -> list[str]:
        """Ids of those that have done some work and have more in hand."""
        applications = _json(self._api) or []
        executors = _json(f"{self._api}/{applications[0]['id']}/executors") if applications else []
        return [
            executor["id"] for executor in executors or []
            if executor["id"] != "driver" and executor["activeTasks"] > 0 and executor["completedTasks"] > 0]

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        kill_tree(self._process)

    def result(self) -> tuple[int, str]:
        """Exit code and standard output, once it has ended."""
        output, _ = self._process.communicate()
        return self._process.returncode, output.decode()


def kill_tree(process: subprocess.Popen) -> None:
    """All at once, as a machine that fails: a process, and whatever it has started."""
    for number in (process.pid, *descendants(process.pid)) if process.poll() is None else ():
        kill(number)
    process.wait()


def kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        pass


def executors_of(worker: subprocess.Popen) -> list[str]:
    """The ids that a worker's executors have."""
    commands = map(command_of, descendants(worker.pid))
    return [command[command.index("--executor-id") + 1] for command in commands if "--executor-id" in command]


def descendants(process: int) -> list[int]:
    """What a process has started, and what that has."""
    try:
        children = [int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return []
    return [number for child in children for number in (child, *descendants(child))]


def command_of(process: int) -> list[str]:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []


def wait_for(condition: Callable[[], T | None], seconds: float, what: str) -> T:
    """What the condition gives, once it gives something."""
    deadline = time.monotonic() + seconds
    while (value := condition()) is None:
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds:g} s for {what}")
        time.sleep(0.05)
    return value


def _json(address: str):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return json.load(answer)
    except (OSError, ValueError):
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return probe.getsockname()[1]
