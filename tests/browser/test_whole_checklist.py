"""Every statement on one page: filtered, and done from top to bottom."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support import words
from tests.support.guide import Guide, Statement
from tests.support.person import Person, expect_ticked


def shown(person: Person, statements: list[Statement]) -> list[str]:
    return [s.id for s in statements if person.box(s).is_visible()]


def filter_status(person: Person) -> Locator:
    return person.page.locator("[data-module='checklist/filter']").get_by_role("status")


def choose(person: Person, name: str, count: int, total: int) -> None:
    """Choose a filter, and wait until the count is announced."""
    person.page.get_by_role("radio", name=name, exact=True).check()
    message = "shown" if count else "shown-none"
    expect(filter_status(person)).to_have_text(person.said(message, count=count, total=total))


def test_each_filter_shows_its_statements_and_announces_how_many(person: Person, guide: Guide) -> None:
    everything, total = guide.statements, len(guide.statements)
    person.open_ready("checklist/")
    person.box(everything[0]).check()
    person.unknown(everything[1]).check()
    person.expect_saved()
    choose(person, words.FILTER_NOT_TICKED, total - 2, total)
    assert shown(person, everything) == [s.id for s in everything[2:]]
    choose(person, words.UNKNOWN, 1, total)
    assert shown(person, everything) == [everything[1].id]
    choose(person, words.FILTER_ALL, total, total)
    assert shown(person, everything) == [s.id for s in everything]


def test_a_statement_stands_as_wide_when_those_before_it_are_left_out(person: Person, guide: Guide) -> None:
    """A heading that floats would squeeze it to one letter a line."""
    first, second = guide.questions[0].statements[:2]
    person.open_ready("checklist/")
    person.tick(first)
    before = width(person.box(second))
    choose(person, words.FILTER_NOT_TICKED, len(guide.statements) - 1, len(guide.statements))
    expect(person.box(first)).to_be_hidden()
    assert width(person.box(second)) == before


def width(box: Locator) -> float:
    """Return how wide the words beside a box may be."""
    found: float = box.evaluate("box => box.closest('[data-statement]').getBoundingClientRect().width")
    return found


def test_a_filter_without_statements_says_so(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    choose(person, words.UNKNOWN, 0, len(guide.statements))
    assert shown(person, guide.statements) == []


def test_questions_without_a_statement_to_show_are_left_out(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    person.unknown(guide.statements[0]).check()
    person.expect_saved()
    choose(person, words.UNKNOWN, 1, len(guide.statements))
    headings = person.page.get_by_role("heading", level=2)
    expect(headings.filter(has_text=guide.questions[0].ask)).to_be_visible()
    expect(headings.filter(has_text=guide.questions[-1].ask)).to_have_count(0)


@pytest.mark.full
def test_a_link_to_a_question_that_is_left_out_shows_everything_first(person: Person, guide: Guide) -> None:
    last = guide.questions[-1]
    person.open_ready("checklist/")
    person.unknown(guide.statements[0]).check()
    person.expect_saved()
    choose(person, words.UNKNOWN, 1, len(guide.statements))
    links = person.page.get_by_role("region", name="Your answer code").get_by_role("link")
    links.get_by_text(f"Question {last.number}").click()
    expect(person.page.get_by_role("heading", name=last.ask)).to_be_in_viewport()
    expect(person.radio(words.FILTER_ALL)).to_be_checked()


@pytest.mark.full
def test_a_row_does_not_vanish_under_the_finger_that_ticks_it(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    choose(person, words.FILTER_NOT_TICKED, len(guide.statements), len(guide.statements))
    person.tick(guide.statements[0])
    expect(person.box(guide.statements[0])).to_be_visible()
    expect(person.box(guide.statements[0])).to_be_focused()


@pytest.mark.full
def test_printing_shows_every_statement_with_its_boxes(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    person.tick(guide.statements[0])
    person.page.emulate_media(media="print")
    for statement in guide.statements:
        expect(person.box(statement)).to_be_visible()
    expect(person.button(words.CLEAR)).to_be_hidden()
    expect(person.line).to_be_hidden()


def test_a_member_does_the_whole_preparation_here(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    for place, statement in enumerate(guide.statements):
        (person.unknown if place % 3 == 0 else person.box)(statement).check()
    for question in guide.questions:
        person.state(question).check()
    person.expect_saved()
    count, total = len(guide.questions), len(guide.statements)
    unknown = (total + 2) // 3
    person.open_ready("")
    summary = person.said("summary-mine", done=count, count=count, ticked=total - unknown, unknown=unknown)
    expect(person.page.get_by_role("main")).to_contain_text(summary)
    expect(person.page.get_by_role("link", name=person.said("end-mine"))).to_be_visible()
    last = guide.questions[-1]
    person.open_ready(last.url)
    expect_ticked(person.state(last), True)
