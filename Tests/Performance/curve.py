"""curve.py NIANBAO: how the time for one page grows with its rulings and glyphs; and for a document with its pages."""
import os
import subprocess
import sys
import tempfile
import time


def pdf(pages):
    """A PDF of pages given as content streams, on a sheet of 2000 × 2000 points."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>",
               f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{4 + 2 * i} 0 R' for i in range(len(pages)))}]>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for i, content in enumerate(pages):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000 2000]/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * i} 0 R>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return f"{text}xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF\n"


def sheet(rows, columns, text):
    """A table with every side of every cell drawn by itself, as word processors do."""
    width, height = 1960 / columns, 1960 / rows
    lines = []
    for row in range(rows):
        for column in range(columns):
            x, y = 20 + column * width, 1980 - row * height
            lines.append(f"{x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S {x:.2f} {y:.2f} m {x:.2f} {y - height:.2f} l S")
            lines.append(f"BT /F {min(6, height * 0.6):.2f} Tf {x + 1:.2f} {y - height * 0.8:.2f} Td ({text}) Tj ET")
    lines.append(f"20 20 m 1980 20 l S 1980 20 m 1980 1980 l S")
    return "0.4 w\n" + "\n".join(lines)


def seconds(command):
    best, peak = float("inf"), 0
    for _ in range(3):
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        best, peak = min(best, time.monotonic() - start), max(peak, usage.ru_maxrss / 1024)
    return best, peak


def report(label, pages, tool):
    with tempfile.NamedTemporaryFile("w", suffix=".pdf") as file:
        file.write(pdf(pages))
        file.flush()
        ours, memory = seconds([tool, "tables", "--format", "csv", file.name])
        floor, _ = seconds(["pdftotext", "-bbox", file.name, "/dev/null"])
        print(f"| {label} | {ours:.3f} | {floor:.3f} | {ours / floor:.2f} | {memory:.0f} |", flush=True)


def main():
    tool = sys.argv[1]
    print("| page | seconds | pdftotext -bbox | ratio | MiB |\n|---|---|---|---|---|")
    for rows, columns in [(25, 50), (50, 50), (100, 50), (100, 100), (200, 100)]:
        report(f"{2 * rows * columns:,} rulings, {5 * rows * columns:,} glyphs", [sheet(rows, columns, "12345")], tool)
    for pages in [1, 10, 100]:
        report(f"{pages} pages of 28 × 10", [sheet(28, 10, "12345")] * pages, tool)


if __name__ == "__main__":
    main()
