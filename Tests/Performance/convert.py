#!/usr/bin/env python3
"""How fast `nianbao convert` reads many small reports, and how much memory it takes while it does.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Performance/convert.py [--files N] [--rounds N] [--nianbao PATH] [--python PYTHON]

Makes files with contents of their own from the samples, converts them with one worker and with two, and lets one `pdftotext -bbox`
process a file read the same set, in turns; the best of the rounds counts, for it is the least disturbed. Ends with 1 where an aim is
missed. With a PYTHON that has pandas (Tests/Python/run.sh makes .build/python/bin/python), a frame of the same files by `nianbao.read` with
two workers is timed beside it. Needs two cores that have nothing else to do, and poppler-utils.
"""
import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEW, MANY = 100, 5000
MOST_PARENT_MIB = 150
# Of 100 and of 2,000 files: more than this between them is no flat line.
MOST_GROWTH = 1.25


def make_files(folder, number):
    """Samples with a comment behind the end, which makes each another content."""
    samples = [path.read_bytes() for path in sorted((ROOT / "samples").glob("*.pdf"))]
    folder.mkdir()
    paths = [folder / f"{index:05}.pdf" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_bytes(samples[index % len(samples)] + b"\n%% %d\n" % index)
    return paths


def converted(tool, paths, jobs, folder):
    """Seconds, the most memory of the process itself in MiB, and its ledger."""
    output = folder / f"{len(paths)}-{jobs}-{time.monotonic_ns()}.ndjson"
    command = [tool, "convert", "--files-from", "-", "--output", output, "--jobs", str(jobs), "--quiet"]
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE)
    process.stdin.write("".join(f"{path}\n" for path in paths).encode())
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if (code := os.waitstatus_to_exitcode(status)) != 0:
        sys.exit(f"nianbao convert ended with {code}")
    output.unlink()
    return seconds, usage.ru_maxrss / 1024, output.with_name(output.name + ".ledger")


def pdftotext(paths):
    start = time.monotonic()
    for path in paths:
        subprocess.run(["pdftotext", "-bbox", path, os.devnull], check=True, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


FRAME = """
import sys, nianbao
frame = nianbao.to_pandas(nianbao.read(sys.stdin.read().split(), jobs=2))
print(frame["file"].nunique())
"""


def framed(python, tool, paths):
    """Seconds until a pandas frame holds the figures of all files."""
    environment = {**os.environ, "NIANBAO": str(tool), "PYTHONPATH": str(ROOT / "samples/python")}
    start = time.monotonic()
    run = subprocess.run(
        [python, "-c", FRAME], input="\n".join(map(str, paths)), env=environment, check=True, text=True, stdout=subprocess.PIPE)
    if int(run.stdout) != len(paths):
        sys.exit(f"the frame has {run.stdout.strip()} of {len(paths)} files")
    return time.monotonic() - start


def worker_memory(ledger):
    """The most that a worker took with any file in MiB, and with one of the first and of the last tenth of the files."""
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as database:
        memory = [row[0] / 2**20 for row in database.execute("SELECT memory FROM conversion ORDER BY rowid")]
    tenth = len(memory) // 10
    return max(memory), max(memory[:tenth]), max(memory[-tenth:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000, help="files that are timed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--nianbao", default=ROOT / ".build/release/nianbao", help="the built tool")
    parser.add_argument("--python", help="also time a frame by nianbao.read, in this Python")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        paths = make_files(folder / "in", max(options.files, MANY))
        timed = paths[: options.files]
        best = dict.fromkeys([1, 2, "pdftotext"] + (["frame"] if options.python else []), float("inf"))
        parent = 0
        for round in range(options.rounds):
            for jobs in (1, 2):
                seconds, memory, _ = converted(options.nianbao, timed, jobs, folder)
                best[jobs] = min(best[jobs], seconds)
                parent = max(parent, memory)
            best["pdftotext"] = min(best["pdftotext"], pdftotext(timed))
            if options.python:
                best["frame"] = min(best["frame"], framed(options.python, options.nianbao, timed))
            print(f"round {round + 1}:", ", ".join(f"{key}: {value:.1f} s" for key, value in best.items()), file=sys.stderr, flush=True)
        _, few, _ = converted(options.nianbao, paths[:FEW], 2, folder)
        _, many, ledger = converted(options.nianbao, paths[:MANY], 2, folder)
        most, first, last = worker_memory(ledger)

    scaling, ratio = best[1] / best[2], best["pdftotext"] / best[2]
    print(f"{len(timed)} files, best of {options.rounds} rounds, {os.cpu_count()} cores\n")
    print("| | files/s |\n|---|---|")
    labels = {1: "convert, 1 job", 2: "convert, 2 jobs", "pdftotext": "pdftotext -bbox, a process a file",
              "frame": "a pandas frame by nianbao.read, 2 jobs"}
    for key, seconds in best.items():
        print(f"| {labels[key]} | {len(timed) / seconds:.1f} |")
    print()
    aims = [
        (f"2 jobs are {scaling:.2f} times as fast as 1 (1.8 or more)", scaling >= 1.8),
        (f"2 jobs are {ratio:.2f} times as fast as pdftotext (1 or more)", ratio >= 1),
        (f"parent: {few:.0f} MiB with {FEW} files, {parent:.0f} with {len(timed)}, {many:.0f} with {MANY} "
         f"(flat, {MOST_PARENT_MIB} or less)", max(parent, many) <= MOST_PARENT_MIB and parent <= few * MOST_GROWTH),
        (f"worker: {most:.0f} MiB at most over {MANY} files, {first:.0f} in the first tenth, {last:.0f} in the last "
         f"(no growth)", last <= first * MOST_GROWTH),
    ]
    if options.python:
        share = best[2] / best["frame"]
        aims.append((f"a frame comes at {share:.2f} of the rate of convert (0.9 or more)", share >= 0.9))
    for text, is_met in aims:
        print(f"{'met' if is_met else 'MISSED'}: {text}")
    return 0 if all(is_met for _, is_met in aims) else 1


if __name__ == "__main__":
    sys.exit(main())
