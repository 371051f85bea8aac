"""Takes the pictures of the publish guide from a running site, and draws the app's icons from the favicon.

``python -m tests.support.pictures``. The site is this guide as an example trust would publish it.
Run it again when a page that is shown changes, or the favicon.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load
from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, Route, ViewportSize, sync_playwright

from macros.site.manifest import ICONS
from tests.support.browsers import get_browser, quiet_arguments
from tests.support.building import PROJECT, build_site
from tests.support.guide import read_guide
from tests.support.projects import copy_guide
from tests.support.serving import serving

IMAGES = PROJECT / "docs/assets/images"
PICTURES = IMAGES / "publish"
SIZE: ViewportSize = {"width": 1024, "height": 640}
MARGIN = 16
# What a device keeps of an icon that it cuts itself is at least a circle of 4/5 of its width:
# https://www.w3.org/TR/appmanifest/#icon-masks
INSIDE = 3 / 4
COLOURS = 32  # as many as a picture of text in 3 colours needs
SETTINGS = re.compile(r"^```yaml\n(.+?)^```$", re.M | re.S)


def write_example(folder: Path) -> Path:
    """Copy this guide, with the settings of the example trust that the publish guide shows."""
    project = copy_guide(folder)
    shown = SETTINGS.search((project / "docs/publish/index.md").read_text("utf-8"))
    assert shown
    settings = yaml.load(shown[1], get_yaml_loader())
    with (project / "mkdocs.yml").open("rb") as file:
        nav = yaml_load(file)["nav"]
    text = yaml.safe_dump({"INHERIT": "base.yml", **settings, "nav": nav}, sort_keys=False)
    (project / "mkdocs.yml").write_text(text, "utf-8")
    return project


@contextmanager
def example_site() -> Iterator[str]:
    """Build and serve the example, and yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        build = build_site(write_example(Path(folder, "project")), Path(folder, "site"))
        if build.status:
            raise SystemExit(build.output)
        with serving(build.folder, "digital-questions") as server:
            yield server.home


def save(page: Page, name: str, part: Locator | None = None) -> None:
    """Save what is in sight, or a part of the page with a margin."""
    page.evaluate("scrollTo(0, 0)")
    box = part.bounding_box() if part else None
    shot = page.screenshot(full_page=True, clip=_around(box)) if box else page.screenshot()
    image = Image.open(BytesIO(shot)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


def _around(box: FloatRect) -> FloatRect:
    return {
        "x": box["x"] - MARGIN,
        "y": box["y"] - MARGIN,
        "width": box["width"] + 2 * MARGIN,
        "height": box["height"] + 2 * MARGIN,
    }


def take_reworded(page: Page, home: str) -> None:
    """Answer a statement under other words, as a member did before the trust changed them."""
    question = read_guide(PROJECT).questions[0]
    statement = question.statements[0]
    old = statement.alone.replace("3 months", "6 months")

    def answer_with_old_words(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(statement.alone, old))

    url = home + question.url
    page.route(url, answer_with_old_words)
    page.goto(url)
    page.get_by_role("checkbox", name=old, exact=True).check()
    page.locator("[data-module='checklist/saved']").get_by_text("Saved in this browser at").wait_for()
    page.unroute(url)
    page.reload()
    save(page, "reworded", page.locator(".statement").filter(has=page.locator(".reworded")))


def draw_icon(page: Page, file: str, size: int, purpose: str) -> None:
    """Draw the favicon in a size; for a device to cut, blue to the edge and the mark smaller."""
    mark = (IMAGES / "favicon.svg").read_text("utf-8")
    if purpose == "maskable":
        mark = re.sub(r'rx="\d+"', "", mark)
        place = f"translate({20 * (1 - INSIDE)} {20 * (1 - INSIDE)}) scale({INSIDE})"
        mark = mark.replace("<path ", f'<path transform="{place}" ')
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{mark}")
    page.screenshot(path=IMAGES / file, omit_background=True)


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with example_site() as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_browser(), args=quiet_arguments())
        page = browser.new_page(viewport=SIZE)
        page.goto(home)
        page.wait_for_selector("[data-mounted]")
        save(page, "home")
        page.goto(f"{home}about/privacy/")
        save(page, "privacy", page.locator("dl.nhsuk-summary-list"))
        take_reworded(page, home)
        page = browser.new_page()  # a page of the site lets nothing be written into it
        for file, sizes, purpose in ICONS:
            draw_icon(page, file, int(sizes.split("x")[0]), purpose)
        browser.close()


if __name__ == "__main__":
    main()
