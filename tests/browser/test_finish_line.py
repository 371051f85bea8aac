"""From the link in the invitation to a code that was sent, on a phone, and back again later."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, expect

from tests.support import words
from tests.support.guide import Guide, Question
from tests.support.looking import sized
from tests.support.person import Person, expect_ticked
from tests.support.watching import Watch

PHONE = sized(390) | {"has_touch": True}
MOST_TAPS = 3  # beyond the answers themselves
MARK, EMAIL = "I have answered all of these", "Email your code"
SEND = "Send your answer code"
TAPS = """() => {
    window.taps = [];
    addEventListener("click", ({ target }) => {
        const control = target.closest("a, button, summary");
        if (control) window.taps.push(control.textContent);
    });
}"""


def heading(person: Person, question: Question) -> Locator:
    return person.page.get_by_role("heading", name=f"{question.number}. {question.ask}", exact=True)


def test_from_the_invitation_s_link_to_a_message_with_the_code_in_3_taps_beyond_the_answers(
    new_person: Callable[..., Person], watch: Watch, guide: Guide
) -> None:
    watch.expected.append("mailto:")
    person = new_person(**PHONE).open_ready("checklist/")
    person.page.evaluate(TAPS)
    for statement in guide.statements[::2]:
        person.box(statement).tap()
    person.line.get_by_role("button", name=MARK, exact=True).tap()
    expect(person.page.get_by_role("link", name=re.compile("Question"))).to_have_count(0)
    expect(person.line.get_by_role("button", name=words.UNDO, exact=True)).to_be_focused()
    with person.page.expect_request(re.compile("^mailto:")) as opening:
        person.page.get_by_role("link", name=EMAIL, exact=True).tap()
    assert person.page.locator(".answer-code__code").inner_text() in unquote(opening.value.url)
    sending = 1  # in the person's own mail program
    assert person.page.evaluate("window.taps.length") + sending <= MOST_TAPS


def test_the_line_leads_to_what_is_left_and_to_the_code(person: Person, guide: Guide) -> None:
    """On a question's page it leads to the same end."""
    *others, last = guide.questions
    person.open_ready("checklist/")
    for question in others:
        person.state(question).check()
    person.expect_saved()
    person.open_ready(last.url)
    left = person.line.get_by_role("link", name=f"Question {last.number}", exact=True)
    left.click()
    person.wait_until_ready()
    expect(heading(person, last)).to_be_in_viewport()
    person.state(last).check()
    expect(left).to_have_count(0)
    person.expect_saved()
    person.line.get_by_role("link", name=SEND, exact=True).click()
    expect(person.page.get_by_role("heading", name="Your answer code", exact=True)).to_be_in_viewport()
    expect(person.page).to_have_url(re.compile("checklist/#answer-code$"))


def test_who_comes_back_goes_on_at_the_first_question_that_is_not_answered(
    person: Person, guide: Guide
) -> None:
    first, second, *_ = guide.questions
    person.open_ready("checklist/")
    expect(person.page.get_by_role("heading", level=1)).to_be_in_viewport()
    person.state(first).check()
    person.expect_saved()
    person.open_ready("")
    person.open_ready("checklist/")
    expect(heading(person, second)).to_be_focused()
    expect(heading(person, second)).to_be_in_viewport()


@pytest.mark.full
def test_a_link_to_a_place_and_the_way_back_stay_where_they_lead(person: Person, guide: Guide) -> None:
    person.open_ready("checklist/")
    person.state(guide.questions[0]).check()
    person.expect_saved()
    person.open_ready(f"checklist/#{guide.questions[-1].id}--question")
    expect(heading(person, guide.questions[-1])).to_be_in_viewport()
    expect(heading(person, guide.questions[1])).not_to_be_focused()
    person.open_ready("")
    person.page.go_back()
    person.wait_until_ready()
    expect_ticked(person.state(guide.questions[0]), True)
    expect(heading(person, guide.questions[1])).not_to_be_focused()
