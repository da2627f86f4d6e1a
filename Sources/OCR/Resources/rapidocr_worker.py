"""Recognises lines of text for another process: grey pictures in, characters with places and confidence out.

A request on standard input is a line of JSON, {"id": 1, "sizes": [[width, height], ...], "bytes": n}, and behind it the
pictures' bytes one after the other, one byte a pixel. An answer on standard output is a line of JSON, {"id": 1, "bytes": n},
and behind it n bytes of JSON: for every picture its readings. It ends with its input.

The model is the one that the package rapidocr-onnxruntime carries (PP-OCRv4, Chinese and English); nothing is fetched.
"""

import importlib.util
import json
import os
import pathlib
import resource
import signal
import sys
from concurrent.futures import ThreadPoolExecutor

THREADS = max(1, int(sys.argv[1])) if len(sys.argv) > 1 else 1
MEMORY = 4 << 30
HEIGHT = 48  # of the model's input; a step of its output is 8 pixels wide
STEP = 8
NARROWEST, WIDEST = 48, 3200
BATCH_AREA = 2400  # columns of pixels in a batch
FIGURE = set("0123456789.,-")

# The process that started this one may have limited its own addresses; a model needs more.
soft, hard = resource.getrlimit(resource.RLIMIT_AS)
limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
signal.signal(signal.SIGINT, signal.SIG_IGN)

import cv2  # noqa: E402  (after the limits)
import numpy as np  # noqa: E402
import onnxruntime  # noqa: E402

cv2.setNumThreads(1)


def open_session():
    package = importlib.util.find_spec("rapidocr_onnxruntime")
    model = next(pathlib.Path(package.submodule_search_locations[0]).glob("models/*_rec_*.onnx"))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])


SESSION = open_session()
INPUT = SESSION.get_inputs()[0].name
LETTERS = ["", *SESSION.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]
IS_FIGURE = np.array([letter == "" or letter in FIGURE for letter in LETTERS])


def scaled_width(picture):
    height, width = picture.shape
    return int(min(max(round(HEIGHT * width / height), 8), WIDEST))


def run(pictures):
    """The model's probabilities for pictures of like width."""
    width = max(NARROWEST, max(map(scaled_width, pictures)))
    width = -(-width // 32) * 32
    batch = np.zeros((len(pictures), 3, HEIGHT, width), np.float32)
    for place, picture in enumerate(pictures):
        own = scaled_width(picture)
        shrinks = picture.shape[0] > HEIGHT
        small = cv2.resize(picture, (own, HEIGHT), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
        batch[place, :, :, :own] = small.astype(np.float32) / 127.5 - 1
    return SESSION.run(None, {INPUT: batch})[0]


def reading(probabilities, scale):
    """The characters of one picture: text, left and right edge in the picture's pixels, probability."""
    best = probabilities.argmax(axis=1)
    characters = []
    start = 0
    while start < len(best):
        end = start + 1
        while end < len(best) and best[end] == best[start]:
            end += 1
        if best[start]:
            peak = float(probabilities[start:end, best[start]].max())
            characters.append(
                [LETTERS[best[start]], round(start * STEP * scale, 1), round(end * STEP * scale, 1), round(peak, 4)])
        start = end
    return characters


def readings(picture, probabilities):
    """As text, and as a figure: the best reading with nothing but a figure's characters."""
    scale = picture.shape[0] / HEIGHT
    text = reading(probabilities, scale)
    figure = []
    if 0 < len(text) <= 16:
        masked = probabilities * IS_FIGURE
        figure = reading(masked / np.maximum(masked.sum(axis=1, keepdims=True), 1e-6), scale)
    return {"text": text, "figure": figure}


def recognise(pictures, pool):
    order = sorted(range(len(pictures)), key=lambda index: scaled_width(pictures[index]))
    batches = []
    for index in order:
        if not batches or (len(batches[-1]) + 1) * scaled_width(pictures[index]) > BATCH_AREA:
            batches.append([])
        batches[-1].append(index)
    results = [None] * len(pictures)
    for batch, output in zip(batches, pool.map(lambda batch: run([pictures[i] for i in batch]), batches)):
        for index, probabilities in zip(batch, output):
            results[index] = readings(pictures[index], probabilities)
    return results


def read_exactly(source, count):
    data = source.read(count)
    if len(data) < count:
        sys.exit(0)
    return data


def main():
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    with ThreadPoolExecutor(THREADS) as pool:
        while line := source.readline():
            request = json.loads(line)
            data = read_exactly(source, request["bytes"])
            pictures, place = [], 0
            for width, height in request["sizes"]:
                pixels = np.frombuffer(data, np.uint8, width * height, place)
                pictures.append(pixels.reshape(height, width))
                place += width * height
            payload = json.dumps(recognise(pictures, pool), ensure_ascii=False, separators=(",", ":")).encode()
            header = json.dumps({"id": request["id"], "bytes": len(payload)}, separators=(",", ":"))
            answers.write(header.encode() + b"\n" + payload)
            answers.flush()


main()
