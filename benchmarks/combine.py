"""Times bringing the answers of a whole board together: their codes in a chat, found, counted and shown."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect

from benchmarks.browser import browser
from benchmarks.build import build
from benchmarks.project import STATEMENTS, add_page, write_guide
from benchmarks.server import serve
from benchmarks.table import Row, whole

PROBE = Path(__file__).parent / "review-probe.js"
QUESTIONS = 40
MEMBERS = 30
SLOWDOWNS = (1, 4)
MOST = 100  # milliseconds
ADDRESS = "away-day/combine/"
PAGE = ("away-day/combine.md", "Bring answers together", "# Bring answers together\n\n{{ combine() }}\n")
# The same codes each time: https://en.wikipedia.org/wiki/Linear_congruential_generator
CHAT = """async ([home, members]) => {
    const { encode, group } = await import(`${home}assets/js/codes/code.js`);
    const { questionsIn } = await import(`${home}assets/js/page/questions.js`);
    const { fingerprint } = document.querySelector("[data-fingerprint]").dataset;
    const questions = questionsIn(document);
    const answered = new Set(questions.map(({ id }) => id));
    let seed = 1;
    const chance = () => (seed = (seed * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
    const answerOf = ({ id }) => [id, [true, "unknown", null][Math.floor(chance() * 3)]];
    const codes = Array.from({ length: members }, () => {
        const answers = new Map(questions.flatMap(({ statements }) => statements).map(answerOf));
        return group(encode({ fingerprint, questions }, { answers, answered }));
    });
    return codes.map((code) => `Good evening, my code is ${code}. See you on Thursday.`).join("\\n");
}"""
# The page's own modules, which its views have loaded already.
COMBINE = """async ([home, chat]) => {
    const names = ["members/counts", "codes/collect", "page/questions"];
    const modules = await Promise.all(names.map((name) => import(`${home}assets/js/${name}.js`)));
    const [{ additionChanges, tally }, { collectCodes }, { questionsIn }] = modules;
    const { fingerprint } = document.querySelector("[data-fingerprint]").dataset;
    const questions = questionsIn(document);
    const start = performance.now();
    const found = await collectCodes(chat, { fingerprint, questions }, () => []);
    const counts = tally(found.map(({ set }) => set), questions);
    const changes = additionChanges(() => null, questions, { counts, codes: found.map(({ hash }) => hash) });
    return [performance.now() - start, found.length, changes.length];
}"""
FIND = "document.querySelector('[data-act=look]').click()"
FOUND = "[data-preview] [data-act=add]:not([hidden])"
ADD = "document.querySelector('[data-act=add]').click()"
SHOWN = "[data-filled]:not([hidden])"


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    project = write_guide(folder / "combine", QUESTIONS)
    add_page(project, *PAGE)
    build(project)
    rows: list[Row] = []
    with serve(project / "site", folder / "combine-server") as server:
        for slowdown in SLOWDOWNS:
            print(f"combine: CPU {slowdown} times slower", file=sys.stderr)
            with browser(folder / f"combine-profile-{slowdown}") as context:
                page = context.pages[0]
                page.add_init_script(path=PROBE)
                context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
                rows += _combining(page, server.address, slowdown, runs)
    return rows


def _combining(page: Page, home: str, slowdown: int, runs: int) -> Iterator[Row]:
    _open(page, home + ADDRESS)
    page.locator("[data-act=open-board]").click()
    chat = page.evaluate(CHAT, [home, MEMBERS])
    combined, found, added = [], [], []
    for _ in range(runs):
        _open(page, home + ADDRESS)
        combined.append(_combine(page, home, chat))
        page.locator("#codes--text").fill(chat)
        found.append(page.evaluate(f"benchmark.until(() => {FIND}, `{FOUND}`)"))
        added.append(page.evaluate(f"benchmark.until(() => {ADD}, `{SHOWN}`)"))
        assert page.locator("[data-answered]").first.inner_text().endswith(f"{MEMBERS} people")
        _start_again(page)
    yield _row(slowdown, f"{MEMBERS} codes in a chat found, read and counted", median(combined), limited=True)
    yield _row(slowdown, "the same on the page: pasted text to the question whether to add", median(found))
    yield _row(slowdown, "the same on the page: from yes to the first counts shown", median(added))


def _combine(page: Page, home: str, chat: str) -> float:
    milliseconds, people, changes = page.evaluate(COMBINE, [home, chat])
    assert (people, changes) == (MEMBERS, QUESTIONS * STATEMENTS + 1)
    time: float = milliseconds
    return time


def _open(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("[data-module]:not([data-mounted])")).to_have_count(0, timeout=30_000)


def _start_again(page: Page) -> None:
    page.locator("[data-act=again]").click()
    page.locator("[data-act=again-confirmed]").click()
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator("[data-module='checklist/saved'] [data-state]")).to_contain_text("Saved")


def _row(slowdown: int, what: str, milliseconds: float, *, limited: bool = False) -> Row:
    pace = f"CPU {slowdown} times slower" if slowdown > 1 else "normal speed"
    name = f"{QUESTIONS * STATEMENTS:,} statements, {pace}: {what}"
    if not limited:
        return Row(name, whole(milliseconds, "ms"))
    return Row(name, whole(milliseconds, "ms"), limit=f"at most {MOST} ms", met=milliseconds <= MOST)
