"""One journey in each engine: what is written is kept, moved, and there without a connection."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support import engines, words_offline, words_review
from tests.support.building import Build
from tests.support.engines import Chromium, Engine, wait_until
from tests.support.guide import Guide, Question
from tests.support.serving import serving

pytestmark = pytest.mark.full

NOTE = "We saw a nurse sign in 14 times"
READY = "return !document.querySelector('[data-module]:not([data-mounted])')"
KEPT = """const saved = document.getElementById("message-saved").content.textContent.split(" at ")[0];
return document.querySelector("[data-state]").textContent.startsWith(saved);"""
IS_TICKED = "return document.getElementById(`${arguments[0]}--tick`).checked"
IS_NOTED = "return document.getElementById(`${arguments[0]}--evidence`)?.value === arguments[1]"
HOLDS = "return document.getElementById(`${arguments[0]}--evidence`)?.value.includes(arguments[1])"
SAYS = "return document.querySelector('main').innerText.includes(arguments[0])"
SPELLED = "return document.querySelector('[data-spelled]').textContent"
BOX = "return document.querySelector('[data-box] textarea').value"
# As if pasted: keys would take minutes.
PASTE = "const [path, text] = arguments; document.getElementById(path).value = text;"


@contextmanager
def chromium(browser: Browser) -> Iterator[Engine]:
    context = browser.new_context()
    yield Chromium(context.new_page())
    context.close()


@pytest.fixture(params=["Chromium", "Firefox", "WebKit"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    starting: dict[str, Callable[[], AbstractContextManager[Engine]]] = {
        "Chromium": lambda: chromium(request.getfixturevalue("browser")),
        "Firefox": lambda: engines.firefox(tmp_path),
        "WebKit": lambda: engines.webkit(tmp_path),
    }
    with starting[request.param]() as engine:
        yield engine


def named(name: str) -> str:
    """Return the path of a control by its label or its words."""
    return (
        f'//*[@id=//label[starts-with(normalize-space(),"{name}")]/@for]'
        f'|//*[self::button or self::summary][normalize-space()="{name}"][not(ancestor::*[@hidden])]'
    )


def by_id(id: str) -> str:
    return f'//*[@id="{id}"]'


class Journey:
    """Somebody with a browser of one engine."""

    def __init__(self, engine: Engine, home: str) -> None:
        self.engine = engine
        self.home = home

    def open(self, url: str) -> None:
        self.engine.go(self.home + url)
        self.wait_for(READY)

    def wait_for(self, script: str, *given: str) -> None:
        wait_until(self.engine, script, *given)

    def says(self, text: str) -> None:
        self.wait_for(SAYS, text)

    def press(self, name: str) -> None:
        self.engine.press(named(name))

    def tick(self, id: str) -> None:
        self.engine.press(by_id(f"{id}--tick"))
        self.wait_for(KEPT)

    def keeps(self, first: str, second: str) -> None:
        """See both ticks and the note."""
        self.wait_for(READY)
        self.wait_for(IS_TICKED, first)
        self.wait_for(IS_TICKED, second)
        self.wait_for(IS_NOTED, first, NOTE)


def write(journey: Journey, question: Question) -> None:
    """Tick and note, and find both again after a reload, in a second tab, and on the way back and forward."""
    first, second = (statement.id for statement in question.statements[:2])
    journey.open(question.url)
    journey.tick(first)
    journey.engine.press(f"{by_id(f'{first}--evidence')}/../summary")
    journey.engine.type(by_id(f"{first}--evidence"), NOTE)
    journey.wait_for(KEPT)
    journey.engine.reload()
    journey.wait_for(READY)
    journey.wait_for(IS_NOTED, first, NOTE)
    journey.engine.open_tab()
    journey.open(question.url)
    journey.wait_for(IS_TICKED, first)
    journey.tick(second)
    journey.engine.use_tab(0)
    journey.keeps(first, second)
    journey.engine.use_tab(1)  # which is in front: one that is not may put off what it shows
    journey.open("checklist/")
    journey.engine.back()
    journey.keeps(first, second)
    journey.engine.forward()
    journey.wait_for(READY)
    journey.wait_for(IS_TICKED, second)


def send_code(journey: Journey, question: Question) -> None:
    """Answer the question, and bring the code to the page that counts it."""
    journey.engine.press(by_id(f"{question.id}--state"))
    journey.wait_for("return document.querySelector('[data-spelled]').textContent.trim().length > 0")
    code = journey.engine.run(SPELLED).replace(" ", "").replace(",", "-")
    journey.open(f"away-day/combine/#code={code}")
    journey.wait_for("return document.querySelector('[data-preview] h3') !== null")
    journey.wait_for("return !location.href.includes(arguments[0])", code)


def move(journey: Journey, question: Question) -> None:
    """Take a copy, delete the review, and bring it back from the copy."""
    journey.open("review/")
    journey.press(words_review.MORE)
    journey.press(words_review.SHOW_TEXT)
    journey.wait_for("return document.querySelector('[data-box] textarea').value.length > 0")
    copy = journey.engine.run(BOX)
    journey.press(words_review.MANAGE)
    journey.press(words_review.DELETE)
    journey.press(words_review.DELETE_YES)
    journey.wait_for("return !document.querySelector('article').innerText.includes(arguments[0])", NOTE)
    journey.engine.run(PASTE, "load--text", copy)
    journey.press(words_review.LOOK)
    journey.press(words_review.KEEP)
    journey.wait_for("return document.querySelector('article').innerText.includes(arguments[0])", NOTE)


def test_what_is_written_is_kept_moved_and_there_without_a_connection(
    engine: Engine, site: Build, guide: Guide, question: Question
) -> None:
    with serving(site.folder, guide.folder) as server:
        journey = Journey(engine, server.home)
        write(journey, question)
        send_code(journey, question)
        move(journey, question)
        journey.open("about/offline/")
        journey.press(words_offline.KEEP)
        journey.wait_for(
            "return [...document.querySelectorAll('[data-act=remove-offline]')].some((b) => !b.hidden)"
        )
    journey.open(question.url)
    journey.keeps(*(statement.id for statement in question.statements[:2]))


def test_what_is_typed_after_back_and_forward_is_added_to_what_was_there(
    engine: Engine, site: Build, guide: Guide, question: Question
) -> None:
    first = question.statements[0].id
    with serving(site.folder, guide.folder) as server:
        journey = Journey(engine, server.home)
        journey.open(question.url)
        engine.press(f"{by_id(f'{first}--evidence')}/../summary")
        engine.type(by_id(f"{first}--evidence"), NOTE)
        journey.wait_for(KEPT)
        journey.open("checklist/")
        engine.back()
        journey.wait_for(IS_NOTED, first, NOTE)
        engine.forward()
        journey.wait_for("return location.href.includes('checklist/')")
        engine.back()
        journey.wait_for(IS_NOTED, first, NOTE)
        engine.type(by_id(f"{first}--evidence"), "!")
        journey.wait_for(HOLDS, first, "!")
        journey.wait_for(KEPT)
        engine.open_tab()
        journey.open(question.url)
        journey.wait_for(HOLDS, first, "!")
        journey.wait_for(HOLDS, first, NOTE)
