"""The site behind the headers that hosts are told to send: all that it needs is allowed, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect

from tests.support import words_offline, words_review, writing
from tests.support.building import Build
from tests.support.guide import Question
from tests.support.hosting import Host, hosting
from tests.support.person import Person
from tests.support.watching import Watch

pytestmark = pytest.mark.full

# What the browser refuses, it says in the page; a warning counts as well as an error.
REPORTS = """addEventListener("securitypolicyviolation", ({ effectiveDirective, sourceFile }) =>
    console.error(`refused by ${effectiveDirective} in ${sourceFile}`));"""
ALLOWED = ("screen-wake-lock", "fullscreen", "clipboard-write")
REFUSED = ("camera", "microphone", "geolocation", "payment", "usb", "clipboard-read")


@pytest.fixture(scope="module")
def hosted(site: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosting(site.folder, tmp_path_factory.mktemp("hosted") / "nginx") as server:
        yield server


@pytest.fixture
def visitor(browser: Browser, hosted: Host) -> Iterator[Person]:
    watch = Watch(hosted.home.rstrip("/"))
    context = browser.new_context()
    context.add_init_script(REPORTS)
    watch.add(context)
    person = Person(context.new_page(), hosted)
    yield person
    context.close()
    assert watch.unexpected() == []


def test_nothing_is_refused_on_any_page(visitor: Person, pages: list[str]) -> None:
    for page in pages:
        if page != "404.html":  # its addresses are those of the place the site is made for
            visitor.open_ready(page.removesuffix("index.html"))


def test_nothing_is_refused_on_the_way_from_a_tick_to_paper(visitor: Person, question: Question) -> None:
    visitor.open_ready(question.url)
    visitor.tick(question.statements[0])
    writing.conclusion(visitor).fill("What we conclude")
    visitor.expect_saved()
    visitor.open_ready("review/")
    with visitor.page.expect_download():
        visitor.button(words_review.SAVE).click()
    visitor.page.emulate_media(media="print")
    assert visitor.page.pdf()


def test_nothing_is_refused_in_a_search_or_offline(visitor: Person, question: Question) -> None:
    visitor.open_ready("search/")
    visitor.page.get_by_role("searchbox").fill(question.ask.split()[-1])
    expect(visitor.page.get_by_role("main").get_by_role("link").first).to_be_visible()
    visitor.open_ready("about/offline/")
    visitor.button(words_offline.KEEP).click()
    visitor.expect_announced("offline-ready")
    visitor.open_ready(question.url)
    visitor.tick(question.statements[0])


def test_the_site_may_do_what_it_offers_and_nothing_else(visitor: Person) -> None:
    visitor.open("")
    allowed = visitor.page.evaluate("document.featurePolicy.allowedFeatures()")
    assert set(ALLOWED) <= set(allowed)
    assert not set(REFUSED) & set(allowed)


def test_no_other_site_may_show_it_in_a_frame(browser: Browser, hosted: Host, tmp_path: Path) -> None:
    frame = tmp_path / "frame.html"
    frame.write_text(f'<iframe src="{hosted.home}"></iframe>', "utf-8")
    page = browser.new_page()
    with page.expect_console_message(lambda message: "frame-ancestors" in message.text):
        page.goto(frame.as_uri())
    page.close()


@pytest.mark.parametrize(
    "attempt",
    [
        "() => { document.body.innerHTML = 'x'; }",
        "() => { document.createElement('script').src = '/assets/js/main.js'; }",
        "() => { setTimeout('1'); }",
        "() => { trustedTypes.createPolicy('default', {}); }",
        "() => navigator.serviceWorker.register('/service-worker.js')",
    ],
)
def test_what_is_made_of_text_is_refused_and_so_is_a_policy_of_another_name(
    browser: Browser, hosted: Host, attempt: str
) -> None:
    page = browser.new_page()
    page.goto(hosted.home)
    with pytest.raises(Error, match="TypeError"):
        page.evaluate(attempt)
    page.close()
