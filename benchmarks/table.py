"""Figures and their limits, as a Markdown table."""

from collections.abc import Iterable
from dataclasses import dataclass

HEADS = ("", "Ours", "Plain Material", "Limit", "")


@dataclass(frozen=True)
class Row:
    """One figure.

    Attributes:
        what: what was measured.
        ours: of this site.
        unit: such as ``ms``.
        plain: of plain Material, where there is one.
        most: the limit in the same unit, where there is one.
        times: the limit in times of plain Material's figure, where there is one.
    """

    what: str
    ours: float
    unit: str = "ms"
    plain: float | None = None
    most: float | None = None
    times: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether a limit was missed."""
        by_plain = self.plain is not None and self.times is not None and self.ours > self.plain * self.times
        return by_plain or (self.most is not None and self.ours > self.most)

    def __str__(self) -> str:
        """Return the row as Markdown."""
        plain = "-" if self.plain is None else f"{self._in_words(self.plain)} ({self.ours / self.plain:.2f})"
        limit = "-" if self.most is None else f"at most {self._in_words(self.most)}"
        limit = limit if self.times is None else f"at most {self.times:g} times"
        verdict = "**MISSED**" if self.is_missed else ""
        return f"| {' | '.join((self.what, self._in_words(self.ours), plain, limit, verdict))} |"

    def _in_words(self, value: float) -> str:
        return f"{value:,.{2 if self.unit == 's' else 0}f} {self.unit}"


def table(title: str, rows: Iterable[Row]) -> str:
    """Return a heading and a Markdown table."""
    return "\n".join(
        [f"### {title}\n", f"| {' | '.join(HEADS)} |", f"|{' --- |' * len(HEADS)}", *map(str, rows), ""]
    )
