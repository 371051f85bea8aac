"""The publisher's logo: a drawing or a picture that a browser can show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from macros.content.located import Node
from macros.content.problem import Problem

MOST_BYTES = 50_000  # a page without it is about as heavy
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"
EXAMPLE = "assets/images/logo.svg"


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
    elif path.endswith(".svg") and ElementTree.fromstring(data).find(f".//{SVG}script") is not None:
        yield "a drawing without a script", "one with a script"


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
