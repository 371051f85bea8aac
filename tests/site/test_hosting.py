"""The headers that hosts are told to send: the same everywhere, and what a real server sends."""

import json
import re
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from macros.hosting import HEADERS, HOSTS, PAGE, POLICY, write_headers
from tests.support.building import PROJECT, Build
from tests.support.hosting import Host, hosting
from tests.support.parsing import one, parse

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "application/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
FOR_FILES = ("X-Content-Type-Options", "Cache-Control")
NOT_SERVED = ("_headers", "staticwebapp.config.json")


def test_the_command_writes_every_header_for_every_host(tmp_path: Path) -> None:
    for name in (*HOSTS, PAGE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = (PROJECT / name).read_text("utf-8")
        for value in (*HEADERS.values(), POLICY):
            text = text.replace(value, "old value")
        (tmp_path / name).write_text(text, "utf-8")
    write_headers(tmp_path)
    for name in HOSTS:
        text = (tmp_path / name).read_text("utf-8")
        assert text == (PROJECT / name).read_text("utf-8"), f"run python -m macros.hosting: {name}"
        assert all(header in text and value in text for header, value in HEADERS.items()), name
        assert "old value" not in text, name
    assert (tmp_path / PAGE).read_text("utf-8") == (PROJECT / PAGE).read_text("utf-8"), PAGE


def rules_in(text: str) -> dict[str, dict[str, str]]:
    """Return the headers for each path, as Netlify and Cloudflare Pages read a file named ``_headers``.

    https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
    """
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        name, _, value = line.strip().partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace():
            rules[list(rules)[-1]][name] = value.strip()
        else:
            rules[line] = {}
    return rules


def test_netlify_and_cloudflare_pages_find_every_header_for_every_path(site: Build) -> None:
    text = site.text("_headers")
    assert rules_in(text) == {"/*": HEADERS}
    assert max(map(len, text.splitlines())) < 2000, "Cloudflare Pages leaves a longer line out"


def test_azure_finds_every_header_and_our_page_for_what_is_not_found(site: Build) -> None:
    """https://learn.microsoft.com/azure/static-web-apps/configuration"""
    found = json.loads(site.text("staticwebapp.config.json"))
    assert found["globalHeaders"] == HEADERS
    assert found["mimeTypes"] == {".webmanifest": TYPES[".webmanifest"]}
    assert (site.folder / found["responseOverrides"]["404"]["rewrite"].lstrip("/")).is_file()


def test_caddy_finds_every_header() -> None:
    """https://caddyserver.com/docs/caddyfile/directives/header"""
    text = (PROJECT / "hosting/Caddyfile").read_text("utf-8")
    (block,) = re.findall(r"^\theader \{\n(.*?)^\t\}", text, re.M | re.S)
    assert dict(re.findall(r'^\t\t(\S+) "(.*)"$', block, re.M)) == HEADERS


def test_a_file_without_a_line_for_a_header_is_named(tmp_path: Path) -> None:
    (tmp_path / "hosting").mkdir()
    (tmp_path / "hosting/nginx.conf").write_text("charset utf-8;\n", "utf-8")
    with pytest.raises(ValueError, match=r"nginx\.conf: expected a line for this header"):
        write_headers(tmp_path)


def test_the_policy_is_the_one_that_every_page_has(site: Build) -> None:
    for page in site.pages:
        meta = one(parse(site.folder / page), ".//meta[@http-equiv='Content-Security-Policy']")
        assert meta.attrib["content"] == POLICY, page


@pytest.fixture(scope="module")
def hosted(site: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosting(site.folder, tmp_path_factory.mktemp("hosting") / "nginx") as server:
        yield server


def get(server: Host, path: str, **headers: str) -> HTTPResponse | HTTPError:
    try:
        answer: HTTPResponse = urlopen(Request(server.home + path, headers=headers), timeout=10)
    except HTTPError as error:
        return error
    return answer


def expect_headers(answer: HTTPResponse | HTTPError) -> None:
    """What can be opened by itself has them all; styles and modules say only how to take them."""
    for name in FOR_FILES if answer.url.endswith((".css", ".js")) and "/assets/" in answer.url else HEADERS:
        assert answer.headers.get_all(name) == [HEADERS[name]], f"{answer.url}: {name}"


def one_file_of_each_kind(site: Build) -> dict[str, str]:
    """Return the largest of each: what is tiny is not compressed."""
    files = [path for path in site.folder.rglob("*") if path.is_file() and path.name not in NOT_SERVED]
    files.sort(key=lambda path: path.stat().st_size)
    return {path.suffix: path.relative_to(site.folder).as_posix() for path in files}


@pytest.mark.full
def test_a_real_server_sends_them_with_every_kind_of_file(site: Build, hosted: Host) -> None:
    for path in ("", *one_file_of_each_kind(site).values()):
        answer = get(hosted, path)
        assert answer.status == 200, path
        expect_headers(answer)


@pytest.mark.full
def test_every_kind_of_file_has_its_type(site: Build, hosted: Host) -> None:
    files = one_file_of_each_kind(site)
    for ending, kind in TYPES.items():
        assert get(hosted, files[ending]).headers.get_content_type() == kind


@pytest.mark.full
def test_what_is_not_found_has_them_too_and_is_our_page(hosted: Host, site: Build) -> None:
    answer = get(hosted, "there/is/no/such/page/")
    assert answer.status == 404
    expect_headers(answer)
    assert answer.read().decode("utf-8") == site.text("404.html")


@pytest.mark.full
def test_a_file_that_has_not_changed_is_not_sent_again(hosted: Host) -> None:
    tag = get(hosted, "assets/js/main.js").headers["ETag"]
    answer = get(hosted, "assets/js/main.js", **{"If-None-Match": tag})
    assert answer.status == 304
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.full
def test_text_is_compressed(site: Build, hosted: Host) -> None:
    for ending in (".css", ".html", ".js", ".json", ".svg"):
        answer = get(hosted, one_file_of_each_kind(site)[ending], **{"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip", ending


@pytest.mark.full
@pytest.mark.parametrize("path", NOT_SERVED)
def test_what_is_for_another_host_is_not_shown(hosted: Host, path: str) -> None:
    assert get(hosted, path).status == 404
