"""Builds guides of several sizes beside plain Material: time and peak memory."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.project import make_plain, write_guide
from benchmarks.table import Row

SIZES = (10, 100, 200)
MOST = 1.25  # times plain Material's time
# Linux counts the peak in KiB, macOS in bytes.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
Took = tuple[float, float]


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    found = {}
    for size in SIZES:
        ours = write_guide(folder / f"ours-{size}", size)
        found[size] = _medians({"ours": ours, "plain": make_plain(ours, folder / f"plain-{size}")}, runs)
    return [row for size, took in found.items() for row in _rows(size, took)] + [*_growth(found)]


def build(project: Path) -> Took:
    """Build a project into its folder ``site``; return the seconds and the peak in bytes.

    Raises:
        RuntimeError: the build failed.
    """
    shutil.rmtree(project / "site", ignore_errors=True)
    # The notice is the same work for both; it would only hide what a failed build says.
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    with (project / "build.log").open("w") as log:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        # wait4 gives this child's figures alone. Linux counts what the parent held at the fork as the
        # child's peak too: this process stays small, and imports the browser's driver only after the builds.
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        said = (project / "build.log").read_text()
        raise RuntimeError(f"{project}: expected a built site, got exit status {child.returncode}:\n{said}")
    return seconds, usage.ru_maxrss * PEAK_UNIT


def _medians(projects: Mapping[str, Path], runs: int) -> dict[str, Took]:
    """Build in turn, so that a machine that slows down slows both."""
    rounds = [{name: build(project) for name, project in projects.items()} for _ in range(runs)]
    return {
        name: (median(one[name][0] for one in rounds), median(one[name][1] for one in rounds))
        for name in projects
    }


def _rows(size: int, took: Mapping[str, Took]) -> Iterator[Row]:
    (seconds, peak), (plain_seconds, plain_peak) = took["ours"], took["plain"]
    yield Row(f"Build of {size} questions, time", seconds, "s", plain_seconds, times=MOST)
    yield Row(f"Build of {size} questions, peak memory", peak / 2**20, "MiB", plain_peak / 2**20)


def _growth(found: Mapping[int, Mapping[str, Took]]) -> Iterator[Row]:
    """Yield what each further question costs: a cost that rises is growth faster than the guide's."""
    for few, many in pairwise(SIZES):
        ours, plain = (
            (found[many][name][0] - found[few][name][0]) / (many - few) * 1000 for name in ("ours", "plain")
        )
        yield Row(f"Each further question, {few} to {many}", ours, "ms", plain)
