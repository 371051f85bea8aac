"""Times the room view: from a press to the next question on the screen."""

from pathlib import Path
from statistics import quantiles

from benchmarks.browser import people
from benchmarks.table import Row
from tests.support import in_the_room

QUESTIONS, MOVES = 200, 40
MOST = 50  # milliseconds
NEXT = "until(() => document.querySelector('[data-act=next]').click(), 'body')"


def measure(folder: Path, _runs: int) -> list[Row]:
    """Return the rows of this group."""
    rows = []
    for words, person in people(folder / "room", QUESTIONS, "away-day/room"):
        person.page.set_viewport_size({"width": 1920, "height": 1080})
        in_the_room.enter(person)
        times: list[float] = [person.page.evaluate(NEXT) for _ in range(MOVES)]
        slow = quantiles(times, n=20)[-1]
        rows.append(Row(f"{QUESTIONS} questions{words}: next question, 95 of 100", slow, most=MOST))
    return rows
