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
source Tests/Portability/root.sh

make_root "$suite"
lend_swift
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
