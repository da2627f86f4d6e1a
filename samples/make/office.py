"""Writes a report as a Word document, a workbook, and OpenDocument text and spreadsheet, with what such files hold and do not show."""
import io
import re
import zipfile
from xml.sax.saxutils import escape

from forms import placed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NUMERAL = re.compile("^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")


def package(parts, stored=()):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()


def relationships(*items):
    made = "".join(f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, kind, target in items)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def types(*items):
    made = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>' for name, kind in items)
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            f'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{made}</Types>')


def rows_of(table):
    """Of each row its cells with the columns they begin in, those that go on from above included (text None)."""
    cells = placed(table)
    rows = [[] for _ in range(max(r + cell.rows for r, _, cell in cells))]
    for r, c, cell in cells:
        for y in range(r, r + cell.rows):
            rows[y].append((c, cell, cell.text if y == r else None))
    return [sorted(row, key=lambda item: item[0]) for row in rows]


def shown(text):
    return text.replace("\n", "")


# Word

def run(text, hidden=False):
    return f'<w:r>{"<w:rPr><w:vanish/></w:rPr>" if hidden else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def word_cell(cell, text, is_tricky, number):
    properties = f'<w:gridSpan w:val="{cell.cols}"/>' if cell.cols > 1 else ""
    if cell.rows > 1:
        properties += "<w:vMerge/>" if text is None else '<w:vMerge w:val="restart"/>'
    content = run(text) if text and "\n" not in text else "<w:r>" + "<w:br/>".join(f"<w:t>{escape(line)}</w:t>" for line in (text or "").split("\n")) + "</w:r>" if text else ""
    if is_tricky and text and cell.role == "figure":
        content = [
            lambda: content + run("7", hidden=True),
            lambda: f'<w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">{content}</w:ins>',
            lambda: '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(LEFT) </w:instrText></w:r>'
                    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{content}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            lambda: f'{content}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>',
            lambda: f'<w:sdt><w:sdtPr><w:alias w:val="5"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>',
            lambda: content,
        ][number % 6]()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content)}</w:tc>"


def word_table(table, is_tricky):
    rows = rows_of(table)
    width = max(c + cell.cols for c, cell, _ in rows[0])
    made = []
    for number, row in enumerate(rows):
        cells = "".join(word_cell(cell, text, is_tricky, number + c) for c, cell, text in row)
        made.append(f"<w:tr>{cells}</w:tr>")
    if is_tricky:
        made.insert(1, '<w:tr><w:trPr><w:del w:id="3" w:author="a"/></w:trPr>' + "".join(word_cell(cell, "8", False, 0) for c, cell, _ in rows[0]) + "</w:tr>")
    grid = "<w:gridCol/>" * width
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(made)}</w:tbl>"


STYLES = (f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>')
NUMBERING = (f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
             '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl>'
             '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="2"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def docx(report, is_tricky=False, is_strict=False):
    """Headings are numbered by their styles. `is_tricky`: hidden, deleted and moved text, fields, notes, content controls, a table in another and in a text box."""
    blocks = [paragraph(run(line)) for line in report.title]
    for kind, text in report.blocks:
        if kind in ("heading", "subheading"):
            style = "1" if kind == "heading" else "2"
            numbered = NUMERAL.match(text)
            properties = f'<w:pStyle w:val="{style}"/>' + ("" if numbered else '<w:numPr><w:numId w:val="0"/></w:numPr>')
            blocks.append(paragraph(run(NUMERAL.sub("", text)), properties))
        elif kind == "table":
            made = word_table(report.table(text), is_tricky)
            if is_tricky and text == "requests":
                made = f"<w:tbl><w:tr><w:tc>{made}<w:p/></w:tc></w:tr></w:tbl>"
            if is_tricky and text == "proceedings":
                box = f"<w:txbxContent>{made}</w:txbxContent>"
                made = (f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
                        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")
            blocks.append(made)
        elif kind == "text":
            blocks.append(paragraph(run(text)))
    if is_tricky:
        blocks.append(paragraph(f'<w:moveFrom w:id="4" w:author="a">{run("2018年政府信息公开工作年度报告")}</w:moveFrom>'))
    parts = [("[Content_Types].xml", types(("word/document.xml", "wordprocessingml.document.main"), ("word/styles.xml", "wordprocessingml.styles"), ("word/numbering.xml", "wordprocessingml.numbering"))),
             ("_rels/.rels", relationships(("rId1", "officeDocument", "word/document.xml"))),
             ("word/document.xml", f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{"".join(blocks)}<w:sectPr/></w:body></w:document>'),
             ("word/_rels/document.xml.rels", relationships(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"))),
             ("word/styles.xml", STYLES), ("word/numbering.xml", NUMBERING)]
    return package([(name, text.replace(W, STRICT_W).replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships") if is_strict else text) for name, text in parts])


# Workbooks

def column(number):
    return (column(number // 26 - 1) if number >= 26 else "") + chr(65 + number % 26)


class Sheet:
    def __init__(self):
        self.rows, self.merges = [], []

    def line(self, text, width=10):
        self.rows.append([(0, text, False)])
        if width > 1:
            self.merges.append((len(self.rows) - 1, 0, 1, width))

    def table(self, table):
        first = len(self.rows)
        for number, row in enumerate(rows_of(table)):
            self.rows.append([(c + x, text if x == 0 else None, True) for c, cell, text in row for x in range(cell.cols)])
            self.merges += [(first + number, c, cell.rows, cell.cols) for c, cell, text in row if text is not None and (cell.rows > 1 or cell.cols > 1)]


def sheets(report, is_split):
    """The report on one sheet, or each section with its table on a sheet of its own."""
    found = [Sheet()]
    for line in report.title:
        found[0].line(line)
    for kind, text in report.blocks:
        if kind == "table":
            found[-1].table(report.table(text))
        elif kind != "break":
            if is_split and kind == "heading":
                found.append(Sheet())
            found[-1].line(text)
    return [sheet for sheet in found if sheet.rows]


def xlsx(report, is_split=False, is_ruled=True):
    """Numbers are numbers, totals formulas with their results; a hidden sheet, row and column hold other figures."""
    strings, made = {}, []
    for sheet in sheets(report, is_split):
        rows = []
        for number, row in enumerate(sheet.rows):
            cells = []
            for c, text, is_cell in row:
                style = 1 if is_cell and is_ruled else 0
                place = f'{column(c)}{number + 1}'
                text = shown(text) if text else text
                if text and re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", text) and is_cell:
                    formula = "<f>SUM(A1:B1)</f>" if (number + c) % 3 == 0 else ""
                    cells.append(f'<c r="{place}" s="{style}">{formula}<v>{text}</v></c>')
                elif text:
                    cells.append(f'<c r="{place}" s="{style}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>')
                elif style:
                    cells.append(f'<c r="{place}" s="{style}"/>')
            rows.append(f'<row r="{number + 1}">{"".join(cells)}<c r="T{number + 1}"><v>5</v></c></row>')
        rows.append(f'<row r="{len(rows) + 1}" hidden="1"><c r="A{len(rows) + 1}" t="inlineStr"><is><t>合计</t></is></c><c r="B{len(rows) + 1}"><v>99</v></c></row>')
        merges = "".join(f'<mergeCell ref="{column(c)}{r + 1}:{column(c + cols - 1)}{r + rows_}"/>' for r, c, rows_, cols in sheet.merges)
        made.append(f'<worksheet xmlns="{S}"><cols><col min="20" max="20" hidden="1"/></cols><sheetData>{"".join(rows)}</sheetData><mergeCells>{merges}</mergeCells></worksheet>')
    made.append(made[-1].replace("<v>5</v>", "<v>6</v>"))
    names = "".join(f'<sheet name="{n + 1}" sheetId="{n + 1}"{" state=" + chr(34) + "hidden" + chr(34) if n == len(made) - 1 else ""} r:id="r{n + 1}"/>' for n in range(len(made)))
    items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    styles = (f'<styleSheet xmlns="{S}"><borders><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>'
              '<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>')
    parts = [("[Content_Types].xml", types(("xl/workbook.xml", "spreadsheetml.sheet.main"))), ("_rels/.rels", relationships(("r1", "officeDocument", "xl/workbook.xml"))),
             ("xl/workbook.xml", f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{names}</sheets></workbook>'),
             ("xl/_rels/workbook.xml.rels", relationships(*[(f"r{n + 1}", "worksheet", f"worksheets/sheet{n + 1}.xml") for n in range(len(made))], ("s", "styles", "styles.xml"), ("t", "sharedStrings", "sharedStrings.xml"))),
             ("xl/styles.xml", styles), ("xl/sharedStrings.xml", f'<sst xmlns="{S}">{items}</sst>')]
    return package(parts + [(f"xl/worksheets/sheet{n + 1}.xml", sheet) for n, sheet in enumerate(made)])


# OpenDocument

SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style", "manifest")) \
    + ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'


def open_document(kind, body, styles):
    mime = f"application/vnd.oasis.opendocument.{kind}"
    content = (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>'
               f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>")
    manifest = f'<manifest:manifest {SPACES}><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>'
    return package([("mimetype", mime), ("content.xml", content), ("META-INF/manifest.xml", manifest)], stored=["mimetype"])


def open_rows(table, cell_of):
    """Rows of cells with spans and of cells that they cover."""
    made = []
    for row in rows_of(table):
        cells = []
        for _, cell, text in row:
            if text is None:
                cells.append("<table:covered-table-cell/>" * cell.cols)
            else:
                spans = f' table:number-columns-spanned="{cell.cols}"' * (cell.cols > 1) + f' table:number-rows-spanned="{cell.rows}"' * (cell.rows > 1)
                cells.append(cell_of(shown(text), spans) + "<table:covered-table-cell/>" * (cell.cols - 1))
        made.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return "".join(made)


def odt(report):
    """Headings are items of lists; with deleted and hidden text, comments and a hidden row."""
    def cell(text, spans):
        hidden = '<text:span text:style-name="T1">4</text:span><office:annotation><text:p>3</text:p></office:annotation>' if text.isdigit() else ""
        return f"<table:table-cell{spans}><text:p>{escape(text)}{hidden}</text:p></table:table-cell>"
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>2018</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    body = [deleted] + [f"<text:p>{line}</text:p>" for line in report.title]
    for kind, text in report.blocks:
        if kind == "table":
            body.append(f'<table:table>{open_rows(report.table(text), cell)}<table:table-row table:visibility="collapse">{cell("7", "")}</table:table-row></table:table>')
        elif kind == "heading" and NUMERAL.match(text):
            body.append(f'<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:h text:outline-level="1">{NUMERAL.sub("", text)}</text:h></text:list-item></text:list>')
        elif kind != "break":
            body.append(f"<text:p>{escape(text)}<text:change/></text:p>")
    styles = ('<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
              '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>')
    return open_document("text", "".join(body), styles)


def ods(report):
    """Values of which another text is shown than they are; repeated empty rows, a hidden row and a hidden sheet."""
    def cell(text, spans):
        value = f' office:value-type="float" office:value="{text}.2"' if text.isdigit() else ""
        return f'<table:table-cell table:style-name="c"{spans}{value}><text:p>{escape(text)}</text:p></table:table-cell>'
    rows = [f'<table:table-row><table:table-cell table:number-columns-spanned="10"><text:p>{line}</text:p></table:table-cell></table:table-row>' for line in report.title]
    for kind, text in report.blocks:
        if kind == "table":
            rows.append(open_rows(report.table(text), cell))
            rows.append(f'<table:table-row table:visibility="filter">{cell("合计", "")}{cell("88", "")}</table:table-row>')
        elif kind != "break":
            rows.append(f"<table:table-row><table:table-cell><text:p>{escape(text)}</text:p></table:table-cell></table:table-row>")
    end = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    styles = ('<style:style style:name="c" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
              '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>')
    hidden = f'<table:table table:name="2" table:style-name="h"><table:table-row>{cell("规章", "")}{cell("3", "")}</table:table-row></table:table>'
    return open_document("spreadsheet", f'<table:table table:name="1">{"".join(rows)}{end}</table:table>{hidden}', styles)
