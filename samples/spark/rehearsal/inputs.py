"""An archive to read: the samples with small changes, and files that are no good."""
from __future__ import annotations

import itertools
import random
import re
from pathlib import Path

_SAMPLES = Path(__file__).resolve().parents[2]
_READABLE = (".pdf", ".html", ".md", ".txt")
# As bad as names get without being impossible.
_FOLDERS = ("2022", "2023 年报", "100% [旧]", "{a,b}/deep", "it's")

_YEARS = 3
# As copies in the other script have the names of agencies.
_TRADITIONAL = str.maketrans("纸鸢县镇", "紙鳶縣鎮")
_FIGURE = re.compile(r"(?<=[|\n ])\d+(?= *[|\n])")


def make_archive(folder: Path, good: int) -> None:
    """Fills the folder; the same files every time."""
    samples = sorted(path for path in _SAMPLES.iterdir() if path.suffix in _READABLE)
    for number, sample in zip(range(good), itertools.cycle(samples)):
        content = _changed(sample, number, turn=number // len(samples))
        _put(folder / _FOLDERS[number % len(_FOLDERS)] / f"{number:04} {sample.name}", content)
    pdf = next(path for path in samples if path.suffix == ".pdf")
    for name, content in _bad_files(pdf.read_bytes()).items():
        _put(folder / "bad" / name, content)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _changed(sample: Path, number: int, turn: int) -> bytes:
    """Another content that reads as a report still. Texts are on other years too, several on each, with some figures that are otherwise
    and, every other time, in the other script."""
    content = sample.read_bytes()
    if sample.suffix == ".pdf":
        return content + b"\n%% %d\n" % number
    if sample.suffix == ".html":
        return content + b"<!-- %d -->\n" % number
    dice = random.Random(number)
    year = int(re.search(r"\d{4}", sample.name)[0])
    text = content.decode().replace(str(year), str(year - turn % _YEARS))
    text = _FIGURE.sub(lambda figure: str(dice.randrange(9)) if dice.random() < 0.05 else figure[0], text)
    return f"{text.translate(_TRADITIONAL) if turn % 2 else text}\n{number}\n".encode()


def _bad_files(pdf: bytes) -> dict[str, bytes]:
    noise = random.Random(5)
    files = {f"truncated-{share}.pdf": pdf[: len(pdf) * share // 100] for share in (1, 10, 30, 60, 90)}
    files |= {f"random-{number}.pdf": b"%PDF-1.7\n" + noise.randbytes(4000) for number in range(5)}
    files |= {f"noise-{number}.pdf": noise.randbytes(1000) for number in range(3)}
    files |= {"empty.pdf": b"", "empty.html": b"", "empty.md": b"", "endless.pdf": _nested_pdf(b"")}
    files |= {"greedy.pdf": _nested_pdf(b"BT /T 1 Tf (" + b"M" * 2000 + b") Tj ET")}
    files |= {"same-1.pdf": pdf, "same-2.pdf": pdf, "SAME.PDF": pdf, "same.txt": pdf, "damaged.pdf": _damaged(pdf, noise)}
    return files | {"nothing.txt": b"\n", "words.md": "# 通知\n\n没有表格。\n".encode()}


def _damaged(pdf: bytes, noise: random.Random) -> bytes:
    content = bytearray(pdf)
    for _ in range(200):
        content[noise.randrange(len(content))] = noise.randrange(256)
    return bytes(content)


def _nested_pdf(innermost: bytes, depth: int = 12) -> bytes:
    """A page of drawings that draw another ten times, and so on: it takes years to read, and with text all the memory."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>",
        _stream(b"", b"/F Do"),
        *(_stream(b"/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /F %d 0 R >> >>" % (6 + level),
                  b"/F Do " * 10) for level in range(depth)),
        _stream(b"/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /Font << /T << /Type /Font /Subtype /Type1 "
                b"/BaseFont /Helvetica >> >> >>", innermost),
    ]
    file, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(file)


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries, len(content), content)
