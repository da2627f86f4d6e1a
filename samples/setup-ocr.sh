#!/usr/bin/env bash
# Makes the virtual environment that scans are recognised with, unless it is there: PP-OCRv4 with its models, all from PyPI.
#
#   samples/setup-ocr.sh [FOLDER]
#
# FOLDER is $NIANBAO_OCR, or ~/.local/share/nianbao/ocr, where nianbao looks for it.
set -euo pipefail

folder=${1:-${NIANBAO_OCR:-${XDG_DATA_HOME:-$HOME/.local/share}/nianbao/ocr}}
requirements=(rapidocr-onnxruntime==1.4.4 'onnxruntime>=1.17' 'numpy>=1.26' 'pillow>=10')
wanted="${requirements[*]} opencv-python-headless"
[ "$(cat "$folder/nianbao-requirements" 2>/dev/null)" = "$wanted" ] && exit 0

echo "setup: making $folder" >&2
python3 -m venv "$folder"
"$folder/bin/python" -m pip install -q --disable-pip-version-check "${requirements[@]}" >&2
# The same library without windows, which needs nothing from the system.
"$folder/bin/python" -m pip uninstall -q -y --disable-pip-version-check opencv-python >&2
"$folder/bin/python" -m pip install -q --disable-pip-version-check opencv-python-headless >&2
"$folder/bin/python" -c 'import cv2, numpy, onnxruntime'
echo "$wanted" >"$folder/nianbao-requirements"
