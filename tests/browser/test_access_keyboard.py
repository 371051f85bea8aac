"""The whole journey by keyboard alone: the focus stays in sight, nothing holds it, no letter does a thing."""

import re
import string
from itertools import product

import pytest
from playwright.sync_api import Locator, expect

from tests.support import combining, in_the_room, words
from tests.support.auditing import measure
from tests.support.building import Build
from tests.support.guide import Guide
from tests.support.keyboard import by_keyboard, tab_to, walk
from tests.support.kinds import addresses, one_of_each_kind
from tests.support.looking import look, sized
from tests.support.parsing import parse
from tests.support.person import NewPerson, Person, expect_ticked
from tests.support.tiers import one_of
from tests.support.watching import NOT_FOUND, Watch

WINDOWS = {"on a phone": sized(390, 600), "on a laptop": sized(1280, 720), "at 400 percent": sized(320, 256)}
PRINTED = string.ascii_letters + string.digits + string.punctuation
# Which button opens which dialog.
OPENERS = {
    "checklist/": ["clear", "hand-over"],
    "review/": ["delete", "remove"],
    combining.PAGE: ["again"],
    in_the_room.ROOM: ["settings", "list", "guide"],
}


@pytest.fixture
def visitor(new_person: NewPerson, watch: Watch) -> NewPerson:
    watch.expected.append(NOT_FOUND)
    return new_person


def expect_good_walks(person: Person, urls: list[str], walks: list[tuple[str, str]]) -> None:
    """Walk through each page in each of these windows and ways."""
    found: list[str] = []
    for url in urls:
        person.open_ready(url)
        for window, key in walks:
            look(person.page, **WINDOWS[window])
            found += [f"/{url} {window}, {key}: {what}" for what in dict.fromkeys(walk(person, key))]
    assert not found, "\n".join(found)


def test_the_focus_is_always_in_sight_on_a_question_page(visitor: NewPerson, guide: Guide) -> None:
    expect_good_walks(visitor(), [guide.questions[0].url], [("on a phone", "Tab")])


@pytest.mark.full
def test_the_focus_is_always_in_sight_and_nothing_holds_it(visitor: NewPerson, guide: Guide) -> None:
    walks = [*((window, "Tab") for window in WINDOWS), ("on a phone", "Shift+Tab")]
    expect_good_walks(visitor(), one_of_each_kind(guide), walks)


@pytest.mark.long
def test_the_focus_is_always_in_sight_on_every_page(visitor: NewPerson, pages: list[str]) -> None:
    expect_good_walks(visitor(), addresses(pages), list(product(WINDOWS, ["Tab", "Shift+Tab"])))


@pytest.mark.full
def test_the_line_never_hides_what_has_the_focus_while_it_says_that_nothing_is_saved(
    new_person: NewPerson, guide: Guide
) -> None:
    """It is at its tallest then."""
    person = new_person(
        "IDBFactory.prototype.open = () => { throw new Error('blocked'); };", **sized(390, 600)
    )
    person.open_ready(guide.questions[0].url)
    person.box(guide.questions[0].statements[0]).check()
    person.expect_line("not-kept-blocked")
    person.page.evaluate("scrollTo(0, 0)")
    found = walk(person)
    person.page.evaluate("window.onbeforeunload = null")
    assert not found, "\n".join(found)


def enter(person: Person, link: Locator) -> None:
    tab_to(person, link)
    person.page.keyboard.press("Enter")


def test_the_skip_link_comes_first_and_leads_to_main(visitor: NewPerson, guide: Guide) -> None:
    expect_skip_link(visitor(**sized(390, 600)), [guide.questions[0].url])


@pytest.mark.full
def test_the_skip_link_comes_first_on_every_page(visitor: NewPerson, pages: list[str]) -> None:
    expect_skip_link(visitor(**sized(390, 600)), addresses(pages))


def expect_skip_link(person: Person, urls: list[str]) -> None:
    for url in urls:
        person.open_ready(url)
        person.page.keyboard.press("Tab")
        link = person.page.locator(".nhsuk-skip-link")
        expect(link).to_be_focused()
        expect(link).to_be_in_viewport(ratio=1)
        person.page.keyboard.press("Enter")
        expect(person.page.get_by_role("main")).to_be_focused()
        expect(link).not_to_be_in_viewport()


def test_the_whole_journey_needs_no_mouse(person: Person, guide: Guide) -> None:
    first, second = guide.questions[:2]
    person.open_ready("")
    enter(person, person.page.get_by_role("main").get_by_role("link", name=first.ask, exact=True))
    expect(person.page).to_have_url(person.home + first.url)
    person.wait_until_ready()
    by_keyboard(person, person.box(first.statements[0]))
    by_keyboard(person, person.unknown(first.statements[1]))
    by_keyboard(person, person.state(first))
    person.expect_saved()
    enter(person, person.page.locator("a[rel=next]"))
    expect(person.page).to_have_url(person.home + second.url)
    expect_ticked(person.state(second), False)
    search_and_come_back(person, second.statements[0].text.split()[-1])
    expect(person.page).to_have_url(person.home + second.url)
    enter(person, person.page.locator("a[rel=prev]"))
    expect(person.page).to_have_url(person.home + first.url)
    person.wait_until_ready()
    expect_ticked(person.box(first.statements[0]), True)
    expect_ticked(person.unknown(first.statements[1]), True)
    expect_ticked(person.state(first), True)


def search_and_come_back(person: Person, word: str) -> None:
    enter(person, person.page.locator("header a[href$='search/']"))
    expect(person.page).to_have_url(re.compile(r"/search/$"))
    person.wait_until_ready()
    tab_to(person, person.page.get_by_role("searchbox"))
    person.page.keyboard.type(word)
    person.page.keyboard.press("Enter")
    result = person.page.locator(".search__results a").first
    expect(result).to_be_visible()
    tab_to(person, result)
    person.page.keyboard.press("Enter")
    expect(person.page).not_to_have_url(re.compile(r"/search/"))
    person.page.go_back()
    expect(person.page.get_by_role("searchbox")).to_have_value(word)
    person.page.go_back()


@pytest.mark.full
def test_what_one_writes_needs_no_mouse(person: Person, guide: Guide) -> None:
    question = guide.questions[0]
    person.open_ready(question.url)
    person.pick(words.BOARD)
    details = person.page.locator("details.evidence").first
    enter(person, details.locator("summary"))
    person.page.keyboard.press("Tab")
    expect(details.locator("textarea")).to_be_focused()
    person.page.keyboard.type("A visit")
    enter(person, person.page.locator("[data-act=add]"))
    action = person.page.locator(".action textarea")
    expect(action).to_be_focused()
    person.page.keyboard.type("Visit again")
    enter(person, person.page.locator(".action [data-act=remove]"))
    undo = person.page.locator("[data-act=undo]")
    expect(undo).to_be_focused()
    person.page.keyboard.press("Enter")
    expect(action).to_have_value("Visit again")
    expect(action).to_be_focused()


@pytest.mark.full
def test_no_key_is_a_shortcut_on_a_question_page(visitor: NewPerson, guide: Guide) -> None:
    expect_no_shortcut(visitor(**sized(390)), [guide.questions[0].url])


@pytest.mark.full
def test_no_key_is_a_shortcut(visitor: NewPerson, guide: Guide) -> None:
    expect_no_shortcut(visitor(**sized(390)), one_of_each_kind(guide))


def expect_no_shortcut(person: Person, urls: list[str]) -> None:
    """WCAG 2.1.4, with the focus nowhere, on a link, on a button and on a box."""
    for url in urls:
        person.open_ready(url)
        measure(person.page, "seeEverything")
        for kind in ("body", "main a[href]", "main button", "main input[type=checkbox]"):
            target = person.page.locator(kind).locator("visible=true").first
            if kind != "body" and person.page.locator(kind).locator("visible=true").count():
                target.focus()
            before = measure(person.page, "state")
            person.page.keyboard.type(PRINTED)
            assert measure(person.page, "state") == before, (url, kind)


@pytest.mark.full
def test_every_dialog_is_tried(site: Build) -> None:
    dialogs = {page: len(list(parse(site.folder / page).iter("dialog"))) for page in site.pages}
    found = {page.removesuffix("index.html"): count for page, count in dialogs.items() if count}
    assert found == {url: len(acts) for url, acts in OPENERS.items()}


def offer_dialogs(person: Person, url: str, guide: Guide) -> None:
    """Open a page, and do what its dialogs need before they are offered."""
    if url == in_the_room.ROOM:
        in_the_room.enter(person)
    elif url == combining.PAGE:
        in_the_room.put_counts(person, guide)
        combining.open_board(person)
    else:
        person.open_ready(url)
    if url == "checklist/":
        person.state(guide.questions[0]).check()
        person.expect_saved()


@pytest.mark.full
@pytest.mark.parametrize(("url", "act"), one_of((url, act) for url, acts in OPENERS.items() for act in acts))
def test_a_dialog_takes_the_focus_and_gives_it_back(person: Person, guide: Guide, url: str, act: str) -> None:
    offer_dialogs(person, url, guide)
    opener = person.page.locator(f"[data-act={act}]")
    for folded in person.page.locator("details:not([open])", has=opener).all():
        enter(person, folded.locator("> summary"))
    enter(person, opener)
    dialog = person.page.get_by_role("dialog")
    expect(dialog).to_have_accessible_name(re.compile(r"\w"))
    is_inside = (
        "dialog => dialog.contains(document.activeElement) || document.activeElement === document.body"
    )
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    for key in ["Tab"] * 5 + ["Shift+Tab"] * 5:
        person.page.keyboard.press(key)
        assert dialog.evaluate(is_inside), key
    person.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
