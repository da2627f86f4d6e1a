"""What the tests share: the samples, and the tool that NIANBAO names."""
from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "samples"
#: Every sample report, beside the JSON that it gives.
REPORTS = sorted(path for path in SAMPLES.iterdir() if path.is_file() and path.suffix != ".json" and path.with_suffix(".json").exists())


@pytest.fixture(scope="session")
def tool() -> str:
    return os.environ["NIANBAO"]


@pytest.fixture(scope="session")
def printed(tool: str):
    """What the tool itself prints."""

    def run(*command: object) -> str:
        process = subprocess.run([tool, *map(str, command)], capture_output=True, encoding="utf-8", check=False)
        assert process.returncode in (0, 2), process.stderr
        return process.stdout

    return run


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with the sample PDFs, as links."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for path in REPORTS:
        if path.suffix == ".pdf":
            (folder / path.name).symlink_to(path)
    return folder
