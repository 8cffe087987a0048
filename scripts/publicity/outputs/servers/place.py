"""Where the site is served, as far as the files for the servers must know it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from publicity.errors import SettingsError

# Each server writes and escapes names in its own way; these mean the same to all of them.
_PLAIN = re.compile(r"/([A-Za-z0-9._~-]+/)*")


@dataclass(frozen=True)
class Place:
    """``path``: of the site's address, a slash at both ends. ``https``: the address says that the host speaks it."""

    path: str
    https: bool

    @property
    def name(self) -> str:
        """For variables and files: several towns may stand in one portal."""
        return "_".join(["publicity", *re.findall(r"[A-Za-z0-9]+", self.path)])

    @property
    def pattern(self) -> str:
        """The path in a regular expression; nothing else of a plain path means anything there."""
        return self.path.replace(".", r"\.")


def place_of(site_url: str) -> Place:
    """Raises SettingsError where the path of the address is not plain."""
    parts = urlsplit(site_url)
    if not _PLAIN.fullmatch(parts.path or "/"):
        raise SettingsError(f"site_url 的路径“{parts.path}”里只能有英文字母、数字和 - _ . ~，以 / 结尾。")
    return Place(parts.path or "/", parts.scheme == "https")
