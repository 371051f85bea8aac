"""Which logos a guide takes, and what it knows of them. The messages are cases in ``cases/``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.guide import build_guide
from macros.content.logo import MOST_BYTES, PNG, Logo
from macros.content.problem import GuideError
from macros.content.source import read_source

PUBLISHER = "{name: A Trust, contact: a@example.org, host: A host, logs: None., complaints: a@example.org}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10">%s</svg>'
PICTURE = PNG + b"\0\0\0\rIHDR" + (300).to_bytes(4, "big") + (100).to_bytes(4, "big")


@pytest.fixture
def logo_of(project: Callable[..., Path]) -> Callable[[str, bytes], Logo | None]:
    """Return a function that gives the logo of a guide whose file holds these bytes."""

    def logo_of(name: str, data: bytes) -> Logo | None:
        settings = f"edition: 2026-11\n    publisher: {PUBLISHER}\n"
        theme = ["site_name: Example\n", f"site_name: Example\ntheme: {{logo: {name}}}\n"]
        config = project(change={"mkdocs.yml": [["edition: 2026-11\n", settings], theme]})
        (config.parent / "docs" / name).write_bytes(data)
        return build_guide(read_source(config)).look.logo

    return logo_of


def test_a_drawing_is_taken_as_it_is(logo_of: Callable[..., Logo | None]) -> None:
    assert logo_of("logo.svg", (SVG % '<rect fill="#fff"/>').encode()) == Logo("logo.svg", 30, 10)


def test_a_picture_is_taken_as_it_is(logo_of: Callable[..., Logo | None]) -> None:
    assert logo_of("logo.png", PICTURE) == Logo("logo.png", 300, 100)


def test_a_logo_heavier_than_a_page_is_refused(logo_of: Callable[..., Logo | None]) -> None:
    with pytest.raises(GuideError, match="at most 50,000 bytes, got 50,001 bytes"):
        logo_of("logo.png", PICTURE.ljust(MOST_BYTES + 1, b"\0"))
