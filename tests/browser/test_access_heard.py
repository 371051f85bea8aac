"""What a screen reader hears: names, roles, states and announcements, landmarks and headings.

Compared with what is written down in ``outlines/``, for a guide with words of its own. Where a change is
meant, ``UPDATE_OUTLINES=1 pytest tests/browser/test_access_heard.py`` writes it down: read the difference
before committing.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from re import Pattern

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.support import words
from tests.support.building import Build, built
from tests.support.guide import Guide, Question, read_guide
from tests.support.kinds import MISSING, addresses
from tests.support.landmarks import broken_rules
from tests.support.person import Person
from tests.support.projects import make_fork, plain_question
from tests.support.serving import Server, serving_apart
from tests.support.watching import NOT_FOUND, Watch

OUTLINES = Path(__file__).with_name("outlines")
FURTHER_PAGES = {"review": "{{ review() }}", "search": "{{ search() }}"}
URLS = {"home": "", "question": "questions/first/", "checklist": "checklist/", "review": "review/",
        "search": "search/", "not-found": MISSING}  # fmt: skip
LANDMARKS = (
    "banner",
    "navigation",
    "main",
    "contentinfo",
    "complementary",
    "search",
    "form",
    "region",
    "article",
)
OUTLINE = re.compile(rf"^ *- (?:{'|'.join(LANDMARKS)}|article|heading)\b.*$", re.M)
# Everything that a live region comes to hold, in order. A person with a screen reader hears each once.
LISTEN = """
window.heard = [];
document.addEventListener("DOMContentLoaded", () => {
    const LIVE = "[role=status], [role=alert], [role=log], [aria-live]";
    const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const textsOf = (region) => [...region.querySelectorAll("p")].map((p) => p.textContent);
    new MutationObserver((changes) => {
        const found = changes.map(({ target }) => elementOf(target)?.closest(LIVE));
        const regions = new Set(found.filter(Boolean));
        for (const region of regions) {
            const texts = textsOf(region).length ? textsOf(region) : [region.textContent];
            window.heard.push(...texts.map((text) => text.trim()).filter(Boolean));
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
});
"""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A guide of 2 questions, with every kind of page."""
    folder = tmp_path_factory.mktemp("small")
    project = make_fork(folder / "project", [plain_question("first", 3), plain_question("second", 2)])
    for name, body in FURTHER_PAGES.items():
        text = f"---\ntitle: The {name}\ndescription: The {name} page.\n---\n\n# The {name}\n\n{body}\n"
        (project / f"docs/{name}.md").write_text(text, "utf-8")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    settings["nav"] += [{"The review": "review.md"}, {"The search": "search.md"}]
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")
    return built(project, folder / "site")


@pytest.fixture(scope="module")
def small_server(small_site: Build) -> Iterator[Server]:
    with serving_apart(small_site.folder, read_guide(small_site.project).folder) as server:
        yield server


@pytest.fixture
def listener(browser: Browser, small_server: Server) -> Iterator[Person]:
    """Somebody on the small guide with a screen reader."""
    watch = Watch(small_server.origin, [NOT_FOUND])
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(LISTEN)
    watch.add(context)
    yield Person(context.new_page(), small_server)
    context.close()
    assert watch.unexpected() == []


@pytest.fixture
def first(small_site: Build) -> Question:
    return read_guide(small_site.project).questions[0]


def expect_written(name: str, heard: str) -> None:
    path = OUTLINES / f"{name}.txt"
    if os.environ.get("UPDATE_OUTLINES"):
        path.write_text(heard + "\n", "utf-8")
    assert heard == path.read_text("utf-8").rstrip("\n"), f"{path.name}: see the top of {Path(__file__).name}"


def boxes(person: Person) -> str:
    """Return every box with its description and state, which an aria snapshot leaves out."""
    session = person.page.context.new_cdp_session(person.page)
    root = session.send("DOM.getDocument")["root"]["backendNodeId"]
    nodes = session.send("Accessibility.queryAXTree", {"backendNodeId": root, "role": "checkbox"})["nodes"]
    lines = []
    for node in (node for node in nodes if not node["ignored"]):
        state = next(one["value"]["value"] for one in node["properties"] if one["name"] == "checked")
        description = node.get("description", {}).get("value", "")
        lines.append(f"[{'x' if state == 'true' else ' '}] {node['name']['value']} | {description}")
    return "\n".join(lines)


def answer(person: Person, question: Question) -> None:
    person.box(question.statements[0]).check()
    person.unknown(question.statements[1]).check()
    person.state(question).check()
    person.expect_saved()


def test_the_checklist_of_a_question_as_it_opens(listener: Person, first: Question) -> None:
    listener.open_ready(first.url)
    expect_written("checklist-as-it-opens", listener.page.locator("#checklist").aria_snapshot())
    expect_written("boxes-as-they-open", boxes(listener))


@pytest.mark.full
def test_the_checklist_of_a_question_with_a_tick_a_do_not_know_and_an_answer(
    listener: Person, first: Question
) -> None:
    listener.open_ready(first.url)
    answer(listener, first)
    listener.page.locator("details.evidence").first.evaluate("details => { details.open = true; }")
    expect_written("checklist-answered", listener.page.locator("#checklist").aria_snapshot())
    expect_written("boxes-answered", boxes(listener))


def test_the_checklist_of_a_question_as_the_board_answers_it(listener: Person, first: Question) -> None:
    listener.open_ready(first.url)
    listener.pick(words.BOARD)
    expect(listener.state(first, words.DISCUSSED)).to_be_visible()
    expect_written("checklist-of-the-board", listener.page.locator("#checklist").aria_snapshot())


@pytest.mark.full
def test_the_whole_checklist_with_answers(listener: Person, first: Question) -> None:
    listener.open_ready("checklist/")
    answer(listener, first)
    expect_written("whole-checklist-answered", listener.page.locator(".checklist").aria_snapshot())
    expect_written("whole-checklist-boxes", boxes(listener))


@pytest.mark.full
def test_the_list_of_questions_says_where_each_has_got_to(listener: Person, first: Question) -> None:
    listener.open_ready(first.url)
    answer(listener, first)
    expect_written("list-beside-a-question", listener.page.locator(".question-nav").aria_snapshot())
    listener.open_ready("")
    expect_written("list-at-home", listener.page.locator("#questions").aria_snapshot())


def expect_heard(person: Person, *expected: Pattern[str]) -> None:
    """Wait until as much has been announced, and compare it, in order."""
    person.page.wait_for_function("count => window.heard.length >= count", arg=len(expected))
    heard: list[str] = person.page.evaluate("window.heard.splice(0)")
    assert len(heard) == len(expected), heard
    for text, pattern in zip(heard, expected, strict=True):
        assert pattern.fullmatch(text), heard


@pytest.mark.full
def test_each_answer_is_announced_in_order_and_saving_once(listener: Person, first: Question) -> None:
    listener.open_ready(first.url)
    saved = listener.said("saved", time=words.ANYTHING)
    statement = first.statements[0]
    listener.box(statement).check()
    expect_heard(listener, saved)
    listener.unknown(statement).check()
    expect_heard(listener, listener.said("tick-removed"), saved)
    listener.box(statement).check()
    expect_heard(listener, listener.said("unknown-removed-mine"), saved)
    for other in first.statements[1:]:
        listener.box(other).check()
    listener.state(first).check()
    expect_heard(listener, saved)


@pytest.mark.full
def test_nothing_is_announced_on_arrival(listener: Person, first: Question) -> None:
    listener.open_ready(first.url)
    answer(listener, first)
    for url in (first.url, "", "checklist/", "review/", "search/"):
        listener.open_ready(url)
        assert listener.page.evaluate("window.heard") == [], url


@pytest.mark.full
def test_filtering_and_clearing_are_announced(listener: Person, first: Question) -> None:
    listener.open_ready("checklist/")
    listener.page.evaluate("window.heard.splice(0)")
    listener.tick(first.statements[0])
    expect_heard(listener, listener.said("saved", time=words.ANYTHING))
    listener.pick(words.FILTER_NOT_TICKED)
    expect_heard(listener, listener.said("shown", count=4, total=5))
    listener.pick(words.FILTER_ALL)
    expect_heard(listener, listener.said("shown", count=5, total=5))
    listener.button(words.CLEAR).click()
    listener.button(words.CLEAR_YES).click()
    cleared = re.compile(listener.said("cleared").pattern + ".*", re.S)
    expect_heard(listener, cleared, listener.said("saved", time=words.ANYTHING))


@pytest.mark.full
def test_what_search_finds_is_announced(listener: Person, first: Question) -> None:
    listener.open_ready("search/")
    listener.page.get_by_role("searchbox").fill("nowhere-to-be-found")
    expect_heard(listener, listener.said("search-found-none", query="nowhere-to-be-found"))
    listener.page.get_by_role("searchbox").fill("part")
    found = listener.page.get_by_role("main").get_by_role("link")
    expect(found.first).to_be_visible()
    expect_heard(listener, listener.said("search-found", count=found.count(), query="part"))


@pytest.mark.full
@pytest.mark.parametrize(("kind", "url"), URLS.items(), ids=list(URLS))
def test_the_landmarks_and_headings_of_each_kind_of_page(listener: Person, kind: str, url: str) -> None:
    listener.open_ready(url)
    snapshot = listener.page.locator("body").aria_snapshot()
    expect_written(f"landmarks-{kind}", "\n".join(OUTLINE.findall(snapshot)))


# The room fills the window.
NO_FOOTER_IN_THE_ROOM = ("away-day/room/", "expected one contentinfo, got 0")


@pytest.mark.full
def test_the_landmarks_and_headings_of_every_page_follow_the_rules(
    new_person: Callable[..., Person], watch: Watch, pages: list[str], guide: Guide
) -> None:
    watch.expected.append(NOT_FOUND)
    person = new_person()
    found: list[str] = []
    for url in addresses(pages):
        person.open_ready(url)
        broken = broken_rules(person.page.locator("body").aria_snapshot())
        found += [f"/{url}: {what}" for what in broken if (url, what) != NO_FOOTER_IN_THE_ROOM]
    assert not found, "\n".join(found)
