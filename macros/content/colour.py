"""The guide's colour: how far it stands out, and the shades that are made of it.

Contrast is that of WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

TEXT = 4.5  # WCAG 2.2, success criterion 1.4.3
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
# The darkest ground that a link stands on, --page in base.css. What stands out from it by 4.5:1 stands out
# from white too, and so do its shades wherever they are used: tests/unit/test_colour.py.
GROUND = "#f0f4f5"
# The colours that Material has names for, as its style sheet has them: tests/unit/content/test_colour.py.
NAMED = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}


def as_hex(text: str) -> str:
    """Return a colour such as ``#005eb8`` or ``indigo`` as its digits, in small letters."""
    return NAMED.get(text.replace("-", " "), text).lower()


def colour_of(text: str) -> Colour:
    """Return the red, green and blue of a text such as ``#005eb8``, each 0 to 255."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of 2 colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    shares = [value / 255 for value in colour]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio_shown(ratio: float) -> str:
    """Return a ratio for a message, cut and not rounded: 4.496 does not reach 4.5."""
    return f"{int(ratio * 100) / 100:.2f}:1"


def ratio_on_page(text: str) -> float:
    """Return the contrast of a colour with the page."""
    return contrast(colour_of(text), colour_of(GROUND))


def nearest_that_stands_out(text: str) -> str:
    """Return a colour, or the first of ever darker mixes of it with black that stands out from the page."""
    mixes = (_mixed(colour_of(text), BLACK, share / 100) for share in range(100, -1, -1))
    return next(mix for mix in mixes if ratio_on_page(mix) >= TEXT)


def shades(text: str) -> dict[str, str]:
    """Return what takes the place of each blue in ``base.css``, by its name there."""
    colour = colour_of(text)
    return {
        "--blue": text.lower(),
        "--dark-blue": _mixed(colour, BLACK, 0.7),
        "--link-active": _mixed(colour, BLACK, 0.5),
        "--blue-tint": _mixed(colour, WHITE, 0.1),
    }


def _mixed(one: Colour, other: Colour, share: float) -> str:
    """Return a mix of 2 colours that holds ``share`` of the first, 0 to 1."""
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return f"#{bytes(mixed).hex()}"
