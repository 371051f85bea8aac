"""Every page opens without an error or a request to elsewhere, and axe finds nothing.

``.ci/check`` runs this before a copy is published; ``test_accessibility.py`` has further conditions.
"""

from collections.abc import Callable

import pytest

from tests.support.auditing import found_on
from tests.support.kinds import addresses
from tests.support.person import Person
from tests.support.watching import Watch


@pytest.mark.full
def test_axe_finds_nothing_on_any_page(
    new_person: Callable[..., Person], watch: Watch, pages: list[str]
) -> None:
    watch.expected.append("status of 404")
    person, found = new_person(viewport={"width": 390, "height": 844}), []
    for url in addresses(pages):
        person.open_ready(url)
        found += [f"/{url}: {point}" for point in found_on(person.page)]
    assert not found, "\n".join(found)
