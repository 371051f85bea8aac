"""A statement whose words have changed since it was answered: both are shown, and the answer can be kept."""

import pytest
from playwright.sync_api import expect

from tests.support import database, words
from tests.support.guide import Question
from tests.support.person import Person, expect_ticked

OLD = "Something else <b>entirely</b> & more was asked in 2020"

TRANSLATED = """() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.trim()) texts.currentNode.data = "Fassung";
}"""


def answered_as(person: Person, question: Question, wording: str) -> None:
    """Tick the first statement, as if it had been worded so at the time."""
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "wording")
    database.write(person.page, record | {"value": wording})
    person.reload()


@pytest.mark.parametrize("url", [None, "checklist/"])
def test_both_wordings_are_shown(person: Person, question: Question, url: str | None) -> None:
    answered_as(person, question, OLD)
    person.open_ready(url or question.url)
    expect(person.page.get_by_text(OLD)).to_be_visible()
    expect(person.box(question.statements[0])).to_be_visible()
    expect_ticked(person.box(question.statements[0]), True)


@pytest.mark.full
def test_keeping_the_answer_confirms_it(person: Person, question: Question) -> None:
    answered_as(person, question, OLD)
    person.button(words.KEEP_ANSWER).click()
    expect(person.page.get_by_text(OLD)).to_have_count(0)
    expect(person.box(question.statements[0])).to_be_focused()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)
    expect(person.button(words.KEEP_ANSWER)).to_have_count(0)


@pytest.mark.full
def test_answering_anew_needs_no_confirmation(person: Person, question: Question) -> None:
    answered_as(person, question, OLD)
    person.unknown(question.statements[0]).check()
    person.expect_saved()
    expect(person.button(words.KEEP_ANSWER)).to_have_count(0)


@pytest.mark.full
def test_spaces_punctuation_and_capitals_are_no_other_wording(person: Person, question: Question) -> None:
    text = question.statements[0].alone
    answered_as(person, question, f"  {text.upper()} !  ")
    expect(person.button(words.KEEP_ANSWER)).to_have_count(0)


@pytest.mark.full
def test_the_wording_is_saved_with_the_answer(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    record = database.find(database.read(person.page), "answer", question.statements[0].id, "wording")
    assert record["value"] == question.statements[0].alone


@pytest.mark.full
def test_a_page_that_the_browser_translated_keeps_the_wording_of_the_guide(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.page.evaluate(TRANSLATED)
    person.page.get_by_role("checkbox").first.check()
    person.page.locator("[value=state]").check()
    wordings = {question.statements[0].alone, question.ask}
    database.wait_until(
        person.page, lambda records: {r["value"] for r in records if r["field"] == "wording"} == wordings
    )
