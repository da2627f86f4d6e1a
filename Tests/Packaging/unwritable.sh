#!/usr/bin/env bash
# As in a container: the whole system read-only, and a user without rights.
set -euo pipefail
mkdir -p /tmp/read-only
mount --bind / /tmp/read-only
trap 'umount -l /tmp/read-only/proc /tmp/read-only; rmdir /tmp/read-only' EXIT
mount -o remount,ro,bind /tmp/read-only
mount -t proc proc /tmp/read-only/proc
chmod 755 /root /root/project
within() { chroot --userspec=65534:65534 /tmp/read-only env -C /root/project HOME=/nonexistent "$@"; }
if within touch /root/project/written 2>/dev/null; then echo "unwritable: it can be written" >&2; exit 1; fi
within "$NIANBAO" extract --quiet samples/county-2023-libreoffice.pdf | cmp - samples/county-2023-libreoffice.json
within "$NIANBAO" check samples/city-2022-weasyprint.pdf >/dev/null
echo "unwritable: a user without rights reads reports on a system that cannot be written"
