"""Texts written in 2 tabs at once: none is lost, each stays in its review, and both tabs are told."""

import pytest
from playwright.sync_api import expect

from tests.support import broken_storage, copies, database, words, words_review, writing
from tests.support.guide import Question
from tests.support.person import Person, expect_ticked


def expect_kept_and_told(tabs: tuple[Person, Person], *texts: str) -> None:
    for tab in tabs:
        expect(tab.line).to_contain_text(tab.said("set-aside", count=1))
    assert set(texts) <= writing.stored_texts(tabs[0])


def test_typing_goes_on_undisturbed_while_another_tab_writes_another_field(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    field = writing.conclusion(person)
    field.press_sequentially("The end")
    for _ in range(len("end")):
        person.page.keyboard.press("ArrowLeft")
    writing.open_evidence(other, question.statements[0]).fill("seen elsewhere")
    other.box(question.statements[1]).check()
    expect(writing.evidence(person, question.statements[0])).to_have_value("seen elsewhere")
    expect_ticked(person.box(question.statements[1]), True)
    expect(field).to_be_focused()
    person.page.keyboard.type("very ")
    expect(field).to_have_value("The very end")
    expect(writing.conclusion(other)).to_have_value("The very end")


def test_the_same_field_in_2_tabs_keeps_both_texts_and_the_writer_is_told(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    writing.conclusion(person).press_sequentially("From tab A")
    expect(writing.conclusion(other)).to_have_value("From tab A")
    writing.conclusion(other).fill("From tab B")
    other.expect_saved()
    expect(writing.conclusion(person)).to_have_value("From tab A")
    writing.conclusion(person).press_sequentially(", more")
    person.expect_saved()
    expect(writing.conclusion(person)).to_have_value("From tab A, more")
    expect(person.line).to_contain_text(person.said("set-aside", count=1))
    assert {"From tab A, more", "From tab B"} <= writing.stored_texts(person)


def test_a_text_overwritten_in_another_tab_without_having_been_seen_there_is_kept(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    writing.conclusion(other).focus()  # from now on that tab does not change what is in this field
    writing.conclusion(person).fill("Written first")
    person.expect_saved()
    other.page.keyboard.type("B")
    other.expect_saved()
    expect_kept_and_told((person, other), "B", "Written first")


@pytest.mark.full
def test_a_text_overwritten_before_the_other_tab_had_heard_of_it_is_kept_and_both_are_told(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab()
    other.page.add_init_script(broken_storage.HEARS_NOTHING)
    other.open_ready(question.url)
    writing.conclusion(person).fill("Written first")
    person.expect_saved()
    writing.conclusion(other).fill("B")
    expect_kept_and_told((person, other), "B", "Written first")


@pytest.mark.full
def test_typing_goes_on_into_the_same_review_when_another_tab_opens_another(
    person: Person, question: Question
) -> None:
    """Whoever is typing their own answer must not find it among the board's."""
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    writing.conclusion(person).press_sequentially("My own")
    person.expect_saved()
    mine = database.find(database.read(person.page), "conclusion", question.id, "text")["review"]
    other.pick(words.BOARD)
    writing.conclusion(other, words_review.OUR_CONCLUSION).fill("Our own")
    other.expect_saved()
    expect(person.radio(words.MINE)).to_be_checked()
    person.page.keyboard.type(" view")
    person.expect_saved()
    written = [r for r in database.read(person.page) if r["kind"] == "conclusion" and r["review"] == mine]
    assert [r["value"] for r in written] == ["My own view"]


@pytest.mark.full
def test_a_text_that_waits_for_room_is_kept_when_another_tab_has_saved_a_later_one(
    person: Person, question: Question
) -> None:
    person.page.add_init_script(broken_storage.full())
    person.open_ready(question.url)
    other = person.another_tab().open_ready(question.url)
    writing.conclusion(person).fill("Waits")
    person.expect_line("not-kept-full")
    writing.conclusion(other).fill("Later")
    other.expect_saved()
    person.page.evaluate(broken_storage.mend())
    expect_kept_and_told((person, other), "Waits", "Later")


@pytest.mark.full
def test_a_text_that_waits_for_room_is_kept_in_a_review_that_both_tabs_know(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab()
    other.page.add_init_script(broken_storage.full())
    other.open_ready(question.url)
    writing.conclusion(person).fill("Seen by both")
    person.expect_saved()
    expect(writing.conclusion(other)).to_have_value("Seen by both")
    writing.conclusion(other).fill("Waits")
    other.expect_line("not-kept-full")
    writing.conclusion(person).fill("Later")
    person.expect_saved()
    other.page.evaluate(broken_storage.mend())
    expect_kept_and_told((person, other), "Waits", "Later")


@pytest.mark.full
def test_what_is_kept_aside_is_counted_once_however_often_saving_was_tried(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    other = person.another_tab()
    other.page.add_init_script(broken_storage.HEARS_NOTHING)
    other.page.add_init_script(broken_storage.full(room_for=1))
    other.open_ready(question.url)
    writing.conclusion(person).fill("Written first")
    person.expect_saved()
    writing.conclusion(other).fill("B")
    other.expect_line("not-kept-full")
    other.page.evaluate(broken_storage.mend())
    other.expect_saved()
    expect(other.line).to_contain_text(other.said("set-aside", count=1))


@pytest.mark.full
def test_typing_goes_on_into_the_review_that_2_tabs_began_at_once(person: Person, question: Question) -> None:
    other = person.another_tab()
    other.page.add_init_script(broken_storage.HEARS_NOTHING)
    other.open_ready(question.url)
    person.open_ready(question.url)
    person.tick(question.statements[0])
    writing.conclusion(other).press_sequentially("Typed ")
    other.expect_saved()
    other.page.keyboard.type("on and on")
    other.expect_saved()
    other.reload()
    expect(writing.conclusion(other)).to_have_value("Typed on and on")
    expect(other.box(question.statements[0])).to_be_checked()


@pytest.mark.full
def test_the_name_of_a_review_that_2_tabs_began_at_once_is_kept(person: Person, question: Question) -> None:
    other = person.another_tab()
    other.page.add_init_script(broken_storage.HEARS_NOTHING)
    other.open_ready(copies.REVIEW)
    person.open_ready(question.url)
    person.tick(question.statements[0])
    other.page.get_by_label(words_review.NAME, exact=True).fill("Named")
    other.expect_saved()
    other.reload()
    expect(other.page.get_by_label(words_review.NAME, exact=True)).to_have_value("Named")
