"""Runs the job on a cluster of processes on this machine, with losses, and compares what it writes with `nianbao convert`."""
