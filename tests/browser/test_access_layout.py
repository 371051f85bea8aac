"""Everything is large enough to touch; nothing is cut off or scrolls sideways, however small the window."""

import pytest

from tests.support.auditing import measure
from tests.support.guide import Guide
from tests.support.kinds import addresses, one_of_each_kind
from tests.support.layout import cut_off, too_small
from tests.support.looking import look, sized, spaced_out
from tests.support.person import NewPerson
from tests.support.watching import NOT_FOUND, Watch

SMALL = sized(320, 256)  # 1280 x 1024 px at 400%


@pytest.fixture
def visitor(new_person: NewPerson, watch: Watch) -> NewPerson:
    watch.expected.append(NOT_FOUND)
    return new_person


@pytest.mark.full
def test_on_every_page_what_can_be_pressed_is_large_enough_and_nothing_is_cut_off_at_400_percent(
    visitor: NewPerson, pages: list[str]
) -> None:
    """WCAG 2.5.8 and 1.4.10."""
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


@pytest.mark.full
def test_no_page_is_wider_than_the_window(visitor: NewPerson, guide: Guide) -> None:
    person = visitor()
    for url in one_of_each_kind(guide):
        person.open_ready(url)
        for width in (320, 390, 820, 1280):
            look(person.page, **sized(width))
            assert measure(person.page, "sideways") <= 0, (url, width)
