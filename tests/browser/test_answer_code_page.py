"""A member copies or shares the code of their own answers, and nobody else's."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.support import database, words
from tests.support.building import Build
from tests.support.guide import Guide
from tests.support.person import Person, expect_ticked
from tests.support.watching import NOT_FOUND, Watch

CODE = "Your answer code"
COPY, EMAIL, SHARE, ALONE = "Copy your code", "Email your code", "Share your code", "Send the new code alone"
MARK = "I have answered all of these"
BY_HAND = "Copy this by hand"
FINISH_BEFORE = "Your code is here once you have answered."
CHANGED = "Your answers have changed since you copied, emailed or shared your code."
CLIPBOARD = ["clipboard-read", "clipboard-write"]
NO_CLIPBOARD = """const refuse = () => Promise.reject(new DOMException("", "NotAllowedError"));
if (navigator.clipboard) Object.assign(navigator.clipboard, { writeText: refuse });"""
SHARING = "navigator.share = async (data) => { window.shared = data; };"
REFUSED = "navigator.share = async () => { throw new DOMException('', '%s'); };"
# As the facilitator's browser would: the code alone, and what the site publishes
DECODED = """async ([home, text]) => {
    const { decode, parseCode } = await import(`${home}assets/js/codes/code.js`);
    const published = async (name) => (await fetch(`${home}editions/${name}.json`)).json();
    const { fingerprint, code } = parseCode(text);
    const { edition } = (await published("index")).find((each) => each.fingerprint === fingerprint);
    const { answers, answered } = decode(code, await published(edition));
    return [Object.fromEntries(answers), [...answered]];
}"""


@pytest.fixture
def member(new_person: Callable[..., Person], guide: Guide) -> Person:
    return answer(new_person(permissions=CLIPBOARD), guide)


def answer(person: Person, guide: Guide) -> Person:
    """Tick the first statement, do not know the last, and answer the last question."""
    person.open_ready("checklist/")
    person.box(guide.statements[0]).check()
    person.unknown(guide.statements[-1]).check()
    person.state(guide.questions[-1]).check()
    person.expect_saved()
    return person


def region(person: Person) -> Locator:
    return person.page.get_by_role("region", name=CODE)


def shown(person: Person) -> str:
    """Return the code as a screen reader reads it: each character by itself, in groups."""
    text = region(person).locator("[data-spelled]").text_content() or ""
    return text.replace(" ", "").replace(",", "-")


def exported(person: Person) -> Locator:
    """What is said of a code that was copied."""
    return region(person).locator("[data-exported]")


def finish(person: Person) -> Locator:
    return region(person).locator("[data-module='checklist/finish']")


def totals(person: Person, guide: Guide, done: int) -> re.Pattern[str]:
    return person.said("finish-totals", done=done, count=len(guide.questions))


def decoded(person: Person, text: str) -> Any:
    return person.page.evaluate(DECODED, [person.home, text])


def copied(person: Person, name: str) -> str:
    person.button(name).click()
    expect(exported(person)).to_have_text(person.said("code-copied"))
    text: str = person.page.evaluate("navigator.clipboard.readText()")
    return text


def test_the_code_says_what_was_answered(member: Person, guide: Guide) -> None:
    ticked, unknown = guide.statements[0].id, guide.statements[-1].id
    expected = [{ticked: True, unknown: "unknown"}, [guide.questions[-1].id]]
    assert decoded(member, copied(member, COPY)) == expected
    assert shown(member) == copied(member, COPY)


def test_an_email_opens_with_the_code_and_no_address(member: Person) -> None:
    link = member.page.get_by_role("link", name=EMAIL, exact=True)
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.scheme, address.path) == ("mailto", "")
    assert shown(member) in parse_qs(address.query)["body"][0]


def test_nobody_is_told_that_there_is_no_code_once_something_is_answered(
    person: Person, guide: Guide
) -> None:
    person.open_ready("checklist/")
    before = person.page.get_by_text(FINISH_BEFORE, exact=True)
    expect(before).to_be_visible()
    person.tick(guide.statements[0])
    expect(finish(person)).to_contain_text(totals(person, guide, 0))
    expect(before).to_be_hidden()
    expect(person.button(COPY)).to_be_hidden()
    person.state(guide.questions[0]).check()
    expect(finish(person)).to_contain_text(totals(person, guide, 1))
    expect(person.button(COPY)).to_be_visible()


def test_the_questions_that_are_left_are_marked_with_one_button_and_that_can_be_undone(
    member: Person, guide: Guide
) -> None:
    done = guide.questions[-1]
    links = finish(member).get_by_role("link")
    expect(links).to_have_text([re.compile(rf"{q.number}$") for q in guide.questions if q != done])
    member.button(MARK).click()
    expect(finish(member)).to_contain_text(totals(member, guide, len(guide.questions)))
    expect(links).to_have_count(0)
    for question in guide.questions:
        expect_ticked(member.state(question), True)
    assert decoded(member, copied(member, COPY))[1] == [q.id for q in guide.questions]
    finish(member).get_by_role("button", name=words.UNDO).click()
    expect(member.button(MARK)).to_be_focused()
    expect(finish(member)).to_contain_text(totals(member, guide, 1))
    assert [q for q in guide.questions if member.state(q).is_checked()] == [done]


def test_what_is_sent_after_a_change_holds_the_old_code_and_the_new_one(member: Person, guide: Guide) -> None:
    old = copied(member, COPY)
    changed = member.page.get_by_text(CHANGED)
    member.box(guide.statements[0]).uncheck()
    expect(changed).to_be_visible()
    member.wait_while_saving()
    member.reload()
    expect(changed).to_be_visible()
    both = copied(member, COPY)
    assert both == shown(member) and re.fullmatch(rf"{old}/[\w-]+", both)
    expect(changed).to_be_hidden()
    assert copied(member, COPY) == both
    member.button(ALONE).click()
    assert f"{old}/{copied(member, COPY)}" == both


@pytest.mark.full
def test_no_code_that_was_sent_is_left_once_the_answers_are_cleared(member: Person) -> None:
    copied(member, COPY)
    database.wait_until(member.page, lambda records: bool(handed_out(records)))
    member.button(words.CLEAR).click()
    member.button(words.CLEAR_YES).click()
    database.wait_until(member.page, lambda records: not handed_out(records))
    expect(exported(member)).to_be_empty()


def handed_out(records: list[dict[str, Any]]) -> list[Any]:
    return [one["value"] for one in records if one["field"] == "handedOut" and one["value"]]


@pytest.mark.full
def test_the_code_is_the_same_after_a_reload(member: Person) -> None:
    before = shown(member)
    member.reload()
    assert shown(member) == before


@pytest.mark.full
def test_where_copying_is_not_allowed_the_text_is_there_to_copy_by_hand(
    new_person: Callable[..., Person], guide: Guide
) -> None:
    person = answer(new_person(NO_CLIPBOARD), guide)
    person.button(COPY).click()
    expect(exported(person)).to_have_text(person.said("text-copy-blocked"))
    box = region(person).get_by_label(BY_HAND)
    expect(box).to_be_focused()
    expect(box).to_have_value(shown(person))
    assert person.page.evaluate("getSelection().toString()") == box.input_value()


@pytest.mark.full
def test_the_link_can_be_shared_where_the_device_can(new_person: Callable[..., Person], guide: Guide) -> None:
    person = answer(new_person(SHARING), guide)
    person.button(SHARE).click()
    shared = person.page.evaluate("window.shared")
    assert shared["url"] == f"{person.home}away-day/combine/#code={shown(person)}"
    assert sorted(shared) == ["title", "url"]


@pytest.mark.full
def test_where_the_device_cannot_share_there_is_no_such_button(
    new_person: Callable[..., Person], guide: Guide
) -> None:
    person = answer(new_person("navigator.share = undefined;"), guide)
    expect(person.button(COPY)).to_be_visible()
    expect(person.button(SHARE)).to_be_hidden()


@pytest.mark.full
def test_who_changes_their_mind_about_sharing_finds_nothing_changed(
    new_person: Callable[..., Person], guide: Guide
) -> None:
    person = answer(new_person(REFUSED % "AbortError"), guide)
    person.button(SHARE).click()
    expect(exported(person)).to_be_empty()


@pytest.mark.full
def test_where_sharing_is_not_allowed_the_link_is_copied(
    new_person: Callable[..., Person], guide: Guide
) -> None:
    person = answer(new_person(REFUSED % "NotAllowedError", permissions=CLIPBOARD), guide)
    person.button(SHARE).click()
    expect(exported(person)).to_have_text(person.said("code-copied"))
    link = person.page.evaluate("navigator.clipboard.readText()")
    assert link == f"{person.home}away-day/combine/#code={shown(person)}"


@pytest.mark.full
def test_what_is_selected_by_hand_has_the_code_once(member: Person) -> None:
    code = member.page.locator(".answer-code__code")
    expect(code).to_have_text(shown(member))
    code.dblclick()
    assert member.page.evaluate("getSelection().toString()").strip() == shown(member)


@pytest.mark.full
def test_without_a_script_there_is_no_code(new_person: Callable[..., Person]) -> None:
    person = new_person(java_script_enabled=False).open("checklist/")
    expect(person.page.get_by_role("heading", name=CODE)).to_be_hidden()


@pytest.mark.full
def test_a_link_that_is_opened_on_another_page_changes_nothing_and_shows_the_way(
    member: Person, site: Build, guide: Guide
) -> None:
    before = database.read(member.page)
    code = "0000-0000-00"
    unscripted = next(
        page for page in site.pages if "data-module" not in site.text(page) and page != "404.html"
    )
    for url in ("checklist/", "", guide.questions[0].url, unscripted.removesuffix("index.html")):
        member.page.goto("about:blank")  # otherwise only the part after the hash would change
        member.open_ready(f"{url}#code={code}")
        way = member.page.get_by_role("status").get_by_role("link")
        expect(way).to_have_attribute("href", re.compile(f"away-day/combine/#code={code}$"))
        expect(member.page).to_have_url(member.home + url)
        expect(member.page.get_by_role("main")).to_contain_text(member.said("code-elsewhere"))
    assert database.read(member.page) == before


@pytest.mark.parametrize("start", ["%23code%3D", "%2523code%253D", "_-23code-3D", "?to=%23code="])
def test_a_link_that_a_mail_program_changed_shows_the_way_and_leaves_the_address(
    person: Person, watch: Watch, start: str
) -> None:
    """Such an address is of a page that is not there: the host answers with the page that says so."""
    watch.expected.append(NOT_FOUND)
    person.open(f"no-such-page/{start}0000-0000-00")
    way = person.page.get_by_role("status").get_by_role("link")
    expect(way).to_have_attribute("href", re.compile("away-day/combine/#code=0000-0000-00$"))
    expect(person.page).not_to_have_url(re.compile("0000"))
