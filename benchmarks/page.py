"""Counts what a question page sends, and times its paints on a slow phone, beside plain Material."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page

from benchmarks.browser import CONFIG, opened
from benchmarks.build import build
from benchmarks.project import make_plain
from benchmarks.table import Row
from tests.support.building import PROJECT
from tests.support.guide import read_guide
from tests.support.nginx import serve
from tests.support.projects import copy_guide

MOST_OF_PLAIN = 0.6  # of what plain Material sends
MOST_OF_SECOND = 15_000  # bytes
# Ours with the headers that we ship: all is asked for anew, and what has not changed is not sent again.
HEADERS = {"ours": f'include "{PROJECT}/hosting/nginx.conf";', "plain": "error_page 404 /404.html;"}
KINDS = {"text/html": "HTML", "text/css": "CSS", "text/javascript": "JS"}
QUIET = 1500  # milliseconds without an answer: Material's worker asks for its index late
# What Lighthouse takes for a slow phone: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 204_800, "uploadThroughput": 96_000}
SLOWDOWN = 4
PAINTS = """() => new Promise((resolve) => {
    const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    const largest = (list) => resolve([first, list.getEntries().at(-1).startTime]);
    new PerformanceObserver(largest).observe({ type: "largest-contentful-paint", buffered: true });
})"""
Sizes = Counter[str]


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    ours = copy_guide(folder / "ours")
    projects = {"ours": ours, "plain": make_plain(ours, folder / "plain")}
    urls = [question.url for question in read_guide(ours).questions[:2]]
    sent, paints = {}, {}
    for name, project in projects.items():
        build(project)
        place = folder / f"server-{name}"
        with serve(project / "site", place, CONFIG % HEADERS[name]) as home:
            with opened(folder / f"profile-{name}") as page:
                sent[name] = [_visit(page, home + url, place / "access.log") for url in urls]
            visits = [_paints(folder / f"slow-{name}-{run}", home + urls[0]) for run in range(runs)]
            paints[name] = [median(times) for times in zip(*visits, strict=True)]
    return [*_weight(sent), *_painted(paints)]


def _visit(page: Page, address: str, log: Path) -> Sizes:
    """Return the bytes sent by kind, headers included, until the server has been quiet for a while."""
    log.write_text("")  # nginx appends, so that it goes on at the new end
    page.goto(address)
    said = ""
    while said != (said := log.read_text()):
        page.wait_for_timeout(QUIET)
    sizes: Sizes = Counter()
    for status, size, kind in (line.split(" ", 2) for line in said.splitlines()):
        if status not in ("200", "304"):
            raise RuntimeError(f"{address}: expected only the statuses 200 and 304, got {status}")
        sizes[KINDS.get(kind.partition(";")[0], "other")] += int(size)
    return sizes


def _weight(sent: Mapping[str, list[Sizes]]) -> Iterator[Row]:
    (first, second), (plain_first, plain_second) = sent["ours"], sent["plain"]
    yield Row("First visit, sent", first.total(), "B", plain_first.total(), times=MOST_OF_PLAIN)
    yield from (Row(f"of it {kind}", first[kind], "B", plain_first[kind]) for kind in sorted(plain_first))
    yield Row("Then a second page, sent", second.total(), "B", plain_second.total(), most=MOST_OF_SECOND)


def _paints(profile: Path, address: str) -> list[float]:
    with opened(profile, SLOWDOWN) as page:
        session: Any = page.context.new_cdp_session(page)
        session.send("Network.emulateNetworkConditions", SLOW)
        page.goto(address)
        times: list[float] = page.evaluate(PAINTS)
    return times


def _painted(paints: Mapping[str, list[float]]) -> Iterator[Row]:
    for what, ours, plain in zip(("First", "Largest"), paints["ours"], paints["plain"], strict=True):
        yield Row(f"{what} paint on a slow phone", ours, plain=plain, times=1)
