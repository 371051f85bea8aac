"""The room view: the board's answers, one question at a time, together."""

import re

import pytest
from playwright.sync_api import expect

from tests.support import copies, database, in_the_room, words, words_review, words_room, writing
from tests.support.auditing import measure
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.in_the_room import PROJECTORS, ROOM, enter, expect_question, heading, jump, move
from tests.support.looking import sized
from tests.support.person import NewPerson, Person, expect_ticked
from tests.support.serving import Server
from tests.support.tiers import one_of
from tests.support.watching import Watch

# Whatever this guide's questions hold, they fit on a sheet.
FEW_STATEMENTS = """() => {
    for (const row of document.querySelectorAll("[data-statement]:nth-of-type(n + 4)")) row.remove();
}"""

# From the top of the window to below the last statement's boxes and members' counts, in px.
END_OF_STATEMENTS = """() => {
    const rows = [...document.querySelectorAll(".room__question:not([hidden]) [data-statement]")];
    return Math.max(...rows.map((row) => row.getBoundingClientRect().bottom));
}"""
SIZES_OF_TEXT = """() => {
    const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
    const shown = ".room__question:not([hidden])";
    return [size(`${shown} h2`) >= 36, size(`${shown} label`) >= 22];
}"""


def place(person: Person, number: int, guide: Guide) -> re.Pattern[str]:
    return person.said("room-place", place=number, count=len(guide.questions))


def test_opening_the_room_keeps_nothing(person: Person) -> None:
    person.open_ready(ROOM)
    assert database.read(person.page) == []


def test_the_room_leaves_one_s_own_answers_alone(person: Person, question: Question) -> None:
    person.open_ready(question.url)
    own, boards = question.statements[:2]
    person.tick(own)
    enter(person)
    expect_ticked(person.box(own), False)
    person.tick(boards)
    person.open_ready(question.url)
    expect_ticked(person.box(own), True)
    expect_ticked(person.box(boards), False)


def test_a_board_goes_through_its_questions(new_person: NewPerson, guide: Guide) -> None:
    person = enter(new_person(**sized(1280, 720)))
    first, second = guide.questions[:2]
    expect_question(person, first)
    expect(person.page.get_by_text(place(person, 1, guide))).to_be_visible()
    person.box(first.statements[0]).check()
    person.unknown(first.statements[1]).check()
    writing.conclusion(person, words_review.OUR_CONCLUSION).fill("We have to look")
    writing.add_action(person, "Visit a clinic", "Chief nurse")
    person.state(first, words.DISCUSSED).check()
    move(person, "Next").click()
    expect_question(person, second)
    expect(person.page.get_by_text(place(person, 2, guide))).to_be_visible()
    expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value("")
    expect(writing.actions(person)).to_have_count(0)
    writing.parked(person).check()
    person.expect_saved()
    move(person, "Previous").click()
    expect_ticked(person.box(first.statements[0]), True)
    expect_ticked(person.unknown(first.statements[1]), True)
    expect(writing.conclusion(person, words_review.OUR_CONCLUSION)).to_have_value("We have to look")
    jump(person, guide.questions[-1])
    in_the_room.bar(person).get_by_role("link", name=words_room.FINISH, exact=True).click()
    person.wait_until_ready()
    for text in ("We have to look", "Visit a clinic", second.ask):
        said = person.page.get_by_role("article").get_by_text(text)
        expect(said.filter(visible=True).first).to_be_visible()


def test_an_action_that_is_written_becomes_one_line_and_opens_again(person: Person) -> None:
    enter(person)
    action = writing.add_action(person, "Visit a clinic", "Chief nurse")
    what = action.get_by_label(words_review.WHAT, exact=True)
    expect(what).to_be_visible()
    writing.conclusion(person, words_review.OUR_CONCLUSION).click()
    expect(what).to_be_hidden()
    line = person.page.get_by_role("listitem").filter(has_text="Visit a clinic · Chief nurse")
    line.get_by_role("button", name=re.compile("^Change")).click()
    expect(what).to_be_focused()
    expect(what).to_have_value("Visit a clinic")


@pytest.mark.full
def test_an_action_that_was_written_is_one_line_from_the_start(person: Person, question: Question) -> None:
    action = [
        record("action", "a", "what", "Visit a clinic"),
        record("action", "a", "question", question.id),
    ]
    copies.put(person, copies.review("r1", *action, whose="board"))
    person.open_ready(f"{ROOM}#{question.id}--question")
    expect(person.page.get_by_role("listitem").filter(has_text="Visit a clinic")).to_be_visible()
    expect(person.page.get_by_label(words_review.WHAT, exact=True)).to_be_hidden()


@pytest.mark.full
def test_the_buttons_say_where_they_lead(person: Person, guide: Guide) -> None:
    enter(person)
    first, second = guide.questions[:2]
    expect(move(person, "Next")).to_have_accessible_name(f"Next question 2. {second.ask}")
    expect(move(person, "Previous")).to_have_accessible_name("Previous opening")
    move(person, "Next").click()
    expect(move(person, "Previous")).to_have_accessible_name(f"Previous question 1. {first.ask}")
    jump(person, guide.questions[-1])
    expect(move(person, "Next")).to_have_count(0)


@pytest.mark.full
def test_the_focus_moves_to_the_question_and_its_place_is_said(person: Person, guide: Guide) -> None:
    enter(person)
    move(person, "Next").click()
    expect(heading(person)).to_be_focused()
    expect(heading(person)).to_have_accessible_description(place(person, 2, guide))
    jump(person, guide.questions[0])
    expect(heading(person)).to_be_focused()
    expect(heading(person)).to_have_accessible_description(place(person, 1, guide))


@pytest.mark.full
def test_two_quick_presses_lead_on_by_two(person: Person, guide: Guide) -> None:
    enter(person)
    move(person, "Next").dblclick()
    expect_question(person, guide.questions[2])


@pytest.mark.full
def test_the_list_says_how_far_each_question_has_got(person: Person, guide: Guide) -> None:
    enter(person)
    first = guide.questions[0]
    person.tick(first.statements[0])
    lines = in_the_room.open_list(person)
    expect(lines).to_have_count(len(guide.questions))
    expect(lines.nth(0)).to_have_text(person.said("status-in-progress"))
    expect(lines.nth(1)).to_have_text(person.said("status-not-started"))
    expect(person.button(first.ask)).to_have_attribute("aria-current", "true")
    person.button(words_room.CLOSE).click()
    person.state(first, words.DISCUSSED).check()
    in_the_room.open_list(person)
    expect(lines.nth(0)).to_have_text(person.said("status-discussed"))


@pytest.mark.full
def test_the_text_of_the_guide_is_one_press_away(person: Person, guide: Guide) -> None:
    question = guide.questions[1]
    lead = person.open_ready(question.url).page.locator(".prose > p").first.inner_text()
    jump(enter(person), question)
    link = person.page.get_by_role("link", name=f"Guide page for: {question.title}", exact=True)
    link.click()
    dialog = person.page.get_by_role("dialog", name=question.ask, exact=True)
    expect(dialog.get_by_text(lead)).to_be_visible()
    expect(dialog.get_by_role("checkbox")).to_have_count(0)
    person.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    expect_question(person, question)


@pytest.mark.full
def test_where_the_text_cannot_be_brought_its_page_opens(person: Person, watch: Watch, guide: Guide) -> None:
    watch.expected.append("net::ERR_FAILED")
    question = guide.questions[0]
    enter(person)
    is_brought = "xhr"
    person.page.route(
        f"**/{question.url}",
        lambda route: route.abort() if route.request.resource_type == is_brought else route.continue_(),
    )
    person.page.get_by_role("link", name=re.compile("^Guide page")).click()
    expect(person.page).to_have_url(person.home + question.url)
    person.page.go_back()
    expect_question(person, question)


@pytest.mark.full
def test_the_room_opens_at_the_question_it_was_left_at(person: Person, guide: Guide) -> None:
    enter(person)
    jump(person, guide.questions[2])
    person.expect_saved()
    person.reload()
    expect_question(person, guide.questions[2])


@pytest.mark.full
def test_another_window_shows_the_same_question_and_what_is_written(
    person: Person, server: Server, guide: Guide
) -> None:
    enter(person)
    other = Person(person.page.context.new_page(), server).open_ready(ROOM)
    move(other, "Next").click()
    expect_question(person, guide.questions[1])
    writing.conclusion(person, words_review.OUR_CONCLUSION).fill("Seen by everyone")
    expect(writing.conclusion(other, words_review.OUR_CONCLUSION)).to_have_value("Seen by everyone")


@pytest.mark.parametrize("size", one_of((size,) for size in PROJECTORS.values()), ids=list(PROJECTORS))
def test_a_question_of_5_statements_is_a_slide(
    new_person: NewPerson, guide: Guide, size: tuple[int, int]
) -> None:
    person = new_person(**sized(*size))
    in_the_room.put_counts(person, guide, guide.questions[0])
    enter(person)
    for question in guide.questions:
        expect_question(person, question)
        if in_the_room.is_short(question):
            assert person.page.evaluate(END_OF_STATEMENTS) <= size[1]
            assert person.page.evaluate(SIZES_OF_TEXT) == [True, True]
        if question != guide.questions[-1]:
            move(person, "Next").click()


@pytest.mark.full
@pytest.mark.parametrize("size", one_of((size,) for size in PROJECTORS.values()), ids=list(PROJECTORS))
def test_a_question_is_never_cut_off(new_person: NewPerson, guide: Guide, size: tuple[int, int]) -> None:
    person = new_person(**sized(*size))
    in_the_room.put_counts(person, guide, guide.questions[0])
    enter(person)
    for question in guide.questions:
        expect_question(person, question)
        assert measure(person.page, "cutOff") == []
        if question != guide.questions[-1]:
            move(person, "Next").click()


@pytest.mark.full
def test_without_javascript_every_question_reads_and_leads_to_its_page(
    new_person: NewPerson, guide: Guide
) -> None:
    person = new_person(java_script_enabled=False).open(ROOM)
    expect(person.page.get_by_role("button")).to_have_count(0)
    expect(person.page.get_by_text(words.NOT_KEPT)).to_be_visible()
    for question in guide.questions:
        expect(person.page.get_by_role("heading", name=question.ask)).to_be_visible()
        expect(person.page.get_by_role("link", name=question.title, exact=True)).to_be_visible()
        for statement in question.statements:
            expect(person.box(statement)).to_be_visible()


@pytest.mark.full
def test_before_there_is_anything_one_sheet_says_where_the_paper_is(person: Person) -> None:
    enter(person)
    person.page.emulate_media(media="print")
    expect(person.page.get_by_role("link", name=words_room.PACK)).to_be_visible()
    expect(person.page.get_by_role("checkbox")).to_have_count(0)
    assert person.sheets() == 1


@pytest.mark.full
def test_all_questions_are_printed(person: Person, guide: Guide) -> None:
    enter(person).tick(guide.questions[0].statements[0])
    person.page.emulate_media(media="print")
    for question in guide.questions:
        expect(person.page.get_by_role("heading", name=question.ask)).to_be_visible()
        for statement in question.statements:
            expect(person.box(statement)).to_be_visible()
    expect(person.page.get_by_role("button")).to_have_count(0)


@pytest.mark.full
def test_each_question_is_printed_on_a_sheet_and_none_comes_before(person: Person, guide: Guide) -> None:
    enter(person).tick(guide.questions[0].statements[0])
    person.page.evaluate(FEW_STATEMENTS)
    assert person.sheets() == len(guide.questions)
