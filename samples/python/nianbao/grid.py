"""Tables of any document as values: what `nianbao tables` prints."""
from __future__ import annotations

import os
from typing import Any, Unpack

from nianbao.report import Record, decoded
from nianbao.tool import ReadOptions, arguments, run


class TableOptions(ReadOptions, total=False):
    """Options of `nianbao tables`, which its `--help` explains."""

    pages: str
    ruled: bool
    inferred: bool
    area: str
    columns: str
    no_join_pages: bool
    table_options: str | os.PathLike[str]


class Table(Record):
    """A table: its `rows`, `columns`, `cells` and, in files that have pages, `page`, `pages` and `box`."""

    __slots__ = ()
    _optional = frozenset({"page", "pages", "box"})

    @property
    def cells(self) -> list[Record]:
        """All cells in reading order, blank ones included: row and column from 0, spans, text, page and box."""
        return [Record(cell) for cell in self._members["cells"]]

    def grid(self) -> list[list[str]]:
        """The texts by row and column. A cell's text stands in its first place only; what else it spans is empty."""
        grid = [[""] * int(self._members["columns"]) for _ in range(int(self._members["rows"]))]
        for cell in self._members["cells"]:
            grid[cell["row"]][cell["column"]] = cell["text"]
        return grid

    def to_pandas(self) -> Any:
        """The texts as a pandas DataFrame with numbered columns: which rows are headings is not for this to say."""
        import pandas

        return pandas.DataFrame(self.grid())


def tables(path: str | os.PathLike[str], **options: Unpack[TableOptions]) -> list[Table]:
    """All tables of a PDF, web page, office document or Markdown file, whatever it is about.

    Raises UnreadableError where it cannot be read, UsageError where an option is wrong.
    """
    found = decoded(run("tables", *arguments(dict(options)), names=[path]))
    return [Table(table) for table in found["tables"]]
