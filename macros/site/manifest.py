"""Says what the guide is as an app: its name, where it starts, its icons. Read from the built home page."""

import html
import json
import re
from pathlib import Path

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
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    (site / "manifest.webmanifest").write_text(text, encoding="utf-8")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return html.unescape(found[1]) if found else ""
