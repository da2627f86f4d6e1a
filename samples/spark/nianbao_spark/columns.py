"""The columns of all tables, as `nianbao schema --columns` lists them."""
from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from typing import Any

TABLES = ("documents", "figures", "checks", "findings")


@dataclass(frozen=True)
class Column:
    # As databases call it.
    name: str
    # text, integer, boolean, decimal or real.
    type: str
    in_database: bool
    # Where the JSON of what a row is made of has it; empty where it has not.
    member: tuple[str, ...] = ()

    def of(self, thing: Any) -> Any:
        """What JSON has for this column; None where there is nothing."""
        for step in self.member:
            if thing is None:
                return None
            thing = (thing[int(step)] if int(step) < len(thing) else None) if isinstance(thing, list) else thing.get(step)
        return thing


def columns(tool: str) -> dict[str, tuple[Column, ...]]:
    """By table, in their order."""
    text = subprocess.run([tool, "schema", "--columns"], check=True, capture_output=True, encoding="utf-8").stdout
    lists = json.loads(text)
    return {
        table: tuple(
            Column(entry["database_name"], entry["type"], "database" in entry["outputs"], tuple(entry.get("member", ())))
            for entry in lists[table])
        for table in TABLES
    }
