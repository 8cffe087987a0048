"""The finished site → the search index beside it: which pages are in it, and what is known of each."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from publicity.build.visible import Link, read_attachment, read_page
from publicity.content.attachments import Reading
from publicity.content.corpus import Corpus, url_of
from publicity.enrich.entries import kind_label, mark_of
from publicity.enrich.plain import plain
from publicity.enrich.selecting import day_of, given
from publicity.enrich.withdrawn import is_withdrawn
from publicity.model import EnforcementResult
from publicity.model.record import Record
from publicity.project import Project
from publicity.search.document import AttachedText, Document, Source
from publicity.search.index import write_index
from publicity.view.site import SiteView

FOLDER = "search"
# What readers see as the kind of a page that is no record.
WRITTEN, GENERATED = "栏目和指南", "目录和清单"

Readings = Mapping[str, Reading]


def index_site(site_dir: Path, project: Project, view: SiteView) -> None:
    """Write ``search/`` into the site just built. A page is read from its HTML when its turn comes, and not kept."""
    apart, folder = site_dir / f".{FOLDER}", site_dir / FOLDER
    write_index(_sources(site_dir, project, view), project.rules.search, apart)
    folder.mkdir(exist_ok=True)  # an index is written into a folder of its own; here it joins the search page
    for part in apart.iterdir():
        shutil.rmtree(folder / part.name, ignore_errors=True)  # left by a preview that does not build everything anew
        part.replace(folder / part.name)
    apart.rmdir()


def _sources(site_dir: Path, project: Project, view: SiteView) -> Iterator[Source]:
    """Every public page once, by uri: staff's pages and the search page are hidden, a listing is found by its first page."""
    corpus = project.corpus
    readings = _readings(corpus)
    for uri in sorted({*corpus.by_uri, *view.generated_uris()}):
        head, listing, page = view.head(uri), view.listings.get(uri), corpus.by_uri.get(uri)
        if head.hidden or view.is_broken(uri) or (listing is not None and listing.number > 1):
            continue
        known = Document(url_of(uri), head.title, kind=WRITTEN if page is not None else GENERATED)
        if page is not None and head.summary:  # readers meet it in the lists that lead to the page
            known = replace(known, blocks=(head.summary,))
        weight, day = 0, None
        if page is not None and page.header is not None:
            weight = project.rules.search.kinds.get(page.header.kind, 0)
        if page is not None and page.record is not None:
            known, day = _with_record(known, page.record, project), _day_of(page.record)
        yield Source(known.url, weight, day, partial(_load, site_dir, known, readings))


def _with_record(known: Document, record: Record, project: Project) -> Document:
    """What the header table says; of a withdrawn decision only that it was one."""
    known = replace(known, kind=kind_label(record))
    if is_withdrawn(record):
        return known
    numbers = [record.index_number, record.document_number]
    if isinstance(record, EnforcementResult):
        numbers.append(record.decision_number)
    category, states = project.rules.categories.get(record.category or ""), project.facts.states
    return replace(
        known,
        numbers=tuple(dict.fromkeys(filter(None, map(given, numbers)))),
        category=category.title if category is not None else "",
        validity=mark_of(record, states) if record.serial in states else given(plain(record.validity)),
        organ=given(record.issuing_organ),
    )


def _day_of(record: Record) -> date | None:
    """The day of publication, as listings sort; until there is one, the day the text was made."""
    return day_of(record.published_at) or day_of(record.formed_on)


def _load(site_dir: Path, known: Document, readings: Readings) -> Document:
    seen = read_page((site_dir / known.url / "index.html").read_bytes())
    attached = tuple(_attached(known.url, seen.links, readings))
    blocks = tuple(block for block in known.blocks if block not in seen.blocks)
    return replace(known, title=seen.title or known.title, blocks=(*seen.blocks, *blocks), attachments=attached)


def _readings(corpus: Corpus) -> Readings:
    """What the files of the site hold, by uri; a file that a preview withholds is not among them."""
    return {one.uri: corpus.readings[one.shown] for one in corpus.assets if one.shown in corpus.readings}


def _attached(url: str, links: Iterable[Link], readings: Readings) -> Iterator[AttachedText]:
    """Each file that the page offers, once, under the words of its first link."""
    titles: dict[str, str] = {}
    for link in links:
        address = urlsplit(urljoin(f"/{url}", link.href))
        uri = unquote(address.path).lstrip("/")
        if not address.netloc and uri in readings:
            titles.setdefault(uri, link.text or uri.rpartition("/")[2])
    for uri, title in titles.items():
        if blocks := read_attachment(readings[uri]):
            yield AttachedText(uri, title, blocks)
