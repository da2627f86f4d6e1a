"""Adjacency relations between cells: the measure of the ICDAR 2013 table competition (Göbel, Hassan, Oro, Orsi).

A non-blank cell and its nearest different non-blank neighbour to the right and below make a relation: both texts, the
direction, and the number of blank squares between. Precision and recall count relations; a document's tables are matched one
to one by most relations in common on a page. Figures are means over documents.
"""
import collections
import dataclasses
import os
import re
import unicodedata
import xml.etree.ElementTree

DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uf02d"), "-")
SIGNS = {ord("\u2018"): "'", ord("\u2019"): "'", ord("\u201c"): '"', ord("\u201d"): '"', ord("\u2022"): "*", ord("\u00b7"): "*",
         ord("\u25cf"): "*", ord("\uf0b7"): "*", 0xAD: None, 0x200B: None, 0xFEFF: None}


def normal(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "").translate(DASHES | SIGNS)).upper()


def relations(cells):
    """Multiset of relations of cells with row, column, row_span, column_span and text."""
    squares, texts = {}, []
    for cell in cells:
        text = normal(cell["text"])
        if text:
            for row in range(cell["row"], cell["row"] + cell["row_span"]):
                for column in range(cell["column"], cell["column"] + cell["column_span"]):
                    squares[row, column] = len(texts)
            texts.append(text)
    rows, columns = collections.defaultdict(list), collections.defaultdict(list)
    for row, column in sorted(squares):
        rows[row].append(column)
        columns[column].append(row)
    pairs = {}

    def add(first, second, direction, blanks):
        if first != second:
            key = first, second, direction
            pairs[key] = min(blanks, pairs.get(key, blanks))

    for row, places in rows.items():
        for left, right in zip(places, places[1:]):
            add(squares[row, left], squares[row, right], "right", right - left - 1)
    for column, places in columns.items():
        for top, bottom in zip(places, places[1:]):
            add(squares[top, column], squares[bottom, column], "below", bottom - top - 1)
    return collections.Counter((texts[a], texts[b], direction, blanks) for (a, b, direction), blanks in pairs.items())


def truth(folder, files):
    """{file name: [(page, relations)]} of the files that have ground truth."""
    found = {}
    for path in files:
        source = os.path.join(folder, os.path.basename(path)[:-4] + "-str.xml")
        if not os.path.exists(source):
            continue
        tables = []
        for table in xml.etree.ElementTree.parse(source).getroot().iter("table"):
            cells, page = [], None
            for region in table.iter("region"):
                page = page or int(region.get("page"))
                down, right = int(region.get("row-increment") or 0), int(region.get("col-increment") or 0)
                for cell in region.iter("cell"):
                    first = int(cell.get("start-row")), int(cell.get("start-col"))
                    last = int(cell.get("end-row") or first[0]), int(cell.get("end-col") or first[1])
                    cells.append({"row": first[0] + down, "column": first[1] + right, "row_span": last[0] - first[0] + 1,
                                  "column_span": last[1] - first[1] + 1, "text": cell.findtext("content")})
            tables.append((page, relations(cells)))
        found[os.path.basename(path)] = tables
    return found


@dataclasses.dataclass
class Score:
    precision: float
    recall: float
    exact: int
    tables: int
    false: int

    @property
    def f1(self):
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0


def score(truth, found):
    precisions, recalls, exact, false = [], [], 0, 0
    for name, expected in truth.items():
        given = [(table["page"], relations(table["cells"])) for table in found.get(name, [])]
        given = [table for table in given if table[1]]
        common = sorted(((sum((a & b).values()), i, j) for i, (page, a) in enumerate(expected)
                         for j, (other, b) in enumerate(given) if page == other), key=lambda pair: (-pair[0], pair[1:]))
        used, matched, right = set(), set(), 0
        for count, i, j in common:
            if count and i not in matched and j not in used:
                matched.add(i)
                used.add(j)
                right += count
                exact += expected[i][1] == given[j][1]
        false += len(given) - len(used)
        total, wanted = sum(sum(r.values()) for _, r in given), sum(sum(r.values()) for _, r in expected)
        precisions.append(right / total if total else 0)
        recalls.append(right / wanted if wanted else 1)
    mean = lambda values: sum(values) / len(values)
    return Score(mean(precisions), mean(recalls), exact, sum(map(len, truth.values())), false)
