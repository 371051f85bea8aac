"""Somebody to use the site."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import Server


@pytest.fixture
def person(page: Page, server: Server) -> Person:
    return Person(page, server)


@pytest.fixture
def new_person(new_page: Callable[..., Page], server: Server) -> Callable[..., Person]:
    """Return a function that gives somebody with a browser of their own, which may lack something."""

    def new(script: str = "", **options: object) -> Person:
        page = new_page(**options)
        if script:
            page.context.add_init_script(script)
        return Person(page, server)

    return new


@pytest.fixture
def question(guide: Guide) -> Question:
    return guide.questions[0]
