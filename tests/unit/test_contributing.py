"""CONTRIBUTING.md is a map: every file it names is there, and every module of the build is on it."""

import re
from itertools import chain

import pytest

from tests.support.building import PROJECT

# A row may name a file beside the one before: "`rules.py`" after "`macros/content/guide.py`".
BESIDE = (
    "",
    "macros",
    "docs/assets/js",
    "docs/assets/js/store",
    "docs/assets/js/members",
    "overrides/partials",
    "tests/site",
)
NAMED = re.compile(r"`([\w./-]+(?:/|\.(?:py|js|html|yml|md|txt|toml|json)))`")


@pytest.fixture(scope="module")
def text() -> str:
    return (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_every_file_that_it_names_is_there(text: str) -> None:
    named = set(NAMED.findall(text))
    assert len(named) > 40
    assert not [name for name in named if not any((PROJECT / folder / name).exists() for folder in BESIDE)]


def test_every_module_of_the_build_is_on_the_map(text: str) -> None:
    modules = chain((PROJECT / "macros").rglob("*.py"), (PROJECT / ".ci").iterdir())
    names = [
        path.relative_to(PROJECT).as_posix()
        for path in modules
        if not path.name.startswith("validate-") and path.parent.parent.name != "macros"
    ] + [f"macros/{room.name}/" for room in (PROJECT / "macros").iterdir() if (room / "__init__.py").exists()]
    assert not [name for name in names if f"`{name}" not in text]
