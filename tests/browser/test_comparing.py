"""What a person is told: before a file is taken in, between 2 reviews, and of one review as a whole."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server
from tests.support.short_reviews import GUIDE, NOW, READER, Fields

SECOND = 1000


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def record(kind: str, id: str, field: str, value: Json, at: int = NOW) -> Json:
    return {"review": "r", "kind": kind, "id": id, "field": field, "value": value, "changedAt": at}


def preview(modules: Modules, ours: list[Json], theirs: list[Json]) -> Json:
    others = [{**each, "review": "another"} for each in theirs]
    function = "({ preview }, ...given) => preview(...given)"
    counts = modules.run("files/import", function, ours, others, GUIDE, NOW)
    return {name: count for name, count in counts.items() if count}


def compare(modules: Modules, earlier: Fields, later: Fields) -> Json:
    function = f"""({{ compare }}, earlier, later, questions) => {{
        {READER}
        return compare(readerOf(earlier), readerOf(later), questions);
    }}"""
    found = modules.run("report/compare", function, earlier, later, GUIDE)
    return {name: value for name, value in found.items() if value}


def report(modules: Modules, *fields: list[Json], today: str = "2026-11-22") -> Json:
    function = (
        f"({{ reportOf }}, fields, ...given) => {{ {READER} return reportOf(readerOf(fields), ...given); }}"
    )
    return modules.run("report/report", function, list(fields), GUIDE, today)


A_TICK = record("answer", "users-a", "answer", True)
COUNTS = {"ticked": 1, "notTicked": 0, "unknown": 2}
WORDS = record("answer", "users-a", "evidence", "We saw it")
SEEN = 1337938177  # the fingerprint of that text


@pytest.mark.parametrize(
    ("ours", "theirs", "counts"),
    [
        ([], [], {}),
        ([], [A_TICK, WORDS], {"answers": 1, "texts": 1}),
        ([A_TICK], [WORDS], {"texts": 1}),
        ([], [A_TICK, record("answer", "users-a", "wording", "Statement a")], {"answers": 1}),
        ([A_TICK], [{**A_TICK, "changedAt": 5}], {"same": 1}),
        ([A_TICK], [{**A_TICK, "value": "unknown", "changedAt": NOW + 1}], {"newer": 1}),
        ([A_TICK], [{**A_TICK, "value": "unknown", "changedAt": NOW - 1}], {"older": 1}),
        ([A_TICK], [{**A_TICK, "value": None, "changedAt": NOW + 1}], {"newer": 1}),
        ([WORDS], [{**WORDS, "value": "Nothing", "changedAt": NOW - 1}], {"differ": 1}),
        ([WORDS], [{**WORDS, "value": "Nothing", "changedAt": NOW + 1}], {"differ": 1}),
        ([WORDS], [{**WORDS, "value": None, "changedAt": NOW + 1}], {"removed": 1}),
        ([WORDS], [{**WORDS, "value": None, "changedAt": NOW + 1, "seen": SEEN}], {"newer": 1}),
        ([], [{**A_TICK, "value": None}], {"same": 1}),
        ([A_TICK], [record("answer", "users-a", "wording", "Other", NOW + 1)], {"newer": 1}),
        ([], [record("action", "x", "what", "Act"), record("action", "x", "owner", "Chair")], {"texts": 1}),
        ([record("action", "x", "what", "Act")], [record("action", "x", "owner", "Chair")], {"newer": 1}),
        ([], [record("review", "", "whose", "mine"), record("review", "", "name", "July")], {"texts": 1}),
        ([], [record("answer", "gone", "answer", True)], {"answers": 1, "unknown": 1}),
        ([], [record("answer", "gone", "answer", None)], {"same": 1}),
        ([], [record("answer", "constructor", "answer", True)], {"answers": 1, "unknown": 1}),
        ([], [record("combined", "users-a", field, COUNTS) for field in ("counts", "hands")], {"added": 1}),
        ([], [record("combined", "", "codes", ["0a1b2c"])], {}),
        ([], [record("conclusion", "users-a", "text", "x")], {"texts": 1, "unknown": 1}),
        ([], [record("action", "x", "question", "gone")], {"added": 1, "unknown": 1}),
        ([], [{**A_TICK, "changedAt": NOW + 300 * SECOND}], {"answers": 1}),
        ([], [{**A_TICK, "changedAt": NOW + 301 * SECOND}], {"answers": 1, "future": 1}),
    ],
)
def test_before_a_file_is_taken_in_its_things_are_counted(
    modules: Modules, ours: list[Json], theirs: list[Json], counts: Json
) -> None:
    assert preview(modules, ours, theirs) == counts


BEFORE: Fields = [
    ["conclusion", "users", "state", "discussed"],
    ["answer", "users-a", "answer", True],
    ["answer", "users-a", "wording", "Statement a."],
    ["answer", "users-b", "answer", "unknown"],
    ["answer", "users-c", "answer", "unknown"],
    ["answer", "users-d", "answer", True],
    ["answer", "users-d", "wording", "Another statement"],
    ["answer", "money-a", "answer", True],
    ["answer", "gone", "answer", True],
    ["conclusion", "users", "text", "We do not"],
    ["action", "done", "what", "Do it"],
    ["action", "open", "what", "Do that"],
    ["action", "forgotten", "what", "Do more"],
]
AFTER: Fields = [
    ["conclusion", "users", "state", "discussed"],
    ["answer", "users-a", "answer", None],
    ["answer", "users-a", "wording", "statement A"],
    ["answer", "users-b", "answer", True],
    ["answer", "users-c", "answer", None],
    ["answer", "users-d", "answer", "unknown"],
    ["answer", "users-d", "wording", "Statement d"],
    ["answer", "users-e", "answer", True],
    ["conclusion", "users", "text", "We do now"],
    ["action", "done", "what", "Do it"],
    ["action", "done", "done", True],
    ["action", "open", "what", "Do that"],
    ["action", "new", "what", "Do this"],
]


def test_two_reviews_are_compared(modules: Modules) -> None:
    assert compare(modules, BEFORE, AFTER) == {
        "gained": ["users-b", "users-e"],
        "lost": ["users-a", "users-d"],
        "resolved": [{"id": "users-b", "answer": True}, {"id": "users-c", "answer": None}],
        "newlyUnknown": ["users-d"],
        "onlyEarlier": ["money-a", "gone"],
        "reworded": ["users-d"],
        "conclusions": [{"question": "users", "before": "We do not", "after": "We do now"}],
        "actionsDone": ["done"],
        "actionsOpen": ["forgotten", "open"],
        "actionsNew": ["new"],
    }


def test_gained_and_lost_change_places_when_the_reviews_do(modules: Modules) -> None:
    forth, back = compare(modules, BEFORE, AFTER), compare(modules, AFTER, BEFORE)
    assert (forth["gained"], forth["lost"]) == (back["lost"], back["gained"])
    assert forth["onlyEarlier"] == back["onlyLater"]


def test_a_review_compared_with_itself_shows_no_change(modules: Modules) -> None:
    assert compare(modules, AFTER, AFTER) == {"actionsOpen": ["new", "open"]}


def test_a_review_that_has_just_begun_has_lost_nothing(modules: Modules) -> None:
    found = compare(modules, BEFORE, [])
    assert not found.keys() & {"gained", "lost", "resolved", "newlyUnknown"}
    assert found["onlyEarlier"] == ["users-a", "users-b", "users-c", "users-d", "money-a", "gone"]


def test_no_tick_is_counted_only_where_the_question_is_done(modules: Modules) -> None:
    found = report(modules, ["answer", "users-a", "answer", True], ["answer", "users-b", "answer", "unknown"])
    assert found["questions"][0]["counts"] == {"ticked": 1, "notTicked": None, "unknown": 1}
    done = ["conclusion", "users", "state", "answered"]
    found = report(modules, ["answer", "users-a", "answer", True], done)
    assert found["questions"][0]["counts"] == {"ticked": 1, "notTicked": 4, "unknown": 0}


def test_actions_stand_by_date_and_those_overdue_are_marked(modules: Modules) -> None:
    days = {"late": "2026-11-21", "today": "2026-11-22", "done": "2025-01-01", "never": None}
    fields: Fields = [["action", id, "dueOn", day] for id, day in days.items()]
    fields += [["action", id, "what", "Act"] for id in days] + [["action", "done", "done", True]]
    fields += [["action", "deleted", "what", None], ["action", "blank", "question", "users"]]
    found = report(modules, *fields)["actions"]
    assert [each["id"] for each in found] == ["done", "late", "today", "never"]
    assert [each["id"] for each in found if each["isOverdue"]] == ["late"]
    assert [each["id"] for each in found if each["isDone"]] == ["done"]


def test_what_the_guide_no_longer_has_stands_at_the_end(modules: Modules) -> None:
    found = report(
        modules,
        ["answer", "gone", "answer", True],
        ["answer", "gone", "wording", "We were there"],
        ["answer", "cleared", "answer", None],
        ["answer", "__proto__", "evidence", "seen"],
        ["conclusion", "gone-too", "text", "We agreed"],
        ["action", "x", "what", "Act"],
        ["action", "x", "question", "gone-too"],
    )
    orphans = found["orphans"]
    assert [(each["id"], each["wording"]) for each in orphans["answers"]] == [
        ("gone", "We were there"),
        ("__proto__", None),
    ]
    assert [each["conclusion"] for each in orphans["conclusions"]] == ["We agreed"]
    assert orphans["actions"] == found["actions"]
    assert (found["actions"][0]["question"], found["actions"][0]["isOrphan"]) == (None, True)


def test_parked_and_reworded_are_listed(modules: Modules) -> None:
    found = report(
        modules,
        ["conclusion", "money", "parked", True],
        ["answer", "users-a", "answer", True],
        ["answer", "users-a", "wording", "statement  A!"],
        ["answer", "users-b", "answer", True],
        ["answer", "users-b", "wording", "Another statement"],
        ["answer", "users-c", "wording", "Not answered any more"],
    )
    assert [each["id"] for each in found["parked"]] == ["money"]
    assert [(each["id"], each["question"], each["number"]) for each in found["reworded"]] == [
        ("users-b", "users", 1)
    ]
