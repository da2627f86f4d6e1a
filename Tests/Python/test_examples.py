"""What the README and the article for other tools show is run, and prints what they say."""
from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import PROJECT

ARTICLE = PROJECT / "Sources/Nianbao/Nianbao.docc/UsingFromOtherTools.md"
README = PROJECT / "README.md"
SECTION = "From an archive to a table"


class Example(NamedTuple):
    title: str
    #: Commands of a shell, or a program in Python.
    code: list[str]
    #: Lines that it prints.
    printed: list[str]


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    """Heading, language and text of each block of code."""
    title = ""
    for match in re.finditer(r"^(#+) ([^\n]+)$|^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        if match[2]:
            title = match[2]
        else:
            yield title, match[3], match[4]


def examples(text: str) -> list[Example]:
    found: list[Example] = []
    for title, language, body in blocks(text):
        lines = body.splitlines()
        if language == "python":
            found.append(Example(title, lines, []))
        elif language == "" and lines[0].startswith("$ "):
            found.append(Example(title, [line[2:] for line in lines if line.startswith("$ ")],
                                 [line for line in lines if not line.startswith("$ ")]))
        elif language == "" and found and found[-1].title == title and not found[-1].printed:
            found[-1].printed.extend(lines)
    return found


@pytest.fixture
def environment(tool: str, tmp_path: Path) -> dict[str, str]:
    """Where `nianbao`, `python3` and DuckDB's extension are as if installed."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "nianbao").symlink_to(tool)
    (programs / "python3").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$@"\n', encoding="utf-8")
    (programs / "python3").chmod(0o755)
    duckdb = pytest.importorskip("duckdb")
    package = pytest.importorskip("duckdb_extension_sqlite_scanner")
    source = next(Path(package.__file__).parent.rglob("sqlite_scanner.duckdb_extension"))
    platform = duckdb.sql("PRAGMA platform").fetchone()[0]
    folder = tmp_path / f".duckdb/extensions/v{duckdb.__version__}/{platform}"
    folder.mkdir(parents=True)
    (folder / source.name).symlink_to(source)
    return {**os.environ, "HOME": str(tmp_path), "PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def installs(command: str) -> bool:
    """These are run by Tests/Packaging, in a system where nothing is installed."""
    return command.startswith(("apt install ", "sudo apt install ", "pip install "))


CASES = [*examples(ARTICLE.read_text(encoding="utf-8")),
         *(example for example in examples(README.read_text(encoding="utf-8")) if example.title == SECTION)]


@pytest.mark.parametrize("example", CASES, ids=lambda example: example.title)
def test_it_prints_what_is_shown(example: Example, environment: dict[str, str], archive: Path):
    folder = archive.parent
    if example.code[0].startswith("sqlite3 "):
        subprocess.run(["nianbao", "convert", "-q", "archive/", "--output", "figures.sqlite"], cwd=folder, env=environment, check=True)
    if any(command.startswith("Rscript") for command in example.code) and len(example.code) == 1:
        subprocess.run(["nianbao", "convert", "-q", "archive/", "--output", "figures.sqlite"], cwd=folder, env=environment, check=True)
    is_shell = not any(line.startswith("import ") for line in example.code)
    if is_shell:
        runs = [["bash", "-c", command] for command in example.code if not installs(command)]
    else:
        runs = [[sys.executable, "-c", "\n".join(example.code)]]
    assert runs
    printed = ""
    for run in runs:
        process = subprocess.run(run, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert process.returncode == 0, process.stderr
        printed += process.stdout
    assert [line.rstrip() for line in printed.splitlines()] == [line.rstrip() for line in example.printed]


def test_each_way_is_three_commands():
    ways = [example for example in CASES if any(installs(command) for command in example.code)]
    assert len(ways) >= 6
    assert all(len(example.code) == 3 for example in ways)
    assert {"pandas", "R", "polars", "A spreadsheet"} <= {example.title for example in ways}


def test_the_packages_that_are_named_have_the_projects_version():
    version = re.search(r'^let version = "(.+)"$', (PROJECT / "Package.swift").read_text(encoding="utf-8"), re.MULTILINE)[1]
    for path in (README, ARTICLE):
        named = set(re.findall(r"nianbao[-_](\d+\.\d+\.\d+)", path.read_text(encoding="utf-8")))
        assert named <= {version}, path
