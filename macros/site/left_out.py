"""Takes links to pages that a copy leaves out away, and keeps their words: it need not change our pages."""

import posixpath
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import unquote

from macros.content.source import page_url

# Both engines write the address of a link in quotation marks; no link stands inside another.
LINK = re.compile(r'<a\s[^>]*?href="(?P<path>[^"#?]*)[^"]*"[^>]*>(?P<words>.*?)</a>', re.S)


def unlink_left_out(site: Path, left_out: Collection[str]) -> None:
    """Put the words of each link to a page that is left out in its place, in every page of a built site.

    Args:
        site: the folder the site was built into.
        left_out: the paths of those pages in the folder of pages, such as ``glossary.md``.
    """
    addresses = {f"/{page_url(path)}".rstrip("/") for path in left_out}
    for file in site.rglob("*.html") if addresses else ():
        folder = f"/{file.relative_to(site).parent.as_posix()}"
        text = file.read_text(encoding="utf-8")

        def words(link: re.Match[str], folder: str = folder) -> str:
            to = posixpath.normpath(posixpath.join(folder, unquote(link["path"]) or "."))
            return link["words"] if to in addresses else link[0]

        shorter = LINK.sub(words, text)
        if shorter != text:
            file.write_text(shorter, encoding="utf-8")
