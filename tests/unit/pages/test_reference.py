"""The reference of settings and page keys says nothing that its own rules refuse, and leaves nothing out."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import pytest
import yaml

from macros.content.configuration import SITE
from macros.content.page_keys import PAGE
from macros.content.rules import Keys, Rule, Text, rules_of
from macros.content.settings import Settings
from macros.pages import reference
from macros.plugin import VALUES
from tests.support.building import PROJECT

ENTRIES = {
    entry.name: entry
    for entry in chain(reference.site(), reference.guide(), reference.page(), reference.question())
}


def texts_in(rules: Mapping[str, Rule], place: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text that has a rule, by the keys it is under."""
    for name, rule in rules.items():
        if isinstance(rule, Keys):
            yield from texts_in(rules_of(rule.of), f"{place}{name}.")
        elif isinstance(rule, Text):
            yield f"{place}{name}", rule


TEXTS = dict(chain(texts_in(SITE), texts_in(PAGE), texts_in(rules_of(Settings), "extra.guide.")))


def example_of(name: str) -> Any:
    """Return what the example of a key sets it to; the keys of the guide and of a question stand alone."""
    value = yaml.safe_load(ENTRIES[name].example)
    for key in name.split(".") if name in SITE else [name.rpartition(".")[2]]:
        assert list(value) == [key]
        value = value[key]
    return value


def test_every_setting_of_mkdocs_that_the_site_reads_is_there() -> None:
    templates = "\n".join(file.read_text("utf-8") for file in (PROJECT / "overrides").rglob("*.html"))
    modules = "\n".join(file.read_text("utf-8") for file in (PROJECT / "macros").rglob("*.py"))
    shown = re.findall(r"\bconfig\.((?:theme\.)?\w+)", templates)
    read = re.findall(r'\b(?:config|known)\.get\("(\w+)"\)', modules)
    assert {*shown, *read} - {"extra", "theme"} <= {*SITE, "theme.palette"}


@pytest.mark.parametrize("name", ENTRIES)
def test_an_example_sets_its_key(name: str) -> None:
    assert example_of(name)


@pytest.mark.parametrize("name", TEXTS)
def test_an_example_keeps_its_rule(name: str) -> None:
    value = example_of(name)
    assert TEXTS[name].takes(str(value))


def test_every_value_that_a_page_can_show_is_there_and_no_other() -> None:
    page = (PROJECT / "docs/publish/reference.md").read_text("utf-8")
    assert sorted(re.findall(r"`\{\{ (\w+)\(.*?\) \}\}`", page)) == sorted(VALUES)
