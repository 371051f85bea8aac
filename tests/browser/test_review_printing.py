"""On paper: the record with every word of it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, in_the_room, words_review, writing
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person

LONG = "\n".join(
    f"Line {n} of what we saw, long enough to fill a good part of the width of a page" for n in range(80)
)
ROW = "As long as a line of the paper is wide, so that a few of them are what a board writes."
NO_DIALOG = "window.print = () => {};"
IS_CLIPPED = """root => [root, ...root.querySelectorAll("*")].some((element) => {
    const { overflowY } = getComputedStyle(element);
    return overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1;
})"""


@pytest.fixture
def printer(new_person: Callable[..., Person], guide: Guide) -> Person:
    """Somebody with a review that holds long notes, in front of a printer."""
    question = guide.questions[0]
    records: list[dict[str, Any]] = [
        record("answer", question.statements[0].id, "answer", True),
        record("answer", question.statements[0].id, "evidence", LONG),
        record("conclusion", question.id, "text", LONG.replace("Line", "Row")),
        record("action", "a", "what", LONG.replace("Line", "Step")),
        record("action", "a", "question", question.id),
    ]
    person = new_person(NO_DIALOG)
    copies.put(person, copies.review("r1", *records))
    return person


def on_paper(person: Person) -> Locator:
    """Press the button that prints, and show what comes out of the printer."""
    person.button(words_review.PRINT).click()
    person.page.emulate_media(media="print")
    return person.page.get_by_role("article")


def test_the_record_holds_long_notes_whole(printer: Person) -> None:
    paper = on_paper(printer)
    for first in ("Line", "Row", "Step"):
        expect(paper.get_by_text(f"{first} 79 of what we saw").first).to_be_visible()
    assert not paper.evaluate(IS_CLIPPED)


def test_lines_stay_apart_and_a_long_address_pushes_nothing_off_the_paper(
    person: Person, question: Question
) -> None:
    address = f"https://example.org/{'papers' * 40}"
    action = [
        record("action", "a", "what", f"First\nSecond {address}"),
        record("action", "a", "owner", address),
    ]
    gone = [
        record("conclusion", "gone", "text", "Third\nFourth"),
        record("answer", "gone", "evidence", "Fifth\nSixth"),
    ]
    copies.put(
        person, copies.review("r1", *action, *gone, record("conclusion", question.id, "text", address))
    )
    person.page.set_viewport_size({"width": 680, "height": 900})  # what is printed on of A4
    person.page.emulate_media(media="print")
    paper = person.page.get_by_role("article")
    for first, second in (("First", "Second"), ("Third", "Fourth"), ("Fifth", "Sixth")):
        assert re.search(rf"{first}\n+{second}", paper.inner_text())
    assert paper.evaluate("paper => paper.scrollWidth <= paper.clientWidth")
    width = paper.evaluate("paper => paper.getBoundingClientRect().right")
    for cell in paper.get_by_role("columnheader").locator("visible=true").all():
        assert cell.evaluate("cell => cell.getBoundingClientRect().right") <= width


def test_the_record_has_no_buttons_and_fields(printer: Person) -> None:
    on_paper(printer)
    for role in ("button", "textbox", "radio", "combobox"):
        expect(printer.page.get_by_role(role)).to_have_count(0)


@pytest.mark.full
def test_a_session_s_paper_is_at_most_3_sheets(person: Person, guide: Guide) -> None:
    """Of 3 questions discussed, 4 actions and 12 members' answers, with the longest statements named."""
    head = {"organisation": "Example", "heldOn": "2026-11-20", "present": ROW, "aim": ROW, "name": "Away-day"}
    records = [record("review", "", field, text) for field, text in head.items()]
    for question in guide.questions[:3]:
        records.append(record("conclusion", question.id, "state", "discussed"))
        records.append(record("conclusion", question.id, "text", f"{ROW}\n{ROW}\n{ROW}"))
    for number in range(4):
        fields = {"what": ROW, "owner": "Chief digital officer", "dueOn": "2027-09-30"}
        records += [record("action", f"a{number}", field, text) for field, text in fields.items()]
    members = in_the_room.longest_findings(guide)
    copies.put(person, copies.review("r1", *records, *members, whose="board"))
    is_usual = len(guide.questions) <= 10 and all(map(in_the_room.is_short, guide.questions))
    assert person.sheets() <= 3 or not is_usual


@pytest.mark.full
def test_the_record_shows_the_chart(printer: Person, guide: Guide) -> None:
    paper = on_paper(printer)
    expect(paper).to_be_visible()
    expect(copies.about(printer, guide.questions[0]).locator("rect").first).to_be_visible()


@pytest.mark.full
def test_notes_on_a_question_s_own_page_are_printed_whole(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    writing.open_evidence(person, question.statements[0]).fill(LONG)
    writing.conclusion(person).fill(LONG)
    writing.add_action(person, LONG)
    person.page.emulate_media(media="print")
    for field in person.page.get_by_role("textbox").locator("visible=true").all():
        assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")
    expect(writing.evidence(person, question.statements[0])).to_be_visible()


@pytest.mark.full
def test_a_note_that_a_sheet_cannot_hold_is_a_paragraph_on_paper_and_an_empty_field_stays(
    person: Person, question: Question
) -> None:
    """A browser cannot divide a field: its end would be printed over the next statement."""
    person.open_ready(question.url)
    writing.open_evidence(person, question.statements[0]).fill(LONG)
    person.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(person.page.get_by_text("Line 79 of what we saw")).to_be_hidden()
    person.page.emulate_media(media="print")
    expect(person.page.get_by_text("Line 79 of what we saw")).to_be_visible()
    expect(writing.evidence(person, question.statements[0])).to_be_hidden()
    expect(writing.conclusion(person)).to_be_visible()
