"""Reads archives of annual reports with `nianbao worker` processes inside the executors of Apache Spark."""
