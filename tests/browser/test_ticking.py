"""Ticking, by every means, and what a tick takes away."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.support import words
from tests.support.guide import Question
from tests.support.keyboard import by_keyboard
from tests.support.person import Person, expect_ticked
from tests.support.tiers import one_of

TOUCH = {"has_touch": True}


def by_mouse(person: Person, target: Locator) -> None:
    target.click()


def by_label(person: Person, target: Locator) -> None:
    person.page.locator(f"label[for='{target.get_attribute('id')}']").click()


def by_touch(person: Person, target: Locator) -> None:
    target.tap()


@pytest.mark.full
@pytest.mark.parametrize("act", [by_keyboard, by_mouse, by_label, by_touch])
def test_a_tick_is_saved_and_still_there_after_a_reload(
    new_person: Callable[..., Person], question: Question, act: Callable[[Person, Locator], None]
) -> None:
    person = new_person(**TOUCH if act is by_touch else {}).open_ready(question.url)
    statement = question.statements[0]
    act(person, person.box(statement))
    expect_ticked(person.box(statement), True)
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(statement), True)


@pytest.mark.parametrize("act", one_of([by_keyboard, by_mouse, by_touch]))
def test_a_tick_can_be_taken_away_by_the_same_means(
    new_person: Callable[..., Person], question: Question, act: Callable[[Person, Locator], None]
) -> None:
    person = new_person(**TOUCH if act is by_touch else {}).open_ready(question.url)
    statement = question.statements[0]
    person.tick(statement)
    person.reload()
    act(person, person.box(statement))
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(statement), False)


def test_saved_is_announced_once_it_is_saved(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_announced("saved", time=words.ANYTHING)


def test_nothing_is_announced_on_arrival(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.expect_line("nothing-yet")
    assert not "".join(person.announced.all_text_contents()).strip()


@pytest.mark.full
def test_we_do_not_know_takes_the_tick_away_and_says_so(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    statement = question.statements[0]
    person.tick(statement)
    by_keyboard(person, person.unknown(statement))
    expect_ticked(person.box(statement), False)
    person.expect_announced("tick-removed")
    person.reload()
    expect_ticked(person.unknown(statement), True)
    expect_ticked(person.box(statement), False)


@pytest.mark.full
def test_a_tick_takes_we_do_not_know_away_and_says_so(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    statement = question.statements[-1]
    person.unknown(statement).check()
    person.box(statement).check()
    expect_ticked(person.unknown(statement), False)
    person.expect_announced("unknown-removed-mine")
    person.reload()
    expect_ticked(person.box(statement), True)
    expect_ticked(person.unknown(statement), False)


@pytest.mark.full
def test_other_statements_are_left_alone(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    first, second = question.statements[:2]
    person.tick(first)
    person.unknown(second).check()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(first), True)
    expect_ticked(person.unknown(first), False)
    expect_ticked(person.box(second), False)
    expect_ticked(person.unknown(second), True)


@pytest.mark.full
def test_many_quick_ticks_are_all_saved(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.page.evaluate("""() => {
        for (const box of document.querySelectorAll("[data-statement] input[value=true]")) box.click();
    }""")
    person.expect_saved()
    person.reload()
    for statement in question.statements:
        expect_ticked(person.box(statement), True)


def test_a_box_is_large_enough_to_touch(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    for box in person.page.get_by_role("checkbox").all():
        size = box.bounding_box()
        assert size and min(size["width"], size["height"]) >= 44


def test_what_to_ask_for_is_tied_to_its_box(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    for statement in question.statements:
        if statement.ask_for:
            described = re.compile(re.escape(" ".join(statement.ask_for.split())))
            expect(person.box(statement)).to_have_accessible_description(described)
