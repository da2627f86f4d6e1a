"""The tables that a run writes, made from its ledger alone."""
from __future__ import annotations

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as f

from nianbao_spark.checking import checking
from nianbao_spark.codebook import labelled
from nianbao_spark.schema import FINDING

_PLACE = ("page", "x0", "y0", "x1", "y1")
_REPORT = ("file", "document", "agency", "year", "form")


def tables(outcomes: DataFrame, book: DataFrame, tool: str) -> dict[str, DataFrame]:
    """By name, with the columns of the database that `nianbao convert` writes."""
    files = _with_originals(outcomes)
    read = files.where("failure IS NULL AND duplicate_of IS NULL").withColumnRenamed("path", "file")
    reports = read.select("file", "sha256", f.inline("reports"))
    return {
        "documents": _documents(files, reports),
        "figures": _figures(reports, book),
        "checks": reports.select(*_REPORT, f.inline("checks")),
        "findings": _findings(read, tool),
    }


def _with_originals(outcomes: DataFrame) -> DataFrame:
    """`duplicate_of` names the first file with the same content, read in the same way."""
    kind = f.coalesce(f.col("reports")[0]["kind"], f.lit("none"))
    # What was not loaded is like nothing else.
    content = f.coalesce("sha256", "path")
    contents = outcomes.select("path", content.alias("content"), kind.alias("kind"))
    first = f.min("path").over(Window.partitionBy("content", "kind"))
    duplicates = contents.withColumn("duplicate_of", first).where("duplicate_of <> path").select("path", "duplicate_of")
    return outcomes.join(duplicates, "path", "left")


def _documents(files: DataFrame, reports: DataFrame) -> DataFrame:
    """A row a report; a file that gives none has one too."""
    read = reports.select("*", f.lit("read").alias("outcome")).drop("figures", "checks", "compared_as")
    is_duplicate = f.col("duplicate_of").isNotNull()

    def of_failed(name: str) -> Column:
        return f.when(~is_duplicate, f.col(name)).alias(name)

    others = files.where("failure IS NOT NULL OR duplicate_of IS NOT NULL").select(
        f.col("path").alias("file"), f.when(is_duplicate, "duplicate").otherwise("failed").alias("outcome"),
        of_failed("failure"), of_failed("failure_detail"), "duplicate_of")
    return read.unionByName(others, allowMissingColumns=True).select(
        "file", "document", "outcome", "failure", "failure_detail", "duplicate_of", "sha256", "kind", "pages", "agency", "year",
        "form", "period_from", "period_to", "agency_level")


def _figures(reports: DataFrame, book: DataFrame) -> DataFrame:
    figures = labelled(reports.select(*_REPORT, f.inline("figures")), book)
    return figures.select(
        *_REPORT, "code", f.substring_index("code", ".", 1).alias("form_table"), "row_label", "column_label", "unit", "value",
        "status", "printed", "evidence", *_PLACE)


def _findings(read: DataFrame, tool: str) -> DataFrame:
    """Reports of an agency come together; those of nobody are spread."""
    reports = read.select("file", f.inline(f.arrays_zip(
        *(f.col("reports")[name].alias(name) for name in ("document", "compared_as", "year", "form")), f.col("lines").alias("line"))))
    by_agency = reports.repartition(f.coalesce("compared_as", "file"))
    in_order = by_agency.sortWithinPartitions("compared_as", "year", "file", "document")
    return in_order.mapInArrow(checking(tool), FINDING)
