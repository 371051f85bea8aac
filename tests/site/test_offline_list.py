"""The list of files that a device keeps: every file that a page can ask for, each with its hash."""

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.site.offline_files import write_list
from tests.support.building import Build
from tests.support.guide import Guide
from tests.support.parsing import one, parse

FOR_HOSTS = {"offline.json", "service-worker.js", "sitemap.xml", "sitemap.xml.gz", "staticwebapp.config.json"}


def read(folder: Path, file: str = "offline.json") -> Any:
    return json.loads((folder / file).read_text("utf-8"))


def files_in(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    shown = (path for path in found if not any(part.startswith(".") for part in Path(path).parts))
    return [path for path in shown if Path(path).suffix and path not in FOR_HOSTS]


def build_of(folder: Path) -> str:
    build: str = read(folder)["build"]
    return build


@pytest.fixture
def copy(site: Build, tmp_path: Path) -> Path:
    """A copy of the built site, to change."""
    return Path(shutil.copytree(site.folder, tmp_path / "copy"))


def test_it_names_every_file_with_its_hash(site: Build) -> None:
    hashes = {
        re.sub(r"(^|/)index\.html$", r"\1", path): hashlib.sha256(
            (site.folder / path).read_bytes()
        ).hexdigest()
        for path in files_in(site.folder)
    }
    assert read(site.folder)["files"] == hashes


def test_it_says_how_many_bytes_they_are(site: Build) -> None:
    sizes = [(site.folder / path).stat().st_size for path in files_in(site.folder)]
    assert read(site.folder)["bytes"] == sum(sizes)


def test_pages_script_and_worker_have_the_name_of_the_build(site: Build) -> None:
    build = build_of(site.folder)
    assert re.fullmatch("[0-9a-f]{16}", build)
    for page in site.pages:
        assert parse(site.folder / page).attrib["data-build"] == build
    for script in ("assets/js/main.js", "service-worker.js"):
        assert f'\nconst BUILD = "{build}";' in site.text(script)


def test_listing_a_site_again_changes_nothing(copy: Path) -> None:
    before = {path: (copy / path).read_bytes() for path in files_in(copy)}
    write_list(copy)
    assert {path: (copy / path).read_bytes() for path in files_in(copy)} == before


@pytest.mark.parametrize("path", ["index.html", "assets/js/store/store.js", "service-worker.js"])
def test_any_change_gives_the_build_another_name(copy: Path, path: str) -> None:
    before = build_of(copy)
    file = copy / path
    file.write_text(file.read_text("utf-8") + "\n", "utf-8")
    write_list(copy)
    assert build_of(copy) != before


def test_an_app_made_of_the_site_has_the_guide_s_name_and_starts_inside_it(site: Build, guide: Guide) -> None:
    manifest = read(site.folder, "manifest.webmanifest")
    assert manifest["name"] == guide.name
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert "id" not in manifest  # it would be the same for every guide of one host
    for page in site.pages:
        one(parse(site.folder / page), ".//link[@rel='manifest']")


def test_an_app_has_icons_of_the_sizes_it_names(site: Build) -> None:
    icons = read(site.folder, "manifest.webmanifest")["icons"]
    for icon in icons:
        image = (site.folder / icon["src"]).read_bytes()
        width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))  # of a PNG
        assert icon["sizes"] == f"{width}x{height}"
    assert {"any", "maskable"} == {icon["purpose"] for icon in icons}


def test_markup_in_the_name_of_a_site_is_text_in_the_app_s(nasty_site: Build) -> None:
    name = read(nasty_site.folder, "manifest.webmanifest")["name"]
    assert (
        name
        == one(parse(nasty_site.folder / "index.html"), ".//meta[@name='application-name']").attrib["content"]
    )
