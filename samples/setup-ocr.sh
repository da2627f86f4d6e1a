#!/usr/bin/env bash
# Makes the virtual environment that scans are recognised with, unless it is there: PP-OCRv4 with its models, all from PyPI.
#
#   samples/setup-ocr.sh [FOLDER]
#
# FOLDER is $NIANBAO_OCR, or ~/.local/share/nianbao/ocr, where nianbao looks for it.
set -euo pipefail

folder=${1:-${NIANBAO_OCR:-${XDG_DATA_HOME:-$HOME/.local/share}/nianbao/ocr}}
models=rapidocr-onnxruntime==1.4.4
requirements=('onnxruntime>=1.17' 'numpy>=1.26' 'pillow>=10' opencv-python-headless)
wanted="$models ${requirements[*]}"
[ "$(cat "$folder/nianbao-requirements" 2>/dev/null)" = "$wanted" ] && exit 0

echo "setup: making $folder" >&2
python3 -m venv "$folder"
install=("$folder/bin/python" -m pip install -q --disable-pip-version-check)
"${install[@]}" "${requirements[@]}" >&2
# Of this package only the models are used; its own code names no Python after 3.12, and OpenCV with windows.
"${install[@]}" --no-deps --ignore-requires-python "$models" >&2
"$folder/bin/python" -c 'import cv2, numpy, onnxruntime'
echo "$wanted" >"$folder/nianbao-requirements"
