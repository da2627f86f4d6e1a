#!/usr/bin/env bash
# Shows that anybody can install it: in new Debians without Swift or anything else, the package of Debian, the wheel and the tarball
# are installed, the samples read with the figures that they are known to give, and uninstalled without a trace.
#
#   Tests/Packaging/run.sh [--no-deb] [--ocr] [--keep] [--packages FOLDER] SUITE
#
#   SUITE       a release of Debian: bookworm, trixie
#   --packages  takes packages that are in FOLDER instead of building those; FOLDER is .build/packages/SUITE by default
#   --no-deb    leaves out Debian's package
#   --ocr       installs the recognition engine too (some 300 MB from PyPI), and reads a report by its pictures; not on trixie, for whose
#               Python there is no release of the engine
#   --keep      leaves the roots where they are
#
# The .deb is built in a root of its own release, as libraries differ; wheel and tarball on bookworm, the oldest that is supported, and
# tried on each. What is committed is what is built. Needs root (for chroot), debootstrap, PyPI, and a Swift toolchain in a folder of
# its own where something is to be built, which takes some 20 minutes a release; the rest takes five. 8 GB below $TMPDIR (/var/tmp).
set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^set -/s/^# \{0,1\}//p' "$0" | sed '$d'; }
ocr=false keep=false with_deb=true packages= suite=
while [ $# -gt 0 ]; do
    case $1 in
    --ocr) ocr=true ;;
    --no-deb) with_deb=false ;;
    --keep) keep=true ;;
    --packages) packages=$2 && shift ;;
    -h | --help) usage && exit 0 ;;
    -*) echo "packaging: no option $1; see --help" >&2 && exit 1 ;;
    *) suite=$1 ;;
    esac
    shift
done
[ -n "$suite" ] || { echo "packaging: which release? see --help" >&2; exit 1; }
source Tests/Portability/root.sh
packages=${packages:-.build/packages/$suite}
mkdir -p "$packages"

say() { echo "packaging: $suite: $1" >&2; }

# Builds in a new root of release $1 what the scripts $2… make.
built() {
    local release=$1 script
    shift
    make_root "$release"
    lend_swift
    for script in "$@"; do
        say "samples/package/$script.sh on $release"
        there bash -c "cd /root/nianbao && PACKAGES=/root/packages samples/package/$script.sh" >&2
    done
    cp "$root"/root/packages/nianbao* "$packages/"
}
newest() { ls -t "$packages"/$1 2>/dev/null | head -n 1; }

! $with_deb || [ -n "$(newest '*.deb')" ] || built "$suite" deb
[ -n "$(newest '*.whl')" ] && [ -n "$(newest '*.tar.gz')" ] || built bookworm wheel tarball
deb=$(newest '*.deb') wheel=$(newest '*.whl') tarball=$(newest '*.tar.gz')

smaller() { # FILE MEGABYTES
    [ "$(stat -c %s "$1")" -le $(($2 * 1000000)) ] || root_fail "$1 is larger than $2 MB"
}
! $with_deb || smaller "$deb" 25
smaller "$wheel" 90

# A new system, and the samples in it.
make_root "$suite"
mkdir -p "$root/root/project"
git archive HEAD | tar -x -C "$root/root/project"
cp ${deb:+"$deb"} "$wheel" "$tarball" "$root/root/project/"

# Everything there but what the package manager keeps of its own work, and what is lent.
content() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./root/project -o -path ./etc/ssl -o \
        -path ./usr/local/share/ca-certificates -o -path ./var/lib/dpkg -o \
        -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log -o -path ./tmp \) -prune -o \( -type f -o -type l \) -printf '%P\n') | LC_ALL=C sort
}
nothing_left() { # WHAT
    content >"$root.after"
    if ! diff "$root.before" "$root.after" >"$root.differences"; then
        grep '^[<>]' "$root.differences" | head -n 20
        root_fail "$1 leaves something behind"
    fi
    say "$1 leaves nothing"
}
tried() { # COMMAND…: a script of this folder
    local script=$1
    shift
    there env -C /root/project "$@" bash "Tests/Packaging/$script" >&2
}

# Of the C library's own making, by whatever is installed.
there ldconfig
if $with_deb; then
    say "apt install ./$(basename "$deb")"
    content >"$root.before"
    there env -C /root/project apt-get install -qq -y --no-install-recommends "./$(basename "$deb")" >&2
    tried installed.sh NIANBAO=nianbao
    tried unwritable.sh NIANBAO=nianbao
    there apt-get purge -qq -y --autoremove nianbao >&2
    nothing_left "apt purge"
fi

say "the tarball"
there tar -C /opt -xzf "/root/project/$(basename "$tarball")"
there bash -c 'mv /opt/nianbao-* "/opt/any where"'
tried installed.sh NIANBAO="/opt/any where/bin/nianbao"
rm -rf "$root/opt/any where"

say "pip install ./$(basename "$wheel")"
there apt-get install -qq -y --no-install-recommends python3-venv >&2
there python3 -m venv /root/environment
content >"$root.before"
pip() { there env -C /root/project /root/environment/bin/pip --disable-pip-version-check "$@" >&2; }
pip install -q --no-deps "./$(basename "$wheel")"
tried installed.sh NIANBAO=/root/environment/bin/nianbao
[ "$(there env -C /root/project /root/environment/bin/python -B -c \
    'import nianbao; print(nianbao.extract("samples/county-2023-libreoffice.pdf").requests.new.total.value)')" = 59 ] ||
    root_fail "the Python package gives another figure"
pip uninstall -q -y nianbao
nothing_left "pip uninstall"

# With what the README asks for, all its paths.
pip install -q "./$(basename "$wheel")[pandas,parquet,mcp]" -r Tests/Python/requirements.txt
there apt-get install -qq -y --no-install-recommends r-base-core r-cran-rsqlite sqlite3 >&2
if $with_deb; then
    say "man pages and completions"
    there env -C /root/project apt-get install -qq -y --no-install-recommends "./$(basename "$deb")" man-db zsh fish bash-completion >&2
    tried helped.sh
fi
say "the Python package's tests and the README's examples with the installed tool"
there env -C /root/project PATH=/root/environment/bin:/usr/bin:/bin NIANBAO=/root/environment/bin/nianbao PYTHONDONTWRITEBYTECODE=1 \
    python -m pytest -q -p no:cacheprovider Tests/Python >&2
if $ocr; then
    say "pip install [ocr]"
    pip install -q "./$(basename "$wheel")[ocr]"
    tried recognized.sh NIANBAO=/root/environment/bin/nianbao
fi
for package in ${deb:+"$deb"} "$wheel" "$tarball"; do say "all well: $(basename "$package"), $(stat -c %s "$package") bytes"; done
