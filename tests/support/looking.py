"""One open page seen in several ways, one after another: windows, more contrast, forced colours, wider text.

No script of ours asks for any of them (tests/unit/test_architecture.py), so that the page is then the one
that would have opened so; it saves opening it again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

# https://www.w3.org/WAI/WCAG22/Understanding/text-spacing
SPACING = """
* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
# As a person's own style sheet, which the policy of the page does not hold for.
SPACE_OUT = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""


def sized(width: int, height: int = 844) -> dict[str, Any]:
    """Return what sets the window, for a new browser as for `look`."""
    return {"viewport": {"width": width, "height": height}}


def look(page: Page, **options: Any) -> None:
    """Show an open page as a new browser with these options would: those of its window and its colours."""
    window = options["viewport"]
    page.emulate_media(
        contrast=options.get("contrast", "no-preference"), forced_colors=options.get("forced_colors", "none")
    )
    page.set_viewport_size(window)
    page.wait_for_function(
        "({ width, height }) => innerWidth === width && innerHeight === height", arg=window
    )


@contextmanager
def spaced_out(page: Page) -> Iterator[None]:
    page.evaluate(SPACE_OUT, SPACING)
    yield
    page.evaluate("document.adoptedStyleSheets = []")
