"""Writes what hosts send with the site: ``python -m macros.hosting``.

A page has the policy too, for hosts that send no headers: GitHub Pages is one. It cannot say who may frame
it (https://www.w3.org/TR/CSP3/#meta-element).
"""

import re
from pathlib import Path

# https://www.w3.org/TR/CSP3/ and https://www.w3.org/TR/trusted-types/
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types service-worker",
    )
)
ALLOWED = {"clipboard-write", "fullscreen", "screen-wake-lock", "web-share"}
REFUSED = {"camera", "clipboard-read", "display-capture", "geolocation", "microphone", "payment", "usb"}
HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(
        f"{name}=({'self' if name in ALLOWED else ''})" for name in sorted(ALLOWED | REFUSED)
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# How each file says a header. A line that is there is written anew; the rest of the file is left alone.
HOSTS = {
    "hosting/nginx.conf": 'add_header {} "{}" always;',
    "hosting/Caddyfile": '\t\t{} "{}"',
    "docs/_headers": "  {}: {}",
    "docs/staticwebapp.config.json": '    "{}": "{}"',
}
PAGE = "overrides/partials/policy.html"
# "mkdocs serve" adds a script to each page, to load it again: beside that, a page is as strict as published.
IN_PAGE = POLICY.replace("script-src 'self'", "script-src 'self'{{ \" 'unsafe-inline'\" if served_locally }}")


def write_headers(folder: Path) -> None:
    """Write the headers into the files for hosts, and the policy into every page's template.

    Raises:
        OSError: a file cannot be opened.
        ValueError: a file has no line for a header.
    """
    for name, line in HOSTS.items():
        for header, value in HEADERS.items():
            before, _, after = line.format(header, "\n").partition("\n")
            _write(folder / name, before, after, value)
    _write(folder / PAGE, 'http-equiv="Content-Security-Policy" content="', '">', IN_PAGE)


def _write(file: Path, before: str, after: str, value: str) -> None:
    """Put a value between two texts, on each line of a file that has them."""
    line = re.compile(rf"({re.escape(before)}).*({re.escape(after)},?)$", re.M)
    text, found = line.subn(rf"\g<1>{value}\g<2>", file.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(
            f"{file}: expected a line for this header, got none. Example: {before}{value}{after}"
        )
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_headers(Path())
