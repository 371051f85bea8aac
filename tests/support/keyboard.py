"""A person who uses the keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.support.auditing import measure
from tests.support.person import Person

MOST_STOPS = 8  # inside one element: a date has its day, month, year and calendar


def walk(person: Person, key: str = "Tab") -> list[str]:
    """Press Tab from one end of a page to the other, and return what is wrong."""
    stops: list[str] = measure(person.page, "remember")
    places: list[int] = []
    found: list[str] = []
    if key == "Shift+Tab":
        person.page.keyboard.press(key)  # out of the page at its beginning: the next comes in at its end
    while True:
        person.page.keyboard.press(key)
        stop: dict[str, Any] = person.page.evaluate("access.stop()")
        if stop["place"] < 0 or is_round(places, stop["place"], key):
            break
        found += stop["wrong"]
        places.append(stop["place"])
        if places[-MOST_STOPS - 1 :].count(places[-1]) > MOST_STOPS:
            return [*found, f"the focus cannot leave {stops[places[-1]]}"]
    # Where the focus was counts as the beginning; that a page has its own is a test of the skip link.
    expected = range(min(places), len(stops)) if key == "Tab" else range(max(places))
    missed = [stops[place] for place in expected if place not in places]
    return found + [f"{key} never reaches {html}" for html in missed]


def is_round(places: list[int], place: int, key: str) -> bool:
    """Whether the browser has begun again at the other end."""
    if not places:
        return False
    return place < places[-1] if key == "Tab" else place > places[-1]


def tab_to(person: Person, target: Locator) -> None:
    """Press Tab until the target has the focus, as one must without a mouse."""
    for _ in range(200):
        person.page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab never reached {target}")


def by_keyboard(person: Person, target: Locator) -> None:
    tab_to(person, target)
    person.page.keyboard.press("Space")
