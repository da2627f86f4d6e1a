"""Reads annual reports on a Spark cluster and writes their figures, checks and findings as Parquet.

    spark-submit --master spark://HOST:7077 --py-files nianbao_spark.zip convert_archive.py INPUT… --output FOLDER

INPUT and FOLDER are of any file system that Hadoop knows (hdfs://, s3a://, file:///). `nianbao`, the same build, and pyarrow are
needed on every node. A run that was cut goes on when it is started again. Prints what it did as a line of JSON.

Exit codes: 0 all well, 1 nothing could be read or not all of it, 2 some files failed, 64 wrong usage.
"""
from __future__ import annotations

import argparse
import json
import sys

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession

from nianbao_spark.run import Options, Run, RunError
from nianbao_spark.worker import WorkerSettings


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def _arguments() -> argparse.Namespace:
    parser = _Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="folders and files; a folder is searched to its depth")
    parser.add_argument("--output", required=True, metavar="FOLDER")
    parser.add_argument("--nianbao", default="nianbao", metavar="PATH", help="the program, on every node")
    parser.add_argument("--timeout", type=float, default=60, metavar="SECONDS", help="of processor time that one file may take")
    parser.add_argument("--memory", type=int, default=1024, metavar="MIB", help="that one file may take")
    parser.add_argument("--longest", type=int, default=256, metavar="MIB", help="of a file; a longer one is not loaded")
    parser.add_argument("--slice", type=int, default=5000, metavar="FILES", help="are read before it is recorded that they were")
    parser.add_argument("--retry-failed", action="store_true", help="try again what an earlier run has given up")
    arguments = parser.parse_args()
    for name, least in (("timeout", 0.001), ("memory", 64), ("longest", 1), ("slice", 1)):
        if not getattr(arguments, name) >= least:
            parser.error(f"--{name} takes {least} or more")
    return arguments


def main() -> int:
    arguments = _arguments()
    options = Options(
        inputs=arguments.inputs, output=arguments.output,
        worker=WorkerSettings(arguments.nianbao, arguments.timeout, arguments.memory), longest=arguments.longest << 20,
        files_a_slice=arguments.slice, retries_failed=arguments.retry_failed)
    spark = SparkSession.builder.appName("nianbao").getOrCreate()
    try:
        count = Run(spark, options).run()
    except (RunError, AnalysisException) as error:
        print(f"convert_archive: {error}", file=sys.stderr)
        return 1
    finally:
        spark.stop()
    print(json.dumps(count._asdict()))
    return 1 if count.failed == count.files else 2 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
