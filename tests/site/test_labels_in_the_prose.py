"""Where a page tells a person what to select, there is something of that name."""

import re

from macros.words.words import read_words
from tests.support.building import PROJECT
from tests.support.guide import config_of

SELECTED = re.compile(r'[Ss]elects? "([^"]+)"')


def test_what_a_page_says_to_select_is_there() -> None:
    words = read_words(PROJECT, [])
    labels = {text for key in words.texts for text in words.forms(key).values()}
    docs = PROJECT / config_of(PROJECT).get("docs_dir", "docs")
    told = {file: SELECTED.findall(file.read_text("utf-8")) for file in sorted(docs.rglob("*.md"))}
    assert any(told.values())
    assert not [(file.name, name) for file, names in told.items() for name in names if name not in labels]
