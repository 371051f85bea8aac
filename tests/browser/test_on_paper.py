"""What comes out of the printer: all that a page says, on few sheets, and nothing that paper cannot do."""

import pytest
from playwright.sync_api import expect

from tests.support import copies, in_the_room, words_review
from tests.support.guide import Guide, Question
from tests.support.person import Person

# What a sheet may end in: the chart, and the line of its heading where the chart is longer than a sheet.
BREAKS = """heading => [
    getComputedStyle(heading.closest("section")).breakInside,
    getComputedStyle(heading.closest("section > *")).breakAfter,
]"""


def is_usual(guide: Guide) -> bool:
    return len(guide.questions) <= 10 and all(map(in_the_room.is_short, guide.questions))


def test_nothing_that_a_question_s_page_says_is_left_out(person: Person, question: Question) -> None:
    """What strong boards do and warning signs are cards, as controls are."""
    person.open_ready(question.url)
    headings = person.page.get_by_role("main").get_by_role("heading")
    names = headings.locator("visible=true").all_inner_texts()
    person.page.emulate_media(media="print")
    assert names
    assert headings.locator("visible=true").all_inner_texts() == names


def test_where_members_stand_stays_with_its_heading(person: Person, guide: Guide) -> None:
    in_the_room.put_counts(person, guide)
    person.page.emulate_media(media="print")
    heading = person.page.get_by_role("heading", name=person.said("standing-heading", count=12))
    assert heading.evaluate(BREAKS) == ["avoid", "avoid"]


def test_an_empty_review_says_why_and_where_to_start_is_for_the_screen(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    person.page.emulate_media(media="print")
    main = person.page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_be_visible()
    expect(main.get_by_text(words_review.EMPTY)).to_be_visible()
    expect(main.get_by_role("link")).to_have_count(0)


@pytest.mark.full
def test_the_whole_checklist_is_at_most_5_sheets(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    assert person.sheets() <= 5 or not is_usual(guide)
