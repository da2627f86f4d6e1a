#!/usr/bin/env python3
"""How fast `nianbao convert` reads many small reports, and how much memory it takes while it does.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Performance/convert.py [NUMBER] [NIANBAO]

Makes NUMBER (2,000 by default) files with contents of their own from the samples, converts them with one worker and with two, and
lets one `pdftotext -bbox` process a file read the same set.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def timed(*command):
    """Seconds, and the most resident memory of the process itself in MiB."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    tool = sys.argv[2] if len(sys.argv) > 2 else ROOT / ".build/release/nianbao"
    samples = [path.read_bytes() for path in sorted((ROOT / "samples").glob("*.pdf"))]
    with tempfile.TemporaryDirectory() as folder:
        files = pathlib.Path(folder, "in")
        files.mkdir()
        for index in range(number):
            # A comment behind the end makes it another content.
            (files / f"{index:05}.pdf").write_bytes(samples[index % len(samples)] + b"\n%% %d\n" % index)
        rates = {}
        for jobs in (1, 2):
            output = pathlib.Path(folder, f"jobs-{jobs}.ndjson")
            seconds, memory = timed(tool, "convert", files, "--output", output, "--jobs", str(jobs), "--quiet")
            rates[jobs] = number / seconds
            print(f"convert, {jobs} jobs: {rates[jobs]:.1f} files/s, parent {memory:.0f} MiB", flush=True)
        print(f"two jobs are {rates[2] / rates[1]:.2f} times as fast as one")
        start = time.monotonic()
        for path in sorted(files.iterdir()):
            subprocess.run(["pdftotext", "-bbox", path, os.devnull], check=True, stderr=subprocess.DEVNULL)
        rate = number / (time.monotonic() - start)
        print(f"pdftotext -bbox, a process a file: {rate:.1f} files/s; convert with two jobs is {rates[2] / rate:.2f} times as fast")


if __name__ == "__main__":
    main()
