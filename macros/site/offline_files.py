"""What a device needs to keep the guide for use offline: a manifest, a build's name, the list of files.

Read from the built pages, so that it is the same whichever engine built them.
"""

import hashlib
import html
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
LANGUAGE = re.compile(r'<html lang="([^"]*)"')
NAME = re.compile(r'<meta name="application-name" content="([^"]*)">')
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable-512.png", "512x512", "maskable"),
)


def write_manifest(site: Path) -> None:
    """Write what a browser needs to offer the guide as an app (https://www.w3.org/TR/appmanifest/).

    Every address in it is relative to the manifest, so that it holds in a sub-folder too. It has no ``id``:
    that is relative to the host, where other guides may be.
    """
    home = (site / "index.html").read_text(encoding="utf-8")
    manifest = {
        "lang": _first(LANGUAGE, home),
        "name": _first(NAME, home),
        "description": _first(DESCRIPTION, home),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "icons": [
            {"src": f"assets/images/{file}", "sizes": sizes, "purpose": purpose, "type": "image/png"}
            for file, sizes, purpose in ICONS
        ],
    }
    _write_json(site / "manifest.webmanifest", manifest)


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
    _write_json(site / "offline.json", {"build": build, "bytes": size, "files": files})


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


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return html.unescape(found[1]) if found else ""


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
