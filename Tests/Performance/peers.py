"""peers.py TOOL FILE…: the tables that one public tool finds, one JSON object a file, in the shape of `nianbao tables`."""
import json
import logging
import os
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)


def grid(page, rows):
    """A list of rows of texts as a table without spans."""
    cells = [{"row": r, "column": c, "row_span": 1, "column_span": 1, "text": text or ""}
             for r, row in enumerate(rows) for c, text in enumerate(row)]
    return {"page": page, "cells": cells}


def pdfplumber(path):
    import pdfplumber
    with pdfplumber.open(path) as document:
        return [grid(page.page_number, table) for page in document.pages for table in page.extract_tables()]


def camelot(path):
    import camelot
    return [grid(int(table.page), table.df.values.tolist()) for table in camelot.read_pdf(path, pages="all", flavor="lattice")]


def pymupdf(path):
    import pymupdf
    with pymupdf.open(path) as document:
        return [grid(number, table.extract()) for number, page in enumerate(document, 1) for table in page.find_tables().tables]


def tablers(path):
    import tablers
    document = tablers.Document(path)
    return [grid(number, [[cell.text if cell else "" for cell in row.cells] for row in table.rows])
            for number, page in enumerate(document.pages() if callable(document.pages) else document.pages, 1)
            for table in tablers.find_tables(page)]


def pymupdf4llm(path):
    import pymupdf4llm
    tables = []
    for number, chunk in enumerate(pymupdf4llm.to_markdown(path, page_chunks=True), 1):
        rows = []
        for line in chunk["text"].splitlines() + [""]:
            if line.startswith("|"):
                cells = [cell.strip().replace("**", "").replace("<br>", " ").replace("\\", "")
                         for cell in line.strip()[1:].removesuffix("|").split("|")]
                if not all(set(cell) <= set("-: ") for cell in cells):
                    rows.append(cells)
            elif rows:
                tables.append(grid(number, rows))
                rows = []
    return tables


def main():
    tool, files = globals()[sys.argv[1]], sys.argv[2:]
    output = os.fdopen(os.dup(1), "w")
    # Some libraries print on standard output, and keep hold of it.
    sys.stdout = open(os.devnull, "w")
    for path in files:
        try:
            tables = tool(path)
        except Exception as error:
            print(f"{path}: {error}", file=sys.stderr)
            tables = []
        json.dump({"file": path, "tables": tables}, output)
        output.write("\n")
    output.close()


if __name__ == "__main__":
    main()
