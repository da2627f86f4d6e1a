"""A server for agents, by the Model Context Protocol over standard input and output: `nianbao-mcp FOLDER…`.

It reads, and writes nothing: no report, no ledger, no cache. It sees the folders that are named when it starts and what is below
them, links resolved; everything else does not exist for it.
"""
from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from nianbao.errors import NianbaoError
from nianbao.grid import tables
from nianbao.reading import Outcome, read
from nianbao.report import Report
from nianbao.table import code_book
from nianbao.tool import run, tool

_Value = TypeVar("_Value")
_MOST_FILES = 500
_KEPT_REPORTS = 32
_INSTRUCTIONS = """\
Figures of Chinese annual reports on open government information. A figure's status says how far to trust it: printed (certain),
blank (nothing stands there), recovered (left by the report's own sums), suspect (in doubt: see doubts), missing (not in the document).
Quote a figure with its page; do not use a suspect one without saying so. Boxes are in points from the page's top-left corner."""


class Folders:
    """The folders that may be read, and nothing else."""

    def __init__(self, roots: Sequence[str]) -> None:
        self.roots = [Path(root).resolve(strict=True) for root in roots]
        if not self.roots or not all(root.is_dir() for root in self.roots):
            raise NotADirectoryError("name folders")

    def place(self, path: str) -> Path:
        """Where a path leads, absolute or from one of the folders; raises ToolError where that is outside of all of them."""
        for root in self.roots:
            try:
                place = (root / path).resolve(strict=True)
            except (OSError, ValueError, RuntimeError):
                continue
            if self.holds(place):
                return place
        raise ToolError(f"{path}: no such file in the folders of this server")

    def holds(self, place: Path) -> bool:
        return any(place.is_relative_to(root) for root in self.roots)

    def files(self, folder: Path) -> list[Path]:
        """All files below a folder but hidden ones, in their order; links that lead outside are left out."""
        found: list[Path] = []
        for path in sorted(folder.rglob("*")):
            if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
                continue
            if self.holds(path.resolve()):
                found.append(path)
            if len(found) > _MOST_FILES:
                raise ToolError(f"{folder}: more than {_MOST_FILES} files; name a folder in it")
        return found


class Reader:
    """What the tools of the server do, each an answer of plain values."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        # Kept by what the file is now, so that a changed one is read again.
        self._outcome = lru_cache(_KEPT_REPORTS)(self._read)

    def list_files(self, folder: str = ".") -> dict[str, Any]:
        """Name the files in a folder, to its depth. Without a folder those of all folders that this server may read."""
        places = self._folders.roots if folder == "." else [self._folder(folder)]
        return {"files": [str(file) for place in places for file in self._folders.files(place)]}

    def read_report(self, path: str, document: int = 1) -> dict[str, Any]:
        """Read a report: who reports on which year, every figure by its code with value and status, checks that fail, findings.

        document: which report of the file, from 1; a compiled volume holds several.
        """
        reports = self._reports(path)
        report = self._chosen(reports, path, document)
        book = code_book()
        return {
            "file": report.source.file, "document": document, "documents": len(reports),
            "agency": report.json["agency"], "year": report.year, "period": report.json["period"], "form": report.json["form"],
            "figures": {
                code: {"label": _label(book.entry(report.json["form"], code)), "value": _plain(figure.value), "status": figure.status}
                for code, figure in report.figures.items()},
            "failed_checks": _plain([check for check in report.json["checks"] if not check["holds"]]),
            "findings": _plain(report.json["findings"]),
        }

    def read_figure(self, path: str, code: str, document: int = 1) -> dict[str, Any]:
        """Read one figure of a report: value, status, printed text, unit, page and box, what it rests on, and why it is in doubt."""
        report = self._chosen(self._reports(path), path, document)
        figure = report.figures.get(code)
        if figure is None:
            near = [known for known in report.figures if known.startswith(code + ".")]
            raise ToolError(f"{code}: no such figure in {path}" + (f"; there are {', '.join(near)}" if near else ""))
        entry = code_book().entry(report.json["form"], code)
        checks = [check for check in report.json["checks"] if check["id"] in figure.evidence]
        return {
            "code": code, "label": _label(entry), "value": _plain(figure.value), "status": figure.status, "printed": figure.printed,
            "unit": figure.unit or entry.get("unit"), "page": figure.page, "box": list(figure.box) if figure.box else None,
            "evidence": _plain(checks), "doubts": list(figure.doubts),
        }

    def read_tables(self, path: str, pages: str | None = None) -> dict[str, Any]:
        """Read the tables of any PDF, web page, office document or Markdown file as rows of texts.

        pages: such as 1-3,7; all by default. A merged cell's text stands in its first place.
        """
        options: dict[str, Any] = {"pages": pages} if pages else {}
        found = _told(lambda: tables(self._file(path), no_ocr_cache=True, **options))
        return {"tables": [
            {"page": table.page, "box": _plain(table.json.get("box")), "rows": table.grid()} for table in found]}

    def check_folder(self, folder: str = ".", least_severity: str = "warning", language: str = "en") -> dict[str, Any]:
        """Check all reports in a folder: their arithmetic, what they lack, and whether the years of an agency join up.

        least_severity: note, warning or error. language: en or zh.
        """
        files = self._folders.files(self._folder(folder))
        outcomes = _told(lambda: list(read(files, no_ocr_cache=True)))
        lines = b"".join(outcome.lines for outcome in outcomes)
        command = ["check", "-", "--format", "ndjson", "--severity", least_severity, "--language", language]
        text = _told(lambda: run(*command, text=lines)) if lines else ""
        return {
            "files": len(files), "reports": sum(len(outcome.reports) for outcome in outcomes),
            "unreadable": {outcome.path: outcome.error for outcome in outcomes if outcome.error},
            "findings": [json.loads(line) for line in text.splitlines()],
        }

    def _file(self, path: str) -> Path:
        place = self._folders.place(path)
        if not place.is_file():
            raise ToolError(f"{path}: is no file")
        return place

    def _folder(self, path: str) -> Path:
        place = self._folders.roots[0] if path == "." and len(self._folders.roots) == 1 else self._folders.place(path)
        if not place.is_dir():
            raise ToolError(f"{path}: is no folder")
        return place

    def _reports(self, path: str) -> list[Report]:
        place = self._file(path)
        status = place.stat()
        outcome = self._outcome(place, status.st_mtime_ns, status.st_size)
        if outcome.error:
            raise ToolError(f"{path}: {outcome.error}")
        return outcome.reports

    def _read(self, place: Path, _modified: int, _size: int) -> Outcome:
        return _told(lambda: next(read([place], jobs=1, no_ocr_cache=True)))

    def _chosen(self, reports: list[Report], path: str, document: int) -> Report:
        if not 1 <= document <= len(reports):
            raise ToolError(f"{path}: has {len(reports)} reports, no document {document}")
        return reports[document - 1]


def server(roots: Sequence[str]) -> MCPServer[Any]:
    """The server of these folders; `run()` serves until standard input ends."""
    reader = Reader(Folders(roots))
    result: MCPServer[Any] = MCPServer("nianbao", instructions=_INSTRUCTIONS, version=_version())
    reads_only = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for function in (reader.list_files, reader.read_report, reader.read_figure, reader.read_tables, reader.check_folder):
        result.tool(annotations=reads_only)(function)
    return result


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="nianbao-mcp", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="may be read, with all below it")
    options = parser.parse_args(arguments)
    try:
        tool()
        served = server(options.folders)
    except (NianbaoError, OSError) as error:
        print(f"nianbao-mcp: {error}", file=sys.stderr)
        return 1
    served.run("stdio")
    return 0


def _version() -> str:
    """The tool's own."""
    return run("--version").splitlines()[0].removeprefix("nianbao ")


def _told(action: Callable[[], _Value]) -> _Value:
    """An error in the tool's own words is an answer to the agent, not a failure of the server."""
    try:
        return action()
    except NianbaoError as error:
        raise ToolError(str(error)) from error


def _label(entry: Any) -> str:
    """Row and column of a figure, in Chinese as the form prints them."""
    return " / ".join(text for text in (entry.get("row_label"), entry.get("column_label")) if text)


def _plain(value: Any) -> Any:
    """With exact decimals as JSON's numbers, which have no other kind."""
    return json.loads(json.dumps(value, default=float))


if __name__ == "__main__":
    sys.exit(main())
