"""Says in ``mkdocs.yml`` where the pages will be, before they are published: ``python -m macros.address``.

Without an address it asks GitHub, which also tells whether Pages is switched on. With one, it takes that:
``python -m macros.address "$CI_PAGES_URL"`` on GitLab. An address that a copy wrote itself is left alone.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from macros.content.configuration import ADDRESS
from macros.content.source import read_source

SWITCH_ON = (
    "In the repository, open Settings, then Pages. Under Source, choose GitHub Actions. "
    "Then open Actions, choose this workflow, and choose Run workflow."
)


class AddressError(Exception):
    """The pages cannot be published yet; the message says what to switch on."""


def github_address(env: Mapping[str, str]) -> str:
    """Return the address of a repository's pages.

    https://docs.github.com/en/rest/pages/pages#get-a-github-pages-site

    Args:
        env: ``GITHUB_API_URL``, ``GITHUB_REPOSITORY`` and ``GITHUB_TOKEN``, as GitHub Actions sets them.

    Raises:
        AddressError: Pages is switched off or takes its files from a branch, or GitHub does not say.
        OSError: GitHub cannot be reached.
    """
    repository = env["GITHUB_REPOSITORY"]
    request = Request(
        f"{env['GITHUB_API_URL']}/repos/{repository}/pages",
        headers={"Authorization": f"Bearer {env['GITHUB_TOKEN']}", "Accept": "application/vnd.github+json"},
    )
    try:
        with urlopen(request, timeout=30) as response:
            pages = json.load(response)
    except HTTPError as error:
        if error.code == 404:
            raise AddressError(f"GitHub Pages is not switched on for {repository}. {SWITCH_ON}") from None
        raise AddressError(
            f"GitHub did not say where {repository} is published: {error}. Run it again."
        ) from None
    if pages.get("build_type") != "workflow":
        raise AddressError(f"GitHub Pages of {repository} takes its files from a branch. {SWITCH_ON}")
    return str(pages["html_url"])


def write_address(config_file: Path, address: str) -> bool:
    """Put the address into the settings where they have none, or still have ours.

    Returns:
        Whether the file was changed.
    """
    config = read_source(config_file).config
    site_url = config and config.get("site_url")
    if not site_url or site_url.value not in (None, "", ADDRESS):
        return False
    lines = config_file.read_text("utf-8").splitlines()
    is_written = site_url.value is not None and site_url.file == config_file.name
    place = slice(site_url.line - 1, site_url.line) if is_written else slice(len(lines), None)
    lines[place] = [f"site_url: {address.rstrip('/')}/"]
    config_file.write_text("\n".join([*lines, ""]), "utf-8")
    return True


if __name__ == "__main__":
    try:
        where = sys.argv[1] if len(sys.argv) > 1 else github_address(os.environ)
    except AddressError as error:
        sys.exit(f"::error title=Not published::{error}" if "GITHUB_ACTIONS" in os.environ else str(error))
    changed = write_address(Path("mkdocs.yml"), where)
    print(f"site_url: {where}" if changed else "site_url is left as it is in mkdocs.yml")
