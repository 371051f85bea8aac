"""The kinds of pages, and one page of each."""

from tests.support.guide import Guide

MISSING = "there/is/no/such/page/"


def one_of_each_kind(guide: Guide) -> list[str]:
    """Return the addresses of one page of each kind, a page of text and one that is not there included."""
    further = ["checklist/", "away-day/room/", "review/", "search/", "about/", MISSING]
    return ["", guide.questions[0].url, *further]


def addresses(pages: list[str]) -> list[str]:
    """Return where every built page is; the page that is not found stands for every address without one."""
    return [MISSING if page == "404.html" else page.removesuffix("index.html") for page in pages]
