"""Home says where the review has got to, and nothing moves when that arrives."""

import pytest
from playwright.sync_api import expect

from tests.support import combining, words, writing
from tests.support.guide import Guide, Question
from tests.support.layout import shifts
from tests.support.person import Person
from tests.support.tiers import one_of

WIDTHS = (390, 1280)
LEAVE_QUESTIONS = """() => {
    for (const part of document.querySelectorAll(".prose > :not(.task-list)")) part.remove();
}"""


def carry_on(person: Person, name: str, number: int = 1) -> None:
    """Follow the link that carries on, which leads to the question of that number."""
    person.page.get_by_role("link", name=person.said(name, number=number)).click()


def answer(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    person.state(question).check()
    person.expect_saved()


def test_home_leads_to_answers_of_one_s_own_and_to_a_session(person: Person, guide: Guide) -> None:
    person.open_ready("")
    for question in guide.questions:
        expect(person.task(question)).to_contain_text(person.said("status-not-started"))
    expect(person.page.get_by_role("link", name=person.said("start-board"))).to_be_visible()
    carry_on(person, "start-mine")
    expect(person.page).to_have_url(f"{person.home}checklist/")


def test_a_tick_or_a_do_not_know_puts_a_question_in_progress_and_is_counted(
    person: Person, guide: Guide
) -> None:
    question = guide.questions[0]
    person.open_ready(question.url)
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    person.expect_saved()
    person.open_ready("")
    expect(person.task(question)).to_contain_text(person.said("status-in-progress"))
    expect(person.task(question)).to_contain_text(person.said("counts", ticked=1, unknown=1))
    summary = person.said("summary-mine", done=0, count=len(guide.questions), ticked=1, unknown=1)
    expect(person.page.get_by_role("main")).to_contain_text(summary)


@pytest.mark.full
def test_an_answered_question_fills_its_segment_and_one_carries_on_with_the_next(
    person: Person, guide: Guide
) -> None:
    answer(person, guide.questions[0])
    person.open_ready("")
    expect(person.task(guide.questions[0])).to_contain_text(person.said("status-answered"))
    segments = person.page.locator("[data-segment]")
    expect(segments).to_have_count(len(guide.questions))
    expect(segments.and_(person.page.locator("[data-progress=answered]"))).to_have_count(1)
    carry_on(person, "carry-on", 2)
    expect(person.page).to_have_url(f"{person.home}checklist/#{guide.questions[1].id}--question")


@pytest.mark.full
def test_one_carries_on_with_the_first_question_that_is_not_answered(person: Person, guide: Guide) -> None:
    answer(person, guide.questions[1])
    person.open_ready("")
    expect(person.page.get_by_role("link", name=person.said("carry-on", number=1))).to_be_visible()


def test_the_board_carries_on_with_the_question_that_it_began(person: Person, guide: Guide) -> None:
    person.open_ready(guide.questions[1].url)
    person.pick(words.BOARD)
    person.tick(guide.questions[1].statements[0])
    person.open_ready("")
    carry_on(person, "carry-on", 2)
    expect(person.page).to_have_url(person.home + guide.questions[1].url)


@pytest.mark.full
def test_the_board_carries_on_with_the_questions_that_it_picked_to_discuss(
    person: Person, guide: Guide
) -> None:
    first, *_, last = guide.questions
    combining.open_board(person)
    combining.add(person, guide, combining.members(guide, 2))
    person.page.get_by_role("checkbox", name=f"question {last.number}: {last.ask}").check()
    person.expect_saved()
    person.open_ready(first.url)
    person.pick(words.BOARD)
    person.tick(first.statements[0])
    person.open_ready("")
    expect(person.page.get_by_role("link", name=person.said("carry-on", number=last.number))).to_be_visible()


@pytest.mark.full
def test_a_parked_question_is_called_so_and_not_carried_on_with(person: Person, guide: Guide) -> None:
    person.open_ready(guide.questions[0].url)
    person.pick(words.BOARD)
    person.box(guide.questions[0].statements[0]).check()
    writing.parked(person).check()
    person.expect_saved()
    person.open_ready("")
    expect(person.task(guide.questions[0])).to_contain_text(person.said("status-parked"))
    expect(person.page.get_by_role("link", name=person.said("carry-on", number=2))).to_be_visible()


@pytest.mark.full
def test_in_the_board_s_review_a_question_is_discussed(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    person.open_ready(question.url)
    person.pick(words.BOARD)
    person.state(question, words.DISCUSSED).check()
    person.expect_saved()
    person.open_ready("")
    expect(person.task(question)).to_contain_text(person.said("status-discussed"))


def test_a_question_page_marks_it_in_the_list_beside_it(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    answer(person, question)
    listed = person.page.get_by_role("navigation", name="Questions").get_by_role("listitem").first
    expect(listed.locator("[data-status]")).to_have_text(person.said("status-answered"))


@pytest.fixture
def started(person: Person, guide: Guide) -> Person:
    """Somebody who has answered enough to fill the page with news."""
    answer(person, guide.questions[0])
    person.open_ready("checklist/")
    for statement in guide.statements[:8]:
        person.box(statement).check()
    for statement in guide.statements[8:12]:
        person.unknown(statement).check()
    person.expect_saved()
    return person


@pytest.mark.full
@pytest.mark.parametrize("width", one_of(WIDTHS))
def test_nothing_moves_when_the_saved_answers_arrive(started: Person, guide: Guide, width: int) -> None:
    started.page.set_viewport_size({"width": width, "height": 800})
    for url in ("", guide.questions[0].url, guide.questions[-1].url, "checklist/"):
        started.open_ready(url)
        assert shifts(started) == [], url


@pytest.mark.full
@pytest.mark.parametrize("width", one_of(WIDTHS))
def test_nothing_moves_at_the_list_of_questions_and_at_the_checklist(
    started: Person, guide: Guide, width: int
) -> None:
    """What lies below the window moves unseen: go where it is, and load the page there."""
    started.page.set_viewport_size({"width": width, "height": 1200})
    for url in ("", guide.questions[0].url, "checklist/"):
        started.open_ready(url)
        news = started.page.locator(".progress").or_(started.page.get_by_role("checkbox")).first
        news.scroll_into_view_if_needed()
        started.reload()
        assert shifts(started) == [], url


@pytest.mark.full
def test_on_paper_the_questions_are_a_list_on_one_sheet(person: Person, guide: Guide) -> None:
    person.open_ready("")
    person.page.evaluate(LEAVE_QUESTIONS)
    assert person.sheets() == 1 or len(guide.questions) > 10
