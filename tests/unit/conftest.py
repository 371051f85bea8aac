"""A project to test with: the one in ``good/``, with a few changes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.good_project import make_project


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Return ``make_project`` for an empty folder."""
    return partial(make_project, tmp_path)
