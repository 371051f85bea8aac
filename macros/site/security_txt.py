"""Says to whom a problem with the security of a published copy is reported (RFC 9116)."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from macros.content.publisher import Publisher

# "It is RECOMMENDED that the value of this field be less than a year into the future"
# https://www.rfc-editor.org/rfc/rfc9116#section-2.5.5
VALID = timedelta(days=364)


def write_security_txt(site: Path, publisher: Publisher | None) -> None:
    """Write ``.well-known/security.txt``, once the publisher has filled in the contact.

    It holds for a site at the root of its host: in a sub-folder nobody looks for it. It ends a year after
    the build, so that a copy that nobody builds any longer does not promise an answer.
    """
    if not publisher:
        return
    is_page = publisher.contact.startswith("https://")
    contact = publisher.contact if is_page else f"mailto:{publisher.contact}"
    file = site / ".well-known/security.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        f"Contact: {contact}\nExpires: {_built_on() + VALID:%Y-%m-%dT00:00:00Z}\n", encoding="utf-8"
    )


def _built_on() -> datetime:
    """Return when the site was built: two builds of one commit are the same.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else datetime.now(UTC)
