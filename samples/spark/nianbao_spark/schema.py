"""What is kept of every file that was read: a row of the ledger, with its reports inside."""
from __future__ import annotations

from pyspark.sql.types import (
    ArrayType, BooleanType, DecimalType, DoubleType, IntegerType, LongType, StringType, StructField, StructType, TimestampType)

# Figures are exact decimals. What does not fit is no figure of a report on any country.
NUMBER = DecimalType(38, 12)
# Of those before the point, what the figures of a report leave to sums over reports.
SPARE_DIGITS = 1


def _struct(**fields) -> StructType:
    return StructType([StructField(name, kind) for name, kind in fields.items()])


_PLACE = {"page": IntegerType(), "x0": DoubleType(), "y0": DoubleType(), "x1": DoubleType(), "y1": DoubleType()}

FIGURE = _struct(
    code=StringType(), value=NUMBER, status=StringType(), printed=StringType(), unit=StringType(), evidence=StringType(), **_PLACE)

CHECK = _struct(check=StringType(), holds=BooleanType(), left_value=NUMBER, right_value=NUMBER)

# `compared_as` is the same for every name of an agency.
REPORT = _struct(
    document=IntegerType(), kind=StringType(), pages=IntegerType(), agency=StringType(), agency_level=StringType(),
    compared_as=StringType(), year=IntegerType(), form=StringType(), period_from=StringType(), period_to=StringType(),
    figures=ArrayType(FIGURE), checks=ArrayType(CHECK))

# A row of the table of findings: they are found when all reports are there, and are in no row of the ledger.
FINDING = _struct(
    file=StringType(), document=IntegerType(), agency=StringType(), year=IntegerType(), form=StringType(), number=IntegerType(),
    kind=StringType(), severity=StringType(), message_en=StringType(), message_zh=StringType(), code=StringType(), left_value=NUMBER,
    right_value=NUMBER, **_PLACE, other_file=StringType(), other_document=IntegerType(), other_year=IntegerType(),
    other_page=IntegerType())

FILE = _struct(path=StringType(), length=LongType(), modification_time=TimestampType())

# `lines` are the reports as nianbao has written them, for it to compare them with others.
OUTCOME = StructType([
    *FILE.fields,
    *_struct(
        sha256=StringType(), failure=StringType(), failure_detail=StringType(), attempts=IntegerType(), seconds=DoubleType(),
        memory=LongType(), reports=ArrayType(REPORT), lines=ArrayType(StringType())).fields,
])
