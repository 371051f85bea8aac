"""Builds guides of several sizes beside plain Material: time and peak memory."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TypeAlias

from benchmarks.project import make_plain, write_guide
from benchmarks.table import Row, tenths, whole

SIZES = (10, 100, 400)
MOST = 1.1  # times plain Material's time and memory
# Linux counts the peak in KiB, macOS in bytes.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Build:
    """What one build took.

    Attributes:
        seconds: wall time, the start of Python included.
        peak: most memory in bytes.
    """

    seconds: float
    peak: float


Pair: TypeAlias = Mapping[str, Build]


def build(project: Path) -> Build:
    """Build a project into its folder ``site`` as a process of its own.

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
        raise RuntimeError(
            f"{project}: expected a built site, got exit status {child.returncode}:\n"
            f"{(project / 'build.log').read_text()}"
        )
    return Build(seconds, usage.ru_maxrss * PEAK_UNIT)


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    found = {}
    for size in SIZES:
        print(f"build: {size} questions, {runs} runs each", file=sys.stderr)
        ours = write_guide(folder / f"ours-{size}", size)
        found[size] = _medians({"ours": ours, "plain": make_plain(ours, folder / f"plain-{size}")}, runs)
    rows = [row for size, pair in found.items() for row in _rows(size, pair)]
    return [*rows, *_growth(found)]


def _medians(projects: Mapping[str, Path], runs: int) -> Pair:
    """Build in turn, so that a machine that slows down slows both."""
    builds: dict[str, list[Build]] = {name: [] for name in projects}
    for _ in range(runs):
        for name, project in projects.items():
            builds[name].append(build(project))
    return {
        name: Build(median(one.seconds for one in many), median(one.peak for one in many))
        for name, many in builds.items()
    }


def _rows(size: int, pair: Pair) -> Iterator[Row]:
    ours, plain = pair["ours"], pair["plain"]
    ratio = ours.seconds / plain.seconds
    seconds = (f"{ours.seconds:.2f} s", f"{plain.seconds:.2f} s", f"{ratio:.2f} times")
    yield Row(f"Build of {size} questions, time", *seconds, f"{MOST} times", ratio <= MOST)
    ratio = ours.peak / plain.peak
    peaks = (whole(ours.peak / 2**20, "MiB"), whole(plain.peak / 2**20, "MiB"), f"{ratio:.2f} times")
    yield Row(f"Build of {size} questions, peak memory", *peaks, f"{MOST} times", ratio <= MOST)


def _growth(found: Mapping[int, Pair]) -> Iterator[Row]:
    """Yield what each further question costs: a cost that rises is growth faster than the guide's."""
    for few, many in pairwise(SIZES):
        cost = {
            name: (found[many][name].seconds - found[few][name].seconds) / (many - few) * 1000
            for name in ("ours", "plain")
        }
        figures = (tenths(cost["ours"], "ms"), tenths(cost["plain"], "ms"))
        yield Row(
            f"Each further question, {few} to {many}", *figures, f"{cost['ours'] / cost['plain']:.2f} times"
        )
