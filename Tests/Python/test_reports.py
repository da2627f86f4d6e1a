"""Reports as values."""
from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import nianbao
import pytest
from nianbao.table import column_list

from conftest import REPORTS, SAMPLES

COUNTY = SAMPLES / "county-2023-libreoffice.pdf"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_every_sample_is_the_report_of_its_json(path: Path):
    report = nianbao.extract(path)
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"), parse_float=Decimal)
    ours = {**report.json, "source": {**report.json["source"], "file": path.name}}
    assert ours == {**expected, "source": {**expected["source"], "file": path.name}}
    assert len(report.figures) > 150


def test_a_figure_has_value_status_and_place():
    figure = nianbao.extract(COUNTY).requests.new.total
    assert (figure.value, figure.status, figure.printed, figure.page) == (59, "printed", "59", 2)
    assert figure.box == (485.8, 519.65, 521.7, 535.05)
    assert (figure.evidence, figure.doubts, figure.unit) == ((), (), None)


def test_a_figure_is_found_by_its_code_too():
    report = nianbao.extract(COUNTY)
    assert report["requests.new.total"] == report.requests.new.total == report.figures["requests.new.total"]
    with pytest.raises(KeyError, match="requests.new.nothing"):
        report["requests.new.nothing"]
    with pytest.raises(AttributeError, match="there is no nothing here; there are .*natural_person"):
        _ = report.requests.new.nothing


def test_members_of_a_report_are_attributes():
    report = nianbao.extract(COUNTY)
    assert (report.agency.name, report.year, report.form, report.source.kind) == ("纸鸢县人民政府", 2023, "2021", "pdf")
    assert getattr(report.period, "from") == "2023-01-01"
    assert report.sections[0].title == "总体情况"
    assert report.publisher is None


def test_what_does_not_add_up_is_a_finding():
    report = nianbao.extract(SAMPLES / "city-2022-weasyprint.pdf")
    finding = next(finding for finding in report.findings if finding.code == "requests.balance.total")
    assert (finding.kind, finding.severity, finding.left, finding.right, finding.page) == ("check_failed", "warning", 200, 202, 2)
    assert finding.message == "requests.balance.total: 200 on the left, 202 on the right"


def test_a_recovered_figure_says_what_fixes_it():
    report = nianbao.extract(SAMPLES / "dafeng-2024.md")
    recovered = [figure for figure in report.figures.values() if figure.status == "recovered"]
    checks = {check.id: check for check in report.checks}
    assert recovered
    assert all(checks[name].holds for figure in recovered for name in figure.evidence)
    assert all(figure.evidence for figure in recovered)


def test_numbers_are_exact():
    form = json.loads((SAMPLES / "forms/department-budget.json").read_text(encoding="utf-8"))
    report = nianbao.extract(SAMPLES / "forms/reports/archive-2025.md", forms=SAMPLES / "forms")
    assert report.json["form"] == form["form"]
    values = [figure.value for figure in report.figures.values() if isinstance(figure.value, Decimal)]
    assert values and all("." in str(value) for value in values)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_the_frame_is_the_csv_of_the_tool(path: Path, printed):
    rows = list(csv.DictReader(io.StringIO(printed("extract", "--quiet", "--format", "csv", path))))
    columns = nianbao.columns([nianbao.extract(path)])
    assert list(columns) == list(rows[0])
    for name, values in columns.items():
        kind = next(column.type for column in column_list("figures") if column.name == name)
        theirs = [row[name] or None for row in rows]
        if kind in ("decimal", "real", "integer"):
            assert [None if one is None else Decimal(one) for one in theirs] == [None if one is None else Decimal(one) for one in values]
        else:
            # CSV does not tell an empty cell from none.
            assert [one or None for one in values] == theirs, name


def test_a_form_of_ones_own_has_its_labels(printed):
    path, forms = SAMPLES / "forms/reports/archive-2025.md", SAMPLES / "forms"
    rows = list(csv.DictReader(io.StringIO(printed("extract", "--quiet", "--format", "csv", "--forms", forms, path))))
    columns = nianbao.columns([nianbao.extract(path, forms=forms)])
    for name in ("code", "table", "row", "column", "unit"):
        assert [one or "" for one in columns[name]] == [row[name] for row in rows]


def test_pandas_has_types():
    frame = nianbao.extract(COUNTY).to_pandas()
    assert len(frame) == 200
    assert frame.value.tolist() == [float(figure.value) for figure in nianbao.extract(COUNTY).figures.values()]
    assert str(frame.value.dtype) == "Float64" and str(frame.page.dtype) == "Int64"
    blank = nianbao.extract(SAMPLES / "district-2021-blank-libreoffice.pdf").to_pandas()
    assert blank.value[blank.status == "blank"].isna().all()


def test_findings_and_checks_are_tables_too():
    report = nianbao.extract(SAMPLES / "city-2022-weasyprint.pdf")
    findings = nianbao.to_pandas([report], "findings")
    assert findings.code.tolist()[:2] == ["requests.balance.total", "requests.applicants.new"]
    assert findings.message[0] == "requests.balance.total: 200 on the left, 202 on the right"
    checks = nianbao.to_pandas([report], "checks")
    assert checks.check[~checks.holds].tolist() == ["requests.balance.total", "requests.applicants.new"]
    assert checks.agency.unique().tolist() == ["琥珀市人民政府"]
    documents = nianbao.to_pandas([report], "documents")
    assert documents.iloc[0][["agency", "year", "outcome"]].tolist() == ["琥珀市人民政府", 2022, "read"]


def test_errors_are_the_tools_own_words(tmp_path: Path):
    with pytest.raises(nianbao.UnreadableError, match=r"^nowhere\.pdf: no such file$"):
        nianbao.extract("nowhere.pdf")
    with pytest.raises(nianbao.UsageError, match="'sometimes' is invalid for '--ocr <when>'"):
        nianbao.extract(COUNTY, ocr="sometimes")
    (tmp_path / "no.pdf").write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(nianbao.UnreadableError, match=r"no\.pdf"):
        nianbao.extract(tmp_path / "no.pdf")


def test_a_name_that_looks_like_an_option_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "--quiet.pdf").symlink_to(COUNTY)
    monkeypatch.chdir(tmp_path)
    assert nianbao.extract("--quiet.pdf").requests.new.total.value == 59


def test_a_volume_is_not_cut_to_its_first_report(tmp_path: Path):
    text = (SAMPLES / "dafeng-2024.md").read_text(encoding="utf-8")
    (tmp_path / "volume.md").write_text(text + "\n\n" + text.replace("2024", "2023"), encoding="utf-8")
    with pytest.raises(nianbao.SeveralReportsError, match="2 reports"):
        nianbao.extract(tmp_path / "volume.md")
    assert [report.year for report in nianbao.reports(tmp_path / "volume.md")] == [2024, 2023]


def test_without_the_tool_the_error_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NIANBAO", "/nowhere/nianbao")
    with pytest.raises(nianbao.ToolMissingError, match="/nowhere/nianbao"):
        nianbao.extract(COUNTY)


def test_tables_of_any_file():
    table = next(table for table in nianbao.tables(COUNTY, pages="2") if table.columns == 10)
    assert (table.page, table.rows, table.columns) == (2, len(table.grid()), len(table.grid()[0]))
    assert any("59" in row for row in table.grid())
    assert table.to_pandas().shape == (table.rows, table.columns)
    cell = next(cell for cell in table.cells if cell.text == "59")
    assert table.grid()[cell.row][cell.column] == "59"
    with pytest.raises(nianbao.UsageError, match="--pages"):
        nianbao.tables(COUNTY, pages="0")


def test_options_are_those_of_the_tool(printed):
    from nianbao.conversion import ConvertOptions
    from nianbao.grid import TableOptions
    from nianbao.tool import ExtractOptions, WorkerOptions

    for command, options in (("extract", ExtractOptions), ("tables", TableOptions), ("convert", ConvertOptions), ("worker", WorkerOptions)):
        text = printed(command, "--help")
        for name in options.__annotations__:
            assert f"--{name.replace('_', '-')}" in text, f"{command} {name}"
