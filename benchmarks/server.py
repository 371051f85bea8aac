"""Serves a built site with nginx on this machine, compressed, and counts what it sends."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

# One process and no other user: the folder is private to whoever runs this. Level 6 is what static hosts
# commonly use; nginx's own default is 1.
CONFIG = """\
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  types {{
    text/html html; text/css css; text/javascript js mjs; application/json json map; image/svg+xml svg;
    image/png png; font/woff2 woff2; text/plain txt; application/xml xml;
    application/manifest+json webmanifest;
  }}
  charset utf-8; charset_types *;
  gzip on; gzip_comp_level 6; gzip_types *;
  log_format sent "$status\\t$bytes_sent\\t$sent_http_content_type\\t$request_uri";
  access_log {folder}/access.log sent;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port};
    root "{site}";
    absolute_redirect off;
    error_page 404 /404.html;
  }}
}}
"""


@dataclass(frozen=True)
class Sent:
    """One answer of the server.

    Attributes:
        status: the HTTP status.
        size: bytes, headers included.
        kind: HTML, CSS, JS or other.
        path: what was asked for.
    """

    status: int
    size: int
    kind: str
    path: str


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        address: where the site is, such as ``http://127.0.0.1:8001/``.
        log: nginx's record of what it sent.
    """

    address: str
    log: Path

    def sent(self) -> list[Sent]:
        """Return every answer since the log was last cleared."""
        return [_sent(line) for line in self.log.read_text().splitlines()]

    def clear(self) -> None:
        """Forget the answers so far."""
        # nginx appends, so that it goes on at the new end.
        self.log.write_text("")


def nginx() -> str:
    """Return where nginx is.

    Raises:
        RuntimeError: it is not installed.
    """
    # Debian keeps it where only root looks.
    found = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
    if not found:
        raise RuntimeError("expected nginx, got none. Example: apt-get install nginx-light")
    return found


@contextmanager
def serve(site: Path, folder: Path, config: str = CONFIG) -> Iterator[Server]:
    """Serve a site, with the server's own files in ``folder``.

    ``config`` has places for ``folder``, ``port`` and ``site``.
    """
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = folder / "nginx.conf"
    file.write_text(config.format(folder=folder, port=port, site=site))
    command = [nginx(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(file)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port, folder)
        yield Server(f"http://127.0.0.1:{port}/", folder / "access.log")
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(100):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"nginx: expected it to start, got:\n{(folder / 'error.log').read_text()}")


def _sent(line: str) -> Sent:
    status, size, content_type, path = line.split("\t")
    kinds = {"text/html": "HTML", "text/css": "CSS", "text/javascript": "JS"}
    return Sent(int(status), int(size), kinds.get(content_type.partition(";")[0], "other"), path)
