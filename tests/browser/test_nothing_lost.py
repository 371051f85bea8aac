"""Ways in which words or answers were lost once: each has its case here."""

import pytest
from playwright.sync_api import expect

from tests.support import (
    broken_storage,
    combining,
    copies,
    database,
    words,
    words_combine,
    words_review,
    writing,
)
from tests.support.combining import Member
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import NewPerson, Person

ASIDE = {"record": {**record("conclusion", "q", "text", "Once mine"), "review": "r1"}, "reason": "file"}
LATER = 1_760_000_000_000  # milliseconds since 1970, in October 2025


def put_aside(person: Person) -> None:
    """Store a review with a text, and one that is kept aside."""
    copies.put(
        person,
        copies.review(
            "r1", record("conclusion", "q", "text", "Now"), record("set-aside", "k", "record", ASIDE)
        ),
    )


def test_the_copy_before_a_removal_holds_what_is_kept_aside_and_what_cannot_be_read(person: Person) -> None:
    put_aside(person)
    broken = {"review": "r1", **record("answer", "s", "answer", "not an answer")}
    database.write(person.page, broken)
    person.open_ready(copies.REVIEW)
    saved = copies.download(person, words_review.REMOVE).decode()
    assert "Once mine" in saved
    assert "not an answer" in saved
    person.button(words_review.REMOVE_NO).click()
    copies.look_at(person, saved)


@pytest.mark.full
def test_what_another_tab_saves_before_a_removal_is_confirmed_is_in_a_second_copy(
    person: Person, question: Question
) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).fill("First")
    person.expect_saved()
    remover = person.another_tab().open_ready(copies.REVIEW)
    copies.download(remover, words_review.REMOVE)
    writing.conclusion(person).fill("Second")
    person.expect_saved()
    assert "Second" in copies.download(remover, words_review.REMOVE_YES).decode()


def test_codes_that_are_pasted_after_looking_stay_in_the_box(person: Person, guide: Guide) -> None:
    combining.open_board(person)
    first, second = combining.codes_of(person, guide, combining.members(guide, 2))
    combining.look_for(person, first)
    combining.box(person).fill(f"{first}\n{second}")
    person.button(words_combine.ADD).click()
    person.expect_announced("added", count=1)
    assert combining.box(person).input_value().strip() == second


def test_a_text_pasted_while_a_file_is_read_stays_in_the_box(person: Person, guide: Guide) -> None:
    combining.open_board(person)
    [code] = combining.codes_of(person, guide, combining.members(guide, 1))
    person.open_ready(f"{combining.PAGE}#code={code}")
    combining.box(person).fill("Not looked at yet")
    combining.confirm(person, 1)
    expect(combining.box(person)).to_have_value("Not looked at yet")


@pytest.mark.full
def test_two_tabs_that_add_codes_at_once_are_both_counted(person: Person, guide: Guide) -> None:
    other = person.another_tab()
    other.page.add_init_script(broken_storage.HEARS_NOTHING)
    combining.open_board(other)
    combining.open_board(person)
    one, two = (Member().about(guide.questions[0], answer) for answer in (True, "unknown"))
    combining.add(person, guide, [one])
    combining.add(other, guide, [two])
    assert combining.stored(person) == combining.counts_of(guide, [one, two])


@pytest.mark.full
def test_a_form_is_never_reset(person: Person, question: Question) -> None:
    """Safari does that to a page that comes back by the Back button."""
    writing.answer_and_conclude(person, question, "Kept")
    person.page.evaluate("document.querySelector('main form').reset()")
    expect(person.box(question.statements[0])).to_be_checked()
    expect(writing.conclusion(person)).to_have_value("Kept")


@pytest.mark.full
def test_a_field_that_was_emptied_without_typing_is_not_saved(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).press_sequentially("Kept")
    person.expect_saved()
    writing.conclusion(person).evaluate("field => { field.value = ''; }")
    person.page.keyboard.type("!")
    expect(writing.conclusion(person)).to_have_value("Kept!")


@pytest.mark.full
def test_a_dead_connection_is_replaced(new_person: NewPerson, question: Question) -> None:
    person = new_person(broken_storage.DIES).open_ready(question.url)
    person.tick(question.statements[0])
    person.page.evaluate("die()")
    person.box(question.statements[1]).check()
    database.wait_until(
        person.page,
        lambda records: any(r["id"] == question.statements[1].id and r["value"] is True for r in records),
    )
    person.expect_saved()


@pytest.mark.full
def test_where_reading_fails_a_copy_is_written_from_the_page(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(broken_storage.DIES).open_ready(question.url)
    writing.conclusion(person).fill("In the copy")
    person.expect_saved()
    person.open_ready(copies.REVIEW)
    person.page.evaluate("die(Infinity)")
    assert "In the copy" in copies.download(person, words_review.SAVE).decode()


@pytest.mark.full
def test_a_connection_that_the_browser_closed_is_opened_again(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(broken_storage.DIES).open_ready(question.url)
    person.tick(question.statements[0])
    person.page.evaluate("closeIt()")
    person.box(question.statements[1]).check()
    person.expect_saved()
    person.reload()
    expect(person.box(question.statements[1])).to_be_checked()


@pytest.mark.full
@pytest.mark.parametrize(
    "typed", ["01012", "02302027", "010126"], ids=["half", "no day", "a year of 2 digits"]
)
def test_a_date_that_is_none_is_said_beside_the_field_and_not_saved(person: Person, typed: str) -> None:
    person.open_ready(copies.REVIEW)
    field = person.page.get_by_label(words_review.HELD_ON, exact=True)
    field.press_sequentially(typed)
    field.blur()
    person.expect_error(field, "date-problem")
    person.expect_line("not-valid")
    assert [r for r in database.read(person.page) if r["field"] == "heldOn" and r["value"]] == []
    field.fill("2027-01-01")
    field.blur()
    person.expect_saved()
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.full
def test_only_a_text_can_be_put_back(person: Person) -> None:
    """A damaged record that said whose answers these are made every answer unreachable."""
    damaged = {**record("review", "", "whose", None), "review": "r1"}
    aside = record("set-aside", "k", "record", {"record": damaged, "reason": "unreadable-file"})
    copies.put(person, copies.review("r1", aside))
    expect(person.page.get_by_role("region", name=words_review.KEPT, exact=True)).to_be_visible()
    expect(person.button(words_review.PUT_BACK)).to_have_count(0)


@pytest.mark.full
def test_a_review_that_does_not_say_whose_it_is_is_listed(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    database.write(person.page, {"review": "r1", **record("conclusion", "q", "text", "Kept")})
    person.open_ready(copies.REVIEW)
    expect(person.page.get_by_role("article")).to_contain_text("Kept")


@pytest.mark.full
def test_a_colleague_s_older_copy_is_a_change_since_the_last_saved_copy(person: Person, guide: Guide) -> None:
    copies.put(person, copies.review("r1", record("answer", "s", "answer", True, LATER)))
    copies.download(person, words_review.SAVE)
    last = person.page.locator("[data-last-copy]")
    expect(last).to_have_text(person.said("copy-today"))
    copies.load(
        person,
        copies.copy(guide, copies.review("r9", record("answer", "t", "answer", True))),
        words_review.ADD,
    )
    expect(last).to_have_text(person.said("copy-today-changed"))


@pytest.mark.full
def test_clearing_takes_what_is_kept_aside_and_other_reviews_of_one_s_own_and_gives_them_back(
    person: Person,
) -> None:
    put_aside(person)
    database.write(
        person.page,
        *[
            {"review": "r0", **r}
            for r in copies.review("r0", record("conclusion", "q", "text", "Old"))["records"]
        ],
    )
    person.open_ready("checklist/")
    person.button(words.CLEAR).click()
    person.button(words.CLEAR_YES).click()
    person.expect_announced("cleared")
    person.expect_saved()
    assert writing.stored_texts(person) & {"Once mine", "Now", "Old"} == set()
    person.button(words.UNDO).click()
    person.expect_announced("restored")
    assert {"Once mine", "Now", "Old"} <= writing.stored_texts(person)


@pytest.mark.full
def test_a_copy_of_too_many_reviews_is_refused(person: Person, guide: Guide) -> None:
    person.open_ready(copies.REVIEW)
    copies.choose(person, copies.copy(guide, *[copies.review(f"r{n}") for n in range(201)]))
    person.expect_error(person.page.get_by_label(words_review.FILE, exact=True), "file-too-many", count=200)
