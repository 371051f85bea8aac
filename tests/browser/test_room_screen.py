"""The screen of the room: filled and kept on where the browser allows it, and clean where it does not."""

import pytest
from playwright.sync_api import expect

from tests.support import words_room
from tests.support.in_the_room import ROOM, enter
from tests.support.person import NewPerson, Person

NOT_ALLOWED = "Object.defineProperty(document, 'fullscreenEnabled', { value: false });"
NO_LOCK = "Object.defineProperty(navigator, 'wakeLock', { value: undefined });"
REFUSED = """Object.defineProperty(navigator, "wakeLock", {
    value: { request: () => Promise.reject(new DOMException("no", "NotAllowedError")) },
});"""
# A lock that the page can be made to lose, as a browser does when the page goes out of sight.
LOCKS = """window.locks = [];
Object.defineProperty(navigator, "wakeLock", { value: { request: async (kind) => {
    const lock = Object.assign(new EventTarget(), { kind, release: async () => (lock.isReleased = true) });
    window.locks.push(lock);
    return lock;
} } });"""
HIDE = """(state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    if (state === "hidden") window.locks.at(-1).dispatchEvent(new Event("release"));
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def settings(person: Person) -> None:
    person.button(words_room.SETTINGS).click()


def expect_said(person: Person, name: str) -> None:
    expect(person.page.locator("[data-wake-lock]")).to_have_text(person.said(name))


def locks(person: Person) -> int:
    count: int = person.page.evaluate("locks.length")
    return count


def test_the_page_fills_the_screen_and_leaves_it(person: Person) -> None:
    enter(person)
    settings(person)
    person.button(words_room.FILL).click()
    person.page.wait_for_function("() => document.fullscreenElement")
    expect(person.page.get_by_role("dialog")).to_have_count(0)
    settings(person)
    person.button(words_room.LEAVE_FULL).click()
    person.page.wait_for_function("() => !document.fullscreenElement")


def test_where_the_screen_cannot_be_filled_there_is_no_button(new_person: NewPerson) -> None:
    person = enter(new_person(NOT_ALLOWED))
    settings(person)
    expect(person.button(words_room.FILL)).to_have_count(0)


@pytest.mark.full
def test_the_screen_is_kept_on_and_again_when_the_page_comes_back(new_person: NewPerson) -> None:
    person = new_person(LOCKS).open_ready(ROOM)
    settings(person)
    expect_said(person, "screen-on")
    assert locks(person) == 1
    person.page.evaluate(HIDE, "hidden")
    expect_said(person, "screen-may-go-off")
    person.page.evaluate(HIDE, "visible")
    expect_said(person, "screen-on")
    assert locks(person) == 2


@pytest.mark.full
@pytest.mark.parametrize("script", [NO_LOCK, REFUSED], ids=["unknown", "refused"])
def test_where_the_screen_may_go_off_the_page_says_so(new_person: NewPerson, script: str) -> None:
    person = enter(new_person(script))
    settings(person)
    expect_said(person, "screen-may-go-off")
