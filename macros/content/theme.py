"""What a copy says of its look under ``theme``, in the words that Material's users know.

https://squidfunk.github.io/mkdocs-material/setup/changing-the-colors/ and …/changing-the-logo-and-icons/
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.content.colour import (
    GROUND,
    NAMED,
    TEXT,
    as_hex,
    nearest_that_stands_out,
    ratio_on_page,
    ratio_shown,
)
from macros.content.located import Node
from macros.content.logo import EXAMPLE, MOST_BYTES, Logo, read_logo
from macros.content.problem import Problem
from macros.content.rules import Rule, Text, matching, unknown_keys
from macros.content.source import Source

LOGO: Text = matching(
    r"[^/\s].*\.(svg|png)",
    "a file in docs that ends in .svg or .png",
    EXAMPLE,
    says="Your logo, at the left of the header. The header is then white. The icons of the app stay as "
    f"they are. The file may have at most {MOST_BYTES // 1000} kB. It needs `extra.guide.publisher`, whose "
    "name is read out in place of the picture.",
    default="a tick in a box",
).up_to(200)
PRIMARY: Text = matching(
    "|".join(("#[0-9a-fA-F]{6}", *(name.replace(" ", "[ -]") for name in NAMED))),
    "# and 6 of the characters 0 to 9 and a to f, in quotes, or the name of a colour of Material's",
    '"#005eb8"',
    says="The colour of the header, links and borders, but not of the icons of the app. The text on it is "
    "white. A colour that does not stand out enough is refused, and the message gives the nearest that does. "
    f"Of Material's colours, {' and '.join(f'`{name}`' for name in ('indigo', 'black'))} do, among others.",
    default="a blue",
)
FAVICON = Rule(
    what="an SVG or PNG file in the folder `docs`",
    says="The small picture in the tab of a browser. Do not use the NHS logo.",
    default="`assets/images/favicon.svg`",
    example="assets/images/trust.svg",
)
KNOWN = (
    "palette",
    "logo",
    "favicon",
    "language",
    "features",
    "font",
    "icon",
    "direction",
    "name",
    "custom_dir",
)
THEME: dict[str, Rule] = {
    "theme.palette.primary": PRIMARY,
    "theme.logo": LOGO,
    "theme.favicon": FAVICON,
}


@dataclass(frozen=True)
class Look:
    """A copy's own look.

    Attributes:
        colour: such as ``#005eb8``; empty for ours.
        logo: None for our tick in a box.
    """

    colour: str = ""
    logo: Logo | None = None


def read_look(config: Node, source: Source, problems: list[Problem]) -> Look:
    """Return the look; what is wrong under ``theme`` is added to ``problems``.

    Raises:
        OSError: the logo's file cannot be opened.
    """
    theme = config.get("theme")
    problems += unknown_keys(theme, KNOWN)
    problems += _check_favicon(theme, source)
    return Look(_colour(theme.get("palette"), problems), _logo(config, source, problems))


def _check_text(node: Node, rule: Text) -> Iterator[Problem]:
    """Yield what is wrong with a text that need not be there."""
    if node.value is not None and not (isinstance(node.value, str) and rule.takes(node.value)):
        yield node.problem(rule.what, rule.example)


def _check_favicon(theme: Node, source: Source) -> Iterator[Problem]:
    node = theme.get("favicon")
    path = str(node.value)
    if node.value is None:
        return
    if PurePosixPath(path).suffix not in (".svg", ".png"):
        yield node.problem("an SVG or PNG file in the folder docs", FAVICON.example)
    elif path not in source.files:
        yield node.problem("a file in the folder docs", FAVICON.example, f"{node.got}, which is not there")


def _colour(palette: Node, problems: list[Problem]) -> str:
    """Return the colour. It has to stand out from the page as text does (WCAG 2.2, 1.4.3)."""
    if palette.value is None:
        return ""
    primary = palette.get("primary")
    if not isinstance(palette.value, dict):
        what = "one palette with the key primary, as the pages have no dark scheme and no toggle"
        problems.append(palette.problem(what, 'palette: {primary: "#005eb8"}'))
        return ""
    if primary.value is None or list(_check_text(primary, PRIMARY)):
        problems.append(primary.problem(PRIMARY.what, PRIMARY.example))
        return ""
    colour = as_hex(str(primary.value))
    ratio = ratio_on_page(colour)
    if ratio < TEXT:
        what = f"a colour that stands out from the page, {GROUND}, by at least {TEXT:g}:1"
        got = f'"{primary.value}", which has {ratio_shown(ratio)}'
        problems.append(primary.problem(what, f'"{nearest_that_stands_out(colour)}"', got))
    return colour


def _logo(config: Node, source: Source, problems: list[Problem]) -> Logo | None:
    """Return the logo. Its alternative text is the publisher's name, so that one is needed."""
    node = config.get("theme").get("logo")
    if node.value is None:
        return None
    wrong = list(_check_text(node, LOGO))
    problems += wrong
    guide = config.get("extra").get("guide")
    if "publisher" not in guide.mapping:
        what = "the publisher's name, which is read out in place of the logo"
        example = "publisher: {name: Example NHS Foundation Trust, ...}"
        problems.append(guide.get("publisher").problem(what, example))
    return None if wrong else read_logo(node, source.docs_dir, source.files, problems)
