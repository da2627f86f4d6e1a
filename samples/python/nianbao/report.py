"""Reports as values: what `nianbao extract --format ndjson` prints, with attributes in place of keys.

No figure's name is written here. The members of a report are those of its JSON, which `nianbao schema` describes, and the codes
of its figures are those that `nianbao indicators` lists.
"""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

Number = int | Decimal


def decoded(line: str | bytes) -> Any:
    """JSON with its numbers exactly as they are written."""
    return json.loads(line, parse_float=Decimal)


class Record(Mapping[str, Any]):
    """An object of JSON: members are attributes, and keys. A member that may be absent is None where it is."""

    __slots__ = ("_members",)
    _optional: frozenset[str] = frozenset()

    def __init__(self, members: Mapping[str, Any]) -> None:
        self._members = members

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_members":
            raise AttributeError(name)
        try:
            return _wrapped(self._members[name])
        except KeyError:
            if name in self._optional:
                return None
            known = ", ".join(self._members)
            raise AttributeError(f"there is no {name} here; there are {known}") from None

    def __getitem__(self, name: str) -> Any:
        return _wrapped(self._members[name])

    @property
    def json(self) -> Mapping[str, Any]:
        """The object as the tool wrote it; numbers are exact."""
        return self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._members]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Record) and self._members == other._members

    def __hash__(self) -> int:
        return hash(json.dumps(self._members, sort_keys=True, default=str))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._members!r})"


class Figure(Record):
    """A figure: its `value`, how far to trust it, and where it stands."""

    __slots__ = ()

    @property
    def value(self) -> Number | None:
        """The number as printed, or what the report's own arithmetic leaves of it; None where there is none."""
        value: Number | None = self._members["value"]
        return value

    @property
    def status(self) -> str:
        """printed, blank, recovered, suspect or missing; `nianbao schema` lists all."""
        return str(self._members["status"])

    @property
    def printed(self) -> str | None:
        """The whole text of the cell."""
        text: str | None = self._members["printed"]
        return text

    @property
    def unit(self) -> str | None:
        """The unit that is printed with it; without one it is the form's."""
        return self._members.get("unit")

    @property
    def page(self) -> int | None:
        """The page of the file, from 1; None where files have no pages."""
        return self._members.get("page")

    @property
    def box(self) -> tuple[float, float, float, float] | None:
        """x0, y0, x1, y1 in points (1/72 inch) from the page's top-left corner as displayed."""
        return _box(self._members)

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of the checks that fix a recovered figure, or fail with a suspect one."""
        return tuple(self._members.get("evidence", ()))

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why it is suspect, in names that stay the same."""
        return tuple(self._members.get("doubts", ()))


    def __repr__(self) -> str:
        return f"<Figure {self.value} {self.status}{f', page {self.page}' if self.page else ''}>"


class Finding(Record):
    """Something that is wrong or unsure: `kind`, `severity`, `message`, and where it applies `code`, `left`, `right`, `page`, `box`."""

    __slots__ = ()
    _optional = frozenset({"code", "left", "right", "page", "details", "other"})

    @property
    def kind(self) -> str:
        return str(self._members["kind"])

    @property
    def severity(self) -> str:
        return str(self._members["severity"])

    @property
    def message(self) -> str:
        return str(self._members["message"])

    @property
    def box(self) -> tuple[float, float, float, float] | None:
        return _box(self._members)


class Report(Record):
    """One report. `report.requests.new.total` is the figure of the code `requests.new.total`, as is `report["requests.new.total"]`."""

    __slots__ = ("__dict__",)
    _optional = frozenset({"publisher", "preamble"})

    def __init__(self, members: Mapping[str, Any], forms: str | None = None) -> None:
        super().__init__(members)
        #: The folder with forms that it was read by, besides those that come with the tool.
        self.forms = forms

    def __getitem__(self, name: str) -> Any:
        """A member by its name, or a figure by its code."""
        if "." not in name:
            return super().__getitem__(name)
        found: Any = self._members
        for part in name.split("."):
            try:
                found = found[part]
            except (KeyError, TypeError):
                raise KeyError(name) from None
        return _wrapped(found)

    @property
    def year(self) -> int | None:
        """The year that is reported on."""
        year: int | None = self._members["year"]
        return year

    @property
    def findings(self) -> list[Finding]:
        """What is wrong or unsure in this report, by itself."""
        return [Finding(finding) for finding in self._members["findings"]]

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """All figures by their codes, in the order of the form."""
        from nianbao.table import code_book

        found = code_book(self.forms).ordered(raw_figures(self), self._members["form"])
        return {code: Figure(value) for code, value in found}

    def to_pandas(self) -> Any:
        """The figures as a pandas DataFrame, a row a figure, with the columns of CSV."""
        from nianbao.table import to_pandas

        return to_pandas([self])

    def __repr__(self) -> str:
        agency = self._members["agency"]
        return f"<Report {agency and agency['name']} {self._members['year']}>"


def raw_figures(report: Report) -> list[tuple[str, dict[str, Any]]]:
    """Every object of the report's JSON with a status, and its code."""
    found: list[tuple[str, dict[str, Any]]] = []

    def visit(path: str, members: Mapping[str, Any]) -> None:
        for name, value in members.items():
            if isinstance(value, dict):
                if "status" in value:
                    found.append((path + name, value))
                else:
                    visit(f"{path}{name}.", value)

    visit("", report.json)
    return found


def _wrapped(value: Any) -> Any:
    if isinstance(value, dict):
        return Figure(value) if "status" in value else Record(value)
    return [_wrapped(one) for one in value] if isinstance(value, list) else value


def _box(members: Mapping[str, Any]) -> tuple[float, float, float, float] | None:
    if (box := members.get("box")) is None:
        return None
    x0, y0, x1, y1 = map(float, box)
    return x0, y0, x1, y1
