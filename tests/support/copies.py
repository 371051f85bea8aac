"""Saved copies made up for the tests, and how a person saves and loads one."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Locator, expect

from tests.support import database, words, words_review
from tests.support.guide import Guide, Question
from tests.support.person import Person

Json = Any
EARLIER = 1_750_000_000_000  # milliseconds since 1970, in June 2025
FORMAT = "digital-questions-for-boards/review"
REVIEW = "review/"


def record(kind: str, id: str, field: str, value: Json, changed_at: Json = EARLIER) -> dict[str, Json]:
    return {"kind": kind, "id": id, "field": field, "value": value, "changedAt": changed_at}


def review(id: str, *records: dict[str, Json], whose: str = "mine") -> dict[str, Json]:
    return {"id": id, "records": [record("review", "", "whose", whose), *records]}


def copy(made_with: Guide, /, *reviews: dict[str, Json], **changes: Json) -> str:
    """Return the text of a copy, with some of its keys changed or added."""
    head = {
        "format": FORMAT,
        "version": 1,
        "guide": made_with.id,
        "edition": "2026-11",
        "reviews": list(reviews),
    }
    return json.dumps(head | changes)


def part(person: Person, heading: str) -> Locator:
    """A part of the paper, by its heading: the inner one, where parts hold others."""
    head = person.page.get_by_role("heading", name=heading, exact=True)
    return person.page.get_by_role("article").locator("section").filter(has=head).last


def about(person: Person, question: Question) -> Locator:
    """What the paper says of a question."""
    return part(person, f"{question.number}. {question.ask}")


def choose(person: Person, text: str | bytes | Path) -> None:
    """Choose a file of this text, or the file itself."""
    field = person.page.get_by_label(words_review.FILE, exact=True)
    if isinstance(text, Path):
        return field.set_input_files(text)
    content = text.encode() if isinstance(text, str) else text
    return field.set_input_files(FilePayload(name="copy.json", mimeType="application/json", buffer=content))


def preview(person: Person) -> Locator:
    heading = person.page.get_by_role("heading", name=words_review.HOLDS, exact=True)
    return person.page.locator("[data-preview]").filter(has=heading)


def look_at(person: Person, text: str | bytes | Path) -> Locator:
    """Choose a copy that can be read, and return what the page says of it."""
    choose(person, text)
    expect(preview(person)).to_be_visible()
    return preview(person)


def load(person: Person, text: str | bytes | Path, button: str = words_review.KEEP) -> None:
    look_at(person, text)
    person.button(button).click()
    person.expect_announced("loaded")


def undo(person: Person) -> None:
    """Undo the loading: the only undo in sight."""
    person.button(words.UNDO).click()
    person.expect_announced("load-undone")


def download(person: Person, button: str) -> bytes:
    """Press a button that saves a file, and return what is in it."""
    with person.page.expect_download() as downloading:
        person.button(button).click()
    return Path(downloading.value.path()).read_bytes()


def dump(person: Person) -> list[database.Record]:
    """Return everything that the browser holds."""
    return database.read(person.page)


def contents(person: Person) -> dict[tuple[str, ...], Json]:
    """Return everything that the browser holds, without when it was written."""
    return {
        (r["review"], r["kind"], r["id"], r["field"]): r["value"]
        for r in dump(person)
        if r["value"] is not None
    }


def put(person: Person, *reviews: dict[str, Json], opened: str | None = None) -> None:
    """Store reviews behind the page's back, note which was open last (unless told, the first), show it."""
    person.open_ready(REVIEW)
    records = [{"review": r["id"], **record} for r in reviews for record in r["records"]]
    shown = opened or reviews[0]["id"]
    whose = next(r["value"] for r in records if (r["review"], r["field"]) == (shown, "whose"))
    device = {"review": "", **record("device", "", whose, shown)}
    database.write(person.page, *records, device)
    person.open_ready(REVIEW)


def wait_for(person: Person, kind: str, field: str, value: Json) -> None:
    """Wait until the browser holds a value. The review page says nothing of it."""

    def holds(records: list[database.Record]) -> bool:
        return any((r["kind"], r["field"], r["value"]) == (kind, field, value) for r in records)

    database.wait_until(person.page, holds)
