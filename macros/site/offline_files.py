"""What a device needs to keep the guide for use offline: a build's name, and the list of files.

Read from the built pages, so that it is the same whichever engine built them.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

# A worker answers for its own folder and what is below: it has to stand at the site's root.
WORKER_MADE, WORKER = "assets/js/service-worker.js", "service-worker.js"
# What no page asks for, and what some hosts keep to themselves.
NOT_KEPT = ("offline.json", WORKER, "staticwebapp.config.json", "sitemap.xml", "sitemap.xml.gz")
# Where a build's name stands: in each page, in the script that every page starts with, and in the worker.
STAMP = re.compile(rb'((?:<html [^>]*data-build|^const BUILD ?)= ?")[^"]*', re.M)
STAMPED = (".html", ".js")


def write_list(site: Path) -> None:
    """Name the build, and write ``offline.json``: every file to keep, with its hash.

    The name comes from what the files say: the same files have the same name, so that nobody fetches
    them anew. What is written into the site afterwards is in no list.
    """
    if (site / WORKER_MADE).exists():
        (site / WORKER_MADE).replace(site / WORKER)
    contents = {path: path.read_bytes() for path in _files(site)}
    build = _name_of({path: _stamped(path, content, "") for path, content in contents.items()}, site)
    for path, content in contents.items():
        stamped = _stamped(path, content, build)
        if stamped != content:
            path.write_bytes(stamped)
            contents[path] = stamped
    kept = {path: content for path, content in contents.items() if path.name not in NOT_KEPT}
    files = {_url(path, site): hashlib.sha256(content).hexdigest() for path, content in kept.items()}
    size = sum(len(content) for content in kept.values())
    listed = json.dumps(
        {"build": build, "bytes": size, "files": files}, ensure_ascii=False, separators=(",", ":")
    )
    (site / "offline.json").write_text(listed, encoding="utf-8")


def _files(site: Path) -> Iterator[Path]:
    """Yield what the build's name depends on: what pages use, and the worker that keeps it."""
    for path in sorted(site.rglob("*")):
        is_hidden = any(part.startswith(".") for part in path.relative_to(site).parts)
        # What has no ending is for the host: _headers, CNAME.
        if path.is_file() and path.suffix and not is_hidden and path.name not in NOT_KEPT:
            yield path
    yield site / WORKER


def _stamped(path: Path, content: bytes, build: str) -> bytes:
    """Return the file with a build's name in it, where it has a place for one."""
    if path.suffix not in STAMPED:
        return content
    return STAMP.sub(lambda found: found[1] + build.encode(), content, count=1)


def _name_of(contents: dict[Path, bytes], site: Path) -> str:
    lines = [
        f"{_url(path, site)} {hashlib.sha256(content).hexdigest()}" for path, content in contents.items()
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _url(path: Path, site: Path) -> str:
    """Return the address that links use, from the site's root: ``a/index.html`` gives ``a/``."""
    url = quote(path.relative_to(site).as_posix())
    return url.removesuffix("index.html") if path.name == "index.html" else url
