#!/usr/bin/env bash
# Puts the tool and all it needs but the C library into a folder that works wherever it is: bin, lib/nianbao, share.
#
#   samples/package/bundle.sh TOOL FOLDER
#
# Libraries are those of this machine; the program finds them by its own place, poppler's maps of Chinese fonts and Tesseract's data
# too. Writes the names of the packages that they are from to FOLDER/share/nianbao/packages, and their licences beside. Prints the
# newest version of the C library that anything in it asks for.
source "$(dirname "$0")/common.sh"
export LC_ALL=C.UTF-8 TZ=UTC
"$installed" binutils patchelf poppler-data tesseract-ocr-eng
tool=$(readlink -f "$1")
samples/package/stage.sh "$tool" "$2" >&2
folder=$(readlink -f "$2")
libraries=$folder/lib/nianbao
data=$folder/share/nianbao
mkdir -p "$libraries"

# A library's own libraries too; the C library is the system's, as programs may have only one.
needed_by() { ldd "$1" | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }'; }
is_of_system() { case $1 in libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libresolv.so.* | ld-linux*) true ;; *) false ;; esac; }
{
    needed_by "$tool"
    deferred_libraries "$tool" | while read -r soname; do
        path=$(ldconfig -p | awk -v name="$soname" '$1 == name { print $NF; exit }')
        echo "$soname $path"
        needed_by "$path"
    done
} | sort -u | while read -r soname path; do
    is_of_system "$soname" && continue
    install -m 644 "$(readlink -f "$path")" "$libraries/$soname"
    strip --strip-unneeded "$libraries/$soname" 2>/dev/null || true
    patchelf --set-rpath '$ORIGIN' "$libraries/$soname"
    readlink -f "$path"
done >"$data/files"
patchelf --set-rpath '$ORIGIN/../lib/nianbao' "$folder/bin/nianbao"

cp -rL /usr/share/poppler "$data/poppler"
eng=$(dpkg -L tesseract-ocr-eng | grep 'eng\.traineddata$')
install -D -m 644 "$eng" "$data/tessdata/eng.traineddata"

# Where files are in /lib for one and in /usr/lib for the other.
package_of() { dpkg -S "$1" 2>/dev/null || dpkg -S "${1#/usr}" 2>/dev/null || fail "$1 is of no package"; }
{
    while read -r path; do package_of "$path" | head -n 1 | cut -d: -f1; done <"$data/files"
    echo poppler-data
    echo tesseract-ocr-eng
} | sort -u >"$data/packages"
rm "$data/files"
documents=$folder/share/doc/nianbao
install -D -m 644 samples/package/copyright "$documents/copyright"
install -D -m 644 LICENSE "$documents/licences/nianbao"
install -D -m 644 /usr/share/common-licenses/GPL-3 "$documents/licences/GPL-3"
runtime=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
install -D -m 644 "$runtime/../../share/swift/LICENSE.txt" "$documents/licences/swift"
for checkout in .build/checkouts/*/; do
    install -D -m 644 "$(ls "$checkout"LICENSE* | head -n 1)" "$documents/licences/$(basename "$checkout")"
done
while read -r name; do install -D -m 644 "/usr/share/doc/$name/copyright" "$documents/licences/debian/$name"; done <"$data/packages"

for file in "$folder/bin/nianbao" "$libraries"/*; do objdump -T "$file"; done | grep -oE 'GLIBC_[0-9]+\.[0-9]+' | sort -Vu | tail -n 1 |
    sed 's/GLIBC_//'
