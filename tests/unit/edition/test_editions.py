"""An edition is written once, and what another one changed is said in lines for a changelog."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros import editions
from macros.content.guide import build_guide
from macros.content.problem import GuideError
from macros.content.source import read_source
from macros.edition.changes import is_reworded
from macros.edition.edition import edition_of, publish_editions
from macros.edition.promises import check_promises
from tests.support.good_project import GOOD

FOLDER = Path(__file__).parent / "comparisons"
COMPARISONS = sorted(FOLDER.glob("*.yml"))
USERS, MONEY = "docs/questions/users.md", "docs/questions/money.md"
TEXT = "Each of us has tried a live service"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def written(
    project: Callable[..., Path], tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Path]:
    """Return a function that gives a project whose edition 2026-11 was written, and then changed."""

    def make(**changes: Any) -> Path:
        monkeypatch.chdir(project().parent)
        assert command() == (0, "editions/2026-11.json\n", "")
        editions_folder = tmp_path / "editions"
        shutil.move(tmp_path / "project/editions", editions_folder)
        shutil.rmtree(tmp_path / "project")
        folder = project(**changes).parent
        shutil.move(editions_folder, folder / "editions")
        monkeypatch.chdir(folder)
        return folder

    return make


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return a function that runs the command and gives its status and what it printed."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = editions.main(arguments)
        return status, *capsys.readouterr()

    return run


def check(folder: Path) -> None:
    source = read_source(folder / "mkdocs.yml")
    check_promises(build_guide(source), source)


def test_the_file_holds_ids_and_words_in_the_order_of_nav(written: Callable[..., Path]) -> None:
    edition = json.loads((written() / "editions/2026-11.json").read_text("utf-8"))
    assert edition == {
        "format": "digital-questions-for-boards/edition-1",
        "guide": "example-questions",
        "edition": "2026-11",
        "fingerprint": "8J8Y",
        "questions": [
            {
                "id": "users",
                "ask": "Do we know what our services are like to use?",
                "page": "questions/users.md",
                "statements": [
                    {"id": "users-tried-a-service", "text": TEXT},
                    {"id": "users-saw-research", "text": "We have each watched user research"},
                ],
            },
            {
                "id": "money",
                "ask": "Do we pay for teams or for projects?",
                "page": "questions/money.md",
                "statements": [
                    {"id": "money-team-named", "text": "We can name a team that we pay for all year"}
                ],
            },
        ],
    }


REORDERED = {"mkdocs.yml": [["users.md", "END"], ["money.md", "users.md"], ["END", "money.md"]]}
ADDED = {MONEY: [["  statements:\n", "  statements:\n    - {id: money-new, text: We have budgets}\n"]]}
REMOVED = {USERS: [["    - id: users-saw-research\n      text: We have each watched user research\n", ""]]}


@pytest.mark.parametrize(
    "change",
    [
        REORDERED,
        ADDED,
        REMOVED,
        {USERS: [["id: users-saw-research", "id: users-watched-research"]]},
        {"mkdocs.yml": [["id: example-questions", "id: other-questions"]]},
    ],
    ids=["the order", "a statement more", "a statement less", "another id", "another guide"],
)
def test_the_fingerprint_follows(change: dict[str, Any], project: Callable[..., Path]) -> None:
    assert edition_of(build_guide(read_source(project(change=change))))["fingerprint"] != "8J8Y"


def test_the_fingerprint_does_not_follow_words_or_the_name_of_the_edition(
    project: Callable[..., Path],
) -> None:
    config = project(change={USERS: [[TEXT, "Other words"]], "mkdocs.yml": [["2026-11", "2027-05"]]})
    assert edition_of(build_guide(read_source(config)))["fingerprint"] == "8J8Y"


def test_other_words_alone_are_the_same_edition(written: Callable[..., Path]) -> None:
    check(written(change={USERS: [[TEXT, "Each of us has used a live service"]]}))


def test_an_edition_that_was_never_written_may_change(project: Callable[..., Path]) -> None:
    check(project(change=ADDED).parent)


def test_an_edition_of_another_guide_binds_nothing_in_this_one(written: Callable[..., Path]) -> None:
    check(written(change={"mkdocs.yml": [["id: example-questions", "id: a-copy"]], **ADDED}))


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (ADDED, "lacks money-new"),
        (REMOVED, "still has users-saw-research"),
        (REORDERED, "has another order"),
        (
            {USERS: [["id: users-saw-research", "id: users-watched"]]},
            "lacks users-watched; still has users-saw-research",
        ),
        (
            {
                MONEY: [
                    [
                        "  statements:\n",
                        "".join(["  statements:\n"] + [f"    - {{id: m-{n}, text: x}}\n" for n in range(5)]),
                    ]
                ]
            },
            "lacks m-0, m-1, m-2 and 2 more",
        ),
    ],
)
def test_other_ids_under_a_written_name_stop_the_build(
    change: dict[str, Any], difference: str, written: Callable[..., Path]
) -> None:
    folder = written(change=change)
    with pytest.raises(GuideError) as stopped:
        check(folder)
    assert str(stopped.value) == (
        "mkdocs.yml:6: extra.guide.edition: expected a new name for this edition, or its file written anew "
        "if it was never published: python -m macros.editions, "
        f'got "2026-11", but its file editions/2026-11.json {difference}. Example: edition: 2026-11.1'
    )


@pytest.mark.parametrize(
    ("write", "problem"),
    [
        ("{\n[", "2: {what}, got an error in its JSON: Expecting property name enclosed in double quotes"),
        ("[]", "1: {what}, got something else"),
        ("\udce9", "1: {what}, got a file that is not UTF-8"),
    ],
)
def test_a_file_that_is_no_edition_stops_the_build(
    write: str, problem: str, project: Callable[..., Path]
) -> None:
    folder = project(write={"editions/2026-11.json": write}).parent
    with pytest.raises(GuideError) as stopped:
        check(folder)
    what = 'file: expected an edition as "python -m macros.editions" wrote it'
    example = ". Example: git restore editions/2026-11.json"
    assert str(stopped.value) == f"editions/2026-11.json:{problem.format(what=what)}{example}"


def test_an_edition_whose_ids_were_changed_by_hand_stops_the_build(written: Callable[..., Path]) -> None:
    folder = written()
    file = folder / "editions/2026-11.json"
    file.write_text(file.read_text("utf-8").replace("money-team-named", "money-team"), "utf-8")
    with pytest.raises(GuideError, match="got one whose ids were changed afterwards"):
        check(folder)


@pytest.mark.parametrize("case", COMPARISONS, ids=lambda case: case.stem)
def test_comparing_when(case: Path, written: Callable[..., Path], command: Command) -> None:
    changes = yaml.safe_load(case.read_text("utf-8"))
    said, problems = changes.pop("said"), changes.pop("problems")
    written(**changes)
    for old in ([], ["2026-11"], ["editions/2026-11.json"]):
        assert command("--compare", *old) == (1 if problems else 0, said, problems)


def test_a_person_can_confirm_that_an_id_means_the_same(
    written: Callable[..., Path], command: Command
) -> None:
    case = yaml.safe_load((FOLDER / "an-id-has-another-text.yml").read_text("utf-8"))
    written(change=case["change"])
    assert command("--compare", "--same-meaning", "users-tried-a-service", "money")[0] == 0


def test_an_id_is_remembered_by_editions_before_the_one_compared_with(
    written: Callable[..., Path], command: Command
) -> None:
    folder = written(change={"mkdocs.yml": [["2026-11", "2027-05"]], **REMOVED})
    command()
    for name, old, new in (
        ("mkdocs.yml", "2027-05", "2028-05"),
        (MONEY, "money-team-named", "users-saw-research"),
    ):
        (folder / name).write_text((folder / name).read_text("utf-8").replace(old, new), "utf-8")
    status, _, problems = command("--compare")
    assert status == 1
    assert 'users-saw-research was "We have each watched user research" in edition 2026-11' in problems


@pytest.mark.parametrize(
    ("arguments", "got"),
    [
        (["--compare"], "none but the present one of example-questions"),
        (["--compare", "2019-01"], '"2019-01"'),
    ],
)
def test_comparing_with_nothing_says_what_to_name(
    arguments: list[str], got: str, written: Callable[..., Path], command: Command
) -> None:
    written()
    message = "expected an edition in editions/, or the file of one, got"
    example = "Example: --compare editions/2026-11.json"
    assert command(*arguments) == (1, "", f"command line:1: --compare: {message} {got}. {example}\n")


def test_outside_a_project_the_command_says_where_to_go(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    message = "expected this file in the folder of the command, got none. Example: cd my-guide"
    assert command() == (1, "", f"mkdocs.yml:1: file: {message}\n")


def test_confirming_a_meaning_without_comparing_writes_nothing(
    project: Callable[..., Path], command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project().parent
    monkeypatch.chdir(folder)
    with pytest.raises(SystemExit):
        command("--same-meaning", "users")
    assert not (folder / "editions").exists()


def test_a_broken_page_is_named_before_anything_is_written(
    written: Callable[..., Path], command: Command
) -> None:
    folder = written(
        change={USERS: [["users-tried-a-service", "Users"]], "mkdocs.yml": [["2026-11", "2027-05"]]}
    )
    status, said, problems = command()
    assert (status, said) == (1, "")
    assert problems.startswith("docs/questions/users.md:8: question.statements[0].id: expected")
    assert not (folder / "editions/2027-05.json").exists()


def test_the_site_publishes_the_present_edition_and_those_written(
    written: Callable[..., Path], tmp_path: Path
) -> None:
    folder = written(change={"mkdocs.yml": [["2026-11", "2027-05"]], **ADDED})
    old = (folder / "editions/2026-11.json").read_text("utf-8")
    foreign = old.replace("example-questions", "another-guide").replace("8J8Y", "T4MY")
    (folder / "editions/2025-01.json").write_text(foreign, "utf-8")
    publish_editions(tmp_path, build_guide(read_source(folder / "mkdocs.yml")), folder)
    published = {file.name: json.loads(file.read_text("utf-8")) for file in (tmp_path / "editions").iterdir()}
    index = published.pop("index.json")
    assert [each["edition"] for each in index] == ["2027-05", "2026-11"]
    assert [each["fingerprint"] for each in index] == [
        published[f"{e['edition']}.json"]["fingerprint"] for e in index
    ]
    assert published["2026-11.json"] == json.loads(old)
    assert published["2027-05.json"]["questions"][1]["statements"][0]["id"] == "money-new"


def renamed(front: str = "") -> dict[str, Any]:
    """Return the changes that give the page about money another name."""
    page = (GOOD / MONEY).read_text("utf-8")
    return {
        "change": {"mkdocs.yml": [["questions/money.md", "questions/funding.md"]]},
        "write": {"docs/questions/funding.md": page.replace("---\n", f"---\n{front}", 1)},
        "remove": [MONEY],
    }


def test_a_page_renamed_without_a_word_of_its_old_address_is_noticed(written: Callable[..., Path]) -> None:
    with pytest.raises(GuideError) as stopped:
        check(written(**renamed()))
    assert str(stopped.value) == (
        "docs/questions/funding.md:1: moved_from: expected the path that this page had in edition 2026-11, "
        "so that links to it work, got none. Example: moved_from: [questions/money.md]"
    )


def test_a_renamed_page_may_say_where_it_was(written: Callable[..., Path]) -> None:
    check(written(**renamed("moved_from: [questions/money.md]\n")))


def test_a_question_that_was_dropped_needs_no_address(written: Callable[..., Path]) -> None:
    change = {"mkdocs.yml": [["      - questions/money.md\n", ""], ["edition: 2026-11", "edition: 2027-11"]]}
    check(written(change=change, remove=[MONEY]))


@pytest.mark.parametrize(
    ("new", "is_other"),
    [
        ("each of us  has tried: a live service.", False),
        ("Each of us has not tried a live service", True),
    ],
)
def test_2_wordings_are_the_same_but_for_spaces_punctuation_and_capitals(new: str, is_other: bool) -> None:
    assert is_reworded(TEXT, new) == is_other
