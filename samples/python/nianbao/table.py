"""Reports as tables: the columns that the tool's own CSV, database and spreadsheet have, by its own lists of them."""
from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from nianbao.errors import UnreadWarning
from nianbao.reading import Outcome
from nianbao.report import Report, raw_figures
from nianbao.tool import arguments, listing

Name = Literal["figures", "findings", "checks", "documents"]
# The unit of such a figure is the one that is printed with it.
_AS_PRINTED = "as printed"


@dataclass(frozen=True)
class Column:
    """A column of a table, as `nianbao schema --columns` lists it."""

    name: str
    database_name: str
    # text, integer, boolean, decimal or real.
    type: str
    meaning: str
    outputs: tuple[str, ...]
    # Where the JSON of what a row is made of has it; empty where it has not.
    member: tuple[str, ...]

    def of(self, thing: Any) -> Any:
        """What JSON has for this column; None where there is nothing."""
        for step in self.member:
            if thing is None:
                return None
            thing = (thing[int(step)] if int(step) < len(thing) else None) if isinstance(thing, list) else thing.get(step)
        return " ".join(thing) or None if isinstance(thing, list) else thing


@cache
def column_list(table: Name) -> tuple[Column, ...]:
    """All columns of a table, in their order."""
    return tuple(
        Column(
            entry["name"], entry["database_name"], entry["type"], entry["meaning"], tuple(entry["outputs"]),
            tuple(entry.get("member", ())))
        for entry in listing("schema", "--columns")[table])


@dataclass(frozen=True)
class CodeBook:
    """Labels of every figure of every form, as `nianbao indicators` lists them, and the order of figures."""

    entries: Mapping[tuple[str | None, str], Mapping[str, str]]
    #: By code alone, of the newest form that has it: for tables of another form than the report's.
    anywhere: Mapping[str, Mapping[str, str]]
    _places: Mapping[tuple[str | None, str], int]
    _places_anywhere: Mapping[str, int]

    def entry(self, form: str | None, code: str) -> Mapping[str, str]:
        """What the form says of a figure; where another form has lent it, what that one says."""
        return self.entries.get((form, code)) or self.anywhere.get(code) or {}

    def ordered(self, figures: Iterable[tuple[str, Any]], form: str | None) -> list[tuple[str, Any]]:
        """Figures by their codes in the order of the form, and behind them those that other forms have lent."""
        own, others, last = self._places, self._places_anywhere, len(self._places)

        def place(entry: tuple[str, Any]) -> tuple[int, int, str]:
            if (here := own.get((form, entry[0]))) is not None:
                return 0, here, ""
            return 1, others.get(entry[0], last), entry[0]

        return sorted(figures, key=place)


@cache
def code_book(forms: str | None = None) -> CodeBook:
    """That of the forms that come with the tool, and of those in a folder of one's own."""
    entries: dict[tuple[str | None, str], Mapping[str, str]] = {}
    anywhere: dict[str, Mapping[str, str]] = {}
    for entry in listing("indicators", "--format", "json", *arguments({"forms": forms})):
        entries.setdefault((entry["form"], entry["code"]), entry)
        anywhere.setdefault(entry["code"], entry)
    return CodeBook(
        entries, anywhere, {key: number for number, key in enumerate(entries)},
        {code: number for number, code in enumerate(anywhere)})


def columns(reports: Iterable[Report | Outcome], table: Name = "figures") -> dict[str, list[Any]]:
    """A table of reports as lists of one length, by column: what any frame is made of.

    `figures` has a row a figure and the columns of the tool's CSV; a report without a table has one row without a code.
    `findings`, `checks` and `documents` have a row each. Numbers are exact (int, Decimal). Of outcomes without a report
    `documents` has a row that says why; other tables leave them out, and an UnreadWarning says so.
    """
    result: dict[str, list[Any]] = {column.name: [] for column in _columns_of(table)}
    failed: list[Outcome] = []
    for thing in reports:
        if isinstance(thing, Outcome) and thing.failure is not None:
            failed.append(thing)
            if table == "documents":
                _append(result, {"file": thing.path, "outcome": "failed", "failure": thing.failure.name,
                                 "failure_detail": thing.failure.detail, "sha256": thing.sha256})
            continue
        for report in thing.reports if isinstance(thing, Outcome) else [thing]:
            _add(report, table, result)
    if failed and table != "documents":
        first = f"{failed[0].path}: {failed[0].error}"
        warnings.warn(f"{len(failed)} files gave no report, the first: {first}", UnreadWarning, stacklevel=2)
    return result


def to_pandas(reports: Iterable[Report | Outcome], table: Name = "figures") -> Any:
    """The table as a pandas DataFrame. Decimals are floats there, and what is not there is missing (NaN, NA)."""
    import pandas

    types = {"integer": "Int64", "decimal": "Float64", "real": "Float64", "boolean": "boolean", "text": "object"}
    values = columns(reports, table)
    kinds = {column.name: column.type for column in _columns_of(table)}
    return pandas.DataFrame({
        name: pandas.Series(
            [None if one is None else float(one) for one in list_] if kinds[name] in ("decimal", "real") else list_,
            dtype=types[kinds[name]])
        for name, list_ in values.items()})


def _columns_of(table: Name) -> list[Column]:
    """Those of CSV; of what is in no CSV the ones of a document before those of a database."""
    own = column_list(table)
    if any("csv" in column.outputs for column in own):
        return [column for column in own if "csv" in column.outputs]
    if table == "documents":
        return [column for column in own if column.member or column.name in _OF_OUTCOMES]
    return [*_of_report(), *own]


# What `documents` says of a file, not of a report.
_OF_OUTCOMES = ("outcome", "failure", "failure_detail")


@cache
def _of_report() -> tuple[Column, ...]:
    """The columns that tell a report from others, which stand at the head of every table of its parts."""
    heads = [column.name for column in column_list("figures") if not column.member and "database" not in column.outputs]
    return tuple(column for column in column_list("documents") if column.name in heads)


def _append(result: dict[str, list[Any]], row: Mapping[str, Any]) -> None:
    for name, values in result.items():
        values.append(row.get(name))


def _add(report: Report, table: Name, result: dict[str, list[Any]]) -> None:
    head = {column.name: column.of(report.json) for column in _of_report()}
    if table == "figures":
        return _add_figures(report, head, result)
    own = column_list(table)
    if table == "documents":
        return _append(result, {**{column.name: column.of(report.json) for column in own}, "outcome": "read"})
    things: Iterator[Any] = iter(report.json[table])
    for thing in things:
        row = {column.name: column.of(thing) for column in own if column.member}
        _append(result, {**row, **({"message": thing["message"]} if "message" in thing else {}), **head})
    return None


def _add_figures(report: Report, head: Mapping[str, Any], result: dict[str, list[Any]]) -> None:
    """A column at a time: there are hundreds of rows a report."""
    book = code_book(report.forms)
    found = book.ordered(raw_figures(report), head["form"])
    if not found:
        return _append(result, head)
    values = [value for _, value in found]
    entries = [book.entry(head["form"], code) for code, _ in found]
    labels: dict[str, list[Any]] = {
        "code": [code for code, _ in found], "table": [entry.get("table") for entry in entries],
        "row": [entry.get("row_label") or None for entry in entries],
        "column": [entry.get("column_label") or None for entry in entries],
    }
    for column in column_list("figures"):
        name = column.name
        if name not in result:
            continue
        if name in head:
            result[name] += [head[name]] * len(found)
        elif name in labels:
            result[name] += labels[name]
        elif name == "unit":
            result[name] += [
                value.get(name) or (None if entry.get(name) == _AS_PRINTED else entry.get(name) or None)
                for value, entry in zip(values, entries, strict=True)]
        elif len(column.member) == 1:
            member = column.member[0]
            result[name] += [_joined(value.get(member)) for value in values]
        else:
            result[name] += [column.of(value) for value in values]
    return None


def _joined(value: Any) -> Any:
    return (" ".join(value) or None) if isinstance(value, list) else value
