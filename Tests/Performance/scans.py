#!/usr/bin/env python3
"""How exactly `nianbao extract` reads scans, by how badly they were scanned: a curve of accuracy.

    swift build -c release --static-swift-stdlib --product nianbao
    Tests/Performance/scans.py [--nianbao PATH] [--only NAME,…] [--files FILE,…] [--keep FOLDER] [--jobs N]

Draws reports that are born digital as scanners would deliver them, and holds what is read off these pictures against what is read
off the text: the samples, or any PDF. A figure is right where its value is; silently wrong where it is not, and its status says
printed or recovered. Pictures are made with a fixed seed. Needs pdftocairo (poppler-utils), and Pillow, numpy and
OpenCV, which the OCR environment has.
"""
import argparse
import concurrent.futures
import csv
import io
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zlib

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

ROOT = pathlib.Path(__file__).resolve().parents[2]
A4_AREA = 595 * 842 / 72 / 72


def plain(dpi):
    return dict(dpi=dpi)


KINDS = {
    "100 dpi": plain(100),
    "150 dpi": plain(150),
    "200 dpi": plain(200),
    "300 dpi": plain(300),
    "turned by 0.7°": dict(dpi=200, angle=0.7),
    "turned by -1.5°": dict(dpi=200, angle=-1.5),
    "turned by 3°": dict(dpi=200, angle=3),
    "noise": dict(dpi=200, noise=18),
    "blur": dict(dpi=200, blur=1.4),
    "JPEG 25": dict(dpi=200, jpeg=25),
    "1 bit as a fax": dict(dpi=204, bilevel=True, noise=12),
    "dirty borders": dict(dpi=200, dirt=True, angle=0.4),
    "red seal": dict(dpi=200, seal=(205, 35, 40)),
    "blue seal": dict(dpi=200, seal=(40, 60, 190)),
    "grey seal": dict(dpi=200, seal=(205, 35, 40), grey=True),
    "pale print": dict(dpi=200, pale=0.45),
    "strips, a page in 7": dict(dpi=200, strips=7, angle=0.3),
    "turned by 90° and 180°": dict(dpi=200, quarters=(1, 2, 3), angle=0.5),
    "faint rules": dict(dpi=200, rules="faint", angle=0.4, noise=4),
    "dashed rules": dict(dpi=200, rules="dashed", angle=-0.4),
    "broken rules, 1 bit": dict(dpi=200, rules="broken", bilevel=True),
    "halftone": dict(dpi=200, halftone=True, angle=0.3),
    "ticks": dict(dpi=200, ticks=6, angle=0.3),
    "spreads": dict(dpi=200, spread=True),
    "phone": dict(dpi=200, phone=True, noise=4, jpeg=70),
    "all at 150 dpi": dict(dpi=150, angle=-0.8, noise=9, blur=0.6, jpeg=45, dirt=True, seal=(205, 35, 40)),
}


def pages(pdf, dpi, folder):
    stem = pathlib.Path(folder, "page")
    subprocess.run(["pdftocairo", "-png", "-r", str(dpi), str(pdf), str(stem)], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(pathlib.Path(folder).glob("page-*.png"))]


def sealed(image, dpi, color, random):
    """A round seal of 42 mm with a star, over the lower right of the page's middle, as ink: it lets print shine through."""
    layer = Image.new("RGB", image.size, "white")
    draw = ImageDraw.Draw(layer)
    radius, width = 21 / 25.4 * dpi, max(2, int(1.2 / 25.4 * dpi))
    x, y = image.width * random.uniform(0.5, 0.75), image.height * random.uniform(0.3, 0.6)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=color, width=width)
    star = []
    for corner in range(10):
        reach = radius * (0.34 if corner % 2 == 0 else 0.14)
        angle = math.pi * (corner / 5 - 0.5)
        star.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    draw.polygon(star, fill=color)
    for index in range(14):  # marks like the letters on its rim
        angle = math.pi * (0.85 + 1.3 * index / 13)
        cx, cy = x + 0.8 * radius * math.cos(angle), y + 0.8 * radius * math.sin(angle)
        size = 0.09 * radius
        draw.rectangle((cx - size, cy - size, cx + size, cy + size), outline=color, width=max(1, width // 2))
        draw.line((cx - size, cy, cx + size, cy), fill=color, width=max(1, width // 2))
    mixed = np.asarray(image, float) * np.asarray(layer.filter(ImageFilter.GaussianBlur(0.6)), float) / 255
    return Image.fromarray(mixed.astype(np.uint8))


def ruled(image, kind, dpi, random):
    """With its rules pale, dashed or broken: what is dark over a long stretch is a rule."""
    grey = np.asarray(image.convert("L"))
    dark = (grey < 200).astype(np.uint8)
    length = int(0.4 * dpi)
    result = np.asarray(image, float)
    for axis in (0, 1):
        shape = (length, 1) if axis == 0 else (1, length)
        mask = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        mask = cv2.dilate(mask, np.ones((3, 3), np.uint8)).astype(float)
        along = np.arange(grey.shape[axis])
        if kind == "faint":
            share = np.full(len(along), 0.9)
        elif kind == "dashed":
            share = (along % int(0.06 * dpi) >= int(0.035 * dpi)).astype(float)
        else:
            share = cv2.resize(random.random((1, len(along) // 12)), (len(along), 1)).ravel() < 0.3
        mask *= share[:, None] if axis == 0 else share[None, :]
        result = result + (255 - result) * mask[:, :, None]
    return Image.fromarray(result.astype(np.uint8))


def shaded(image, dpi):
    """With bands of a screen of dots over it, as shaded rows are printed."""
    pixels = np.asarray(image, float)
    y, x = np.mgrid[0:pixels.shape[0], 0:pixels.shape[1]]
    pitch = dpi / 55
    screen = np.cos(2 * np.pi * (x + y) / pitch / 1.41) + np.cos(2 * np.pi * (x - y) / pitch / 1.41) > 0.8
    bands = (y // int(0.35 * dpi)) % 3 == 0
    return Image.fromarray(np.where((screen & bands)[:, :, None], np.minimum(pixels, 120), pixels).astype(np.uint8))


def ticked(image, dpi, cells, random):
    """With a reader's ticks beside some of the figures in `cells`, boxes in points."""
    draw = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in cells:
        x, y, size = (x0 + x1) / 144 * dpi + 0.09 * dpi, (y0 + y1) / 144 * dpi, random.uniform(0.045, 0.06) * dpi
        line = [(x - 0.4 * size, y), (x, y + 0.7 * size), (x + 1.1 * size, y - 0.9 * size)]
        draw.line(line, fill=(40, 40, 60), width=max(2, dpi // 90), joint="curve")
    return image


def photographed(image, random):
    """On a dark desk, from a little aside, under a lamp."""
    width, height = image.size
    edge = 0.03
    corners = [(random.uniform(0.2, 1) * edge * width, random.uniform(0.2, 1) * edge * height) for _ in range(4)]
    target = np.float32([corners[0], (width - corners[1][0], corners[1][1]), (width - corners[2][0], height - corners[2][1]),
                         (corners[3][0], height - corners[3][1])])
    source = np.float32([(0, 0), (width, 0), (width, height), (0, height)])
    turned = cv2.warpPerspective(np.asarray(image), cv2.getPerspectiveTransform(source, target), (width, height),
                                 flags=cv2.INTER_AREA, borderValue=(60, 58, 55))
    light = np.linspace(1, 0.62, width)[None, :, None] * np.linspace(1, 0.85, height)[:, None, None]
    return Image.fromarray((turned * light).astype(np.uint8))


def spreads(images):
    """Two pages beside each other, with the shadow of the spine between them."""
    for left, right in zip(images[::2], images[1::2] + [None]):
        height = max(left.height, right.height if right else 0)
        sheets = [Image.new(left.mode, (left.width, height), "white"), Image.new(left.mode, ((right or left).width, height), "white")]
        sheets[0].paste(left)
        if right:
            sheets[1].paste(right)
        pair = np.hstack([np.asarray(sheet) for sheet in sheets]).astype(float)
        away = np.abs(np.arange(pair.shape[1]) - left.width) / (0.05 * left.width)
        shadow = 1 - 0.45 * np.exp(-away**2)
        yield Image.fromarray((pair * (shadow[None, :, None] if pair.ndim == 3 else shadow[None, :])).astype(np.uint8))


def save_strips(images, count, dpi, target):
    """A PDF in which each page is made of `count` strips of JPEG."""
    objects, kids = [None, None], []
    for image in images:
        names, paint = [], []
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        edges = [image.height * number // count for number in range(count + 1)]
        for top, end in zip(edges, edges[1:]):
            packed = io.BytesIO()
            image.crop((0, top, image.width, end)).save(packed, "JPEG", quality=92)
            space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
            objects.append(
                f"<</Type/XObject/Subtype/Image/Width {image.width}/Height {end - top}/ColorSpace/{space}/BitsPerComponent 8"
                f"/Filter/DCTDecode/Length {len(packed.getvalue())}>>stream\n".encode() + packed.getvalue() + b"\nendstream")
            names.append(f"/S{len(objects)} {len(objects)} 0 R")
            paint.append(f"q {width} 0 0 {(end - top) * 72 / dpi} 0 {height - end * 72 / dpi} cm /S{len(objects)} Do Q")
        content = "\n".join(paint).encode()
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Resources<</XObject<<{''.join(names)}>>>>"
            f"/Contents {len(objects)} 0 R>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    data, places = b"%PDF-1.5\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + text + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n".encode()
    pathlib.Path(target).write_bytes(data + f"startxref\n{data.rindex(b'xref')}\n%%EOF\n".encode())


def scanned(image, how, random, cells=()):
    """`image` as a scanner delivers it; `cells` are the boxes of figures on it."""
    dpi = how["dpi"]
    if "rules" in how:
        image = ruled(image, how["rules"], dpi, random)
    if how.get("halftone"):
        image = shaded(image, dpi)
    if how.get("ticks") and len(cells):
        chosen = random.choice(len(cells), min(how["ticks"], len(cells)), replace=False)
        image = ticked(image, dpi, [cells[index] for index in chosen], random)
    if how.get("phone"):
        image = photographed(image, random)
    if "pale" in how:
        image = Image.fromarray((255 - (255 - np.asarray(image, float)) * how["pale"]).astype(np.uint8))
    if "seal" in how:
        image = sealed(image, dpi, how["seal"], random)
    if "angle" in how:
        image = image.rotate(how["angle"], Image.Resampling.BICUBIC, fillcolor="white")
    if "blur" in how:
        image = image.filter(ImageFilter.GaussianBlur(how["blur"]))
    if how.get("dirt"):
        draw = ImageDraw.Draw(image)
        edge = int(0.12 * dpi)
        draw.rectangle((0, 0, edge, image.height), fill=(25, 25, 25))
        draw.polygon([(0, 0), (image.width, 0), (image.width, edge // 2), (0, edge * 2)], fill=(30, 30, 30))
        for _ in range(250):
            x, y, size = random.integers(image.width), random.integers(image.height), random.uniform(0.3, 1.6) * dpi / 200
            draw.ellipse((x - size, y - size, x + size, y + size), fill=(60, 60, 60))
    if "noise" in how:
        grain = random.normal(0, how["noise"], (image.height, image.width, 1))
        image = Image.fromarray(np.clip(np.asarray(image, float) + grain, 0, 255).astype(np.uint8))
    if how.get("grey") or "seal" not in how:
        image = image.convert("L")
    if how.get("bilevel"):
        image = image.point(lambda value: 255 if value > 165 else 0).convert("1")
    if "jpeg" in how:
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=how["jpeg"])
        image = Image.open(io.BytesIO(packed.getvalue()))
    return image


def make(pdf, kind, target, truth):
    how = KINDS[kind]
    random = np.random.default_rng(zlib.crc32(f"{pdf.name} {kind}".encode()))
    with tempfile.TemporaryDirectory() as folder:
        images = []
        for number, image in enumerate(pages(pdf, how["dpi"], folder), 1):
            cells = [
                [float(row[side]) for side in ("x0", "y0", "x1", "y1")]
                for row in truth.values() if row["page"] == str(number) and row["value"]]
            image = scanned(image, how, random, cells)
            if "quarters" in how:
                image = image.rotate(90 * how["quarters"][number % len(how["quarters"])], expand=True)
            images.append(image)
        if how.get("spread"):
            images = list(spreads(images))
        if "strips" in how:
            save_strips(images, how["strips"], how["dpi"], target)
            return len(images)
        options = {} if how.get("bilevel") else {"quality": how.get("jpeg", 92)}
        images[0].save(target, "PDF", save_all=True, append_images=images[1:], resolution=how["dpi"], **options)
    return len(images)


def figures(tool, path, *options):
    done = subprocess.run([tool, "extract", "--quiet", "--format", "csv", *options, str(path)], capture_output=True, text=True)
    if done.returncode not in (0, 2):
        return {}
    rows = csv.DictReader(io.StringIO(done.stdout))
    return {(row["document"], row["code"]): row for row in rows if row["code"]}


def compare(truth, read):
    """Figures that are there, right, silently wrong, and printed as certain; and which are silently wrong."""
    count, silent = dict(cells=0, right=0, silent=0, certain=0), []
    for key, row in truth.items():
        if row["status"] == "missing":
            continue
        expected, other = row["value"], read.get(key, {"value": "", "status": "missing"})
        count["cells"] += 1
        # A blank whose figure the report's own sums fix may be given.
        is_right = other["value"] == expected or row["status"] == "blank" and other["status"] == "recovered"
        count["right"] += is_right
        is_sure = other["status"] in ("printed", "recovered") and other["value"]
        count["certain"] += bool(is_sure) or other["status"] == "blank"
        if is_sure and not is_right:
            count["silent"] += 1
            silent.append((key[1], expected, other["value"], other["status"]))
    for key, row in read.items():
        if row["value"] and row["status"] in ("printed", "recovered") and truth.get(key, {"status": "missing"})["status"] == "missing":
            count["silent"] += 1
            silent.append((key[1], "", row["value"], row["status"]))
    return count, silent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nianbao", default=str(ROOT / ".build/release/nianbao"))
    parser.add_argument("--only", help="names of kinds")
    parser.add_argument("--files", help="PDFs that are born digital; the samples by default")
    parser.add_argument("--keep", help="put the scans here, and leave them")
    parser.add_argument("--jobs", type=int, default=1)
    arguments = parser.parse_args()
    files = [pathlib.Path(name) for name in arguments.files.split(",")] if arguments.files else sorted((ROOT / "samples").glob("*.pdf"))
    kinds = arguments.only.split(",") if arguments.only else list(KINDS)
    truths = {path: figures(arguments.nianbao, path, "--ocr", "never") for path in files}
    print(f"{'scan':22s} {'pages':>5s} {'cells':>6s} {'right':>8s} {'certain':>8s} {'silent':>6s} {'s/page':>6s}")
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(arguments.keep or folder)
        folder.mkdir(parents=True, exist_ok=True)
        for number, kind in enumerate(kinds):
            def one(path):
                target = folder / f"{path.stem}-{list(KINDS).index(kind):02}.pdf"
                count = make(path, kind, target, truths[path])
                start = time.monotonic()
                read = figures(arguments.nianbao, target, "--no-ocr-cache")
                return count, time.monotonic() - start, path, *compare(truths[path], read)

            with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
                results = list(pool.map(one, files))
            number = sum(result[0] for result in results)
            sums = {key: sum(result[3][key] for result in results) for key in results[0][3]}
            seconds = sum(result[1] for result in results) / number
            cells = max(sums["cells"], 1)
            print(
                f"{kind:22s} {number:5d} {sums['cells']:6d} {sums['right'] / cells:8.3%} {sums['certain'] / cells:8.2%} "
                f"{sums['silent']:6d} {seconds:6.2f}", flush=True)
            total += sums["silent"]
            for _, _, path, count, silent in results:
                if count["right"] < count["cells"] or silent:
                    print(f"    {path.name}: {count['right']}/{count['cells']} {silent[:6] or ''}", flush=True)
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
