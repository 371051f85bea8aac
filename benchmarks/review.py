"""Times a full review page: opening it, saving a copy of everything, loading that elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.browser import SLOWDOWNS, opened, people
from benchmarks.table import Row
from tests.support import copies, words_review
from tests.support.copies import record
from tests.support.guide import Guide, read_guide
from tests.support.person import Person
from tests.support.serving import Served

QUESTIONS, ACTIONS, REVIEWS = 200, 500, 11
MOST_TO_SHOW, MOST_TO_MOVE = 1000, 2000  # milliseconds
TEXT = "On an ordinary day 2 teams watched patients and carers use the booking service, and wrote it down."


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    rows = []
    for words, person in people(folder / "review", QUESTIONS, "review"):
        guide = read_guide(folder / "review/project")
        full = [*_records(guide)]
        copies.put(person, *(copies.review(f"review-{n:02}", *full, whose="board") for n in range(REVIEWS)))
        shown = []
        for _ in range(runs):
            person.reload()
            shown.append(person.page.evaluate("shown"))
        size = f"{len(guide.statements):,} statements, {ACTIONS} actions, {REVIEWS} reviews{words}"
        rows.append(Row(f"{size}: page load to everything shown", median(shown), most=MOST_TO_SHOW))
        start = perf_counter()
        file = folder / f"copy-{len(rows)}.json"
        file.write_bytes(copies.download(person, words_review.SAVE_ALL))
        rows.append(Row(f"{size}: saving a copy of all", _since(start), most=MOST_TO_MOVE))
        loaded = _load(folder / f"elsewhere-{len(rows)}", person.home, file, SLOWDOWNS[words])
        rows.append(Row(f"{size}: loading it elsewhere", loaded, most=MOST_TO_MOVE))
    return rows


def _load(profile: Path, home: str, file: Path, slowdown: int) -> float:
    with opened(profile, slowdown) as page:
        person = Person(page, Served(home, home)).open_ready(copies.REVIEW)
        start = perf_counter()
        copies.load(person, file)
        return _since(start)


def _since(start: float) -> float:
    return (perf_counter() - start) * 1000


def _records(guide: Guide) -> Iterator[dict[str, Any]]:
    """Yield what stands in a full review."""
    for n, statement in enumerate(guide.statements):
        yield record("answer", statement.id, "answer", True if n % 2 else "unknown")
        yield record("answer", statement.id, "wording", statement.text)
        yield record("answer", statement.id, "evidence", TEXT)
    for question in guide.questions:
        yield record("conclusion", question.id, "state", "discussed")
        yield record("conclusion", question.id, "text", TEXT)
    for n in range(ACTIONS):
        values = {"question": guide.questions[n % QUESTIONS].id, "what": f"{n}. {TEXT}", "owner": "Chair"}
        yield from (record("action", f"action-{n}", field, value) for field, value in values.items())
