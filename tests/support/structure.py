"""The element tree of a page, to compare with that of the same page with harmless texts."""

from itertools import zip_longest

from playwright.sync_api import Page

from tests.support.injections import RUN

# Every element as its depth, its tag and the names of its attributes. Inside templates nothing changes.
# What is said meanwhile comes and goes: a bare paragraph where announcements are made counts as none.
TREE = """(within) => {
    const lines = [];
    const isSaid = (element) => element.matches("[data-announce] > p") && !element.attributes.length
        && !element.children.length;
    const walk = (element, depth) => {
        const names = [...element.attributes].map(({ name }) => name).sort();
        lines.push(`${depth} ${element.localName} ${names}`);
        for (const child of element.children) if (!isSaid(child)) walk(child, depth + 1);
    };
    walk(document.querySelector(within), 0);
    return lines;
}"""


def structure(page: Page, within: str = "html") -> list[str]:
    lines: list[str] = page.evaluate(TREE, within)
    return lines


def expect_same(page: Page, harmless: list[str]) -> None:
    """Nothing ran, and the page has the elements that it has with harmless texts."""
    assert page.title() != RUN.split("'")[1]
    pairs = zip_longest(structure(page), harmless, fillvalue="nothing")
    different = next(((n, *pair) for n, pair in enumerate(pairs) if pair[0] != pair[1]), None)
    assert different is None, f"element {different}"
