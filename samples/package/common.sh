# What the scripts here share; to be sourced. Puts the project's folder first, and says what is packed, from which commit, when.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

version=$(sed -n 's/^let version = "\(.*\)"$/\1/p' Package.swift)
commit=
if [ -e .git ] && git diff --quiet HEAD -- Package.swift Sources samples; then commit=$(git rev-parse --short=12 HEAD); fi
# The same sources give the same bytes: nothing is dated by the clock.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export SOURCE_DATE_EPOCH
umask 022
packages=${PACKAGES:-$PWD/.build/packages}
installed=$PWD/samples/package/installed.sh

fail() {
    echo "package: $1" >&2
    exit 1
}

# Builds the tool without symbols, which makes it two thirds as large, and says where it is; BUILT_TOOL names one that was built before.
built_tool() {
    if [ -n "${BUILT_TOOL:-}" ]; then
        readlink -f "$BUILT_TOOL"
        return
    fi
    samples/setup.sh >&2
    local build=(env NIANBAO_COMMIT="$commit" swift build -c release --static-swift-stdlib --product nianbao -Xlinker -s)
    "${build[@]}" >&2
    echo "$("${build[@]}" --show-bin-path)/nianbao"
}

# Libraries that the tool $1 loads when it needs them, by their sonames, as far as this machine has them.
deferred_libraries() {
    local soname
    strings -n 6 "$1" | grep -xE 'lib[A-Za-z0-9_+-]+\.so\.[0-9.]+' | sort -u | while read -r soname; do
        readelf -d "$1" | grep -qF "[$soname]" && continue
        ldconfig -p | awk -v name="$soname" '$1 == name { found = 1 } END { exit !found }' && echo "$soname"
    done || true
}

# Says what is in a package, and its checksum among those of the others: listed PACKAGE, after all else.
listed() {
    (cd "$packages" && sha256sum -- *.deb *.whl *.tar.gz *.cdx.json 2>/dev/null >SHA256SUMS) || true
    echo "$1"
}
