"""A fork's colour and logo: everything can be seen, and an address that a page had leads on."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.support.auditing import found_on, measure
from tests.support.building import Build
from tests.support.contrast import PARTS, enough_for, faint, measured
from tests.support.guide import read_guide
from tests.support.looking import look, sized
from tests.support.own_fork import NAME
from tests.support.person import Person
from tests.support.serving import Server, serving_apart

pytestmark = pytest.mark.full

WIDTHS = (320, 1280)
ADDRESSES = ("", "questions/river/", "checklist/", "about/accessibility/")


@pytest.fixture
def fork_server(own_site: Build) -> Iterator[Server]:
    with serving_apart(own_site.folder, read_guide(own_site.project).folder) as server:
        yield server


@pytest.fixture
def visitor(browser: Browser, fork_server: Server) -> Iterator[Person]:
    context = browser.new_context()
    yield Person(context.new_page(), fork_server)
    context.close()


def open_at_each_width(visitor: Person, url: str) -> Iterator[int]:
    visitor.open_ready(url)
    for width in WIDTHS:
        look(visitor.page, **sized(width))
        yield width


def test_everything_stands_out_in_a_colour_that_is_hardly_dark_enough(visitor: Person) -> None:
    wrong = []
    for url in ADDRESSES:
        for width in open_at_each_width(visitor, url):
            wrong += faint(measured(visitor, "texts", f"{width} px"), "ratio", enough_for)
            for name in ("edges", "focus"):
                found: list[dict[str, Any]] = measured(visitor, name, f"{width} px")
                wrong += faint(found, "ratio", lambda _: PARTS)
    assert not wrong, "\n".join(wrong)


def test_no_page_has_a_violation(visitor: Person) -> None:
    for url in ADDRESSES:
        for width in open_at_each_width(visitor, url):
            assert found_on(visitor.page) == [], (url, width)
            assert measure(visitor.page, "sideways") <= 0, (url, width)


def test_the_way_home_is_named_by_the_publisher_and_the_guide(visitor: Person, own_site: Build) -> None:
    name = f"{NAME} {read_guide(own_site.project).name}"
    for _ in open_at_each_width(visitor, "questions/river/"):
        home = visitor.page.get_by_role("banner").get_by_role("link").first
        expect(home).to_have_accessible_name(name)
        shape = "({ naturalWidth, width, height }) => naturalWidth && width / height"
        assert home.get_by_role("img").evaluate(shape) == 3


def test_an_address_that_a_page_had_leads_to_the_page(visitor: Person) -> None:
    visitor.page.goto(f"{visitor.home}questions/stream/")
    visitor.page.wait_for_url("**/questions/river/")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("river")


def test_on_a_phone_the_header_is_one_row_with_a_logo_too(visitor: Person) -> None:
    visitor.open_ready("questions/river/")
    look(visitor.page, **sized(390))
    visitor.page.evaluate(
        "document.querySelector('header a span').textContent = 'Digital questions for boards'"
    )
    size = visitor.page.get_by_role("banner").bounding_box()
    assert size
    assert size["height"] <= 64
