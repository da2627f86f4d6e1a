#!/usr/bin/env bash
# Compiles what sees C and C++ headers that differ between releases of Debian against the headers of each: their packages are
# unpacked into a folder, not installed. Seconds a release, most of them for the download.
#
#   Tests/Portability/headers.sh [RELEASE…]
#
# Without RELEASE: Debian 12 and 13, where anything but silence is an error, and the one to come, whose headers still move,
# where it is a warning. Needs apt and the archive that this machine installs from; says so and ends well where there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."

declare -A names=([bookworm]="Debian 12" [trixie]="Debian 13" [forky]="Debian 14, to come")
moving=forky
releases=("$@")
[ $# -gt 0 ] || releases=(bookworm trixie forky)

folder=${XDG_CACHE_HOME:-$HOME/.cache}/nianbao/headers
packages=(libpoppler-dev libpoppler-private-dev libpoppler-glib-dev libglib2.0-dev libcairo2-dev libleptonica-dev
    libxlsxwriter-dev libarchive-dev libxml2-dev libicu-dev libfreetype-dev nettle-dev)
# Where glib's headers are from Debian 13 on.
packages_since_trixie=(libgio-2.0-dev)

skip() {
    echo "headers: $1; not compared with those of other releases" >&2
    exit 0
}

command -v apt-get >/dev/null && command -v dpkg >/dev/null || skip "no apt here"
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $codename" 'Component: main' | head -n 1)
[ -n "$archive" ] || skip "apt knows no archive for $codename"
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keys" ] || skip "the archive's keys are missing (debian-archive-keyring)"
toolchain=$(dirname "$(readlink -f "$(command -v swift)")")

# Puts the newest headers of release $1 into its folder, and says where that is.
unpacked() {
    local root=$folder/$1
    local options=(-qq -o Dir::Etc="$root/etc" -o Dir::Etc::sourcelist="$root/etc/sources.list" -o Dir::Etc::sourceparts=-
        -o Dir::State::lists="$root/lists" -o Dir::State::status="$root/status" -o Dir::Cache="$root/cache"
        -o APT::Sandbox::User=root -o Acquire::Retries=2 -o Acquire::http::Timeout=20)
    mkdir -p "$root"/{etc/apt.conf.d,etc/preferences.d,lists/partial,cache/archives/partial,packages}
    : >"$root/status"
    echo "deb [signed-by=$keys] $archive $1 main" >"$root/etc/sources.list"
    apt-get "${options[@]}" update >&2 || return 1
    local wanted packages=("${packages[@]}")
    [ "$1" = bookworm ] || packages+=("${packages_since_trixie[@]}")
    wanted=$(apt-get "${options[@]}" download --print-uris "${packages[@]}" | cut -d' ' -f2 | sort) || return 1
    if [ "$wanted" != "$(cat "$root/unpacked" 2>/dev/null)" ]; then
        rm -rf "$root/tree" "$root"/packages/*
        (cd "$root/packages" && apt-get "${options[@]}" download "${packages[@]}" >&2) || return 1
        for package in "$root"/packages/*.deb; do dpkg -x "$package" "$root/tree"; done
        echo "$wanted" >"$root/unpacked"
    fi
    echo "$root/tree"
}

# Compiles all there is against the headers in $1.
compile() {
    local include=$1/usr/include
    local system=(-isystem "$include/poppler" -isystem "$include/poppler/glib" -isystem "$include/glib-2.0"
        -isystem "$(dirname "$(find "$1" -name glibconfig.h | head -n 1)")" -isystem "$include/cairo"
        -isystem "$include/libxml2" -isystem "$include/freetype2" -isystem "$include")
    # Functions and constants of a header are used by Swift alone.
    local strict=(-fsyntax-only -Wall -Wextra -Wno-unused-parameter -Wno-unused-function
        -Wno-unused-const-variable -Werror -ISources/CDeferred/include)
    local failed=0 source
    "$toolchain/clang++" -std=c++20 "${strict[@]}" -ISources/PopplerContent/include "${system[@]}" \
        Sources/PopplerContent/*.cpp || failed=1
    for source in Tests/Portability/*_declarations.c Sources/{CFreeType,CNettle}/shim.h \
        Sources/{CPoppler,CLeptonica,CXlsxWriter,CLibArchive,CLibXML2}/*.c; do
        "$toolchain/clang" -x c -std=gnu11 "${strict[@]}" -ISources/CPoppler/include -ISources/CLibXML2/include "${system[@]}" "$source" || failed=1
    done
    return $failed
}

status=0
for release in "${releases[@]}"; do
    tree=$(unpacked "$release") || skip "the archive cannot be reached for $release"
    version=$(sed -n 's/^#define POPPLER_VERSION "\(.*\)"/\1/p' "$tree/usr/include/poppler/poppler-config.h")
    name="${names[$release]:-$release}, poppler $version"
    if compile "$tree"; then
        echo "headers: $name: compiled without a warning"
    elif [ "$release" = "$moving" ]; then
        echo "headers: warning: $name: does not compile; its headers still move" >&2
    else
        echo "headers: error: $name: does not compile" >&2
        status=1
    fi
done
exit $status
