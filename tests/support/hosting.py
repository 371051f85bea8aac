"""Serves the built site with the configuration for nginx that the project ships."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.browsers import Machine, install_package, remedy
from tests.support.building import PROJECT
from tests.support.nginx import nginx, serve

CONFIG = PROJECT / "hosting/nginx.conf"
# What a distribution's own configuration says around a server block, and what the file's own comment shows.
AROUND = """\
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  include "%s";
  access_log {folder}/access.log;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port};
    root "{site}";
    include "%s";
  }}
}}
"""
TYPES = ("/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types")


@dataclass(frozen=True)
class Host:
    """Where the site is, such as ``http://127.0.0.1:8001/``."""

    home: str


@contextmanager
def hosting(site: Path, folder: Path) -> Iterator[Host]:
    """Serve a site with nginx. Where there is no nginx and none can be had, the test fails."""
    _get_nginx()
    types = next(path for path in TYPES if Path(path).is_file())
    with serve(site, folder, AROUND % (types, CONFIG)) as home:
        yield Host(home)


def _get_nginx() -> None:
    try:
        nginx()
    except RuntimeError as error:
        if not install_package(Machine(), "nginx-light"):
            pytest.fail(f"{error}{remedy(Machine(), 'nginx-light')}", pytrace=False)
