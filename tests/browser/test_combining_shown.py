"""What the page shows of members' answers: the order, hands, few people, paper and files."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, expect

from tests.support import (
    clipboard,
    combining,
    copies,
    database,
    in_the_room,
    words,
    words_combine,
    words_review,
)
from tests.support.auditing import expect_nothing_here, measure
from tests.support.combining import Member
from tests.support.guide import Guide, Question, Statement
from tests.support.looking import sized
from tests.support.person import NewPerson, Person
from tests.support.tiers import one_of


@pytest.fixture
def facilitator(person: Person) -> Person:
    return combining.open_board(person)


def divided(guide: Guide) -> list[Member]:
    """Return 6 members who agree on the first question, and disagree more the later the question."""
    last = len(guide.questions) - 1
    people = [Member() for _ in range(6)]
    for place, question in enumerate(guide.questions):
        half = 0 if place == 0 else max(1, round(3 * place / last))
        for number, one in enumerate(people):
            one.about(question, *[number < half for _ in question.statements])
    return people


@pytest.fixture
def shown(facilitator: Person, guide: Guide) -> Person:
    combining.add(facilitator, guide, divided(guide))
    return facilitator


def order(person: Person) -> Locator:
    return person.page.get_by_role("combobox", name=words_combine.ORDER, exact=True)


def asked(person: Person) -> list[str]:
    """Return the questions in the order of the page."""
    return [heading.split(". ", 1)[1] for heading in headings(person).all_inner_texts()]


def expect_asked(person: Person, questions: list[str]) -> None:
    expect(headings(person)).to_have_text([re.compile(f"\\d+\\. {re.escape(ask)}") for ask in questions])


def headings(person: Person) -> Locator:
    return person.page.locator("[data-list]").get_by_role("heading")


def findings(person: Person, name: str) -> Locator:
    """The statements of one of the short lists."""
    return person.page.get_by_role("region", name=name, exact=True).get_by_role("listitem")


def test_once_there_are_answers_adding_folds_away_and_where_members_stand_comes_first(
    facilitator: Person, guide: Guide
) -> None:
    expect(combining.adding(facilitator)).to_have_attribute("open", "")
    expect(facilitator.button(words_combine.AGAIN)).to_be_hidden()
    combining.add(facilitator, guide, divided(guide))
    expect(combining.adding(facilitator)).not_to_have_attribute("open", "")
    heading = facilitator.page.get_by_role("main").get_by_role("heading", level=2).first
    expect(heading).to_have_text(facilitator.said("standing-heading", count=6))
    expect(facilitator.button(words.UNDO)).to_be_in_viewport()
    expect(facilitator.button(words_combine.AGAIN)).to_be_visible()
    facilitator.page.get_by_label(words_combine.EXPECTED, exact=True).fill("14")
    combining.expect_people(facilitator, "received", count=6, expected=14, hands=0)


def test_the_questions_to_discuss_are_picked_beside_their_bars_and_the_room_shows_them(
    shown: Person, guide: Guide
) -> None:
    question = guide.questions[1]
    picked = shown.page.get_by_role("checkbox", name=re.compile(f"question 2: {re.escape(question.ask)}"))
    picked.check()
    shown.expect_saved()
    shown.page.get_by_role("main").get_by_role("link", name=words_combine.TO_ROOM, exact=True).click()
    shown.wait_until_ready()
    expect(picked.first).to_be_checked()
    in_the_room.move(shown, "Next").click()
    in_the_room.expect_question(shown, question)
    expect(in_the_room.move(shown, "Next")).to_have_count(0)


def test_the_questions_come_by_disagreement(shown: Person, guide: Guide) -> None:
    expect(order(shown)).to_have_value("disagreement")
    assert asked(shown)[-1] == guide.questions[0].ask


@pytest.mark.full
def test_what_members_disagree_on_most_is_named_with_its_counts_and_leads_to_its_question(
    shown: Person, guide: Guide
) -> None:
    counts = combining.counts_of(guide, divided(guide))
    named = findings(shown, words_combine.DISAGREE)
    expect(named).not_to_have_count(0)
    link = named.first.get_by_role("link")
    statement = next(s for s in guide.statements if s.text == link.inner_text())
    expect(named.first).to_contain_text(shown.said("standing-counts", **counts[statement.id]))
    link.click()
    row = shown.page.locator("[data-list]").get_by_role("row", name=statement.text)
    expect(row).to_be_in_viewport()
    numbers = [f"{counts[statement.id][name]} {said}" for name, said in combining.WORDS.items()]
    expect(row.get_by_role("cell")).to_have_text(numbers)


@pytest.mark.full
def test_every_statement_has_a_bar_whose_counts_are_heard(shown: Person, guide: Guide) -> None:
    counts = combining.counts_of(guide, divided(guide))
    table = shown.page.get_by_role("table").filter(
        has=shown.page.get_by_role("columnheader", name="Question")
    )
    for question in guide.questions:
        row = table.get_by_role("row", name=question.ask)
        none = {"ticked": 0, "unknown": 0, "notTicked": 0}
        said = [shown.said("standing-counts", **counts.get(s.id, none)) for s in question.statements]
        expect(row.get_by_role("cell")).to_have_text([re.compile(re.escape(question.ask)), *said])


def test_where_members_stand_fits_a_projector(shown: Person, guide: Guide) -> None:
    table = shown.page.get_by_role("table").filter(
        has=shown.page.get_by_role("columnheader", name="Question")
    )
    box = table.bounding_box()
    assert box
    assert box["height"] <= (720 if len(guide.questions) <= 10 else box["height"])


@pytest.mark.full
def test_the_guide_s_own_order_can_be_chosen_and_stays(shown: Person, guide: Guide) -> None:
    order(shown).select_option(words_combine.BY_GUIDE)
    expect_asked(shown, [q.ask for q in guide.questions])
    shown.expect_saved()
    shown.reload()
    expect(order(shown)).to_have_value("guide")
    expect_asked(shown, [q.ask for q in guide.questions])


@pytest.mark.full
def test_an_own_order_starts_from_the_one_shown_and_each_question_can_be_moved(
    shown: Person, guide: Guide
) -> None:
    before = asked(shown)
    order(shown).select_option(words_combine.OWN)
    expect_asked(shown, before)
    by_ask = {q.ask: f"question {q.number}: {q.ask}" for q in guide.questions}
    down = shown.button(f"{words_combine.DOWN} {by_ask[before[1]]}")
    shown.button(f"{words_combine.UP} {by_ask[before[1]]}").click()
    expect_asked(shown, [before[1], before[0], *before[2:]])
    expect(down).to_be_focused()
    shown.expect_announced("moved", place=1, total=len(before))
    shown.page.keyboard.press("Enter")
    expect_asked(shown, before)
    expect(down).to_be_focused()
    shown.expect_saved()
    shown.reload()
    expect(order(shown)).to_have_value("own")
    expect_asked(shown, before)


@pytest.mark.full
def test_codes_are_read_alike_whatever_the_order_on_the_page(shown: Person, guide: Guide) -> None:
    more = combining.members(guide, 3)
    shown.reload()
    combining.add(shown, guide, more)
    assert combining.stored(shown) == combining.counts_of(guide, [*divided(guide), *more])


@pytest.mark.full
@pytest.mark.parametrize("count", one_of([2, 4]))
def test_of_fewer_than_5_people_the_page_says_that_they_may_be_recognised(
    facilitator: Person, guide: Guide, count: int
) -> None:
    combining.add(facilitator, guide, combining.members(guide, count))
    expect(facilitator.page.get_by_text(words_combine.FEW)).to_be_visible()
    combining.add(facilitator, guide, combining.members(guide, 3, seed=1))
    expect(facilitator.page.get_by_text(words_combine.FEW)).to_be_hidden()


@pytest.mark.full
def test_one_person_s_answers_are_not_shown(facilitator: Person, guide: Guide) -> None:
    combining.expect_people(facilitator, "people-none")
    combining.add(facilitator, guide, combining.members(guide, 1))
    combining.expect_people(facilitator, count=1)
    expect(order(facilitator)).to_be_hidden()
    expect(facilitator.button(words_combine.CSV)).to_be_hidden()
    expect(facilitator.page.get_by_role("table")).to_have_count(0)


@pytest.mark.full
def test_when_everyone_agrees_there_is_nothing_to_disagree_on(
    facilitator: Person, question: Question
) -> None:
    hands(facilitator, question, question.statements[0]).get_by_label(words_combine.TICKED, exact=True).fill(
        "9"
    )
    expect(facilitator.page.get_by_role("region", name=words_combine.DISAGREE, exact=True)).to_be_visible()
    for name in (words_combine.DISAGREE, words_combine.MOST_UNKNOWN, words_combine.NONE_TICKED):
        expect(findings(facilitator, name)).to_have_count(0)


def hands(person: Person, question: Question, statement: Statement) -> Locator:
    """Open the fields of a question, and return those of a statement."""
    number = f"{question.number}.{question.statements.index(statement) + 1}"  # as on paper
    group = person.page.get_by_role("group", name=f"{number} {statement.text}", exact=True)
    if not group.count():
        person.page.get_by_text(words_combine.HANDS, exact=True).click()
        person.page.locator("[data-hands] > summary").filter(has_text=question.ask).click()
    return group


@pytest.mark.full
def test_hands_can_be_counted_and_the_count_put_right(facilitator: Person, question: Question) -> None:
    statement = question.statements[0]
    group = hands(facilitator, question, statement)
    group.get_by_label(words_combine.TICKED, exact=True).fill("7")
    group.get_by_label(words_combine.NOT_TICKED, exact=True).fill("2")
    group.get_by_label(words_combine.UNKNOWN, exact=True).fill("1")
    group.get_by_label(words_combine.TICKED, exact=True).fill("6")
    combining.expect_people(facilitator, count=9, hands=9)
    assert combining.shown(facilitator, question, statement) == {"ticked": 6, "notTicked": 2, "unknown": 1}
    facilitator.expect_saved()
    facilitator.reload()
    again = hands(facilitator, question, statement)
    expect(again.get_by_label(words_combine.TICKED, exact=True)).to_have_value("6")
    assert combining.shown(facilitator, question, statement) == {"ticked": 6, "notTicked": 2, "unknown": 1}


@pytest.mark.full
def test_hands_stay_with_their_review_where_another_tab_begins_another(
    facilitator: Person, question: Question
) -> None:
    ticked = hands(facilitator, question, question.statements[0]).get_by_label(
        words_combine.TICKED, exact=True
    )
    ticked.fill("7")
    facilitator.expect_saved()
    # The browser of the tests never says that another tab is in front.
    facilitator.page.evaluate("document.hasFocus = () => false")
    facilitator.another_tab().open_ready(copies.REVIEW).button(words_review.BEGIN_BOARD).click()
    ticked.fill("8")
    combining.expect_people(facilitator, count=8, hands=8)
    facilitator.expect_saved()
    expect(ticked).to_have_value("8")


@pytest.mark.full
def test_hands_are_added_to_the_codes_and_undone_apart(facilitator: Person, guide: Guide) -> None:
    question = guide.questions[0]
    statement = question.statements[0]
    group = hands(facilitator, question, statement)
    group.get_by_label(words_combine.TICKED, exact=True).fill("3")
    combining.add(facilitator, guide, [Member().about(question, True), Member().about(question, "unknown")])
    combining.expect_people(facilitator, count=5, hands=3)
    assert combining.shown(facilitator, question, statement) == {"ticked": 4, "notTicked": 0, "unknown": 1}
    facilitator.button(words.UNDO).click()
    combining.expect_people(facilitator, count=3, hands=3)
    group.get_by_label(words_combine.TICKED, exact=True).fill("")
    combining.expect_people(facilitator, "people-none")
    database.wait_until(facilitator.page, lambda _: combining.stored(facilitator) == {})


@pytest.mark.full
@pytest.mark.parametrize("text", one_of(["x", "-1", "1.5", "1e2", "٣"]))
def test_what_is_no_number_of_people_is_said_so_and_not_counted(
    facilitator: Person, question: Question, text: str
) -> None:
    group = hands(facilitator, question, question.statements[0])
    field = group.get_by_label(words_combine.TICKED, exact=True)
    group.get_by_label(words_combine.UNKNOWN, exact=True).fill("2")
    field.fill(text)
    facilitator.expect_error(field, "no-number")
    expect(field).to_have_value(text)
    combining.expect_people(facilitator, count=2, hands=2)
    field.fill("4")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    combining.expect_people(facilitator, count=6, hands=6)


@pytest.mark.full
def test_an_expected_number_that_is_none_stays_and_is_said(facilitator: Person) -> None:
    field = facilitator.page.get_by_label(words_combine.EXPECTED, exact=True)
    field.fill("1st")
    field.blur()
    facilitator.expect_error(field, "no-number")
    expect(field).to_have_value("1st")
    field.fill("12")
    combining.expect_people(facilitator, "received-none", expected=12)
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.full
def test_the_counts_as_a_spreadsheet(shown: Person, guide: Guide) -> None:
    text = copies.download(shown, words_combine.CSV).decode("utf-8-sig")
    [_, *rows] = csv.reader(io.StringIO(text, newline=""))
    expected = combining.counts_of(guide, divided(guide))
    numbers = [
        [str(expected[s.id][name]) for name in ("ticked", "unknown", "notTicked")] for s in guide.statements
    ]
    assert [row[2:] for row in rows] == [
        [s.text, *counts, "6"] for s, counts in zip(guide.statements, numbers, strict=True)
    ]


@pytest.mark.full
def test_the_counts_as_text(new_person: NewPerson, guide: Guide) -> None:
    person = combining.open_board(new_person(permissions=clipboard.PERMISSIONS))
    combining.add(person, guide, divided(guide))
    person.button(words_combine.COPY).click()
    person.expect_announced("summary-copied")
    copied = clipboard.text_of(person)
    assert copied.count("\n    ") == len(guide.statements)
    for statement in guide.statements:
        assert statement.text in copied


@pytest.mark.full
def test_where_copying_is_blocked_the_text_is_in_a_box(new_person: NewPerson, guide: Guide) -> None:
    person = combining.open_board(new_person(clipboard.BLOCKED))
    combining.add(person, guide, divided(guide))
    person.button(words_combine.COPY).click()
    person.expect_announced("summary-copy-blocked")
    box = person.page.get_by_label("Copy this text by hand", exact=True)
    expect(box).to_be_focused()
    assert guide.statements[0].text in box.input_value()


@pytest.mark.full
def test_a_saved_copy_of_the_board_s_review_carries_the_counts(
    shown: Person, new_person: NewPerson, guide: Guide
) -> None:
    shown.open_ready(copies.REVIEW)
    saved = copies.download(shown, "Save a copy").decode()
    other = new_person().open_ready(copies.REVIEW)
    copies.load(other, saved)
    other.open_ready(combining.PAGE)
    combining.expect_people(other, count=6, hands=0)
    assert combining.stored(other) == combining.counts_of(guide, divided(guide))


@pytest.mark.full
def test_on_paper_there_are_the_counts_and_no_controls(shown: Person, guide: Guide) -> None:
    shown.page.emulate_media(media="print")
    paper = shown.page.get_by_role("main")
    for question in guide.questions:
        expect(paper.get_by_role("heading", name=question.ask)).to_be_visible()
    rows = paper.locator("[data-list]").get_by_role("row")
    expect(rows).to_have_count(len(guide.questions) + len(guide.statements))
    expect(rows.last.locator(".bar")).to_be_visible()
    for role in ("button", "textbox", "combobox"):
        expect(shown.page.get_by_role(role)).to_have_count(0)


@pytest.mark.full
def test_the_page_in_use_has_no_violation(shown: Person, guide: Guide) -> None:
    question = guide.questions[0]
    hands(shown, question, question.statements[0]).get_by_label(words_combine.TICKED, exact=True).fill("x")
    order(shown).select_option(words_combine.OWN)
    one, *_ = combining.codes_of(shown, guide, divided(guide))
    combining.look_for(shown, f"{one} {one[:-1]}{'A' if one[-1] != 'A' else 'B'}")
    for width in (320, 390, 1280):
        expect_nothing_here(shown, sized(width))
        assert measure(shown.page, "sideways") <= 0, width
