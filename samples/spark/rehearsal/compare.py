"""Whether Parquet holds what the database of `nianbao convert` holds."""
from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

# Keys of rows there; rows here say of which report they are.
_KEYS = {"id", "document_id"}
_REPORT = ("file", "document", "agency", "year", "form")
_TABLES = ("documents", "figures", "checks", "findings")
_KINDS_BESIDE_OTHERS = ("years_disagree", "reports_differ")
_PATHS = ("file", "duplicate_of", "other_file")
_MESSAGES = ("message_en", "message_zh")
_SHOWN = 5


def differences(parquet: Path, database: Path) -> Iterator[str]:
    """What is in one of them and not in the other; nothing where they are equal."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    for table in _TABLES:
        cursor = connection.execute(_query(connection, table))
        names = [column[0] for column in cursor.description]
        wanted = Counter(tuple(map(_plain, row)) for row in cursor)
        data = _parquet(parquet / table)
        if missing := set(names) - set(data.schema.names):
            yield f"{table}: Spark has no {', '.join(sorted(missing))}"
            continue
        found = Counter(_parquet_rows(data, names))
        if not wanted:
            yield f"{table}: there is nothing to compare"
        for side, rows in (("only from convert", wanted - found), ("only from Spark", found - wanted)):
            yield from _described(f"{table}, {side}", names, rows)
    for kind in _KINDS_BESIDE_OTHERS:
        if not connection.execute("SELECT COUNT(*) FROM findings WHERE kind = ?", (kind,)).fetchone()[0]:
            yield f"findings: there is no {kind} to compare"


def _query(connection: sqlite3.Connection, table: str) -> str:
    """All that a table has, with the columns of the report where it has not."""
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in _KEYS]
    own = ", ".join(f't."{column}"' for column in columns)
    if table == "documents":
        return f"SELECT {own} FROM documents AS t"
    report = ", ".join(f"d.{column}" for column in _REPORT)
    return f"SELECT {report}, {own} FROM {table} AS t JOIN documents AS d ON d.id = t.document_id"


def _parquet(folder: Path) -> ds.Dataset:
    partition = ds.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
    return ds.dataset(folder, format="parquet", partitioning=partition)


def _parquet_rows(data: ds.Dataset, names: list[str]) -> Iterator[tuple]:
    for batch in data.to_batches(columns=names):
        for row in batch.to_pylist():
            # There they are named by their URI.
            if other := row.get("other_file"):
                row |= {name: row[name].replace(other, _local_path(other)) for name in _MESSAGES}
            row |= {name: _local_path(row[name]) for name in _PATHS if name in row}
            yield tuple(_plain(row[name]) for name in names)


def _local_path(uri: str | None) -> str | None:
    return None if uri is None else "/" + uri.removeprefix("file:").lstrip("/")


def _plain(value: Any) -> Any:
    """Numbers by their value, whatever holds them: 1, 1.0, True and Decimal("1.000") are the same."""
    if isinstance(value, bool):
        value = int(value)
    return Decimal(str(value)).normalize() if isinstance(value, (int, float, Decimal)) else value


def _described(title: str, names: list[str], rows: Counter) -> Iterator[str]:
    if not rows:
        return
    yield f"{title}: {rows.total()} rows"
    for row in _first(rows):
        yield "  " + ", ".join(f"{name}={value}" for name, value in zip(names, row) if value is not None)


def _first(rows: Iterable[tuple]) -> list[tuple]:
    return sorted(rows, key=lambda row: tuple(map(str, row)))[:_SHOWN]
