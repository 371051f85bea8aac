"""An address that leads nowhere from outside is told from one that members can open."""

import pytest

from macros.content.address import is_public


@pytest.mark.parametrize(
    "address",
    [
        "https://guide.trust.nhs.uk/board/",
        "https://someone.github.io/guide",
        "http://www.examples.org.uk/",
        "https://8.8.8.8/",
    ],
)
def test_people_can_open_it(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/guide/",
        "https://example.org/digital-questions-for-boards/",
        "https://www.EXAMPLE.com./",
        "https://board.example/",
        "http://localhost:8000/",
        "http://127.0.0.1:8000/guide/",
        "http://[::1]/",
        "http://10.0.0.4/",
        "http://laptop.local/",
        "file:///home/site/",
    ],
)
def test_an_example_or_a_local_one_they_cannot(address: str) -> None:
    assert not is_public(address)
