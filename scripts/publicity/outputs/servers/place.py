"""Where the site is served, as far as the files for the servers must know it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Place:
    """``path``: of the site's address, a slash at both ends. ``https``: the address says that the host speaks it."""

    path: str
    https: bool

    @property
    def name(self) -> str:
        """For variables and files, of small letters, digits and _: several towns may stand in one portal.

        No two paths have the same: a slash is _, and what is no small letter and no digit is __ and its number.
        """
        return "publicity" + re.sub("[^a-z0-9]", _spelled, self.path.rstrip("/"))

    @property
    def pattern(self) -> str:
        """The path in a regular expression; nothing else of it means anything there (settings see to that)."""
        return self.path.replace(".", r"\.")


def _spelled(sign: re.Match[str]) -> str:
    return "_" if sign[0] == "/" else f"__{ord(sign[0]):02x}"


def place_of(site_url: str) -> Place:
    """``site_url`` as the settings have it: plain, with a slash at its end."""
    parts = urlsplit(site_url)
    return Place(parts.path, parts.scheme == "https")
