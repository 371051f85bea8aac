"""What axe finds on a page, with every rule that makes sense here, and nothing it leaves open unexplained."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from tests.support.looking import look, sized
from tests.support.person import Person

AXE = Axe().axe_script
# Every rule that is on by default, "best-practice" included, and these, which axe leaves off. Still off are
# its deprecated rules, "color-contrast-enhanced" (7:1, which we do not promise: WCAG AAA) and
# "hidden-content" (it reports whatever is hidden, whether or not anything is wrong with it).
FURTHER_RULES = (
    "css-orientation-lock",
    "focus-order-semantics",
    "identical-links-same-purpose",
    "label-content-name-mismatch",
    "meta-refresh-no-exceptions",
    "p-as-heading",
    "table-fake-caption",
    "target-size",
    "td-has-header",
)
OPTIONS = {
    "rules": {rule: {"enabled": True} for rule in FURTHER_RULES},
    "resultTypes": ["violations", "incomplete"],
}
# What axe leaves open, and why. It measures no contrast where one thing lies over another, as the line in
# sight, a dialog and the focus do: test_access_colours.py measures every text and does not stop there.
UNDECIDED = {"color-contrast"}
ENOUGH_CONTRAST = 4.5
CONTRAST = """(element) => {
    const numbers = (colour) => colour.match(/[0-9.]+/gu).map(Number);
    const luminance = (colour) => numbers(colour).slice(0, 3).map((n) => n / 255)
        .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
        .reduce((sum, n, place) => sum + n * [0.2126, 0.7152, 0.0722][place], 0);
    const isOpaque = (e) => (numbers(getComputedStyle(e).backgroundColor)[3] ?? 1) === 1;
    let behind = element;
    while (!isOpaque(behind)) behind = behind.parentElement;
    const both = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(luminance);
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}"""
WIDTHS = (390, 1280)  # a phone and a desk
SCRIPT = Path(__file__).with_name("access.js").read_text("utf-8")


def measure(page: Page, name: str) -> Any:
    """Return what a function of access.js measures on the page."""
    if not page.evaluate("'access' in window"):
        page.evaluate(SCRIPT)
    return page.evaluate(f"access.{name}()")


def found_on(page: Page) -> list[str]:
    """Return every violation, and whatever axe left open that we cannot settle."""
    measure(page, "seeEverything")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    response: dict[str, Any] = page.evaluate("options => axe.run(options)", OPTIONS)
    assert response["passes"]
    wrong = [(rule["id"], node) for rule in response["violations"] for node in rule["nodes"]]
    left = [(rule["id"], node) for rule in response["incomplete"] for node in rule["nodes"]]
    wrong += [(rule, node) for rule, node in left if not _is_settled(page, rule, node)]
    return [f"{rule}: {node['html'][:200]}: {node['failureSummary'][:300]}" for rule, node in wrong]


def _is_settled(page: Page, rule: str, node: dict[str, Any]) -> bool:
    if rule not in UNDECIDED:
        return False
    ratio: float = page.locator(node["target"][0]).evaluate(CONTRAST)
    return ratio >= ENOUGH_CONTRAST


def expect_nothing_here(person: Person, *looks: dict[str, Any]) -> None:
    """Audit the page as it is, in each of these windows or colours, or on a phone and on a desk."""
    found: list[str] = []
    for options in looks or [sized(width) for width in WIDTHS]:
        look(person.page, **options)
        found += [f"{person.page.url} {options}: {point}" for point in found_on(person.page)]
    assert not found, "\n".join(found)
