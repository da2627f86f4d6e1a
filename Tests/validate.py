"""Judges JSON by a JSON Schema, and the schema by its metaschema: validate.py SCHEMA FILE...

A file holds one value, an array whose elements are judged each, or a value a line (.ndjson).
"""
import json
import sys

from jsonschema import Draft202012Validator


def values(path):
    with open(path, encoding="utf-8") as file:
        if path.endswith(".ndjson"):
            return [json.loads(line) for line in file]
        value = json.load(file)
        return value if isinstance(value, list) else [value]


schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
count = problems = 0
for path in sys.argv[2:]:
    for value in values(path):
        count += 1
        for error in validator.iter_errors(value):
            problems += 1
            print(f"{path}: {error.json_path}: {error.message}")
print(f"{count} valid" if not problems else f"{problems} problems")
sys.exit(1 if problems else 0)
