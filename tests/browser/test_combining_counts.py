"""Bringing members' answers together, as counts: the pure part, with members made up."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server

SEED = 20261123
FEW, MANY = 100, 1000
QUESTIONS: Json = [
    {"id": "users", "statements": [{"id": "users-a"}, {"id": "users-b"}, {"id": "users-c"}]},
    {"id": "money", "statements": [{"id": "money-a"}]},
    {"id": "teams", "statements": [{"id": "teams-a"}, {"id": "teams-b"}]},
]
IDS = [str(question["id"]) for question in QUESTIONS]
# What stands between a page's records and the functions: a map of fields, and changes written to it.
RECORDS = """const records = new Map();
const get = (kind, id, field) => records.get(`${kind} ${id} ${field}`) ?? null;
const shown = () => JSON.stringify([...records].filter(([, value]) => value !== null).sort());
const setOf = ({ answers, answered, asked }) =>
    ({ answers: new Map(answers), answered: new Set(answered), asked: asked && new Set(asked) });"""
TALLY = f"""({{ tally }}, questions, sets) => {{ {RECORDS}
    return Object.fromEntries(tally(sets.map(setOf), questions));
}}"""
ADD = f"""({{ additionChanges, sumOf, tally }}, questions, members) => members.map((sets) => {{ {RECORDS}
    const keep = ({{ kind, id, field, more, sign }}) =>
        records.set(`${{kind}} ${{id}} ${{field}}`, sumOf(kind, field)(get(kind, id, field), more, sign));
    const additionOf = (set) => ({{ counts: tally([setOf(set)], questions), codes: [set.code] }});
    const add = (set, sign) => additionChanges(additionOf(set), sign).forEach(keep);
    for (const set of sets) add(set, 1);
    const forwards = shown();
    for (const set of sets) add(set, -1);
    const empty = shown();
    for (const set of [...sets].reverse()) add(set, 1);
    const statements = questions.flatMap((question) => question.statements);
    const counts = Object.fromEntries(statements.map(({{ id }}) => [id, get("combined", id, "counts")]));
    return {{ forwards, backwards: shown(), empty, counts, codes: get("combined", "", "codes") ?? [] }};
}})"""
ORDER = """({ runningOrder }, questions, counts, order) =>
    runningOrder(questions, (id) => counts[id] ?? null, order).map(({ id }) => id)"""


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def counts(ticked: int, not_ticked: int, unknown: int) -> dict[str, int]:
    return {"ticked": ticked, "notTicked": not_ticked, "unknown": unknown}


def member(rng: random.Random) -> dict[str, Any]:
    """Return what one person answered, who may have seen some of the statements only."""
    statements = [s["id"] for question in QUESTIONS for s in question["statements"]]
    answers = [[s, rng.choice([True, "unknown"])] for s in statements if rng.random() < 0.6]
    made: dict[str, Any] = {"answers": answers, "answered": rng.sample(IDS, rng.randint(0, 3))}
    if rng.random() < 0.2:
        made["asked"] = rng.sample(statements, 3)
    return made | {"code": rng.choice("abcdefgh")}


def boards(count: int) -> list[list[dict[str, Any]]]:
    rng = random.Random(SEED)
    return [[member(rng) for _ in range(rng.randint(0, 30))] for _ in range(count)]


def tally(modules: Modules, *sets: Json) -> Json:
    return modules.run("members/counts", TALLY, QUESTIONS, sets)


def test_an_empty_box_counts_as_not_ticked_only_where_the_question_was_answered(modules: Modules) -> None:
    one = {"answers": [["users-a", True], ["users-b", "unknown"]], "answered": ["users"]}
    other = {"answers": [["users-a", "unknown"], ["money-a", True]], "answered": ["users"]}
    assert tally(modules, one, other) == {
        "users-a": counts(1, 0, 1),
        "users-b": counts(0, 1, 1),
        "users-c": counts(0, 2, 0),
    }


def test_a_statement_that_a_person_could_not_see_stays_out(modules: Modules) -> None:
    one = {"answers": [["users-a", True]], "answered": ["users"], "asked": ["users-a", "users-c"]}
    assert tally(modules, one) == {"users-a": counts(1, 0, 0), "users-c": counts(0, 1, 0)}


def expect_sums(modules: Modules, count: int) -> None:
    made = boards(count)
    for sets, found in zip(
        made, modules.run("members/counts store/additive", ADD, QUESTIONS, made), strict=True
    ):
        assert found["forwards"] == found["backwards"]
        assert found["empty"] == "[]"
        assert found["codes"] == sorted(one["code"] for one in sets)
        for question in QUESTIONS:
            for statement in question["statements"]:
                identity = statement["id"]
                people = [one for one in sets if question["id"] in one["answered"]]
                seen = [one for one in people if identity in one.get("asked", [identity])]
                assert sum((found["counts"][identity] or {}).values()) == len(seen)


def test_the_order_of_adding_never_matters_and_counts_add_up(modules: Modules) -> None:
    expect_sums(modules, FEW)


@pytest.mark.long
def test_the_order_of_adding_many_never_matters_and_counts_add_up(modules: Modules) -> None:
    expect_sums(modules, MANY)


def test_taking_away_more_than_there_is_leaves_nothing(modules: Modules) -> None:
    found = modules.run(
        "store/additive", "({ sum }, a, b) => sum(a, b, -1)", counts(1, 0, 2), counts(3, 1, 2)
    )
    assert found is None


@pytest.mark.parametrize(
    ("given", "share"),
    [
        (None, 0),
        (counts(1, 0, 0), 0),
        (counts(12, 0, 0), 0),
        (counts(0, 0, 12), 0),
        (counts(1, 1, 0), 1),
        (counts(1, 1, 1), 1),
        (counts(2, 2, 0), 4 / 6),
        (counts(6, 6, 0), 36 / 66),
        (counts(4, 4, 4), 48 / 66),
    ],
    ids=str,
)
def test_disagreement_is_the_share_of_pairs_who_answered_differently(
    modules: Modules, given: Json, share: float
) -> None:
    found: float = modules.run(
        "members/disagreement", "({ disagreement }, counts) => disagreement(counts)", given
    )
    assert abs(found - share) < 1e-12


DISPUTED = {
    "users-a": counts(6, 0, 0),
    "users-b": counts(5, 1, 0),
    "users-c": counts(6, 0, 0),
    "money-a": counts(3, 3, 0),
    "teams-a": counts(1, 0, 0),
}


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (None, ["money", "users", "teams"]),
        ({"by": "disagreement"}, ["money", "users", "teams"]),
        ({"by": "guide"}, ["users", "money", "teams"]),
        ({"by": "own", "ids": ["teams", "users", "money"]}, ["teams", "users", "money"]),
        ({"by": "own", "ids": ["teams", "gone"]}, ["teams", "users", "money"]),
        ({"by": "own", "ids": "teams"}, ["money", "users", "teams"]),
        ({"by": "own"}, ["money", "users", "teams"]),
        ("anything", ["money", "users", "teams"]),
    ],
    ids=str,
)
def test_the_running_order(modules: Modules, order: Json, ids: list[str]) -> None:
    assert modules.run("members/disagreement", ORDER, QUESTIONS, DISPUTED, order) == ids


def test_without_counts_the_order_is_the_guide_s(modules: Modules) -> None:
    assert modules.run("members/disagreement", ORDER, QUESTIONS, {}, None) == IDS


def test_questions_with_as_much_disagreement_stay_in_the_order_of_the_guide(modules: Modules) -> None:
    thirds = [counts(4, 1, 1), counts(3, 2, 1), counts(2, 2, 2)]
    alike = dict(zip(["users-a", "users-b", "users-c"], thirds, strict=True))
    other = [{"id": "later", "statements": [{"id": f"later-{n}"} for n in range(3)]}, QUESTIONS[0]]
    given = alike | {f"later-{n}": thirds[2 - n] for n in range(3)}
    assert modules.run("members/disagreement", ORDER, other, given, None) == ["later", "users"]


def test_hashes_are_short_and_differ_for_almost_all_codes(modules: Modules) -> None:
    function = """({ hashOf }, count) => {
        const hashes = Array.from({ length: count }, (_, n) => hashOf(`7K2M${(n * 1021).toString(32)}`));
        return [new Set(hashes).size, hashes.filter((hash) => !/^[0-9a-f]{6}$/u.test(hash)).length];
    }"""
    distinct, malformed = modules.run("codes/code", function, 2000)
    assert malformed == 0
    assert distinct >= 1998
