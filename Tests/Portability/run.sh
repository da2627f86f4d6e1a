#!/usr/bin/env bash
# Shows that anybody can run it: makes a new Debian of another release, in which nothing was installed by hand, clones the
# project there, runs samples/run.sh and compares what it prints with what it prints here.
#
#   Tests/Portability/run.sh [--tests] [--keep] SUITE
#
#   SUITE     a release of Debian: bookworm, trixie
#   --tests   runs Tests/run.sh there too
#   --keep    leaves the root where it is, to look around in it; removes it otherwise
#
# What is committed is what is tried. Needs root (for chroot), debootstrap, and a Swift toolchain in a folder of its own, which
# is lent to the new system; it takes some 15 minutes, with the tests 30, and 4 GB below $TMPDIR (/var/tmp).
set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^set -/s/^# \{0,1\}//p' "$0" | sed '$d'; }
fail() {
    echo "portability: $1" >&2
    exit 1
}

tests=false keep=false suite=
while [ $# -gt 0 ]; do
    case $1 in
    --tests) tests=true ;;
    --keep) keep=true ;;
    -h | --help) usage && exit 0 ;;
    -*) fail "no option $1; see --help" ;;
    *) suite=$1 ;;
    esac
    shift
done
[ -n "$suite" ] || fail "which release? see --help"
[ "$(id -u)" -eq 0 ] || fail "needs root"
command -v debootstrap >/dev/null || fail "needs debootstrap; apt-get install debootstrap"
toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
[ "$toolchain" != /usr ] || fail "the Swift toolchain is part of this system, and cannot be lent to another"

root=$(mktemp -d "${TMPDIR:-/var/tmp}/nianbao-$suite.XXXXXX")
mounted=()
clean_up() {
    local place
    for place in $(printf '%s\n' "${mounted[@]}" | tac); do umount -l "$place"; done
    if $keep; then echo "portability: the root is $root" >&2; else rm -rf --one-file-system "$root"; fi
}
trap clean_up EXIT

lend() { # FOLDER: the same folder, there
    [ -d "$1" ] || return 0
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    mounted+=("$root$1")
}

# What Swift's own installation guide asks of a Debian, no more.
needed=(binutils gcc g++ libc6-dev git ca-certificates libcurl4-openssl-dev libedit-dev libsqlite3-dev
    libncurses-dev libpython3-dev libxml2-dev pkg-config tzdata zlib1g-dev uuid-dev)
archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' \
    "Codename: $(. /etc/os-release && echo "$VERSION_CODENAME")" | head -n 1)
echo "portability: making a Debian $suite in $root" >&2
debootstrap --variant=minbase "$suite" "$root" "$archive" >&2
mkdir -p "$root/proc" "$root/dev"
mount -t proc proc "$root/proc" && mounted+=("$root/proc")
mount --bind /dev "$root/dev" && mounted+=("$root/dev")
lend "$toolchain"
# How this machine reaches others: names, certificates, and the copies that git reads in place of far repositories.
cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
lend /etc/ssl/certs
lend /usr/local/share/ca-certificates
git config --get-regexp '^url\..*\.insteadof$' | while read -r key value; do
    git config --file "$root/etc/gitconfig" --add "$key" "$value"
done || true
while read -r key _; do
    mirror=${key#url.}
    lend "${mirror%.insteadof}"
done < <(git config --get-regexp '^url\./.*\.insteadof$')
git config --file "$root/etc/gitconfig" --add safe.directory '*'

there() { # COMMAND…: in the new system, with nothing of this one's but how it reaches others
    chroot "$root" env HOME=/root USER=root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive CI="${CI:-}" \
        PATH="$toolchain/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" TMPDIR=/tmp "$@"
}
there apt-get update -qq >&2
there apt-get install -qq -y --no-install-recommends "${needed[@]}" >&2

git clone -q --no-hardlinks . "$root/root/nianbao"
echo "portability: samples/run.sh there" >&2
there bash -c 'cd /root/nianbao && exec samples/run.sh' >"$root/printed"
echo "portability: samples/run.sh here" >&2
samples/run.sh >"$root/printed-here"

# All but the last line, which says where the tool is.
if ! diff <(sed '$d' "$root/printed-here") <(sed '$d' "$root/printed"); then
    fail "Debian $suite prints another table than this machine (<)"
fi
sed '$d' "$root/printed"
echo "portability: Debian $suite prints the same table as this machine" >&2
if $tests; then
    there bash -c 'cd /root/nianbao && exec Tests/run.sh'
    echo "portability: the tests pass on Debian $suite" >&2
fi
