"""What the ordinary run does of a list of cases, and what the full run does."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_of(cases: Iterable[Any]) -> list[Any]:
    """Return the cases of a test whose first one stands for all in the ordinary run."""
    first, *others = [case if isinstance(case, tuple) else (case,) for case in cases]
    return [pytest.param(*first), *(pytest.param(*case, marks=pytest.mark.full) for case in others)]
