"""Reads an archive with `nianbao convert` and with Spark, which loses its driver, a worker and readers on the way, and compares."""
from __future__ import annotations

import argparse
import json
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pyspark

from rehearsal.cluster import Cluster, Submission, command_of, descendants, executors_of, kill, kill_tree, wait_for
from rehearsal.compare import differences
from rehearsal.inputs import make_archive

_HERE = Path(__file__).resolve().parents[1]
_SLICE = 80
# Of a file: plenty for a report, and soon too much for one that fills the memory.
_MEBIBYTES = 128
_MOST_SECONDS = 900.0


class Failure(Exception):
    """What is not as it must be."""


class Rehearsal:
    def __init__(self, nianbao: Path, folder: Path, cluster: Cluster, timeout: float) -> None:
        self._nianbao = nianbao
        self._folder = folder
        self._cluster = cluster
        self._limits = ["--timeout", str(timeout), "--memory", str(_MEBIBYTES)]
        self._archive = folder / "archive"
        self._output = folder / "parquet"
        self._database = folder / "convert.sqlite"

    def run(self, good: int) -> None:
        make_archive(self._archive, good)
        self._convert()
        _say("nianbao convert has read the archive")
        recorded = self._cut_run()
        _say(f"killed the driver; {recorded} slices are recorded")
        self._run_with_loss(recorded)
        self._expect_equal()
        self._damage_output()
        known = self._whole_run("again")
        if known["read"] != 0:
            raise Failure(f"the second run has read {known['read']} files that were read before")
        self._expect_equal()
        _say(f"equal: {known['files']} files, {known['failed']} of them failed")

    def _convert(self) -> None:
        command = [self._nianbao, "convert", self._archive, "--output", self._database, *self._limits, "--quiet"]
        if (code := subprocess.run(command).returncode) != 2:
            raise Failure(f"nianbao convert ended with {code}")

    def _cut_run(self) -> int:
        """A run whose driver is killed after the first slice."""
        run = self._submit("cut")
        wait_for(lambda: self._slices() or _ended(run), _MOST_SECONDS, "a first slice")
        run.kill()
        return self._slices()

    def _run_with_loss(self, recorded: int) -> None:
        """A run that loses a worker with an executor which has work in hand."""
        run = self._submit("loss")

        def busy() -> list[str] | None:
            _ended(run)
            return self._slices() > recorded and run.busy_executors or None

        executor = wait_for(busy, _MOST_SECONDS, "an executor at work")[0]
        worker = next((worker for worker in self._cluster.workers if executor in executors_of(worker)), None)
        if worker is None:
            raise Failure(f"executor {executor} is of no worker")
        kill_tree(worker)
        _say(f"killed a worker with its executor {executor}")
        self._kill_readers()
        count = self._result(run)
        if "Lost executor " + executor not in run.log.read_text(errors="replace"):
            raise Failure(f"executor {executor} was not lost")
        if not 0 < count["read"] < count["files"]:
            raise Failure(f"the run that goes on has read {count['read']} of {count['files']} files")
        _say(f"read {count['read']} of {count['files']} files, the others before")

    def _kill_readers(self) -> None:
        """Ends the processes that read files in the executors that are left; their files are no worse for it."""

        def readers() -> list[int] | None:
            started = [number for worker in self._cluster.workers for number in descendants(worker.pid)]
            return [number for number in started if command_of(number)[:2] == [str(self._nianbao), "worker"]] or None

        for number in wait_for(readers, _MOST_SECONDS, "a reader"):
            kill(number)

    def _damage_output(self) -> None:
        """As a run leaves it that is cut while it writes."""
        shutil.rmtree(self._output / "checks")
        (self._output / "figures" / "_SUCCESS").unlink()
        next((self._output / "figures").glob("*/*.parquet")).unlink()

    def _whole_run(self, name: str) -> dict[str, int]:
        return self._result(self._submit(name))

    def _submit(self, name: str) -> Submission:
        package = self._folder / "nianbao_spark.zip"
        with zipfile.ZipFile(package, "w") as archive:
            for path in sorted((_HERE / "nianbao_spark").glob("*.py")):
                archive.write(path, path.relative_to(_HERE))
        return self._cluster.submit(
            name, "--py-files", str(package), str(_HERE / "convert_archive.py"), self._archive.as_uri(), "--output",
            self._output.as_uri(), "--nianbao", str(self._nianbao), *self._limits, "--slice", str(_SLICE),
            configuration={"spark.executor.memory": "1g", "spark.sql.shuffle.partitions": "4"})

    def _result(self, run: Submission) -> dict[str, int]:
        code, output = run.result()
        if code != 2:
            raise Failure(f"the job ended with {code}:\n{_end(run.log)}")
        # spark-submit puts what the job says on standard error before it.
        return json.loads(output.splitlines()[-1])

    def _slices(self) -> int:
        return len(list(self._output.glob("ledger/*/*/_SUCCESS")))

    def _expect_equal(self) -> None:
        found = list(differences(self._output, self._database))
        if found:
            raise Failure("Spark and convert differ:\n" + "\n".join(found))
        if not (self._output / "_SUCCESS").exists():
            raise Failure("the output does not say that it is whole")


def _ended(run: Submission) -> None:
    if run.has_ended:
        raise Failure(f"the job ended too early:\n{_end(run.log)}")


def _end(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-40:])


def _say(text: str) -> None:
    print(f"rehearsal: {text}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="rehearsal", description=__doc__)
    parser.add_argument("--nianbao", type=Path, required=True)
    parser.add_argument("--files", type=int, default=300, help="good ones; there are bad ones besides")
    parser.add_argument("--timeout", type=float, default=5, help="seconds of processor time that one file may take")
    parser.add_argument("--keep", type=Path, help="use this folder and leave everything in it")
    arguments = parser.parse_args()
    # So that everything is ended and taken away then too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = arguments.keep or Path(tempfile.mkdtemp(prefix="nianbao-spark-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with Cluster(folder / "cluster", Path(pyspark.__file__).parent, workers=2) as cluster:
            Rehearsal(arguments.nianbao.resolve(), folder, cluster, arguments.timeout).run(arguments.files)
        return 0
    except (Failure, TimeoutError) as failure:
        _say(str(failure))
        return 1
    finally:
        if arguments.keep is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
