"""A question of 7 long statements in the room: more than a slide, and each is seen whole on the way on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.building import built
from tests.support.guide import Guide, read_guide
from tests.support.in_the_room import PROJECTORS, enter, expect_question, put_counts
from tests.support.looking import sized
from tests.support.person import Person
from tests.support.projects import make_fork, plain_question
from tests.support.serving import Server, serving_apart

pytestmark = pytest.mark.full

STATEMENT = "In the last year each of us has watched a team show what it learnt from the users of part {}"
MOST = 7  # statements that a question may have

# The places of the statements that can be seen whole, below the lines that stay in sight; then the way on.
SEEN = """() => {
    const [bar, ask] = document.querySelectorAll(".room__bar, [data-in-sight]");
    const top = Math.max(bar.getBoundingClientRect().bottom, ask.getBoundingClientRect().bottom);
    const isSeen = (element) => {
        const rect = element.getBoundingClientRect();
        return rect.top >= top && rect.bottom <= innerHeight;
    };
    const rows = [...document.querySelectorAll(".room__question:not([hidden]) [data-statement]")];
    return [rows.flatMap((row, place) => (isSeen(row) ? [place] : [])),
        isSeen(document.querySelector(".room__end [data-act=next]"))];
}"""


@pytest.fixture(scope="module")
def long_guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Guide]]:
    questions = [plain_question(name, MOST) for name in ("river", "field")]
    for question in questions:
        for number, statement in enumerate(question["statements"], 1):
            statement["text"] = STATEMENT.format(number)
    folder = tmp_path_factory.mktemp("long")
    project = make_fork(folder / "project", questions)
    add_page(project, "away-day/room.md", "{{ room() }}")
    add_page(project, "review.md", "{{ review() }}")
    guide = read_guide(project)
    with serving_apart(built(project, folder / "site").folder, guide.folder) as server:
        yield server, guide


def add_page(project: Path, path: str, part: str) -> None:
    page = project / "docs" / path
    page.parent.mkdir(exist_ok=True)
    page.write_text(
        f"---\ntitle: {page.stem}\ndescription: A page.\n---\n\n# {page.stem}\n\n{part}\n", "utf-8"
    )
    settings = project / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}- {path}\n", "utf-8")


@pytest.mark.parametrize("size", PROJECTORS.values(), ids=list(PROJECTORS))
def test_every_statement_is_seen_whole_on_the_way_on(
    browser: Browser, long_guide: tuple[Server, Guide], size: tuple[int, int]
) -> None:
    server, guide = long_guide
    with browser.new_context(**sized(*size)) as context:
        person = Person(context.new_page(), server)
        put_counts(person, guide, guide.questions[0])
        enter(person)
        expect_question(person, guide.questions[0])
        first, _ = person.page.evaluate(SEEN)
        person.page.keyboard.press("PageDown")
        expect(person.page.locator("[data-in-sight]")).to_be_visible()
        second, is_way_on_seen = person.page.evaluate(SEEN)
        assert sorted({*first, *second}) == list(range(MOST))
        assert is_way_on_seen
        person.page.keyboard.press("PageDown")
        expect_question(person, guide.questions[1])
