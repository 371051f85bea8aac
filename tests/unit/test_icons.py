"""The icons of the app are the mark of the guide alone, to the edge where a device cuts out its own shape."""

from collections.abc import Iterator

import pytest
from PIL import Image

from macros.site.manifest import ICONS
from tests.support.building import PROJECT

BLUE, WHITE = (0, 94, 184), (255, 255, 255)
SHADES = 4  # of 255, by which an edge between 2 colours may lie beside the line from one to the other


def pixels_of(file: str) -> tuple[Image.Image, Iterator[tuple[int, int, int, int]]]:
    image = Image.open(PROJECT / "docs/assets/images" / file).convert("RGBA")
    data = image.tobytes()
    return image, ((data[at], data[at + 1], data[at + 2], data[at + 3]) for at in range(0, len(data), 4))


def is_of_the_mark(red: int, green: int, blue: int) -> bool:
    """Whether a colour is blue, white or between them."""
    white = red / 255
    wanted = [low + white * (high - low) for low, high in zip(BLUE, WHITE, strict=True)]
    return all(abs(a - b) <= SHADES for a, b in zip(wanted, (red, green, blue), strict=True))


@pytest.mark.parametrize(("file", "sizes"), [(file, sizes) for file, sizes, _ in ICONS])
def test_an_icon_has_its_size_and_the_colours_of_the_mark_alone(file: str, sizes: str) -> None:
    image, pixels = pixels_of(file)
    assert f"{image.width}x{image.height}" == sizes
    assert not {pixel for pixel in pixels if pixel[3] == 255 and not is_of_the_mark(*pixel[:3])}


@pytest.mark.parametrize(("file", "purpose"), [(file, purpose) for file, _, purpose in ICONS])
def test_the_edge_is_blue_and_only_corners_that_are_not_cut_by_the_device_are_round(
    file: str, purpose: str
) -> None:
    image, _ = pixels_of(file)
    last = image.width - 1
    middles = [(last // 2, 0), (last // 2, last), (0, last // 2), (last, last // 2)]
    assert {image.getpixel(at) for at in middles} == {(*BLUE, 255)}
    corners = {image.getpixel(at) for at in [(0, 0), (last, 0), (0, last), (last, last)]}
    assert corners == ({(*BLUE, 255)} if purpose == "maskable" else {(0, 0, 0, 0)})
