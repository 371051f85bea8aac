"""Runs the benchmarks and prints a Markdown table; exit status 1 where a limit is missed."""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Row, table

# A group is a module with ``measure(folder, runs)``, and a title. The builds come first, and modules are
# imported when needed: the browser's driver makes this process large, and build.py charges builds for it.
GROUPS = {
    "build": "Building",
    "page": "A question page",
    "tick": "Ticking",
    "combine": "Bringing answers together",
    "room": "The room view",
    "review": "The review page",
}


def _measure(group: str, folder: Path, runs: int) -> list[Row]:
    print(group, file=sys.stderr)
    folder.mkdir()
    rows: list[Row] = importlib.import_module(f"benchmarks.{group}").measure(folder, runs)
    print(table(GROUPS[group], rows))
    return rows


def main() -> int:
    """Run the chosen groups."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", choices=GROUPS, action="append", help="a group; may be given again")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median is given (default 5)")
    arguments = parser.parse_args()
    chosen = [name for name in GROUPS if name in (arguments.only or GROUPS)]
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        rows = [row for name in chosen for row in _measure(name, Path(folder, name), arguments.runs)]
    missed = sum(row.is_missed for row in rows)
    print(f"**Limits missed: {missed}.**" if missed else "All limits met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
