"""The review as a paper: counts, bars, notes, actions, and what the guide has no place for."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, words, words_combine, words_review
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person
from tests.support.serving import Server
from tests.support.tiers import one_of

LINES = "We watched 3 people book.\n\nTwo gave up."


def article(person: Person) -> Locator:
    return person.page.get_by_role("article")


def glance(person: Person, question: Question) -> Locator:
    title = person.page.get_by_role("rowheader", name=f"{question.number}. {question.title}", exact=True)
    return person.page.get_by_role("row").filter(has=title)


def cells(person: Person, question: Question) -> list[str]:
    return glance(person, question).get_by_role("cell").all_inner_texts()


def answers(question: Question, *values: object) -> list[dict[str, object]]:
    """Records of answers to the first statements, true, unknown or none."""
    pairs = zip(question.statements, values, strict=False)
    return [record("answer", statement.id, "answer", value) for statement, value in pairs if value]


def test_counts_and_status_of_every_question(person: Person, guide: Guide) -> None:
    done, begun, untouched = guide.questions[:3]
    copies.put(
        person,
        copies.review(
            "r1",
            *answers(done, True, True, "unknown"),
            record("conclusion", done.id, "state", "discussed"),
            *answers(begun, None, True),
            whose="board",
        ),
    )
    left = str(len(done.statements) - 3)
    assert cells(person, done)[:4] == ["Discussed", "2", "1", left]
    assert cells(person, begun)[:4] == ["In progress", "1", "0", ""]
    assert cells(person, untouched)[:4] == ["Not started", "0", "0", ""]


def widths(person: Person, question: Question) -> list[float]:
    bars: list[float] = (
        glance(person, question)
        .locator("rect")
        .evaluate_all("rects => rects.map((rect) => rect.getBoundingClientRect().width)")
    )
    return bars


def test_the_bars_are_as_wide_as_the_counts_and_follow_each_other(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    state = record("conclusion", question.id, "state", "answered")
    copies.put(person, copies.review("r1", *answers(question, True, True, "unknown"), state))
    count = len(question.statements)
    found = widths(person, question)
    assert [width / sum(found) for width in found] == pytest.approx(
        [2 / count, 1 / count, (count - 3) / count], abs=0.01
    )
    edges = (
        glance(person, question)
        .locator("rect")
        .evaluate_all(
            "rects => rects.flatMap((r) => [r.getBoundingClientRect().left, r.getBoundingClientRect().right])"
        )
    )
    assert all(after >= before - 0.5 for before, after in pairwise(edges))


def test_a_question_without_answers_has_no_bar(person: Person, guide: Guide) -> None:
    copies.put(person, copies.review("r1"))
    assert widths(person, guide.questions[0]) == [0, 0, 0]


def test_the_chart_is_a_table_and_its_drawing_is_hidden_from_a_screen_reader(person: Person) -> None:
    person.open_ready(copies.REVIEW)
    table = article(person).get_by_role("table").first
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads == ["Question", "Status", "Ticked", "Do not know", "Not ticked"]
    expect(table.get_by_role("img")).to_have_count(0)


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
    assert [re.split(r"\s", row.strip())[0] for row in rows] == ["done", "late", "soon", "undated"]
    assert [words_review.OVERDUE in row for row in rows] == [False, True, False, False]
    assert [words_review.DONE in row.split() for row in rows] == [True, False, False, False]
    assert "31 January 2020" in rows[1]
    assert "Chief nurse" in rows[1]
    assert rows[1].rstrip().endswith(str(second.number))
    assert first.number != second.number


@pytest.mark.full
def test_an_action_that_was_never_filled_in_is_not_shown(person: Person, question: Question) -> None:
    copies.put(person, copies.review("r1", record("action", "a", "question", question.id)))
    expect(article(person).get_by_text("No actions yet.")).to_be_visible()


@pytest.mark.full
def test_parked_questions_are_listed(person: Person, guide: Guide) -> None:
    question = guide.questions[3]
    copies.put(person, copies.review("r1", record("conclusion", question.id, "parked", True)))
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
    copies.put(person, copies.review("r1"))
    for name in (words_review.PARKED, words_review.REWORDED, words_review.ORPHANS):
        expect(copies.part(person, name)).to_have_count(0)


@pytest.mark.full
def test_the_paper_follows_what_is_written_in_another_tab(
    person: Person, server: Server, question: Question
) -> None:
    copies.put(person, copies.review("r1"))
    other = Person(person.page.context.new_page(), server)
    other.open_ready(question.url).tick(question.statements[0])
    expect(glance(person, question).get_by_role("cell").nth(1)).to_have_text("1")
