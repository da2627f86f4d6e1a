#!/usr/bin/env python3
"""How exactly reports are read whose figures are known, and whether anything has become worse.

    swift build --product nianbao
    Tests/Accuracy/floor.py --tool .build/debug/nianbao

Reads the samples, and the reports they are made from in the clothes that text comes in (web page, Markdown, text with bars, with tabs,
a cell a line), and counts figures by kind of file:
  right     as it is; or blank, where the cell is blank
  missing   no figure is given though one stands there
  flagged   given with a doubt
  silent    given without a doubt, and wrong
  unnamed   reports whose agency or year is not as it is (these are reports, not figures)
Truth is what the files are made from (samples/make), never what the tool has said.

Fails where anything is silent, where a kind has less right or more unnamed than floor.json says, or where it has another number of files.
When the tool has become better, or kinds are added, raise the floor and commit it:
    Tests/Accuracy/floor.py --tool TOOL --raise
which lowers it nowhere, unless the files themselves are others. Exit codes: 0 all well, 1 behind the floor, 64 wrong usage.
"""
import argparse
import collections
import json
import os
import pathlib
import sys
import tempfile

import score
import variants

FLOOR = pathlib.Path(__file__).resolve().parent / "floor.json"
COUNTED = [*score.VERDICTS, "unnamed"]


def cases(folder):
    """Samples beside their truth, and a file of each kind for each report."""
    found = []
    for path in sorted((variants.ROOT / "samples").iterdir()):
        truth = variants.ROOT / "samples/make/truth" / (path.stem + ".json")
        if path.suffix != ".json" and truth.exists():
            said = json.loads(truth.read_text(encoding="utf-8"))["documents"][0]
            found.append(score.Case(f"sample, {path.suffix[1:]}", path, said["values"], said["agency"], said["year"]))
    for number, (kind, (ending, make)) in enumerate(variants.VARIANTS.items()):
        for name, report in variants.reports():
            path = folder / f"{number}-{name}{ending}"
            made = make(report)
            path.write_bytes(made if isinstance(made, bytes) else made.encode())
            found.append(score.Case(kind, path, report.values, report.agency, int(report.year)))
    return found


def measured(tool, wants_details):
    """Counts by kind, in their order."""
    kinds = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as name:
        todo = cases(pathlib.Path(name))
        rows = score.figures(tool, [case.path for case in todo])
        for case in todo:
            count, wrong = score.judged(case, rows[str(case.path)])
            kinds[case.kind].update(count)
            kinds[case.kind]["files"] += 1
            for said, code, expected, row in wrong:
                if said == "silent" or wants_details:
                    print(f"{said}: {case.kind}, {case.path.name}: {code} is {expected}, read {row and row['value']} ({row and row['status']})")
    return {kind: {key: count[key] for key in ["files", *COUNTED]} for kind, count in kinds.items()}


def table(kinds, floor):
    print(f"{'kind':36}{'files':>6}" + "".join(f"{name:>9}" for name in COUNTED) + f"{'right at least':>16}")
    total = collections.Counter()
    for kind, count in kinds.items():
        total.update(count)
        print(f"{kind:36}{count['files']:6}" + "".join(f"{count[name]:9}" for name in COUNTED) + f"{floor.get(kind, {}).get('right', '-'):>16}")
    print(f"{'all':36}{total['files']:6}" + "".join(f"{total[name]:9}" for name in COUNTED))


def falls(kinds, floor):
    """What is behind the floor, a line each."""
    lines = [f"{kind}: {count['silent']} figures are wrong without a doubt" for kind, count in kinds.items() if count["silent"]]
    for kind in sorted(set(kinds) | set(floor)):
        now, least = kinds.get(kind), floor.get(kind)
        if now is None or least is None or now["files"] != least["files"]:
            lines.append(f"{kind}: {now['files'] if now else 0} files, the floor knows {least['files'] if least else 0}")
        elif now["right"] < least["right"]:
            lines.append(f"{kind}: {now['right']} right, {least['right']} before")
        elif now["unnamed"] > least["unnamed"]:
            lines.append(f"{kind}: {now['unnamed']} reports unnamed, {least['unnamed']} before")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True, help="the built tool")
    parser.add_argument("--raise", dest="is_raised", action="store_true", help="write what is measured as the new floor, where nothing falls")
    parser.add_argument("--details", action="store_true", help="list all that is not right")
    options = parser.parse_args()
    if not os.access(options.tool, os.X_OK):
        parser.error(f"no tool: {options.tool}")
    floor = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    kinds = measured(options.tool, options.details)
    table(kinds, floor)
    if options.is_raised:
        # Where the files are others, there is nothing to compare with.
        floor = {kind: least for kind, least in floor.items() if kind in kinds and least["files"] == kinds[kind]["files"]}
        if not (behind := falls({kind: kinds[kind] for kind in floor}, floor) + [line for line in falls(kinds, kinds)]):
            FLOOR.write_text(json.dumps(kinds, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    else:
        behind = falls(kinds, floor)
    for line in behind:
        print(f"floor: {line}", file=sys.stderr)
    return 1 if behind else 0


if __name__ == "__main__":
    sys.exit(main())
