"""What leaves the browser: a copy, a spreadsheet, a calendar, rich and plain text, and a box for text."""

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import html5lib  # type: ignore[import-untyped]
import icalendar
import pytest
from playwright.sync_api import Locator, expect

from tests.support import clipboard, copies, words_review, writing
from tests.support.copies import record
from tests.support.guide import Guide, Question
from tests.support.person import NewPerson, Person
from tests.support.tiers import one_of

LINES = "First line\nSecond line"


def filled(guide: Guide) -> dict[str, Any]:
    question = guide.questions[0]
    statement = question.statements[0]
    return copies.review(
        "r1",
        record("review", "", "name", "Away-day"),
        record("review", "", "reviewAgainOn", "2027-05-20"),
        record("answer", statement.id, "answer", True),
        record("answer", statement.id, "evidence", LINES),
        record("conclusion", question.id, "text", "=1+1"),
        record("conclusion", question.id, "state", "discussed"),
        record("action", "a", "what", "Invite a team; with users, too"),
        record("action", "a", "owner", "Chief nurse"),
        record("action", "a", "dueOn", "2027-02-28"),
        record("action", "a", "question", question.id),
        record("action", "b", "what", "No date"),
        record("action", "c", "what", "Done already"),
        record("action", "c", "dueOn", "2026-01-31"),
        record("action", "c", "done", True),
        whose="board",
    )


@pytest.fixture
def keeper(new_person: NewPerson, guide: Guide) -> Person:
    person = new_person(permissions=clipboard.PERMISSIONS)
    copies.put(person, filled(guide))
    return person


def box(person: Person) -> Locator:
    return person.page.get_by_label(words_review.BOX, exact=True)


def test_a_copy_holds_the_open_review_and_a_copy_of_all_holds_all(keeper: Person) -> None:
    saved = copies.download(keeper, words_review.SAVE)
    keeper.expect_announced("copy-saved")
    keeper.button(words_review.BEGIN_MINE).click()
    expect(keeper.radio(words_review.OWN_ANSWERS)).to_be_checked()
    assert [review["id"] for review in json.loads(saved)["reviews"]] == ["r1"]
    assert len(json.loads(copies.download(keeper, words_review.SAVE_ALL))["reviews"]) == 2
    keeper.radio(f"{words_review.BOARD_ANSWERS}: Away-day").check()
    assert len(json.loads(copies.download(keeper, words_review.SAVE))["reviews"]) == 1


def test_the_file_is_named_by_the_organisation_or_the_guide_the_review_and_the_day(
    keeper: Person, guide: Guide
) -> None:
    today = keeper.page.evaluate("new Date().toLocaleDateString('sv')")

    def saved_as() -> str:
        with keeper.page.expect_download() as downloading:
            keeper.button(words_review.SAVE).click()
        return downloading.value.suggested_filename

    assert saved_as() == f"{guide.id}-away-day-{today}.json"
    keeper.page.get_by_label(words_review.ORGANISATION, exact=True).fill(" St. Example's / NHS: Trust? ")
    keeper.expect_saved()
    assert saved_as() == f"st-example-s-nhs-trust-away-day-{today}.json"


@pytest.mark.full
def test_the_copy_is_shown_as_text_the_same_as_in_the_file(keeper: Person) -> None:
    saved = copies.download(keeper, words_review.SAVE).decode()
    keeper.button(words_review.SHOW_TEXT).click()
    expect(box(keeper)).to_be_focused()
    assert box(keeper).input_value() == saved
    assert box(keeper).evaluate("box => box.selectionEnd - box.selectionStart") == len(saved)


@pytest.mark.full
def test_the_text_goes_through_an_email_and_is_pasted_elsewhere(
    keeper: Person, new_person: NewPerson
) -> None:
    keeper.button(words_review.SHOW_TEXT).click()
    other = new_person().open_ready(copies.REVIEW)
    pasted = box(keeper).input_value().replace("\n", "\r\n")
    other.page.get_by_label(words_review.PASTED, exact=True).fill(pasted)
    other.button(words_review.LOOK).click()
    other.button(words_review.KEEP).click()
    other.expect_announced("loaded")
    expect(other.page.get_by_role("article")).to_contain_text("Second line")


def rows_of(saved: bytes) -> list[list[str]]:
    text = saved.decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.full
def test_the_spreadsheet_has_a_row_for_each_statement(keeper: Person, guide: Guide) -> None:
    rows = rows_of(copies.download(keeper, words_review.CSV))
    assert len(rows[1:]) == len(guide.statements)
    assert rows[1][3:5] == ["Ticked", LINES]
    assert "'=1+1" in rows[1]


@pytest.mark.full
def test_the_action_log_is_a_file_of_its_own(keeper: Person) -> None:
    with keeper.page.expect_download() as downloading:
        keeper.button(words_review.ACTIONS_CSV).click()
    assert "-actions-" in downloading.value.suggested_filename
    rows = rows_of(Path(downloading.value.path()).read_bytes())
    assert rows[0] == ["Source", "Issue", "Action", "Lead", "Timing", "Summary", "Status"]
    assert [row[2] for row in rows[1:]] == [
        "Done already",
        "Invite a team; with users, too",
        "No date",
    ]


@pytest.mark.full
def test_the_calendar_has_what_is_due_and_the_next_review(keeper: Person) -> None:
    calendar = icalendar.Calendar.from_ical(copies.download(keeper, words_review.CALENDAR))
    keeper.expect_announced("dates-saved", count=2)
    found = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in calendar.walk("VEVENT")}
    assert found == {
        "Invite a team; with users, too": datetime.date(2027, 2, 28),
        "Next digital review": datetime.date(2027, 5, 20),
    }


@pytest.mark.full
@pytest.mark.parametrize("zone", one_of(["Pacific/Auckland", "America/Los_Angeles"]))
@pytest.mark.parametrize("time", one_of([datetime.time(0, 30), datetime.time(23, 30)]))
def test_a_day_is_the_same_wherever_it_is_written_and_read(
    new_person: NewPerson, question: Question, zone: str, time: datetime.time
) -> None:
    """In UTC each time is on another day in one of the zones, and in Auckland clocks change on this day."""
    today = datetime.date(2026, 9, 27)
    person = new_person(timezone_id=zone)
    person.page.clock.set_fixed_time(datetime.datetime.combine(today, time, ZoneInfo(zone)))
    person.open_ready(question.url)
    writing.add_action(person, "Ask", due=today.isoformat())
    person.open_ready(copies.REVIEW)
    actions = copies.part(person, words_review.ACTIONS)
    expect(actions).to_contain_text("27 September 2026")
    expect(actions.get_by_text(words_review.OVERDUE, exact=True)).to_be_hidden()
    assert "20260927" in copies.download(person, words_review.CALENDAR).decode()
    assert today.isoformat() in copies.download(person, words_review.ACTIONS_CSV).decode()
    with person.page.expect_download() as saving:
        person.button(words_review.SAVE).click()
    assert today.isoformat() in saving.value.suggested_filename


@pytest.mark.full
def test_an_action_of_several_lines_or_without_words_has_a_title_of_one_line(person: Person) -> None:
    records = [record("action", id, "dueOn", "2027-02-28") for id in ("a", "b")]
    records += [record("action", "a", "what", LINES), record("action", "b", "owner", "Chair")]
    copies.put(person, copies.review("r1", *records))
    calendar = icalendar.Calendar.from_ical(copies.download(person, words_review.CALENDAR))
    found = {str(event["SUMMARY"]): str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT")}
    assert found == {"First line Second line": LINES, "Action": "Chair"}


@pytest.mark.full
def test_without_dates_the_calendar_says_so(person: Person) -> None:
    copies.put(person, copies.review("r1", record("review", "", "name", "Begun")))
    person.button(words_review.CALENDAR).click()
    person.expect_announced("no-dates")


def read_html(person: Person) -> Any:
    return html5lib.parse(clipboard.html_of(person), namespaceHTMLElements=False)


def texts(tree: Any, *names: str) -> list[str]:
    return [" ".join("".join(found.itertext()).split()) for name in names for found in tree.iter(name)]


@pytest.mark.full
def test_rich_text_has_headings_and_tables_and_nothing_that_is_only_drawn(
    keeper: Person, guide: Guide
) -> None:
    keeper.button(words_review.COPY_RICH).click()
    keeper.expect_announced("copied")
    tree = read_html(keeper)
    heads = texts(tree, "h2", "h3")
    assert heads[0].startswith(words_review.BOARD_ANSWERS)
    assert "Away-day" in heads[0]
    assert words_review.OWN_HEADING not in heads[0]
    discussed, *others = [f"{question.number}. {question.ask}" for question in guide.questions]
    assert discussed in texts(tree, "h4")
    assert all(other in "".join(texts(tree, "p")) for other in others)
    assert [table.get("border") for table in tree.iter("table")] == ["1"]
    assert words_review.PARKED not in heads
    assert texts(tree, "script", "svg", "button", "input", "template") == []
    assert "Invite a team; with users, too" in texts(tree, "td")


@pytest.mark.full
def test_the_lines_of_a_note_stay_apart_in_rich_text(keeper: Person) -> None:
    """Word takes a line feed for a space."""
    keeper.button(words_review.COPY_RICH).click()
    keeper.expect_announced("copied")
    html = clipboard.html_of(keeper)
    between = html.split("First line")[1].split("Second line")[0]
    assert "<br" in between or "<p" in between or "white-space: pre" in html


@pytest.mark.full
def test_a_note_starts_on_a_line_of_its_own_in_rich_text(keeper: Person) -> None:
    keeper.button(words_review.COPY_RICH).click()
    keeper.expect_announced("copied")
    before = clipboard.html_of(keeper).split("First line")[0]
    assert before.endswith("<br>")


@pytest.mark.full
def test_plain_text_has_everything_that_was_written(keeper: Person, guide: Guide) -> None:
    keeper.button(words_review.COPY_TEXT).click()
    keeper.expect_announced("copied")
    text = clipboard.text_of(keeper)
    for part in (
        "Away-day",
        "First line",
        "Second line",
        "=1+1",
        "Invite a team; with users, too",
        "Chief nurse",
    ):
        assert part in text
    assert keeper.said("status-discussed").search(text)
    assert all(statement.text in text for statement in guide.questions[0].statements)
    assert all(question.ask in text for question in guide.questions)


@pytest.mark.full
@pytest.mark.parametrize("button", [words_review.COPY_RICH, words_review.COPY_TEXT])
def test_where_copying_is_blocked_a_box_has_the_text(
    new_person: NewPerson, guide: Guide, button: str
) -> None:
    person = new_person(clipboard.BLOCKED)
    copies.put(person, filled(guide))
    person.button(button).click()
    person.expect_announced("copy-blocked")
    expect(box(person)).to_be_focused()
    assert "Invite a team; with users, too" in box(person).input_value()


@pytest.mark.full
def test_saving_changes_no_answer(keeper: Person) -> None:
    before = [r for r in copies.dump(keeper) if r["review"]]
    for button in (words_review.SAVE, words_review.CSV, words_review.ACTIONS_CSV, words_review.CALENDAR):
        copies.download(keeper, button)
    assert [r for r in copies.dump(keeper) if r["review"]] == before
