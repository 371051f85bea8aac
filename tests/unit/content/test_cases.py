"""Every bad guide in ``cases/`` stops the build with exactly the messages it expects.

A case names what it changes in the project in ``good/``; see ``conftest.py``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.content.guide import build_guide
from macros.content.problem import GuideError
from macros.content.source import read_source

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_guide_stops_the_build_when(case: Path, project: Callable[..., Path]) -> None:
    """The message is the whole message: nothing else is reported with it."""
    changes = yaml.safe_load(case.read_text("utf-8"))
    expected = changes.pop("expected")
    with pytest.raises(GuideError) as stopped:
        build_guide(read_source(project(**changes)))
    assert f"{stopped.value}\n" == expected
