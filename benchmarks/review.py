"""Times the review page with as much as anybody will have: opening it, saving a copy, loading it again."""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.project import STATEMENTS, add_page, write_guide
from benchmarks.prose import Prose
from benchmarks.server import serve
from benchmarks.table import Row, whole

PROBE = Path(__file__).parent / "review-probe.js"
QUESTIONS = 200
ACTIONS = 500
EARLIER_REVIEWS = 10
SLOWDOWNS = (1, 4)
SLOWEST = SLOWDOWNS[-1]
MOST_TO_SHOW = 1000  # milliseconds
MOST_TO_MOVE = 2000  # milliseconds to save a copy of everything, and to load it
LONGEST_TASK = 200  # milliseconds
PAUSE = 1000  # milliseconds: the browser reports tasks late
PAGE = ("review.md", "Review", "# Your review\n\n{{ review() }}\n")
WRITE = """([name, records]) => new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    const keyPath = ["review", "kind", "id", "field"];
    request.onupgradeneeded = () => request.result.createObjectStore("records", { keyPath });
    request.onsuccess = () => {
        const transaction = request.result.transaction("records", "readwrite");
        for (const record of records) transaction.objectStore("records").put(record);
        transaction.oncomplete = () => resolve(request.result.close());
        transaction.onabort = () => reject(transaction.error);
    };
    request.onerror = () => reject(request.error);
})"""
COPIES = {"the open review": "save", "all 11 reviews": "save-all"}
SAVED = "[data-module='review/export'] [role=status] p"
LOADED = "[data-module='review/load'] [role=status] [data-act=undo]"
PREVIEWED = "[data-preview] [data-act=keep]:not([hidden])"

Record = dict[str, Any]


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    project = write_guide(folder / "review", QUESTIONS)
    add_page(project, *PAGE)
    build(project)
    rows: list[Row] = []
    with serve(project / "site", folder / "review-server") as server:
        for slowdown in SLOWDOWNS:
            print(f"review: CPU {slowdown} times slower", file=sys.stderr)
            with browser(folder / f"review-profile-{slowdown}") as context:
                page = _open(context, f"{server.address}review/", slowdown)
                rows += _opening(page, slowdown, runs)
                copies = {what: folder / f"copy-{slowdown}-{act}.json" for what, act in COPIES.items()}
                for what, copy in copies.items():
                    rows.append(_moved(slowdown, f"saving a copy of {what}", _save(page, what, copy, runs)))
            for what, copy in copies.items():
                with browser(folder / f"profile-{copy.stem}") as context:
                    page = _page(context, f"{server.address}review/", slowdown)
                    rows.append(
                        _moved(slowdown, f"loading {what} elsewhere, look and confirm", _load(page, copy))
                    )
                    rows.append(_task_row(slowdown, f"longest task while loading {what}", _longest(page, 0)))
    return rows


def _page(context: BrowserContext, address: str, slowdown: int) -> Page:
    page = context.pages[0]
    page.add_init_script(path=PROBE)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.goto(address)
    expect(page.locator("[data-module]:not([data-mounted])")).to_have_count(0, timeout=30_000)
    return page


def _open(context: BrowserContext, address: str, slowdown: int) -> Page:
    """Open the page with everything stored."""
    page = _page(context, address, slowdown)
    page.evaluate(WRITE, [f"made-up-{QUESTIONS}", [*_records(), _opened()]])
    return page


def _opened() -> Record:
    return _record("", "device", "", "open", _id(EARLIER_REVIEWS))


def _record(review: str, kind: str, id: str, field: str, value: Any) -> Record:
    fields = {"review": review, "kind": kind, "id": id, "field": field, "value": value}
    return {**fields, "changedAt": 1_795_000_000_000}


def _id(number: int) -> str:
    return f"review-{number:02}"


def _records() -> Iterator[Record]:
    """Yield what stands in the reviews: the last is the open one, and all are full."""
    for number in range(EARLIER_REVIEWS + 1):
        review, rng = _id(number), random.Random(number)
        yield _record(review, "review", "", "whose", "board")
        yield _record(review, "review", "", "name", f"Away-day {number}")
        for question in range(1, QUESTIONS + 1):
            yield from _question(review, question, rng)
        for action in range(ACTIONS):
            yield from _action(review, action, rng)


def _question(review: str, question: int, rng: random.Random) -> Iterator[Record]:
    prose = Prose(rng.randrange(10_000))
    for n in range(1, STATEMENTS + 1):
        statement = f"q-{question}-{n}"
        yield _record(review, "answer", statement, "answer", rng.choice([True, "unknown"]))
        yield _record(review, "answer", statement, "wording", prose.plain_phrase())
        yield _record(review, "answer", statement, "evidence", prose.plain_phrase())
    yield _record(review, "conclusion", f"q-{question}", "state", "discussed")
    yield _record(review, "conclusion", f"q-{question}", "text", prose.plain_phrase())


def _action(review: str, number: int, rng: random.Random) -> Iterator[Record]:
    day = f"20{rng.randint(20, 40)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    values = {
        "question": f"q-{number % QUESTIONS + 1}",
        "what": f"Do thing {number}",
        "owner": "Chair",
        "dueOn": day,
    }
    for field, value in values.items():
        yield _record(review, "action", f"action-{number}", field, value)


def _opening(page: Page, slowdown: int, runs: int) -> Iterator[Row]:
    times, tasks = [], []
    for _ in range(runs):
        page.goto(page.url)
        times.append(page.evaluate("benchmark.shown()"))
        tasks.append(_longest(page, 0))
    time = median(times)
    yield _timed(slowdown, "page opened until everything is shown", time, MOST_TO_SHOW)
    yield _task_row(slowdown, "longest task while opening, of all runs", max(tasks))


def _save(page: Page, what: str, copy: Path, runs: int) -> float:
    """Save a copy, and return how long it takes until the page says that it is saved."""
    times: list[float] = []
    for _ in range(runs):
        page.goto(page.url)
        page.evaluate("benchmark.shown()")
        act = f"benchmark.until(() => document.querySelector('[data-act={COPIES[what]}]').click(), '{SAVED}')"
        with page.expect_download() as downloading:
            times.append(page.evaluate(act))
        downloading.value.save_as(copy)
    assert len(json.loads(copy.read_text())["reviews"]) == (
        1 if COPIES[what] == "save" else EARLIER_REVIEWS + 1
    )
    return median(times)


def _load(page: Page, copy: Path) -> float:
    """Return how long the page takes to show what the copy holds, and then to take it in."""
    looking = page.evaluate_handle(
        f"""() => {{
            const input = document.querySelector("[data-module='review/load'] input[type=file]");
            const once = {{ once: true }};
            const started = new Promise((resolve) => input.addEventListener("change", resolve, once));
            return {{ time: started.then(() => benchmark.until(() => {{}}, `{PREVIEWED}`)) }};
        }}"""
    )
    page.locator("[data-module='review/load'] input[type=file]").set_input_files(copy)
    looked: float = page.evaluate("(looking) => looking.time", looking)
    press = "document.querySelector('[data-act=keep]').click()"
    taken: float = page.evaluate(f"benchmark.until(() => {press}, '{LOADED}')")
    return looked + taken


def _longest(page: Page, start: float) -> float:
    page.wait_for_timeout(PAUSE)
    milliseconds: float = page.evaluate("(from) => benchmark.longest(from)", start)
    return milliseconds


def _pace(slowdown: int) -> str:
    size = f"{QUESTIONS * STATEMENTS:,} statements, {ACTIONS} actions, {EARLIER_REVIEWS} earlier reviews"
    return f"{size}, CPU {slowdown} times slower" if slowdown > 1 else f"{size}, normal speed"


def _timed(slowdown: int, what: str, milliseconds: float, most: int) -> Row:
    limit = f"at most {most:,} ms"
    met = milliseconds <= most
    return Row(f"{_pace(slowdown)}: {what}", whole(milliseconds, "ms"), limit=limit, met=met)


def _moved(slowdown: int, what: str, milliseconds: float) -> Row:
    return _timed(slowdown, what, milliseconds, MOST_TO_MOVE)


def _task_row(slowdown: int, what: str, milliseconds: float) -> Row:
    figure = whole(milliseconds, "ms") if milliseconds else "none over 50 ms"
    return Row(
        f"{_pace(slowdown)}: {what}",
        figure,
        limit=f"at most {LONGEST_TASK} ms",
        met=milliseconds <= LONGEST_TASK,
    )
