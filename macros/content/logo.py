"""The publisher's logo: a drawing or a picture that a browser can show, and that stands out from white.

The header is white where there is a logo, as most are made for white. Whether a logo stands out from it is
judged for an SVG whose every colour is written in it. For a picture, a gradient or a style it is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from macros.content.colour import PARTS, WHITE, Colour, colour_of, contrast, ratio_shown
from macros.content.located import Node
from macros.content.problem import Problem
from macros.content.rules import GUIDE

MOST_BYTES = 50_000  # a page without it is about as heavy
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text")
PNG = b"\x89PNG\r\n\x1a\n"
EXAMPLE = GUIDE["logo"].example


@dataclass(frozen=True)
class Logo:
    """A logo that can be shown.

    Attributes:
        path: the file in the folder of pages, such as ``assets/images/logo.svg``.
        width: of the whole, in any unit.
        height: in the same unit.
    """

    path: str
    width: float
    height: float


def read_logo(node: Node, docs_dir: Path, files: frozenset[str], problems: list[Problem]) -> Logo | None:
    """Return the logo that a setting names; what is wrong with it is added to ``problems``.

    Args:
        node: the setting, whose value is a path.
        docs_dir: the folder of pages.
        files: the paths in it of every file that is published.
        problems: where to put what is wrong.

    Raises:
        OSError: the file cannot be opened.
    """
    path = str(node.value)
    if path not in files:
        problems.append(node.problem("a file in the folder docs", EXAMPLE, f"{node.got}, which is not there"))
        return None
    data = (docs_dir / path).read_bytes()
    size = _png_size(data) if path.endswith(".png") else _svg_size(data)
    faults = list(_faults(path, data, size))
    problems += [node.problem(what, EXAMPLE, got) for what, got in faults]
    return Logo(path, *size) if size and not faults else None


def _faults(path: str, data: bytes, size: tuple[float, float] | None) -> Iterator[tuple[str, str]]:
    """Yield what was expected of the file, and what it is."""
    if len(data) > MOST_BYTES:
        yield f"a logo of at most {MOST_BYTES:,} bytes", f"{len(data):,} bytes"
    if not size:
        what = "a PNG picture" if path.endswith(".png") else "an SVG drawing with a viewBox"
        yield what, "a file that cannot be read as one"
    elif path.endswith(".svg"):
        yield from _drawing_faults(ElementTree.fromstring(data))


def _drawing_faults(drawing: ElementTree.Element) -> Iterator[tuple[str, str]]:
    if any(element.tag == f"{SVG}script" for element in drawing.iter()):
        yield "a drawing without a script", "one with a script"
    colours = _colours(drawing)
    if colours and (best := max(contrast(colour, WHITE) for colour in colours)) < PARTS:
        what = f"a logo that stands out from the white header by at least {PARTS:g}:1"
        yield what, f"one whose darkest colour has {ratio_shown(best)}"


def _png_size(data: bytes) -> tuple[float, float] | None:
    """Return width and height in pixels: https://www.w3.org/TR/png-3/#11IHDR."""
    if not data.startswith(PNG) or len(data) < 24:
        return None
    width, height = (int.from_bytes(data[at : at + 4], "big") for at in (16, 20))
    return (width, height) if width and height else None


def _svg_size(data: bytes) -> tuple[float, float] | None:
    try:
        drawing = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return None
    box = re.fullmatch(r"\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*", drawing.get("viewBox", ""))
    if drawing.tag != f"{SVG}svg" or not box:
        return None
    width, height = float(box[1]), float(box[2])
    return (width, height) if width and height else None


def _colours(drawing: ElementTree.Element) -> set[Colour] | None:
    """Return the colours that a drawing shows, or None where not all of them can be told."""
    colours: set[Colour] = set()
    if any(element.tag in (f"{SVG}style", f"{SVG}image") for element in drawing.iter()):
        return None
    waiting = [(drawing, "black", "none")]
    while waiting:
        element, fill, stroke = waiting.pop()
        fill, stroke = _paint(element, "fill") or fill, _paint(element, "stroke") or stroke
        waiting += [(child, fill, stroke) for child in element]
        for paint in (fill, stroke) if element.tag in [SVG + shape for shape in SHAPES] else ():
            colour = _told(paint)
            if paint != "none" and not colour:
                return None
            colours |= {colour} if colour else set()
    return colours


def _paint(element: ElementTree.Element, name: str) -> str:
    """Return what an element itself says of its fill or stroke."""
    style = re.search(rf"(?:^|;)\s*{name}\s*:([^;]+)", element.get("style", ""))
    return (style[1] if style else element.get(name, "")).strip().lower()


def _told(paint: str) -> Colour | None:
    paint = {"white": "#ffffff", "black": "#000000"}.get(paint, paint)
    if re.fullmatch("#[0-9a-f]{3}", paint):
        paint = "#" + "".join(digit * 2 for digit in paint[1:])
    return colour_of(paint) if GUIDE["colour"].accepts(paint) else None
