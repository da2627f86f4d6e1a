"""Parquet: the database's tables, and its figures' status by SDMX."""
from __future__ import annotations

import json
import sqlite3
from decimal import Decimal
from pathlib import Path

import nianbao
import pyarrow.dataset as ds
import pytest

from conftest import SAMPLES


@pytest.fixture
def database(archive: Path, tmp_path: Path) -> Path:
    (archive / "dafeng-2024.md").symlink_to(SAMPLES / "dafeng-2024.md")
    (archive / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    nianbao.convert(archive, tmp_path / "figures.sqlite")
    return tmp_path / "figures.sqlite"


@pytest.mark.parametrize("table", ["documents", "figures", "checks", "findings"])
def test_rows_and_columns_are_those_of_the_database(database: Path, tmp_path: Path, table: str):
    folder = nianbao.to_parquet(database, tmp_path / "parquet")
    written = ds.dataset(folder / table, partitioning="hive").to_table()
    connection = sqlite3.connect(database)
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    extra = {"year"} | ({"obs_status"} if table == "figures" else set())
    assert set(written.column_names) == set(names) | extra
    key = "id" if table == "documents" else "document_id"
    query = f'SELECT {", ".join(chr(34) + name + chr(34) for name in names)} FROM {table} ORDER BY rowid'
    theirs = connection.execute(query).fetchall()
    assert len(theirs) > 1
    ours = written.select(names).to_pylist()
    second = {"figures": "code", "checks": "check", "findings": "number"}.get(table, key)
    ours.sort(key=lambda row: (row[key], row[second]))
    theirs = sorted((dict(zip(names, row, strict=True)) for row in theirs), key=lambda row: (row[key], row[second]))
    for one, other in zip(ours, theirs, strict=True):
        for name in names:
            expected = Decimal(repr(other[name])) if isinstance(one[name], Decimal) else other[name]
            assert one[name] == expected, name


def test_it_is_partitioned_by_year(database: Path, tmp_path: Path):
    folder = nianbao.to_parquet(database, tmp_path / "parquet")
    years = {path.name for path in (folder / "figures").iterdir()}
    assert {"year=2023", "year=2024"} <= years
    # What was not read has no year.
    assert "year=__HIVE_DEFAULT_PARTITION__" in {path.name for path in (folder / "documents").iterdir()}


def test_every_status_that_a_figure_may_have_is_said_in_sdmx(printed):
    statuses = json.loads(printed("schema"))["$defs"]["figure"]["properties"]["status"]["enum"]
    assert set(statuses) <= set(nianbao.OBS_STATUS)
    # Codes of the code list CL_OBS_STATUS.
    assert set(nianbao.OBS_STATUS.values()) <= set("ABDEFGHIJKLMNOPQSTUVWX")
    assert nianbao.obs_status("suspect", True) == "U" and nianbao.obs_status("suspect", False) == "O"
    assert nianbao.obs_status("missing", False) == "L"


def test_the_column_is_what_the_mapping_says(database: Path, tmp_path: Path):
    folder = nianbao.to_parquet(database, tmp_path / "parquet")
    rows = ds.dataset(folder / "figures").to_table(columns=["status", "value", "obs_status"]).to_pylist()
    assert {row["status"] for row in rows} >= {"printed", "recovered", "blank"}
    assert all(row["obs_status"] == nianbao.obs_status(row["status"], row["value"] is not None) for row in rows)


def test_it_is_written_again_and_takes_no_others_place(database: Path, tmp_path: Path):
    folder = nianbao.to_parquet(database, tmp_path / "parquet")
    before = sorted((path, path.read_bytes()) for path in folder.rglob("*.parquet"))
    nianbao.to_parquet(database, folder)
    assert sorted((path, path.read_bytes()) for path in folder.rglob("*.parquet")) == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(nianbao.NianbaoError, match="holds something else"):
        nianbao.to_parquet(database, tmp_path / "mine")
    assert (tmp_path / "mine/notes.txt").exists()


def test_what_is_no_database_is_refused(tmp_path: Path):
    (tmp_path / "no.sqlite").write_text("no", encoding="utf-8")
    with pytest.raises(nianbao.NianbaoError, match="is no database"):
        nianbao.to_parquet(tmp_path / "no.sqlite", tmp_path / "parquet")
    with pytest.raises(nianbao.NianbaoError, match="no such file"):
        nianbao.to_parquet(tmp_path / "nowhere.sqlite", tmp_path / "parquet")
    assert not (tmp_path / "parquet").exists()
