"""What lost against another text, or could not be read, is listed with its origin, and can be put back."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, words_review, writing
from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import Server


def set_aside(person: Person) -> Locator:
    return person.page.get_by_role("region", name=words_review.KEPT, exact=True)


def write_in_two_tabs(person: Person, server: Server, question: Question) -> None:
    """Leave one text in the field, "From A", and another aside, "From B"."""
    person.open_ready(question.url)
    other = Person(person.page.context.new_page(), server).open_ready(question.url)
    writing.conclusion(person).press_sequentially("From ")
    expect(writing.conclusion(other)).to_have_value("From ")  # what it has not seen, it sets aside as well
    writing.conclusion(other).fill("From B")
    other.expect_saved()
    expect(writing.conclusion(person)).to_have_value("From ")
    other.page.close()
    person.page.keyboard.type("A")
    person.expect_saved()


def test_there_is_no_list_where_nothing_is_kept_aside(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    expect(set_aside(person)).to_be_hidden()


def test_a_text_of_another_tab_is_listed_with_where_it_came_from(
    person: Person, server: Server, question: Question
) -> None:
    write_in_two_tabs(person, server, question)
    person.open_ready(copies.REVIEW)
    expect(set_aside(person).get_by_role("listitem")).to_have_count(1)
    expect(set_aside(person)).to_contain_text(person.said("set-aside-another-tab", text="From B"))


@pytest.mark.full
def test_the_count_links_to_the_list(person: Person, server: Server, question: Question) -> None:
    write_in_two_tabs(person, server, question)
    person.line.get_by_role("link").click()
    person.wait_until_ready()
    expect(set_aside(person).get_by_role("heading")).to_be_in_viewport()


@pytest.mark.full
def test_a_text_is_put_back_and_what_stood_there_is_kept_instead(
    person: Person, server: Server, question: Question
) -> None:
    write_in_two_tabs(person, server, question)
    person.open_ready(copies.REVIEW)
    set_aside(person).get_by_role("button", name=words_review.PUT_BACK).click()
    person.expect_announced("set-aside-restored")
    expect(set_aside(person).get_by_role("listitem")).to_have_count(1)
    expect(set_aside(person)).to_contain_text("From A")
    copies.wait_for(person, "conclusion", "text", "From B")
    person.open_ready(question.url)
    expect(writing.conclusion(person)).to_have_value("From B")
    assert "From A" in writing.stored_texts(person)


def test_the_focus_stays_in_the_list_when_a_text_is_put_back(
    person: Person, server: Server, question: Question
) -> None:
    write_in_two_tabs(person, server, question)
    person.open_ready(copies.REVIEW)
    set_aside(person).get_by_role("button", name=words_review.PUT_BACK).press("Enter")
    person.expect_announced("set-aside-restored")
    assert set_aside(person).evaluate("section => section.contains(document.activeElement)")


@pytest.mark.full
def test_an_unreadable_record_is_listed_also_before_anything_replaces_it(
    person: Person, guide: Guide
) -> None:
    """The line on the other pages says that it is kept aside."""
    statement = guide.statements[0]
    copies.put(person, copies.review("r1", copies.record("answer", statement.id, "answer", "partly")))
    expect(set_aside(person)).to_contain_text("partly")


@pytest.mark.full
def test_a_record_kept_by_a_newer_version_does_not_break_the_list(person: Person) -> None:
    held = {"record": {"value": "from the future"}, "reason": "of-a-newer-version"}
    copies.put(person, copies.review("r1", copies.record("set-aside", "k1", "record", held)))
    expect(set_aside(person)).to_contain_text("from the future")


@pytest.mark.full
def test_what_was_kept_in_one_s_own_review_is_not_offered_in_the_board_s(person: Person) -> None:
    own = copies.record("conclusion", "q", "text", "mine") | {"review": "r1"}
    held = {"record": own, "reason": "another-tab"}
    copies.put(
        person,
        copies.review("r2", copies.record("conclusion", "q", "text", "ours"), whose="board"),
        copies.review("r1", copies.record("set-aside", "k1", "record", held)),
    )
    expect(set_aside(person)).to_be_hidden()
    person.radio(words_review.OWN_ANSWERS).check()
    expect(set_aside(person)).to_contain_text("mine")


@pytest.mark.full
def test_a_text_that_gives_way_to_a_loaded_one_is_listed(
    person: Person, question: Question, guide: Guide
) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).fill("Ours")
    person.expect_saved()
    person.open_ready(copies.REVIEW)
    later = copies.record("conclusion", question.id, "text", "Theirs", 4_000_000_000_000)
    copies.load(person, copies.copy(guide, copies.review("x", later)), words_review.ADD)
    expect(set_aside(person)).to_contain_text(person.said("set-aside-file", text="Ours"))
    copies.wait_for(person, "conclusion", "text", "Theirs")
