"""What the ordinary run does of a list of cases, and what the full run does."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_of(cases: Iterable[Any]) -> list[Any]:
    """Return the cases of a test whose first one stands for all in the ordinary run."""
    first, *others = cases
    of_one = [case if isinstance(case, tuple) else (case,) for case in others]
    return [first, *(pytest.param(*case, marks=pytest.mark.full) for case in of_one)]
