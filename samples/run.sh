#!/usr/bin/env bash
# Sets up, builds the tool and reads the samples: one line a report.
set -euo pipefail
cd "$(dirname "$0")/.."
source samples/package/common.sh
tool=$(built_tool)

read_samples() {
    printf 'file\tagency\tyear\tform\tfigures\tblank\trecovered\tsuspect\tnew requests\tchecks failed\n'
    "$tool" extract --quiet --format ndjson samples/*.pdf samples/*.html samples/*.md samples/*.txt samples/*.docx samples/*.xlsx samples/*.odt samples/*.ods samples/*.ofd | jq -r '
        [.. | objects | select(has("status"))] as $figures
        | ($figures | group_by(.status) | map({key: .[0].status, value: length}) | from_entries) as $count
        | [(.source.file | sub("samples/"; "")), .agency.name, .year, .form, ($figures | length), ($count.blank // 0),
           ($count.recovered // 0), ($count.suspect // 0), .requests.new.total.value,
           ([.checks[] | select(.holds | not)] | length)]
        | @tsv'
}
read_samples | column -t -s $'\t'
echo
echo "The tool is $tool"
