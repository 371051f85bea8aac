"""Times the whole checklist in a browser: from a tick to Saved, and from a page load to the saved ticks."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.project import STATEMENTS, write_guide
from benchmarks.server import serve
from benchmarks.table import Row, percentile, tenths, whole

PROBE = Path(__file__).parent / "probe.js"
SIZES = (50, 1000)  # statements on one page
SLOWDOWNS = (1, 4)
TICKS = 200
ANSWERS = ("true", "unknown")
MOST_TO_SAVED = 16  # milliseconds at the 95th percentile: one frame
LONGEST_TASK = 50  # milliseconds: what a browser calls a long task
MOST_TO_PAINT = 50  # milliseconds at the 98th percentile, on the long page with a slow processor
LEAST_REPORTED = 16  # milliseconds: a browser does not report shorter interactions
PAUSE = 1000  # milliseconds: longer than the script waits before it speaks


@dataclass(frozen=True)
class Case:
    """What is measured together.

    Attributes:
        statements: how many are on the page.
        slowdown: how many times slower the processor is made.
    """

    statements: int
    slowdown: int

    def __str__(self) -> str:
        """Return the case in words."""
        pace = f"CPU {self.slowdown} times slower" if self.slowdown > 1 else "normal speed"
        return f"{self.statements:,} statements, {pace}"


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    rows: list[Row] = []
    for statements in SIZES:
        project = write_guide(folder / f"speed-{statements}", statements // STATEMENTS)
        build(project)
        with serve(project / "site", folder / f"speed-server-{statements}") as server:
            for slowdown in SLOWDOWNS:
                case = Case(statements, slowdown)
                print(f"speed: {case}", file=sys.stderr)
                # A new profile each time: nothing is saved yet.
                with browser(folder / f"speed-profile-{statements}-{slowdown}") as context:
                    page = context.pages[0]
                    page.add_init_script(path=PROBE)
                    slow = {"rate": slowdown}
                    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", slow)
                    rows += _case(case, page, f"{server.address}checklist/", runs)
    return rows


def _case(case: Case, page: Page, address: str, runs: int) -> Iterator[Row]:
    page.goto(address)
    page.wait_for_selector("[data-module='checklist/checklist'][data-mounted]")
    empty = _longest(page, page.evaluate("benchmark.parsedAt()"))
    yield from _ticking(case, page)
    yield from _filtering(case, page)
    page.evaluate("benchmark.tickAll()")
    yield from _loading(case, page, empty, runs)


def _ticking(case: Case, page: Page) -> Iterator[Row]:
    """Tick with the keyboard, as fast as saving allows, and then a few times with pauses."""
    start: float = page.evaluate("performance.now()")
    ids = _boxes(page)
    times = [_tick(page, box) for box in ids[:TICKS]]
    for box in ids[TICKS:]:
        _tick(page, box)
        page.wait_for_timeout(PAUSE)
    middle, late = percentile(times, 50), percentile(times, 95)
    yield Row(f"{case}: tick to Saved, p50 of {TICKS}", tenths(middle, "ms"))
    has_limit = case.slowdown == 1  # a slower processor stands for devices that need not keep pace
    limit = f"under {MOST_TO_SAVED} ms" if has_limit else "-"
    met = late < MOST_TO_SAVED if has_limit else None
    yield Row(f"{case}: tick to Saved, p95 of {TICKS}", tenths(late, "ms"), limit=limit, met=met)
    yield _task_row(case, "longest task while ticking", _longest(page, start)[0])
    yield _paint_row(case, page.evaluate("benchmark.interactions()"), len(ids))


def _paint_row(case: Case, reported: list[float], count: int) -> Row:
    times = [*reported, *[LEAST_REPORTED] * (count - len(reported))]
    late = percentile(times, 98)
    return Row(
        f"{case}: interaction to next paint, p98 of {count}",
        whole(late, "ms"),
        limit=f"under {MOST_TO_PAINT} ms",
        met=late < MOST_TO_PAINT,
    )


def _boxes(page: Page) -> list[tuple[str, str]]:
    """Return statements and answers to tick, spread over the page: ticks first, and then "We do not know".

    Either takes the other away, so that however few there are, each press sets a tick.
    """
    rows = page.locator("[data-statement]").evaluate_all("rows => rows.map((row) => row.dataset.statement)")
    count = TICKS + 3
    rounds = -(-count // len(rows))
    spread = rows[:: max(1, len(rows) // count)] if rounds == 1 else rows
    return [(row, ANSWERS[n % 2]) for n in range(rounds) for row in spread][:count]


def _tick(page: Page, box: tuple[str, str]) -> float:
    page.evaluate("(box) => benchmark.aim(box)", box)
    page.keyboard.press("Space")
    milliseconds: float = page.evaluate("benchmark.saved")
    return milliseconds


def _filtering(case: Case, page: Page) -> Iterator[Row]:
    """Choose each filter: from here on nothing but our script gives the browser work."""
    start: float = page.evaluate("performance.now()")
    for name in ("not-ticked", "unknown", "all"):
        page.locator(f"[data-module='checklist/filter'] input[value={name}]").check()
        page.wait_for_timeout(PAUSE)
    yield _task_row(case, "longest task while filtering", _longest(page, start)[0])


def _loading(case: Case, page: Page, empty: tuple[float, float], runs: int) -> Iterator[Row]:
    """Load the page with everything ticked."""
    loads, tasks = [], [empty]
    for _ in range(runs):
        page.goto(page.url)
        loads.append(page.evaluate("benchmark.load()"))
        tasks.append(_longest(page, page.evaluate("benchmark.parsedAt()")))
    from_start, from_layout = (median(load[at] for load in loads) for at in (0, 1))
    yield Row(f"{case}: page load to saved ticks shown", whole(from_start, "ms"))
    yield Row(f"{case}: of it after the HTML was laid out", whole(from_layout, "ms"))
    ours = max(task[1] for task in tasks)
    yield _task_row(case, "longest task of ours while starting", ours)
    yield Row(f"{case}: longest task of any kind while starting", _in_words(max(task[0] for task in tasks)))


def _longest(page: Page, start: float) -> tuple[float, float]:
    """Return the longest task since a time: any, and any with a script of ours in it; 0 for none."""
    page.wait_for_timeout(PAUSE)  # the browser reports tasks late
    anyone, ours = page.evaluate("(from) => benchmark.longest(from)", start)
    return anyone, ours


def _task_row(case: Case, what: str, milliseconds: float) -> Row:
    if case.slowdown == 1:  # the limit is for slow devices
        return Row(f"{case}: {what}", _in_words(milliseconds))
    limit = f"at most {LONGEST_TASK} ms"
    return Row(f"{case}: {what}", _in_words(milliseconds), limit=limit, met=milliseconds <= LONGEST_TASK)


def _in_words(milliseconds: float) -> str:
    return whole(milliseconds, "ms") if milliseconds else f"none over {LONGEST_TASK} ms"
