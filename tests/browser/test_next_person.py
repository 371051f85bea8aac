"""A tablet that goes from hand to hand: answers are counted, and gone before the next person starts."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support import (
    broken_storage,
    combining,
    copies,
    database,
    in_the_room,
    words,
    words_combine,
    writing,
)
from tests.support.auditing import expect_nothing_here
from tests.support.combining import Member
from tests.support.guide import Guide
from tests.support.person import NewPerson, Person, expect_ticked

SEVERAL = "Several people share this device"
NEXT = "Add my answers and start for the next person"
YES = "Yes, add my answers"
ONLY = "Start without adding"
NO = "No, go back"


def answer(person: Person, guide: Guide, ticked: int = 0) -> Member:
    """Tick one statement of the first question, say that it is answered, and return that."""
    question = guide.questions[0]
    person.open_ready("checklist/")
    person.box(question.statements[ticked]).check()
    person.state(question).check()
    person.expect_saved()
    return Member({question.statements[ticked].id: True}, [question.id])


def press_next(person: Person) -> None:
    several = person.page.locator("summary").filter(has_text=SEVERAL)
    expect(several).to_be_visible()
    if not person.button(NEXT).is_visible():  # it stays open for the next person
        several.click()
    person.button(NEXT).click()


def hand_over(person: Person, count: int) -> None:
    press_next(person)
    person.button(YES).click()
    person.expect_announced("handed-over", count=count)


def own_answers(person: Person) -> dict[tuple[str, ...], Any]:
    return database.answers(database.read(person.page))


def test_it_is_folded_away_and_offered_once_a_question_is_answered(person: Person, guide: Guide) -> None:
    several = person.page.locator("summary").filter(has_text=SEVERAL)
    person.open_ready("checklist/")
    expect(several).to_be_hidden()
    answer(person, guide)
    expect(several).to_be_visible()
    expect(person.button(NEXT)).to_be_hidden()


def test_it_says_first_what_will_happen_and_no_changes_nothing(person: Person, guide: Guide) -> None:
    answer(person, guide)
    before = database.read(person.page)
    press_next(person)
    expect(person.page.get_by_role("dialog")).to_be_visible()
    expect(person.button(NO)).to_be_focused()
    person.button(NO).click()
    assert database.read(person.page) == before


def test_three_people_on_one_tablet(person: Person, guide: Guide) -> None:
    people = []
    for count, ticked in enumerate([0, 1, 0], 1):
        people.append(answer(person, guide, ticked))
        hand_over(person, count)
        for box in person.page.get_by_role("checkbox").all()[:6]:
            expect(box).not_to_be_checked()
    assert combining.stored(person) == combining.counts_of(guide, people)
    assert own_answers(person) == {}
    combining.open_board(person)
    combining.expect_people(person, count=3, hands=0)


@pytest.mark.full
def test_the_board_s_review_that_is_there_is_the_one_counted_into(person: Person, guide: Guide) -> None:
    combining.open_board(person)
    combining.add(person, guide, combining.members(guide, 2))
    one = answer(person, guide)
    hand_over(person, 3)
    assert combining.stored(person) == combining.counts_of(guide, [*combining.members(guide, 2), one])


@pytest.mark.full
def test_what_the_person_wrote_and_sent_is_not_left_behind(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    person.open_ready(question.url)
    writing.conclusion(person).fill("Between us only")
    person.expect_saved()
    answer(person, guide)
    person.button("Copy your code").click()
    code = person.page.locator(".answer-code__code").inner_text()
    database.wait_until(person.page, lambda records: code in str(records))
    hand_over(person, 1)
    left = str(database.read(person.page))
    assert "Between us only" not in left
    assert code not in left


def test_it_can_be_undone_until_the_next_answer(person: Person, guide: Guide) -> None:
    answer(person, guide)
    before = own_answers(person)
    hand_over(person, 1)
    person.button(words.UNDO).click()
    person.expect_announced("given-back")
    expect_ticked(person.box(guide.statements[0]), True)
    database.wait_until(person.page, lambda records: database.answers(records) == before)
    assert combining.stored(person) == {}
    hand_over(person, 1)
    person.box(guide.statements[1]).check()
    expect(person.button(words.UNDO)).to_have_count(0)


@pytest.mark.full
def test_undoing_takes_only_this_person_out_of_the_counts(person: Person, guide: Guide) -> None:
    first = answer(person, guide)
    hand_over(person, 1)
    answer(person, guide, 1)
    hand_over(person, 2)
    person.button(words.UNDO).click()
    person.expect_announced("given-back")
    expect_ticked(person.box(guide.statements[1]), True)
    assert combining.stored(person) == combining.counts_of(guide, [first])


@pytest.mark.full
def test_answers_that_are_counted_already_can_be_left_out(person: Person, guide: Guide) -> None:
    one = answer(person, guide)
    hand_over(person, 1)
    answer(person, guide)
    press_next(person)
    person.button(ONLY).click()
    person.expect_announced("handed-over", count=1)
    assert combining.stored(person) == combining.counts_of(guide, [one])
    assert own_answers(person) == {}


@pytest.mark.full
def test_where_nothing_can_be_kept_nothing_is_removed(new_person: NewPerson, guide: Guide) -> None:
    person = new_person(broken_storage.THROWS).open_ready("checklist/")
    person.box(guide.statements[0]).check()
    person.state(guide.questions[0]).check()
    person.expect_line("not-kept-blocked")
    press_next(person)
    person.button(YES).click()
    person.expect_announced("not-handed-over")
    expect_ticked(person.box(guide.statements[0]), True)
    person.page.evaluate("window.onbeforeunload = null")


@pytest.mark.full
def test_handing_over_brings_no_violation(person: Person, guide: Guide) -> None:
    answer(person, guide)
    press_next(person)
    expect(person.page.get_by_role("dialog")).to_be_visible()
    expect_nothing_here(person)
    person.button(YES).click()
    person.expect_announced("handed-over", count=1)
    expect_nothing_here(person)


@pytest.mark.full
def test_the_board_s_paper_shows_members_counts_beside_what_it_agreed(person: Person, guide: Guide) -> None:
    statement = guide.statements[0]
    in_the_room.enter(person)
    person.tick(statement)
    person.open_ready(combining.PAGE)
    combining.add(
        person, guide, [Member().about(guide.questions[0], True), Member().about(guide.questions[0])]
    )
    person.open_ready(copies.REVIEW)
    line = copies.about(person, guide.questions[0]).get_by_role("listitem").filter(has_text=statement.text)
    expect(line).to_contain_text(person.said("answer-ticked"))
    expect(line).to_contain_text(person.said("members", ticked=1, notTicked=1, unknown=0))
    others = copies.about(person, guide.questions[-1])
    expect(others.get_by_text(words_combine.TICKED, exact=True)).to_have_count(0)
