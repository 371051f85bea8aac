"""What the publish guide tells people to write is right, and they are told what it says they will be."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.guide import build_guide
from macros.content.problem import GuideError
from macros.content.source import read_source

GUIDE = (Path(__file__).parents[2] / "docs/publish/index.md").read_text("utf-8")
NAV = "nav:\n  - Home: index.md\n  - Questions:\n      - questions/users.md\n      - questions/money.md\n"


def block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.+?)^```$", GUIDE, re.M | re.S)
    assert found, f"the publish guide has no example in {language}"
    return found[1]


def settings() -> str:
    return f"# Yours\nINHERIT: base.yml\n\n{block('yaml')}\n{NAV}"


def test_the_settings_of_the_example_trust_are_right(project: Callable[..., Path]) -> None:
    guide = build_guide(read_source(project(write={"mkdocs.yml": settings()})))
    assert guide.settings.publisher
    assert guide.settings.publisher.name in GUIDE


def test_the_message_shown_is_what_the_build_says(project: Callable[..., Path]) -> None:
    message = block("text").strip()
    got = re.search(r'got "(.+?)"', message)
    assert got
    wrong = re.sub(r"(?m)^    id: .+$", f"    id: {got[1]}", settings())
    with pytest.raises(GuideError) as stopped:
        build_guide(read_source(project(write={"mkdocs.yml": wrong})))
    assert str(stopped.value).strip() == message
