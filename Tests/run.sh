#!/usr/bin/env bash
# Sets up, checks the style, builds and passes the tests. In CI warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
samples/setup.sh
swift format lint --strict --recursive Package.swift Sources Tests
swift build --build-tests
swift test --disable-xctest --skip-build
