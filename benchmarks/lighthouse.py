"""Lighthouse on every kind of page, as on a phone and on a desk, beside plain Material."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.browser import NAMES
from benchmarks.build import build
from benchmarks.project import copy_guide, make_plain, question_paths
from benchmarks.server import Server, serve
from benchmarks.table import Row, whole

VERSION = "13.5.0"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
    "agentic-browsing": "agents",
}
PRESETS = {"phone": [], "desktop": ["--preset=desktop"]}
PAGES = (
    *("checklist/", "review/", "away-day/", "away-day/combine/", "away-day/room/", "away-day/pack/"),
    *("search/", "glossary/", "publish/", "publish/reference/"),
    *("about/", "about/accessibility/", "about/privacy/", "about/offline/"),
)
QUIET = ("--headless=new", "--disable-background-networking", "--disable-component-update", "--no-first-run")
PAINT = "first-contentful-paint"
LARGEST_PAINT = "largest-contentful-paint"
BLOCKED = "total-blocking-time"
FULL = 100


@dataclass(frozen=True)
class Result:
    """What Lighthouse says of one page.

    Attributes:
        scores: by category, up to 100.
        paint: the first paint of content, in milliseconds, on the slow line and device that it simulates.
        largest: the paint of the largest content, in milliseconds.
        blocked: how long tasks kept the page from answering, in milliseconds.
        failed: the audits that cost points.
    """

    scores: Mapping[str, int]
    paint: float
    largest: float
    blocked: float
    failed: frozenset[str]


def measure(folder: Path, _runs: int) -> list[Row]:
    """Return the rows of this group: one run each, on a simulated line, where runs differ little."""
    program = _install(folder / "lighthouse")
    ours = copy_guide(folder / "ours")
    plain = make_plain(ours, folder / "plain")
    for project in (ours, plain):
        build(project)
    with (
        serve(ours / "site", folder / "server-o") as our,
        serve(plain / "site", folder / "server-p") as their,
    ):
        return [
            row for path in ("", question_paths(ours)[0], *PAGES) for row in _page(program, path, our, their)
        ]


def _install(folder: Path) -> Path:
    """Fetch Lighthouse with npm into a folder of its own, and return the program."""
    folder.mkdir()
    package = f"lighthouse@{VERSION}"
    options = ["--no-save", "--ignore-scripts", "--loglevel=error"]
    command = ["npm", "install", "--prefix", str(folder), *options, package]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / "node_modules/.bin/lighthouse"


def _page(program: Path, path: str, ours: Server, plain: Server) -> Iterator[Row]:
    for preset in PRESETS:
        print(f"lighthouse: /{path}, {preset}", file=sys.stderr)
        audit = partial(_audit, program, preset)
        yield from _rows(f"`/{path}`, {preset}", audit(ours.address + path), audit(plain.address + path))


def _audit(program: Path, preset: str, address: str) -> Result:
    # Chromium's sandbox does not start as root.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = " ".join([*QUIET, *(["--no-sandbox"] if is_root else [])])
    command: list[str | Path] = [program, address, *PRESETS[preset], f"--chrome-flags={flags}", "--quiet"]
    command += ["--output=json", f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting"]
    environment = os.environ | {"CHROME_PATH": next(filter(None, map(shutil.which, NAMES)), "")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return _result(json.loads(done.stdout))


def _result(report: Mapping[str, Any]) -> Result:
    audits = report["audits"]
    used = [
        ref["id"] for name in CATEGORIES for ref in report["categories"][name]["auditRefs"] if ref["weight"]
    ]
    failed = frozenset(
        name for name in used if audits[name]["score"] is not None and audits[name]["score"] < 0.9
    )
    scores = {name: round(FULL * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    paint, largest, blocked = (audits[name]["numericValue"] for name in (PAINT, LARGEST_PAINT, BLOCKED))
    return Result(scores, paint, largest, blocked, failed)


def _rows(page: str, ours: Result, plain: Result) -> Iterator[Row]:
    full = all(score == FULL for score in ours.scores.values())
    limit = " / ".join([str(FULL)] * len(CATEGORIES))
    lost = f"costs points: {', '.join(sorted(ours.failed))}" if ours.failed else "-"
    names = ", ".join(CATEGORIES.values())
    yield Row(f"{page}: {names}", _scores(ours), _scores(plain), lost, limit, full)
    paints = {"first": (ours.paint, plain.paint), "largest": (ours.largest, plain.largest)}
    for which, (mine, theirs) in paints.items():
        figures = (whole(mine, "ms"), whole(theirs, "ms"), f"{mine - theirs:+,.0f} ms")
        yield Row(f"{page}: {which} paint", *figures, "no later", mine <= theirs)
    yield Row(
        f"{page}: blocked",
        whole(ours.blocked, "ms"),
        whole(plain.blocked, "ms"),
        "-",
        "0 ms",
        not ours.blocked,
    )


def _scores(result: Result) -> str:
    return " / ".join(map(str, result.scores.values()))
