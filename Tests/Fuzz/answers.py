"""What an answer must be whatever the file is: by the protocol, and by what the statuses of figures mean."""
import hashlib
import json
import math

# Of each status: may it have a value, must it?
STATUSES = {"printed": (True, True), "recovered": (True, True), "reviewed": (True, False), "suspect": (True, False), "blank": (False, False), "missing": (False, False)}


def strict(text):
    """The value of JSON by RFC 8259: without NaN and infinite numbers, each member once."""
    def refuse(word):
        raise ValueError(f"{word} is no JSON")

    def members(pairs):
        made = dict(pairs)
        if len(made) < len(pairs):
            raise ValueError("a member twice")
        return made
    return json.loads(text, parse_constant=refuse, object_pairs_hook=members)


def faults(number, data, header, payload):
    """Why this is no answer to the request of that number for a file with these bytes; empty where it is one."""
    found = []
    if header.get("id") != number:
        found.append(f"id {header.get('id')} instead of {number}")
    if header.get("sha256") != hashlib.sha256(data).hexdigest():
        found.append("the SHA-256 is not that of the file")
    lines = payload.split(b"\n")
    if payload and lines.pop() != b"":
        found.append("the last line has no end")
    reports = [line for line in lines if line] if payload else []
    if len(reports) != header.get("reports"):
        found.append(f"{len(reports)} lines, but {header.get('reports')} reports")
    if bool(header.get("error")) == bool(reports):
        found.append("reports and an error" if reports else "no report, and no error")
    suspects = 0
    for line in reports:
        try:
            report = strict(line.decode())
        except (ValueError, RecursionError) as error:
            found.append(f"no JSON: {error}")
            continue
        count, wrong = judged(report)
        suspects += count
        found += wrong
    if not found and suspects != header.get("suspects"):
        found.append(f"{suspects} suspect figures, but {header.get('suspects')} are told")
    return found


def judged(report):
    """How many of a report's figures are suspect, and what is wrong with its values."""
    if report.get("schema") != "nianbao/1":
        return 0, ["not of the schema"]
    pages = report["source"].get("pages", 0)
    suspects, wrong, pending = 0, [], [report]
    while pending:
        node = pending.pop()
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict):
            pending += node.values()
            suspects += node.get("status") == "suspect"
            wrong += wrong_figure(node) + wrong_place(node, pages)
    return suspects, wrong[:3]


def wrong_figure(node):
    if "status" not in node or "value" not in node and "printed" not in node:
        return []
    if node["status"] not in STATUSES:
        return [f"status {node['status']}"]
    may, must = STATUSES[node["status"]]
    value = node.get("value")
    if value is None:
        return [f"{node['status']} without a value"] if must else []
    if not may:
        return [f"{node['status']} with the value {value}"]
    return [] if math.isfinite(value) else [f"the value {value}"]


def wrong_place(node, pages):
    found = []
    box = node.get("box")
    if isinstance(box, list) and not (len(box) == 4 and all(map(math.isfinite, box)) and box[0] <= box[2] and box[1] <= box[3]):
        found.append(f"box {box}")
    page = node.get("page")
    if page is not None and not 1 <= page <= pages:
        found.append(f"page {page} of {pages}")
    return found
