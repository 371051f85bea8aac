"""Several reviews on one device: begun, named, dated, chosen, carried on from, deleted and brought back."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.support import broken_storage, copies, database, words, words_review, writing
from tests.support.guide import Guide, Question
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server
from tests.support.tiers import one_of


def reviews(person: Person) -> Locator:
    return person.page.get_by_role(
        "radio", name=re.compile(f"^({words_review.OWN_ANSWERS}|{words_review.BOARD_ANSWERS})")
    )


def heading(person: Person) -> Locator:
    return person.page.get_by_role("article").get_by_role("heading", level=2)


def name_it(person: Person, name: str, held_on: str = "") -> None:
    person.page.get_by_label(words_review.NAME, exact=True).fill(name)
    copies.wait_for(person, "review", "name", name)
    if held_on:
        person.page.get_by_label(words_review.HELD_ON, exact=True).fill(held_on)
        copies.wait_for(person, "review", "heldOn", held_on)


@pytest.fixture
def two(person: Person, question: Question) -> Person:
    """Somebody with an own review named "Spring" that has a tick, and an open one of the board."""
    writing.answer_and_conclude(person, question, "Spring thoughts")
    person.open_ready(copies.REVIEW)
    name_it(person, "Spring", "2026-04-02")
    person.button(words_review.BEGIN_BOARD).click()
    expect(reviews(person)).to_have_count(2)
    name_it(person, "Away-day")
    return person


def test_there_is_none_before_the_first_tick(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    expect(reviews(person)).to_have_count(0)
    expect(person.page.get_by_role("link", name=words_review.START_MINE, exact=True)).to_be_visible()


@pytest.mark.full
@pytest.mark.parametrize(
    ("button", "name"),
    [
        (words_review.BEGIN_MINE, words_review.OWN_HEADING),
        (words_review.BEGIN_BOARD, words_review.BOARD_ANSWERS),
    ],
)
def test_a_review_is_begun_and_open(person: Person, question: Question, button: str, name: str) -> None:
    person.open_ready(copies.REVIEW)
    person.button(button).click()
    expect(person.line.get_by_text(name)).to_be_visible()
    person.expect_saved()
    person.reload()
    expect(person.line.get_by_text(name)).to_be_visible()
    person.open_ready(question.url)
    person.pick(words.BOARD if button == words_review.BEGIN_BOARD else words.MINE)
    person.expect_line("kept-before")


@pytest.mark.parametrize("button", one_of([words_review.BEGIN_BOARD, words_review.NEXT]))
def test_a_double_click_begins_one_review(two: Person, button: str) -> None:
    two.button(button).dblclick()
    expect(reviews(two)).to_have_count(3)
    two.reload()
    expect(reviews(two)).to_have_count(3)


@pytest.mark.full
def test_name_and_dates_are_kept_and_shown(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    name_it(person, "Away-day 2026", "2026-11-20")
    person.page.get_by_label(words_review.AGAIN_ON, exact=True).fill("2027-05-20")
    copies.wait_for(person, "review", "reviewAgainOn", "2027-05-20")
    person.reload()
    expect(person.page.get_by_label(words_review.NAME, exact=True)).to_have_value("Away-day 2026")
    expect(person.page.get_by_label(words_review.AGAIN_ON, exact=True)).to_have_value("2027-05-20")
    expect(heading(person)).to_have_text(re.compile("Away-day 2026"))
    for day in ("20 November 2026", "20 May 2027"):
        expect(person.page.get_by_role("article")).to_contain_text(day)
    person.button(words_review.BEGIN_MINE).click()
    expect(person.radio(f"{words_review.OWN_ANSWERS}: Away-day 2026, 20 November 2026")).to_be_visible()


@pytest.mark.full
def test_the_cursor_stays_in_the_name_while_it_is_typed(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    field = person.page.get_by_label(words_review.NAME, exact=True)
    field.press_sequentially("Away-day")
    expect(field).to_be_focused()
    expect(field).to_have_value("Away-day")
    copies.wait_for(person, "review", "name", "Away-day")


@pytest.mark.full
def test_choosing_shows_the_chosen_review_and_keeps_the_focus(two: Person, question: Question) -> None:
    spring = reviews(two).filter(visible=True).first
    spring.check()
    expect(heading(two)).to_have_text(re.compile("Spring"))
    expect(two.page.get_by_role("article")).to_contain_text("Spring thoughts")
    expect(reviews(two).first).to_be_focused()
    expect(two.page.get_by_label(words_review.NAME, exact=True)).to_have_value("Spring")
    two.open_ready(question.url)
    expect(two.radio(words.MINE)).to_be_checked()
    expect_ticked(two.box(question.statements[0]), True)


@pytest.mark.full
@pytest.mark.parametrize("where", one_of(["a question", "the whole checklist"]))
def test_the_open_review_is_named_on_every_page_of_answers(
    two: Person, question: Question, where: str
) -> None:
    """Two reviews of one kind look the same without it."""
    two.open_ready(question.url if where == "a question" else "checklist/")
    expect(two.page.get_by_role("main").get_by_text(", Spring", exact=True)).to_be_visible()


def test_what_is_typed_on_the_review_page_is_said_to_be_saved(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    name_it(person, "Away-day")
    expect(person.page.get_by_text(person.said("saved", time=words.ANYTHING))).not_to_have_count(0)


@pytest.mark.full
def test_two_reviews_of_one_kind_are_kept_apart(two: Person, question: Question) -> None:
    two.button(words_review.BEGIN_MINE).click()
    expect(reviews(two)).to_have_count(3)
    two.open_ready(question.url)
    expect_ticked(two.box(question.statements[0]), False)
    two.tick(question.statements[1])
    two.open_ready(copies.REVIEW)
    two.page.get_by_role("radio", name=re.compile("Spring")).check()
    expect(heading(two)).to_have_text(re.compile("Spring"))
    two.open_ready(question.url)
    expect_ticked(two.box(question.statements[0]), True)
    expect_ticked(two.box(question.statements[1]), False)


@pytest.mark.full
def test_the_next_review_starts_with_everything_but_that_it_was_discussed(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.tick(question.statements[0])
    writing.open_evidence(person, question.statements[0]).fill("Seen")
    writing.conclusion(person, words_review.OUR_CONCLUSION).fill("Agreed")
    writing.add_action(person, "Ask", "Chair", "2027-01-01")
    person.state(question, words.DISCUSSED).check()
    person.expect_saved()
    person.open_ready(copies.REVIEW)
    name_it(person, "First")
    organisation = person.page.get_by_label(words_review.ORGANISATION, exact=True)
    organisation.fill("Example Trust")
    copies.wait_for(person, "review", "organisation", "Example Trust")
    person.button(words_review.NEXT).click()
    expect(reviews(person)).to_have_count(2)
    name = person.page.get_by_label(words_review.NAME, exact=True)
    expect(name).to_have_value("")
    expect(name).to_be_focused()
    expect(organisation).to_have_value("Example Trust")
    person.open_ready(question.url)
    expect(person.radio(words.BOARD)).to_be_checked()
    expect_ticked(person.box(question.statements[0]), True)
    expect(writing.evidence(person, question.statements[0])).to_have_value("Seen")
    expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value("Agreed")
    expect(writing.actions(person)).to_have_count(1)
    expect_ticked(person.state(question, words.DISCUSSED), False)


@pytest.mark.full
def test_deleting_asks_first_and_no_keeps_everything(two: Person) -> None:
    before = copies.dump(two)
    two.button(words_review.DELETE).click()
    expect(two.button(words_review.DELETE_NO)).to_be_focused()
    two.button(words_review.DELETE_NO).click()
    expect(two.page.get_by_role("dialog")).to_be_hidden()
    expect(two.button(words_review.DELETE)).to_be_focused()
    assert copies.dump(two) == before


def delete(person: Person) -> None:
    person.button(words_review.DELETE).click()
    person.button(words_review.DELETE_YES).click()
    person.expect_announced("review-deleted")


@pytest.mark.full
def test_a_deleted_review_is_gone_and_the_others_stay(two: Person, guide: Guide) -> None:
    delete(two)
    expect(two.button(words.UNDO)).to_be_focused()
    expect(heading(two)).to_have_text(re.compile("Spring"))
    expect(reviews(two)).to_have_count(0)  # there is nothing to choose from
    ids = {r["review"] for r in copies.dump(two)} - {""}
    assert len(ids) == 1
    two.reload()
    expect(heading(two)).to_have_text(re.compile("Spring"))


@pytest.mark.full
def test_a_deleted_review_is_brought_back_exactly(two: Person) -> None:
    two.page.get_by_role("radio", name=re.compile("Spring")).check()
    expect(heading(two)).to_have_text(re.compile("Spring"))
    before = copies.contents(two)
    delete(two)
    two.button(words.UNDO).click()
    two.expect_announced("restored")
    expect(two.button(words_review.DELETE)).to_be_focused()
    expect(heading(two)).to_have_text(re.compile("Spring"))
    database.wait_until(two.page, lambda _: copies.contents(two) == before)


@pytest.mark.full
def test_what_could_not_be_read_comes_back_with_a_deleted_review(person: Person, guide: Guide) -> None:
    strange = copies.record("answer", guide.statements[0].id, "answer", "partly")
    copies.put(person, copies.review("r1", strange))
    before = copies.contents(person)
    delete(person)
    person.button(words.UNDO).click()
    person.expect_announced("restored")
    assert copies.contents(person) == before


@pytest.mark.full
def test_another_tab_sees_the_deletion_and_the_return(two: Person, server: Server) -> None:
    other = Person(two.page.context.new_page(), server).open_ready(copies.REVIEW)
    delete(two)
    other.expect_line("not-kept-deleted")
    two.button(words.UNDO).click()
    other.expect_saved()
    expect(heading(other)).to_have_text(re.compile("Away-day"))


@pytest.mark.full
def test_deleting_the_only_review_leaves_an_empty_page_that_works(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.tick(question.statements[0])
    person.open_ready(copies.REVIEW)
    delete(person)
    expect(reviews(person)).to_have_count(0)
    person.open_ready(question.url)
    expect_ticked(person.box(question.statements[0]), False)
    person.tick(question.statements[1])
    person.reload()
    expect_ticked(person.box(question.statements[1]), True)


@pytest.mark.full
def test_a_text_that_could_not_be_saved_comes_back_with_a_deleted_review(person: Person) -> None:
    person.page.add_init_script(broken_storage.full(broken_storage.ENOUGH))
    person.open_ready(copies.REVIEW)
    person.button(words_review.BEGIN_MINE).click()
    person.expect_saved()
    person.page.evaluate(broken_storage.mend(0))
    person.page.get_by_label(words_review.NAME, exact=True).fill("Named")
    person.expect_line("not-kept-full")
    delete(person)
    person.page.evaluate(broken_storage.mend())
    person.button(words.UNDO).click()
    person.expect_announced("restored")
    expect(person.page.get_by_label(words_review.NAME, exact=True)).to_have_value("Named")
    copies.wait_for(person, "review", "name", "Named")


@pytest.mark.full
def test_the_latest_review_of_a_kind_opens_once_the_one_after_it_was_deleted(
    two: Person, question: Question
) -> None:
    two.button(words_review.BEGIN_BOARD).click()
    expect(reviews(two)).to_have_count(3)
    delete(two)
    two.open_ready(question.url)
    two.pick(words.MINE)
    two.pick(words.BOARD)
    two.open_ready(copies.REVIEW)
    expect(reviews(two)).to_have_count(2)
    expect(heading(two)).to_have_text(re.compile("Away-day"))
