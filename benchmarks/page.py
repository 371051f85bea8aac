"""Counts what a first visit to a question page sends, beside plain Material, and how modules import."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.modules import Modules
from benchmarks.project import copy_guide, make_plain, question_paths
from benchmarks.server import Sent, Server, serve
from benchmarks.table import Row, whole

MOST_HEAVIER = 15_000  # bytes
LONGEST_CHAIN = 2  # imports
MAIN = "assets/js/main.js"
KINDS = ("HTML", "CSS", "JS", "other")
QUIET = 1500  # milliseconds without an answer: Material's worker asks for its index late


def measure(folder: Path, _runs: int) -> list[Row]:
    """Return the rows of this group: counts, the same in every run."""
    print("page: first visit to a question page", file=sys.stderr)
    ours = copy_guide(folder / "ours")
    projects = {"ours": ours, "plain": make_plain(ours, folder / "plain")}
    path = question_paths(ours)[0]
    visits = {}
    for name, project in projects.items():
        build(project)
        with serve(project / "site", folder / f"server-{name}") as server:
            visits[name] = _first_visit(server, path, folder / f"profile-{name}")
    return [*_weight(path, visits), *_imports(Modules(ours / "site"))]


def _first_visit(server: Server, path: str, profile: Path) -> list[Sent]:
    """Return what an empty browser is sent until the server has been quiet for a while."""
    with browser(profile) as context:
        page = context.pages[0]
        # Plain Material asks other sites for its fonts. Not reached here, and so not counted.
        context.route(lambda url: not url.startswith(server.address), lambda route: route.abort())
        page.goto(server.address + path)
        count = -1
        while count != len(server.sent()):
            count = len(server.sent())
            page.wait_for_timeout(QUIET)
    sent = server.sent()
    failed = [one for one in sent if one.status != 200]
    if failed:
        raise RuntimeError(f"{server.address}{path}: expected only answers with status 200, got {failed}")
    return sent


def _weight(path: str, visits: Mapping[str, Sequence[Sent]]) -> Iterator[Row]:
    ours, plain = (sum(one.size for one in visits[name]) for name in ("ours", "plain"))
    limit = f"{MOST_HEAVIER / 1000:.0f} kB heavier"
    figures = (whole(ours, "B"), whole(plain, "B"), f"{ours - plain:+,} B")
    yield Row(f"First visit to `{path}`, bytes sent", *figures, limit, ours - plain <= MOST_HEAVIER)
    for kind in KINDS:
        sizes = [[one.size for one in visits[name] if one.kind == kind] for name in ("ours", "plain")]
        cells = [f"{sum(size):,} B in {len(size)}" for size in sizes]
        compared = f"{sum(sizes[0]) - sum(sizes[1]):+,} B"
        yield Row(f"of it {kind}, bytes in requests", cells[0], cells[1], compared)
    counts = [len(visits[name]) for name in ("ours", "plain")]
    yield Row("Requests", str(counts[0]), str(counts[1]), f"{counts[0] - counts[1]:+}")


def _imports(modules: Modules) -> Iterator[Row]:
    chain = modules.longest_chain(MAIN)
    names = " → ".join(path.removeprefix("assets/js/").removesuffix(".js") for path in chain)
    met = len(chain) - 1 <= LONGEST_CHAIN
    limit = f"{LONGEST_CHAIN} imports"
    yield Row(f"Longest import chain ({names})", f"{len(chain) - 1} imports", limit=limit, met=met)
    missing = modules.not_preloaded()
    for path, paths in missing.items():
        print(f"page: {path} does not preload {', '.join(sorted(paths))}", file=sys.stderr)
    yield Row("Pages with a module that is not preloaded", str(len(missing)), limit="0", met=not missing)
