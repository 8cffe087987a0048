"""The finished site → the list of what a phone may keep of it, and the worker that keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from publicity.build.search import FOLDER as SEARCH
from publicity.content.corpus import url_of
from publicity.outputs.assets import FOLDER as ASSETS
from publicity.outputs.endings import PICTURES
from publicity.outputs.offline import Entry, OfflineList, hash_of, hash_of_page, render_offline_list, render_worker
from publicity.outputs.search_assets import minify
from publicity.outputs.short_addresses import FOLDER as SHORT
from publicity.search.codec import compact
from publicity.search.manifest import read_manifest
from publicity.view.offline import PAGE as OFFLINE_PAGE
from publicity.view.search import PAGE as SEARCH_PAGE
from publicity.view.site import SiteView

WORKER, LIST = "sw.js", "offline.json"
# What everybody keeps after the first visit, in this order, as far as it goes into so many bytes (a quarter of it gzipped).
CORE = ("index.md", "guide/", "who/", "elder/", "glossary/", "enforcement/procedures/")
# With these the search box answers, if only that it cannot search.
CORE_FILES = ("/search/search.js", "/search/search.css")
CORE_BYTES = 720_000


def write_offline(site_dir: Path, view: SiteView, sources: Path) -> None:
    """``sources`` holds the workers; the search index must be there."""
    uris = list(_public(view))
    known = OfflineList(
        pages=_pages(site_dir, uris),
        files=_entries(site_dir, _parts(site_dir, view)),
        attachments=_entries(site_dir, (uri for uri in _assets(view) if not uri.endswith(PICTURES))),
        search=_search(site_dir / SEARCH),
    )
    (site_dir / LIST).write_bytes(render_offline_list(known))
    source = (sources / WORKER).read_text(encoding="utf-8")
    (site_dir / WORKER).write_bytes(
        render_worker(source, known, [url_of(OFFLINE_PAGE)], list(_core(uris, known, view)))
    )


def write_withdrawal(site_dir: Path, sources: Path) -> None:
    """A worker that ends the one of an earlier site at the same address: a preview shows what is being edited."""
    source = (sources / "withdraw.js").read_text(encoding="utf-8")
    (site_dir / WORKER).write_bytes(minify(source).encode())


def _public(view: SiteView) -> Iterator[str]:
    """Pages for readers, by uri; of the hidden ones that is the search page."""
    for uri in sorted({*view.corpus.by_uri, *view.generated_uris()}):
        hidden = view.is_broken(uri) or (view.head(uri).hidden and uri != SEARCH_PAGE)
        if not hidden and not uri.startswith(SHORT):
            yield uri


def _assets(view: SiteView) -> Iterator[str]:
    return (uri for uri in sorted(view.published_uris()) if not uri.endswith(".md"))


def _parts(site_dir: Path, view: SiteView) -> Iterator[str]:
    """What pages are made of."""
    yield from (path.relative_to(site_dir).as_posix() for path in sorted((site_dir / ASSETS).rglob("*.*")))
    yield from (uri for uri in _assets(view) if uri.endswith(PICTURES))


def _pages(site_dir: Path, uris: Iterable[str]) -> dict[str, Entry]:
    """By address. The offline page goes with its script, which speaks with the worker of the same build."""
    contents = ((uri, (site_dir / url_of(uri) / "index.html").read_bytes()) for uri in uris)
    hashes = {OFFLINE_PAGE: hash_of}
    return {quote(url_of(uri)): (len(html), hashes.get(uri, hash_of_page)(html)) for uri, html in contents}


def _entries(site_dir: Path, uris: Iterable[str]) -> dict[str, Entry]:
    """By address."""
    contents = ((uri, (site_dir / uri).read_bytes()) for uri in uris)
    return {quote(uri): (len(content), hash_of(content)) for uri, content in contents}


def _search(folder: Path) -> dict[str, str]:
    """A segment's files are named after what it once held; its entry in the manifest says what was taken out since."""
    segments = {one.path: hash_of(compact(asdict(one)).encode()) for one in read_manifest(folder).segments}
    files = {path.name: hash_of(path.read_bytes()) for path in folder.iterdir() if path.suffix in (".json", ".txt")}
    return segments | files


def _core(uris: Iterable[str], known: OfflineList, view: SiteView) -> Iterator[str]:
    """Of a list only the first page, so that it does not grow with the archive."""
    room = CORE_BYTES
    firsts = [uri for uri in uris if uri not in view.listings or view.listings[uri].number == 1]
    for part in CORE:
        for address in (quote(url_of(uri)) for uri in firsts if uri == part or uri.startswith(part)):
            size, _ = known.pages[address]
            if size <= room:
                room -= size
                yield address
    yield from (address for address in known.files if address.startswith(ASSETS) and address.endswith(CORE_FILES))
