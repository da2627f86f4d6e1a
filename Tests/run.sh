#!/usr/bin/env bash
# Sets up, checks the style, builds, looks whether anything is read worse than before, damages files for a minute, and passes the
# tests, those of the Python package too. In CI warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
samples/setup.sh --office
Tests/Portability/headers.sh
swift format lint --strict --recursive Package.swift Sources Tests
# Each target imports what it declares, and nothing else.
swift build --build-tests --explicit-target-dependency-import-check error
tool=$(swift build --show-bin-path)/nianbao
Tests/Accuracy/floor.py --tool "$tool"
# A build for tests takes ten times as long as one for users.
Tests/Fuzz/fuzz.py --tool "$tool" --seconds 60 --jobs 2 --timeout 200
Tests/Python/run.sh "$tool"
swift test --disable-xctest --skip-build
