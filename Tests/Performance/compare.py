"""Runs table finders over the same files, each as a whole process, and prints one table of accuracy, speed and memory."""
import argparse
import glob
import importlib.metadata
import json
import os
import platform
import statistics
import subprocess
import sys
import time

import relations

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = {"pdfplumber": "pdfplumber", "camelot": "camelot-py", "pymupdf": "pymupdf", "tablers": "tablers", "pymupdf4llm": "pymupdf4llm"}


def measured(commands):
    """Runs commands one after another: output of all, wall seconds, the largest process in MiB."""
    output, peak, start = [], 0, time.monotonic()
    for command in commands:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        output.append(process.stdout.read())
        _, _, usage = os.wait4(process.pid, 0)
        process.stdout.close()
        process.returncode = 0
        peak = max(peak, usage.ru_maxrss / 1024)
    return output, time.monotonic() - start, peak


def commands(tool, nianbao, files):
    if tool == "pdftotext -bbox":
        return [["pdftotext", "-bbox", file, "/dev/stdout"] for file in files]
    if tool == "nianbao":
        return [[nianbao, "tables", "--no-join-pages", *files]]
    return [[sys.executable, os.path.join(HERE, "peers.py"), tool, *files]]


def tables(tool, output):
    """{file name: [table]} of a tool's output; nothing for the floor."""
    if tool == "pdftotext -bbox":
        return None
    decoder, text, found = json.JSONDecoder(), output[0].decode(), {}
    while text := text.lstrip():
        entry, end = decoder.raw_decode(text)
        text = text[end:]
        found[os.path.basename(entry["file"])] = entry["tables"]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--nianbao", required=True, help="the built tool")
    parser.add_argument("--runs", type=int, default=3, help="runs of each tool; the median counts")
    parser.add_argument("--tools", default="pdftotext -bbox,nianbao," + ",".join(PEERS))
    parser.add_argument("--only", default="", help="file names without ending, separated by commas")
    options = parser.parse_args()

    only = set(filter(None, options.only.split(",")))
    files = sorted(f for f in glob.glob(os.path.join(options.folder, "*.pdf"))
                   if not only or os.path.basename(f)[:-4] in only)
    if not files:
        sys.exit(f"no PDF files in {options.folder}")
    pages = sum(int(line.split()[1]) for f in files
                for line in subprocess.run(["pdfinfo", f], capture_output=True, text=True).stdout.splitlines()
                if line.startswith("Pages:"))
    truth = relations.truth(options.folder, files)

    print(f"{len(files)} files, {pages} pages, {sum(map(len, truth.values()))} tables in the ground truth; "
          f"median of {options.runs} runs; {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| tool | version | precision | recall | F1 | exact | false tables | pages/s | × pdftotext | peak MiB |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    floor = None
    for tool in options.tools.split(","):
        runs = [measured(commands(tool, options.nianbao, files)) for _ in range(options.runs)]
        seconds = statistics.median(run[1] for run in runs)
        floor = floor or seconds
        version = importlib.metadata.version(PEERS[tool]) if tool in PEERS else ""
        try:
            found = tables(tool, runs[0][0])
        except (ValueError, KeyError) as error:
            print(f"| {tool} | {version} | failed: {error} |")
            continue
        score = relations.score(truth, found) if truth and found is not None else None
        accuracy = (f"{score.precision:.4f} | {score.recall:.4f} | {score.f1:.4f} | {score.exact}/{score.tables} | {score.false}"
                    if score else "– | – | – | – | –")
        print(f"| {tool} | {version} | {accuracy} | {pages / seconds:.0f} | {seconds / floor:.2f} | {max(r[2] for r in runs):.0f} |",
              flush=True)


if __name__ == "__main__":
    main()
