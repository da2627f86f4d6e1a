#!/usr/bin/env python3
"""Makes the sample reports: `samples.py OUTPUT [NAME...]` writes NAME.pdf, NAME.html, NAME.docx and so on, and NAME.truth.json into OUTPUT."""
import os
import sys

import office
import ofd
import writers
from forms import Report

HERE = os.path.dirname(os.path.abspath(__file__))

CSS = """
h1 { font-size: 1.6em; text-align: center; } h2 { font-size: 1.2em; margin: 1em 0 .5em; break-after: avoid; }
h3 { font-size: 1em; margin: .4em 0; text-indent: 2em; break-after: avoid; } p { margin: 0; text-indent: 2em; text-align: justify; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td { border: 1px solid black; padding: 2px 3px; text-align: center; vertical-align: middle; overflow-wrap: anywhere; }
tr { break-inside: avoid; } td.title { font-weight: bold; } td.label { text-align: left; }
"""


def county_2023_libreoffice(output):
    """Portrait, page numbers; the requests table is split inside a group of merged rows."""
    report = Report(f"{HERE}/reports/county-2023.txt")
    writers.libreoffice(report, output, numbers=True)
    return report


def bureau_2024_chromium(output):
    """Landscape, thousands separators, the title of part three one character a line, row labels in several lines."""
    report = Report(f"{HERE}/reports/bureau-2024.txt")
    css = CSS + """@page { size: A4 landscape; margin: 15mm 18mm; }
        body { font: 12pt/1.7 "WenQuanYi Micro Hei"; } h1, h2, h3, td.title { font-weight: normal; }
        h2:nth-of-type(2), h2:nth-of-type(3), h2:nth-of-type(4) { break-before: page; }
        table { font-size: 8.5pt; line-height: 1.2; } td { padding: 1px 3px; } .requests col:nth-child(3) { width: 17% !important; }"""
    writers.chromium(writers.html(report, css, vertical=True), output)
    return report


def township_2020_reportlab(output):
    """Form of 2019 with negative changes; the unit 万元 stands in the heading of the purchases."""
    report = Report(f"{HERE}/reports/township-2020.txt")
    writers.reportlab(report, output)
    return report


def city_2022_weasyprint(output):
    """The agency printed a total that is 2 too small, so that the balance fails."""
    report = Report(f"{HERE}/reports/city-2022.txt")
    css = CSS + """@page { size: A4; margin: 24mm 22mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt "Noto Serif CJK SC"; } }
        body { font: 11pt/1.5 "Noto Serif CJK SC"; } h1, h2, h3, td.title { font-weight: normal; } table { font-size: 8.5pt; line-height: 1.3; }"""
    writers.weasyprint(writers.html(report, css), output)
    return report


def district_2021_blank_libreoffice(output):
    """Cells left empty or with a dash for nothing; the title in two lines."""
    report = Report(f"{HERE}/reports/district-2021-blank.txt")
    writers.libreoffice(report, output, font="Noto Sans CJK SC", size=11, small=8.5, spacing=1.3)
    return report


def street_2023_mixed_chromium(output):
    """其他处理 in one row in a form of 2021; the figures of the last table stand on the page after its headings."""
    report = Report(f"{HERE}/reports/street-2023-mixed.txt")
    css = CSS + """@page { size: A4; margin: 20mm 20mm; }
        body { font: 12pt/1.7 "WenQuanYi Zen Hei"; } table { font-size: 9pt; line-height: 1.3; }"""
    writers.chromium(writers.html(report, css), output)
    return report


def bureau_2019_rotated_landscape(output):
    """Form of 2019; the pages with tables are stored upright with /Rotate 90."""
    report = Report(f"{HERE}/reports/bureau-2019.txt")
    writers.typst(report, output)
    writers.turn_landscape_pages(output)
    return report


def bureau_2023_web_gbk(output):
    """A page of a government site in GBK: tables for the layout, lists of links, a hidden counter, Word's marks in the cells."""
    report = Report(f"{HERE}/reports/bureau-2023-web.txt")
    writers.web_page(report, output, site="纸鸢县人民政府")
    return report


def town_2024_cells(output):
    """Text copied from a page, one cell a line."""
    report = Report(f"{HERE}/reports/town-2024.txt")
    writers.cells(report, output)
    return report


def county_2023_word(output):
    """A Word document with tracked changes, hidden text, fields, notes, content controls, a table in a table and one in a text box."""
    return made(f"{HERE}/reports/county-2023.txt", output, lambda report: office.docx(report, is_tricky=True))


def city_2022_workbook(output):
    """A workbook on one sheet, with merged cells, formulas, a hidden row, column and sheet."""
    return made(f"{HERE}/reports/city-2022.txt", output, office.xlsx)


def township_2020_opendocument(output):
    """An OpenDocument text with numbered lists, deleted and hidden text, comments and a hidden row."""
    return made(f"{HERE}/reports/township-2020.txt", output, office.odt)


def district_2021_blank_spreadsheet(output):
    """An OpenDocument spreadsheet that shows other numbers than its values, with repeated cells and a hidden sheet."""
    return made(f"{HERE}/reports/district-2021-blank.txt", output, office.ods)


def city_2022_fixed_pages(output):
    """An OFD file with a template, invisible text, a watermark and bold text that is drawn twice."""
    return made(f"{HERE}/reports/city-2022.txt", output, lambda report: ofd.ofd(report, is_tricky=True))


def made(source, output, make):
    report = Report(source)
    with open(output, "wb") as file:
        file.write(make(report))
    return report


ENDINGS = {"web": ".html", "cells": ".txt", "word": ".docx", "workbook": ".xlsx", "opendocument": ".odt", "spreadsheet": ".ods", "pages": ".ofd"}
SAMPLES = [county_2023_libreoffice, bureau_2024_chromium, township_2020_reportlab, city_2022_weasyprint,
           district_2021_blank_libreoffice, street_2023_mixed_chromium, bureau_2019_rotated_landscape, bureau_2023_web_gbk,
           town_2024_cells, county_2023_word, city_2022_workbook, township_2020_opendocument, district_2021_blank_spreadsheet,
           city_2022_fixed_pages]


def main():
    folder, wanted = sys.argv[1], sys.argv[2:]
    for sample in SAMPLES:
        name = sample.__name__.replace("_", "-")
        if not wanted or name in wanted:
            ending = next((ending for word, ending in ENDINGS.items() if word in name.split("-")), ".pdf")
            report = sample(os.path.join(folder, name + ending))
            with open(os.path.join(folder, name + ".truth.json"), "w", encoding="utf-8") as file:
                file.write(report.truth())
            print(name)


if __name__ == "__main__":
    main()
