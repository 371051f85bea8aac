"""What a person writes about a statement or a question is saved as they type, and stays theirs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support import database, words, words_review, writing
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server

LINES = 'We watched 3 people book.\n\nTwo gave up; one said "why?"\n14 November'
# By the page's own clock: on a busy machine keys come with pauses. Returns what was announced meanwhile.
BETWEEN_KEYS = 50  # milliseconds
A_SECOND, A_MINUTE = 1000, 60_000  # milliseconds


def holds(text: str, kind: str, field: str) -> Callable[[list[database.Record]], bool]:
    return lambda records: any((r["kind"], r["field"], r["value"]) == (kind, field, text) for r in records)


def test_every_keystroke_is_stored_within_a_second(person: Person, question: Question) -> None:
    person.page.clock.install(time=0)
    person.open_ready(question.url)
    writing.open_evidence(person, question.statements[0]).focus()
    person.page.clock.pause_at(
        A_MINUTE
    )  # from here on the page's clock goes on as told, however busy the machine
    typed = ""
    for character in "We saw 2\nteams":
        person.page.keyboard.press("Enter" if character == "\n" else character)
        typed += character
        person.page.clock.run_for(A_SECOND)
        database.wait_until(person.page, holds(typed, "answer", "evidence"))


def test_evidence_is_there_after_a_reload_and_its_details_are_open(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    noted, empty = question.statements[:2]
    writing.open_evidence(person, noted).fill(LINES)
    person.expect_saved()
    person.reload()
    expect(writing.evidence(person, noted)).to_be_visible()
    expect(writing.evidence(person, noted)).to_have_value(LINES)
    expect(writing.evidence(person, empty)).to_be_hidden()


def test_a_conclusion_and_a_parked_question_are_there_after_a_reload(
    person: Person, question: Question, guide: Guide
) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    conclusion = writing.conclusion(person, words_review.OUR_CONCLUSION)
    conclusion.fill(LINES)
    writing.parked(person).check()
    person.expect_saved()
    person.reload()
    expect(conclusion).to_have_value(LINES)
    expect_ticked(writing.parked(person), True)
    person.open_ready(guide.questions[1].url)
    expect(conclusion).to_have_value("")
    expect_ticked(writing.parked(person), False)


@pytest.mark.full
def test_what_is_half_typed_is_kept_when_the_tab_is_closed(
    person: Person, server: Server, question: Question
) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).press_sequentially("We need to see rese")
    person.expect_saved()  # before that, a person is asked whether to leave
    context = person.page.context
    person.page.close()
    other = Person(context.new_page(), server).open_ready(question.url)
    expect(writing.conclusion(other)).to_have_value("We need to see rese")


@pytest.mark.full
def test_one_s_own_notes_and_the_board_s_are_kept_apart(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    statement = question.statements[0]
    writing.open_evidence(person, statement).fill("mine")
    writing.conclusion(person).fill("I think so")
    person.pick(words.BOARD)
    expect(writing.evidence(person, statement)).to_have_value("")
    expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value("")
    writing.conclusion(person, words_review.OUR_CONCLUSION).fill("We agree")
    person.pick(words.MINE)
    expect(writing.evidence(person, statement)).to_have_value("mine")
    expect(writing.conclusion(person)).to_have_value("I think so")
    person.pick(words.BOARD)
    expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value("We agree")


def test_a_field_grows_with_its_text(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    field = writing.conclusion(person)
    field.fill("line\n" * 30)
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight")


def test_the_page_says_once_what_must_not_be_written(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    expect(writing.conclusion(person)).to_have_accessible_description(re.compile("patients.*job titles"))
    expect(person.page.get_by_text("Do not write anything about patients")).to_have_count(1)


@pytest.mark.full
def test_a_half_typed_date_changes_nothing(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    action = writing.add_action(person, "Ask", due="2026-12-01")
    action.get_by_label(words_review.DUE, exact=True).focus()
    person.page.keyboard.press("Delete")
    person.box(question.statements[0]).check()
    person.expect_line("not-valid")
    database.wait_until(person.page, lambda records: len(database.answers(records)) == 2)
    found = [r["value"] for r in database.read(person.page) if r["field"] == "dueOn"]
    assert found == ["2026-12-01"]


@pytest.mark.full
@pytest.mark.parametrize("year", ["20266", "275760"])
def test_a_year_of_too_many_digits_never_makes_a_record_that_cannot_be_read(
    person: Person, question: Question, year: str
) -> None:
    """A date field takes 6 digits for the year, and a date that cannot be read is lost to its writer."""
    person.open_ready(question.url)
    writing.add_action(person, "Ask", due=f"{year}-01-01")
    person.reload()
    expect(person.line).not_to_contain_text(person.said("unreadable", count=1))


@pytest.mark.full
def test_nothing_is_announced_while_typing_and_saved_once_after(person: Person, question: Question) -> None:
    person.page.clock.install(time=0)
    person.open_ready(question.url)
    writing.conclusion(person).focus()
    person.page.clock.pause_at(A_MINUTE)
    for character in "some words that take a while to type":
        person.page.keyboard.insert_text(character)
        person.page.clock.run_for(BETWEEN_KEYS)
        assert "".join(person.announced.all_inner_texts()).strip() == ""
    person.expect_saved()
    person.page.clock.run_for(A_SECOND)
    person.expect_announced("saved", time=words.ANYTHING)
