"""The words of a project: ours, and over them a copy's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.check import problems_of
from macros.content.problem import Problem
from macros.site.words import marked_in, write_words
from macros.word_list import main
from macros.words.check import PLURALS, WHOSE
from macros.words.words import OURS, Words, filled, our_words, read_words
from tests.support.building import PROJECT

Read = Callable[[str], Words]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads a copy's own words, which are right."""

    def read(text: str) -> Words:
        (tmp_path / "words.yml").write_text(text, "utf-8")
        problems: list[Problem] = []
        words = read_words(tmp_path, problems)
        assert not problems
        return words

    return read


def test_each_of_our_texts_keeps_the_rules_of_a_copy_s(tmp_path: Path) -> None:
    (tmp_path / "words.yml").write_bytes(OURS.read_bytes())
    problems: list[Problem] = []
    assert read_words(tmp_path, problems).texts == our_words()
    assert not problems


def test_our_forms_are_those_of_english_or_both_readers() -> None:
    forms = {tuple(text) for text in our_words().values() if not isinstance(text, str)}
    assert forms == {("one", "other"), WHOSE}


def test_a_copy_without_words_of_its_own_has_ours(tmp_path: Path) -> None:
    assert read_words(tmp_path, []).texts == our_words()


def test_a_copy_s_words_stand_over_ours(read: Read) -> None:
    words = read("header.menu: Contents\n# a note\n")
    assert words.forms("header.menu") == {"": "Contents"}
    assert words.forms("header.main") == {"": our_words()["header.main"]}
    assert words.own == {"header.menu"}


def test_a_file_with_nothing_but_notes_changes_nothing(read: Read) -> None:
    assert read("# header.menu: Contents\n").texts == our_words()


def test_a_language_may_have_each_plural_form(read: Read) -> None:
    lines = "".join(f'  {form}: "{{count}} {form}"\n' for form in PLURALS)
    forms = read(f"timer.says.timer-left:\n{lines}").forms("timer.says.timer-left")
    assert forms == {form: f"{{count}} {form}" for form in PLURALS}


def test_one_text_may_stand_for_every_number_and_for_both_readers(read: Read) -> None:
    words = read('timer.says.timer-left: "{count} min"\nconclusion.question: What now?\n')
    assert words.forms("timer.says.timer-left") == {"other": "{count} min"}
    assert words.forms("conclusion.question") == {"mine": "What now?", "board": "What now?"}


def test_values_are_escaped_and_a_text_s_own_signs_too() -> None:
    assert filled('{name} & "we"', {"name": "<b>"}) == "&lt;b&gt; &amp; &#34;we&#34;"


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="name"):
        filled("{name}", {})


def test_a_date_is_written_as_the_words_say(read: Read) -> None:
    assert read("").date("22 November 2026") == "22 November 2026"
    words = read('dates.day: "{month} {day}, {year}"\ndates.november: Tachwedd\n')
    assert words.date("22 November 2026") == "Tachwedd 22, 2026"


def test_each_mark_of_a_page_becomes_its_word(read: Read, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    marks = "&word:header.menu; &word:answers.open.board;", '&word:page.reviewed date="1 May 2027";'
    page.write_text(" ".join([*marks, "&amp;word:header.menu;"]), "utf-8")
    write_words(tmp_path, read('header.menu: A & B\npage.reviewed: "Read: {date}"\ndates.may: Mai\n'))
    assert page.read_text("utf-8") == "A &amp; B The board's answers Read: 1 Mai 2027 &amp;word:header.menu;"


def test_the_templates_of_the_frame_name_words_that_there_are() -> None:
    words = read_words(PROJECT, [])
    files = sorted((PROJECT / "overrides").rglob("*.html"))
    for file in files:
        assert file.read_text("utf-8").count("&word:") == len(marked_in(file.read_text("utf-8"))), file.name
    for name in [name for file in files for name in marked_in(file.read_text("utf-8"))]:
        key, form = words.of_mark(name)
        assert form in words.forms(key), name


def test_problems_of_words_are_told_with_those_of_pages(project: Callable[..., Path]) -> None:
    wrong = {"docs/questions/users.md": [["title: See", "titel: See"]]}
    config = project(change=wrong, write={"words.yml": "header.menu:\n"})
    assert [problem.file for problem in problems_of(config)] == [
        "docs/questions/users.md",
        "docs/questions/users.md",
        "words.yml",
    ]


def test_the_list_tells_whose_each_word_is(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = {"words.yml": "checklist.heading: Our checklist\n"}
    monkeypatch.chdir(project(write=own).parent)
    assert main() == 0
    parts = capsys.readouterr().out.split("\n\n")
    assert parts[0].splitlines() == [
        "Yours: 1",
        "  checklist.heading: Checklist",
        "    yours: Our checklist",
    ]
    assert "  conclusion.question.mine: What do I conclude?" in parts[1].splitlines()
    assert "  timer.start: Start the timer" in parts[2].splitlines()
    counts = [int(part.strip().splitlines()[0].split(": ")[1]) for part in parts[:3]]
    assert sum(counts) == len(our_words())


def test_the_list_of_a_guide_with_a_problem_is_its_problems(
    project: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project(write={"words.yml": "header.mein: A\n"}).parent)
    assert main() == 1
    assert capsys.readouterr().out.startswith("words.yml:1: header.mein: expected a key")
