"""Parquet of what `nianbao convert` has written: the columns of its SQLite database, partitioned by year."""
from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from nianbao.errors import NianbaoError
from nianbao.table import Name, column_list

#: How a figure's status is said in SDMX, by its code list CL_OBS_STATUS: A a normal value, I a value imputed by whoever has received
#: the figures, O missing, L missing although it exists, U of low reliability.
OBS_STATUS = {"printed": "A", "reviewed": "A", "recovered": "I", "blank": "O", "missing": "L", "suspect": "U"}
_TABLES: tuple[Name, ...] = ("documents", "figures", "checks", "findings")
# Exact decimals. What does not fit is no figure of a report on any country.
_PRECISION, _SCALE = 38, 12
_ROWS_A_GROUP = 100_000


def obs_status(status: str, has_value: bool) -> str:
    """The SDMX code of a figure's status; without a value even a reviewed or suspect one is missing."""
    code = OBS_STATUS[status]
    return code if has_value or code in ("O", "L") else "O"


def to_parquet(output: str | os.PathLike[str], folder: str | os.PathLike[str]) -> Path:
    """Writes the database that `convert` has made as Parquet, and gives the folder.

    Each table is a folder, `documents`, `figures`, `checks` and `findings`, partitioned by the year that is reported on
    (`year=2024`; `year=__HIVE_DEFAULT_PARTITION__` where it is not known). The columns are those of the database, with `year`
    in every table; `figures` has `obs_status` besides, the figure's status by SDMX. Numbers are exact decimals with twelve
    digits behind the point. The folder is there whole or not at all, and takes the place of one that was written before.

    Raises NianbaoError where the file is no such database or something else is in the folder's place.
    """
    source, target = Path(output), Path(folder)
    if not source.is_file():
        raise NianbaoError(f"{source}: no such file")
    if target.exists() and not _is_ours(target):
        raise NianbaoError(f"{target}: holds something else; name a folder that is not there")
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as place:
        made = Path(place) / target.name
        try:
            with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as database:
                for table in _TABLES:
                    _write(database, table, made / table)
        except sqlite3.DatabaseError as error:
            raise NianbaoError(f"{source}: is no database of nianbao convert: {error}") from error
        if target.exists():
            shutil.rmtree(target)
        made.rename(target)
    return target


def _is_ours(folder: Path) -> bool:
    """An empty folder, or one that holds our tables only."""
    return folder.is_dir() and all(entry.name in _TABLES for entry in folder.iterdir())


def _columns(database: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """Name and type of the database's own columns; the type is the tool's word for it."""
    known = {column.database_name: column for column in column_list(cast(Name, table))}
    names = [str(row[1]) for row in database.execute(f"PRAGMA table_info({table})")]
    if not names:
        raise sqlite3.DatabaseError(f"no table {table}")
    # Keys are the database's own.
    return [(name, known[name].type if name in known else "integer") for name in names]


def _write(database: sqlite3.Connection, table: str, folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = _columns(database, table)
    types = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64(), "boolean": pa.bool_(),
             "decimal": pa.decimal128(_PRECISION, _SCALE)}
    # The year is in the name of the folder.
    fields = [pa.field(name, types[kind]) for name, kind in columns if name != "year"]
    if table == "figures":
        fields.append(pa.field("obs_status", pa.string()))
    schema = pa.schema(fields)
    folder.mkdir(parents=True)
    for (year,) in database.execute("SELECT DISTINCT year FROM documents ORDER BY year").fetchall():
        groups = _groups(database, table, columns, year)
        if (first := next(groups, None)) is None:
            continue
        name = "__HIVE_DEFAULT_PARTITION__" if year is None else str(year)
        place = folder / f"year={name}" / "part-0.parquet"
        place.parent.mkdir()
        with pq.ParquetWriter(place, schema, compression="zstd") as writer:
            group: list[list[Any]] | None = first
            while group is not None:
                writer.write_table(pa.table(dict(zip(schema.names, group, strict=True)), schema=schema))
                group = next(groups, None)


def _groups(database: sqlite3.Connection, table: str, columns: list[tuple[str, str]], year: int | None) -> Iterator[list[list[Any]]]:
    """A year's rows in the order of the database, so many at a time, as columns."""
    chosen = [(name, kind) for name, kind in columns if name != "year"]
    names = ", ".join(f't."{name}"' for name, _ in chosen)
    join = "documents AS t" if table == "documents" else f"{table} AS t JOIN documents AS d ON d.id = t.document_id"
    head = "t" if table == "documents" else "d"
    rows = database.execute(f"SELECT {names} FROM {join} WHERE {head}.year IS ? ORDER BY {head}.id, t.rowid", (year,))
    while some := rows.fetchmany(_ROWS_A_GROUP):
        group = [[_value(one, kind) for one in column] for column, (_, kind) in zip(zip(*some, strict=True), chosen, strict=True)]
        if table == "figures":
            place = {name: number for number, (name, _) in enumerate(chosen)}
            statuses, values = group[place["status"]], group[place["value"]]
            group.append([obs_status(status, value is not None) for status, value in zip(statuses, values, strict=True)])
        yield group


def _value(value: Any, kind: str) -> Any:
    if value is None:
        return None
    if kind == "decimal":
        # SQLite keeps decimals as floats, whose shortest form is what was printed.
        return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return bool(value) if kind == "boolean" else value
