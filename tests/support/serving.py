"""Serves a built site in a sub-folder, as GitHub Pages does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class SiteServer(ThreadingHTTPServer):
    """Serves a folder of files under a path.

    Attributes:
        blocked: paths inside the site that are refused, such as ``assets/js/store/store.js``.
        requests: the paths asked for, in order.
    """

    daemon_threads = True

    def __init__(self, folder: Path, under: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.prefix = f"/{under}/" if under else "/"
        self.blocked: set[str] = set()
        self.requests: list[str] = []

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def home(self) -> str:
        return self.origin + self.prefix

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that is killed leaves its connections open."""


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.requests.append(path)
        inside = path.removeprefix(self.server.prefix)
        if not path.startswith(self.server.prefix) or inside in self.server.blocked:
            self._send_not_found()
        elif Path(self.translate_path(self.path)).exists():
            super().do_GET()
        else:
            self._send_not_found()

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
    server = SiteServer(folder, under)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
