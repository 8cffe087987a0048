"""The site behind real servers, set up as its own files for them say: every header once, on every kind of answer."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import observatory
import pytest
from browser.conftest import SUB_PATH
from web_servers import Answer, Server, apache, free_port, nginx

from publicity.checks.file_names import SUFFIXES
from publicity.outputs.endings import ENDINGS
from publicity.outputs.headers import HEADERS, HSTS, LASTING, REVALIDATE, is_text
from publicity.outputs.servers.nginx import render_nginx
from publicity.outputs.servers.place import place_of

ROOT = f"/{SUB_PATH}/"
# What a portal has already, and what must not reach the site: a header of its own, and another life for style sheets.
# A second town's file stands after ours.
PORTAL = "add_header X-Portal yes; location ~* \\.(css|js)$ { expires 30d; add_header X-Inner yes; }"
ALLOWED = "<Directory {folder}>\nRequire all granted\n{more}\n</Directory>\n"


@pytest.fixture(scope="module")
def portal(site_folder: Path) -> Iterator[Path]:
    """A copy that any server's user may read, with a file of every ending and some that nobody should get."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "nothing").mkdir()
        site = folder / "www" / SUB_PATH
        shutil.copytree(site_folder / SUB_PATH, site)
        for path in (*(f"samples/a.{ending}" for ending in ENDINGS), ".env", "guide/.git/config", ".well-known/a.txt"):
            (site / path).parent.mkdir(exist_ok=True, parents=True)
            (site / path).write_text("x" * 600)
        yield folder


def started(setup: str, portal: Path) -> AbstractContextManager[Server]:
    """The server, as the notes in its file tell its keeper to set it up."""
    run, root = portal / f"run-{setup}", portal / "www"
    site = root / SUB_PATH
    if setup.startswith("nginx"):
        text = (site / "headers" / "nginx.conf").read_text(encoding="utf-8")
        if setup == "nginx-alias":
            assert "#alias /srv/publicity/site/;" in text
            text, root = text.replace("#alias /srv/publicity/site/;", f"alias {site}/;"), portal / "nothing"
        return nginx(run, root, "\n".join([PORTAL, text, render_nginx(place_of("https://example.invalid/next/"))]))
    if setup == "apache":
        inner = ALLOWED.format(folder=site, more=f"Include {site}/headers/apache.conf")
        return apache(run, root, "Header set X-Frame-Options SAMEORIGIN\n" + inner)
    shutil.copy(site / "headers" / "apache.conf", site / ".htaccess")
    return apache(run, root, ALLOWED.format(folder=site, more="AllowOverride FileInfo Indexes Options=Indexes"))


@pytest.fixture(scope="module", params=["nginx", "nginx-alias", "apache", "htaccess"])
def server(request: pytest.FixtureRequest, portal: Path) -> Iterator[Server]:
    with started(request.param, portal) as running:
        yield running


def wrong(answer: Answer, cache: str = REVALIDATE, *, https: bool = False) -> dict[str, list[str]]:
    """The headers that are not there exactly once with the value of the table."""
    wanted = [*HEADERS, ("Cache-Control", cache), *([HSTS] if https else [])]
    found = {name: answer.all(name) for name, value in wanted if answer.all(name) != [value]}
    return found | {name: answer.all(name) for name in ("X-Portal", "X-Inner", "Expires") if answer.all(name)}


def test_every_kind_of_file_has_its_type_and_all_headers(server: Server) -> None:
    """Each ending of the table, over http and https; text says that it is UTF-8."""
    for ending, (kind, _, _) in ENDINGS.items():
        for https in (False, True):
            answer = server.get(f"{ROOT}samples/a.{ending}", https=https)

            assert (answer.status, wrong(answer, https=https)) == (200, {})
            assert answer["Content-Type"] == (f"{kind}; charset=utf-8" if is_text(kind) else kind)
            assert bool(answer.all(HSTS[0])) == https


def test_pages_are_asked_for_again_and_files_named_after_content_are_kept(server: Server, portal: Path) -> None:
    """The index of search is for good, its manifest is not; a page that has not changed costs no body."""
    parts = sorted((portal / "www" / SUB_PATH / "search").glob("*/*/*.txt"))
    page = server.get(ROOT, Accept_Encoding="gzip")

    assert (page["Content-Type"], page["Content-Encoding"], wrong(page)) == ("text/html; charset=utf-8", "gzip", {})
    assert "accept-encoding" in page["Vary"].lower()
    known = {"If_None_Match": page["ETag"]} if page.all("ETag") else {"If_Modified_Since": page["Last-Modified"]}
    again = server.get(ROOT, Accept_Encoding="gzip", **known)
    assert (again.status, again.body, again["Cache-Control"]) == (304, b"", REVALIDATE)
    lasting = server.get("/" + parts[0].relative_to(portal / "www").as_posix())
    assert (lasting.status, wrong(lasting, LASTING)) == (200, {})
    assert wrong(server.get(f"{ROOT}search/manifest.json")) == {}


@pytest.mark.parametrize(
    ("path", "status"),
    [("nowhere", 404), ("nowhere/", 404), ("assets/0123456789ab/site.css", 404), (".env", 404), ("guide/.git/config", 404),
     ("samples/", 403)],
)  # fmt: skip
def test_what_is_not_there_or_not_for_readers_is_our_error_page(server: Server, path: str, status: int) -> None:
    """Never a listing, never a hidden file, and never kept for good."""
    answer = server.get(ROOT + path)

    assert (answer.status, answer["Content-Type"], wrong(answer)) == (status, "text/html; charset=utf-8", {})
    assert "找不到这一页" in answer.body.decode()


def test_a_folder_without_its_slash_leads_on_at_the_same_port(server: Server) -> None:
    """The redirect keeps host and port, and carries the headers."""
    path = f"{ROOT}enforcement/"
    for https, host in ((False, f"http://127.0.0.1:{server.port}"), (True, f"https://localhost:{server.tls}")):
        answer = server.get(path.rstrip("/"), https=https)

        assert (answer.status, wrong(answer, https=https)) == (301, {})
        assert answer["Location"] in (path, host + path)
    assert server.get(ROOT.rstrip("/")).status == 301


def test_what_a_machine_asks_of_every_site_is_not_hidden(server: Server) -> None:
    """A certificate's renewal begins with a dot too."""
    assert server.get(f"{ROOT}.well-known/a.txt").status == 200


def test_an_inner_location_loses_the_headers_and_ours_does_not(portal: Path) -> None:
    """The trap of add_header: lines at the server's level are gone where the portal's own location adds one."""
    lines = "\n".join(f'add_header {name} "{value}" always;' for name, value in HEADERS)
    with nginx(portal / "run-trap", portal / "www", lines + PORTAL) as naive:
        page, style = naive.get(ROOT), naive.get(f"{ROOT}samples/a.css")

    assert all(page[name] == value for name, value in HEADERS)
    assert [name for name, _ in HEADERS if style.all(name)] == []
    assert style["X-Inner"] == "yes"
    with started("nginx-mended", portal) as mended:
        assert wrong(mended.get(f"{ROOT}samples/a.css")) == {}


def test_a_portal_that_is_not_all_https_can_leave_it_so(portal: Path) -> None:
    """One # before the line that asks for https, as the note says; the rest stays."""
    text = (portal / "www" / SUB_PATH / "headers" / "nginx.conf").read_text(encoding="utf-8")
    line = f"add_header {HSTS[0]} "
    assert text.count(line) == 2  # the note, and the line
    with nginx(portal / "run-http", portal / "www", text.replace(f"    {line}", f"    #{line}")) as server:
        answer = server.get(ROOT, https=True)

    assert (answer.status, answer.all(HSTS[0]), wrong(answer)) == (200, [], {})


def test_the_observatory_gives_full_marks(portal: Path) -> None:
    """At least 100, as the portal would be asked: over https, with http leading there."""
    site, port = portal / "www" / SUB_PATH, free_port()
    text = (site / "headers" / "nginx.conf").read_text(encoding="utf-8")
    leading = f"server {{ listen 127.0.0.1:{port}; return 301 https://$host$request_uri; }}"
    with nginx(portal / "run-observed", portal / "www", text, leading) as server:
        plain = Server(port, server.tls, server.trust).get(ROOT)
        for path in ("", "report/", "nowhere"):
            options = server.get(ROOT + path, https=True, method="OPTIONS", Origin="https://example.invalid")
            score, results = observatory.grade(observatory.Visit(server.get(ROOT + path, https=True), plain, options))

            assert score >= 100, results


def test_the_table_knows_every_ending_of_the_site(site_folder: Path) -> None:
    """What is built, and what may stand beside pages; the file for hosting services has no ending."""
    built = {path.suffix for path in (site_folder / SUB_PATH).rglob("*") if path.is_file()}

    assert {one for one in (built | SUFFIXES) - {".md", ""} if one.lstrip(".") not in ENDINGS} == set()
