#!/usr/bin/env python3
"""Puts a bundled tool into a wheel of Python code: wheel.py WHEEL BUNDLE TAG FOLDER. Prints the path of the new wheel.

What is in the bundle is installed as it is below the prefix of an environment, the program beside Python itself: it finds its
libraries by its own place. The same input gives the same bytes.
"""
from __future__ import annotations

import base64
import csv
import hashlib
import io
import os
import re
import sys
import time
import zipfile
from pathlib import Path

Files = dict[str, tuple[bytes, bool]]


def main(wheel: str, bundle: str, tag: str, folder: str) -> None:
    name, version = Path(wheel).name.split("-")[:2]
    information, data = f"{name}-{version}.dist-info", f"{name}-{version}.data"
    files = {name: content for name, content in content_of(Path(wheel)).items() if name != f"{information}/RECORD"}
    for path in sorted(Path(bundle).rglob("*")):
        if path.is_file():
            place = path.relative_to(bundle)
            is_program = place.parts[0] == "bin"
            target = f"{data}/scripts/{place.name}" if is_program else f"{data}/data/{place.as_posix()}"
            files[target] = (path.read_bytes(), is_program or path.suffix == ".sh")
    files[f"{information}/WHEEL"] = (tagged(files[f"{information}/WHEEL"][0], tag), False)
    files[f"{information}/METADATA"] = (licensed(files[f"{information}/METADATA"][0]), False)
    target = Path(folder) / f"{name}-{version}-{tag}.whl"
    write(target, files, f"{information}/RECORD")
    print(target)


def content_of(wheel: Path) -> Files:
    with zipfile.ZipFile(wheel) as archive:
        return {entry.filename: (archive.read(entry), False) for entry in archive.infolist() if not entry.is_dir()}


def tagged(text: bytes, tag: str) -> bytes:
    """Of one kind of machine, and with files of its own outside of Python's folder for code."""
    lines = [line for line in text.decode().splitlines() if line and not line.startswith(("Tag:", "Root-Is-Purelib:"))]
    return ("\n".join([*lines, "Root-Is-Purelib: false", f"Tag: {tag}"]) + "\n").encode()


def licensed(text: bytes) -> bytes:
    """As a whole, with poppler inside, it is under the GPL."""
    return re.sub(rb"^License-Expression: .*$", b"License-Expression: GPL-3.0-only", text, count=1, flags=re.MULTILINE)


def write(target: Path, files: Files, record: str) -> None:
    moment = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), 315532800))[:6]
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    for name, (content, _) in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        writer.writerow([name, f"sha256={digest}", len(content)])
    writer.writerow([record, "", ""])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, (content, is_program) in [*sorted(files.items()), (record, (rows.getvalue().encode(), False))]:
            entry = zipfile.ZipInfo(name, (*moment,))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if is_program else 0o100644) << 16
            archive.writestr(entry, content)


if __name__ == "__main__":
    main(*sys.argv[1:])
