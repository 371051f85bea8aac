"""Times bringing a board's answers together: their codes in a chat, found, counted and shown."""

from pathlib import Path
from statistics import median

from benchmarks.browser import people
from benchmarks.project import STATEMENTS
from benchmarks.table import Row
from tests.support import combining
from tests.support.guide import read_guide

QUESTIONS, MEMBERS = 40, 30
MOST = 100  # milliseconds
LOOK = "until(() => document.querySelector('[data-act=look]').click(), '[data-preview] [data-act=add]')"
ADD = "until(() => document.querySelector('[data-act=add]').click(), '[data-filled]:not([hidden])')"


def measure(folder: Path, runs: int) -> list[Row]:
    """Return the rows of this group."""
    rows = []
    for words, person in people(folder / "combine", QUESTIONS, "away-day/combine"):
        guide = read_guide(folder / "combine/project")
        combining.open_board(person)
        codes = combining.codes_of(person, guide, combining.members(guide, MEMBERS))
        found = []
        for _ in range(runs):
            person.reload()
            combining.box(person).fill("\n".join(f"My code is {code}. Until Thursday." for code in codes))
            found.append(person.page.evaluate(LOOK))
        size = f"{QUESTIONS * STATEMENTS} statements, {MEMBERS} codes{words}"
        rows.append(Row(f"{size}: found", median(found), most=MOST))
        rows.append(Row(f"{size}: then counted and shown", person.page.evaluate(ADD), most=MOST))
    return rows
