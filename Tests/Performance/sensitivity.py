#!/usr/bin/env python3
"""sensitivity.py NIANBAO [--by SHARE] [--only NAME] [--brief] [FOLDER…]: which tables notice a change of each option of table finding.

Moves every number of `nianbao schema --table-options` down and up by SHARE (0.2), counts by one at least, and counts the files
whose tables become others: in the samples and fixtures of this package, and in every FOLDER of PDFs and texts. Prints one line an
option and value, and what nothing notices last: each of those needs a test that shows why it exists, or goes. With --brief one
line an option, up to the first folder that notices.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[2]


def numbers(options, path=()):
    """Every number among `options` with the names that lead to it."""
    for name, value in options.items():
        if isinstance(value, dict):
            yield from numbers(value, path + (name,))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            yield path + (name,), value


def moved(tool, path, standard, by):
    """A number below and one above `standard`; a count stays one, and above 0."""
    numbers = [standard * (1 - by), standard * (1 + by)]
    if isinstance(standard, int) and tables(tool, [], nested(path, numbers[0])) is None:
        step = max(1, round(standard * by))
        numbers = [number for number in (standard - step, standard + step) if number >= 0]
    return numbers


def nested(path, value):
    for name in reversed(path):
        value = {name: value}
    return value


def tables(tool, files, options=None):
    """The tables of each file as text, by file; None where the options are refused."""
    command = [tool, "tables", "--ocr", "never"]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        if options is not None:
            json.dump(options, file)
            file.flush()
            command += ["--table-options", file.name]
        run = subprocess.run(command + (files or ["-"]), input="-", capture_output=True, text=True)
    if run.returncode == 64:
        return None
    if not files:
        return {}
    if run.returncode not in (0, 2):
        sys.exit(f"{options}: {run.stderr}")
    found, decoder, place = {}, json.JSONDecoder(), 0
    while place < len(run.stdout):
        value, place = decoder.raw_decode(run.stdout, place)
        found[value["file"]] = json.dumps(value["tables"])
        while place < len(run.stdout) and run.stdout[place].isspace():
            place += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool")
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--by", type=float, default=0.2)
    parser.add_argument("--only", default="", help="options whose names hold this")
    parser.add_argument("--brief", action="store_true", help="stop at the first folder that notices an option")
    arguments = parser.parse_args()
    folders = [HOME / "samples", HOME / "Tests/Fixtures", *map(pathlib.Path, arguments.folders)]
    corpora = {}
    for folder in folders:
        files = sorted(str(file) for file in folder.iterdir() if file.suffix in (".pdf", ".txt"))
        if files:
            corpora[folder.name] = files
    if arguments.brief:
        corpora = dict(sorted(corpora.items(), key=lambda corpus: sum(os.path.getsize(file) for file in corpus[1])))
    usual = {name: tables(arguments.tool, files) for name, files in corpora.items()}
    standard = json.loads(subprocess.run([arguments.tool, "schema", "--table-options"], capture_output=True).stdout)
    unnoticed = []
    print("option\tvalue\t" + "\t".join(f"{name} ({len(files)})" for name, files in corpora.items()), flush=True)
    for path, value in numbers(standard):
        option = ".".join(path)
        if arguments.only not in option:
            continue
        noticed = False
        for number in moved(arguments.tool, path, value, arguments.by):
            counts = []
            for name, files in corpora.items():
                if noticed and arguments.brief:
                    break
                found = tables(arguments.tool, files, nested(path, number))
                counts.append(sum(found.get(file) != text for file, text in usual[name].items()))
                noticed = noticed or counts[-1] > 0
            if counts:
                print(f"{option}\t{value:g} -> {number:g}\t" + "\t".join(map(str, counts)), flush=True)
        if not noticed:
            unnoticed.append(option)
    print(f"\nnoticed by nothing: {len(unnoticed)}")
    for option in unnoticed:
        print("  " + option)


if __name__ == "__main__":
    main()
