"""One's own answers and the board's stay apart, and the page always shows which are open."""

import pytest
from playwright.sync_api import expect

from tests.support import words
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked

NAMES = {words.MINE: words.ANSWERED, words.BOARD: words.DISCUSSED}
PROGRESS = {words.MINE: "progress-mine", words.BOARD: "progress-board"}


def test_one_starts_with_one_s_own(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    expect(person.radio(words.MINE)).to_be_checked()
    expect(person.state(question, words.ANSWERED)).to_be_visible()
    expect(person.state(question, words.DISCUSSED)).to_have_count(0)


@pytest.mark.parametrize("whose", [words.MINE, words.BOARD])
def test_the_state_of_a_question_is_saved_in_the_words_of_its_sort(
    person: Person, question: Question, guide: Guide, whose: str
) -> None:
    person.open_ready(question.url)
    person.pick(whose)
    person.state(question, NAMES[whose]).check()
    person.expect_saved()
    person.reload()
    expect(person.radio(whose)).to_be_checked()
    expect_ticked(person.state(question, NAMES[whose]), True)
    expect(person.line).to_contain_text(person.said(PROGRESS[whose], done=1, count=len(guide.questions)))


def test_the_two_are_kept_apart(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    mine, board = question.statements[:2]
    person.tick(mine)
    person.pick(words.BOARD)
    expect_ticked(person.box(mine), False)
    person.tick(board)
    person.pick(words.MINE)
    expect_ticked(person.box(mine), True)
    expect_ticked(person.box(board), False)
    person.pick(words.BOARD)
    expect_ticked(person.box(mine), False)
    expect_ticked(person.box(board), True)


def test_the_choice_is_kept_on_every_page_of_this_tab(person: Person, guide: Guide) -> None:
    person.open_ready(guide.questions[0].url)
    person.pick(words.BOARD)
    person.open_ready(guide.questions[-1].url)
    expect(person.radio(words.BOARD)).to_be_checked()
    expect(person.state(guide.questions[-1], words.DISCUSSED)).to_be_visible()


def test_the_line_in_sight_says_whose_they_are(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    mine = person.line.inner_text()
    person.pick(words.BOARD)
    expect(person.state(question, words.DISCUSSED)).to_be_visible()
    board = person.line.inner_text()
    assert mine.split("\n")[0] != board.split("\n")[0]
    assert person.line.evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")


def test_the_card_says_whose_they_are_and_a_change_is_announced(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    heading = person.page.get_by_role("heading", name="Checklist")
    expect(heading).to_have_accessible_name("Checklist Your own answers")
    person.pick(words.BOARD)
    expect(heading).to_have_accessible_name("Checklist The board's answers")
    person.expect_announced("whose-board")


@pytest.mark.full
def test_switching_back_and_forth_makes_no_second_review(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    for whose in (words.BOARD, words.MINE, words.BOARD, words.MINE):
        person.pick(whose)
    person.tick(question.statements[0])
    person.pick(words.BOARD)
    person.pick(words.MINE)
    expect_ticked(person.box(question.statements[0]), True)
