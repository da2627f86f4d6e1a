# New Debians in folders, to be sourced: they are made, lent what they need, used, and removed when the script ends.
#
#   keep=false                   # true leaves them where they are
#   make_root SUITE              # makes one, whose folder is then in $root
#   lend FOLDER                  # the same folder, there
#   there COMMAND…               # runs in $root, with nothing of this system's but how it reaches others
#   lend_swift                   # a Swift toolchain, what it asks for, and this project's committed state in /root/nianbao
#
# Needs root (for chroot) and debootstrap, and 2 GB a root below $TMPDIR (/var/tmp).

root_name=$(basename "$(dirname "$0")" | tr '[:upper:]' '[:lower:]')
root_fail() {
    echo "$root_name: $1" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || root_fail "needs root"
command -v debootstrap >/dev/null || root_fail "needs debootstrap; apt-get install debootstrap"

roots=() mounted=() path_there=
remove_roots() {
    local place
    for place in $(printf '%s\n' "${mounted[@]}" | tac); do umount -l "$place"; done
    for place in "${roots[@]}"; do
        if $keep; then echo "$root_name: a root is $place" >&2; else rm -rf --one-file-system "$place" "$place".*; fi
    done
}
trap remove_roots EXIT

lend() {
    [ -d "$1" ] || return 0
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    mounted+=("$root$1")
}

make_root() {
    path_there=
    root=$(mktemp -d "${TMPDIR:-/var/tmp}/nianbao-$1.XXXXXX")
    # As / is: mktemp lets nobody else in.
    chmod 755 "$root"
    roots+=("$root")
    local archive
    archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' \
        "Codename: $(. /etc/os-release && echo "$VERSION_CODENAME")" | head -n 1)
    echo "$root_name: making a Debian $1 in $root" >&2
    debootstrap --variant=minbase "$1" "$root" "$archive" >&2
    mkdir -p "$root/proc" "$root/dev"
    mount -t proc proc "$root/proc" && mounted+=("$root/proc")
    mount --bind /dev "$root/dev" && mounted+=("$root/dev")
    # How this machine reaches others: names and certificates.
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
    lend /etc/ssl/certs
    lend /usr/local/share/ca-certificates
    there apt-get update -qq >&2
}

there() {
    chroot "$root" env HOME=/root USER=root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive CI="${CI:-}" \
        PATH="$path_there/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" TMPDIR=/tmp "$@"
}

lend_swift() {
    local toolchain key value mirror
    toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
    [ "$toolchain" != /usr ] || root_fail "the Swift toolchain is part of this system, and cannot be lent to another"
    lend "$toolchain"
    path_there=$toolchain/bin:
    # The copies that git reads in place of far repositories.
    git config --get-regexp '^url\..*\.insteadof$' | while read -r key value; do
        git config --file "$root/etc/gitconfig" --add "$key" "$value"
    done || true
    while read -r key _; do
        mirror=${key#url.}
        lend "${mirror%.insteadof}"
    done < <(git config --get-regexp '^url\./.*\.insteadof$')
    git config --file "$root/etc/gitconfig" --add safe.directory '*'
    # What Swift's own installation guide asks of a Debian, no more.
    there apt-get install -qq -y --no-install-recommends binutils gcc g++ libc6-dev git ca-certificates libcurl4-openssl-dev \
        libedit-dev libsqlite3-dev libncurses-dev libpython3-dev libxml2-dev pkg-config tzdata zlib1g-dev uuid-dev >&2
    git clone -q --no-hardlinks . "$root/root/nianbao"
}
