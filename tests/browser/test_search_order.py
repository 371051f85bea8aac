"""Which section the search puts first: the pure part."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Modules
from tests.support.serving import Server

FIND = """({ search }, [index, query]) => search(index, query).map(({ url }) => url)"""
REFERENCE = {"url": "reference", "page": "Settings", "heading": "Name", "text": "data, data and data"}
QUESTION = {"url": "question", "page": "Ask", "heading": "Why it matters", "text": "data", "kind": "question"}
GLOSSARY = {"url": "glossary", "page": "Glossary", "heading": "Data", "text": "What is recorded"}


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def test_a_question_comes_before_a_page_that_says_the_word_more_often(modules: Modules) -> None:
    assert modules.run("site/search", FIND, [[REFERENCE, QUESTION], "data"]) == ["question", "reference"]


def test_what_is_called_by_the_word_comes_before_a_question_that_says_it_once(modules: Modules) -> None:
    assert modules.run("site/search", FIND, [[QUESTION, GLOSSARY], "data"]) == ["glossary", "question"]
