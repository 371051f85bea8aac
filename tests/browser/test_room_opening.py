"""The opening of the room: where members stand, or a welcome while there are no counts."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.support import copies, in_the_room
from tests.support.copies import record
from tests.support.guide import Guide
from tests.support.in_the_room import PROJECTORS, ROOM, expect_question, move
from tests.support.layout import shifts
from tests.support.looking import look, sized
from tests.support.person import NewPerson, Person
from tests.support.tiers import one_of

GOOD = 0.1  # of the window moved: https://web.dev/articles/cls
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
HEIGHT = "document.documentElement.scrollHeight"


def standing(person: Person) -> Locator:
    return person.page.get_by_role("heading", name=person.said("standing-heading", count=12))


def test_without_counts_the_room_opens_with_the_way_to_them(person: Person, guide: Guide) -> None:
    person.open_ready(ROOM)
    expect(in_the_room.heading(person)).to_be_visible()
    expect(standing(person)).to_be_hidden()
    expect(person.page.get_by_role("main").get_by_role("link", name=re.compile("answers"))).to_be_visible()
    move(person, "Next").click()
    expect_question(person, guide.questions[0])


def test_with_counts_it_opens_with_where_members_stand_whose_rows_lead_to_slides(
    new_person: NewPerson, guide: Guide
) -> None:
    person = new_person(**sized(1280, 720))
    in_the_room.put_counts(person, guide, guide.questions[1])
    person.open_ready(ROOM)
    expect(standing(person)).to_be_visible()
    last = guide.questions[-1]
    person.page.get_by_role("row").get_by_role("link", name=f"{last.number}. {last.ask}", exact=True).click()
    expect_question(person, last)
    assert person.page.url == person.home + ROOM
    person.open_ready(f"{ROOM}#{guide.questions[1].id}--question")
    expect_question(person, guide.questions[1])
    move(person, "Previous").click()
    expect(standing(person)).to_be_visible()


def test_the_opening_stands_from_the_first_paint(person: Person) -> None:
    """The script never arrives here."""
    person.page.route("**/main.js", lambda route: None)
    person.page.goto(person.home + ROOM, wait_until="commit")
    person.page.wait_for_function(PAINTED)
    expect(in_the_room.heading(person)).to_be_visible()
    expect(person.page.get_by_role("navigation")).to_have_count(0)
    expect(person.page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("size", one_of([((390, 844),), ((1280, 720),)]))
def test_nothing_moves_as_its_script_starts(new_person: NewPerson, size: tuple[int, int]) -> None:
    person = new_person(**sized(*size)).open_ready(ROOM)
    moved = shifts(person)
    assert sum(value for value, _ in moved) < GOOD, moved


@pytest.mark.parametrize("size", one_of((size,) for size in PROJECTORS.values()), ids=list(PROJECTORS))
def test_where_members_stand_is_a_slide(person: Person, guide: Guide, size: tuple[int, int]) -> None:
    look(person.page, **sized(*size))
    parked = record("conclusion", guide.questions[0].id, "parked", True)
    copies.put(person, copies.review("r1", *in_the_room.longest_findings(guide), parked, whose="board"))
    person.open_ready(ROOM)
    expect(standing(person)).to_be_visible()
    is_slide = len(guide.questions) <= 10 and all(map(in_the_room.is_short, guide.questions))
    assert person.page.evaluate(HEIGHT) <= size[1] or not is_slide
