"""Answers that were given in the wrong place move at one press, back at another, and nothing is lost."""

from playwright.sync_api import expect

from tests.support import database, words, writing
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked

SUMMARY = "Answered in the wrong place?"
TO_THE_BOARD = "Move this question to the board's answers"
ALL_TO_MY_OWN = "Move all questions to my own answers"
MINE, BOARD = "What I saw alone", "What we saw together"


def move(person: Person, name: str) -> None:
    if not person.button(name).is_visible():
        person.page.get_by_text(SUMMARY).click()
    person.button(name).click()


def conclude(person: Person, question: Question, text: str) -> None:
    person.page.locator(f"[id='{question.id}--conclusion']").fill(text)
    person.expect_saved()


def test_a_question_moves_to_the_board_and_back_with_nothing_lost(person: Person, question: Question) -> None:
    first, second = question.statements[:2]
    conclusion = person.page.locator(f"[id='{question.id}--conclusion']")
    person.open_ready(question.url)
    person.pick(words.BOARD)
    conclude(person, question, BOARD)
    person.pick(words.MINE)
    person.tick(first)
    person.unknown(second).check()
    person.state(question).check()
    conclude(person, question, MINE)

    move(person, TO_THE_BOARD)
    expect(person.radio(words.BOARD)).to_be_checked()
    expect_ticked(person.box(first), True)
    expect_ticked(person.unknown(second), True)
    expect_ticked(person.state(question, words.DISCUSSED), True)
    expect(conclusion).to_have_value(MINE)
    database.wait_until(person.page, lambda _: BOARD in writing.stored_texts(person))

    person.button(words.UNDO).click()
    expect(person.radio(words.MINE)).to_be_checked()
    expect_ticked(person.box(first), True)
    expect(conclusion).to_have_value(MINE)
    person.pick(words.BOARD)
    expect(conclusion).to_have_value(BOARD)
    expect_ticked(person.box(first), False)


def test_the_words_that_were_answered_are_those_of_the_place_where_an_answer_stands(
    person: Person, guide: Guide
) -> None:
    """On the page of another question, too, and in both directions."""
    question = next((q for q in guide.questions if any(s.alone != s.text for s in q.statements)), None)
    assert question, "expected a statement with `alone` in the guide, got none"
    statement = next(s for s in question.statements if s.alone != s.text)

    def wordings() -> set[str]:
        records = database.read(person.page)
        return {r["value"] for r in records if r["field"] == "wording" and r["id"] == statement.id} - {None}

    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(statement)
    assert wordings() == {statement.text}
    other = next(q for q in guide.questions if q is not question)
    person.open_ready(other.url)
    move(person, ALL_TO_MY_OWN)
    expect(person.radio(words.MINE)).to_be_checked()
    person.expect_saved()
    assert wordings() == {statement.alone}
    person.open_ready(question.url)
    expect_ticked(person.box(statement), True)
    expect(person.button(words.KEEP_ANSWER)).to_have_count(0)
