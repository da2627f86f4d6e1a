"""Writes a report as a web page, HTML, DOCX, PDF (reportlab) or Typst, and runs the programs that make PDF of them."""
import html as markup
import os
import shutil
import subprocess
import tempfile

from forms import placed

REQUEST_WIDTHS = [7, 11, 27, 8, 8, 8, 8, 8, 7, 8]  # per cent, by column
PROACTIVE_WIDTHS = [34, 22, 22, 22]


def widths(name):
    return {"proactive": PROACTIVE_WIDTHS, "requests": REQUEST_WIDTHS, "proceedings": [100 / 15] * 15}[name]


def stacked(text):
    """One character a line; the mark after the numeral stays with it."""
    return "\n".join([text[:2], *text[2:]])


# HTML

def html(report, css, vertical=False):
    parts = ["<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">",
             f"<title>{''.join(report.title)}</title><style>{css}</style></head><body>",
             "<h1>" + "<br>".join(report.title) + "</h1>"]
    tags = {"heading": "h2", "subheading": "h3", "text": "p"}
    for kind, text in report.blocks:
        if kind == "table":
            parts.append(html_table(report.table(text), text, vertical))
        elif kind in tags:
            parts.append(f"<{tags[kind]}>{markup.escape(text)}</{tags[kind]}>")
    return "\n".join(parts + ["</body></html>"])


def html_table(table, name, vertical):
    rows = [f"<table class={name}>", "<colgroup>" + "".join(f"<col style='width:{w:.2f}%'>" for w in widths(name)) + "</colgroup><tbody>"]
    for row in table:
        cells = []
        for cell in row:
            text = markup.escape(stacked(cell.text) if vertical and cell.role == "vertical" else cell.text)
            cells.append(f"<td class={cell.role} rowspan={cell.rows} colspan={cell.cols}>{text.replace(chr(10), '<br>')}</td>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "\n".join(rows + ["</tbody></table>"])


def cells(report, output):
    """Text as it is copied from a page: a paragraph or a cell a line, blank cells lost."""
    lines = list(report.title)
    for kind, text in report.blocks:
        if kind == "table":
            lines += [cell.text.replace("\n", "") for row in report.table(text) for cell in row if cell.text]
        elif kind != "break":
            lines.append(text)
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def weasyprint(text, output):
    import weasyprint as engine
    engine.HTML(string=text).write_pdf(output)


def chromium(text, output):
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "report.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(text)
        run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
             "--no-pdf-header-footer", f"--print-to-pdf={os.path.abspath(output)}", "file://" + page])


def run(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# A page as a government's site serves it

def web_page(report, output, site):
    title = "".join(report.title)
    years = "".join(f"<li><a href='/gk/{y}.html'>{report.agency}{y}年政府信息公开工作年度报告</a>" for y in (2021, 2022))
    text = []
    for kind, line in report.blocks:
        if kind == "table":
            text.append(office_table(report.table(line)))
        else:
            mark = "<strong>{}</strong>" if kind == "heading" else "{}"
            text.append(f"<p style='text-indent: 2em'>{mark.format(markup.escape(line))}</p>")
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>{title}_政府信息公开年报_{site}</title>
<meta name="SiteName" content="{site}" /><meta name="ArticleTitle" content="{title}" /><meta name="PubDate" content="2024-01-22" />
<script type="text/javascript">document.write("<td>" + new Date().getFullYear() + "</td>");</script>
</head><body>
<table width="1000" align="center"><tr><td colspan="2">
<table width="100%"><tr><td><a href="/">首页</a></td><td><a href="/xxgk/">政府信息公开</a></td><td><a href="/fw/">办事服务</a></td></tr></table>
</td></tr>
<tr><td width="220" valign="top"><ul>{years}</ul></td>
<td valign="top"><div class="title">{title}</div>
<div class="info">索引号：000000000/2024-00007　发布日期：2024-01-22　浏览次数：<span style="display: none">0</span><span id="hits"></span></div>
<div class="TRS_Editor" id="zoom">
{chr(10).join(text)}
</div></td></tr>
<tr><td colspan="2" align="center">主办：{site}办公室　网站标识码：0000000000</td></tr></table>
</body></html>
"""
    with open(output, "w", encoding="gb18030", newline="\n") as file:
        file.write(page)


def office_table(cells):
    """A table as office programs export it: figures in spans of their own, the marks of conditional comments between rows."""
    rows = ["<table class='MsoNormalTable' border='1' cellspacing='0' cellpadding='0' style='border-collapse: collapse'>"]
    for row in cells:
        rows.append("<tr>")
        for cell in row:
            text = markup.escape(cell.text) or "&nbsp;"
            if cell.role == "figure":
                text = f"<span lang='EN-US' style='mso-bidi-font-size: 12.0pt'>{text}<o:p></o:p></span>"
            elif cell.role == "vertical":
                text = "<br/>".join(text)
            spans = "".join(f" {name}='{n}'" for name, n in (("rowspan", cell.rows), ("colspan", cell.cols)) if n > 1)
            rows.append(f"<td{spans}><p class='MsoNormal' align='center'>{text}</p></td>")
        rows.append("</tr>")
    return "\n".join(rows + ["<![if !supportMisalignedColumns]><![endif]>", "</table>"])


# DOCX, printed by LibreOffice

def libreoffice(report, output, **style):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.splitext(os.path.basename(output))[0]
        docx(report, os.path.join(folder, name + ".docx"), **style)
        run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", "pdf", "--outdir", folder, os.path.join(folder, name + ".docx")])
        shutil.move(os.path.join(folder, name + ".pdf"), output)


def docx(report, path, font="Noto Serif CJK SC", size=12, small=9, spacing=1.5, numbers=False):
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt
    document = Document()
    document.core_properties.title = "".join(report.title)
    document.core_properties.author = report.agency
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = font, Pt(size)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), spacing

    style = document.styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size, style.paragraph_format.line_spacing = normal, Pt(small), 1.0
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(1)

    def line(text, bold=False, scale=1.0, indent=2, centre=False, before=0):
        paragraph = document.add_paragraph()
        run_ = paragraph.add_run(text)
        run_.bold, run_.font.size = bold, Pt(size * scale)
        paragraph.paragraph_format.first_line_indent = Pt(size * indent)
        paragraph.paragraph_format.keep_with_next, paragraph.paragraph_format.space_before = bold, Pt(before)
        if centre:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    for text in report.title:
        line(text, bold=True, scale=1.5, indent=0, centre=True)
    line("", indent=0)
    for kind, text in report.blocks:
        if kind == "table":
            docx_table(document, report.table(text), widths(text), section)
        else:
            line(text, bold=kind != "text", before=8 if kind == "heading" else 0)
    if numbers:
        page_number(section.footer.paragraphs[0], Pt(10))
    document.save(path)


def docx_table(document, cells, shares, section):
    from docx.enum.table import WD_TABLE_ALIGNMENT, WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Emu
    table = document.add_table(len(cells), len(shares), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    room = section.page_width - section.left_margin - section.right_margin
    for column, share in zip(table.columns, shares):
        column.width = Emu(int(room * share / 100))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, share in zip(row.cells, shares):
            cell.width = Emu(int(room * share / 100))
    for r, c, cell in placed(cells):
        box = table.cell(r, c).merge(table.cell(r + cell.rows - 1, c + cell.cols - 1))
        box.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        for extra in box.paragraphs[1:]:  # merging leaves an empty paragraph for each cell
            extra._p.getparent().remove(extra._p)
        paragraph = box.paragraphs[0]
        paragraph.style = "Cell"
        paragraph.add_run(cell.text).bold = cell.role == "title"
        if cell.role != "label":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def page_number(paragraph, size):
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ").font.size = size
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —").font.size = size


# reportlab

def reportlab(report, output, font="WenQuanYi Micro Hei", size=11, small=8):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
    path = subprocess.run(["fc-match", "-f", "%{file}", font], capture_output=True, text=True, check=True).stdout
    pdfmetrics.registerFont(TTFont("body", path))
    plain = ParagraphStyle("text", fontName="body", fontSize=size, leading=size * 1.7, wordWrap="CJK", firstLineIndent=2 * size)
    head = ParagraphStyle("heading", plain, fontSize=size + 2, spaceBefore=8, spaceAfter=4, firstLineIndent=0, keepWithNext=1)
    title = ParagraphStyle("title", plain, fontSize=size + 7, leading=size + 16, alignment=1, firstLineIndent=0)
    styles = {"text": plain, "subheading": plain, "heading": head}
    story = [Paragraph(text, title) for text in report.title] + [Spacer(1, 14)]
    margin = 62
    for kind, text in report.blocks:
        if kind == "table":
            story.append(reportlab_table(report.table(text), widths(text), A4[0] - 2 * margin, small))
        else:
            story.append(Paragraph(text, styles[kind]))
    SimpleDocTemplate(output, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=64, bottomMargin=60,
                      title="".join(report.title), author=report.agency, invariant=1).build(story)


def reportlab_table(cells, shares, room, size):
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Table
    centre = ParagraphStyle("cell", fontName="body", fontSize=size, leading=size * 1.3, wordWrap="CJK", alignment=1)
    left = ParagraphStyle("label", centre, alignment=0)
    spans, height = [], 1 + max(r for r, _, _ in placed(cells))
    grid = [[""] * len(shares) for _ in range(height)]
    for r, c, cell in placed(cells):
        grid[r][c] = Paragraph(cell.text, left if cell.role == "label" else centre)
        spans.append(("SPAN", (c, r), (c + cell.cols - 1, r + cell.rows - 1)))
    return Table(grid, colWidths=[room * s / 100 for s in shares], style=spans + [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)])


# Typst

def typst(report, output, size=11, small=8.5):
    import typst as engine
    lines = [f"#set document(title: {quoted(''.join(report.title))}, author: {quoted(report.agency)}, date: none)",
             f'#set text(font: "Noto Serif CJK SC", size: {size}pt, lang: "zh", region: "cn")',
             '#set page(paper: "a4", margin: (x: 24mm, y: 22mm))', "#set par(leading: 0.9em, justify: true)",
             "#align(center, text(size: 1.5em, weight: \"bold\", " + " + linebreak() + ".join(map(quoted, report.title)) + "))",
             "#v(1em)"]
    for kind, text in report.blocks:
        if kind == "table":
            lines.append(typst_table(report.table(text), widths(text), small))
        elif kind == "break":
            lines.append(f"#set page(flipped: {str(text == 'landscape').lower()})\n#pagebreak(weak: true)")
        elif kind == "heading":
            lines.append(f'#block(above: 1.2em, below: 0.9em, sticky: true, text(size: 1.15em, weight: "bold", {quoted(text)}))')
        else:
            lines.append(f"#par(first-line-indent: (amount: 2em, all: true), {quoted(text)})")
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "report.typ")
        with open(source, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        engine.compile(source, output=output, pdf_tags=False)


def typst_table(cells, shares, size):
    rows = [f"#text(size: {size}pt, {{ set par(justify: false); table(stroke: 0.6pt, inset: 3.2pt, align: center + horizon, "
            f"columns: ({', '.join(f'{s:.2f}fr' for s in shares)}),"]
    for r, c, cell in placed(cells):
        align = ", align: left + horizon" if cell.role == "label" else ""
        rows.append(f"  table.cell(x: {c}, y: {r}, rowspan: {cell.rows}, colspan: {cell.cols}{align}, {quoted(cell.text)}),")
    return "\n".join(rows + [") })"])


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# Turned pages

def turn_landscape_pages(path):
    """Stores each landscape page upright, its content turned, with /Rotate 90: the page looks as before."""
    import pikepdf
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            left, bottom, right, top = (float(x) for x in page.mediabox)
            if right - left <= top - bottom:
                continue
            turn = f"q 0 1 -1 0 {top:.4f} {-left:.4f} cm\n".encode()
            page.contents_add(turn, prepend=True)
            page.contents_add(b"\nQ")
            page.mediabox = [0, 0, top - bottom, right - left]
            page.Rotate = 90
            for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if key in page:
                    del page[key]
        pdf.save(path)
