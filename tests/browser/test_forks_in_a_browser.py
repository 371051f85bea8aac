"""A fork with other words, used: nothing in its texts runs, and 40 questions work as 10 do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.building import Build
from tests.support.guide import read_guide
from tests.support.person import Person, expect_ticked
from tests.support.serving import Server, serving_apart
from tests.support.watching import Watch

pytestmark = pytest.mark.full


@pytest.fixture(params=["nasty_site", "large_site"])
def fork(request: pytest.FixtureRequest) -> Build:
    build: Build = request.getfixturevalue(request.param)
    return build


@pytest.fixture
def fork_server(fork: Build) -> Iterator[Server]:
    with serving_apart(fork.folder, read_guide(fork.project).folder) as server:
        yield server


@pytest.fixture
def visitor(browser: Browser, fork_server: Server) -> Iterator[Person]:
    """Somebody on the fork, whose browser is watched like any other."""
    watch = Watch(fork_server.origin)
    context = browser.new_context()
    watch.add(context)
    yield Person(context.new_page(), fork_server)
    context.close()
    assert watch.unexpected() == []


def test_nothing_in_the_texts_runs(visitor: Person, fork: Build) -> None:
    for page in fork.pages[:6]:
        visitor.open_ready(page.removesuffix("index.html"))
        assert visitor.page.title() != "run"
        expect(visitor.page.locator("b, img")).to_have_count(0)


def test_the_first_and_the_last_statement_can_be_ticked_and_stay_so(visitor: Person, fork: Build) -> None:
    guide = read_guide(fork.project)
    ends = (guide.questions[0], guide.questions[-1])
    for question in ends:
        visitor.open_ready(question.url)
        visitor.tick(question.statements[-1])
    visitor.open_ready("checklist/")
    for question in ends:
        expect_ticked(visitor.box(question.statements[-1]).last, True)
    visitor.open_ready("")
    total = len(guide.questions)
    summary = visitor.said("summary-mine", done=0, count=total, ticked=2, unknown=0)
    expect(visitor.page.get_by_role("main")).to_contain_text(summary)


def test_a_fork_s_answers_are_its_own(visitor: Person, fork: Build) -> None:
    """Sites under one address share storage."""
    guide = read_guide(fork.project)
    visitor.open_ready(guide.questions[0].url)
    visitor.tick(guide.questions[0].statements[0])
    names = visitor.page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)")
    assert names == [guide.id]
