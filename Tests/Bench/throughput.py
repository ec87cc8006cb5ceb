#!/usr/bin/env python3
"""usage: throughput.py COLOPHON FOLDER…: megabytes of source a second over all manuscripts in the folders, in one run.

Prints the figure for all cores and for one, and beside them that of rumdl and typos on the same files, where they are
installed. It reports and asserts nothing but that each run read all files.
"""

import csv
import io
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

RUNS = 7
ENDINGS = {".md", ".qmd", ".rmd", ".tex", ".bib"}


def timed(command):
    """The least wall time of a few runs and the processor time of that run, in seconds."""
    best = None
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wall = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{command[0]} ended with {done.returncode}")
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        if best is None or wall < best[0]:
            best = (wall, spent)
    return best


def show(name, size, command):
    wall, spent = timed(command)
    print(f"{name}: {size / 1e6:.1f} MB in {wall * 1e3:.0f} ms, {size / 1e6 / wall:.1f} MB/s"
          f" ({spent * 1e3:.0f} ms of processor time, {spent / size * 1e9:.0f} ns a byte)")


def main():
    colophon, *folders = sys.argv[1:]
    summary = subprocess.run(
        [colophon, "lint", "--summary", "csv", "--fail-on", "never", *folders], capture_output=True, text=True)
    rows = list(csv.DictReader(io.StringIO(summary.stdout)))
    size = sum(int(row["bytes"]) for row in rows)
    files = sum(int(row["files"]) for row in rows)
    failed = sum(row["status"] == "failed" for row in rows)
    print(f"{len(rows)} manuscripts ({failed} not read), {files} files, {size / 1e6:.1f} MB of source, "
          f"{os.cpu_count()} cores")
    lint = [colophon, "lint", "--fail-on", "never"]
    show("colophon lint", size, [*lint, *folders])
    show("colophon lint --jobs 1", size, [*lint, "--jobs", "1", *folders])
    show("colophon lint --format sarif", size, [*lint, "--format", "sarif", *folders])
    paths = [path for folder in folders for path in pathlib.Path(folder).rglob("*") if path.is_file()]
    texts = [path for path in paths if path.suffix.lower() in ENDINGS]
    markdown = [path for path in texts if path.suffix.lower() in {".md", ".qmd", ".rmd"}]
    for name, command, chosen in (
        ("rumdl check --no-cache, Markdown only", ["rumdl", "check", "--no-cache"], markdown),
        ("typos", ["typos"], texts),
    ):
        if not shutil.which(command[0]):
            print(f"{command[0]} is not installed (pip install {command[0]}): no comparison")
            continue
        show(name, sum(path.stat().st_size for path in chosen), [*command, *map(str, chosen)])


main()
