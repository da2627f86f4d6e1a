"""The server for agents, by the client of the same package over standard input and output."""
from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import nianbao
import pytest
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from conftest import SAMPLES

COUNTY = "county-2023-libreoffice.pdf"


def served(folders: list[Path], conversation: Callable[[Client], Awaitable[Any]]) -> Any:
    """What comes of a conversation with a server of these folders."""
    environment = {name: os.environ[name] for name in ("NIANBAO", "PYTHONPATH") if name in os.environ}
    server = StdioServerParameters(command=sys.executable, args=["-m", "nianbao.server", *map(str, folders)], env=environment)

    async def talk() -> Any:
        async with Client(stdio_client(server)) as client:
            return await conversation(client)

    return asyncio.run(asyncio.wait_for(talk(), 120))


def called(folders: list[Path], name: str, **arguments: Any) -> Any:
    """The structured answer of one tool, or the text of its refusal as a PermissionError."""
    result = served(folders, lambda client: client.call_tool(name, arguments))
    if result.is_error:
        raise PermissionError(result.content[0].text)
    return result.structured_content


def test_every_tool_only_reads():
    tools = served([SAMPLES], lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == {"list_files", "read_report", "read_figure", "read_tables", "check_folder"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_a_report_is_read():
    answer = called([SAMPLES], "read_report", path=COUNTY)
    assert (answer["agency"]["name"], answer["year"], answer["documents"]) == ("纸鸢县人民政府", 2023, 1)
    assert answer["figures"]["requests.new.total"] == {"label": "一、本年新收政府信息公开申请数量 / 总计", "value": 59, "status": "printed"}
    assert len(answer["figures"]) == 200 and answer["failed_checks"] == []


def test_a_figure_has_its_place_and_what_it_rests_on():
    figure = called([SAMPLES], "read_figure", path=str(SAMPLES / COUNTY), code="requests.new.total")
    assert (figure["value"], figure["page"], figure["box"]) == (59, 2, [485.8, 519.65, 521.7, 535.05])
    report = nianbao.extract(SAMPLES / "dafeng-2024.md")
    code = next(code for code, figure in report.figures.items() if figure.status == "recovered")
    recovered = called([SAMPLES], "read_figure", path="dafeng-2024.md", code=code)
    assert recovered["status"] == "recovered"
    assert recovered["evidence"] and all(check["holds"] for check in recovered["evidence"])
    with pytest.raises(PermissionError, match="there are requests.new.natural_person, "):
        called([SAMPLES], "read_figure", path=COUNTY, code="requests.new")


def test_tables_are_rows_of_texts():
    found = called([SAMPLES], "read_tables", path=COUNTY, pages="2")["tables"]
    assert all(table["page"] == 2 and len(table["box"]) == 4 for table in found)
    assert any("59" in row for table in found for row in table["rows"])


def test_a_folder_is_checked(tmp_path: Path):
    for name in ("city-2022-weasyprint.pdf", COUNTY):
        (tmp_path / name).write_bytes((SAMPLES / name).read_bytes())
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    answer = called([tmp_path], "check_folder")
    assert (answer["files"], answer["reports"]) == (3, 2)
    assert list(answer["unreadable"]) == [str(tmp_path / "bad.pdf")]
    assert [finding["code"] for finding in answer["findings"]] == ["requests.balance.total", "requests.applicants.new"]


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret.pdf", "link.pdf", "folder/../../secret.pdf", "nowhere.pdf"])
def test_nothing_is_read_outside_of_its_folders(tmp_path: Path, path: str):
    inside = tmp_path / "inside"
    (inside / "folder").mkdir(parents=True)
    (tmp_path / "secret.pdf").write_bytes((SAMPLES / COUNTY).read_bytes())
    (inside / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    with pytest.raises(PermissionError, match="no such file in the folders of this server"):
        called([inside], "read_report", path=path)


def test_links_that_lead_outside_are_not_listed(tmp_path: Path):
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.4 nothing")
    (inside / "link.pdf").symlink_to(tmp_path / "secret.pdf")
    (inside / "own.md").write_text("# 2024", encoding="utf-8")
    assert called([inside], "list_files")["files"] == [str(inside / "own.md")]


def test_it_writes_nothing(tmp_path: Path):
    (tmp_path / COUNTY).write_bytes((SAMPLES / COUNTY).read_bytes())
    tmp_path.chmod(0o755)
    before = sorted(tmp_path.rglob("*"))
    for name, arguments in (("read_report", {"path": COUNTY}), ("check_folder", {})):
        called([tmp_path], name, **arguments)
    assert sorted(tmp_path.rglob("*")) == before
