"""Storage that is blocked, full or newer: the page goes on in memory, says so, and asks before it is left."""

import pytest
from playwright.sync_api import Dialog, expect

from tests.support import broken_storage, database, words
from tests.support.guide import Guide, Question, Statement
from tests.support.person import NewPerson, Person, expect_ticked
from tests.support.tiers import one_of

blocked = pytest.mark.parametrize("how", one_of(broken_storage.BLOCKED))


def follow_a_link_away(person: Person) -> None:
    person.page.get_by_role("banner").get_by_role("link").first.click(no_wait_after=True)


def expect_to_be_asked_before_leaving(person: Person) -> None:
    """Follow a link, and stay when asked. A tab that is closed asks in the same way."""
    person.page.once("dialog", lambda dialog: dialog.dismiss())
    with person.page.expect_event("dialog") as asked:
        follow_a_link_away(person)
    assert asked.value.type == "beforeunload"
    person.page.evaluate("window.onbeforeunload = null")  # so that the test itself can leave


def expect_to_leave_without_being_asked(person: Person) -> None:
    asked: list[str] = []

    def go(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    person.page.on("dialog", go)
    follow_a_link_away(person)
    person.page.wait_for_url(person.home)
    assert asked == []


@blocked
def test_blocked_storage_is_said_plainly_and_at_once(
    new_person: NewPerson, question: Question, how: str
) -> None:
    person = new_person(broken_storage.BLOCKED[how]).open(question.url)
    person.expect_line("not-kept-blocked")
    person.expect_announced("not-kept-blocked")


@blocked
def test_the_page_works_in_memory_when_storage_is_blocked(
    new_person: NewPerson, question: Question, guide: Guide, how: str
) -> None:
    person = new_person(broken_storage.BLOCKED[how]).open_ready(question.url)
    first, second = question.statements[:2]
    person.box(first).check()
    person.unknown(second).check()
    person.box(second).check()
    person.state(question).check()
    expect_ticked(person.box(first), True)
    expect_ticked(person.unknown(second), False)
    expect(person.line).to_contain_text(person.said("progress-mine", done=1, count=len(guide.questions)))
    person.expect_line("not-kept-blocked")


@blocked
def test_both_sorts_of_answers_stay_apart_when_storage_is_blocked(
    new_person: NewPerson, question: Question, how: str
) -> None:
    person = new_person(broken_storage.BLOCKED[how]).open_ready(question.url)
    person.box(question.statements[0]).check()
    person.pick(words.BOARD)
    expect_ticked(person.box(question.statements[0]), False)
    person.pick(words.MINE)
    expect_ticked(person.box(question.statements[0]), True)


def test_the_page_does_not_wait_for_storage_that_never_answers(
    new_person: NewPerson, question: Question
) -> None:
    """Until the other answers show, a tick would look as if it stood in both."""
    person = new_person(broken_storage.SILENT).open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_line("not-kept-blocked")
    person.pick(words.BOARD)
    expect(person.box(question.statements[0])).not_to_be_checked()


@pytest.mark.full
@blocked
def test_leaving_asks_first_when_storage_is_blocked(
    new_person: NewPerson, question: Question, how: str
) -> None:
    person = new_person(broken_storage.BLOCKED[how]).open_ready(question.url)
    person.box(question.statements[0]).click()
    expect_to_be_asked_before_leaving(person)


@pytest.mark.full
def test_leaving_does_not_ask_when_all_is_saved(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.box(question.statements[0]).click()
    person.expect_saved()
    expect_to_leave_without_being_asked(person)


@pytest.mark.full
def test_leaving_does_not_ask_when_nothing_was_answered(new_person: NewPerson, question: Question) -> None:
    person = new_person(broken_storage.THROWS).open_ready(question.url)
    person.page.get_by_role("main").click(position={"x": 1, "y": 1})
    expect_to_leave_without_being_asked(person)


@pytest.mark.full
def test_full_storage_is_said_until_it_is_mended_and_then_saved_by_itself(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(broken_storage.full()).open_ready(question.url)
    person.box(question.statements[0]).check()
    person.expect_line("not-kept-full")
    person.expect_announced("not-kept-full")
    expect_ticked(person.box(question.statements[0]), True)
    person.box(question.statements[1]).check()
    person.expect_line("not-kept-full")
    person.page.evaluate(broken_storage.mend())
    person.expect_saved()
    person.expect_announced("saved", time=words.ANYTHING)
    expect_to_leave_without_being_asked(person)


@pytest.mark.full
def test_what_was_ticked_while_storage_was_full_is_there_after_it_is_mended(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(broken_storage.full()).open_ready(question.url)
    for statement in question.statements[:2]:
        person.box(statement).check()
    person.expect_line("not-kept-full")
    person.page.evaluate(broken_storage.mend())
    person.expect_saved()
    records = database.read(person.page)
    for statement in question.statements[:2]:
        assert database.find(records, "answer", statement.id, "answer")["value"] is True


@pytest.mark.full
def test_leaving_asks_first_when_storage_is_full(new_person: NewPerson, question: Question) -> None:
    person = new_person(broken_storage.full()).open_ready(question.url)
    person.box(question.statements[0]).click()
    person.expect_line("not-kept-full")
    expect_to_be_asked_before_leaving(person)


@pytest.mark.full
def test_a_change_that_fails_half_way_is_not_half_applied(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    for statement in guide.statements[:3]:
        person.tick(statement)
    before = database.answers(database.read(person.page))
    person.page.add_init_script(broken_storage.full(room_for=3, reason="UnknownError"))
    person.reload()
    person.button(words.CLEAR).click()
    person.button(words.CLEAR_YES).click()
    person.expect_line("not-kept-failed")
    assert database.answers(database.read(person.page)) == before
    person.page.evaluate(broken_storage.mend())
    person.expect_saved()
    assert database.answers(database.read(person.page)) == {}


@pytest.mark.full
def test_a_newer_database_is_left_alone_and_said(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    before = database.read(person.page)
    database.raise_version(person.page, 99)
    person.open(question.url)
    person.expect_line("not-kept-newer")
    person.box(question.statements[1]).click()
    expect_ticked(person.box(question.statements[1]), True)
    assert database.read(person.page) == before
    expect_to_be_asked_before_leaving(person)


@pytest.mark.full
def test_a_page_makes_way_for_a_newer_version_in_another_tab(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    other = person.page.context.new_page()
    other.goto(person.home + question.url)
    database.raise_version(other, 99)
    person.expect_line("not-kept-newer")
    expect_ticked(person.box(question.statements[0]), True)


def tick_before_storage_opens(person: Person, statement: Statement) -> None:
    person.page.add_init_script(broken_storage.LATE)
    person.reload()
    person.expect_line("not-kept-blocked")
    person.box(statement).check()
    person.page.evaluate("answer()")
    person.expect_saved()


@pytest.mark.full
def test_one_s_own_answers_stay_one_s_own_when_storage_with_the_board_s_opens_late(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(question.statements[1])
    person.pick(words.MINE)
    tick_before_storage_opens(person, question.statements[0])
    expect(person.radio(words.MINE)).to_be_checked()
    expect_ticked(person.box(question.statements[0]), True)
    person.pick(words.BOARD)
    expect_ticked(person.box(question.statements[0]), False)


@pytest.mark.full
def test_one_s_own_answers_join_those_in_storage_that_opens_late(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    tick_before_storage_opens(person, question.statements[1])
    for statement in question.statements[:2]:
        expect_ticked(person.box(statement), True)
