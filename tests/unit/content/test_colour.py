"""A colour that stands out from the page does so wherever it and its shades are used."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from macros.content.colour import (
    GROUND,
    NAMED,
    TEXT,
    colour_of,
    contrast,
    nearest_that_stands_out,
    ratio_on_page,
    ratio_shown,
    shades,
)
from tests.support.building import PROJECT

PARTS = 3.0  # WCAG 2.2, success criterion 1.4.11
BASE = (PROJECT / "docs/assets/css/base.css").read_text("utf-8")
PLAIN = dict(re.findall(r"(--[a-z-]+): (#[0-9a-f]+);", BASE.partition("@media")[0]))
STEPS = range(0, 256, 51)
GRID = [f"#{bytes(colour).hex()}" for colour in product(STEPS, STEPS, STEPS)]


def between(front: str, ground: str) -> float:
    return contrast(colour_of(front), colour_of(ground))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#005eb8", "#f0f4f5", 5.76),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert between(one, other) == between(other, one) == pytest.approx(ratio, abs=0.01)


def test_a_ratio_that_misses_by_a_hair_is_not_rounded_up() -> None:
    assert ratio_shown(4.4999) == "4.49:1"


def test_the_named_colours_are_material_s() -> None:
    """Black and white are mixed from variables there."""
    found = find_spec("material")
    assert found and found.origin
    (sheet,) = (Path(found.origin).parent / "templates/assets/stylesheets").glob("palette.*.min.css")
    colours = re.findall(
        r"data-md-color-primary=([a-z-]+)\]\{--md-primary-fg-color:(#[0-9a-f]{6})", sheet.read_text("utf-8")
    )
    named = {
        name.replace(" ", "-"): colour for name, colour in NAMED.items() if name not in ("black", "white")
    }
    assert dict(colours) == named


def test_the_page_is_as_the_styles_have_it() -> None:
    assert PLAIN["--page"] == GROUND


def test_each_shade_takes_the_place_of_a_colour_in_the_styles() -> None:
    assert set(shades("#005eb8")) <= set(PLAIN)


def pairs(made: dict[str, str]) -> Iterator[tuple[str, str, float]]:
    """Yield what stands on what with a colour's shades, and the contrast that it needs."""
    for front, ground in (
        ("#ffffff", made["--blue"]),
        (made["--blue"], "#ffffff"),
        (made["--blue"], PLAIN["--warning"]),
        (made["--link-active"], GROUND),
        (made["--dark-blue"], made["--blue-tint"]),
        (PLAIN["--text"], made["--blue-tint"]),
        (PLAIN["--text-secondary"], made["--blue-tint"]),
    ):
        yield front, ground, TEXT
    yield PLAIN["--focus"], made["--blue"], PARTS


def test_a_colour_that_stands_out_from_the_page_is_seen_wherever_it_is_used() -> None:
    for text in map(nearest_that_stands_out, GRID):
        assert ratio_on_page(text) >= TEXT
        faint = [pair for pair in pairs(shades(text)) if between(*pair[:2]) < pair[2]]
        assert not faint, f"{text}: {faint}"


def test_the_nearest_colour_is_the_colour_itself_where_it_stands_out() -> None:
    assert nearest_that_stands_out("#005eb8") == "#005eb8"
