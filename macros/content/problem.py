"""What is wrong with a guide, and where: the shape of every message for the person who builds."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to put right.

    Attributes:
        file: path from the project's folder, such as ``docs/questions/users.md``.
        line: line of that file, from 1.
        key: path of the key, such as ``question.statements[1].id``.
        message: ``expected X, got Y. Example: Z``.
    """

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """Return the problem on one line."""
        return f"{self.file}:{self.line}: {self.key}: {self.message}"


class GuideError(Exception):
    """Every problem of a guide at once.

    Attributes:
        problems: what was found, in order of file and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Put the problems in order."""
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def expected(what: str, got: str, example: str) -> str:
    """Return the message of a problem."""
    return f"expected {what}, got {got}. Example: {example}"


def shown(text: str) -> str:
    """Return ``text`` in quotes, on one line and shortened, with what cannot be seen spelled out."""
    short = text if len(text) <= 40 else text[:37] + "..."
    seen = (c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
    return f'"{"".join(seen)}"'


def print_lines(lines: Iterable[str]) -> None:
    """Print lines; a character that the output's encoding lacks, as a pipe's on Windows may, as an escape."""
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        print(line.encode(encoding, "backslashreplace").decode(encoding))
