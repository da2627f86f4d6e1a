#!/usr/bin/env bash
# Makes nianbao-VERSION-linux-ARCHITECTURE.tar.gz in .build/packages (or $PACKAGES): a folder that works wherever it is unpacked, on
# any Linux whose C library is new enough, and its SBOM. Prints the path.
#
#   samples/package/tarball.sh
source "$(dirname "$0")/common.sh"
"$installed" gzip python3
tool=$(built_tool)
export LC_ALL=C.UTF-8 TZ=UTC
mkdir -p "$packages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=nianbao-$version-linux-$(uname -m)
glibc=$(samples/package/bundle.sh "$tool" "$work/$name")
cat >"$work/$name/README" <<END
nianbao $version${commit:+, commit $commit}. Runs where it is: bin/nianbao. Needs a C library (glibc) of version $glibc or later.
Licences of all that is in it are in share/doc/nianbao; as a whole it is under the GNU General Public License, version 3.
END
mapfile -t brings <"$work/$name/share/nianbao/packages"
samples/package/sbom.py tarball --tool "$tool" --version "$version" --commit "$commit" --brings "${brings[@]}" \
    >"$work/$name/share/doc/nianbao/nianbao.cdx.json"
package=$packages/$name.tar.gz
install -m 644 "$work/$name/share/doc/nianbao/nianbao.cdx.json" "$package.cdx.json"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --format=gnu -cf - "$name" | gzip -9n >"$package"
listed "$package"
