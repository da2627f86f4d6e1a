"""Reports as nianbao writes them in JSON, as rows of the schema."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, localcontext
from typing import Any

from nianbao_spark.columns import Column
from nianbao_spark.schema import NUMBER, SPARE_DIGITS, Schema

# What stands beside the tables of figures in a report.
_OTHER_MEMBERS = {"schema", "source", "agency", "year", "period", "form", "preamble", "sections", "checks", "findings"}
_UNIT = Decimal(1).scaleb(-NUMBER.scale)


class UnfitNumberError(ValueError):
    """A number that the columns cannot hold as it is."""


def report_row(line: str, schema: Schema) -> dict[str, Any]:
    """A report; numbers are taken as they are written."""
    report = json.loads(line, parse_float=Decimal)
    # While the file can still be said to be at fault, not when its findings are beside those of others.
    for finding in report["findings"]:
        _row(finding, schema.findings, finding.get("code"), SPARE_DIGITS)
    tables = {name: value for name, value in report.items() if name not in _OTHER_MEMBERS}
    return {
        **_row(report, schema.report_columns),
        "figures": [
            {"code": code, **_row(figure, schema.figure_columns, code, SPARE_DIGITS)} for code, figure in _figures(tables)],
        "checks": [_row(check, schema.checks, check["id"], SPARE_DIGITS) for check in report["checks"]],
    }


def finding_row(finding: dict[str, Any], schema: Schema) -> dict[str, Any]:
    """A finding as `nianbao check` writes it, but for what its JSON does not have."""
    return _row(finding, schema.findings, finding.get("code"))


def _row(thing: dict[str, Any], columns: Iterable[Column], name: str | None = None, spare: int = 0) -> dict[str, Any]:
    """What JSON has for the columns; `name` says what it is about, should a number not fit with so many digits to spare."""
    return {column.name: _value(column, thing, name, spare) for column in columns if column.member}


def _value(column: Column, thing: dict[str, Any], name: str | None, spare: int) -> Any:
    value = column.of(thing)
    if value is None:
        return None
    match column.type:
        case "decimal":
            return _number(value, name, spare)
        case "real":
            return float(value)
        case "text" if isinstance(value, list):
            return " ".join(value) or None
    return value


def _figures(tables: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with a status, under its path."""
    for name, value in tables.items():
        if "status" in value:
            yield ".".join((*path, name)), value
        else:
            yield from _figures(value, (*path, name))


def _number(value: int | Decimal, name: str | None, spare: int) -> Decimal:
    """Exactly and with so many digits to spare, or not at all."""
    with localcontext(prec=100):
        exact = Decimal(value)
        fitting = exact.quantize(_UNIT) if exact.adjusted() < NUMBER.precision - NUMBER.scale - spare else None
        if fitting != exact:
            raise UnfitNumberError(f"{name}: {value} does not fit {NUMBER.simpleString()}")
        return fitting
