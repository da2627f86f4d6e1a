#!/usr/bin/env bash
# Installs the tool below a folder as below /usr: program, man pages, completions, licence.
#
#   samples/package/stage.sh TOOL FOLDER
#
# Man pages come from the tool itself, by swift-argument-parser's generator; so do the completions.
source "$(dirname "$0")/common.sh"
export LC_ALL=C.UTF-8 TZ=UTC
tool=$(readlink -f "$1")
mkdir -p "$2"
folder=$(readlink -f "$2")
"$installed" binutils gzip

install -D -m 755 "$tool" "$folder/bin/nianbao"
strip --strip-unneeded "$folder/bin/nianbao" 2>/dev/null || true

parser=.build/checkouts/swift-argument-parser
[ -d "$parser" ] || swift package resolve >&2
manual=(swift build --package-path "$parser" --scratch-path "$PWD/.build/manual" --product generate-manual)
"${manual[@]}" >&2
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$("${manual[@]}" --show-bin-path)/generate-manual" "$tool" --multi-page --date "$(date -d "@$SOURCE_DATE_EPOCH" +%F)" \
    --output-directory "$pages" >/dev/null
mkdir -p "$folder/share/man/man1"
# Named as man looks for them (`man nianbao extract`), each under one word, and with paragraphs where the text has empty lines.
for page in "$pages"/*.1; do
    name=$(basename "$page" .1 | tr . -)
    awk -v name="$name" '
        /^\.Dt / { print ".Dt " toupper(name) " 1"; next }
        /^\.Nm "/ { shown = $0; print ".Nm " name; next }
        /^\.Nm$/ && shown { print shown; next }
        /^\.Xr / { gsub(/\./, "-", $2); print; next }
        /^$/ { print ".Pp"; next }
        { print }' "$page" >"$folder/share/man/man1/$name.1"
done
gzip -9n "$folder"/share/man/man1/*

completions() { # SHELL FILE
    mkdir -p "$(dirname "$folder/share/$2")"
    # A completion is read by the shell, not run by it.
    "$tool" --generate-completion-script "$1" | sed '1{/^#!/d}' >"$folder/share/$2"
}
completions bash bash-completion/completions/nianbao
completions zsh zsh/vendor-completions/_nianbao
completions fish fish/vendor_completions.d/nianbao.fish
install -D -m 755 samples/setup-ocr.sh "$folder/share/nianbao/setup-ocr.sh"
