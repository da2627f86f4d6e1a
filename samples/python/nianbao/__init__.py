"""Figures of China's annual reports on open government information, read by the tool `nianbao`.

    >>> import nianbao
    >>> nianbao.extract("samples/county-2023-libreoffice.pdf").requests.new.total.value
    59
"""
from nianbao.conversion import Run, convert
from nianbao.errors import (
    NianbaoError, SeveralReportsError, ToolMissingError, UnreadableError, UnreadWarning, UsageError, WorkerStartError)
from nianbao.failure import Failure
from nianbao.grid import Table, tables
from nianbao.parquet import OBS_STATUS, obs_status, to_parquet
from nianbao.reading import Outcome, extract, read, reports
from nianbao.report import Figure, Finding, Record, Report
from nianbao.table import columns, to_pandas
from nianbao.tool import tool

__all__ = [
    "OBS_STATUS", "Failure", "Figure", "Finding", "NianbaoError", "Outcome", "Record", "Report", "Run", "SeveralReportsError",
    "Table", "ToolMissingError", "UnreadWarning", "UnreadableError", "UsageError", "WorkerStartError", "columns", "convert",
    "extract", "obs_status", "read", "reports", "tables", "to_pandas", "to_parquet", "tool",
]
