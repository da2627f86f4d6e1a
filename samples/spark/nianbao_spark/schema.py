"""What is kept of every file that was read: a row of the ledger, with its reports inside."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyspark.sql.types import (
    ArrayType, BooleanType, DataType, DecimalType, DoubleType, IntegerType, LongType, StringType, StructField, StructType,
    TimestampType)

from nianbao_spark.columns import Column, columns

# Figures are exact decimals. What does not fit is no figure of a report on any country.
NUMBER = DecimalType(38, 12)
# Of those before the point, what the figures of a report leave to sums over reports.
SPARE_DIGITS = 1
# What every table has of the report of a row.
REPORT = ("file", "document", "agency", "year", "form")

_TYPES: dict[str, DataType] = {
    "text": StringType(), "integer": IntegerType(), "boolean": BooleanType(), "decimal": NUMBER, "real": DoubleType()}


def _struct(**fields: DataType) -> StructType:
    return StructType([StructField(name, kind) for name, kind in fields.items()])


def _struct_of(columns: Iterable[Column]) -> StructType:
    return StructType([StructField(column.name, _TYPES[column.type]) for column in columns])


FILE = _struct(path=StringType(), length=LongType(), modification_time=TimestampType())


@dataclass(frozen=True)
class Schema:
    """Columns of what is kept and written, by the program's own lists of them. Those of JSON are what a row of the ledger has."""

    documents: tuple[Column, ...]
    figures: tuple[Column, ...]
    checks: tuple[Column, ...]
    findings: tuple[Column, ...]

    @classmethod
    def of(cls, tool: str) -> Schema:
        return cls(**columns(tool))

    @property
    def report_columns(self) -> tuple[Column, ...]:
        # A file has its name and its checksum once.
        return tuple(column for column in self.documents if column.member and column.name not in ("file", "sha256"))

    @property
    def figure_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.figures if column.member)

    @property
    def report(self) -> StructType:
        """`compared_as` is the same for every name of an agency."""
        figure = StructType([StructField("code", StringType()), *_struct_of(self.figure_columns).fields])
        return StructType([
            *_struct_of(self.report_columns).fields,
            *_struct(
                compared_as=StringType(), figures=ArrayType(figure), checks=ArrayType(_struct_of(self.checks))).fields])

    @property
    def finding(self) -> StructType:
        """A row of the table of findings: they are found when all reports are there, and are in no row of the ledger."""
        fields = {field.name: field for field in _struct_of(c for c in self.findings if c.in_database or c.member).fields}
        report = [fields.pop(name, StructField(name, StringType())) for name in REPORT]
        return StructType([*report, *fields.values()])

    @property
    def outcome(self) -> StructType:
        """`lines` are the reports as nianbao has written them, for it to compare them with others."""
        return StructType([
            *FILE.fields,
            *_struct(
                sha256=StringType(), failure=StringType(), failure_detail=StringType(), attempts=IntegerType(),
                seconds=DoubleType(), memory=LongType(), reports=ArrayType(self.report), lines=ArrayType(StringType())).fields,
        ])
