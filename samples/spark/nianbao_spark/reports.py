"""Reports as nianbao writes them in JSON, as rows of the schema."""
from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Any

from nianbao_spark.schema import NUMBER, SPARE_DIGITS

# What stands beside the tables of figures in a report.
_OTHER_MEMBERS = {"schema", "source", "agency", "year", "period", "form", "preamble", "sections", "checks", "findings"}
_UNIT = Decimal(1).scaleb(-NUMBER.scale)


class UnfitNumberError(ValueError):
    """A number that the columns cannot hold as it is."""


def report_row(line: str) -> dict[str, Any]:
    """A report; numbers are taken as they are written."""
    report = json.loads(line, parse_float=Decimal)
    # While the file can still be said to be at fault, not when its findings are beside those of others.
    for finding in report["findings"]:
        _sides(finding, SPARE_DIGITS)
    return _report(report)


def finding_row(finding: dict[str, Any]) -> dict[str, Any]:
    """A finding as `nianbao check` writes it, but for its message and its number."""
    other = finding.get("other") or {}
    return {
        **{name: finding[name] for name in ("file", "document", "agency", "year", "kind", "severity")}, "code": finding.get("code"),
        **_sides(finding), **_place(finding), **{f"other_{name}": other.get(name) for name in ("file", "document", "year", "page")},
    }


def _report(report: dict[str, Any]) -> dict[str, Any]:
    source, agency, period = report["source"], report.get("agency") or {}, report.get("period") or {}
    tables = {name: value for name, value in report.items() if name not in _OTHER_MEMBERS}
    return {
        "document": source["document"], "kind": source["kind"], "pages": source.get("pages"),
        "agency": agency.get("name"), "agency_level": agency.get("level"), "year": report.get("year"), "form": report.get("form"),
        "period_from": period.get("from"), "period_to": period.get("to"),
        "figures": [_figure(code, figure) for code, figure in _figures(tables)],
        "checks": [_check(check) for check in report["checks"]],
    }


def _figures(tables: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object with a status, under its path."""
    for name, value in tables.items():
        if "status" in value:
            yield ".".join((*path, name)), value
        else:
            yield from _figures(value, (*path, name))


def _figure(code: str, figure: dict[str, Any]) -> dict[str, Any]:
    evidence = figure.get("evidence")
    return {
        "code": code, "value": _number(figure["value"], code, SPARE_DIGITS), "status": figure["status"], "printed": figure["printed"],
        "unit": figure.get("unit"), "evidence": None if evidence is None else " ".join(evidence), **_place(figure),
    }


def _check(check: dict[str, Any]) -> dict[str, Any]:
    return {"check": check["id"], "holds": check["holds"], **_sides(check, SPARE_DIGITS)}


def _sides(thing: dict[str, Any], spare: int = 0) -> dict[str, Decimal | None]:
    """The two numbers that a check or a finding is about."""
    name = thing.get("id") or thing.get("code")
    return {f"{side}_value": _number(thing.get(side), name, spare) for side in ("left", "right")}


def _place(thing: dict[str, Any]) -> dict[str, Any]:
    box = [float(edge) for edge in thing.get("box") or ()] or [None] * 4
    return {"page": thing.get("page"), **dict(zip(("x0", "y0", "x1", "y1"), box))}


def _number(value: int | Decimal | None, name: str | None, spare: int) -> Decimal | None:
    """Exactly and with so many digits to spare, or not at all."""
    if value is None:
        return None
    with localcontext(prec=100):
        exact = Decimal(value)
        fitting = exact.quantize(_UNIT) if exact.adjusted() < NUMBER.precision - NUMBER.scale - spare else None
        if fitting != exact:
            raise UnfitNumberError(f"{name}: {value} does not fit {NUMBER.simpleString()}")
        return fitting
