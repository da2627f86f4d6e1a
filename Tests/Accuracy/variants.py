"""The reports that the samples are made of, in the clothes that text comes in. What they say is known: it is what they are made from."""
import html
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples/make"))
import forms  # noqa: E402
import office  # noqa: E402
import ofd  # noqa: E402
import writers  # noqa: E402


def reports():
    """Name and report of each, sorted."""
    return [(path.stem, forms.Report(str(path))) for path in sorted((ROOT / "samples/make/reports").glob("*.txt"))]


def document(report, heading, table):
    """Title, prose and tables, a blank line between them; `heading` and `table` make text of a heading and of rows of cells."""
    blocks = [heading(1, "".join(report.title))]
    for kind, text in report.blocks:
        if kind == "table":
            blocks.append(table(report.table(text)))
        elif kind != "break":
            blocks.append({"heading": heading(2, text), "subheading": heading(3, text)}.get(kind, text))
    return "\n\n".join(blocks) + "\n"


def grid(table, repeated):
    """Rows of texts, a cell for each place; a merged cell's text stands in all of its places, or in the first."""
    placed = forms.placed(table)
    rows = [[""] * max(c + cell.cols for _, c, cell in placed) for _ in range(max(r + cell.rows for r, _, cell in placed))]
    for r, c, cell in placed:
        for y in range(r, r + cell.rows):
            for x in range(c, c + cell.cols):
                rows[y][x] = cell.text.replace("\n", "") if repeated or (y, x) == (r, c) else ""
    return rows


def plain_heading(_, text):
    return text


def markdown_heading(level, text):
    return "#" * level + " " + text


def pipes(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines[:1] + ["|" + "---|" * len(rows[0])] + lines[1:])


def html_table(table):
    rows = ["".join(f"<td rowspan={cell.rows} colspan={cell.cols}>{html.escape(cell.text)}</td>" for cell in row) for row in table]
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def narrowed(table):
    """Each row with its own cells alone, as converters leave merged cells out."""
    return [[cell.text.replace("\n", "") for cell in row] for row in table]


def beside(table):
    """Merged cells once: filled up behind them, left out below them."""
    placed = forms.placed(table)
    rows = [[] for _ in range(max(r + cell.rows for r, _, cell in placed))]
    for r, _, cell in placed:
        rows[r] += [cell.text.replace("\n", "")] + [""] * (cell.cols - 1)
    return rows


def csv(rows):
    return "\n".join(",".join('"' + cell + '"' if "," in cell else cell for cell in row) for row in rows)


def open_pipes(rows):
    return "\n".join(" | ".join(row) for row in [rows[0], ["---"] * len(rows[0])] + rows[1:])


def cells(report):
    """A paragraph or a cell a line, empty cells lost."""
    lines = list(report.title)
    for kind, text in report.blocks:
        if kind == "table":
            lines += [cell.text.replace("\n", "") for row in report.table(text) for cell in row if cell.text]
        elif kind != "break":
            lines.append(text)
    return "\n".join(lines) + "\n"


# Of each kind: the ending of its files, and what makes the text or the bytes of one.
VARIANTS = {
    "web page": (".html", lambda report: writers.html(report, "")),
    "Markdown, merged cells once": (".md", lambda report: document(report, markdown_heading, lambda table: pipes(grid(table, False)))),
    "Markdown, merged cells repeated": (".md", lambda report: document(report, markdown_heading, lambda table: pipes(grid(table, True)))),
    "Markdown with HTML tables": (".md", lambda report: document(report, markdown_heading, html_table)),
    "text, bars": (".txt", lambda report: document(report, plain_heading, lambda table: "\n".join("|".join(row) for row in grid(table, False)))),
    "text, tabs": (".txt", lambda report: document(report, plain_heading, lambda table: "\n".join("\t".join(row) for row in grid(table, False)))),
    "text, tabs, merged cells left out": (".txt", lambda report: document(report, plain_heading, lambda table: "\n".join("\t".join(row) for row in narrowed(table)))),
    "text, commas": (".txt", lambda report: document(report, plain_heading, lambda table: csv(grid(table, False)))),
    "text, slashes, merged cells left out": (".txt", lambda report: document(report, plain_heading, lambda table: "\n".join("/".join(row) for row in narrowed(table)))),
    "Markdown, left out below merged cells": (".md", lambda report: document(report, markdown_heading, lambda table: pipes(beside(table)))),
    "Markdown without outer bars": (".md", lambda report: document(report, markdown_heading, lambda table: open_pipes(narrowed(table)))),
    "text, a cell a line": (".txt", cells),
    "Word": (".docx", office.docx),
    "Word, with what it does not show": (".docx", lambda report: office.docx(report, is_tricky=True)),
    "Word, strict": (".docx", lambda report: office.docx(report, is_strict=True)),
    "workbook": (".xlsx", office.xlsx),
    "workbook, a sheet a section": (".xlsx", lambda report: office.xlsx(report, is_split=True)),
    "workbook without lines": (".xlsx", lambda report: office.xlsx(report, is_ruled=False)),
    "OpenDocument text": (".odt", office.odt),
    "OpenDocument spreadsheet": (".ods", office.ods),
    "OFD": (".ofd", lambda report: ofd.ofd(report, is_tricky=True)),
    "OFD in points, old namespace": (".ofd", lambda report: ofd.ofd(report, in_points=True, ruled="one", namespace="http://www.ofdspec.org", prefix="")),
    "OFD, lines as areas": (".ofd", lambda report: ofd.ofd(report, ruled="fill")),
}
