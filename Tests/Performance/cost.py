#!/usr/bin/env python3
"""What CPU a report costs in `nianbao convert`, and a volume of 100 reports, by what `pdftotext -bbox` takes for the same files.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Performance/cost.py [--files N] [--rounds N] [--nianbao PATH]... [FOLDER]...

A report is measured as the difference between twice the files and once the files, so that starting up costs nothing; from pdftotext,
a process a file, what it takes to print its version is taken off. Files are made from the PDF files in the folders, the samples by
default, each with contents of its own; a volume is 100 of them bound by pdfunite. Several tools are measured in turns, and the best
of the rounds counts. Ends with 1 where the last tool misses an aim. Needs poppler-utils.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
VOLUME = 100
MOST_A_REPORT, MOST_A_VOLUME = 1.3, 1.6


def cpu(commands, text=None):
    """User and system seconds of the commands and all of their children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def make_files(folders, target, number):
    """Copies with a comment behind the end, which makes each another content; of files that may be bound only."""
    sources = [path for folder in folders for path in sorted(pathlib.Path(folder).glob("*.pdf")) if is_open(path)]
    paths = [target / f"{index:05}.pdf" for index in range(number)]
    for index, path in enumerate(paths):
        path.write_bytes(sources[index % len(sources)].read_bytes() + b"\n%% %d\n" % index)
    return paths


def is_open(path):
    lines = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout.splitlines()
    return any(line.split() == ["Encrypted:", "no"] for line in lines)


def converted(tool, paths):
    with tempfile.TemporaryDirectory() as folder:
        command = [tool, "convert", "--quiet", "--ocr", "never", "--jobs", "1", "--files-from", "-"]
        return cpu([command + ["--output", f"{folder}/reports.ndjson"]], "".join(f"{path}\n" for path in paths).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", default=[ROOT / "samples"], help="with PDF files")
    parser.add_argument("--files", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--nianbao", action="append", help="the built tool")
    options = parser.parse_args()
    tools = options.nianbao or [ROOT / ".build/release/nianbao"]
    best = {}

    def note(key, seconds):
        best[key] = min(best.get(key, seconds), seconds)

    with tempfile.TemporaryDirectory() as name:
        paths = make_files(options.folders, pathlib.Path(name), max(2 * options.files, VOLUME))
        timed = paths[: options.files]
        volume = f"{name}/volume.pdf"
        subprocess.run(["pdfunite", *paths[:VOLUME], volume], check=True, stderr=subprocess.DEVNULL)
        for _ in range(options.rounds):
            note("files", cpu([["pdftotext", "-bbox", path, os.devnull] for path in timed]))
            note("starts", cpu([["pdftotext", "-v"] for _ in timed]))
            note("volume", cpu([["pdftotext", "-bbox", volume, os.devnull]]))
            for tool in tools:
                note((tool, 1), converted(tool, timed))
                note((tool, 2), converted(tool, paths[: 2 * options.files]))
                note((tool, "volume"), converted(tool, [volume]))

    floor = best["files"] - best["starts"]
    print("| | ms a report | × pdftotext -bbox | with its start | volume, × pdftotext -bbox |\n|---|---|---|---|---|")
    for tool in tools:
        seconds = best[tool, 2] - best[tool, 1]
        report, bound = seconds / floor, best[tool, "volume"] / best["volume"]
        print(f"| {tool} | {seconds / options.files * 1000:.1f} | {report:.2f} | {seconds / best['files']:.2f} | {bound:.2f} |")
    print(f"| pdftotext -bbox | {floor / options.files * 1000:.1f} | 1 | 1 | 1 |")
    return 0 if report <= MOST_A_REPORT and bound <= MOST_A_VOLUME else 1


if __name__ == "__main__":
    sys.exit(main())
