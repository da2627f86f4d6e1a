#!/usr/bin/env bash
# Makes the wheel nianbao-VERSION-py3-none-manylinux_X_Y_ARCHITECTURE.whl in .build/packages (or $PACKAGES), and its SBOM: the Python
# package, the tool and all that it needs but the C library, whose version is in the name. Prints the path.
#
#   samples/package/wheel.sh
source "$(dirname "$0")/common.sh"
"$installed" python3-venv
tool=$(built_tool)
export LC_ALL=C.UTF-8 TZ=UTC
mkdir -p "$packages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
glibc=$(samples/package/bundle.sh "$tool" "$work/bundle")
mapfile -t brings <"$work/bundle/share/nianbao/packages"
samples/package/sbom.py wheel --tool "$tool" --version "$version" --commit "$commit" --brings "${brings[@]}" \
    >"$work/bundle/share/doc/nianbao/nianbao.cdx.json"

# The Python part by its own builder, from a copy: it leaves files behind.
mkdir -p "$work/source/samples"
cp -r samples/python "$work/source/samples/python"
cp Package.swift "$work/source/"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" wheel -q --disable-pip-version-check --no-deps --wheel-dir "$work/pure" "$work/source/samples/python" >&2
tag=py3-none-manylinux_${glibc//./_}_$(uname -m)
package=$("$work/venv/bin/python" samples/package/wheel.py "$work"/pure/nianbao-*.whl "$work/bundle" "$tag" "$packages")
install -m 644 "$work/bundle/share/doc/nianbao/nianbao.cdx.json" "$package.cdx.json"
listed "$package"
