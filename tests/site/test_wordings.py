"""What a statement says to one member alone stands where one's own answers are, and nowhere else."""

import json
from pathlib import Path

import pytest

from tests.support.building import Build, built
from tests.support.parsing import one, parse, text_of
from tests.support.projects import make_fork, plain_question

ALONE = "I have looked at the river myself"
TEXT = "We have looked at river, part 1"
ROOM = "---\ntitle: Room\ndescription: The room.\n---\n\n# Room\n\n{{ room() }}\n"
PACK = "---\ntitle: Pack\ndescription: The pack.\n---\n\n# Pack\n\n{{ paper_pack() }}\n"


@pytest.fixture(scope="module")
def river(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide whose first statement says something else to one member."""
    folder = tmp_path_factory.mktemp("river")
    question = plain_question("river", 2)
    question["statements"][0]["alone"] = ALONE
    project = make_fork(folder / "project", [question])
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "- Room: room.md\n- Pack: pack.md\n", "utf-8")
    (project / "docs/room.md").write_text(ROOM, "utf-8")
    (project / "docs/pack.md").write_text(PACK, "utf-8")
    return built(project, folder / "site")


def label(build: Build, page: str) -> list[tuple[str, str]]:
    """Return what the first statement's label holds: each wording with its class, or the only one without."""
    found = one(parse(Path(build.folder / page / "index.html")), ".//label[@for='river-1--tick']")
    return [(part.attrib["class"], text_of(part)) for part in found] or [("", text_of(found))]


@pytest.mark.parametrize("page", ["questions/river", "checklist"])
def test_a_page_that_can_hold_one_s_own_answers_has_both(river: Build, page: str) -> None:
    assert label(river, page) == [("for-mine", ALONE), ("for-board", TEXT)]


def test_the_room_has_what_the_board_reads(river: Build) -> None:
    assert label(river, "room") == [("", TEXT)]


def test_search_finds_what_everyone_reads(river: Build) -> None:
    found = "".join(entry["text"] for entry in json.loads(river.text("search-index.json")))
    assert TEXT in found
    assert ALONE not in found


def test_a_member_s_sheet_has_the_member_s_words_first(river: Build) -> None:
    sheet = text_of(one(parse(Path(river.folder / "pack/index.html")), ".//section"))
    assert sheet.index(ALONE) < sheet.index(TEXT)


def test_the_edition_ignores_it(river: Build, tmp_path: Path) -> None:
    plain = built(make_fork(tmp_path / "project", [plain_question("river", 2)]), tmp_path / "site")
    mark = 'data-fingerprint="'
    prints = [build.text("checklist/index.html").split(mark)[1].split('"')[0] for build in (river, plain)]
    assert prints[0] == prints[1]
