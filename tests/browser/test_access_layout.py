"""Everything is large enough to touch; nothing is cut off or scrolls sideways, however small the window."""

from collections.abc import Callable

import pytest

from tests.browser.auditing import measure
from tests.browser.kinds import addresses, one_of_each_kind
from tests.browser.looking import look, sized, spaced_out
from tests.browser.person import Person
from tests.browser.test_accessibility import NOT_FOUND
from tests.browser.watching import Watch
from tests.site.guide import Guide

NewPerson = Callable[..., Person]
LEAST, LEAST_IN_CHECKLIST = 24, 44  # CSS pixels
SMALL = sized(320, 256)  # 1280 x 1024 px at 400%


@pytest.fixture
def visitor(new_person: NewPerson, watch: Watch) -> NewPerson:
    watch.expected.append(NOT_FOUND)
    return new_person


def too_small(person: Person) -> list[str]:
    targets = measure(person.page, "targets")
    where = f"{person.page.url} {person.page.viewport_size}"
    return [
        f"{where}: {one['width']:.0f} x {one['height']:.0f}: {one['html']}"
        for one in targets
        if not one["isInline"] and not is_large_enough(one, targets)
    ]


def is_large_enough(target: dict[str, float], others: list[dict[str, float]]) -> bool:
    """WCAG 2.5.8: 24 px, or so much room that circles of 24 px do not meet; in the checklist 44 px."""
    if target["inChecklist"]:
        return min(target["width"], target["height"]) >= LEAST_IN_CHECKLIST
    if min(target["width"], target["height"]) >= LEAST:
        return True
    return all(other is target or distance(target, other) >= LEAST / 2 for other in others)


def distance(target: dict[str, float], other: dict[str, float]) -> float:
    """Return how far the middle of a target is from another, or from its circle where that one is small."""
    x, y = (target[at] + target[size] / 2 for at, size in (("left", "width"), ("top", "height")))
    if min(other["width"], other["height"]) < LEAST:
        across, down = (other[at] + other[size] / 2 for at, size in (("left", "width"), ("top", "height")))
        return float(((x - across) ** 2 + (y - down) ** 2) ** 0.5) - LEAST / 2
    across = max(other["left"] - x, 0, x - other["left"] - other["width"])
    down = max(other["top"] - y, 0, y - other["top"] - other["height"])
    return float((across**2 + down**2) ** 0.5)


def test_on_every_page_what_can_be_pressed_is_large_enough_and_nothing_is_cut_off_at_400_percent(
    visitor: NewPerson, pages: list[str]
) -> None:
    """WCAG 2.5.8 and 1.4.10. Tables may scroll sideways, inside a part of their own."""
    person = visitor(**sized(390))
    found: list[str] = []
    for url in addresses(pages):
        person.open_ready(url)
        measure(person.page, "seeEverything")
        for act in person.page.locator("[data-act=add]").filter(visible=True).all():
            act.click()
        measure(person.page, "open")
        for width in (390, 1280):
            look(person.page, **sized(width))
            measure(person.page, "seeEverything")
            found += too_small(person)
        look(person.page, **SMALL)
        found += cut_off(person)
    assert not found, "\n".join(found)


def test_nothing_is_cut_off_when_text_is_spaced_out(visitor: NewPerson, guide: Guide) -> None:
    """WCAG 1.4.12."""
    person = visitor(**sized(320, 600))
    found: list[str] = []
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        measure(person.page, "open")
        with spaced_out(person.page):
            found += cut_off(person)
    assert not found, "\n".join(found)


def cut_off(person: Person) -> list[str]:
    measure(person.page, "seeEverything")
    return [f"{person.page.url}: {problem}" for problem in measure(person.page, "cutOff")]


def test_no_page_is_wider_than_the_window(visitor: NewPerson, guide: Guide) -> None:
    person = visitor()
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        for width in (320, 390, 820, 1280):
            look(person.page, **sized(width))
            assert measure(person.page, "sideways") <= 0, (url, width)
