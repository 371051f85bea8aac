"""Whether the address of a site is one that people can open on their own devices."""

from ipaddress import ip_address
from urllib.parse import urlsplit

# Names kept for examples, tests and networks at home: https://www.rfc-editor.org/rfc/rfc6761 and …/rfc6762
RESERVED = ("example", "example.com", "example.net", "example.org", "invalid", "local", "localhost", "test")


def is_public(address: str) -> bool:
    """Return whether a ``site_url`` such as ``https://board.trust.nhs.uk/guide/`` can be opened from outside.

    That of an example, of this machine or of a network of one's own does not.
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in ("http", "https") or not host:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        return not any(f".{host}".endswith(f".{name}") for name in RESERVED)
