"""Says on the terminal what a run is about to fetch or install, however pytest captures what is printed."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass


@dataclass
class Terminal:
    """What the person who runs the tests sees.

    Attributes:
        uncaptured: what lets a text through to it. pytest sets it.
    """

    uncaptured: Callable[[], AbstractContextManager[None]] = nullcontext

    def say(self, text: str) -> None:
        with self.uncaptured():
            print(f"\n{text}", file=sys.stderr, flush=True)  # of a process of pytest-xdist, too


TERMINAL = Terminal()
