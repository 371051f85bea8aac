"""Times the room view with a guide of 200 questions: from a press to the next question on the screen."""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page, expect

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.project import STATEMENTS, add_page, write_guide
from benchmarks.server import serve
from benchmarks.table import Row, percentile, tenths

QUESTIONS = 200
MOVES = 40
SLOWDOWNS = (1, 4)
MOST_TO_MOVE = 50  # milliseconds
OFTEN = 95  # percent of the moves
PAGE = ("away-day/room.md", "Room view", "# Room view\n\n{{ room() }}\n")
# From the press until the next question has been painted.
MOVE = """() => new Promise((resolve) => {
    const start = performance.now();
    document.querySelector("[data-act=next]").click();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
})"""


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    project = write_guide(folder / "room", QUESTIONS)
    add_page(project, *PAGE)
    build(project)
    rows: list[Row] = []
    with serve(project / "site", folder / "room-server") as server:
        for slowdown in SLOWDOWNS:
            print(f"room: CPU {slowdown} times slower", file=sys.stderr)
            with browser(folder / f"room-profile-{slowdown}") as context:
                page = _open(context, f"{server.address}away-day/room/", slowdown)
                rows += _rows(slowdown, [page.evaluate(MOVE) for _ in range(MOVES)])
                expect(page.locator("[data-place]")).to_contain_text(f" {MOVES + 1} ")
    return rows


def _open(context: BrowserContext, address: str, slowdown: int) -> Page:
    """Open the board's answers in the window of a projector."""
    page = context.pages[0]
    page.set_viewport_size({"width": 1920, "height": 1080})
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(address)
    expect(page.locator("[data-module]:not([data-mounted])")).to_have_count(0, timeout=60_000)
    page.locator("[data-act=open-board]").click()
    expect(page.locator("[data-place]")).to_be_visible()
    return page


def _rows(slowdown: int, times: list[float]) -> list[Row]:
    pace = f"CPU {slowdown} times slower" if slowdown > 1 else "normal speed"
    size = f"{QUESTIONS} questions, {QUESTIONS * STATEMENTS:,} statements, {pace}"
    slow = percentile(times, OFTEN)
    limit = f"at most {MOST_TO_MOVE} ms"
    return [
        Row(f"{size}: next question, median of {MOVES}", tenths(median(times), "ms")),
        Row(
            f"{size}: next question, {OFTEN} of 100",
            tenths(slow, "ms"),
            limit=limit,
            met=slow <= MOST_TO_MOVE,
        ),
    ]
