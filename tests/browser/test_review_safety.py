"""The page says when a copy was last saved, whether it is out of date, and what the browser promised."""

import pytest
from playwright.sync_api import expect

from tests.support import broken_storage, copies, database, words_review
from tests.support.copies import record
from tests.support.guide import Guide
from tests.support.person import NewPerson, Person
from tests.support.tiers import one_of

DAY = 86_400_000  # milliseconds
# An empty tab has no storage. Firefox asks the person at once: a page may only do it when they want it.
PERSIST = """if (navigator.storage) Object.assign(navigator.storage, {
    persist: () => { window.asked = true; return Promise.%s; },
});"""
PERSISTED = "if (navigator.storage) navigator.storage.persisted = () => Promise.resolve(true);"
ASK = "Ask this browser to keep them"
NAMED = copies.review("r1", record("review", "", "name", "Away-day"))


def expect_words(person: Person, name: str, **values: int) -> None:
    expect(person.page.locator("[data-last-copy]")).to_have_text(person.said(name, **values))


def put(person: Person, days_ago: float | None, is_changed: bool) -> None:
    """Store a review, and that a copy of it was saved so many days ago; perhaps of what it held before."""
    copies.put(person, copies.review("r1", record("answer", "a", "answer", True)))
    if days_ago is not None:
        copies.download(person, words_review.SAVE)
        expect_words(person, "copy-today")
        noted = database.find(database.read(person.page), "device", "r1", "savedCopy")
        saved = noted["value"] | {"at": round(noted["value"]["at"] - days_ago * DAY)}
        database.write(person.page, noted | {"value": saved})
    if is_changed:
        database.write(person.page, {"review": "r1", **record("answer", "b", "answer", True)})
    person.reload()


@pytest.mark.parametrize(
    ("days_ago", "changed", "name"),
    one_of(
        [
            (None, False, "copy-never-changed"),
            (0.01, False, "copy-today"),
            (0.01, True, "copy-today-changed"),
            (1.5, False, "copy-days"),
            (1.5, True, "copy-days-changed"),
            (9.5, False, "copy-days"),
            (9.5, True, "copy-days-changed"),
        ]
    ),
)
def test_the_last_saved_copy_in_words(
    person: Person, days_ago: float | None, changed: bool, name: str
) -> None:
    put(person, days_ago, changed)
    expect_words(person, name, count=int(days_ago or 0))


def test_a_review_that_holds_its_beginning_alone_has_nothing_to_save(person: Person) -> None:
    copies.put(person, copies.review("r1"))
    expect(person.button(words_review.SAVE)).to_be_hidden()


def test_saving_a_copy_is_noted_at_once_and_after_a_reload(person: Person) -> None:
    put(person, None, False)
    copies.download(person, words_review.SAVE)
    expect_words(person, "copy-today")
    person.reload()
    expect_words(person, "copy-today")


@pytest.mark.full
def test_a_change_after_the_copy_is_noted_at_once(person: Person) -> None:
    put(person, 0.01, False)
    expect_words(person, "copy-today")
    person.page.get_by_label(words_review.NAME, exact=True).fill("Away-day")
    expect_words(person, "copy-today-changed")


@pytest.mark.full
def test_a_copy_of_one_review_says_nothing_of_another(person: Person, guide: Guide) -> None:
    """Whoever saved their own answers has no copy of the board's."""
    tick = record("answer", guide.statements[0].id, "answer", True)
    copies.put(person, copies.review("mine1", tick), copies.review("r2", tick, whose="board"))
    person.radio(words_review.OWN_ANSWERS).check()
    expect(person.page.get_by_role("article").get_by_role("heading", level=2)).to_contain_text("Your own")
    copies.download(person, words_review.SAVE)
    expect_words(person, "copy-today")
    person.radio(words_review.BOARD_ANSWERS).check()
    expect(person.page.get_by_role("article").get_by_role("heading", level=2)).to_contain_text("board")
    expect(person.page.locator("[data-last-copy]")).not_to_have_text(person.said("copy-today"))


@pytest.mark.full
def test_a_clock_that_was_set_back_makes_no_negative_days(person: Person) -> None:
    put(person, -3, False)
    expect(person.page.locator("[data-last-copy]")).not_to_contain_text("-")


@pytest.mark.full
@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ("resolve(true)", "storage-persists"),
        ("resolve(false)", "storage-refused"),
        ("reject(new Error())", "storage-refused"),
    ],
)
def test_a_browser_is_asked_to_keep_answers_when_somebody_wants_it_and_the_page_says_what_it_answered(
    new_person: NewPerson, answer: str, name: str
) -> None:
    person = new_person(PERSIST % answer)
    copies.put(person, NAMED)
    expect(person.page.get_by_text(person.said("storage-may-go"))).to_be_visible()
    assert not person.page.evaluate("window.asked")
    person.button(ASK).click()
    person.expect_announced(name)
    expect(person.button(ASK)).to_have_count(0)


@pytest.mark.full
def test_what_a_browser_has_agreed_to_is_said_without_asking_it_again(new_person: NewPerson) -> None:
    person = new_person(PERSISTED)
    copies.put(person, NAMED)
    expect(person.page.get_by_text(person.said("storage-persists"))).to_be_visible()
    expect(person.button(ASK)).to_have_count(0)


def test_the_page_works_where_a_browser_cannot_be_asked(new_person: NewPerson) -> None:
    person = new_person("Object.defineProperty(navigator, 'storage', { value: undefined });")
    copies.put(person, NAMED)
    expect(person.page.get_by_text(person.said("storage-may-go"))).to_be_visible()


@pytest.mark.full
def test_the_review_page_says_when_nothing_can_be_kept(new_person: NewPerson) -> None:
    """A name and a date are typed there as well, and a copy is loaded."""
    person = new_person(broken_storage.THROWS).open_ready(copies.REVIEW)
    expect(person.page.get_by_text(person.said("not-kept-blocked"))).not_to_have_count(0)
