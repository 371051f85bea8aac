"""What has changed since an earlier review."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, words, words_review
from tests.support.copies import record
from tests.support.guide import Guide
from tests.support.person import Person


def result(person: Person) -> Locator:
    """What is announced when a review is chosen: it has no role of its own."""
    card = person.page.get_by_role("region", name=words_review.COMPARE, exact=True)
    return card.locator("[aria-live]")


def part(person: Person, name: str) -> Locator:
    heading = person.page.get_by_role("heading", name=name, exact=True)
    return result(person).locator("section").filter(has=heading).get_by_role("listitem")


def compare(person: Person, earlier: dict[str, Any], later: dict[str, Any]) -> None:
    copies.put(person, later, earlier)
    choice = person.page.get_by_role("combobox", name=words_review.EARLIER, exact=True)
    choice.select_option(value=earlier["id"])
    expect(result(person)).not_to_be_empty()


def test_without_another_review_the_page_says_so(person: Person) -> None:
    copies.put(person, copies.review("r1"))
    expect(person.page.get_by_role("combobox", name=words_review.EARLIER, exact=True)).to_have_count(0)
    expect(person.page.get_by_text("There is no other review on this device.")).to_be_visible()


def test_earlier_reviews_are_offered_by_kind_name_and_date(person: Person) -> None:
    named = [record("review", "", "name", "Spring"), record("review", "", "heldOn", "2026-04-02")]
    board = copies.review("r2", record("review", "", "name", "Summer"), whose="board")
    copies.put(person, board, copies.review("r1", *named))
    choice = person.page.get_by_role("combobox", name=words_review.EARLIER, exact=True)
    options = choice.get_by_role("option").all_inner_texts()
    assert [option for option in options if option] == [f"{words.MINE}: Spring, 2 April 2026"]


@pytest.mark.full
def test_ticks_and_what_was_not_known(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    gained, lost, resolved, unknown, *_ = question.statements
    state = record("conclusion", question.id, "state", "discussed")
    before = {lost: True, resolved: "unknown"}
    after = {gained: True, resolved: True, unknown: "unknown"}

    def side(id: str, answers: dict[Any, Any]) -> dict[str, Any]:
        return copies.review(
            id, state, *[record("answer", s.id, "answer", v) for s, v in answers.items()], whose="board"
        )

    compare(person, side("r1", before), side("r2", after))
    expect(part(person, words_review.GAINED)).to_have_text([gained.text, resolved.text])
    expect(part(person, words_review.LOST)).to_have_text([lost.text])
    expect(part(person, words_review.RESOLVED)).to_have_text([resolved.text])
    expect(part(person, words_review.NOT_KNOWN_NOW)).to_have_text([unknown.text])


def action(id: str, what: str, done: bool = False) -> list[dict[str, Any]]:
    records = [record("action", id, "what", what)]
    return [*records, record("action", id, "done", True)] if done else records


def test_actions_done_still_to_do_and_new(person: Person) -> None:
    compare(
        person,
        copies.review("r1", *action("a", "Ask"), *action("b", "Build"), *action("f", "Forgotten")),
        copies.review("r2", *action("a", "Ask", done=True), *action("b", "Build"), *action("c", "Check")),
    )
    expect(part(person, words_review.DONE_SINCE)).to_have_text(["Ask"])
    expect(part(person, words_review.STILL_OPEN)).to_have_text(["Build", "Forgotten"])
    expect(part(person, words_review.NEW_ACTIONS)).to_have_text(["Check"])


@pytest.mark.full
def test_a_changed_conclusion_is_shown_before_and_after(person: Person, guide: Guide) -> None:
    question = guide.questions[1]
    compare(
        person,
        copies.review("r1", record("conclusion", question.id, "text", "Too early")),
        copies.review("r2", record("conclusion", question.id, "text", "Go on")),
    )
    item = part(person, words_review.CONCLUSIONS)
    for text in (question.ask, "Too early", "Go on"):
        expect(item).to_contain_text(text)


@pytest.mark.full
def test_a_change_of_wording_is_called_out(person: Person, guide: Guide) -> None:
    statement = guide.statements[0]

    def side(id: str, wording: str) -> dict[str, Any]:
        answer = record("answer", statement.id, "answer", True)
        return copies.review(id, answer, record("answer", statement.id, "wording", wording))

    compare(person, side("r1", "Old words"), side("r2", statement.alone))
    expect(part(person, words_review.REWORDED_SINCE)).to_have_text([statement.alone])


@pytest.mark.full
def test_two_equal_reviews_are_said_to_be_the_same(person: Person, guide: Guide) -> None:
    same = record("answer", guide.statements[0].id, "answer", True)
    compare(person, copies.review("r1", same), copies.review("r2", same))
    expect(result(person).get_by_text(words_review.NOTHING_CHANGED)).to_be_visible()


@pytest.mark.full
@pytest.mark.parametrize("answered", ["before", "now"])
def test_nothing_has_changed_is_never_said_where_only_one_review_has_answers(
    person: Person, guide: Guide, answered: str
) -> None:
    ticks = [record("answer", statement.id, "answer", True) for statement in guide.statements[:3]]
    full, empty = (copies.review("r1", *ticks), copies.review("r2"))
    compare(person, *((full, empty) if answered == "before" else (empty | {"id": "r1"}, full | {"id": "r2"})))
    expect(result(person).get_by_text(words_review.NOTHING_CHANGED)).to_be_hidden()
    expect(result(person)).to_contain_text(guide.statements[0].alone)


@pytest.mark.full
def test_a_statement_that_the_guide_no_longer_has_is_named(person: Person) -> None:
    """Not by an empty line."""

    def side(id: str, answer: object) -> dict[str, Any]:
        wording = record("answer", "gone", "wording", "What we once asked")
        return copies.review(id, record("answer", "gone", "answer", answer), wording)

    compare(person, side("r1", "unknown"), side("r2", True))
    expect(part(person, words_review.GAINED)).to_have_text(["What we once asked"])


@pytest.mark.full
def test_the_comparison_follows_what_is_answered(person: Person, guide: Guide) -> None:
    statement = guide.statements[0]
    unknown = record("answer", statement.id, "answer", "unknown")
    compare(person, copies.review("r1", unknown), copies.review("r2", unknown))
    page = person.page.context.new_page()
    page.goto(person.home + guide.questions[0].url)
    page.get_by_role("checkbox", name=statement.alone, exact=True).check()
    expect(part(person, words_review.GAINED)).to_have_text([statement.alone])


@pytest.mark.full
def test_the_comparison_is_printed(person: Person, guide: Guide) -> None:
    statement = guide.statements[0]
    answer = record("answer", statement.id, "answer", "unknown")
    now = record("answer", statement.id, "answer", True)
    compare(person, copies.review("r1", answer), copies.review("r2", now))
    person.page.emulate_media(media="print")
    expect(part(person, words_review.GAINED)).to_be_visible()
