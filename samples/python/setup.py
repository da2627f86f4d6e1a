"""The version is said once, in the project's Package.swift; all else is in pyproject.toml."""
import re
from pathlib import Path

from setuptools import setup

package = Path(__file__).resolve().parents[2] / "Package.swift"
version = re.search(r'^let version = "([^"]+)"$', package.read_text(encoding="utf-8"), re.MULTILINE)
if version is None:
    raise SystemExit(f"{package} says no version")
setup(version=version.group(1))
