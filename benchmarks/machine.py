"""Names the machine and the versions: a figure without them cannot be compared with anything."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.browser import browser_version
from benchmarks.server import nginx

PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "markdown", "pymdown-extensions", "jinja2")


def describe(folder: Path) -> str:
    """Return lines that name the machine and the versions; ``folder`` is for a browser's profile."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    lines = [
        f"{_cpu()}, {os.cpu_count()} cores, {_memory()}",
        _system(),
        f"Python {platform.python_version()}, {packages}",
        f"{browser_version(folder / 'profile')}, {_server_version()}",
    ]
    return "\n".join(f"- {line}" for line in lines)


def _server_version() -> str:
    done = subprocess.run([nginx(), "-v"], stderr=subprocess.PIPE, text=True, check=True)
    return done.stderr.partition(":")[2].strip().replace("/", " ")


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def _memory() -> str:
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return f"{pages * size / 2**30:.0f} GiB memory"


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        name = platform.system()
    return f"{name}, {platform.system()} {platform.release()}"
