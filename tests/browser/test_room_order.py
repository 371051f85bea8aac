"""The order of the room: by disagreement where members' answers are there, as in the guide, or one's own."""

import pytest
from playwright.sync_api import expect

from tests.support import copies, database, in_the_room, words_review, words_room, writing
from tests.support.copies import EARLIER, record
from tests.support.guide import Guide
from tests.support.in_the_room import enter, expect_question, move
from tests.support.person import Person


@pytest.fixture
def counted(person: Person, guide: Guide) -> Person:
    """Somebody whose board disagrees most about the last question, and then about the second."""
    in_the_room.put_counts(person, guide, guide.questions[-1], guide.questions[1])
    return enter(person)


def order(person: Person) -> list[str]:
    asks = in_the_room.open_list(person).get_by_role("button").all_inner_texts()
    person.button(words_room.CLOSE).click()
    return asks


def choose(person: Person, name: str) -> None:
    in_the_room.open_list(person)
    person.pick(name)
    person.button(words_room.CLOSE).click()


def test_without_members_answers_the_order_is_the_guide_s(person: Person, guide: Guide) -> None:
    enter(person)
    assert order(person) == [question.ask for question in guide.questions]
    in_the_room.open_list(person)
    expect(person.page.get_by_role("radio")).to_have_count(0)


@pytest.mark.full
def test_the_questions_where_members_disagree_most_come_first(counted: Person, guide: Guide) -> None:
    first, *others, last = guide.questions
    wanted = [last, others[0], first, *others[1:]]
    assert order(counted) == [question.ask for question in wanted]
    for question in wanted[:-1]:
        expect_question(counted, question)
        move(counted, "Next").click()
    expect_question(counted, wanted[-1])


def test_the_place_in_another_order_is_told_from_the_number_in_the_guide(
    counted: Person, guide: Guide
) -> None:
    count = len(guide.questions)
    place = counted.said("room-place-moved", place=1, count=count, number=count)
    expect(counted.page.locator("[data-place]")).to_have_text(place)


@pytest.mark.full
def test_the_guide_s_order_is_chosen_and_kept(counted: Person, guide: Guide) -> None:
    expect_question(counted, guide.questions[-1])
    move(counted, "Next").click()
    choose(counted, words_room.BY_GUIDE)
    expect_question(counted, guide.questions[1])
    counted.expect_saved()
    counted.reload()
    assert order(counted) == [question.ask for question in guide.questions]
    choose(counted, words_room.BY_DISAGREEMENT)
    assert order(counted)[0] == guide.questions[-1].ask


@pytest.mark.full
def test_one_s_own_order_is_followed(counted: Person, guide: Guide) -> None:
    ids = [question.id for question in reversed(guide.questions)]
    value = {"by": "own", "ids": ids}
    noted = {"review": "", "kind": "device", "id": "r1", "field": "order", "value": value}
    database.write(counted.page, noted | {"changedAt": EARLIER})
    counted.reload()
    assert order(counted) == [question.ask for question in reversed(guide.questions)]
    choose(counted, words_room.BY_GUIDE)
    choose(counted, words_room.OWN_ORDER)
    assert order(counted) == [question.ask for question in reversed(guide.questions)]


@pytest.mark.full
def test_what_members_answered_stands_beside_each_statement(counted: Person, guide: Guide) -> None:
    distribution = counted.said("room-distribution", **in_the_room.counts_with(6))
    for statement in guide.questions[-1].statements:
        row = counted.page.locator("[data-statement]").filter(has=counted.box(statement))
        expect(row).to_contain_text(distribution)


def test_one_member_s_answers_are_not_shown(person: Person, guide: Guide) -> None:
    statement = guide.questions[0].statements[0]
    counts = {"ticked": 1, "notTicked": 0, "unknown": 0}
    copies.put(person, copies.review("r1", record("combined", statement.id, "counts", counts), whose="board"))
    enter(person)
    row = person.page.locator("[data-statement]").filter(has=person.box(statement))
    expect(row).to_be_visible()
    expect(row).not_to_contain_text(person.said("room-distribution", **counts))


def test_what_is_picked_is_discussed_and_nothing_else(counted: Person, guide: Guide) -> None:
    second, last = guide.questions[1], guide.questions[2]
    in_the_room.open_list(counted)
    for question in (second, last):
        in_the_room.pick(counted, question).check()
    counted.button(words_room.CLOSE).click()
    in_the_room.jump(counted, second)
    place = counted.said("room-place-moved", place=1, count=2, number=second.number)
    expect(counted.page.locator("[data-place]")).to_have_text(place)
    move(counted, "Next").click()
    expect_question(counted, last)
    expect(in_the_room.bar(counted).get_by_role("link", name=words_room.FINISH, exact=True)).to_be_visible()
    counted.expect_saved()
    counted.reload()
    expect_question(counted, last)
    expect(move(counted, "Next")).to_have_count(0)


@pytest.mark.full
def test_a_question_that_is_not_picked_is_still_to_be_had(counted: Person, guide: Guide) -> None:
    first, second = guide.questions[:2]
    in_the_room.open_list(counted)
    in_the_room.pick(counted, second).check()
    counted.button(words_room.CLOSE).click()
    in_the_room.jump(counted, first)
    expect_question(counted, first)
    expect(counted.page.locator("[data-place]")).to_have_text(counted.said("room-place-extra", number=1))
    move(counted, "Previous").click()
    expect_question(counted, second)


def test_left_at_a_question_that_is_not_picked_any_more_the_room_opens_anew(
    counted: Person, guide: Guide
) -> None:
    picked, left = guide.questions[:2]
    in_the_room.jump(counted, left)
    in_the_room.open_list(counted)
    in_the_room.pick(counted, picked).check()
    counted.button(words_room.CLOSE).click()
    expect_question(counted, left)
    counted.expect_saved()
    counted.reload()
    expect(counted.page.locator("[data-place]")).to_have_text(counted.said("room-opening"))
    move(counted, "Next").click()
    expect_question(counted, picked)
    in_the_room.jump(counted, left)
    expect_question(counted, left)


@pytest.mark.full
def test_a_parked_question_says_so_in_the_list_too(counted: Person, guide: Guide) -> None:
    question = guide.questions[-1]
    expect_question(counted, question)
    writing.parked(counted).check()
    expect(in_the_room.heading(counted).locator("..").get_by_text(words_review.PARKED)).to_be_visible()
    line = in_the_room.open_list(counted).filter(has=counted.button(question.ask))
    expect(line).to_contain_text(counted.said("status-parked"))
