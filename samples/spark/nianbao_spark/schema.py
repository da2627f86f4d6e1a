"""What is kept of every file that was read: a row of the ledger, with its reports inside."""
from __future__ import annotations

from pyspark.sql.types import (
    ArrayType, BooleanType, DecimalType, DoubleType, IntegerType, LongType, StringType, StructField, StructType, TimestampType)

# Figures are exact decimals. What does not fit is no figure of a report on any country.
NUMBER = DecimalType(38, 12)


def _struct(**fields) -> StructType:
    return StructType([StructField(name, kind) for name, kind in fields.items()])


_PLACE = {"page": IntegerType(), "x0": DoubleType(), "y0": DoubleType(), "x1": DoubleType(), "y1": DoubleType()}

FIGURE = _struct(
    code=StringType(), value=NUMBER, status=StringType(), printed=StringType(), unit=StringType(), evidence=StringType(), **_PLACE)

CHECK = _struct(check=StringType(), holds=BooleanType(), left_value=NUMBER, right_value=NUMBER)

FINDING = _struct(
    number=IntegerType(), kind=StringType(), severity=StringType(), message=StringType(), code=StringType(), left_value=NUMBER,
    right_value=NUMBER, **_PLACE)

REPORT = _struct(
    document=IntegerType(), kind=StringType(), pages=IntegerType(), agency=StringType(), year=IntegerType(), form=StringType(),
    period_from=StringType(), period_to=StringType(), figures=ArrayType(FIGURE), checks=ArrayType(CHECK),
    findings=ArrayType(FINDING))

FILE = _struct(path=StringType(), length=LongType(), modification_time=TimestampType())

OUTCOME = StructType([
    *FILE.fields,
    *_struct(
        sha256=StringType(), failure=StringType(), failure_detail=StringType(), attempts=IntegerType(), seconds=DoubleType(),
        memory=LongType(), reports=ArrayType(REPORT)).fields,
])
