"""Remove everything: a copy first, and then nothing of ours is left, in any storage or any tab."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support import copies, words, words_review, writing
from tests.support.guide import Question
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server

SECRET = "Only for our eyes"
LEFT = """async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"databases": [], "caches": [], "local": 0, "session": 0, "cookies": "", "workers": 0}
# Also what a field holds: the next user of a shared laptop sees it.
SHOWN = """() => {
    const fields = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
    return [document.body.innerText, ...fields].join(" ");
}"""


@pytest.fixture
def writer(person: Person, question: Question) -> Person:
    writing.answer_and_conclude(person, question, SECRET)
    person.open_ready(copies.REVIEW)
    return person


def remove(person: Person) -> bytes:
    saved = copies.download(person, words_review.REMOVE)
    with person.page.expect_event("load"):  # a fresh page
        person.button(words_review.REMOVE_YES).click()
    person.expect_announced("removed")
    return saved


def left(person: Person) -> dict[str, Any]:
    found: dict[str, Any] = person.page.evaluate(LEFT)
    return found


def test_it_asks_first_and_no_keeps_everything(writer: Person) -> None:
    before = copies.dump(writer)
    copies.download(writer, words_review.REMOVE)
    expect(writer.button(words_review.REMOVE_NO)).to_be_focused()
    writer.button(words_review.REMOVE_NO).click()
    expect(writer.page.get_by_role("dialog")).to_be_hidden()
    assert copies.dump(writer) == before


def test_nothing_is_left_in_any_storage(writer: Person) -> None:
    remove(writer)
    assert left(writer) == NOTHING
    assert writer.page.context.cookies() == []


@pytest.mark.full
def test_nothing_is_left_to_read_on_the_page(writer: Person) -> None:
    writer.button(words_review.SHOW_TEXT).click()
    text = writer.page.get_by_label(words_review.BOX, exact=True)
    expect(text).to_have_value(re.compile(SECRET))
    writer.page.get_by_label(words_review.PASTED, exact=True).fill(text.input_value())
    writer.button(words_review.LOOK).click()
    expect(copies.preview(writer)).to_be_visible()
    remove(writer)
    assert SECRET not in writer.page.evaluate(SHOWN)


@pytest.mark.full
def test_an_earlier_undo_cannot_bring_anything_back(writer: Person) -> None:
    writer.button(words_review.DELETE).click()
    writer.button(words_review.DELETE_YES).click()
    writer.expect_announced("review-deleted")
    writer.button(words_review.BEGIN_MINE).click()
    writer.expect_line("saved", time=words.ANYTHING)
    remove(writer)
    expect(writer.button(words.UNDO)).to_have_count(0)
    assert left(writer) == NOTHING


@pytest.mark.full
def test_the_focus_stays_near_what_was_pressed(writer: Person) -> None:
    remove(writer)
    expect(writer.page.locator(":focus")).to_have_text(writer.said("removed"))


@pytest.mark.full
def test_a_second_tab_shows_nothing_and_writes_nothing(
    writer: Person, server: Server, question: Question
) -> None:
    other = Person(writer.page.context.new_page(), server).open_ready(question.url)
    expect(writing.conclusion(other)).to_have_value(SECRET)
    other.box(question.statements[0]).focus()
    remove(writer)
    expect(writing.conclusion(other)).to_have_value("")
    expect_ticked(other.box(question.statements[0]), False)
    assert SECRET not in other.page.evaluate(SHOWN)
    other.page.keyboard.press("Tab")
    assert left(other) == NOTHING


@pytest.mark.full
def test_a_second_tab_with_the_cursor_in_a_text_shows_nothing_either(
    writer: Person, server: Server, question: Question
) -> None:
    other = Person(writer.page.context.new_page(), server).open_ready(question.url)
    writing.conclusion(other).focus()
    remove(writer)
    expect(writing.conclusion(other)).to_have_value("")
    assert left(other) == NOTHING


@pytest.mark.full
def test_what_is_typed_afterwards_starts_anew(writer: Person, server: Server, question: Question) -> None:
    remove(writer)
    writer.open_ready(question.url)
    expect(writing.conclusion(writer)).to_have_value("")
    writer.tick(question.statements[1])
    writer.reload()
    expect_ticked(writer.box(question.statements[1]), True)
    assert SECRET not in writing.stored_texts(writer)


@pytest.mark.full
def test_the_copy_that_was_saved_first_brings_everything_back(writer: Person, question: Question) -> None:
    before = {key: value for key, value in copies.contents(writer).items() if key[0]}
    saved = remove(writer)
    copies.load(writer, saved)
    assert {key: value for key, value in copies.contents(writer).items() if key[0]} == before
    writer.open_ready(question.url)
    expect(writing.conclusion(writer)).to_have_value(SECRET)


@pytest.mark.full
def test_where_there_is_nothing_no_copy_is_saved(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    downloads: list[object] = []
    person.page.on("download", lambda download: downloads.append(download))  # noqa: PLW0108 - Playwright marks what it calls
    person.button(words_review.REMOVE).click()
    with person.page.expect_event("load"):
        person.button(words_review.REMOVE_YES).click()
    person.expect_announced("removed")
    assert downloads == []
    assert left(person) == NOTHING
