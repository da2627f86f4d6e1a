"""Files to damage: those of the project, and small ones made here of every other kind that is read."""
import base64
import pathlib
import quopri
import sys

import archive
import made_archive
import made_pdf
import pictures

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "samples/make"))
import forms  # noqa: E402
import office  # noqa: E402
import ofd  # noqa: E402

FOLDERS = [ROOT / "samples", ROOT / "Tests/Fixtures"]
ENDINGS = {
    ".pdf": "pdf", ".html": "html", ".htm": "html", ".shtml": "html", ".xhtml": "html", ".mht": "mhtml", ".mhtml": "mhtml", ".md": "markdown", ".txt": "text",
    ".zip": "zip", ".docx": "office", ".xlsx": "office", ".odt": "office", ".ods": "office", ".ofd": "ofd", ".doc": "ole", ".xls": "ole", ".wps": "ole", ".et": "ole",
    ".rtf": "rtf", ".rar": "archive", ".7z": "archive", ".tar": "archive", ".gz": "archive", ".cab": "archive", ".lzh": "archive", ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".tif": "picture", ".tiff": "picture", ".bmp": "picture", ".webp": "picture",
}
MOST_BYTES = 1 << 20


class Seed:
    def __init__(self, kind, name, data):
        self.kind, self.name, self.data = kind, name, data


def seeds(folders):
    """Of the folders, sorted by name, and those made here."""
    found = []
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            kind = ENDINGS.get(path.suffix.lower())
            if path.is_file() and 0 < path.stat().st_size <= MOST_BYTES and "spark" not in path.parts and "make" not in path.parts:
                data = path.read_bytes()
                if path.suffix == ".json":
                    kind = "reports" if b'"nianbao/1"' in data else "form" if b'"tables"' in data and b'"form"' in data else None
                if kind:
                    found.append(Seed(kind, path.name, data))
    return found + made(found)


def made(found):
    """Small files, and files in other clothes: the web page in other encodings and as saved pages, text with bars and with tabs."""
    pages = [seed.data for seed in found if seed.kind == "html"] or [PAGE.encode("gb18030")]
    texts = {name: text.encode() for name, text in TEXTS.items()}
    result = [Seed("pdf", "made.pdf", made_pdf.vector()), Seed("pdf", "plain.pdf", made_pdf.plain()), Seed("scan", "scan.pdf", made_pdf.scan()), Seed("html", "small.html", PAGE.encode("gb18030"))]
    result += [Seed("html", "utf16.html", b"\xff\xfe" + PAGE.replace("gb2312", "utf-16").encode("utf-16-le")), Seed("html", "xhtml.html", ('<?xml version="1.0"?>' + PAGE).encode())]
    result += [Seed("mhtml", f"{how}.mht", saved_page(page, how)) for page in (pages[0], PAGE.encode("gb18030")) for how in ("base64", "quoted-printable")]
    result += [Seed("text", name, data) for name, data in texts.items() if name.endswith(".txt")]
    result += [Seed("markdown", name, data) for name, data in texts.items() if name.endswith(".md")]
    small = [("folder/made.pdf", made_pdf.vector()), ("页.html", PAGE.encode("gb18030"))] + sorted(texts.items())
    result += [Seed("zip", "made.zip", archive.archive_of(small)), Seed("zip", "nested.zip", archive.archive_of([("inner.zip", archive.archive_of(small[:2])), small[2]]))]
    result += [Seed("archive", "made." + ending, maker([(name.encode(), data) for name, data in small])) for ending, maker in made_archive.MAKERS.items() if ending != "zip"]
    result += [Seed("archive", "rar.7z", made_archive.sevenzip([(b"inner.rar", made_archive.rar5([(name.encode(), data) for name, data in small[:2]]))]))]
    result += [Seed("rtf", "made.rtf", rtf(HEAD, ROWS, TAIL))]
    report = forms.Report(str(ROOT / "samples/make/reports/town-2024.txt"))
    result += [Seed("office", "tricky.docx", office.docx(report, is_tricky=True)), Seed("office", "strict.docx", office.docx(report, is_strict=True)), Seed("office", "made.xlsx", office.xlsx(report)),
               Seed("office", "split.xlsx", office.xlsx(report, is_split=True, is_ruled=False)), Seed("office", "made.odt", office.odt(report)), Seed("office", "made.ods", office.ods(report))]
    result += [Seed("ofd", "tricky.ofd", ofd.ofd(report, is_tricky=True)), Seed("ofd", "points.ofd", ofd.ofd(report, in_points=True, ruled="one", namespace="http://www.ofdspec.org", prefix="")),
               Seed("ofd", "filled.ofd", ofd.ofd(report, ruled="fill")), Seed("ofd", "composite.ofd", pictures.ofd_of_pictures())]
    result += [Seed("picture", name, data) for name, data in pictures.made().items()]
    return result


def rtf(head, rows, tail):
    """A document of rich text with a table, characters by their numbers."""
    def text(words):
        return "".join(character if ord(character) < 128 else f"\\u{ord(character) - 65536 if ord(character) > 32767 else ord(character)}?" for character in words)

    def row(cells):
        widths = "".join(f"\\cellx{2000 * (at + 1)}" for at in range(len(cells)))
        return "\\trowd" + widths + "".join("\\intbl " + text(cell) + "\\cell" for cell in cells) + "\\row\n"
    body = "".join("\\pard " + text(line) + "\\par\n" for line in head.split("\n"))
    return ("{\\rtf1\\ansi\\uc1{\\fonttbl\\f0 Song;}\\f0 " + body + "".join(map(row, rows)) + "".join("\\pard " + text(line) + "\\par\n" for line in tail.split("\n")) + "}").encode()


def saved_page(page, how):
    body = base64.encodebytes(page) if how == "base64" else quopri.encodestring(page)
    head = ('From: <Saved by Browser>\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----=_Part_0"\r\n\r\n'
            "------=_Part_0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: %s\r\nContent-Location: http://example.invalid/\r\n\r\n" % how)
    return head.encode() + body + b"\r\n------=_Part_0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------=_Part_0--\r\n"


ROWS = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "14"], ["信息内容", "本年处理决定数量"], ["行政许可", "638"]]
HEAD = "琥珀市水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n新收申请3件。\n\n二、主动公开政府信息情况\n\n"
TAIL = "\n\n三、收到和处理政府信息公开申请情况\n\n本年新收政府信息公开申请数量 1 0 0 0 0 2 3\n\n六、其他需要报告的事项\n\n无。\n"
PAGE = ("<!DOCTYPE html><html><head><meta charset='gb2312'><title>琥珀市水务局2023年政府信息公开工作年度报告</title></head><body><h1>琥珀市水务局2023年政府信息公开工作年度报告</h1>"
        "<p>二、主动公开政府信息情况</p><table border=1><tr><td colspan=4>第二十条第（一）项</td></tr>"
        + "".join("<tr>" + "".join(f"<td colspan='1' rowspan='1' style='width:90px'>{cell}&nbsp;</td>" for cell in row) + "</tr>" for row in ROWS)
        + "</table><p hidden>不公开</p><ul><li>一<li>二</ul></body></html>")
TEXTS = {
    "bars.txt": HEAD + "\n".join("|".join(row) for row in ROWS) + TAIL,
    "tabs.txt": HEAD + "\n".join("\t".join(row) for row in ROWS) + TAIL,
    "blanks.txt": HEAD + "\n".join("".join(cell.ljust(16) for cell in row) for row in ROWS) + TAIL,
    "glued.txt": HEAD + "".join("".join(row) for row in ROWS) + TAIL,
    "table.md": "# " + HEAD.replace("\n\n二", "\n\n## 二") + "\n".join("| " + " | ".join(row) + " |" + ("\n|---|:-:|--:|---|" if row is ROWS[0] else "") for row in ROWS) + TAIL,
    "html.md": "# " + HEAD + "<table><tr><td rowspan=2>规章</td><td>0</td></tr><tr><td>1</td></tr></table>\n\n- 一\n  - 二\n\n```\n|a|\n```\n" + TAIL,
}
