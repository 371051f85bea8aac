"""CONTRIBUTING.md is a map: what it names is there, and every folder of code is on it."""

import re

import pytest

from tests.support.building import PROJECT

NAMED = re.compile(r"`((?:[a-z.][\w.-]*/)+[\w.-]*|[\w-]+\.(?:py|js|html|yml|md|txt|toml|json))`")
MODULES = ("macros", "docs/assets/js")
FOLDERS = ("docs/assets/css", "docs/schemas", "overrides", "hosting", "tests", "benchmarks", ".ci")


@pytest.fixture(scope="module")
def text() -> str:
    return (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def test_everything_that_it_names_is_there(text: str) -> None:
    named = set(NAMED.findall(text))
    assert len(named) > 30
    assert not [name for name in named if not (PROJECT / name).exists()]


def test_every_folder_of_code_is_on_the_map(text: str) -> None:
    rooms = [path for folder in MODULES for path in (PROJECT / folder).iterdir()]
    names = [
        path.relative_to(PROJECT).as_posix()
        for path in rooms
        if any(path.glob("*.py")) or any(path.glob("*.js"))
    ]
    places = [*names, *FOLDERS, "docs/assets/js/views"]
    assert not [place for place in places if f"`{place}/`" not in text]
