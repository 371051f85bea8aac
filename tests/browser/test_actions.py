"""Actions of a question: added, changed, done, removed, and brought back."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support import database, words, words_review, writing
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server


def what(action: Locator) -> Locator:
    return action.get_by_label(words_review.WHAT, exact=True)


def texts(person: Person) -> list[str]:
    return [what(action).input_value() for action in writing.actions(person).all()]


def test_adding_puts_the_cursor_into_the_new_action(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    for number in (0, 1):
        person.button(words_review.ADD_ACTION).click()
        expect(what(writing.actions(person).nth(number))).to_be_focused()


def test_an_action_is_there_after_a_reload(person: Person, question: Question, guide: Guide) -> None:
    person.open_ready(question.url)
    added = writing.add_action(person, "Invite a team\nto the board", "Chief nurse", "2027-02-28")
    added.get_by_role("checkbox", name=words_review.DONE, exact=True).check()
    person.expect_saved()
    person.reload()
    action = writing.actions(person)
    expect(action).to_have_count(1)
    expect(what(action)).to_have_value("Invite a team\nto the board")
    expect(action.get_by_label(words_review.OWNER, exact=True)).to_have_value("Chief nurse")
    expect(action.get_by_label(words_review.DUE, exact=True)).to_have_value("2027-02-28")
    expect_ticked(action.get_by_role("checkbox", name=words_review.DONE, exact=True), True)
    person.open_ready(guide.questions[1].url)
    expect(writing.actions(person)).to_have_count(0)


def test_an_action_is_changed_in_place(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    added = writing.add_action(person, "Ask", "Chair", "2027-01-01")
    what(added).fill("Ask again")
    added.get_by_label(words_review.DUE, exact=True).fill("2027-03-01")
    added.get_by_role("checkbox", name=words_review.DONE, exact=True).check()
    added.get_by_role("checkbox", name=words_review.DONE, exact=True).uncheck()
    person.expect_saved()
    person.reload()
    assert texts(person) == ["Ask again"]
    expect(writing.actions(person).get_by_label(words_review.DUE, exact=True)).to_have_value("2027-03-01")
    expect_ticked(writing.actions(person).get_by_role("checkbox", name=words_review.DONE, exact=True), False)


@pytest.mark.full
def test_a_removed_action_is_gone_and_the_cursor_is_on_undo(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    writing.add_action(person, "Stays")
    writing.add_action(person, "Goes")
    writing.actions(person).nth(1).get_by_role("button", name=words_review.REMOVE_ACTION).click()
    expect(person.button(words.UNDO)).to_be_focused()
    person.expect_announced("action-removed")
    person.expect_saved()
    assert texts(person) == ["Stays"]
    person.reload()
    assert texts(person) == ["Stays"]


@pytest.mark.full
def test_undo_brings_the_whole_action_back_to_its_place(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    for text in ("first", "second", "third"):
        writing.add_action(person, text, "Chair", "2027-01-01")
    writing.actions(person).nth(1).get_by_role("button", name=words_review.REMOVE_ACTION).click()
    person.button(words.UNDO).click()
    person.expect_saved()
    expect(
        person.page.get_by_role("textbox", name=words_review.WHAT).and_(person.page.locator(":focus"))
    ).to_have_value("second")
    assert texts(person) == ["first", "second", "third"]
    person.reload()
    assert texts(person) == ["first", "second", "third"]
    expect(writing.actions(person).nth(1).get_by_label(words_review.OWNER)).to_have_value("Chair")


@pytest.mark.full
def test_other_actions_keep_their_text_and_cursor_when_another_tab_removes_one(
    person: Person, server: Server, question: Question
) -> None:
    person.open_ready(question.url)
    writing.add_action(person, "Goes")
    writing.add_action(person, "Stays")
    other = Person(person.page.context.new_page(), server).open_ready(question.url)
    other.pick(words.BOARD)
    what(writing.actions(person).nth(1)).press("End")
    writing.actions(other).first.get_by_role("button", name=words_review.REMOVE_ACTION).click()
    expect(writing.actions(person)).to_have_count(1)
    person.page.keyboard.type(" here")
    expect(what(writing.actions(other))).to_have_value("Stays here")


@pytest.mark.full
def test_one_who_answers_alone_is_asked_for_no_action_and_parks_nothing(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    expect(person.button(words_review.ADD_ACTION)).to_be_hidden()
    expect(writing.parked(person)).to_be_hidden()
    person.pick(words.BOARD)
    expect(person.button(words_review.ADD_ACTION)).to_be_visible()
    expect(writing.parked(person)).to_be_visible()


@pytest.mark.full
def test_one_keystroke_is_written_once(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    action = writing.add_action(person, "Ask")
    person.page.evaluate("""() => {
        window.puts = 0;
        const put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function (...values) {
            window.puts += 1;
            return put.apply(this, values);
        };
    }""")
    what(action).press("!")
    person.expect_saved()
    assert person.page.evaluate("window.puts") == 1
    assert database.find(database.read(person.page), "action", _id(person), "what")["value"] == "Ask!"


def _id(person: Person) -> str:
    ids = {r["id"] for r in database.read(person.page) if r["kind"] == "action"}
    assert len(ids) == 1
    return str(ids.pop())
