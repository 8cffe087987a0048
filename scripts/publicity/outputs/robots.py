"""robots.txt: nothing is forbidden.

Pages that no search engine shall list say ``noindex`` themselves, and must be readable for that to be seen. Naming
staff's pages here would only tell everybody where they are. The file counts at the root of a host alone: a portal that
carries the site under a sub-path adds the line ``Sitemap`` to its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from publicity.outputs.artefact import Artefact
from publicity.project import Project


def make_robots(project: Project) -> Iterator[Artefact]:
    """With the address of the sitemap once the site has one."""
    address = project.settings.public_address("sitemap.xml")
    sitemap = f"\nSitemap: {address}\n" if address else ""
    yield Artefact("robots.txt", f"User-agent: *\nDisallow:\n{sitemap}".encode())
