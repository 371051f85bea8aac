"""Runs nginx on this machine for as long as a site is looked at."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


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
def serve(site: Path, folder: Path, config: str) -> Iterator[str]:
    """Serve a site, with the server's own files in ``folder``, and yield its address.

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
        yield f"http://127.0.0.1:{port}/"
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
