"""Damage to JSON: reports that were stored, and forms."""
import json
import re

import text
import values

PLACE = re.compile(rb'-?\d+(?:\.\d+)?|true|false|null|"(?:[^"\\]|\\.)*"')
STRINGS = [b'""', b'"\\ud800"', b'"\\u0000"', b'"\\u202e"', b'"' + b"a" * 100_000 + b'"', b'"(((((((((a+)+)+)+)+)+)+)+)+b"', b'"2021"', b'"total"', b'"\xff\xfe"', b'"\\x"']


def member(rng, data):
    """A value in the tree is another one, gone, there many times, or deep below."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return token(rng, data)
    if not isinstance(tree, (dict, list)):
        return token(rng, data)
    places = []
    pending = [tree]
    while pending:
        node = pending.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node))
        places += [(node, key) for key in keys]
        pending += [node[key] for key in keys if isinstance(node[key], (dict, list))]
    if not places:
        return token(rng, data)
    (node, key), (other, other_key) = rng.choice(places), rng.choice(places)
    value = json.dumps(other[other_key], ensure_ascii=False)
    choice = rng.randrange(6)
    if choice == 0:
        del node[key]
    elif choice == 1:
        node[key] = json.loads(value)
    elif choice == 2:
        node[key] = [json.loads(value)] * rng.choice([0, 1, 2, 500])
    elif choice == 3 and isinstance(node, dict):
        node[rng.choice(["", "a.b", "总计", "total", "code", "key", "rows"])] = json.loads(value)
    elif choice == 4 and isinstance(node[key], str):
        node[key] = text.damaged_text(rng, node[key].encode()).decode("utf-8", "replace")
    else:
        node[key] = rng.choice([None, True, -1, 2**31, 2**63, 10**400, 0.5, "", [], {}])
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "replace")


def token(rng, data):
    return values.with_match(rng, PLACE, data, lambda m: rng.choice([
        values.number(rng), rng.choice(STRINGS), b"NaN", b"-", b"", b"[" * rng.choice([10, 600, 50_000]), b'{"a":' * rng.choice([10, 600, 50_000]), m[0] + b"," + m[0]]))


def lines(rng, data):
    """One report a line, of several."""
    return b"\n".join(rng.choice([data, data, values.damaged(rng, data), b"", b"{}", b"null"]) for _ in range(rng.choice([2, 3])))


def damaged_json(rng, data):
    return rng.choice([member, member, member, token, token, values.damaged])(rng, data)


def damaged_reports(rng, data):
    return rng.choice([damaged_json] * 9 + [lines])(rng, data)
