"""Medians, limits and the Markdown table: what every group of figures shares."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEADS = ("", "Ours", "Plain Material", "Compared", "Limit", "")
NONE = "-"


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        what: what was measured.
        ours: the figure of this site.
        plain: the figure of plain Material, where there is one.
        compared: ours against plain.
        limit: the limit in words, where there is one.
        met: whether the limit was met; None where there is none.
    """

    what: str
    ours: str
    plain: str = NONE
    compared: str = NONE
    limit: str = NONE
    met: bool | None = None

    def __str__(self) -> str:
        """Return the row as Markdown."""
        verdict = {None: "", True: "met", False: "**MISSED**"}[self.met]
        cells = (self.what, self.ours, self.plain, self.compared, self.limit, verdict)
        return f"| {' | '.join(cells)} |"


def table(title: str, rows: Iterable[Row]) -> str:
    """Return a heading and a Markdown table."""
    lines = [f"| {' | '.join(HEADS)} |", f"|{' --- |' * len(HEADS)}", *map(str, rows)]
    return "\n".join([f"### {title}", "", *lines, ""])


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that ``percent`` of the values do not exceed: always one that was measured."""
    return sorted(values)[max(0, math.ceil(len(values) * percent / 100) - 1)]


def whole(value: float, unit: str) -> str:
    """Return a figure without decimals, such as ``12,345 B``."""
    return f"{value:,.0f} {unit}"


def tenths(value: float, unit: str) -> str:
    """Return a figure with 1 decimal, such as ``1.5 ms``."""
    return f"{value:,.1f} {unit}"
