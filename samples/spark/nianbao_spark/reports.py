"""Reports as nianbao writes them in JSON, as rows of the schema."""
from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Any

from nianbao_spark.schema import NUMBER

# What stands beside the tables of figures in a report.
_OTHER_MEMBERS = {"schema", "source", "agency", "year", "period", "form", "preamble", "sections", "checks", "findings"}
_UNIT = Decimal(1).scaleb(-NUMBER.scale)


class UnfitNumberError(ValueError):
    """A number that the columns cannot hold as it is."""


def report_rows(payload: bytes) -> list[dict[str, Any]]:
    """The reports of an answer; numbers are taken as they are written."""
    return [_report(json.loads(line, parse_float=Decimal)) for line in payload.splitlines()]


def _report(report: dict[str, Any]) -> dict[str, Any]:
    source, period = report["source"], report.get("period") or {}
    tables = {name: value for name, value in report.items() if name not in _OTHER_MEMBERS}
    return {
        "document": source["document"], "kind": source["kind"], "pages": source.get("pages"),
        "agency": (report.get("agency") or {}).get("name"), "year": report.get("year"), "form": report.get("form"),
        "period_from": period.get("from"), "period_to": period.get("to"),
        "figures": [_figure(code, figure) for code, figure in _figures(tables)],
        "checks": [_check(check) for check in report["checks"]],
        "findings": [_finding(number, finding) for number, finding in enumerate(report["findings"], start=1)],
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
        "code": code, "value": _number(figure["value"], code), "status": figure["status"], "printed": figure["printed"],
        "unit": figure.get("unit"), "evidence": None if evidence is None else " ".join(evidence), **_place(figure),
    }


def _check(check: dict[str, Any]) -> dict[str, Any]:
    name = check["id"]
    return {
        "check": name, "holds": check["holds"], "left_value": _number(check["left"], name),
        "right_value": _number(check["right"], name),
    }


def _finding(number: int, finding: dict[str, Any]) -> dict[str, Any]:
    code = finding.get("code")
    return {
        "number": number, "kind": finding["kind"], "severity": finding["severity"], "message": finding["message"], "code": code,
        "left_value": _number(finding.get("left"), code), "right_value": _number(finding.get("right"), code), **_place(finding),
    }


def _place(thing: dict[str, Any]) -> dict[str, Any]:
    box = [float(edge) for edge in thing.get("box") or ()] or [None] * 4
    return {"page": thing.get("page"), **dict(zip(("x0", "y0", "x1", "y1"), box))}


def _number(value: int | Decimal | None, name: str | None) -> Decimal | None:
    """Exactly, or not at all."""
    if value is None:
        return None
    with localcontext(prec=100):
        exact = Decimal(value)
        fitting = exact.quantize(_UNIT) if exact.adjusted() < NUMBER.precision - NUMBER.scale else None
        if fitting != exact:
            raise UnfitNumberError(f"{name}: {value} does not fit {NUMBER.simpleString()}")
        return fitting
