"""Clearing all answers asks first, and can be undone exactly."""

import pytest
from playwright.sync_api import expect

from tests.support import database, words, writing
from tests.support.guide import Guide
from tests.support.person import Person, expect_ticked


@pytest.fixture
def answered(person: Person, guide: Guide) -> Person:
    """Somebody who ticked the first statement, does not know the second, and has answered the question."""
    person.open_ready("checklist/")
    person.box(guide.statements[0]).check()
    person.unknown(guide.statements[1]).check()
    person.state(guide.questions[0]).check()
    person.expect_saved()
    return person


def answers(person: Person) -> dict[tuple[str, ...], object]:
    return database.answers(database.read(person.page))


def clear(person: Person) -> None:
    person.button(words.CLEAR).click()
    person.button(words.CLEAR_YES).click()
    person.expect_announced("cleared")
    database.wait_until(person.page, lambda records: not database.answers(records))


def test_clearing_asks_first_and_no_keeps_everything(answered: Person, guide: Guide) -> None:
    before = answers(answered)
    answered.button(words.CLEAR).click()
    expect(answered.page.get_by_role("dialog")).to_be_visible()
    expect(answered.button(words.CLEAR_NO)).to_be_focused()
    answered.button(words.CLEAR_NO).click()
    expect(answered.page.get_by_role("dialog")).to_be_hidden()
    expect(answered.button(words.CLEAR)).to_be_focused()
    expect_ticked(answered.box(guide.statements[0]), True)
    assert answers(answered) == before


def test_escape_keeps_everything(answered: Person) -> None:
    before = answers(answered)
    answered.button(words.CLEAR).click()
    answered.page.keyboard.press("Escape")
    expect(answered.page.get_by_role("dialog")).to_be_hidden()
    assert answers(answered) == before


@pytest.mark.full
def test_yes_clears_every_answer(answered: Person, guide: Guide) -> None:
    clear(answered)
    answered.reload()
    for box in answered.page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
    answered.open_ready("")
    expect(answered.task(guide.questions[0])).to_contain_text(answered.said("status-not-started"))


def test_undo_brings_back_exactly_what_was_there(answered: Person, guide: Guide) -> None:
    before = answers(answered)
    clear(answered)
    expect(answered.button(words.UNDO)).to_be_focused()
    answered.button(words.UNDO).click()
    answered.expect_announced("restored")
    database.wait_until(answered.page, lambda records: database.answers(records) == before)
    answered.reload()
    expect_ticked(answered.box(guide.statements[0]), True)
    expect_ticked(answered.unknown(guide.statements[1]), True)
    expect_ticked(answered.state(guide.questions[0]), True)


@pytest.mark.full
def test_a_clearing_is_a_dated_record_and_not_a_hole(answered: Person, guide: Guide) -> None:
    earlier = database.find(database.read(answered.page), "answer", guide.statements[0].id, "answer")
    clear(answered)
    later = database.find(database.read(answered.page), "answer", guide.statements[0].id, "answer")
    assert later["value"] is None
    assert later["changedAt"] > earlier["changedAt"]


@pytest.mark.full
def test_clearing_one_s_own_leaves_the_board_s_answers(answered: Person, guide: Guide) -> None:
    answered.open_ready(guide.questions[0].url)
    answered.pick(words.BOARD)
    answered.tick(guide.statements[2])
    answered.open_ready("checklist/")
    answered.button(words.CLEAR).click()
    answered.button(words.CLEAR_YES).click()
    expect_ticked(answered.box(guide.statements[0]), False)
    answered.open_ready(guide.questions[0].url)
    expect_ticked(answered.box(guide.statements[2]), True)


@pytest.mark.full
def test_another_tab_sees_the_clearing(answered: Person, guide: Guide) -> None:
    page = answered.page.context.new_page()
    page.goto(answered.home + guide.questions[0].url)
    box = page.get_by_role("checkbox", name=guide.statements[0].alone, exact=True)
    expect_ticked(box, True)
    clear(answered)
    expect_ticked(box, False)


@pytest.mark.full
def test_what_was_written_since_is_kept_aside_when_a_clearing_is_undone(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    other = person.another_tab().open_ready(question.url)
    writing.conclusion(other).fill("Before")
    writing.conclusion(other).blur()
    other.expect_saved()
    person.open_ready("checklist/")
    clear(person)
    expect(writing.conclusion(other)).to_have_value("")
    writing.conclusion(other).fill("Since")
    other.expect_saved()
    person.button(words.UNDO).click()
    expect(person.line).to_contain_text(person.said("set-aside", count=1))
    person.expect_saved()
    assert {"Before", "Since"} <= writing.stored_texts(person)
