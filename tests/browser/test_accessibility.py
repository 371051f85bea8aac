"""axe finds nothing on any page, at any width, under any condition, as it opens and while it is used."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support import broken_storage, database, words, writing
from tests.support.auditing import expect_nothing_here, found_on, measure
from tests.support.guide import Guide, Question
from tests.support.kinds import addresses, one_of_each_kind
from tests.support.looking import look, sized, spaced_out
from tests.support.person import NewPerson, Person
from tests.support.watching import NOT_FOUND, Watch


@dataclass(frozen=True)
class Condition:
    """How somebody looks at the site.

    Attributes:
        options: what the window and the browser are set to.
        prepare: what is done to each page before it is looked at, once for each thing to look at.
    """

    options: dict[str, Any]
    prepare: Callable[[Page], Iterator[None]] = field(default=lambda _: iter([None]))


def _space(page: Page) -> Iterator[None]:
    with spaced_out(page):
        yield


def _open(page: Page) -> Iterator[None]:
    """Open what can be opened: all disclosures at once, and one dialog after another."""
    measure(page, "open")
    yield
    for dialog in page.locator("dialog").all():
        dialog.evaluate("dialog => dialog.showModal()")
        yield
        dialog.evaluate("dialog => dialog.close()")


# On each page one after another; what opens everything comes last, because that stays open.
CONDITIONS = {
    "at 390 px": Condition(sized(390)),
    "at 320 px": Condition(sized(320)),
    "at 820 px": Condition(sized(820, 1180)),
    "at 1280 px": Condition(sized(1280)),
    "in forced colours": Condition({**sized(1280), "forced_colors": "active"}),
    "with more contrast": Condition({**sized(390), "contrast": "more"}),
    "with text spacing": Condition(sized(320), _space),
    "with everything open": Condition(sized(390), _open),
}
ONE_CONDITION = {"at 390 px": CONDITIONS["at 390 px"]}
MORE_CONDITIONS = {
    "in forced colours on a phone": Condition({**sized(390), "forced_colors": "active"}),
    **CONDITIONS,
    "with everything open at 1280 px": Condition(sized(1280), _open),
}


def expect_nothing(person: Person, urls: list[str], conditions: dict[str, Condition]) -> None:
    """Audit pages under each condition, and fail with everything that is found."""
    found: list[str] = []
    for url in urls:
        person.open_ready(url)
        for name, condition in conditions.items():
            look(person.page, **condition.options)
            for _ in condition.prepare(person.page):
                found += [f"/{url} {name}: {point}" for point in found_on(person.page)]
    assert not found, "\n".join(found)


@pytest.mark.long
def test_no_page_has_a_violation_under_any_condition(
    new_person: NewPerson, watch: Watch, pages: list[str]
) -> None:
    watch.expected.append(NOT_FOUND)
    expect_nothing(new_person(), addresses(pages), MORE_CONDITIONS)


def test_a_page_of_each_kind_has_no_violation_with_answers_on_a_phone(
    person: Person, watch: Watch, guide: Guide
) -> None:
    watch.expected.append(NOT_FOUND)
    writing.answer_in_each_way(person, guide.questions[0])
    expect_nothing(person, one_of_each_kind(guide), ONE_CONDITION)


@pytest.mark.full
def test_a_page_of_each_kind_has_no_violation_under_any_condition(
    new_person: NewPerson, watch: Watch, guide: Guide
) -> None:
    watch.expected.append(NOT_FOUND)
    expect_nothing(new_person(), one_of_each_kind(guide), CONDITIONS)


@pytest.mark.full
def test_answers_bring_no_violation(person: Person, question: Question) -> None:
    writing.answer_in_each_way(person, question)
    person.expect_announced("saved", time=words.ANYTHING)
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "wording")
    database.write(person.page, record | {"value": "Something else entirely was asked"})
    for url in (question.url, "", "checklist/", "review/"):
        person.open_ready(url)
        expect_nothing_here(person)


@pytest.mark.full
def test_asking_before_clearing_brings_no_violation(person: Person) -> None:
    person.open_ready("checklist/")
    person.button(words.CLEAR).click()
    expect(person.page.get_by_role("dialog")).to_be_visible()
    expect_nothing_here(person)
    person.button(words.CLEAR_YES).click()
    person.expect_announced("cleared")
    expect_nothing_here(person)


@pytest.mark.full
def test_what_is_found_brings_no_violation(person: Person, question: Question) -> None:
    person.open_ready("search/")
    person.page.get_by_role("searchbox").fill(question.statements[0].text.split()[-1])
    expect(person.page.locator(".search__results a").first).to_be_visible()
    expect_nothing_here(person)


@pytest.mark.full
def test_saying_that_nothing_is_saved_brings_no_violation(person: Person, question: Question) -> None:
    person.page.add_init_script(broken_storage.THROWS)
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_line("not-kept-blocked")
    expect_nothing_here(person)
    person.page.evaluate("window.onbeforeunload = null")
