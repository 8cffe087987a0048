"""``i/<serial>/``: a short address for every record, which paper carries and one can say on the telephone.

Each is a page of its own that needs no script and no server's help, so that it works below any portal's sub-path. It
follows the serial, so it stays when a title is corrected or a record moves to another folder; it ends with its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publicity.content.corpus import Page
from publicity.enrich.entries import public_title
from publicity.model.record import Record
from publicity.outputs.artefact import Artefact
from publicity.outputs.headers import META_POLICY
from publicity.project import Project

FOLDER = "i/"
TO_ROOT = "../../"
PAGE = """\
<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={way}">
{canonical}<link rel="icon" href="data:,">
<title>{serial} {title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>流水号 {serial}。<a href="{way}">打开这一页</a></p>
</main>
</body>
</html>
"""


def short_uri(record: Record) -> str:
    """The short address, relative to the site."""
    return f"{FOLDER}{record.serial}/"


def make_short_addresses(project: Project) -> Iterator[Artefact]:
    """One page a record."""
    for page, record in project.corpus.records:
        yield Artefact(f"{short_uri(record)}index.html", render_short_address(project, page, record))


def render_short_address(project: Project, page: Page, record: Record) -> bytes:
    """Leads to the record at once, and by a link; search engines are told the record's own address."""
    address = project.settings.public_address(page.url)
    canonical = f'<link rel="canonical" href="{escape(address)}">\n' if address else ""
    title, way = escape(public_title(record)), escape(TO_ROOT + page.url)
    return PAGE.format(policy=META_POLICY, serial=record.serial, title=title, way=way, canonical=canonical).encode(
        "utf-8"
    )
