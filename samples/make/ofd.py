"""Writes a report as an OFD file (GB/T 33190-2016): every character in its place, lines as paths."""
import math
from xml.sax.saxutils import escape

from forms import placed
from office import package
from writers import widths

POINT = 25.4 / 72
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 22.0
BODY, SMALL, TITLE = 11.0, 7.5, 18.0  # points
FONTS = {"1": "SimSun", "2": "SimHei"}


def number(value):
    return f"{value:.4f}".rstrip("0").rstrip(".")


def width_of(text, size):
    """In millimetres: Latin letters and digits are half as wide as others."""
    return sum(size * POINT * (0.5 if ord(c) < 0x2000 else 1) for c in text)


def lines_of(text, size, room, indent=0):
    """Broken wherever there is no more room, and where the text says so."""
    lines, line, used = [], "", indent
    for c in text:
        step = width_of(c, size)
        if c == "\n" or line and used + step > room:
            lines.append(line)
            line, used = "", 0
        if c != "\n":
            line, used = line + c, used + step
    return lines + [line]


def deltas(values):
    """Ways from character to character, equal ones as a run `g n v`."""
    made, at = [], 0
    while at < len(values):
        count = next((n for n in range(1, len(values) - at) if values[at + n] != values[at]), len(values) - at)
        made.append(f"g {count} {values[at]}" if count > 2 else " ".join([values[at]] * count))
        at += count
    return " ".join(made)


class Writer:
    """`in_points`: texts and paths in points, scaled by a CTM. `ruled`: stroke (a line a path), one (all in one path) or fill (thin rectangles)."""

    def __init__(self, in_points=False, ruled="stroke", namespace="http://www.ofdspec.org/2016", prefix="ofd:"):
        self.in_points, self.ruled, self.namespace, self.prefix = in_points, ruled, namespace, prefix
        self.pages, self.y, self.id = [[]], MARGIN, 100

    def tag(self, name, attributes="", content=""):
        return f"<{self.prefix}{name}{' ' + attributes if attributes else ''}>{content}</{self.prefix}{name}>"

    def root(self, name, content, attributes=""):
        bound = f'xmlns{":" + self.prefix[:-1] if self.prefix else ""}="{self.namespace}"'
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + self.tag(name, f"{bound} {attributes}".strip(), content)

    def next_id(self):
        self.id += 1
        return self.id

    def unit(self):
        return (POINT, f' CTM="{number(POINT)} 0 0 {number(POINT)} 0 0"') if self.in_points else (1, "")

    def text(self, x, y, text, size, font="1", is_bold=False, more=""):
        """One line, its top-left corner at (x, y)."""
        if not text:
            return
        unit, ctm = self.unit()
        ways = deltas([number(width_of(c, size) / unit) for c in text[:-1]])
        boundary = f"{number(x)} {number(y)} {number(width_of(text, size))} {number(size * POINT * 1.2)}"
        code = self.tag("TextCode", f'X="0" Y="{number(size * POINT * 0.9 / unit)}"' + (f' DeltaX="{ways}"' if ways else ""), escape(text))
        for _ in range(2 if is_bold else 1):
            self.pages[-1].append(self.tag("TextObject", f'ID="{self.next_id()}" Boundary="{boundary}" Font="{font}" Size="{number(size * POINT / unit)}"{ctm}{more}', code))

    def path(self, x, y, width, height, data, more):
        unit, ctm = self.unit()
        scaled = " ".join(part if part.isalpha() else number(float(part) / unit) for part in data.split())
        boundary = f"{number(x)} {number(y)} {number(width)} {number(height)}"
        self.pages[-1].append(self.tag("PathObject", f'ID="{self.next_id()}" Boundary="{boundary}"{ctm} {more}', self.tag("FillColor", 'Value="0 0 0"') + self.tag("AbbreviatedData", "", scaled)))

    def lines(self, lines, pen=0.2):
        """Straight lines (x0, y0, x1, y1) along the axes."""
        unit, _ = self.unit()
        stroke = f'LineWidth="{number(pen / unit)}"'
        if self.ruled == "one":
            x, y = min(line[0] for line in lines), min(line[1] for line in lines)
            data = " ".join(f"M {number(a - x)} {number(b - y)} L {number(c - x)} {number(d - y)}" for a, b, c, d in lines)
            return self.path(x, y, max(line[2] for line in lines) - x, max(line[3] for line in lines) - y, data, stroke)
        for a, b, c, d in lines:
            if self.ruled == "fill":
                w, h = max(c - a, pen), max(d - b, pen)
                self.path(a - pen / 2, b - pen / 2, w, h, f"M 0 0 L {number(w)} 0 L {number(w)} {number(h)} L 0 {number(h)} C", 'Stroke="false" Fill="true"')
            else:
                self.path(a, b, c - a, d - b, f"M 0 0 L {number(c - a)} {number(d - b)}", stroke)

    def room(self, height):
        if self.y + height > HEIGHT - MARGIN:
            self.pages.append([])
            self.y = MARGIN

    def paragraph(self, text, size, indent=2.0, is_centred=False, is_bold=False):
        first = indent * size * POINT
        for line in lines_of(text, size, WIDTH - 2 * MARGIN, first):
            step = size * POINT * 1.7
            self.room(step)
            x = (WIDTH - width_of(line, size)) / 2 if is_centred else MARGIN + first
            self.text(x, self.y, line, size, "2" if is_bold else "1", is_bold)
            self.y += step
            first = 0
        self.y += size * POINT * 0.3

    def table(self, table, shares):
        cells = placed(table)
        count = 1 + max(r for r, _, _ in cells)
        room = WIDTH - 2 * MARGIN
        xs = [MARGIN]
        for share in shares:
            xs.append(xs[-1] + room * share / sum(shares))
        step, heights = SMALL * POINT * 1.25, [SMALL * POINT * 1.25 + 1.2] * count
        wrapped = {}
        for r, c, cell in sorted(cells, key=lambda item: item[2].rows):
            wrapped[r, c] = lines_of(cell.text, SMALL, xs[c + cell.cols] - xs[c] - 1)
            lack = len(wrapped[r, c]) * step + 1.2 - sum(heights[r:r + cell.rows])
            if lack > 0:
                heights[r + cell.rows - 1] += lack
        start = 0
        while start < count:
            if self.y + heights[start] > HEIGHT - MARGIN:
                self.room(HEIGHT)
            end = start + 1
            while end < count and self.y + sum(heights[start:end + 1]) <= HEIGHT - MARGIN:
                end += 1
            self.part(cells, wrapped, xs, heights, start, end, step)
            self.y += sum(heights[start:end])
            start = end
        self.y += 4

    def part(self, cells, wrapped, xs, heights, start, end, step):
        """The rows of a table that stand on one page."""
        tops = [self.y]
        for height in heights[start:end]:
            tops.append(tops[-1] + height)
        lines = set()
        for r, c, cell in cells:
            first, last = max(r, start), min(r + cell.rows, end)
            if first >= last:
                continue
            x0, x1, y0, y1 = xs[c], xs[c + cell.cols], tops[first - start], tops[last - start]
            lines |= {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}
            if r >= start:
                texts = wrapped[r, c]
                for place, line in enumerate(texts):
                    x = x0 + 0.5 if cell.role == "label" else (x0 + x1 - width_of(line, SMALL)) / 2
                    self.text(x, (y0 + y1 - len(texts) * step) / 2 + place * step, line, SMALL)
        self.lines(sorted(lines))


def ofd(report, is_tricky=False, **ways):
    """`is_tricky`: with what is not shown or not text: invisible objects, a stamp's picture, a remark, a watermark; and a template with the page's foot."""
    writer = Writer(**ways)
    for line in report.title:
        writer.paragraph(line, TITLE, 0, is_centred=True, is_bold=True)
    for kind, text in report.blocks:
        if kind == "table":
            writer.table(report.table(text), widths(text))
        elif kind != "break":
            writer.paragraph(text, BODY + (1 if kind == "heading" else 0), 0 if kind == "heading" else 2)
    tag, root = writer.tag, writer.root
    if is_tricky:
        writer.text(MARGIN, MARGIN, "2019年政府信息公开工作年度报告", TITLE, more=' Visible="false"')
    area = tag("PageArea", "", tag("PhysicalBox", "", f"0 0 {number(WIDTH)} {number(HEIGHT)}"))
    templates = tag("TemplatePage", 'ID="2" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"') if is_tricky else ""
    annotations = tag("Annotations", "", "Annots/Annotations.xml") if is_tricky else ""
    pages = "".join(tag("Page", f'ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"') for n in range(len(writer.pages)))
    fonts = "".join(tag("Font", f'ID="{n}" FontName="{name}"') for n, name in FONTS.items())
    facts = tag("Title", "", escape("".join(report.title))) + tag("Author", "", escape(report.agency)) + tag("Creator", "", "samples")
    parts = [("OFD.xml", root("OFD", tag("DocBody", "", tag("DocInfo", "", facts) + tag("DocRoot", "", "Doc_0/Document.xml")), 'Version="1.0" DocType="OFD"')),
             ("Doc_0/Document.xml", root("Document", tag("CommonData", "", area + tag("PublicRes", "", "PublicRes.xml") + templates) + tag("Pages", "", pages) + annotations)),
             ("Doc_0/PublicRes.xml", root("Res", tag("Fonts", "", fonts), 'BaseLoc="Res"'))]
    use = tag("Template", 'TemplateID="2"') if is_tricky else ""
    for n, objects in enumerate(writer.pages):
        half = math.ceil(len(objects) / 2)
        layer = "".join(objects[:half]) + tag("PageBlock", 'ID="3"', "".join(objects[half:]))
        parts.append((f"Doc_0/Pages/Page_{n}/Content.xml", root("Page", use + tag("Content", "", tag("Layer", 'ID="4" Type="Body"', layer)))))
    if is_tricky:
        parts += tricky(writer, report)
    return package(parts)


def tricky(writer, report):
    tag, root = writer.tag, writer.root
    foot = tag("TextObject", f'ID="5" Boundary="{number(WIDTH / 2 - 30)} {number(HEIGHT - 14)} 60 4" Font="1" Size="3"', tag("TextCode", 'X="0" Y="3" DeltaX="g 9 3"', "政府信息公开年度报告"))
    remark = tag("TextObject", 'ID="6" Boundary="60 100 90 20" Font="2" Size="14" Alpha="60"', tag("TextCode", 'X="0" Y="14" DeltaX="14 14 14"', "内部资料"))
    annotation = root("PageAnnot", tag("Annot", 'ID="7" Type="Watermark"', tag("Appearance", 'Boundary="60 100 90 20"', remark)))
    return [("Doc_0/Tpls/Tpl_0/Content.xml", root("Page", tag("Content", "", tag("Layer", 'ID="8"', foot)))),
            ("Doc_0/Annots/Annotations.xml", root("Annotations", tag("Page", 'PageID="10"', tag("FileLoc", "", "Page_0/Annotation.xml")))),
            ("Doc_0/Annots/Page_0/Annotation.xml", annotation)]
