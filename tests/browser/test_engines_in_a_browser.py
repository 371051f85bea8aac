"""A whole journey on what the second engine built, axe and the security policy included."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support import copies
from tests.support.auditing import found_on
from tests.support.building import Build
from tests.support.guide import Guide, Question
from tests.support.kinds import one_of_each_kind
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server, serving_apart
from tests.support.watching import Watch

pytestmark = pytest.mark.full


@pytest.fixture
def server(zensical_site: Build, guide: Guide) -> Iterator[Server]:
    """Serve to everybody in this file what Zensical built, in place of what MkDocs did."""
    with serving_apart(zensical_site.folder, guide.folder) as server:
        yield server


def test_a_tick_is_kept_and_shown_on_every_page_that_tells_of_it(person: Person, question: Question) -> None:
    first, second = question.statements[:2]
    person.open_ready(question.url)
    person.tick(first)
    person.unknown(second).check()
    person.state(question).check()
    person.expect_saved()
    person.reload()
    expect_ticked(person.box(first), True)
    expect_ticked(person.unknown(second), True)
    person.open_ready("checklist/")
    expect_ticked(person.box(first), True)
    person.open_ready("")
    expect(person.task(question)).to_contain_text(person.said("status-answered"))
    person.open_ready("review/")
    items = copies.about(person, question).get_by_role("listitem")
    expect(items.filter(has_text=first.text)).to_contain_text(person.said("answer-ticked"))
    expect(items.filter(has_text=second.text)).to_contain_text(person.said("answer-unknown"))


def test_search_finds_a_question_and_leads_to_it(person: Person, question: Question) -> None:
    person.open_ready("search/")
    person.page.get_by_role("searchbox").fill(question.ask)
    person.page.get_by_role("main").get_by_role("link").filter(has_text=question.ask).first.click()
    expect(person.page.get_by_role("heading", level=1)).to_have_text(question.ask)


def test_no_page_breaks_its_policy_or_has_a_violation(person: Person, watch: Watch, guide: Guide) -> None:
    """A breach of the policy is an error in the console, which the watch does not expect."""
    watch.expected.append("status of 404")
    found = []
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        found += [f"/{url}: {point}" for point in found_on(person.page)]
    assert not found, "\n".join(found)
