"""Serves a built site in a sub-folder, as GitHub Pages does: for most tests from a process of its own.

As a command, it says on the first line where the site is, and ends with its standard input:
``python -m tests.support.serving FOLDER UNDER``
"""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

PROJECT = Path(__file__).resolve().parents[2]


class Place(Protocol):
    """Where a site is served, such as ``http://127.0.0.1:8001/guide/``."""

    @property
    def home(self) -> str: ...


class Server(Place, Protocol):
    """What serves a site, such as ``http://127.0.0.1:8001``."""

    @property
    def origin(self) -> str: ...


@dataclass(frozen=True)
class Served:
    """Where a process of its own serves a site."""

    origin: str
    home: str


class SiteServer(ThreadingHTTPServer):
    """Serves a folder of files under a path, and lets a test see and refuse what is asked for.

    Attributes:
        blocked: paths inside the site that are refused, such as ``assets/js/store/store.js``.
        requests: the paths asked for, in order.
        caching_asked: what the last request for each path said of its keeping and changing, where it did.
        caching: what every answer says of its keeping. A browser asks again for each, unless told.
    """

    daemon_threads = True

    def __init__(self, folder: Path, under: str, caching: str = "no-cache") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.prefix = f"/{under}/" if under else "/"
        self.blocked: set[str] = set()
        self.requests: list[str] = []
        self.caching_asked: dict[str, str] = {}
        self.caching = caching
        self._connections: list[Any] = []

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def home(self) -> str:
        return self.origin + self.prefix

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.append(request)
        super().process_request(request, client_address)

    def server_close(self) -> None:
        """End what browsers have kept open, too: over that they would still be answered."""
        super().server_close()
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that is killed leaves its connections open."""


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.requests.append(path)
        self.server.caching_asked[path] = self.headers.get("Cache-Control", "")
        inside = path.removeprefix(self.server.prefix)
        if not path.startswith(self.server.prefix) or inside in self.server.blocked:
            self._send_not_found()
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            self._send_not_found()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", self.server.caching)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        # A Windows machine may have another opinion on scripts, and a module needs its type.
        return "text/javascript" if str(path).endswith(".js") else super().guess_type(path)

    def translate_path(self, path: str) -> str:
        self.directory = str(self.server.folder)
        return super().translate_path("/" + path.removeprefix(self.server.prefix))

    def _send_not_found(self) -> None:
        page = (self.server.folder / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a test that fails says what was asked for."""


@contextmanager
def serving(folder: Path, under: str) -> Iterator[SiteServer]:
    """Serve a folder from this process, for a test that sees or refuses what is asked for, or changes it."""
    server = SiteServer(folder, under)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serving_apart(folder: Path, under: str) -> Iterator[Served]:
    """Serve a folder that stays as it is, from a process of its own: a browser keeps what it has got."""
    command = [sys.executable, "-m", "tests.support.serving", str(folder), under]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        assert process.stdout and process.stdin
        origin, home = process.stdout.readline().split()
        yield Served(origin, home)
        process.stdin.close()


def main() -> None:
    folder, under = sys.argv[1:]
    server = SiteServer(Path(folder), under, "max-age=86400, immutable")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.origin, server.home, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
