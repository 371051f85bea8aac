"""What leaves for a spreadsheet, a calendar or an email arrives whole, and does nothing there by itself."""

import csv
import io
import random
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import icalendar
import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server
from tests.support.short_reviews import GUIDE, NOW, READER

SEED = 20261122
FIELDS: list[list[Json]] = [
    ["review", "", "name", "Away-day"],
    ["review", "", "organisation", "An example trust"],
    ["review", "", "present", "Chair\nChief nurse"],
    ["review", "", "aim", "Agree what is first"],
    ["review", "", "heldOn", "2026-11-22"],
    ["review", "", "reviewAgainOn", "2027-05-22"],
    ["conclusion", "users", "state", "discussed"],
    ["conclusion", "users", "text", "We do not.\nNot yet."],
    ["answer", "users-a", "answer", True],
    ["answer", "users-a", "evidence", '=HYPERLINK("http://a.org")'],
    ["answer", "users-b", "answer", "unknown"],
    ["answer", "users-b", "wording", "Another, older statement"],
    ["answer", "gone", "answer", True],
    ["answer", "gone", "wording", "We were there"],
    ["conclusion", "money", "parked", True],
    ["conclusion", "gone-too", "text", "We agreed"],
    ["action", "x", "what", "Watch a clinic"],
    ["action", "x", "owner", "Chief nurse"],
    ["action", "x", "dueOn", "2026-11-01"],
    ["action", "x", "question", "users"],
    ["action", "y", "what", "-5"],
]
# "~" stands for a line feed inside a cell.
GOLDEN_CSV = """\
no.,question,statement,answer,evidence,wording,state,conclusion,parked
1,Do we know our users?,Statement a,ticked,"'=HYPERLINK(""http://a.org"")",,discussed,"We do not.~Not yet.",
1,Do we know our users?,Statement b,unknown,,"Another, older statement",,,
1,Do we know our users?,Statement c,notTicked,,,,,
1,Do we know our users?,Statement d,notTicked,,,,,
1,Do we know our users?,Statement e,notTicked,,,,,
2,Do we know our money?,Money,notAnswered,,,not-started,,parked
3,Do we know our staff?,Staff,notAnswered,,,not-started,,
,notInGuide,We were there,ticked,,,,,
,notInGuide: gone-too,,,,,,We agreed,
"""
GOLDEN_ACTIONS = """\
source,issue,action,lead,timing,summary,status
"Away-day, 2026-11-22",Do we know our users?,Watch a clinic,Chief nurse,2026-11-01,,overdue
"Away-day, 2026-11-22",,'-5,,,,open
"""
GOLDEN_TEXT = """\
Away-day
organisation: An example trust
heldOn: day 2026-11-22
present: Chair
    Chief nurse
aim: Agree what is first

1. Do we know our users?
discussed
ticked: 1, unknown: 1, notTicked: 3
tickedMark Statement a
    evidence: =HYPERLINK("http://a.org")
unknownMark Statement b
    wording: Another, older statement
notTickedMark Statement c
notTickedMark Statement d
notTickedMark Statement e
conclusion: We do not.
    Not yet.

actions
1. overdue: Watch a clinic
    owner: Chief nurse
    dueOn: day 2026-11-01
    1. Do we know our users?
2. open: -5

parked
2. Do we know our money?

left
3. Do we know our staff?

notInGuide
tickedMark We were there
gone-too
    conclusion: We agreed

reviewAgainOn: day 2027-05-22
"""
# Every label is its own name, so that a missing one shows.
LABELS = """const written = { day: (day) => `day ${day}`, statusName: (status) => status };
const labels = new Proxy({ number: "no.", ...written }, {
    get: (own, name) => (Object.hasOwn(own, name) ? own[name] : name),
});"""
EXPORT = f"""({{ reportOf, ...files }}, name, reviews, guide) => reviews.map((fields) => {{
    {READER} {LABELS}
    const report = reportOf(readerOf(fields), guide, "2026-11-22");
    return {{ report, text: files[name](report, labels) }};
}})"""
CALENDAR = "({ toCalendar }, lists, from) => lists.map((items) => toCalendar(items, from))"
FORMULA = re.compile(r"\s*[=+\-@\t\r]")


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def export(modules: Modules, name: str, *reviews: list[list[Json]]) -> list[Json]:
    found: list[Json] = modules.run("report/report files/csv files/text", EXPORT, name, reviews, GUIDE)
    return found


def made_up(seed: int) -> list[list[Json]]:
    """Return a review of which many fields are about this guide."""
    rng = random.Random(seed)
    return [[each["kind"], each["id"], each["field"], each["value"]] for each in generated.records(rng, 80)]


def test_a_review_as_a_spreadsheet(modules: Modules) -> None:
    for name, golden in (("toCsv", GOLDEN_CSV), ("actionsToCsv", GOLDEN_ACTIONS)):
        [found] = export(modules, name, FIELDS)
        assert found["text"] == "\ufeff" + golden.replace("\n", "\r\n").replace("~", "\n")


MEMBERS: list[list[Json]] = [
    ["combined", "users-a", "counts", {"ticked": 7, "notTicked": 3, "unknown": 2}],
    ["combined", "users-b", "counts", {"ticked": 1, "notTicked": 0, "unknown": 0}],
]


def test_members_counts_stand_in_columns_of_their_own_and_one_person_s_answer_does_not(
    modules: Modules,
) -> None:
    [found] = export(modules, "toCsv", [*FIELDS, *MEMBERS])
    head, first, second, *_ = csv.reader(io.StringIO(found["text"], newline=""))
    assert head[9:] == ["members: ticked", "members: unknown", "members: notTicked"]
    assert [first[9:], second[9:]] == [["7", "2", "3"], ["", "", ""]]


def test_members_counts_stand_below_a_statement_in_the_text(modules: Modules) -> None:
    [found] = export(modules, "toText", [*FIELDS, *MEMBERS])
    assert found["text"].count("members: ") == 1
    assert "\n    members: ticked: 7, unknown: 2, notTicked: 3\n" in found["text"]


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "  =",
        "\u00a0-",
        "\u200b=",
        "\ufeff@",
        "\r\n+",
        "\x00=",
        "\uff1d",
        "\uff0d",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(modules: Modules, start: str) -> None:
    [found] = export(modules, "toCsv", [["answer", "users-a", "evidence", f"{start}1+1"]])
    assert "=1+1" not in evidence_in(found)[:4]
    assert evidence_in(found).startswith("'")
    assert evidence_in(found).replace("'", "") == f"{start}1+1".replace("\r\n", "\n").replace("\r", "\n")


def evidence_in(found: Json) -> str:
    """Return what was seen of the first statement, as a spreadsheet shows it."""
    return list(csv.reader(io.StringIO(found["text"].removeprefix("\ufeff"), newline="")))[1][4]


@pytest.mark.parametrize("typed", ["a;=1+1", "a;\u200b-1", "a\n@SUM(A1)", "a\t=1", "a; +1"])
def test_a_cell_starts_nothing_where_a_semicolon_parts_cells(modules: Modules, typed: str) -> None:
    """Our commas and quotation marks are text there, so that a line feed ends a row even inside a cell."""
    [found] = export(modules, "toCsv", [["answer", "users-a", "evidence", typed]])
    for row in found["text"].splitlines():
        assert not [cell for cell in re.split("[;\t]", row) if FORMULA.match(cell)]
    assert evidence_in(found).replace("'", "") == typed


VALUES = ["1/2", "3-4", "007", "1e5", "1E+05", "TRUE", "false", "12 %", "£1,000", "9:30", "10:15 pm", "1 1/2"]
VALUES += ["May 2026", "12 Jan", "1-Mar", "SEPT2", "(5)", "07700 900123", "2026-11-22", "1.10", "3\u20134"]


@pytest.mark.parametrize("typed", VALUES)
def test_a_text_that_a_spreadsheet_would_take_for_a_number_or_a_day_stays_a_text(
    modules: Modules, typed: str
) -> None:
    [found] = export(modules, "toCsv", [["answer", "users-a", "evidence", typed]])
    assert evidence_in(found) == f"'{typed}"


@pytest.mark.parametrize("typed", ["12 clinics", "May", "Q3", "about 5%", "the 1st of May", "A1", "5 days"])
def test_other_words_and_numbers_are_as_they_were_typed(modules: Modules, typed: str) -> None:
    [found] = export(modules, "toCsv", [["answer", "users-a", "evidence", typed]])
    assert evidence_in(found) == typed


def test_no_cell_of_any_review_is_run_and_every_row_is_whole(modules: Modules) -> None:
    reviews = [made_up(SEED + n) for n in range(200)]
    tables, logs = (export(modules, name, *reviews) for name in ("toCsv", "actionsToCsv"))
    for table, log in zip(tables, logs, strict=True):
        orphans, questions = table["report"]["orphans"], table["report"]["questions"]
        statements = sum(len(question["statements"]) for question in questions)
        with_members = any(s["members"] for q in questions for s in q["statements"])
        expect_rows(
            table["text"],
            1 + statements + len(orphans["answers"]) + len(orphans["conclusions"]),
            12 if with_members else 9,
        )
        expect_rows(log["text"], 1 + len(log["report"]["actions"]), 7)


def expect_rows(text: str, count: int, width: int) -> None:
    as_file = text.encode("utf-8", "replace").decode("utf-8-sig")
    assert not re.search(r"(?<!\r)\n", re.sub(r'"[^"]*"', "", as_file))
    rows = list(csv.reader(io.StringIO(as_file, newline=""), strict=True))
    assert [len(row) for row in rows] == [width] * count
    assert not [cell for row in rows for cell in row if FORMULA.match(cell)]


def test_a_review_as_text(modules: Modules) -> None:
    [found] = export(modules, "toText", FIELDS)
    assert found["text"] == GOLDEN_TEXT


def test_any_review_as_text_holds_every_word_that_was_typed(modules: Modules) -> None:
    for found in export(modules, "toText", *[made_up(SEED + n) for n in range(200)]):
        for question in found["report"]["questions"]:
            typed = [question["conclusion"], *[statement["evidence"] for statement in question["statements"]]]
            for word in " ".join(filter(None, typed)).split():
                assert word in found["text"]


def item(**changes: Json) -> Json:
    plain = {
        "uid": "x@guide",
        "title": "Act",
        "description": "Owner: chair",
        "on": "2026-11-22",
        "changedAt": NOW,
    }
    return {**plain, **changes}


def calendars(modules: Modules, *lists: list[Json]) -> list[str]:
    maker = {"productId": "-//Digital questions//Guide//EN", "now": NOW + 1999}
    texts: list[str] = modules.run("files/calendar", CALENDAR, lists, maker)
    return texts


def test_no_items_make_no_calendar(modules: Modules) -> None:
    assert calendars(modules, []) == [""]


def test_an_action_as_a_day_in_the_calendar(modules: Modules) -> None:
    [text] = calendars(modules, [item(title="Act; now, \\ or\nlater")])
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Digital questions//Guide//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:x@guide",
        "DTSTAMP:20261118T110641Z",
        "LAST-MODIFIED:20261118T110640Z",
        "DTSTART;VALUE=DATE:20261122",
        r"SUMMARY:Act\; now\, \\ or later",
        r"DESCRIPTION:Owner: chair",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def as_read(text: str) -> str:
    """Return what a calendar may show of a text: line ends are alike, other control characters are gone."""
    lines = re.sub(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text)
    return re.sub(r"[\ud800-\udfff]", "\ufffd", re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", lines))


def test_any_text_reaches_the_calendar_in_lines_of_75_octets(modules: Modules) -> None:
    texts = [*generated.TEXTS, "é" * 500, "😀" * 200, "a\\n;,:\\" * 50, "END:VEVENT\r\nBEGIN:VEVENT"]
    lists = [[item(title=text, description=text, on=day)] for text in texts for day in generated.DAYS]
    lists += [[item(changedAt=time)] for time in (0, -1, 2**53 - 1)]
    for items, written in zip(lists, calendars(modules, *lists), strict=True):
        octets = written.encode()
        assert max(map(len, octets.split(b"\r\n"))) <= 75
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", octets)
        [found] = icalendar.Calendar.from_ical(octets).walk("VEVENT")
        words = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", as_read(items[0]["title"])).split()
        assert "\n" not in str(found["SUMMARY"])
        assert str(found["SUMMARY"]).split() == words
        assert str(found["DESCRIPTION"]) == as_read(items[0]["description"])
        assert found.decoded("DTSTART") == date.fromisoformat(items[0]["on"])
        assert found.decoded("DTSTAMP") == datetime.fromtimestamp(NOW // 1000 + 1, UTC)
