"""What a phone may keep of the site, as ``overrides/assets/offline/sw.js`` reads it.

``offline.json``: ``{"format": 1, "version": 12 hex, "pages": {...}, "files": {...}, "attachments": {...}, "search": {...}}``.
The first three go from the address below the site's root (the home page is "", no query) to ``[bytes, hash]``: public
pages; what pages are made of (style, scripts, pictures); what is kept when somebody has opened it. ``search`` goes from
what lies directly in search/ to its hash; that of a segment changes when anything is taken out of it.
A hash is the first 12 hex digits of SHA-256; of a page it leaves out what changes though the page says the same.
``version`` is that of all the rest.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from publicity.outputs.search_assets import minify
from publicity.outputs.short_addresses import FOLDER as SHORT

FORMAT = 1
# Marks an element of a template that only follows the day and says of which day it is; none of its kind stands within it.
DAILY = "data-daily"
_DAILY = re.compile(rf"<(\w+)\b[^>]*\s{DAILY}\b.*?</\1>".encode(), re.DOTALL)
# The folder of style and scripts: those that a kept page names are kept with it.
_STYLE = re.compile(rb"\bassets/[0-9a-f]{8}(?=/)")

Entry = tuple[int, str]


@dataclass(frozen=True)
class OfflineList:
    """By address: size in bytes and hash; of ``search`` the hash alone."""

    pages: Mapping[str, Entry]
    files: Mapping[str, Entry]
    attachments: Mapping[str, Entry]
    search: Mapping[str, str]

    @property
    def version(self) -> str:
        """Another one where anything that may be kept is another. A size follows the day too, and does not count."""
        parts = (self.pages, self.files, self.attachments)
        hashes = [{address: hashed for address, (_, hashed) in part.items()} for part in parts]
        return hash_of(_compact([*hashes, dict(self.search)]).encode())


def hash_of(content: bytes) -> str:
    """Of the content of one file."""
    return hashlib.sha256(content).hexdigest()[:12]


def hash_of_page(html: bytes) -> str:
    """The same from day to day, and under another style, as long as nothing else in the page changes."""
    steady = _DAILY.sub(b"", html) if DAILY.encode() in html else html
    return hash_of(_STYLE.sub(b"", steady))


def render_offline_list(known: OfflineList) -> bytes:
    """``offline.json``."""
    return f"{_compact({'format': FORMAT, 'version': known.version, **asdict(known)})}\n".encode()


def render_worker(source: str, known: OfflineList, least: Sequence[str], core: Sequence[str]) -> bytes:
    """``sw.js`` of one build: another version is other bytes, by which browsers see that there is a new worker."""
    head = (("VERSION", known.version), ("LEAST", least), ("CORE", core), ("SHORT", SHORT))
    return ("".join(f"const {name}={_compact(value)};\n" for name, value in head) + minify(source)).encode()


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
