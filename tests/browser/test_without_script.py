"""When JavaScript is unavailable, or a module does not arrive, everything reads, and one line says so."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.support import database, words, writing
from tests.support.building import Build
from tests.support.guide import Guide, Question
from tests.support.in_the_room import ROOM
from tests.support.person import NewPerson, Person, expect_ticked
from tests.support.serving import SiteServer, serving
from tests.support.watching import Watch

OLD_SAFARI = """RegExp = new Proxy(RegExp, {
    construct: (made, [source, flags]) => {
        if (/\\(\\?<[=!]/.test(source)) throw new SyntaxError("invalid group specifier name");
        return new made(source, flags);
    },
});"""
SCRIPT = re.compile(r"assets/js/.+\.js$")


@pytest.fixture
def unscripted(new_person: NewPerson) -> Person:
    return new_person(java_script_enabled=False)


def test_without_javascript_a_question_page_reads(unscripted: Person, question: Question) -> None:
    unscripted.open(question.url)
    expect(unscripted.page.get_by_role("heading", level=1, name=question.ask)).to_be_visible()
    for statement in question.statements:
        expect(unscripted.box(statement)).to_be_visible()
        expect(unscripted.unknown(statement)).to_be_visible()


@pytest.mark.parametrize("url", [None, "checklist/"])
def test_without_javascript_one_line_says_that_ticks_will_not_be_kept(
    unscripted: Person, question: Question, url: str | None
) -> None:
    unscripted.open(url or question.url)
    expect(unscripted.page.get_by_text(words.NOT_KEPT)).to_have_count(1)
    expect(unscripted.page.get_by_text(words.NOT_KEPT)).to_be_visible()


@pytest.mark.full
@pytest.mark.parametrize("url", ["", "search/", "review/"])
def test_without_javascript_a_page_that_needs_it_says_so(unscripted: Person, url: str) -> None:
    unscripted.open(url)
    expect(unscripted.page.locator(".not-kept")).to_be_visible()
    expect(unscripted.page.locator(".not-kept")).to_contain_text("script")


def test_where_the_script_does_not_arrive_a_page_that_needs_it_says_so(
    lacking: Callable[[str], Person],
) -> None:
    person = lacking("assets/js/main.js").open("search/")
    expect(person.page.locator(".not-kept")).to_be_visible()


@pytest.mark.full
def test_a_browser_that_is_too_old_is_told_so_and_others_are_not(
    new_person: NewPerson, question: Question
) -> None:
    """As Safari before 16.4, which does not know what comes before a match."""
    for script, is_old in (("", False), (OLD_SAFARI, True)):
        person = new_person(script).open_ready(question.url)
        told = person.page.get_by_text(words.TOO_OLD)
        expect(told).to_be_visible(visible=is_old)
        expect(person.page.locator("script[src$='too-old.js']")).to_have_count(1)


def test_search_works_in_a_browser_that_does_not_know_what_comes_before_a_match(
    new_person: NewPerson, question: Question
) -> None:
    person = new_person(OLD_SAFARI).open_ready("search/")
    person.page.get_by_role("searchbox").fill(question.ask.split()[-1])
    expect(person.page.get_by_role("main").get_by_role("link").first).to_be_visible()


@pytest.mark.full
def test_without_javascript_controls_that_need_it_are_not_shown(unscripted: Person, guide: Guide) -> None:
    unscripted.open("checklist/")
    expect(unscripted.page.get_by_role("radio")).to_have_count(0)
    expect(unscripted.page.get_by_role("button")).to_have_count(0)
    expect(unscripted.line).to_be_hidden()
    unscripted.open("")
    expect(unscripted.page.locator(".segments")).to_be_hidden()


def test_without_javascript_home_leads_to_every_question(unscripted: Person, guide: Guide) -> None:
    for question in guide.questions:
        unscripted.open("")
        unscripted.page.get_by_role("main").get_by_role("link", name=question.ask, exact=True).click()
        expect(unscripted.page).to_have_url(unscripted.home + question.url)


def test_without_javascript_paper_has_empty_boxes(unscripted: Person, question: Question) -> None:
    unscripted.open(question.url)
    unscripted.page.emulate_media(media="print")
    for statement in question.statements:
        expect(unscripted.box(statement)).to_be_visible()
        expect_ticked(unscripted.box(statement), False)
    expect(unscripted.page.get_by_text(words.NOT_KEPT)).to_be_hidden()


@pytest.fixture
def server(site: Build, guide: Guide) -> Iterator[SiteServer]:
    """One that can refuse a module, and says what it was asked for."""
    with serving(site.folder, guide.folder) as server:
        yield server


@pytest.fixture
def lacking(person: Person, server: SiteServer, watch: Watch) -> Callable[[str], Person]:
    """Return a function that gives somebody whose browser does not get one module."""

    def lacking(module: str) -> Person:
        assert (server.folder / module).is_file()
        server.blocked.add(module)
        watch.expected.append("console: ")
        return person

    return lacking


ESSENTIAL = [
    "assets/js/main.js",
    "assets/js/store/store.js",
    "assets/js/store/record.js",
    "assets/js/views/checklist/checklist.js",
]


@pytest.mark.full
@pytest.mark.parametrize("module", ESSENTIAL)
def test_without_what_keeps_the_ticks_the_line_says_so_and_nothing_covers_it_or_promises_to_keep_them(
    lacking: Callable[[str], Person], question: Question, module: str
) -> None:
    person = lacking(module).open(question.url)
    expect(person.page.get_by_text(words.NOT_KEPT)).to_be_visible()
    expect(person.box(question.statements[0])).to_be_visible()
    expect(person.line).to_be_hidden()
    expect(person.radio(words.MINE)).to_have_count(0)


def test_without_its_script_the_room_is_a_page_like_any_other(
    lacking: Callable[[str], Person], guide: Guide
) -> None:
    person = lacking("assets/js/main.js").open(ROOM)
    expect(person.page.get_by_text(words.NOT_KEPT)).to_be_visible()
    for question in guide.questions:
        expect(person.page.get_by_role("heading", name=question.ask)).to_be_visible()
    expect(person.page.get_by_role("contentinfo")).to_be_visible()
    expect(person.page.get_by_role("main").get_by_role("button")).to_have_count(0)


@pytest.mark.full
def test_without_what_keeps_notes_there_is_nowhere_to_write_one(
    lacking: Callable[[str], Person], question: Question
) -> None:
    person = lacking("assets/js/views/checklist/notes.js").open(question.url)
    person.tick(question.statements[0])
    expect(writing.conclusion(person)).to_be_hidden()
    expect(writing.details(person, question.statements[0])).to_be_hidden()


@pytest.mark.full
def test_without_the_status_the_rest_works(lacking: Callable[[str], Person], question: Question) -> None:
    person = lacking("assets/js/views/checklist/status.js").open(question.url)
    person.box(question.statements[0]).check()
    person.expect_saved()
    expect(person.page.get_by_text(words.NOT_KEPT)).to_be_hidden()
    person.open("")
    person.page.get_by_role("link", name=person.said("carry-on", number=1)).click()
    expect_ticked(person.box(question.statements[0]), True)


@pytest.mark.full
def test_whichever_other_module_is_missing_a_tick_is_kept_or_said_not_to_be(
    new_person: NewPerson, server: SiteServer, watch: Watch, question: Question
) -> None:
    new_person().open_ready(question.url)
    asked_for = {match[0] for path in server.requests if (match := SCRIPT.search(path))}
    modules = sorted(asked_for - set(ESSENTIAL))
    assert modules
    watch.expected.append("console: ")
    people = [new_person() for _ in modules]
    for person, module in zip(people, modules, strict=True):
        person.page.route(f"**/{module}", lambda route: route.abort())
        person.open(question.url)
    for person in people:
        line = person.page.get_by_text(words.NOT_KEPT)
        mounted = person.page.locator("[data-module='checklist/checklist'][data-mounted]")
        expect(line.or_(mounted).filter(visible=True).first).to_be_visible()
        if mounted.count() == 0:
            expect(line).to_be_visible()
            continue
        person.box(question.statements[0]).check()
        database.wait_until(person.page, lambda records: bool(database.answers(records)))


@pytest.mark.full
def test_a_module_that_is_missing_is_named_for_whoever_looks(
    lacking: Callable[[str], Person], question: Question, watch: Watch
) -> None:
    person = lacking("assets/js/views/checklist/status.js").open(question.url)
    person.box(question.statements[0]).check()
    person.expect_saved()
    assert [trouble for trouble in watch.troubles if "expected the view to start" in trouble]
