#!/usr/bin/env python3
"""Prints the bill of materials of a package as CycloneDX 1.5: what it brings, and what it asks for.

Packages of Swift are those that the build has resolved; packages of Debian are asked of dpkg. Nothing is dated by the clock.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Component = dict[str, Any]
PROJECT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=["deb", "wheel", "tarball"])
    parser.add_argument("--tool", type=Path, required=True, metavar="FILE")
    parser.add_argument("--version", required=True)
    parser.add_argument("--commit", default="")
    parser.add_argument("--brings", nargs="*", default=[], metavar="PACKAGE", help="packages of Debian whose files are inside")
    parser.add_argument("--depends", default="", help="packages of Debian that it needs, as in a control file")
    parser.add_argument("--recommends", default="")
    options = parser.parse_args()
    inside = [runtime(), *swift_packages(), *(debian(name) for name in sorted(set(options.brings)))]
    needed = [*asked(options.depends, "required"), *asked(options.recommends, "optional")]
    print(json.dumps(bill(options, inside, needed), ensure_ascii=False, indent=2, sort_keys=True))


def bill(options: argparse.Namespace, inside: list[Component], needed: list[Component]) -> dict[str, Any]:
    root = {
        "type": "application", "bom-ref": "nianbao", "name": "nianbao", "version": options.version,
        "licenses": [{"expression": "GPL-3.0-only"}], "purl": f"pkg:generic/nianbao@{options.version}",
        "description": "Own code under Apache-2.0; as a whole under GPL-3.0-only, since poppler is linked in.",
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(options.tool.read_bytes()).hexdigest()}],
        "properties": [{"name": "nianbao:package", "value": options.kind}, {"name": "nianbao:commit", "value": options.commit}],
    }
    components = [*inside, *needed]
    identity = json.dumps([root, components], sort_keys=True)
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}",
        "metadata": {"timestamp": moment(), "component": root}, "components": components,
        "dependencies": [{"ref": "nianbao", "dependsOn": sorted(component["bom-ref"] for component in components)}],
    }


def moment() -> str:
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def runtime() -> Component:
    """The Swift standard library and Foundation, which are linked in."""
    text = subprocess.run(["swift", "--version"], check=True, capture_output=True, encoding="utf-8").stdout
    version = re.search(r"Swift version (\S+)", text)
    name = version.group(1) if version else "unknown"
    return {
        "type": "library", "bom-ref": "swift", "name": "swift", "version": name, "scope": "required",
        "licenses": [{"expression": "Apache-2.0 WITH Swift-exception"}], "purl": f"pkg:github/swiftlang/swift@swift-{name}-RELEASE"}


def swift_packages() -> list[Component]:
    pins = json.loads((PROJECT / "Package.resolved").read_text(encoding="utf-8"))["pins"]
    return [swift_package(pin) for pin in sorted(pins, key=lambda pin: str(pin["identity"]))]


def swift_package(pin: dict[str, Any]) -> Component:
    place = pin["location"].removeprefix("https://").removesuffix(".git")
    version = pin["state"].get("version") or pin["state"]["revision"]
    checkouts = PROJECT / ".build/checkouts" / Path(place).name
    text = next((path.read_text(encoding="utf-8") for path in sorted(checkouts.glob("LICENSE*"))), "")
    licence = "MIT" if "Permission is hereby granted, free of charge" in text else "Apache-2.0"
    if "Runtime Library Exception" in text:
        licence += " WITH Swift-exception"
    return {
        "type": "library", "bom-ref": pin["identity"], "name": pin["identity"], "version": version, "scope": "required",
        "licenses": [{"expression": licence}], "purl": f"pkg:swift/{place}@{version}"}


def debian(name: str) -> Component:
    """A package whose files are inside, with the names of its licences as its copyright file has them."""
    fields = "${Version}\\t${Architecture}\\t${source:Package}"
    version, architecture, source = query(name, fields).split("\t")
    text = Path(f"/usr/share/doc/{name.split(':')[0]}/copyright").read_text(encoding="utf-8", errors="replace")
    names = sorted({one.strip() for one in re.findall(r"^License:[ \t]*(\S.*)$", text, re.MULTILINE)})
    return {
        "type": "library", "bom-ref": f"deb:{name}", "name": name, "version": version, "scope": "required",
        "licenses": [{"license": {"name": one}} for one in names] or [{"license": {"name": "see its copyright file"}}],
        "purl": f"pkg:deb/debian/{name}@{version}?arch={architecture}&upstream={source}"}


def query(name: str, fields: str) -> str:
    command = ["dpkg-query", "-W", f"-f={fields}\n", name]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()[0]


def asked(relations: str, scope: str) -> list[Component]:
    """What the package manager brings: not inside, and in whatever version it has."""
    names = [re.split(r"[ (:]", one.strip())[0] for one in relations.split(",") if one.strip()]
    return [
        {"type": "library", "bom-ref": f"deb:{name}", "name": name, "scope": scope, "purl": f"pkg:deb/debian/{name}",
         "properties": [{"name": "nianbao:inside", "value": "false"}]}
        for name in dict.fromkeys(names)]


if __name__ == "__main__":
    main()
