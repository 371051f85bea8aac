"""What a person writes about a statement or a question is saved as they type, and stays theirs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser import database, words, words_review, writing
from tests.browser.person import Person, expect_ticked
from tests.browser.serving import SiteServer
from tests.site.guide import Guide, Question

LINES = 'We watched 3 people book.\n\nTwo gave up; one said "why?"\n14 November'
# By the page's own clock: on a busy machine keys come with pauses. Returns what was announced meanwhile.
TYPE_STEADILY = """async (text) => {
    const said = [];
    for (const character of text) {
        document.execCommand("insertText", false, character);
        await new Promise((resolve) => setTimeout(resolve, 50));
        said.push(document.querySelector("[data-announce]").textContent.trim());
    }
    return said;
}"""
A_SECOND = 1.0  # seconds: each keystroke is safe within it
HEARS_NOTHING = "Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} });"


def another_tab(person: Person, server: SiteServer, url: str) -> Person:
    return Person(person.page.context.new_page(), server).open_ready(url)


def holds(text: str, kind: str, field: str) -> Callable[[list[database.Record]], bool]:
    return lambda records: any((r["kind"], r["field"], r["value"]) == (kind, field, text) for r in records)


def test_every_keystroke_is_stored_within_a_second(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    writing.open_evidence(person, question.statements[0]).focus()
    typed = ""
    for character in "We saw 2\nteams":
        person.page.keyboard.press("Enter" if character == "\n" else character)
        typed += character
        database.wait_until(person.page, holds(typed, "answer", "evidence"), A_SECOND)


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
    writing.conclusion(person).fill(LINES)
    writing.parked(person).check()
    person.expect_saved()
    person.reload()
    expect(writing.conclusion(person)).to_have_value(LINES)
    expect_ticked(writing.parked(person), True)
    person.open_ready(guide.questions[1].url)
    expect(writing.conclusion(person)).to_have_value("")
    expect_ticked(writing.parked(person), False)


def test_what_is_half_typed_is_kept_when_the_tab_is_closed(
    person: Person, server: SiteServer, question: Question
) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).press_sequentially("We need to see rese")
    person.expect_saved()  # before that, a person is asked whether to leave
    context = person.page.context
    person.page.close()
    other = Person(context.new_page(), server).open_ready(question.url)
    expect(writing.conclusion(other)).to_have_value("We need to see rese")


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


def test_a_half_typed_date_changes_nothing(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    action = writing.add_action(person, "Ask", due="2026-12-01")
    action.get_by_label(words_review.DUE, exact=True).focus()
    person.page.keyboard.press("Delete")
    person.tick(question.statements[0])
    found = [r["value"] for r in database.read(person.page) if r["field"] == "dueOn"]
    assert found == ["2026-12-01"]


@pytest.mark.parametrize("year", ["20266", "275760"])
def test_a_year_of_too_many_digits_never_makes_a_record_that_cannot_be_read(
    person: Person, question: Question, year: str
) -> None:
    """A date field takes 6 digits for the year, and a date that cannot be read is lost to its writer."""
    person.open_ready(question.url)
    writing.add_action(person, "Ask", due=f"{year}-01-01")
    person.reload()
    expect(person.line).not_to_contain_text(person.said("unreadable", count=1))


def test_typing_goes_on_undisturbed_while_another_tab_writes_another_field(
    person: Person, server: SiteServer, question: Question
) -> None:
    person.open_ready(question.url)
    other = another_tab(person, server, question.url)
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
    person: Person, server: SiteServer, question: Question
) -> None:
    person.open_ready(question.url)
    other = another_tab(person, server, question.url)
    writing.conclusion(person).press_sequentially("From tab A")
    person.expect_saved()
    writing.conclusion(other).fill("From tab B")
    other.expect_saved()
    expect(writing.conclusion(person)).to_have_value("From tab A")
    writing.conclusion(person).press_sequentially(", more")
    person.expect_saved()
    expect(writing.conclusion(person)).to_have_value("From tab A, more")
    expect(person.line).to_contain_text(person.said("kept-aside", count=1))
    assert {"From tab A, more", "From tab B"} <= writing.stored_texts(person)


def test_a_text_overwritten_in_another_tab_without_having_been_seen_there_is_kept(
    person: Person, server: SiteServer, question: Question
) -> None:
    person.open_ready(question.url)
    other = another_tab(person, server, question.url)
    writing.conclusion(other).focus()  # from now on that tab does not change what is in this field
    writing.conclusion(person).fill("Written first")
    person.expect_saved()
    other.page.keyboard.type("B")
    other.expect_saved()
    for tab in (person, other):
        expect(tab.line).to_contain_text(tab.said("kept-aside", count=1))
    assert {"B", "Written first"} <= writing.stored_texts(person)


def test_a_text_overwritten_before_the_other_tab_had_heard_of_it_is_kept_and_both_are_told(
    person: Person, server: SiteServer, question: Question
) -> None:
    person.open_ready(question.url)
    other = Person(person.page.context.new_page(), server)
    other.page.add_init_script(HEARS_NOTHING)
    other.open_ready(question.url)
    writing.conclusion(person).fill("Written first")
    person.expect_saved()
    writing.conclusion(other).fill("B")
    for tab in (person, other):
        expect(tab.line).to_contain_text(tab.said("kept-aside", count=1))
    assert {"B", "Written first"} <= writing.stored_texts(person)


def test_typing_goes_on_into_the_same_review_when_another_tab_opens_another(
    person: Person, server: SiteServer, question: Question
) -> None:
    """Whoever is typing their own answer must not find it among the board's."""
    person.open_ready(question.url)
    other = another_tab(person, server, question.url)
    writing.conclusion(person).press_sequentially("My own")
    person.expect_saved()
    mine = database.find(database.read(person.page), "conclusion", question.id, "text")["review"]
    other.pick(words.BOARD)
    other.expect_saved()
    expect(person.radio(words.BOARD)).to_be_checked()
    person.page.keyboard.type(" view")
    person.expect_saved()
    written = [r for r in database.read(person.page) if r["kind"] == "conclusion" and r["value"]]
    assert {r["review"] for r in written} == {mine}


def test_nothing_is_announced_while_typing_and_saved_once_after(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    writing.conclusion(person).focus()
    while_typing = person.page.evaluate(TYPE_STEADILY, "some words that take a while to type")
    assert "".join(while_typing) == ""
    person.expect_announced("saved", time=words.ANYTHING)
