"""Where to report a problem with the security of a copy, for whoever looks where RFC 9116 says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from macros.content.publisher import Publisher
from macros.site.security_txt import write_security_txt

FILE = ".well-known/security.txt"


def publisher(contact: str) -> Publisher:
    return Publisher("A trust", contact, "A host", "It logs nothing.", "complaints@example.org")


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("digital@example.org", "mailto:digital@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)
def test_it_names_the_publisher_s_contact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contact: str, expected: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    write_security_txt(tmp_path, publisher(contact))
    assert (tmp_path / FILE).read_text("utf-8") == f"Contact: {expected}\nExpires: 2027-11-21T00:00:00Z\n"


def test_it_ends_within_a_year_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_security_txt(tmp_path, publisher("digital@example.org"))
    ends = datetime.fromisoformat((tmp_path / FILE).read_text("utf-8").split()[-1])
    assert timedelta(days=360) < ends - datetime.now(UTC) < timedelta(days=365)


def test_there_is_none_until_the_publisher_is_filled_in(tmp_path: Path) -> None:
    write_security_txt(tmp_path, None)
    assert list(tmp_path.iterdir()) == []
