"""In a guide of another language no word of ours is shown, said, copied or saved, whatever a person does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.support import broken_storage, clipboard
from tests.support.building import Build, built
from tests.support.made_up import make_made_up, marked, unmarked
from tests.support.person import Person
from tests.support.serving import Server, serving_apart

pytestmark = pytest.mark.full

# What a page shows and says now, what is hidden included; a template's text is not on the page.
SHOWN = """() => {
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest("script, style")) texts.push(walker.currentNode.data);
    }
    for (const name of ["aria-label", "alt", "title", "placeholder"]) {
        for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name));
    }
    for (const field of document.querySelectorAll("input[readonly]")) texts.push(field.value);
    return texts;
}"""
# What a browser writes by itself, in the language of the page: this guide says that it is in English.
DATES = re.compile(r"\d+ [A-Z][a-z]+ \d{4}|\d+:\d\d[ap]m")
LOWER = re.compile(r"[a-z]")
WROTE = marked("Something of our own")


class Reader:
    """Somebody who uses the guide, and notices each word that is not in its language."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.person = Person(page, server)
        self.noticed: set[str] = set()

    def open(self, url: str) -> None:
        self.wait_until_saved()
        self.page.goto(self.person.home + url)
        self.person.wait_until_ready()
        self.look()

    def look(self) -> None:
        for text in self.page.evaluate(SHOWN):
            self.read(text)

    def read(self, text: str) -> None:
        found = unmarked(DATES.sub("", text))
        if LOWER.search(found):
            self.noticed.add(f"{self.page.url.removeprefix(self.person.home)}: {found}")

    def press(self, act: str, within: str = "") -> None:
        """Press the first button in sight that does this, and look at what is there then."""
        self.page.locator(f"{within} [data-act={act}]:visible").first.click()
        self.look()

    def save(self, act: str, within: str = "") -> str:
        """Press a button that saves a file, and return what is in it."""
        with self.page.expect_download() as downloading:
            self.page.locator(f"{within} [data-act={act}]:visible").first.click()
        self.look()
        return Path(downloading.value.path()).read_text("utf-8")

    def wait_until_saved(self) -> None:
        line = self.page.locator("[data-state]")
        if line.count():
            expect(line).not_to_have_text(marked("Saving…"))
        self.look()


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("made-up")
    return built(make_made_up(folder / "project", filled_in=True), folder / "site")


@pytest.fixture(scope="module")
def made_up_server(made_up: Build) -> Iterator[Server]:
    with serving_apart(made_up.folder, "") as server:
        yield server


@pytest.fixture
def reader(browser: Browser, made_up_server: Server) -> Iterator[Reader]:
    context = browser.new_context(permissions=clipboard.PERMISSIONS)
    reader = Reader(context.new_page(), made_up_server)
    yield reader
    context.close()
    assert not reader.noticed


def answer(reader: Reader) -> None:
    """Answer the first question and write about it; add what is to be done where the board does."""
    page = reader.page
    reader.open("questions/river/")
    for id in ("river-1--tick", "river-2--unknown", "river-2--tick", "river--state"):
        page.locator(f"[id='{id}']").check()
        reader.wait_until_saved()
    page.locator(".evidence summary").first.click()
    page.locator("[id='river-1--evidence']").fill(WROTE)
    page.locator("[id='river--conclusion']").fill(WROTE)
    page.locator("[id='answering-as--board']").check()
    page.locator("[id='river--parked']").check()
    for _ in range(2):
        reader.press("add")
    for field in page.locator("[data-field=what]:visible, [data-field=owner]:visible").all():
        field.fill(WROTE)
    page.locator("[data-field=dueOn]:visible").first.fill("2026-01-31")
    reader.press("remove")
    reader.press("undo")
    reader.wait_until_saved()


def test_the_pages_as_they_open(reader: Reader, made_up: Build) -> None:
    for page in made_up.pages:
        reader.open(page.removesuffix("index.html"))


def test_answering_alone(reader: Reader) -> None:
    answer(reader)
    reader.open("")
    reader.open("checklist/")
    for choice in ("not-ticked", "unknown", "all"):
        reader.page.locator(f"[id='filter--{choice}']").check()
        reader.look()
    reader.press("copy", ".answer-code")
    reader.press("mark")
    reader.press("unmark")
    reader.page.locator("[id='river-1--unknown']").check()
    reader.press("copy", ".answer-code")
    reader.page.locator(".next-person summary").click()
    reader.press("hand-over")
    reader.press("hand-over-counted")
    reader.press("give-back")
    reader.press("clear")
    reader.press("confirm")
    reader.press("undo", ".clear__done")
    reader.wait_until_saved()


def test_the_review_and_all_that_leaves_it(reader: Reader) -> None:
    answer(reader)
    reader.open("review/")
    reader.page.locator("[id='review--again-on']").fill("2030-02-01")
    reader.page.locator("[id='review--held-on']").fill("2026-02-01")
    reader.page.locator("[id='review--name']").fill(WROTE)
    reader.wait_until_saved()
    copy = reader.save("save")
    reader.save("save-all")
    reader.press("box")
    for act in ("copy-rich", "copy-text"):
        reader.press(act)
        reader.read(clipboard.text_of(reader.person))
    reader.read(reader.save("csv"))
    for line in reader.save("calendar").splitlines():
        if line.startswith("SUMMARY"):
            reader.read(line.partition(":")[2])
    reader.press("copy", "[data-module='review/reviews']")
    reader.page.locator("#compare--with").select_option(index=1)
    reader.look()
    reader.press("delete")
    reader.press("delete-confirmed")
    reader.press("undo", "[data-module='review/reviews']")
    load(reader, copy)
    reader.press("remove")
    reader.press("remove-confirmed")


def load(reader: Reader, copy: str) -> None:
    """Load what is no copy, and a copy with other words in it."""
    part = reader.page.locator("[data-module='review/load']")
    said = part.locator(".nhsuk-error-message, [data-preview]:not(:empty)").first
    other = json.loads(copy.replace(marked("own"), marked("other")))
    for each in other["reviews"][0]["records"]:
        each["changedAt"] += 1000
    for text in ("", "no copy", "{}", json.dumps(other)):
        file = FilePayload(name="copy.json", mimeType="application/json", buffer=text.encode())
        reader.page.locator("#load--file").set_input_files(file)
        expect(said).not_to_have_text("")
        reader.look()
    reader.press("add", "[data-preview]")
    reader.wait_until_saved()
    if reader.page.locator("#set-aside").is_visible():
        reader.press("restore")
    reader.press("undo", "[data-module='review/load']")


def test_the_results(reader: Reader) -> None:
    answer(reader)
    reader.open("checklist/")
    reader.press("copy", ".answer-code")
    code = clipboard.text_of(reader.person)
    reader.open("away-day/combine/")
    field = reader.page.locator("#codes--text")
    for text in (marked("nothing"), code, f"{code} {code[:-1]}0", f"{code[:9]}"):
        if not field.is_visible():
            reader.page.locator("[data-adding] > summary").click()
        field.fill(text)
        reader.press("look")
        if reader.page.locator("[data-preview] [data-act=add]").is_visible():
            reader.press("add", "[data-preview]")
    reader.page.locator("[data-module='results/hands'] > summary").click()
    reader.page.locator(".hands-question > summary").first.click()
    for count, people in (("ticked", "2"), ("unknown", "x"), ("unknown", "1")):
        reader.page.locator(f"[data-hands] [data-count={count}]").first.fill(people)
        reader.wait_until_saved()
    reader.page.locator("select").first.select_option("own")
    reader.press("down")
    reader.press("copy-summary")
    reader.read(clipboard.text_of(reader.person))
    reader.read(reader.save("summary-csv"))
    reader.open("away-day/room/")
    reader.open("review/")
    reader.open("away-day/combine/")
    reader.press("again")
    reader.press("again-confirmed")
    reader.press("again-undo")


def test_the_room(reader: Reader) -> None:
    reader.open("away-day/room/")
    reader.press("settings")
    reader.page.locator("[data-module='room/timer'] [data-act=start]").click()
    reader.look()
    for act in ("settings", "pause", "settings", "resume", "settings", "extend", "settings", "stop"):
        reader.press(act)
    reader.press("list")
    reader.press("close")
    reader.press("next")
    reader.press("guide")


def test_searching(reader: Reader) -> None:
    reader.open("search/")
    for query in (marked("river"), marked("nowhere"), marked("We")):
        reader.page.locator("#search--field").fill(query)
        expect(reader.page.locator(".search [role=status]")).to_contain_text(query)
        reader.look()


def test_where_nothing_can_be_kept(reader: Reader) -> None:
    reader.page.add_init_script(broken_storage.THROWS)
    reader.open("questions/river/")
    reader.page.locator("[id='river-1--tick']").check()
    reader.look()


def test_keeping_the_guide_for_use_offline(reader: Reader) -> None:
    reader.open("about/offline/")
    reader.press("store-offline")
    expect(reader.page.locator("[data-act=remove-offline]")).to_be_visible()
    reader.press("remove-offline")
    expect(reader.page.locator("[data-act=store-offline]")).to_be_visible()
    reader.look()
