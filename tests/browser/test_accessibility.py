"""axe finds nothing on any page, at any width, under any condition, as it opens and while it is used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import broken_storage, database, words
from tests.browser.auditing import found_on, measure
from tests.browser.kinds import addresses, one_of_each_kind
from tests.browser.person import Person
from tests.browser.watching import Watch
from tests.site.guide import Guide, Question

NewPerson = Callable[..., Person]
NOT_FOUND = "status of 404"
# https://www.w3.org/WAI/WCAG22/Understanding/text-spacing
SPACING = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


def sized(width: int, height: int = 844) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}}


@dataclass(frozen=True)
class Condition:
    """How somebody looks at the site.

    Attributes:
        options: what the browser is set to.
        prepare: what is done to each page before it is looked at, once for each thing to look at.
    """

    options: dict[str, Any]
    prepare: Callable[[Page], Iterator[None]] = field(default=lambda _: iter([None]))


def _space(page: Page) -> Iterator[None]:
    page.add_style_tag(content=SPACING)
    yield


def _open(page: Page) -> Iterator[None]:
    """Open what can be opened: all disclosures at once, and one dialog after another."""
    measure(page, "open")
    yield
    for dialog in page.locator("dialog").all():
        dialog.evaluate("dialog => dialog.showModal()")
        yield
        dialog.evaluate("dialog => dialog.close()")


PHONE = Condition(sized(390))
CONDITIONS = {
    "at 320 px": Condition(sized(320)),
    "at 820 px": Condition(sized(820, 1180)),
    "at 1280 px": Condition(sized(1280)),
    "in forced colours": Condition({**sized(1280), "forced_colors": "active"}),
    "with more contrast": Condition({**sized(390), "contrast": "more"}),
    # The user's own style sheet comes from outside the page: its policy does not hold for it.
    "with text spacing": Condition({**sized(320), "bypass_csp": True}, _space),
    "with everything open": Condition(sized(390), _open),
}
MORE_CONDITIONS = CONDITIONS | {
    "at 390 px": PHONE,
    "in forced colours on a phone": Condition({**sized(390), "forced_colors": "active"}),
    "with everything open at 1280 px": Condition(sized(1280), _open),
}


def conditions(wanted: dict[str, Condition]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("condition", wanted.values(), ids=list(wanted))


widths = pytest.mark.parametrize("width", [390, 1280])


def expect_nothing(person: Person, urls: list[str], condition: Condition) -> None:
    """Audit pages, and fail with everything that is found."""
    found: list[str] = []
    for url in urls:
        person.open_ready(url)
        for _ in condition.prepare(person.page):
            found += [f"/{url}: {point}" for point in found_on(person.page)]
    assert not found, "\n".join(found)


def expect_nothing_here(person: Person) -> None:
    found = found_on(person.page)
    assert not found, "\n".join([person.page.url, *found])


@pytest.mark.long
@conditions(MORE_CONDITIONS)
def test_no_page_has_a_violation_under_any_condition(
    new_person: NewPerson, watch: Watch, pages: list[str], condition: Condition
) -> None:
    watch.expected.append(NOT_FOUND)
    expect_nothing(new_person(**condition.options), addresses(pages), condition)


def test_no_page_has_a_violation_on_a_phone(new_person: NewPerson, watch: Watch, pages: list[str]) -> None:
    watch.expected.append(NOT_FOUND)
    expect_nothing(new_person(**PHONE.options), addresses(pages), PHONE)


@conditions(CONDITIONS)
def test_a_page_of_each_kind_has_no_violation_under_any_condition(
    new_person: NewPerson, watch: Watch, guide: Guide, condition: Condition
) -> None:
    watch.expected.append(NOT_FOUND)
    expect_nothing(new_person(**condition.options), one_of_each_kind(guide), condition)


def set_width(person: Person, width: int) -> None:
    person.page.set_viewport_size({"width": width, "height": 844})


@widths
def test_answers_bring_no_violation(person: Person, question: Question, guide: Guide, width: int) -> None:
    set_width(person, width)
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    person.state(question).check()
    person.page.locator("[data-act=add]").click()
    person.expect_saved()
    person.expect_announced("saved", time=words.ANYTHING)
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "wording")
    database.write(person.page, record | {"value": "Something else entirely was asked"})
    for url in (question.url, "", "checklist/", "review/"):
        person.open_ready(url)
        expect_nothing_here(person)


@widths
def test_asking_before_clearing_brings_no_violation(person: Person, width: int) -> None:
    set_width(person, width)
    person.open_ready("checklist/")
    person.button(words.CLEAR).click()
    expect(person.page.get_by_role("dialog")).to_be_visible()
    expect_nothing_here(person)
    person.button(words.CLEAR_YES).click()
    person.expect_announced("cleared")
    expect_nothing_here(person)


@widths
def test_what_is_found_brings_no_violation(person: Person, question: Question, width: int) -> None:
    set_width(person, width)
    person.open_ready("search/")
    person.page.get_by_role("searchbox").fill(question.statements[0].text.split()[-1])
    expect(person.page.locator(".search__results a").first).to_be_visible()
    expect_nothing_here(person)


@widths
def test_saying_that_nothing_is_saved_brings_no_violation(
    person: Person, question: Question, width: int
) -> None:
    set_width(person, width)
    person.page.add_init_script(broken_storage.THROWS)
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_line("not-kept-blocked")
    expect_nothing_here(person)
    person.page.evaluate("window.onbeforeunload = null")
