"""Finds the tool and runs its commands. Everything that reads a file is the tool's work, none of it is done twice."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

from nianbao.errors import ToolMissingError, UnreadableError, UsageError

_WRONG_USAGE = 64
_NOTHING_READ = 1


class ReadOptions(TypedDict, total=False):
    """Options of all that reads files; the tool's `--help` explains them. A name's underscores are the option's hyphens."""

    password: str
    ocr: str
    ocr_environment: str | os.PathLike[str]
    ocr_threads: int
    ocr_cache: str | os.PathLike[str]
    no_ocr_cache: bool


class ExtractOptions(ReadOptions, total=False):
    """Options of reading reports in this process's own child."""

    forms: str | os.PathLike[str]
    table_options: str | os.PathLike[str]
    language: str


class WorkerOptions(TypedDict, total=False):
    """Options of reading files in worker processes."""

    forms: str | os.PathLike[str]
    ocr: str
    ocr_environment: str | os.PathLike[str]
    ocr_threads: int
    ocr_cache: str | os.PathLike[str]
    no_ocr_cache: bool


def tool() -> str:
    """The path of the tool: what NIANBAO names, else the one that came with this package, else the first on the PATH."""
    if named := os.environ.get("NIANBAO"):
        if found := shutil.which(named):
            return found
        raise ToolMissingError(f"NIANBAO names {named}, which is no program")
    for place in _places():
        if found := shutil.which("nianbao", path=place):
            return found
    raise ToolMissingError("the tool nianbao is not on the PATH; install its package, or let NIANBAO name it")


def _places() -> Iterator[str | None]:
    yield sysconfig.get_path("scripts")
    if sys.prefix == sys.base_prefix:
        yield sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user"))
    yield None


def environment() -> dict[str, str]:
    """What the tool runs in: this process's environment, and the place of the recognition engine where it is in this Python's."""
    result = dict(os.environ)
    # A crash is told by its signal; looking for its place takes seconds.
    result["SWIFT_BACKTRACE"] = "enable=no"
    if "NIANBAO_OCR" not in result and (folder := _engine_environment()):
        result["NIANBAO_OCR"] = folder
    return result


@cache
def _engine_environment() -> str | None:
    """This Python's folder where the recognition engine is installed in it (`pip install nianbao[ocr]`)."""
    package = Path(sysconfig.get_path("purelib")) / "rapidocr_onnxruntime"
    return sys.prefix if package.is_dir() and (Path(sys.prefix) / "bin/python").exists() else None


def arguments(options: Mapping[str, object]) -> list[str]:
    """Options as the tool takes them: `ocr_threads=2` is `--ocr-threads 2`, True a flag, a list an option given several times."""
    result: list[str] = []
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if one is True:
                result.append(option)
            elif one is not None and one is not False:
                result += [option, os.fspath(one) if isinstance(one, os.PathLike) else str(one)]
    return result


def run(*command: str, names: Sequence[str | os.PathLike[str]] = (), text: bytes = b"", done: Sequence[int] = (0, 2)) -> str:
    """What a command prints on standard output; `names` are files, whatever they begin with, `text` is its standard input.

    Raises UsageError, UnreadableError or NianbaoError with what it says on standard error.
    """
    path = tool()
    # A name that looks like an option is none.
    files = ["--", *(os.fspath(name) for name in names)] if names else []
    process = subprocess.run([path, *command, *files], input=text, capture_output=True, env=environment(), check=False)
    if process.returncode in done:
        return process.stdout.decode("utf-8")
    message = _message(process.stderr.decode("utf-8", "replace")) or f"{path} ended with {process.returncode}"
    raise UsageError(message) if process.returncode == _WRONG_USAGE else UnreadableError(message)


def _message(text: str) -> str:
    """The tool's own words, without its name before them."""
    lines = [line.removeprefix("nianbao: ").removeprefix("Error: ") for line in text.splitlines()]
    # How to ask for help is of use to people at a terminal only.
    return "\n".join(line for line in lines if line and not line.startswith(("Usage: ", "  See 'nianbao", "Help: ")))


@cache
def listing(*command: str) -> Any:
    """JSON that the tool prints of itself, such as the columns of its tables; asked for once."""
    return json.loads(run(*command))
