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

_REPORT = "d.file, d.document, d.agency, d.year, d.form"
# A table's columns there, in the order and under the names that they have here.
_QUERIES = {
    "documents": """SELECT file, document, outcome, failure, failure_detail, duplicate_of, sha256, kind, pages, agency, year, form,
        period_from, period_to FROM documents""",
    "figures": f"""SELECT {_REPORT}, code, form_table, row_label, column_label, unit, value, status, printed, evidence, page, x0, y0,
        x1, y1 FROM figures JOIN documents AS d ON d.id = document_id""",
    "checks": f"""SELECT {_REPORT}, "check", holds, left_value, right_value FROM checks JOIN documents AS d ON d.id = document_id""",
    # Those that a report has by itself.
    "findings": f"""SELECT {_REPORT}, ROW_NUMBER() OVER (PARTITION BY document_id ORDER BY number) AS number, f.kind, severity,
        message_en AS message, code, left_value, right_value, page, x0, y0
        FROM findings AS f JOIN documents AS d ON d.id = document_id WHERE other_file IS NULL""",
}
_PATHS = ("file", "duplicate_of")
_SHOWN = 5


def differences(parquet: Path, database: Path) -> Iterator[str]:
    """What is in one of them and not in the other; nothing where they are equal."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    for table, query in _QUERIES.items():
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        wanted = Counter(tuple(map(_plain, row)) for row in cursor)
        found = Counter(_parquet_rows(parquet / table, names))
        if not wanted:
            yield f"{table}: there is nothing to compare"
        for side, rows in (("only from convert", wanted - found), ("only from Spark", found - wanted)):
            yield from _described(f"{table}, {side}", names, rows)


def _parquet_rows(folder: Path, names: list[str]) -> Iterator[tuple]:
    partition = ds.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")
    data = ds.dataset(folder, format="parquet", partitioning=partition)
    for batch in data.to_batches(columns=names):
        for row in batch.to_pylist():
            yield tuple(_plain(_local_path(row[name]) if name in _PATHS else row[name]) for name in names)


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
