"""What stands out in the members' answers, statement by statement: the pure part."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import generated
from tests.support.generated import Json, Modules
from tests.support.serving import Server

FIND = """({ findingsOf }, counts) => {
    const statements = counts.map(([ticked, unknown, notTicked], place) => ({
        id: `s-${place + 1}`,
        counts: { ticked, unknown, notTicked },
        total: ticked + unknown + notTicked,
    }));
    const questions = statements.map((statement) => ({ id: `q-${statement.id}`, statements: [statement] }));
    const ids = (findings) => findings.map(({ statement }) => statement.id);
    const named = ([name, { findings, near }]) => [name, [ids(findings), near]];
    return Object.fromEntries(Object.entries(findingsOf(questions)).map(named));
}"""


@pytest.fixture(scope="module")
def modules(server: Server, browser: Browser) -> Iterator[Modules]:
    with generated.modules_of(server, browser) as modules:
        yield modules


def found(modules: Modules, *counts: tuple[int, int, int]) -> Json:
    """Return what is found in statements with these counts: ticked, do not know, not ticked."""
    return modules.run("members/findings", FIND, counts)


def test_the_statement_with_most_different_answers_comes_first(modules: Modules) -> None:
    assert found(modules, (8, 0, 0), (6, 0, 2), (3, 2, 3))["disagree"] == [["s-3", "s-2"], 0]


def test_more_than_half_must_not_know(modules: Modules) -> None:
    assert found(modules, (4, 4, 0), (3, 5, 0), (0, 8, 0))["unknown"] == [["s-3", "s-2"], 0]


def test_nobody_ticked_it_whether_or_not_some_do_not_know(modules: Modules) -> None:
    assert found(modules, (1, 0, 7), (0, 3, 5), (0, 0, 8))["unticked"] == [["s-2", "s-3"], 0]


def test_at_most_3_are_named_and_those_that_are_nearly_as_strong_are_counted(modules: Modules) -> None:
    assert found(modules, *[(0, 0, 8)] * 5)["unticked"] == [["s-1", "s-2", "s-3"], 2]
    assert found(modules, *[(4, 0, 4)] * 3, (5, 0, 3), (8, 0, 1))["disagree"] == [["s-1", "s-2", "s-3"], 0]


def test_one_person_s_answers_are_no_finding(modules: Modules) -> None:
    assert found(modules, (0, 1, 0), (0, 0, 1)) == {
        "disagree": [[], 0],
        "unknown": [[], 0],
        "unticked": [[], 0],
    }
