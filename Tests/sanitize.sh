#!/usr/bin/env bash
# Passes the tests under the address sanitizer; glib's allocator is taken out of the way, so that lost objects show.
set -euo pipefail
cd "$(dirname "$0")/.."
samples/setup.sh
export G_SLICE=always-malloc
export LSAN_OPTIONS="suppressions=$PWD/Tests/lsan.supp"
# Limits of memory are those of a process without the sanitizer, which takes several times as much.
swift test --disable-xctest --sanitize=address --scratch-path .build-asan \
    --skip WorkerTests/memory --skip LibraryArticleTests/example --skip ConvertZipTests/bad
# Damaged files, too. The sanitizer keeps what is freed for a while, and takes many times as long.
tool=$(swift build --sanitize=address --scratch-path .build-asan --show-bin-path)/nianbao
Tests/Fuzz/fuzz.py --tool "$tool" --seconds 120 --timeout 600 --memory 8192
