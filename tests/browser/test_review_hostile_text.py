"""Markup in any text that somebody typed or sent is shown as text, wherever it is shown."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.support import copies, words_review, writing
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import Person

SCRIPT = "document.title = 1"
NASTY = f"<img src=x onerror='{SCRIPT}'><script>{SCRIPT}</script>{{{{ 7*7 }}}} & &amp; \""
LATER = 4_000_000_000_000  # milliseconds since 1970, in 2096


def nasty(name: str) -> str:
    return f"{name} {NASTY}"


def review(guide: Guide, id: str, changed_at: int = copies.EARLIER) -> dict[str, Any]:
    question = guide.questions[0]
    statement = question.statements[0]
    places = [
        ("review", "", "name"),
        ("answer", statement.id, "evidence"),
        ("answer", statement.id, "wording"),
        ("answer", NASTY, "evidence"),
        ("answer", NASTY, "wording"),
        ("conclusion", question.id, "text"),
        ("conclusion", NASTY, "text"),
        ("action", NASTY, "what"),
        ("action", NASTY, "owner"),
    ]
    texts = [record(*place, nasty(f"{id} {place[0]} {place[2]}"), changed_at) for place in places]
    answers = [record("answer", s, "answer", True, changed_at) for s in (statement.id, NASTY)]
    return copies.review(id, *texts, *answers, record("action", NASTY, "question", question.id))


def expect_nothing_ran(person: Person) -> None:
    """A picture that is asked for fails the test by itself: the watch sees the error."""
    assert person.page.title() != "1"
    expect(person.page.locator("main :is(img, script)")).to_have_count(0)
    assert "49" not in person.page.get_by_role("main").inner_text()


def test_on_the_paper(person: Person, guide: Guide) -> None:
    copies.put(person, review(guide, "r1"))
    paper = person.page.get_by_role("article")
    for name in (
        "review name",
        "answer evidence",
        "answer wording",
        "conclusion text",
        "action what",
        "action owner",
    ):
        expect(paper).to_contain_text(nasty(f"r1 {name}"))
    person.button(words_review.BEGIN_MINE).click()
    expect(person.page.get_by_role("radio", name=nasty("r1 review name"))).to_be_visible()
    expect_nothing_ran(person)


def test_in_the_preview_the_kept_list_and_the_comparison(person: Person, guide: Guide) -> None:
    copies.put(person, review(guide, "r1"))
    shown = copies.look_at(person, copies.copy(guide, review(guide, "r2", LATER), guide=NASTY, edition=NASTY))
    expect(shown).to_contain_text(nasty("r2 review name"))
    person.button(words_review.ADD).click()
    person.expect_announced("loaded")
    kept = person.page.get_by_role("region", name=words_review.KEPT, exact=True)
    expect(kept).to_contain_text(nasty("r1 conclusion text"))
    copies.load(person, copies.copy(guide, review(guide, "r3", LATER)), words_review.KEEP)
    choice = person.page.get_by_role("combobox", name=words_review.EARLIER, exact=True)
    choice.select_option(value="r1")
    result = person.page.get_by_role("region", name=words_review.COMPARE, exact=True)
    expect(result).to_contain_text(nasty("r3 conclusion text"))
    expect_nothing_ran(person)


@pytest.mark.full
def test_a_damaged_file_that_names_its_place_with_markup(person: Person, guide: Guide) -> None:
    person.open_ready(copies.REVIEW)
    copies.choose(person, copies.copy(guide, **{NASTY: 1}))
    expect(person.page.get_by_text(NASTY[:20])).to_be_visible()
    expect_nothing_ran(person)


@pytest.mark.full
def test_on_the_question_s_own_page(person: Person, guide: Guide, question: Question) -> None:
    copies.put(person, review(guide, "r1"))
    person.open_ready(question.url)
    expect(writing.conclusion(person)).to_have_value(nasty("r1 conclusion text"))
    expect(writing.evidence(person, question.statements[0])).to_have_value(nasty("r1 answer evidence"))
    expect(writing.actions(person)).to_have_count(1)
    assert person.page.title() != "1"
