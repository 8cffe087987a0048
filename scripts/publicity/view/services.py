"""Pages that serve the reader rather than hold what is published: menu and footer offer those that a site has."""

from __future__ import annotations

from publicity.view import application, elder, follow, glossary, numbers, offline, open_data, who

# By uri, in the order in which they are offered.
SERVICES = (
    who.PAGE,
    application.PAGE,
    elder.PAGE,
    offline.PAGE,
    follow.PAGE,
    numbers.INDEX,
    glossary.PAGE,
    open_data.PAGE,
)
