#!/usr/bin/env python3
"""Figures of scanned tables, read by nianbao and by what a user would else take: cells right, silent errors, seconds a page.

    apt-get install ocrmypdf tesseract-ocr-chi-sim
    python3 -m venv .venv-performance && .venv-performance/bin/pip install pdfplumber 'img2table[rapidocr]' rapidocr-onnxruntime==1.4.4
    .venv-performance/bin/python Tests/Performance/scan_peers.py [--nianbao PATH] [--kinds NAME,…] [FILE…]

FILEs are PDFs that are born digital, the samples by default; they are drawn as `scans.py` draws them. The truth is the tables of
the originals. Of every row with figures the row that a tool gives with the most similar label is taken, and its figures are held
against the truth from the right. A figure that is not there is missing; a wrong one is silent, for these tools have no way of
saying that they are unsure. nianbao's count the same way, those it marks as suspect apart.
"""
import argparse
import difflib
import json
import logging
import os
import pathlib
import re
import subprocess
import tempfile
import time

import scans

NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?$")


def figures_of(row):
    """The label of a row, and its numbers."""
    cells = [re.sub(r"\s+", "", cell or "") for cell in row]
    numbers = [cell for cell in cells if NUMBER.match(cell)]
    return "".join(cell for cell in cells if cell and not NUMBER.match(cell)), numbers


def ocrmypdf(pdf, folder):
    import pdfplumber

    output = os.path.join(folder, "ocr.pdf")
    subprocess.run(
        ["ocrmypdf", "-l", "chi_sim+eng", "--deskew", "--output-type", "pdf", "--quiet", "--jobs", "2", str(pdf), output], check=True)
    rows = []
    with pdfplumber.open(output) as document:
        for page in document.pages:
            found = page.extract_tables()
            for table in found:
                rows += table
            if not found:  # lines in a picture are none to it: rows of words
                rows += [line.split() for line in (page.extract_text() or "").splitlines()]
    return rows


def page_images(pdf, folder):
    stem = os.path.join(folder, "peer")
    subprocess.run(["pdftocairo", "-png", "-r", "200", str(pdf), stem], check=True)
    return sorted(str(path) for path in pathlib.Path(folder).glob("peer-*.png"))


def rapidocr(pdf, folder):
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR()
    rows = []
    for image in page_images(pdf, folder):
        boxes, _ = engine(image)
        words = sorted(((box[0][1] + box[2][1]) / 2, box[0][0], text, box[2][1] - box[0][1]) for box, text, _ in boxes or [])
        line = []
        for word in words:
            if line and word[0] - line[-1][0] > 0.5 * word[3]:
                rows.append([text for _, _, text, _ in sorted(line, key=lambda item: item[1])])
                line = []
            line.append(word)
        rows.append([text for _, _, text, _ in sorted(line, key=lambda item: item[1])])
    return rows


def img2table(pdf, folder):
    from img2table.document import Image
    from img2table.ocr import RapidOCR

    logging.disable(logging.INFO)  # it tells of every model that it loads
    engine = RapidOCR()
    rows = []
    for image in page_images(pdf, folder):
        for table in Image(image).extract_tables(ocr=engine):
            rows += [[cell.value for cell in row] for row in table.content.values()]
    return rows


def tables(tool, pdf, *options):
    done = subprocess.run([tool, "tables", str(pdf), *options], capture_output=True, text=True)
    rows = []
    for table in json.loads(done.stdout or '{"tables": []}')["tables"]:
        grid = {}
        for cell in table["cells"]:
            grid.setdefault(cell["row"], []).append((cell["column"], cell["text"]))
        rows += [[text for _, text in sorted(grid[row])] for row in sorted(grid)]
    return rows


def nianbao(tool):
    return lambda pdf, folder: tables(tool, pdf, "--no-ocr-cache")


def judge(truth, rows):
    candidates = [figures_of(row) for row in rows]
    candidates = [candidate for candidate in candidates if candidate[1]]
    cells = right = wrong = 0
    for row in truth:
        label, expected = figures_of(row)
        if not expected or not label:
            continue
        cells += len(expected)
        if not candidates:
            continue
        _, found = max(candidates, key=lambda other: difflib.SequenceMatcher(None, label, other[0]).ratio())
        for offset in range(1, len(expected) + 1):
            if offset <= len(found):
                if found[-offset].replace(",", "") == expected[-offset].replace(",", ""):
                    right += 1
                else:
                    wrong += 1
    return cells, right, wrong


def suspects(tool, truth, pdf):
    """Figures of reports: right, silently wrong, and wrong but marked."""
    count, _ = scans.compare(truth, scans.figures(tool, pdf, "--no-ocr-cache"))
    return count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--nianbao", default=str(scans.ROOT / ".build/release/nianbao"))
    parser.add_argument("--kinds", default="200 dpi,150 dpi,red seal")
    parser.add_argument("--tools", default="nianbao,ocrmypdf,rapidocr,img2table")
    arguments = parser.parse_args()
    files = arguments.files or sorted((scans.ROOT / "samples").glob("*.pdf"))
    tools = {"nianbao": nianbao(arguments.nianbao), "ocrmypdf": ocrmypdf, "rapidocr": rapidocr, "img2table": img2table}
    names = {"nianbao": "nianbao", "ocrmypdf": "OCRmyPDF, pdfplumber", "rapidocr": "RapidOCR, whole page", "img2table": "img2table, RapidOCR"}
    print(f"{'scan':12s} {'tool':22s} {'cells':>6s} {'right':>8s} {'wrong':>6s} {'s/page':>7s}")
    for kind in arguments.kinds.split(","):
        with tempfile.TemporaryDirectory() as folder:
            made = []
            for path in files:
                target = pathlib.Path(folder, path.name)
                made.append((path, target, scans.make(path, kind, target), tables(arguments.nianbao, path, "--ocr", "never")))
            for name in arguments.tools.split(","):
                total = [0, 0, 0]
                start = time.monotonic()
                for _, target, _, truth in made:
                    with tempfile.TemporaryDirectory() as work:
                        try:
                            rows = tools[name](target, work)
                        except Exception as error:  # a tool that fails reads nothing
                            print(f"    {name}: {target.name}: {error}")
                            rows = []
                    total = [a + b for a, b in zip(total, judge(truth, rows))]
                seconds = (time.monotonic() - start) / sum(count for _, _, count, _ in made)
                cells, right, wrong = total
                print(f"{kind:12s} {names[name]:22s} {cells:6d} {right / max(cells, 1):8.2%} {wrong:6d} {seconds:7.2f}", flush=True)
            if "nianbao" in arguments.tools:
                sums = {}
                for path, target, _, _ in made:
                    truth = scans.figures(arguments.nianbao, path, "--ocr", "never")
                    for key, value in suspects(arguments.nianbao, truth, target).items():
                        sums[key] = sums.get(key, 0) + value
                print(f"{kind:12s} {'nianbao extract':22s} {sums['cells']:6d} {sums['right'] / sums['cells']:8.2%} silent {sums['silent']}")


if __name__ == "__main__":
    main()
