"""What comes out when nothing is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content.guide import Guide, build_guide
from macros.content.problem import GuideError
from macros.content.question import Question, Statement
from macros.content.settings import Settings
from macros.content.source import read_source, stamp_of
from tests.support.good_project import GOOD

USERS = "docs/questions/users.md"
MONEY = "docs/questions/money.md"
TEXT = "Each of us has tried a live service"


@pytest.fixture
def build(project: Callable[..., Path]) -> Callable[..., Guide]:
    """Return a function that gives the guide of the good project with some changes."""
    return lambda **changes: build_guide(read_source(project(**changes)))


def test_a_guide_holds_everything_its_pages_say() -> None:
    assert build_guide(read_source(GOOD / "mkdocs.yml")) == Guide(
        Settings(id="example-questions", edition="2026-11"),
        (
            Question(
                id="users",
                ask="Do we know what our services are like to use?",
                title="See what users see",
                description="What a board learns from its own services.",
                path="questions/users.md",
                statements=(
                    Statement("users-tried-a-service", TEXT, ask_for="dates"),
                    Statement("users-saw-research", "We have each watched user research"),
                ),
                number=1,
            ),
            Question(
                id="money",
                ask="Do we pay for teams or for projects?",
                title="Follow the money",
                description="How a board pays for digital work.",
                path="questions/money.md",
                statements=(Statement("money-team-named", "We can name a team that we pay for all year"),),
                number=2,
            ),
        ),
    )


def test_a_statement_may_have_the_words_of_one_member(build: Callable[..., Guide]) -> None:
    alone = "ask_for: dates\n      alone: I have tried a live service"
    first, second = build(change={USERS: [["ask_for: dates", alone]]}).questions[0].statements
    assert (first.text, first.alone, second.alone) == (TEXT, "I have tried a live service", None)


def test_the_order_of_nav_is_the_order_of_the_questions(build: Callable[..., Guide]) -> None:
    swap = [["users.md", "END"], ["money.md", "users.md"], ["END", "money.md"]]
    guide = build(change={"mkdocs.yml": swap})
    assert [(question.number, question.id) for question in guide.questions] == [(1, "money"), (2, "users")]


def test_nav_may_nest_and_name_its_pages_and_link_elsewhere(build: Callable[..., Guide]) -> None:
    nested = """\
  - Elsewhere: https://example.org/questions/
  - Part 1:
    - Users:
      - questions/users.md
    - questions/money.md
"""
    old = "  - Questions:\n      - questions/users.md\n      - questions/money.md\n"
    guide = build(change={"mkdocs.yml": [[old, nested]]})
    assert [question.id for question in guide.questions] == ["users", "money"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("We <b>all</b> & each <script>tried it</script>", "We <b>all</b> & each <script>tried it</script>"),
        ("'{{ 1 + 1 }} {% raw %} {# see #}'", "{{ 1 + 1 }} {% raw %} {# see #}"),
        ("\"We said 'yes'\"", "We said 'yes'"),
        ("'We said \"yes\" & it''s so'", 'We said "yes" & it\'s so'),
        ('"12"', "12"),
        ("Fformwaith ŵ, naïve, 日本, 🙂", "Fformwaith ŵ, naïve, 日本, 🙂"),
        ("a" * 300, "a" * 300),
    ],
    ids=[
        "html",
        "jinja",
        "double-quotes",
        "single-quotes",
        "a-quoted-number",
        "any-script",
        "300-characters",
    ],
)
def test_the_text_of_a_statement_is_kept_as_it_is(
    written: str, text: str, build: Callable[..., Guide]
) -> None:
    guide = build(change={USERS: [[TEXT, written]]})
    assert guide.questions[0].statements[0].text == text


@pytest.mark.parametrize(("extra", "minutes"), [(0, 5), (15, 5), (16, 10), (47, 20)])
def test_the_time_to_answer_alone_follows_the_number_of_statements(
    extra: int, minutes: int, build: Callable[..., Guide]
) -> None:
    lines = "".join(f"    - {{id: extra-{at}, text: Extra}}\n" for at in range(extra))
    guide = build(change={MONEY: [["  statements:\n", f"  statements:\n{lines}"]]})
    assert guide.minutes_alone == minutes


@pytest.mark.parametrize("number", [50, 51])
def test_a_question_has_at_most_50_statements(number: int, build: Callable[..., Guide]) -> None:
    lines = "".join(f"    - {{id: extra-{at}, text: Extra}}\n" for at in range(number - 1))
    change = {MONEY: [["  statements:\n", f"  statements:\n{lines}"]]}
    if number == 50:
        assert len(build(change=change).questions[1].statements) == 50
        return
    with pytest.raises(GuideError, match="expected a list of 1 to 50 statements, got 51 statements"):
        build(change=change)


def test_the_nearer_file_wins_key_by_key_over_what_it_inherits(build: Callable[..., Guide]) -> None:
    far = "generator: false\n  guide:\n    id: far\n    edition: 2020-01"
    change = {"base.yml": [["generator: false", far]], "mkdocs.yml": [["    edition: 2026-11\n", ""]]}
    assert build(change=change).settings == Settings("example-questions", "2020-01")


def test_a_configuration_may_inherit_from_one_that_inherits(project: Callable[..., Path]) -> None:
    config = project(change={"mkdocs.yml": [["base.yml", "between/near.yml"]]})
    between = config.parent / "between"
    between.mkdir()
    (between / "near.yml").write_text("INHERIT: ../base.yml\nextra: {guide: {edition: '2020'}}\n", "utf-8")
    source = read_source(config)
    assert source.config is not None
    assert source.config.get("extra").get("generator").value is False
    assert build_guide(source).settings.edition == "2026-11"


@pytest.mark.parametrize("prefix", ["", "\ufeff"], ids=["plain", "with-a-byte-order-mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["unix-line-ends", "windows-line-ends"])
def test_a_file_may_come_from_any_editor(prefix: str, end: str, build: Callable[..., Guide]) -> None:
    names = ("mkdocs.yml", "base.yml", USERS, MONEY)
    write = {name: prefix + (GOOD / name).read_text("utf-8").replace("\n", end) for name in names}
    assert build(write=write) == build_guide(read_source(GOOD / "mkdocs.yml"))


@pytest.mark.parametrize("path", ["drafts/broken.md", ".hidden/broken.md", "templates/broken.md"])
def test_a_page_that_is_left_out_is_not_checked(path: str, build: Callable[..., Guide]) -> None:
    assert len(build(write={f"docs/{path}": "---\nquestion: [\n"}).questions) == 2


def test_exclude_docs_drops_a_question(build: Callable[..., Guide]) -> None:
    change = {
        "base.yml": [["/drafts/", "/questions/*\n  !/questions/users.md"]],
        "mkdocs.yml": [["      - questions/money.md\n", ""]],
    }
    assert [question.id for question in build(change=change).questions] == ["users"]


def test_a_page_outside_the_folder_of_questions_may_have_one(build: Callable[..., Guide]) -> None:
    write = {"docs/money.md": (GOOD / MONEY).read_text("utf-8")}
    change = {"mkdocs.yml": [["questions/money.md", "money.md"]]}
    guide = build(change=change, write=write, remove=[MONEY])
    assert guide.questions[1].path == "money.md"


@pytest.mark.parametrize(
    "call",
    ["{{checklist()}}", "{{  checklist( )\t}}", "{{- checklist() -}}", "`no ``call`\n\n{{ checklist() }}"],
)
def test_the_call_may_be_written_in_several_ways(call: str, build: Callable[..., Guide]) -> None:
    assert build(change={USERS: [["{{ checklist() }}", call]]})


@pytest.mark.parametrize(
    "code",
    [
        "`{{ checklist() }}`",
        "``a ` {{ checklist() }}``",
        "~~~ jinja\n{{ checklist() }}\n~~~~",
        "    ```\n{{ checklist() }}\n    ```",
    ],
)
def test_a_call_in_code_is_not_a_call(code: str, build: Callable[..., Guide]) -> None:
    assert build(change={USERS: [["Why this", f"{code}\n\nWhy this"]]})


def test_problems_are_in_the_order_of_their_lines(build: Callable[..., Guide]) -> None:
    change = {USERS: [["title: See", "titel: See"], ["ask_for: dates", "ask_for: 1"], ["users-saw", "Users"]]}
    with pytest.raises(GuideError) as stopped:
        build(change=change)
    assert [problem.line for problem in stopped.value.problems] == [1, 2, 10, 11]


def test_the_stamp_changes_when_any_file_does(project: Callable[..., Path]) -> None:
    config = project()
    stamps = [stamp_of(config), stamp_of(config)]
    assert stamps[0] == stamps[1]
    for name in ("mkdocs.yml", "base.yml", USERS):
        file = config.parent / name
        file.write_text(file.read_text("utf-8").replace("ex", "ax").replace("user", "used"), "utf-8")
        assert stamp_of(config) not in stamps
        stamps.append(stamp_of(config))
