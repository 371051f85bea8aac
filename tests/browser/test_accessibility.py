"""axe finds nothing on any page, as it opens and while it is used, on a phone and on a laptop."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from tests.browser import broken_storage, database, words
from tests.browser.person import Person
from tests.site.guide import Guide, Question

widths = pytest.mark.parametrize("width", [390, 1280])
AXE = Axe()
# What axe leaves open, and why. It measures no contrast where one thing lies over another, as the line in
# sight and the dialog do: there we measure it, against the nearest background that lets nothing through.
UNDECIDED = {"color-contrast"}
ENOUGH_CONTRAST = 4.5
CONTRAST = """(element) => {
    const numbers = (colour) => colour.match(/[0-9.]+/gu).map(Number);
    const luminance = (colour) => numbers(colour).slice(0, 3).map((n) => n / 255)
        .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
        .reduce((sum, n, place) => sum + n * [0.2126, 0.7152, 0.0722][place], 0);
    const isOpaque = (e) => (numbers(getComputedStyle(e).backgroundColor)[3] ?? 1) === 1;
    let behind = element;
    while (!isOpaque(behind)) behind = behind.parentElement;
    const both = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(luminance);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}"""


def found_on(page: Page) -> list[str]:
    """Return every violation, and whatever axe left open that we cannot settle."""
    response: dict[str, Any] = AXE.run(page, options={}).response
    assert response["passes"]
    wrong = [(rule["id"], node) for rule in response["violations"] for node in rule["nodes"]]
    left = [(rule["id"], node) for rule in response["incomplete"] for node in rule["nodes"]]
    wrong += [(rule, node) for rule, node in left if not is_settled(page, rule, node)]
    return [f"{rule}: {node['html']}: {node['failureSummary']}" for rule, node in wrong]


def is_settled(page: Page, rule: str, node: dict[str, Any]) -> bool:
    return rule in UNDECIDED and page.locator(node["target"][0]).evaluate(CONTRAST) >= ENOUGH_CONTRAST


def set_width(person: Person, width: int) -> None:
    person.page.set_viewport_size({"width": width, "height": 844})


@widths
def test_no_page_has_a_violation(person: Person, pages: list[str], width: int) -> None:
    set_width(person, width)
    found = {}
    for page in pages:
        person.open_ready(page.removesuffix("index.html"))
        if points := found_on(person.page):
            found[page] = points
    assert found == {}


def test_no_page_is_wider_than_the_window(person: Person, pages: list[str]) -> None:
    """WCAG 1.4.10: also at 320 px, which is 1280 px at 400%."""
    for page in pages:
        person.open_ready(page.removesuffix("index.html"))
        for width in (320, 390, 1280):
            set_width(person, width)
            assert person.page.evaluate("document.documentElement.scrollWidth") <= width, page


@widths
def test_answers_bring_no_violation(person: Person, question: Question, guide: Guide, width: int) -> None:
    set_width(person, width)
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    person.state(question).check()
    person.expect_saved()
    person.expect_announced("saved", time=words.ANYTHING)
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "wording")
    database.write(person.page, record | {"value": "Something else entirely was asked"})
    for url in (question.url, "", "checklist/"):
        person.open_ready(url)
        assert found_on(person.page) == [], url


@widths
def test_asking_before_clearing_brings_no_violation(person: Person, width: int) -> None:
    set_width(person, width)
    person.open_ready("checklist/")
    person.button(words.CLEAR).click()
    expect(person.page.get_by_role("dialog")).to_be_visible()
    assert found_on(person.page) == []
    person.button(words.CLEAR_YES).click()
    person.expect_announced("cleared")
    assert found_on(person.page) == []


@widths
def test_saying_that_nothing_is_saved_brings_no_violation(
    person: Person, question: Question, width: int
) -> None:
    set_width(person, width)
    person.page.add_init_script(broken_storage.THROWS)
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_line("not-kept-blocked")
    assert found_on(person.page) == []
    person.page.evaluate("window.onbeforeunload = null")


def test_what_has_the_focus_is_never_hidden_by_the_line_in_sight(person: Person, question: Question) -> None:
    """WCAG 2.4.11, on a small window, going down with Tab."""
    person.page.set_viewport_size({"width": 390, "height": 600})
    person.open_ready(question.url)
    hidden = """() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return there?.closest("[data-module=saved]") ? document.activeElement.outerHTML : null;
    }"""
    for _ in range(40):
        person.page.keyboard.press("Tab")
        assert person.page.evaluate(hidden) is None


def test_no_key_is_a_shortcut(person: Person, question: Question) -> None:
    """WCAG 2.1.4."""
    person.open_ready(question.url)
    before = person.page.content()
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?,.":
        person.page.keyboard.press(key)
    assert person.page.url.endswith(question.url)
    assert person.page.content() == before
