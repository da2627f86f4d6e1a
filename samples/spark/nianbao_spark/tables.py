"""The tables that a run writes, made from its ledger alone."""
from __future__ import annotations

from collections.abc import Iterable

from pyspark.sql import Column, DataFrame, Window
from pyspark.sql import functions as f

from nianbao_spark.checking import checking
from nianbao_spark.codebook import labelled
from nianbao_spark.columns import Column as ListedColumn
from nianbao_spark.failure import SKIPPED
from nianbao_spark.schema import REPORT, Schema


def tables(outcomes: DataFrame, book: DataFrame, tool: str, schema: Schema) -> dict[str, DataFrame]:
    """By name, with the columns of the database that `nianbao convert` writes."""
    files = _with_originals(outcomes)
    read = files.where("failure IS NULL AND duplicate_of IS NULL").withColumnRenamed("path", "file")
    reports = read.select("file", "sha256", f.inline("reports"))
    return {
        "documents": _documents(files, reports, schema),
        "figures": _figures(reports, book, schema),
        "checks": reports.select(*REPORT, f.inline("checks")),
        "findings": _findings(read, tool, schema),
    }


def _with_originals(outcomes: DataFrame) -> DataFrame:
    """`duplicate_of` names the first file with the same content, read in the same way."""
    kind = f.coalesce(f.col("reports")[0]["kind"], f.lit("none"))
    # What was not loaded is like nothing else.
    content = f.coalesce("sha256", "path")
    contents = outcomes.where(f.coalesce(~f.col("failure").isin(*SKIPPED), f.lit(True))).select("path", content.alias("content"), kind.alias("kind"))
    first = f.min("path").over(Window.partitionBy("content", "kind"))
    duplicates = contents.withColumn("duplicate_of", first).where("duplicate_of <> path").select("path", "duplicate_of")
    return outcomes.join(duplicates, "path", "left")


def _documents(files: DataFrame, reports: DataFrame, schema: Schema) -> DataFrame:
    """A row a report; a file that gives none has one too."""
    read = reports.select("*", f.lit("read").alias("outcome")).drop("figures", "checks", "compared_as")
    is_duplicate = f.col("duplicate_of").isNotNull()

    def of_failed(name: str) -> Column:
        return f.when(~is_duplicate, f.col(name)).alias(name)

    others = files.where("failure IS NOT NULL OR duplicate_of IS NOT NULL").select(
        f.col("path").alias("file"),
        f.when(is_duplicate, "duplicate").when(f.col("failure").isin(*SKIPPED), "skipped").otherwise("failed").alias("outcome"),
        of_failed("failure"), of_failed("failure_detail"), "duplicate_of")
    return read.unionByName(others, allowMissingColumns=True).select(*_names(schema.documents))


def _figures(reports: DataFrame, book: DataFrame, schema: Schema) -> DataFrame:
    labels = labelled(reports.select(*REPORT, f.inline("figures")), book)
    figures = labels.withColumn("form_table", f.substring_index("code", ".", 1))
    # What the JSON of reports does not have, and is not made here, is not there.
    return figures.select(*REPORT, *(name for name in _names(schema.figures) if name in figures.columns))


def _names(columns: Iterable[ListedColumn]) -> list[str]:
    """Those that the database has."""
    return [column.name for column in columns if column.in_database]


def _findings(read: DataFrame, tool: str, schema: Schema) -> DataFrame:
    """Reports of an agency come together; those of nobody are spread."""
    reports = read.select("file", f.inline(f.arrays_zip(
        *(f.col("reports")[name].alias(name) for name in ("document", "compared_as", "year", "form")), f.col("lines").alias("line"))))
    by_agency = reports.repartition(f.coalesce("compared_as", "file"))
    in_order = by_agency.sortWithinPartitions("compared_as", "year", "file", "document")
    return in_order.mapInArrow(checking(tool, schema), schema.finding)
