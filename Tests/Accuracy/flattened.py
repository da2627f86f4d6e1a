#!/usr/bin/env python3
"""Random reports, flattened and damaged at random: is anything wrong given without a doubt?

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Accuracy/flattened.py --tool .build/release/nianbao --count 10000

Each run makes a report whose tables add up (or is all zeros), writes it in one way that text comes in, and damages rows of its tables in
one way. Prints by damage and by way: runs, the share of figures given right and without a doubt, those missing or flagged, and those that
are silent: wrong without a doubt, or figures that the report does not have. A figure that the damage has taken away may be missing, not
wrong. The same seed makes the same runs.

Exit codes: 0 nothing silent, 1 something silent (each is told, its file is kept in --keep), 64 wrong usage.
"""
import argparse
import collections
import pathlib
import random
import shutil
import sys
import tempfile

import score
import variants
from variants import forms

BATCH = 60


def made(dice, folder):
    """A report with random figures; prose and names are few, tables are what this is about."""
    size = dice.choice(["zero", "tiny", "small", "large"])
    blank = dice.choice(["0", "0", "_", "-"])

    def number():
        if size == "zero":
            return 0
        if size == "large":
            return dice.randint(0, 4000)
        return dice.randint(1, 30) if dice.random() < (0.1 if size == "tiny" else 0.3) else 0

    def written(value):
        return blank if value == 0 else str(value)
    lines = ["agency 纸鸢县听蝉镇人民政府", "year 2023", "form 2021", "title 纸鸢县听蝉镇人民政府2023年政府信息公开工作年度报告"]
    for code, columns in [("regulations", 3), ("normative_documents", 3), ("licensing", 1), ("penalties", 1), ("compulsory_measures", 1), ("administrative_fees", 1)]:
        lines.append(" ".join([f"proactive.{code}"] + [written(number()) for _ in range(columns)]))
    results = [f"requests.{group}" + (f".{part}" if part else "") for group, _, parts in forms.RESULTS for part, _ in parts or [(None, None)]]
    sums = [0] * 6
    for row in results:
        values = [number() for _ in forms.COLUMNS]
        sums = [a + b for a, b in zip(sums, values)]
        lines.append(" ".join([row, *map(written, values), written(sum(values))]))
    out = [min(number(), 300) for _ in forms.COLUMNS]
    carried = [min(number(), a + b) for a, b in zip(sums, out)]
    new = [a + b - c for a, b, c in zip(sums, out, carried)]
    for row, values in [("new", new), ("carried_in", carried), ("handled_total", sums), ("carried_out", out)]:
        lines.append(" ".join([f"requests.{row}", *map(written, values), written(sum(values))]))
    for group in forms.PROCEEDINGS:
        values = [number() for _ in forms.OUTCOMES]
        lines.append(" ".join([f"proceedings.{group}", *map(written, values), written(sum(values))]))
    prose = ["# 一、总体情况", "全年政府信息公开工作有序开展。", "# 二、主动公开政府信息情况", "@proactive", "# 三、收到和处理政府信息公开申请情况", "@requests",
             "# 四、政府信息公开行政复议、行政诉讼情况", "@proceedings", "# 五、存在的主要问题及改进情况", "下一步将加强培训。", "# 六、其他需要报告的事项", "无。"]
    path = folder / "report.txt"
    path.write_text("\n".join(lines) + "\n---\n" + "\n".join(prose) + "\n", encoding="utf-8")
    return forms.Report(str(path))


# Cells of rows, before anything is damaged

SHAPES = {
    "merged once": lambda table: variants.grid(table, False),
    "merged repeated": lambda table: variants.grid(table, True),
    "merged left out": variants.narrowed,
    "merged left out below": variants.beside,
}


# Ways of writing rows

WAYS = {
    "Markdown": (".md", variants.markdown_heading, variants.pipes),
    "Markdown, open": (".md", variants.markdown_heading, variants.open_pipes),
    "bars": (".txt", variants.plain_heading, lambda rows: "\n".join("|".join(row) for row in rows)),
    "tabs": (".txt", variants.plain_heading, lambda rows: "\n".join("\t".join(row) for row in rows)),
    "commas": (".txt", variants.plain_heading, variants.csv),
    "slashes": (".txt", variants.plain_heading, lambda rows: "\n".join("/".join(row) for row in rows)),
    "a cell a line": (".txt", variants.plain_heading, lambda rows: "\n".join(cell for row in rows for cell in row if cell)),
}


# Damages


def some(dice, rows, damage, share=0.3):
    return [damage(row) if dice.random() < share else row for row in rows]


def without_blanks(dice, rows):
    return [[cell for cell in row if cell] for row in rows]


def one_blank_lost(dice, rows):
    def lost(row):
        blanks = [i for i, cell in enumerate(row) if not cell]
        gone = dice.choice(blanks) if blanks else -1
        return [cell for i, cell in enumerate(row) if i != gone]
    return some(dice, rows, lost)


def one_cell_lost(dice, rows):
    def lost(row):
        gone = dice.randrange(len(row))
        return row[:gone] + row[gone + 1:]
    return some(dice, rows, lost, 0.1)


def blank_put_in(dice, rows):
    def more(row):
        place = dice.randrange(len(row) + 1)
        return row[:place] + [""] + row[place:]
    return some(dice, rows, more)


def shifted(dice, rows):
    return some(dice, rows, lambda row: [""] + row if dice.random() < 0.5 or row[0] else row[1:])


def ends_cut(dice, rows):
    def cut(row):
        row = list(row)
        while row and not row[-1]:
            row.pop()
        return row or [""]
    return [cut(row) for row in rows]


def rows_cut(dice, rows):
    return some(dice, rows, lambda row: row[:max(1, len(row) - dice.randint(1, 3))], 0.15)


def filled_up(dice, rows):
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def header_cut(dice, rows):
    return [rows[0][:dice.randint(1, max(1, len(rows[0]) - 1))]] + rows[1:]


def header_lost(dice, rows):
    return rows[dice.randint(1, 3):] if len(rows) > 4 else rows


DAMAGES = {
    "none": lambda dice, rows: rows, "blanks left out": without_blanks, "a blank lost": one_blank_lost, "a cell lost": one_cell_lost,
    "a blank put in": blank_put_in, "rows shifted": shifted, "blank ends cut": ends_cut, "rows cut": rows_cut, "filled up": filled_up,
    "header cut": header_cut, "header lost": header_lost,
}


def case(seed, number, folder):
    """Run number `number` of a seed: its file, and what is true of it."""
    dice = random.Random(f"{seed}/{number}")
    damage, shape, way = (dice.choice(list(choice)) for choice in (DAMAGES, SHAPES, WAYS))
    report = made(dice, folder)
    ending, heading, write = WAYS[way]

    def table(cells):
        return write([row for row in DAMAGES[damage](dice, SHAPES[shape](cells)) if row])
    path = folder / f"{number:06}{ending}"
    path.write_text(variants.document(report, heading, table), encoding="utf-8")
    return score.Case((damage, shape, way), path, report.values, report.agency, int(report.year))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True, help="the built tool")
    parser.add_argument("--seed", default="1", help="another seed, other runs (default: 1)")
    parser.add_argument("--count", type=int, default=1000, help="how many runs (default: 1000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first run")
    parser.add_argument("--keep", type=pathlib.Path, help="a folder for files with silent errors")
    options = parser.parse_args()
    counts = [collections.defaultdict(collections.Counter) for _ in range(3)]
    for start in range(options.first, options.first + options.count, BATCH):
        with tempfile.TemporaryDirectory() as name:
            numbers = range(start, min(start + BATCH, options.first + options.count))
            cases = [case(options.seed, number, pathlib.Path(name)) for number in numbers]
            rows = score.figures(options.tool, [one.path for one in cases])
            for one in cases:
                count, wrong = score.judged(one, rows[str(one.path)])
                for kind, counted in zip(one.kind, counts):
                    counted[kind].update(count)
                    counted[kind]["runs"] += 1
                for said, code, expected, row in wrong:
                    if said == "silent":
                        print(f"silent: {one.path.name} ({', '.join(one.kind)}): {code} is {expected}, read {row['value']} ({row['status']})", flush=True)
                if count["silent"] and options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    shutil.copy(one.path, options.keep / one.path.name)
    for counted in counts:
        print(f"{'':24}{'runs':>6}{'right':>8}{'missing':>9}{'flagged':>9}{'silent':>8}")
        for kind in sorted(counted):
            count = counted[kind]
            figures = sum(count[verdict] for verdict in score.VERDICTS) or 1
            print(f"{kind:24}{count['runs']:6}{100 * count['right'] / figures:7.1f}%{count['missing']:9}{count['flagged']:9}{count['silent']:8}")
        print()
    return 1 if any(count["silent"] for count in counts[0].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
