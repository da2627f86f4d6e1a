"""Many files in worker processes, and whole archives."""
from __future__ import annotations

import itertools
import os
import stat
import threading
import time
import warnings
from pathlib import Path

import nianbao
import pytest

from conftest import REPORTS, SAMPLES


def test_outcomes_come_in_the_order_of_the_paths():
    paths = [*REPORTS, Path("nowhere.pdf"), *REPORTS]
    outcomes = list(nianbao.read(paths, jobs=2))
    assert [outcome.path for outcome in outcomes] == [str(path) for path in paths]
    for outcome in outcomes:
        if outcome.path == "nowhere.pdf":
            assert outcome.failure == nianbao.Failure("unreadable", "no such file")
            assert outcome.reports == [] and outcome.sha256 is None
        else:
            assert outcome.error is None
            assert outcome.reports[0] == nianbao.extract(outcome.path)
            assert outcome.sha256 == outcome.reports[0].source.sha256
            assert outcome.seconds >= 0 and outcome.memory > 1 << 20


def test_a_file_that_takes_too_much_is_reported_and_its_worker_replaced():
    paths = [SAMPLES / "city-2022-weasyprint.pdf", SAMPLES / "dafeng-2024.md"]
    outcomes = list(nianbao.read(paths, jobs=1, timeout=0.001))
    assert [outcome.failure.name for outcome in outcomes] == ["time_limit", "time_limit"]
    assert "0.001 s of processor time" in outcomes[0].error


def fake(folder: Path, text: str) -> str:
    """A tool that is a script."""
    path = folder / "nianbao"
    path.write_text("#!/usr/bin/env python3\nimport json, os, signal, sys, time\n" + text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


CRASHES = """
for line in sys.stdin:
    request = json.loads(line)
    if request["path"] == "crash.pdf":
        os.kill(os.getpid(), signal.SIGSEGV)
    if request["path"] == "exit.pdf":
        sys.exit(3)
    if request["path"] == "babble.pdf":
        print("hello", flush=True)
        continue
    print(json.dumps({"id": request["id"], "bytes": 0, "reports": 0, "error": str(os.getpid()), "last": request["path"] == "last.pdf"}), flush=True)
"""


def test_a_dead_worker_is_replaced_and_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NIANBAO", fake(tmp_path, CRASHES))
    names = ["a.pdf", "crash.pdf", "b.pdf", "exit.pdf", "c.pdf", "babble.pdf", "d.pdf", "last.pdf", "e.pdf"]
    outcomes = {outcome.path: outcome for outcome in nianbao.read(names, jobs=1)}
    assert outcomes["crash.pdf"].failure == nianbao.Failure("signal", "the reader crashed: signal 11 (SIGSEGV)")
    assert outcomes["exit.pdf"].failure == nianbao.Failure("exit", "the reader ended with exit code 3")
    assert outcomes["babble.pdf"].failure.name == "malformed_answer"
    workers = [outcomes[f"{name}.pdf"].error for name in "abcde"]
    assert all(worker.isdigit() for worker in workers) and len(set(workers)) == 5


def test_wrong_options_are_an_error_of_the_call_not_of_a_file():
    with pytest.raises(nianbao.WorkerStartError, match="--ocr"):
        list(nianbao.read(REPORTS[:1], ocr="sometimes"))


def test_paths_may_be_endless_and_workers_end_with_the_iterator():
    before = threading.active_count()
    outcomes = nianbao.read(itertools.cycle([SAMPLES / "dafeng-2024.md"]), jobs=2)
    assert [next(outcomes).error for _ in range(3)] == [None] * 3
    outcomes.close()
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.05)
    assert threading.active_count() <= before
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii")
    assert not children.split()


def test_what_gave_no_report_is_not_passed_over_in_silence():
    paths = [SAMPLES / "dafeng-2024.md", Path("nowhere.pdf")]
    with pytest.warns(nianbao.UnreadWarning, match="1 files gave no report, the first: nowhere.pdf: no such file"):
        frame = nianbao.to_pandas(nianbao.read(paths))
    assert set(frame.file) == {str(paths[0])}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        documents = nianbao.to_pandas(nianbao.read(paths), "documents")
    assert documents.outcome.tolist() == ["read", "failed"]
    assert documents.failure_detail[1] == "no such file"


def test_an_archive_is_converted_and_says_what_failed(archive: Path, tmp_path: Path):
    (archive / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    run = nianbao.convert(archive, [tmp_path / "figures.sqlite", tmp_path / "figures.csv"], jobs=2)
    assert not run.is_complete
    assert list(run.failures) == [str(archive / "bad.pdf")]
    assert run.count["failed"] == 1 and run.count["read"] == len(list(archive.iterdir())) - 1
    assert (tmp_path / "figures.csv").read_text(encoding="utf-8").startswith("file,document,")
    (archive / "bad.pdf").unlink()
    again = nianbao.convert(archive, tmp_path / "figures.sqlite")
    assert again.is_complete and again.count["read"] == 0


def test_a_conversion_that_cannot_be_is_an_error(archive: Path, tmp_path: Path):
    with pytest.raises(nianbao.UsageError, match="an output is"):
        nianbao.convert(archive, "figures.docx")
    with pytest.raises(nianbao.UnreadableError, match="no files to convert"):
        nianbao.convert(archive, tmp_path / "figures.csv", include="*.nothing")
    with pytest.raises(nianbao.UnreadableError, match="no such file"):
        nianbao.convert(tmp_path / "nowhere", tmp_path / "figures.csv")
