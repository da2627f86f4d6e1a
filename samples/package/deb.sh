#!/usr/bin/env bash
# Makes nianbao_VERSION_ARCHITECTURE.deb in .build/packages (or $PACKAGES) for the release of Debian that this is, and its SBOM.
#
#   samples/package/deb.sh
#
# DEBFULLNAME and DEBEMAIL say who makes it. Prints the path of the package.
source "$(dirname "$0")/common.sh"
"$installed" binutils dpkg-dev gcc gzip python3
tool=$(built_tool)
export LC_ALL=C.UTF-8 TZ=UTC
mkdir -p "$packages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
samples/package/stage.sh "$tool" "$root/usr" >&2

architecture=$(dpkg --print-architecture)
release=$(. /etc/os-release && echo "$VERSION_ID")
full="$version-1~deb$release"
maintainer="${DEBFULLNAME:-The authors of Nianbao} <${DEBEMAIL:-nianbao@debian.invalid}>"

# What the program is linked with, and what it loads when it needs it: of the latter dpkg-shlibdeps knows nothing until something is
# linked with it.
mkdir "$work/debian"
echo "Source: nianbao" >"$work/debian/control"
dependencies_of() { # LIBRARY…: packages of these sonames
    [ $# -gt 0 ] || return 0
    gcc -shared -nostdlib -o "$work/deferred.so" -Wl,--no-as-needed "${@/#/-l:}" -L"$work/links"
    (cd "$work" && dpkg-shlibdeps -O --warnings=0 --ignore-missing-info deferred.so) | sed -n 's/^shlibs:Depends=//p'
}
mkdir "$work/links"
recognition=() other=()
while read -r soname; do
    ln -s "$(ldconfig -p | awk -v name="$soname" '$1 == name { print $NF; exit }')" "$work/links/$soname"
    case $soname in
    libtesseract.* | libleptonica.* | liblept.*) recognition+=("$soname") ;;
    *) other+=("$soname") ;;
    esac
done < <(deferred_libraries "$tool")
[ ${#other[@]} -ge 4 ] && [ ${#recognition[@]} -ge 2 ] || fail "of the libraries that are loaded when needed only ${other[*]} ${recognition[*]} are here"
linked=$(cd "$work" && dpkg-shlibdeps -O --warnings=0 "$root/usr/bin/nianbao" | sed -n 's/^shlibs:Depends=//p')
# A package once, and where two versions are asked for the later one.
once() { tr ',' '\n' | sed 's/^ *//; s/ *$//' | sort -u | awk '{ if ($1 in line) { if (NF > 1) line[$1] = $0 } else { order[++n] = $1; line[$1] = $0 } }
    END { for (i = 1; i <= n; i++) printf "%s%s", (i > 1 ? ", " : ""), line[order[i]] }'; }
depends=$(echo "$linked, $(dependencies_of "${other[@]}"), poppler-data" | once)
recommends=$(echo "$(dependencies_of "${recognition[@]}"), tesseract-ocr-eng, python3-venv" | once)

documents=$root/usr/share/doc/nianbao
install -D -m 644 samples/package/copyright "$documents/copyright"
{
    echo "nianbao ($full) unstable; urgency=medium"
    echo
    echo "  * Version $version. What has changed is in the article Changes of the project."
    echo
    echo " -- $maintainer  $(date -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$documents/changelog.Debian.gz"
samples/package/sbom.py deb --tool "$tool" --version "$version" --commit "$commit" \
    --depends "$depends" --recommends "$recommends" >"$documents/nianbao.cdx.json"
install -m 644 "$documents/nianbao.cdx.json" "$packages/nianbao_${full}_$architecture.deb.cdx.json"

mkdir "$root/DEBIAN"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
cat >"$root/DEBIAN/control" <<END
Package: nianbao
Version: $full
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends
Recommends: $recommends
Section: text
Priority: optional
Description: figures of China's annual reports on open government information
 Nianbao reads China's statutory annual reports on open government
 information: PDF, scans, web pages, office documents and text. It gives
 every figure with its code, page, box and printed text, and a status that
 says how far to trust it, checked by the report's own arithmetic, as JSON,
 CSV, database or spreadsheet. It also finds the tables of any PDF.
END
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch --no-dereference --date="@$SOURCE_DATE_EPOCH"
package=$packages/nianbao_${full}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z9 --build "$root" "$package" >&2
listed "$package"
