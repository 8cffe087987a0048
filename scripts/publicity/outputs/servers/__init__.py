"""How the site wants to be served, for whoever runs the portal's web server: one file a server, of one table (headers.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publicity.outputs.artefact import Artefact
from publicity.outputs.servers.apache import render_apache
from publicity.outputs.servers.hosting import render_hosting
from publicity.outputs.servers.iis import render_iis
from publicity.outputs.servers.nginx import render_nginx
from publicity.outputs.servers.place import Place, place_of
from publicity.project import Project

# Where each stands in the site, and what makes it.
SERVERS: tuple[tuple[str, Callable[[Place], str]], ...] = (
    ("headers/nginx.conf", render_nginx),
    ("headers/apache.conf", render_apache),
    ("headers/web.config", render_iis),
    ("_headers", render_hosting),
)


def make_server_files(project: Project) -> Iterator[Artefact]:
    """All of them, for the address in the settings."""
    place = place_of(project.settings.site_url)
    for uri, render in SERVERS:
        yield Artefact(uri, render(place).encode())
