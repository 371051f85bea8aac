"""Counts what a first visit to a question page sends, beside plain Material, and how modules import."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.modules import Modules
from benchmarks.project import ROOT, copy_guide, make_plain, question_paths
from benchmarks.server import CONFIG, Sent, Server, serve
from benchmarks.table import Row, whole

MOST_OF_PLAIN = 0.75  # of what plain Material sends
MOST_OF_SECOND = 15_000  # bytes
LONGEST_CHAIN = 2  # imports
MAIN = "assets/js/main.js"
KINDS = ("HTML", "CSS", "JS", "other")
# Ours with the headers that we ship: all is asked for anew, and what has not changed is not sent again.
SHIPPED = CONFIG.replace("error_page 404 /404.html;", f'include "{ROOT}/hosting/nginx.conf";')
CONFIGS = {"ours": SHIPPED, "plain": CONFIG}
QUIET = 1500  # milliseconds without an answer: Material's worker asks for its index late


def measure(folder: Path, _runs: int) -> list[Row]:
    """Return the rows of this group: counts, the same in every run."""
    print("page: first visit to a question page", file=sys.stderr)
    ours = copy_guide(folder / "ours")
    projects = {"ours": ours, "plain": make_plain(ours, folder / "plain")}
    paths = question_paths(ours)
    visits = {}
    for name, project in projects.items():
        build(project)
        with serve(project / "site", folder / f"server-{name}", CONFIGS[name]) as server:
            visits[name] = _visits(server, paths[:2], folder / f"profile-{name}")
    first, second = ({name: visits[name][place] for name in visits} for place in (0, 1))
    return [
        *_weight(paths[0], first),
        *_second(paths[1], second),
        *_imports(Modules(ours / "site"), paths[0]),
    ]


def _visits(server: Server, paths: Sequence[str], profile: Path) -> list[list[Sent]]:
    """Return what a browser that starts empty is sent for one page after another."""
    with browser(profile) as context:
        return [_visit(server, path, context.pages[0]) for path in paths]


def _visit(server: Server, path: str, page: Page) -> list[Sent]:
    """Return what is sent until the server has been quiet for a while."""
    server.clear()
    page.goto(server.address + path)
    count = -1
    while count != len(server.sent()):
        count = len(server.sent())
        page.wait_for_timeout(QUIET)
    sent = server.sent()
    failed = [one for one in sent if one.status not in (200, 304)]
    if failed:
        raise RuntimeError(f"{server.address}{path}: expected only the statuses 200 and 304, got {failed}")
    return sent


def _weight(path: str, visits: Mapping[str, Sequence[Sent]]) -> Iterator[Row]:
    ours, plain = (sum(one.size for one in visits[name]) for name in ("ours", "plain"))
    figures = (whole(ours, "B"), whole(plain, "B"), f"{ours / plain:.2f} times")
    limit = f"{MOST_OF_PLAIN} times"
    yield Row(f"First visit to `{path}`, bytes sent", *figures, limit, ours <= MOST_OF_PLAIN * plain)
    for kind in KINDS:
        sizes = [[one.size for one in visits[name] if one.kind == kind] for name in ("ours", "plain")]
        cells = [f"{sum(size):,} B in {len(size)}" for size in sizes]
        compared = f"{sum(sizes[0]) - sum(sizes[1]):+,} B"
        yield Row(f"of it {kind}, bytes in requests", cells[0], cells[1], compared)
    counts = [len(visits[name]) for name in ("ours", "plain")]
    yield Row("Requests", str(counts[0]), str(counts[1]), f"{counts[0] - counts[1]:+}")


def _second(path: str, visits: Mapping[str, Sequence[Sent]]) -> Iterator[Row]:
    ours, plain = (sum(one.size for one in visits[name]) for name in ("ours", "plain"))
    figures = (whole(ours, "B"), whole(plain, "B"), f"{ours / plain:.2f} times")
    limit = whole(MOST_OF_SECOND, "B")
    yield Row(f"Then `{path}`, bytes sent", *figures, limit, ours <= MOST_OF_SECOND)


def _imports(modules: Modules, path: str) -> Iterator[Row]:
    chain = modules.longest_chain(MAIN, f"{path}index.html")
    names = " → ".join(path.removeprefix("assets/js/").removesuffix(".js") for path in chain)
    met = len(chain) - 1 <= LONGEST_CHAIN
    limit = f"{LONGEST_CHAIN} imports"
    yield Row(f"Longest import chain ({names})", f"{len(chain) - 1} imports", limit=limit, met=met)
    missing = modules.not_preloaded()
    for lacking, paths in missing.items():
        print(f"page: {lacking} does not preload {', '.join(sorted(paths))}", file=sys.stderr)
    yield Row("Pages with a module that is not preloaded", str(len(missing)), limit="0", met=not missing)
