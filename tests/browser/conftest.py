"""Somebody to use the site."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import SiteServer


@pytest.fixture
def person(page: Page, server: SiteServer) -> Person:
    return Person(page, server)


@pytest.fixture
def new_person(new_context: Callable[..., BrowserContext], server: SiteServer) -> Callable[..., Person]:
    """Return a function that gives somebody with a browser of their own, which may lack something."""

    def new(script: str = "", **options: object) -> Person:
        context = new_context(**options)
        if script:
            context.add_init_script(script)
        return Person(context.new_page(), server)

    return new


@pytest.fixture
def question(guide: Guide) -> Question:
    return guide.questions[0]
