"""What can go wrong, each with the tool's own words."""
from __future__ import annotations


class NianbaoError(Exception):
    """The base of all errors that this package raises."""


class ToolMissingError(NianbaoError):
    """The tool `nianbao` is not installed, or not where NIANBAO says."""


class UsageError(NianbaoError):
    """An option or argument is wrong (exit code 64); no file is to blame."""


class UnreadableError(NianbaoError):
    """Nothing could be read (exit code 1)."""


class SeveralReportsError(NianbaoError):
    """A file that was to hold one report holds several."""


class WorkerStartError(NianbaoError):
    """No worker process can be started at all; no file is to blame."""


class UnreadWarning(UserWarning):
    """Files that give no report have been left out of a table."""
