"""The NHS's own style sheet, to lay over ours as a copy might: https://nhsuk.github.io/nhsuk-frontend/

Fetched for checking alone, once, into a cache folder. No page has it.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browsers import Machine, install_package, remedy

VERSION = "10.6.1"
FONTS = re.compile(r"@font-face\{[^}]*\}")  # from another site, which the policy of a page refuses
# After the page's own sheets, as one that extra_css names.
LAY_OVER = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""


def nhs_styles() -> str:
    """Return the style sheet of NHS.UK frontend, without its fonts."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = base / f"digital-questions-for-boards/nhsuk-frontend-{VERSION}"
    sheet = cache / "node_modules/nhsuk-frontend/dist/nhsuk/nhsuk-frontend.min.css"
    if not sheet.is_file():
        _fetch(cache)
    return FONTS.sub("", sheet.read_text("utf-8"))


def _fetch(cache: Path) -> None:
    machine = Machine()
    npm = shutil.which("npm") or (shutil.which("npm") if install_package(machine, "npm") else None)
    if not npm:
        pytest.fail(f"npm was not found, to fetch the NHS's styles.{remedy(machine, 'npm')}", pytrace=False)
    options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    command = [npm, "install", "--prefix", str(cache), *options, f"nhsuk-frontend@{VERSION}"]
    ran = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=300, check=False
    )
    if ran.returncode:
        pytest.fail(f"The NHS's styles could not be fetched:\n{ran.stdout}", pytrace=False)


def lay_over(page: Page, styles: str) -> None:
    page.evaluate(LAY_OVER, styles)
