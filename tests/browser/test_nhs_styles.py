"""A copy may lay the NHS's own style sheet over ours: our class names are the NHS's, so it fits."""

import pytest

from tests.support.auditing import measure
from tests.support.guide import Guide
from tests.support.kinds import one_of_each_kind
from tests.support.looking import look, sized
from tests.support.nhs_styles import lay_over, nhs_styles
from tests.support.person import NewPerson, Person
from tests.support.watching import NOT_FOUND, Watch

pytestmark = pytest.mark.full


@pytest.fixture
def visitor(new_person: NewPerson, watch: Watch) -> NewPerson:
    watch.expected.append(NOT_FOUND)
    return new_person


def pages_of(guide: Guide) -> list[str]:
    return [*one_of_each_kind(guide), "away-day/combine/"]


def at_each_width(person: Person, name: str) -> dict[int, list[str]]:
    """Return what a function of access.js finds on a phone and on a desk."""
    found = {}
    for width in (390, 1280):
        look(person.page, **sized(width))
        measure(person.page, "seeEverything")
        found[width] = measure(person.page, name)
    return found


def wrong_on(person: Person, *names: str) -> list[str]:
    return [
        f"{person.page.url} {width} px: {name}: {what}"
        for name in names
        for width, found in at_each_width(person, name).items()
        for what in found
    ]


def test_with_the_nhs_s_own_styles_nothing_is_lost_and_nothing_overlaps(
    visitor: NewPerson, guide: Guide
) -> None:
    person, styles = visitor(), nhs_styles()
    wrong = []
    for url in pages_of(guide):
        person.open_ready(url)
        measure(person.page, "open")
        before = at_each_width(person, "inSight")
        lay_over(person.page, styles)
        for width, seen in at_each_width(person, "inSight").items():
            wrong += [f"{url} {width} px: lost: {what}" for what in set(before[width]) - set(seen)]
        wrong += wrong_on(person, "overlaps", "cutOff")
    assert not wrong, "\n".join(wrong)


def test_with_our_styles_alone_nothing_overlaps_either(visitor: NewPerson, guide: Guide) -> None:
    person = visitor()
    wrong = []
    for url in pages_of(guide):
        person.open_ready(url)
        measure(person.page, "open")
        wrong += wrong_on(person, "overlaps")
    assert not wrong, "\n".join(wrong)
