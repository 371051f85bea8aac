"""The guide kept on a device, on request only: whole, without a connection, and renewed without a break."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from macros.site.offline_files import write_list
from tests.support import copies, words_offline, words_review
from tests.support.building import Build
from tests.support.guide import Guide, Question
from tests.support.kinds import addresses
from tests.support.person import Person, expect_ticked
from tests.support.serving import SiteServer, serving
from tests.support.watching import Watch

NewContext = Callable[..., BrowserContext]
OFFLINE = "about/offline/"
NO_CONNECTION = "ERR_CONNECTION_REFUSED|ERR_FAILED|status of 404"
HELD = """async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"caches": 0, "workers": 0}
ONE = {"caches": 1, "workers": 1}
NEWS = "A newer edition of this page"
WAITING = "navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting?.state)"


def held(person: Person) -> object:
    return person.page.evaluate(HELD)


@pytest.fixture
def folder(site: Build, tmp_path: Path) -> Path:
    """A copy of the built site, which can be published anew."""
    return Path(shutil.copytree(site.folder, tmp_path / "published"))


@pytest.fixture
def host(folder: Path, guide: Guide) -> AbstractContextManager[SiteServer]:
    """What serves it, once it is entered, and is gone once it is left."""
    return serving(folder, guide.folder)


@pytest.fixture
def watch() -> Iterator[Watch]:
    watch = Watch("http://127.0.0.1")
    watch.expected.append("^request")  # each server here has an origin of its own
    yield watch
    assert watch.unexpected() == []


def keep(context: BrowserContext, server: SiteServer) -> Person:
    person = Person(context.new_page(), server).open_ready(OFFLINE)
    person.button(words_offline.KEEP).click()
    person.expect_announced("offline-ready")
    return person


def publish(folder: Path) -> None:
    """Change 2 pages, and finish the site as a build does."""
    for page in ("index.html", "search/index.html"):
        file = folder / page
        file.write_text(file.read_text("utf-8").replace("</h1>", f" {NEWS}</h1>"), "utf-8")
    write_list(folder)


def look_for_news(person: Person) -> None:
    """Wait until a newer version is there, as a browser looks for it while one goes from page to page."""
    person.page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    person.page.wait_for_function(f"async () => (await {WAITING}) === 'installed'")


def shows_news(person: Person) -> bool:
    return NEWS in person.page.get_by_role("heading", level=1).inner_text()


def expect_old(person: Person) -> None:
    """Go from page to page: each is of the version before."""
    for url in ("", "search/", "", "search/", ""):
        person.open_ready(url)
        assert not shows_news(person)


def expect_news(person: Person) -> None:
    """Go from page to page until the newer version shows: the worker may hear of it a moment later."""
    for url in ("", "search/") * 50:
        person.open_ready(url)
        if shows_news(person):
            break
    assert shows_news(person)
    person.page.wait_for_function("async () => (await caches.keys()).length === 1")  # the older one has gone


def test_nothing_is_kept_unless_it_is_asked_for(person: Person, pages: list[str], question: Question) -> None:
    for url in ("", question.url, "checklist/", "review/", "search/", OFFLINE):
        person.open_ready(url)
    assert held(person) == NOTHING


def test_the_page_says_how_much_it_is_first(person: Person, site: Build) -> None:
    size = json.loads(site.text("offline.json"))["bytes"]
    person.open_ready(OFFLINE)
    expect(person.page.get_by_role("main")).to_contain_text(
        person.said("offline-none", size=f"{size / 1_000_000:.1f}")
    )


@pytest.mark.full
def test_every_page_opens_without_a_connection_as_the_first_one(
    new_context: NewContext, host: AbstractContextManager[SiteServer], pages: list[str], watch: Watch
) -> None:
    watch.expected.append(NO_CONNECTION)
    context = new_context()
    with host as server:
        keep(context, server).page.close()
    for url in addresses(pages):
        person = Person(context.new_page(), server).open_ready(url)
        expect(person.page.get_by_role("heading", level=1)).to_be_visible()
        assert person.page.evaluate("document.styleSheets.length") > 0
        person.page.close()


def test_search_and_answers_work_without_a_connection(
    new_context: NewContext, host: AbstractContextManager[SiteServer], question: Question
) -> None:
    context = new_context()
    with host as server:
        person = keep(context, server)
    person.open_ready(question.url)
    person.tick(question.statements[0])
    person.reload()
    expect_ticked(person.box(question.statements[0]), True)
    person.open_ready("search/")
    person.page.get_by_role("searchbox").fill(question.ask.split()[-1])
    expect(person.page.get_by_role("main").get_by_role("link").first).to_be_visible()


@pytest.mark.full
def test_an_address_is_found_however_it_is_written(
    new_context: NewContext, host: AbstractContextManager[SiteServer], question: Question
) -> None:
    context = new_context()
    with host as server:
        person = keep(context, server)
    for address in (
        question.url.rstrip("/"),
        f"{question.url}index.html",
        f"{question.url}?from=mail",
        f"{question.url}#maincontent",
    ):
        person.open_ready(address)
        expect(person.page.get_by_role("heading", level=1)).to_have_text(question.ask)


@pytest.mark.full
def test_a_newer_version_takes_over_as_the_only_page_goes_to_another(
    new_context: NewContext, host: AbstractContextManager[SiteServer], folder: Path, question: Question
) -> None:
    with host as server:
        person = keep(new_context(), server)
        person.open_ready(question.url)
        person.tick(question.statements[0])
        publish(folder)
        look_for_news(person)
        person.tick(question.statements[1])  # the open page goes on as it was
        expect_news(person)
        person.open_ready(question.url)
        expect_ticked(person.box(question.statements[0]), True)
        expect_ticked(person.box(question.statements[1]), True)


@pytest.mark.full
def test_a_newer_version_waits_while_another_page_is_open(
    new_context: NewContext, host: AbstractContextManager[SiteServer], folder: Path, question: Question
) -> None:
    context = new_context()
    with host as server:
        person = keep(context, server)
        person.open_ready("search/")
        publish(folder)
        look_for_news(person)
        for _ in range(5):  # the worker may hear of the newer version a moment later
            other = person.another_tab().open_ready("")  # both can be in sight, in 2 windows
            assert not shows_news(other)
            other.page.close()
        other = person.another_tab()
        expect_old(other)
        person.page.get_by_role("searchbox").fill(question.ask.split()[-1])
        expect(person.page.get_by_role("main").get_by_role("link").first).to_be_visible()
        person.open_ready(OFFLINE)
        expect(person.page.get_by_role("main")).to_contain_text(person.said("offline-newer"))
        person.page.close()
        expect_news(other)


@pytest.mark.full
def test_a_download_that_is_cut_short_leaves_the_version_before_it(
    new_context: NewContext,
    host: AbstractContextManager[SiteServer],
    folder: Path,
    question: Question,
    watch: Watch,
) -> None:
    watch.expected.append(NO_CONNECTION)
    context = new_context()
    with host as server:
        person = keep(context, server)
        publish(folder)
        server.blocked.add("checklist/")
        person.page.evaluate(
            """async () => {
                const found = await navigator.serviceWorker.getRegistration();
                await found.update();
                const worker = found.installing;
                if (worker) await new Promise((resolve) => (worker.onstatechange = resolve));
            }"""
        )
        expect_old(person)
        server.blocked.clear()
        look_for_news(person)
        expect_news(person)


@pytest.mark.full
def test_a_file_that_is_not_the_one_published_is_never_kept(
    new_context: NewContext, host: AbstractContextManager[SiteServer], folder: Path
) -> None:
    file = folder / "about/index.html"
    file.write_text(file.read_text("utf-8") + "<p>Not ours</p>", "utf-8")
    with host as server:
        person = Person(new_context().new_page(), server).open_ready(OFFLINE)
        person.button(words_offline.KEEP).click()
        person.expect_announced("offline-wrong", file="about/")
        expect(person.button(words_offline.KEEP)).to_be_enabled()
        person.reload()
        assert held(person) == NOTHING


@pytest.mark.full
def test_a_host_that_does_not_serve_the_app_s_manifest_is_good_enough(
    new_context: NewContext, host: AbstractContextManager[SiteServer], watch: Watch
) -> None:
    watch.expected.append("status of 404|Manifest")
    with host as server:
        server.blocked.add("manifest.webmanifest")
        keep(new_context(), server)


@pytest.mark.full
def test_a_download_without_a_connection_leaves_nothing_behind_and_blames_no_file(
    new_context: NewContext, host: AbstractContextManager[SiteServer], watch: Watch
) -> None:
    watch.expected.append(f"{NO_CONNECTION}|fetching the script")
    context = new_context()
    with host as server:
        person = Person(context.new_page(), server).open_ready(OFFLINE)
    person.button(words_offline.KEEP).click()
    person.expect_announced("offline-failed")
    assert held(person) == NOTHING


@pytest.mark.full
def test_what_stands_between_is_asked_to_change_nothing(
    new_context: NewContext, host: AbstractContextManager[SiteServer]
) -> None:
    with host as server:
        keep(new_context(), server)
        assert "no-transform" in server.caching_asked[f"{server.prefix}search-index.json"]


@pytest.mark.full
@pytest.mark.parametrize("name", ["a&b.png", "a (1).png", "board's.png", "é 100%.png"])
def test_a_file_is_found_whichever_of_its_characters_a_page_has_encoded(
    new_context: NewContext, host: AbstractContextManager[SiteServer], folder: Path, name: str
) -> None:
    shutil.copy(folder / "assets/images/icon-192.png", folder / "assets/images" / name)
    write_list(folder)
    with host as server:
        person = keep(new_context(), server)
    person.open_ready("search/")  # a page that the worker answers for
    for written in (quote(name), quote(name, safe="&()'")):
        script = "async (url) => (await fetch(url)).status"
        assert person.page.evaluate(script, f"{server.home}assets/images/{written}") == 200


@pytest.mark.full
def test_a_site_without_https_says_that_this_is_why(new_person: Callable[..., Person]) -> None:
    script = "Object.defineProperty(globalThis, 'isSecureContext', { get: () => false })"
    person = new_person(script).open_ready(OFFLINE)
    expect(person.page.get_by_role("main")).to_contain_text(person.said("offline-insecure"))
    expect(person.button(words_offline.KEEP)).to_be_hidden()


@pytest.mark.full
def test_it_can_be_removed_and_the_answers_stay(
    new_context: NewContext, host: AbstractContextManager[SiteServer], question: Question
) -> None:
    with host as server:
        person = keep(new_context(), server)
        person.open_ready(question.url)
        person.tick(question.statements[0])
        person.open_ready(OFFLINE)
        person.button(words_offline.FORGET).click()
        person.expect_announced("offline-removed")
        assert held(person) == NOTHING
        person.open_ready(question.url)
        expect_ticked(person.box(question.statements[0]), True)
        assert held(person) == NOTHING


@pytest.mark.full
def test_removing_everything_removes_it_too(
    new_context: NewContext, host: AbstractContextManager[SiteServer]
) -> None:
    with host as server:
        person = keep(new_context(), server)
        person.open_ready(copies.REVIEW)
        person.button(words_review.REMOVE).click()
        with person.page.expect_event("load"):
            person.button(words_review.REMOVE_YES).click()
        person.expect_announced("removed")
        assert held(person) == NOTHING


@pytest.mark.full
def test_another_guide_of_the_same_host_keeps_its_own(
    new_context: NewContext, site: Build, tmp_path: Path
) -> None:
    """Sites under one address share caches."""
    for name in ("one", "one/below"):
        shutil.copytree(site.folder, tmp_path / name, dirs_exist_ok=True)
    context = new_context()
    with serving(tmp_path, "") as server:
        persons = []
        for name in ("one/", "one/below/"):
            person = Person(context.new_page(), server)
            person.home = server.home + name
            person.open_ready(OFFLINE)
            person.button(words_offline.KEEP).click()
            person.expect_announced("offline-ready")
            persons.append(person)
        assert held(persons[0]) == {"caches": 2, "workers": 2}
        persons[0].button(words_offline.FORGET).click()
        persons[0].expect_announced("offline-removed")
        assert held(persons[0]) == ONE


@pytest.mark.full
def test_where_the_browser_cannot_keep_it_the_page_says_so(new_person: Callable[..., Person]) -> None:
    person = new_person("delete Navigator.prototype.serviceWorker").open_ready(OFFLINE)
    expect(person.page.get_by_role("main")).to_contain_text(person.said("offline-impossible"))
    expect(person.button(words_offline.KEEP)).to_be_hidden()
    expect(person.button(words_offline.FORGET)).to_be_hidden()


@pytest.mark.full
def test_without_javascript_the_page_reads_and_offers_nothing(new_person: Callable[..., Person]) -> None:
    person = new_person(java_script_enabled=False).open(OFFLINE)
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    expect(person.page.get_by_role("button")).to_have_count(0)


@pytest.mark.full
def test_a_page_that_does_not_fit_its_script_says_so(person: Person, question: Question) -> None:
    """As after a change of the site, where a browser still has the page and fetches the script anew."""
    line = person.page.locator("[data-outdated]")
    person.open_ready(question.url)
    expect(line).to_be_hidden()

    def older(route: Route) -> None:
        answer = route.fetch()
        body = re.sub('data-build="[^"]*"', 'data-build="0"', answer.text())
        route.fulfill(response=answer, body=body)

    person.page.route(f"**/{question.url}", older)
    person.open_ready(question.url)
    expect(line).to_be_visible()
