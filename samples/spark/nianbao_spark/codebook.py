"""What the figures of the forms are called, as `nianbao indicators` lists them."""
from __future__ import annotations

import csv
import io
import subprocess

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

# The unit of such a figure is the one that is printed with it.
_AS_PRINTED = "as printed"


def code_book(spark: SparkSession, tool: str) -> DataFrame:
    """Labels and unit of every code of every form."""
    text = subprocess.run([tool, "indicators"], check=True, capture_output=True, encoding="utf-8").stdout
    rows = [
        (row["form"], row["code"], row["row_label"], row["column_label"], None if row["unit"] == _AS_PRINTED else row["unit"] or None)
        for row in csv.DictReader(io.StringIO(text))
    ]
    return spark.createDataFrame(rows, "form string, code string, row_label string, column_label string, form_unit string")


def labelled(figures: DataFrame, book: DataFrame) -> DataFrame:
    """Figures with the labels of their form; those that another form has lent have its labels."""
    named = figures.join(f.broadcast(book), ["form", "code"], "left")
    lent = book.groupBy("code").agg(
        *(f.min_by(name, "form").alias(f"lent_{name}") for name in ("row_label", "column_label", "form_unit")))
    joined = named.join(f.broadcast(lent), "code", "left")
    labels = {
        name: f.when(f.col("row_label").isNull(), f.col(f"lent_{name}")).otherwise(f.col(name))
        for name in ("column_label", "form_unit", "row_label")
    }
    return joined.withColumns(labels).withColumn("unit", f.coalesce("unit", "form_unit"))
