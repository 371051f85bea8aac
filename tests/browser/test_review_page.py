"""The review as a paper: counts, bars, notes, actions, and what the guide has no place for."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, words, words_combine, words_review
from tests.support.auditing import measure
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import Server
from tests.support.tiers import one_of

LINES = "We watched 3 people book.\n\nTwo gave up."


def article(person: Person) -> Locator:
    return person.page.get_by_role("article")


def answers(question: Question, *values: object) -> list[dict[str, object]]:
    """Records of answers to the first statements, true, unknown or none."""
    pairs = zip(question.statements, values, strict=False)
    return [record("answer", statement.id, "answer", value) for statement, value in pairs if value]


def test_the_board_s_paper_has_what_was_discussed_and_names_the_rest(person: Person, guide: Guide) -> None:
    done, begun, written, parked, *others = guide.questions
    copies.put(
        person,
        copies.review(
            "r1",
            *answers(done, True, True, "unknown"),
            record("conclusion", done.id, "state", "discussed"),
            *answers(begun, None, True),
            record("conclusion", written.id, "text", "Agreed without a tick"),
            record("conclusion", parked.id, "parked", True),
            whose="board",
        ),
    )
    counts = person.said("counts-done", ticked=2, unknown=1, notTicked=len(done.statements) - 3)
    expect(copies.about(person, done)).to_contain_text(counts)
    expect(copies.about(person, done)).to_contain_text(person.said("status-discussed"))
    expect(copies.about(person, begun)).to_contain_text(person.said("counts-so-far", ticked=1, unknown=0))
    expect(copies.about(person, written)).to_contain_text("Agreed without a tick")
    named = copies.part(person, words_review.NOT_DISCUSSED).get_by_role("listitem")
    expect(named).to_have_text([f"{question.number}. {question.ask}" for question in others])


def test_the_head_of_the_board_s_paper_says_who_met_when_and_why(person: Person) -> None:
    copies.put(person, copies.review("r1", record("review", "", "name", "Away-day"), whose="board"))
    for name, text in (
        (words_review.ORGANISATION, "Example Hospitals"),
        (words_review.PRESENT, "Chair\nChief nurse"),
        (words_review.AIM, "Choose what is first"),
    ):
        field = person.page.get_by_role("textbox", name=name, exact=True)
        field.fill(text)
        person.expect_saved()
        expect(article(person)).to_contain_text(text, use_inner_text=True)
    expect(article(person).get_by_role("term")).to_have_text(["Organisation", "Present", "Aim"])


def test_one_s_own_review_is_asked_for_its_name_and_dates_alone(person: Person, question: Question) -> None:
    copies.put(person, copies.review("r1", *answers(question, True)))
    expect(person.page.get_by_label(words_review.NAME, exact=True)).to_be_visible()
    for name in (words_review.ORGANISATION, words_review.PRESENT, words_review.AIM):
        expect(person.page.get_by_role("textbox", name=name, exact=True)).to_have_count(0)


def test_where_nothing_is_written_the_page_says_where_to_start_and_nothing_else(person: Person) -> None:
    person.open(copies.REVIEW)
    expect(person.page.get_by_role("link", name=words_review.START_MINE, exact=True)).to_be_visible()
    expect(person.page.get_by_role("link", name=words_review.START_BOARD, exact=True)).to_be_visible()
    expect(article(person)).to_be_hidden()
    main = person.page.get_by_role("main")
    expect(main.get_by_role("button")).to_have_count(0)
    person.page.get_by_role("link", name=words_review.START_COPY, exact=True).click()
    expect(person.page.get_by_label(words_review.FILE, exact=True)).to_be_visible()


def test_the_page_opens_with_the_paper_and_one_primary_button(person: Person, question: Question) -> None:
    copies.put(person, copies.review("r1", *answers(question, True), whose="board"))
    person.page.goto(person.home + copies.REVIEW)
    expect(article(person)).to_be_visible()
    expect(person.button(words_review.DELETE)).to_be_hidden()
    person.page.get_by_text(words_review.MANAGE, exact=True).click()
    expect(person.button(words_review.DELETE)).to_be_visible()
    buttons = person.page.get_by_role("main").get_by_role("button")
    expect(buttons.and_(person.page.locator(".nhsuk-button:not(.nhsuk-button--secondary)"))).to_have_count(1)


def widths(person: Person, question: Question) -> list[float]:
    bars: list[float] = (
        copies.about(person, question)
        .locator("rect")
        .evaluate_all("rects => rects.map((rect) => rect.getBoundingClientRect().width)")
    )
    return bars


def test_the_bar_of_a_question_is_divided_as_its_counts_are(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    state = record("conclusion", question.id, "state", "answered")
    copies.put(person, copies.review("r1", *answers(question, True, True, "unknown"), state))
    count = len(question.statements)
    found = widths(person, question)
    assert [width / sum(found) for width in found] == pytest.approx(
        [2 / count, 1 / count, (count - 3) / count], abs=0.01
    )


def test_a_question_with_a_conclusion_alone_has_no_bar(person: Person, question: Question) -> None:
    """Empty, it would say that nothing is ticked."""
    copies.put(person, copies.review("r1", record("conclusion", question.id, "text", "Later")))
    assert widths(person, question) == [0, 0, 0]


@pytest.mark.full
def test_every_answer_is_said_in_words(person: Person, question: Question) -> None:
    state = record("conclusion", question.id, "state", "answered")
    copies.put(person, copies.review("r1", *answers(question, True, "unknown"), state))
    items = copies.about(person, question).get_by_role("listitem")
    for statement, name in zip(question.statements, ("ticked", "unknown", "not-ticked"), strict=False):
        item = items.filter(has_text=statement.alone)
        expect(item).to_contain_text(person.said(f"answer-{name}"))


@pytest.mark.full
def test_an_empty_box_is_not_called_not_ticked_before_the_question_is_done(
    person: Person, question: Question
) -> None:
    copies.put(person, copies.review("r1", *answers(question, True)))
    expect(copies.about(person, question)).not_to_contain_text(person.said("answer-not-ticked"))
    expect(copies.about(person, question)).to_contain_text(person.said("status-in-progress"))


@pytest.mark.full
def test_conclusion_and_evidence_keep_their_lines(person: Person, question: Question) -> None:
    copies.put(
        person,
        copies.review(
            "r1",
            record("answer", question.statements[0].id, "evidence", LINES),
            record("conclusion", question.id, "text", LINES),
        ),
    )
    found = copies.about(person, question).get_by_text(re.compile("We watched 3 people"))
    shown = found.evaluate_all("places => places.map((place) => place.innerText)")
    assert [text.replace("\n\n\n", "\n\n") for text in shown if text.startswith("We")] == [LINES, LINES]


@pytest.mark.full
def test_actions_are_sorted_by_date_and_the_overdue_are_marked(person: Person, guide: Guide) -> None:
    first, second = guide.questions[:2]
    dated = {"late": "2020-01-31", "soon": "2999-01-01", "done": "2019-06-30", "undated": None}
    records = [record("action", what, "what", what) for what in dated]
    records += [record("action", what, "dueOn", day) for what, day in dated.items()]
    records += [record("action", what, "owner", "Chief nurse") for what in dated]
    records += [record("action", what, "question", second.id) for what in dated]
    copies.put(person, copies.review("r1", *records, record("action", "done", "done", True)))
    rows = copies.part(person, words_review.ACTIONS).get_by_role("row").all_inner_texts()[1:]
    assert [row.split()[:2] for row in rows] == [
        ["1", "done"],
        ["2", "late"],
        ["3", "soon"],
        ["4", "undated"],
    ]
    assert [words_review.OVERDUE in row for row in rows] == [False, True, False, False]
    assert [words_review.DONE in row.split() for row in rows] == [True, False, False, False]
    assert "31 January 2020" in rows[1]
    assert "Chief nurse" in rows[1]
    assert rows[1].rstrip().endswith(str(second.number))
    assert first.number != second.number


@pytest.mark.full
def test_on_a_phone_the_action_log_is_a_list_and_still_heard_as_a_table(person: Person) -> None:
    copies.put(person, copies.review("r1", record("action", "a", "what", "Visit a clinic")))
    person.page.set_viewport_size({"width": 390, "height": 844})
    log = copies.part(person, words_review.ACTIONS)
    expect(log.get_by_role("row").get_by_role("cell", name="Action Visit a clinic")).to_be_visible()
    assert measure(person.page, "cutOff") == []


@pytest.mark.full
def test_an_action_that_was_never_filled_in_is_not_shown(person: Person, question: Question) -> None:
    empty = record("action", "a", "question", question.id)
    copies.put(person, copies.review("r1", empty, whose="board"))
    expect(article(person).get_by_text("No actions yet.")).to_be_visible()


@pytest.mark.full
def test_one_s_own_answers_have_an_action_log_only_where_there_are_actions(
    person: Person, question: Question
) -> None:
    copies.put(person, copies.review("r1", *answers(question, True)))
    log = person.page.get_by_role("heading", name=words_review.ACTIONS, exact=True)
    expect(log).to_be_hidden()
    copies.put(person, copies.review("r1", *answers(question, True), record("action", "a", "what", "Do it")))
    expect(log).to_be_visible()


@pytest.mark.full
def test_parked_questions_are_listed(person: Person, guide: Guide) -> None:
    question = guide.questions[3]
    parked = record("conclusion", question.id, "parked", True)
    copies.put(person, copies.review("r1", parked, *answers(question, True)))
    expect(copies.part(person, words_review.PARKED).get_by_role("listitem")).to_have_text(
        [f"{question.number}. {question.ask}"]
    )
    expect(copies.about(person, question)).to_contain_text(
        person.said("report-status", status=words.ANYTHING, parked="true")
    )


@pytest.mark.full
def test_a_reworded_statement_is_listed_with_the_words_that_were_answered(
    person: Person, question: Question
) -> None:
    statement = question.statements[0]
    was = record("answer", statement.id, "wording", "What it said before")
    copies.put(person, copies.review("r1", *answers(question, True), was))
    item = copies.part(person, words_review.REWORDED).get_by_role("listitem")
    expect(item).to_contain_text(statement.alone)
    expect(item).to_contain_text("What it said before")


@pytest.mark.full
def test_answers_that_the_guide_has_no_place_for_are_listed(person: Person) -> None:
    copies.put(
        person,
        copies.review(
            "r1",
            record("answer", "gone-a", "answer", True),
            record("answer", "gone-a", "wording", "We once asked this"),
            record("answer", "gone-a", "evidence", "A paper"),
            record("answer", "gone-b", "answer", "unknown"),
            record("answer", "__proto__", "evidence", "Without its words"),
            record("conclusion", "gone", "text", "Concluded then"),
        ),
    )
    found = copies.part(person, words_review.ORPHANS)
    expect(found.get_by_role("listitem")).to_have_count(4)
    for text in ("We once asked this", "A paper", "gone-b", "Without its words", "Concluded then"):
        expect(found).to_contain_text(text)


@pytest.mark.full
@pytest.mark.parametrize(("people", "is_few"), one_of([(4, True), (1, False), (2, True), (5, False)]))
def test_members_counts_of_fewer_than_5_people_come_with_a_warning(
    person: Person, question: Question, people: int, is_few: bool
) -> None:
    counts = {"ticked": people - 1, "notTicked": 1, "unknown": 0}
    counted = record("combined", question.statements[0].id, "counts", counts)
    copies.put(person, copies.review("r1", counted, whose="board"))
    expect(person.page.get_by_text(words_combine.FEW)).to_be_visible(visible=is_few)


@pytest.mark.full
def test_parts_without_anything_in_them_are_not_shown(person: Person) -> None:
    copies.put(person, copies.review("r1", record("review", "", "name", "Begun")))
    for name in (words_review.PARKED, words_review.REWORDED, words_review.ORPHANS):
        expect(copies.part(person, name)).to_have_count(0)


@pytest.mark.full
def test_the_paper_follows_what_is_written_in_another_tab(
    person: Person, server: Server, question: Question
) -> None:
    copies.put(person, copies.review("r1"))
    other = Person(person.page.context.new_page(), server)
    other.open_ready(question.url).tick(question.statements[0])
    counts = person.said("counts-so-far", ticked=1, unknown=0)
    expect(copies.about(person, question)).to_contain_text(counts)
