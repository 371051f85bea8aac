"""Times the whole checklist: from a tick to Saved, and from opening the page to the saved ticks."""

from pathlib import Path
from statistics import median, quantiles

from benchmarks.browser import people
from benchmarks.project import STATEMENTS
from benchmarks.table import Row

QUESTIONS = (10, 200)
TICKS = 100
MOST = 16  # milliseconds at the 95th percentile, at normal speed: one frame
BOXES = "[data-statement] input[value=true]"
# Presses a box, and waits for the text that says Saved.
TICK = """([boxes, n]) => {
    const box = document.querySelectorAll(boxes)[n];
    const state = document.querySelector("[data-state]");
    const words = document.getElementById("message-saved").content.firstChild.textContent;
    return new Promise((resolve) => {
        const start = performance.now();
        const look = () => state.textContent.startsWith(words) && resolve(performance.now() - start);
        new MutationObserver(look).observe(state, { childList: true, characterData: true, subtree: true });
        box.click();
    });
}"""
TICK_ALL = "(boxes) => document.querySelectorAll(`${boxes}:not(:checked)`).forEach((box) => box.click())"


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    rows = []
    for questions in QUESTIONS:
        for words, person in people(folder / f"{questions}", questions):
            size = f"{questions * STATEMENTS:,} statements{words}"
            page = person.open_ready("checklist/").page
            count = min(TICKS, page.locator(BOXES).count())
            times: list[float] = [page.evaluate(TICK, [BOXES, n]) for n in range(count)]
            slow = quantiles(times, n=20)[-1]
            rows.append(Row(f"{size}: tick to Saved, 95 of 100", slow, most=None if words else MOST))
            page.evaluate(TICK_ALL, BOXES)
            opened = []
            for _ in range(runs):
                person.reload()
                opened.append(page.evaluate("shown"))
            rows.append(Row(f"{size}: page load to saved ticks shown", median(opened)))
    return rows
